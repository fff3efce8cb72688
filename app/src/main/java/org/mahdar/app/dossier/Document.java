package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Paper;

/**
 * A paper as many stories tell of it.
 *
 * @param name its fullest name
 * @param kind what sort of paper most stories call it
 * @param by who made it
 * @param date TIMEX3 value of its date
 * @param life what became of it, report by report
 * @param lines every line that speaks of it, in order of publication
 */
public record Document(
        String name, Paper.Kind kind, List<Side> by, Optional<String> date, List<Stage> life, List<Line> lines) {
    /** Copies the lists. */
    public Document {
        by = List.copyOf(by);
        life = List.copyOf(life);
        lines = List.copyOf(lines);
    }

    /** How many texts speak of it, copies of one text counted once. */
    public int texts() {
        return (int) lines.stream().map(Line::group).distinct().count();
    }

    /**
     * A step in the life of a paper.
     *
     * @param status {@code tabled}, {@code signed}, {@code rejected}, …
     * @param reported the first day on which a story said so
     * @param lines those that say so
     */
    public record Stage(String status, Optional<LocalDate> reported, List<Line> lines) {
        /** Copies the lines. */
        public Stage {
            lines = List.copyOf(lines);
        }
    }
}
