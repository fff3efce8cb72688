package org.mahdar.extract;

import java.util.OptionalInt;
import org.mahdar.language.Term;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/** Reads whole numbers, in digits of any script or in words (cardinals and ordinals), from stretches of tokens. */
final class Numbers {
    private static final String CARDINALS = "cardinals";
    private static final String ORDINALS = "ordinals";
    private static final int THOUSAND = 1000;
    /** More digits than this are no count of anything in time. */
    private static final int MAX_DIGITS = 7;

    private Numbers() {}

    /** The number that the tokens make together; empty where they hold none, or a fraction. */
    static OptionalInt read(Tape tape, int from, int to) {
        Text text = tape.text();
        int total = 0;
        int current = 0;
        boolean any = false;
        int token = from;
        while (token < to) {
            int next = token + 1;
            if (text.kind(token) == Text.NUMBER) {
                OptionalInt digits = digits(text, token);
                if (digits.isEmpty() || any) {
                    return OptionalInt.empty();
                }
                current += digits.getAsInt();
                any = true;
            } else {
                int hit = word(tape, token, to);
                if (hit >= 0 && tape.payload(hit) instanceof Term term) {
                    int value = Integer.parseInt(term.entry().need("value"));
                    any = true;
                    next = tape.end(hit);
                    if (value == THOUSAND && current > 0) {
                        total += current * THOUSAND;
                        current = 0;
                    } else {
                        current += value;
                    }
                }
            }
            token = next;
        }
        return any ? OptionalInt.of(total + current) : OptionalInt.empty();
    }

    /** The longest number word at a token, as a hit of the tape; -1 where there is none. */
    private static int word(Tape tape, int token, int limit) {
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            if (tape.end(hit) <= limit && tape.payload(hit) instanceof Term term) {
                String list = term.entry().list();
                if (list.equals(CARDINALS) || list.equals(ORDINALS)) {
                    return hit;
                }
            }
        }
        return -1;
    }

    /** The whole number that a number token writes; empty where it holds a point or comma, or is too long. */
    static OptionalInt digits(Text text, int token) {
        int from = text.formStart(token);
        int to = text.formStart(token + 1);
        if (text.kind(token) != Text.NUMBER || to - from > MAX_DIGITS) {
            return OptionalInt.empty();
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.forms()[i];
            if (c < '0' || c > '9') {
                return OptionalInt.empty();
            }
            value = value * 10 + c - '0';
        }
        return OptionalInt.of(value);
    }
}
