package org.mahdar.extract;

import java.util.Optional;
import org.mahdar.language.Language;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.PatternSet;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/** Finds the dateline of a story: the place, day and agency that stand before its first sentence. */
final class Datelines {
    /** A dateline stands at the head of one of the first paragraphs. */
    private static final int PARAGRAPHS = 3;

    private final PatternSet patterns;

    Datelines(Language language) {
        this.patterns = language.patterns("dateline");
        Resolvers.check(patterns.patterns());
    }

    /** The day of the dateline; empty where the story has none. */
    Optional<TimeFinder.Found> find(Tape tape, Matcher matcher, TimeContext context) {
        Text text = tape.text();
        int paragraphs = 0;
        for (int token = 0; token < text.size() && paragraphs < PARAGRAPHS; token++) {
            if (token > 0 && text.kind(token - 1) != Text.BREAK) {
                continue;
            }
            paragraphs++;
            if (patterns.first(matcher, tape, token)) {
                TimeParts parts = TimeParts.of(tape, matcher);
                Optional<TimeValue> value = Resolvers.resolve(parts, context);
                if (value.isPresent()) {
                    return Optional.of(new TimeFinder.Found(parts, value.get()));
                }
            }
        }
        return Optional.empty();
    }
}
