package org.mahdar.text;

import java.util.Arrays;

/**
 * Where sentences begin: after a full stop, question or exclamation mark, and after a line break. A point after a single
 * letter (an initial, an abbreviation) and a run of points (a pause) end no sentence.
 */
final class Sentences {
    private final int[] ofToken;
    /** How many closing marks after a stop are looked over; keeps a long run of brackets from costing its square. */
    private static final int MAX_CLOSERS = 4;

    private int[] starts = new int[32];
    private int count;

    Sentences(Text text) {
        ofToken = new int[text.size()];
        int size = text.size();
        open(0);
        for (int i = 0; i < size; i++) {
            ofToken[i] = count - 1;
            if (i + 1 < size && endsAt(text, i) && !continuesAt(text, i + 1)) {
                open(i + 1);
            }
        }
        open(size);
        count--;
    }

    private void open(int token) {
        if (count + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[count++] = token;
    }

    private static boolean endsAt(Text text, int token) {
        if (text.kind(token) == Text.BREAK) {
            return true;
        }
        // A closing mark or bracket after the stop belongs to the sentence that it closes.
        int stop = token;
        while (stop > 0 && token - stop < MAX_CLOSERS && isCloser(text, stop)) {
            stop--;
        }
        return isStop(text, stop);
    }

    private static boolean isCloser(Text text, int token) {
        char mark = text.mark(token);
        if (mark == ')' || mark == ']') {
            return true;
        }
        int q = text.quotation(token);
        return mark != 0 && q >= 0 && text.quotations().get(q).close() == token;
    }

    private static boolean continuesAt(Text text, int next) {
        return isCloser(text, next) || isStop(text, next) || (text.mark(next) == '.' && text.touches(next));
    }

    private static boolean isStop(Text text, int token) {
        switch (text.mark(token)) {
            case '!', '?', '\u061F', '\u06D4':
                return true;
            case '.':
                return !isPause(text, token) && !isInitial(text, token);
            default:
                return false;
        }
    }

    private static boolean isPause(Text text, int token) {
        return (text.isMark(token - 1, '.') && text.touches(token))
                || (text.isMark(token + 1, '.') && text.touches(token + 1));
    }

    private static boolean isInitial(Text text, int token) {
        if (!text.touches(token) || !text.isWord(token - 1)) {
            return false;
        }
        return text.formStart(token) - text.formStart(token - 1) == 1 || isInAddress(text, token);
    }

    /** A point between Latin letters or digits without a space, as in a web address. */
    private static boolean isInAddress(Text text, int token) {
        return text.touches(token + 1) && isLatin(text, text.start(token) - 1) && isLatin(text, text.end(token));
    }

    private static boolean isLatin(Text text, int at) {
        char c = at < text.raw().length() ? text.raw().charAt(at) : 0;
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    int[] ofToken() {
        return ofToken;
    }

    int[] starts() {
        return starts;
    }

    int count() {
        return count;
    }
}
