package org.mahdar.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mahdar.language.Language;
import org.mahdar.model.Evidence;
import org.mahdar.model.TimeExpression;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.PatternSet;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/** Finds time expressions and resolves their values. Thread-safe. */
public final class TimeFinder {
    private final PatternSet patterns;
    private final int finding;

    /** A finder for one language. */
    public TimeFinder(Language language) {
        this.patterns = language.patterns("time");
        this.finding = language.finding("@time");
    }

    /**
     * Finds the time expressions of a text and marks each on the tape as {@code @time}.
     *
     * @param tape the text with the lexicon marked
     * @param published the day that the metadata gives
     */
    public List<TimeExpression> find(Tape tape, Optional<LocalDate> published) {
        Text text = tape.text();
        Matcher matcher = new Matcher(tape);
        List<TimeExpression> found = new ArrayList<>();
        for (int token = 0; token < text.size(); token++) {
            if (patterns.first(matcher, tape, token)) {
                TimeExpression time = new TimeExpression(
                        text.span(matcher.start(), matcher.end()),
                        TimeExpression.Type.DATE,
                        published.map(LocalDate::toString).orElse(""),
                        TimeExpression.Precision.DAY,
                        TimeExpression.Anchor.TEXT,
                        new Evidence(matcher.pattern().id(), List.of()));
                found.add(time);
                tape.add(matcher.start(), matcher.end(), finding, 0, time);
                token = matcher.end() - 1;
            }
        }
        return found;
    }
}
