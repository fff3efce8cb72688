package org.mahdar.pattern;

import java.util.List;
import org.mahdar.text.Text;

/** What a token is by itself, whatever the lexicon says: for each token of a text the {@link Atom.Shape}s of one token, as bits. */
final class Shapes {
    static final int WORD = bit(Atom.Shape.WORD);
    static final int ANY = bit(Atom.Shape.ANY);
    static final int BREAK = bit(Atom.Shape.BREAK);
    static final int COMMA = bit(Atom.Shape.COMMA);
    static final int COLON = bit(Atom.Shape.COLON);
    static final int STOP = bit(Atom.Shape.STOP);
    static final int SLASH = bit(Atom.Shape.SLASH);
    static final int DASH = bit(Atom.Shape.DASH);
    static final int OPEN = bit(Atom.Shape.OPEN);
    static final int CLOSE = bit(Atom.Shape.CLOSE);
    static final int BRACKET = bit(Atom.Shape.BRACKET);
    static final int NUMBER = bit(Atom.Shape.NUMBER);
    static final int DECIMAL = bit(Atom.Shape.DECIMAL);
    static final int DIGITS2 = bit(Atom.Shape.DIGITS2);
    static final int DIGITS4 = bit(Atom.Shape.DIGITS4);

    private Shapes() {}

    /** The bit of a shape. */
    static int bit(Atom.Shape shape) {
        return 1 << List.of(Atom.Shape.values()).indexOf(shape);
    }

    /** The shapes of all tokens; one place more than there are tokens, which is of no shape. */
    static int[] of(Text text) {
        int[] out = new int[text.size() + 1];
        for (int token = 0; token < text.size(); token++) {
            boolean starts = startsSentence(text, token);
            switch (text.kind(token)) {
                case Text.WORD -> out[token] = WORD | (starts ? 0 : ANY);
                case Text.NUMBER -> out[token] = number(text, token) | (starts ? 0 : ANY);
                case Text.MARK -> {
                    boolean parts = starts || startsSentence(text, token + 1) || isPause(text, token);
                    out[token] = mark(text.mark(token)) | pair(text, token) | (parts ? 0 : ANY);
                }
                default -> out[token] = BREAK;
            }
        }
        return out;
    }

    private static int mark(char mark) {
        return switch (mark) {
            case ',', '\u060C', ';', '\u061B' -> COMMA;
            case ':' -> COLON;
            case '.', '!', '?', '\u061F' -> STOP;
            case '/', '\\' -> SLASH;
            default -> isDash(mark) ? DASH : 0;
        };
    }

    private static boolean isDash(char mark) {
        return mark == '-' || (mark >= '\u2010' && mark <= '\u2015') || mark == '\u2212' || mark == '\u0640';
    }

    private static int pair(Text text, int token) {
        return (text.opens(token) >= 0 ? OPEN : 0)
                | (closes(text, token) ? CLOSE : 0)
                | (text.partner(token) > token ? BRACKET : 0);
    }

    private static boolean closes(Text text, int token) {
        int q = text.quotation(token);
        return q >= 0
                && text.quotations().get(q).closed()
                && text.quotations().get(q).close() == token;
    }

    private static int number(Text text, int token) {
        int from = text.formStart(token);
        int to = text.formStart(token + 1);
        boolean digits = to > from;
        for (int i = from; i < to; i++) {
            char c = text.forms()[i];
            digits &= c >= '0' && c <= '9';
        }
        int out = NUMBER;
        if (!digits) {
            return out | DECIMAL;
        }
        int length = to - from;
        return out | (length <= 2 ? DIGITS2 : 0) | (length == 4 ? DIGITS4 : 0);
    }

    /** A run of points parts two thoughts as a full stop does, though a quotation may run over it. */
    private static boolean isPause(Text text, int token) {
        return text.mark(token) == '.'
                && ((text.isMark(token + 1, '.') && text.touches(token + 1))
                        || (text.isMark(token - 1, '.') && text.touches(token)));
    }

    private static boolean startsSentence(Text text, int token) {
        return token > 0 && token < text.size() && text.sentence(token) != text.sentence(token - 1);
    }
}
