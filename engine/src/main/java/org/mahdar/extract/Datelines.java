package org.mahdar.extract;

import java.util.List;
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

    /** How far from the head of its paragraph a dateline may name its month or agency, in tokens. */
    private static final int REACH = 24;

    private final PatternSet patterns;
    private final int[] signs;

    Datelines(Language language) {
        this.patterns = language.patterns("dateline");
        Resolvers.check(patterns.patterns());
        this.signs = List.of("months", "months.weak", "hijri", "hijri.weak", "agencies").stream()
                .mapToInt(language::symbol)
                .toArray();
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
            if (hasSign(tape, token) && patterns.first(matcher, tape, token)) {
                TimeParts parts = TimeParts.of(tape, matcher);
                Optional<TimeValue> value = Resolvers.resolve(parts, context);
                if (value.isPresent()) {
                    return Optional.of(new TimeFinder.Found(parts, value.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a paragraph holds a date in digits, a month or an agency early on; most do not, and need not be tried. */
    private boolean hasSign(Tape tape, int from) {
        Text text = tape.text();
        int end = Math.min(from + REACH, text.size());
        for (int token = from; token < end && text.kind(token) != Text.BREAK; token++) {
            if (isDigitDate(text, token)) {
                return true;
            }
            for (int sign : signs) {
                if (tape.find(token, sign) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a number looks like the beginning of a date in digits. */
    private static boolean isDigitDate(Text text, int token) {
        if (text.kind(token) != Text.NUMBER) {
            return false;
        }
        boolean dotted = Numbers.digits(text, token).isEmpty();
        boolean parted = text.isMark(token + 1, '-') || text.isMark(token + 1, '/');
        return dotted || (parted && token + 2 < text.size() && text.kind(token + 2) == Text.NUMBER);
    }
}
