package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Statement;

/**
 * Something that somebody said, once, however many stories carry it.
 *
 * @param speaker who
 * @param act what the speaker does by saying it
 * @param kind direct, indirect or mixed, as the story with the fullest wording has it
 * @param words the fullest wording; its pieces parted by "…"
 * @param day the first day of publication
 * @param carriers every line that carries it, in order of publication
 */
public record Saying(
        Who speaker,
        Statement.Act act,
        Statement.Kind kind,
        String words,
        Optional<LocalDate> day,
        List<Carrier> carriers) {
    /** Copies the list. */
    public Saying {
        carriers = List.copyOf(carriers);
    }

    /** How many texts carry it, copies of one text counted once. */
    public int texts() {
        return (int) carriers.stream().map(c -> c.line().group()).distinct().count();
    }

    /**
     * A line that carries a saying.
     *
     * @param line the line, with its cue
     * @param words its wording
     * @param differs whether the wording is not that of the saying, marks and letters written either way aside
     * @param relay the outlets or agencies that the story names between, nearest to the reader first
     */
    public record Carrier(Line line, String words, boolean differs, List<String> relay) {
        /** Copies the list. */
        public Carrier {
            relay = List.copyOf(relay);
        }
    }
}
