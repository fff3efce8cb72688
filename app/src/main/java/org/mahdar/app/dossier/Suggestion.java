package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A negotiation that an archive seems to tell of.
 *
 * @param words the words that tell it from others, the most telling first, as stories write them
 * @param parties who takes part, those named most often first
 * @param stories how many stories speak of it
 * @param texts how many texts, copies of one text counted once
 * @param meetings how many meetings they tell of
 * @param first day of publication
 * @param last day of publication
 */
public record Suggestion(
        List<String> words,
        List<Side> parties,
        int stories,
        int texts,
        int meetings,
        Optional<LocalDate> first,
        Optional<LocalDate> last) {
    /** Copies the lists. */
    public Suggestion {
        words = List.copyOf(words);
        parties = List.copyOf(parties);
    }

    /** A definition that asks for it. */
    public Definition definition() {
        return Definition.of(parties.stream().map(Side::key).toList(), List.of(), words);
    }
}
