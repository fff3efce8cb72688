package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Assessment;

/**
 * How somebody judged the talks, once, however many stories carry it.
 *
 * @param by who
 * @param polarity which way
 * @param day the first day of publication
 * @param words as written
 * @param lines every line that carries it
 */
public record Judgement(Who by, Assessment.Polarity polarity, Optional<LocalDate> day, String words, List<Line> lines) {
    /** Copies the lines. */
    public Judgement {
        lines = List.copyOf(lines);
    }
}
