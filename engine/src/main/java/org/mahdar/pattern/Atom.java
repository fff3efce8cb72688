package org.mahdar.pattern;

import java.util.BitSet;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/**
 * One thing that a pattern asks of a token: a name of the lexicon or of a finder, or a class of tokens that needs no
 * lexicon.
 */
final class Atom {
    /** Classes of tokens that every language knows. */
    enum Shape {
        HIT,
        ANY,
        WORD,
        NUMBER,
        DIGITS2,
        DIGITS4,
        DECIMAL,
        COMMA,
        COLON,
        STOP,
        DASH,
        SLASH,
        OPEN,
        CLOSE,
        BRACKET,
        BREAK,
        QUOTED,
        QUOTE,
        LONG_QUOTE,
        QUOTED_NAME,
        BRACKETED,
        WITH_ARTICLE,
        WITH_B,
        WITH_L,
        MAYBE_B,
        MAYBE_L
    }

    /** All proclitics. */
    static final int ALL = -1;

    /** A quotation of at least so many words is taken for words that somebody said, a shorter one for a name. */
    private static final int MIN_QUOTE = 4;

    /** No name is so long. */
    private static final int MIN_LONG_QUOTE = 8;

    private final Shape shape;
    private final int bit;
    private final int number;
    /** The sets that are accepted, one after the other and as bits: the bits of all atoms of a pack stay near a processor. */
    private final int[] accepted;

    private final long[] acceptedBits;
    private final int required;
    private final int allowed;

    private Atom(Shape shape, int number, BitSet accepted, int required, int allowed) {
        this.shape = shape;
        this.bit = Shapes.bit(shape);
        this.number = number;
        this.accepted = accepted.stream().toArray();
        this.acceptedBits = accepted.toLongArray();
        this.required = required;
        this.allowed = allowed;
    }

    static Atom of(Shape shape) {
        return new Atom(shape, -1, new BitSet(0), 0, ALL);
    }

    /**
     * A hit whose set is accepted, whose proclitics include all required and nothing beyond the allowed ones. Made by
     * {@link HitAtoms}, which gives each its number.
     */
    static Atom hit(int number, BitSet accepted, int required, int allowed) {
        return new Atom(Shape.HIT, number, accepted, required, allowed);
    }

    Shape shape() {
        return shape;
    }

    /** The number of an atom that asks for hits, by which the tape knows it. */
    int number() {
        return number;
    }

    /** The numbers of the symbol sets that are accepted. Not to be changed. */
    int[] accepted() {
        return accepted;
    }

    /** Whether a match of this is a hit, or one token: not a whole quotation or bracket. */
    boolean isOfKnownLength() {
        return switch (shape) {
            case QUOTED, QUOTE, LONG_QUOTE, QUOTED_NAME, BRACKETED -> false;
            default -> true;
        };
    }

    /** Whether this and another ask for the same. */
    boolean isLike(Atom other) {
        return shape == other.shape && number == other.number;
    }

    /** Whether a match of this may end in another sentence than it begins in. */
    boolean mayLeaveSentence() {
        return !isOfKnownLength() || shape == Shape.STOP || shape == Shape.BREAK;
    }

    boolean accepts(Tape tape, int hit) {
        int set = tape.set(hit);
        return set >>> 6 < acceptedBits.length
                && (acceptedBits[set >>> 6] & (1L << set)) != 0
                && admits(tape.clitics(hit));
    }

    /** Whether the proclitics include all required and nothing beyond the allowed ones. */
    boolean admits(int clitics) {
        return (clitics & required) == required && (clitics & ~allowed) == 0;
    }

    /** For all shapes but hits: the shape of the tokens that can begin a match, as a bit of {@link Shapes}. */
    int opening() {
        return switch (shape) {
            case QUOTED, QUOTE, LONG_QUOTE, QUOTED_NAME -> Shapes.OPEN;
            case BRACKETED -> Shapes.BRACKET;
            case WITH_ARTICLE, WITH_B, WITH_L, MAYBE_B, MAYBE_L -> Shapes.WORD;
            default -> bit;
        };
    }

    /** For all shapes but hits: the token after the match, or -1. */
    int end(Tape tape, int token) {
        Text text = tape.text();
        if (token >= text.size()) {
            return -1;
        }
        switch (shape) {
            case QUOTED:
                return quoted(text, token, 0, Integer.MAX_VALUE);
            case QUOTE:
                return quoted(text, token, MIN_QUOTE, Integer.MAX_VALUE);
            case LONG_QUOTE:
                return quoted(text, token, MIN_LONG_QUOTE, Integer.MAX_VALUE);
            case QUOTED_NAME:
                return quoted(text, token, 0, MIN_QUOTE - 1);
            case BRACKETED:
                return text.partner(token) > token ? text.partner(token) + 1 : -1;
            case WITH_ARTICLE:
                return step(isDefinite(tape, token), token);
            case WITH_B:
                return step(bears(tape, token, Letters.B, false), token);
            case WITH_L:
                return step(bears(tape, token, Letters.L, false), token);
            case MAYBE_B:
                return step(bears(tape, token, Letters.B, true), token);
            case MAYBE_L:
                return step(bears(tape, token, Letters.L, true), token);
            default:
                return step(tape.isOf(token, bit), token);
        }
    }

    private static int quoted(Text text, int token, int least, int most) {
        int q = text.opens(token);
        if (q < 0 || !text.quotations().get(q).closed()) {
            return -1;
        }
        int close = text.quotations().get(q).close();
        int inside = close - token - 1;
        return inside >= least && inside <= most ? close + 1 : -1;
    }

    /**
     * Whether the word is written together with that preposition: the lexicon knows what follows it, or the article
     * follows it. With {@code maybe} also where the lexicon knows nothing of a longer word that opens with its letter.
     */
    private static boolean bears(Tape tape, int token, int preposition, boolean maybe) {
        Text text = tape.text();
        if (text.kind(token) != Text.WORD) {
            return false;
        }
        int from = text.formStart(token);
        int to = text.formStart(token + 1);
        boolean known = false;
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            if ((tape.clitics(hit) & preposition) != 0) {
                return true;
            }
            known |= (tape.clitics(hit) & Letters.PREPOSITION) == 0;
        }
        Letters letters = tape.letters();
        char[] forms = text.forms();
        int at = letters.proclitic(forms[from]) == Letters.CONJ && to - from > 4 ? from + 1 : from;
        if (letters.proclitic(forms[at]) != preposition) {
            return false;
        }
        if (to - at == 1
                || letters.articleAt(forms, at + 1, to) > 0
                || (preposition == Letters.L && letters.joinedAt(forms, at, to))) {
            return true;
        }
        return maybe && !known && to - at > 3;
    }

    private static boolean isDefinite(Tape tape, int token) {
        Text text = tape.text();
        return text.kind(token) == Text.WORD
                && tape.letters().articleAt(text.forms(), text.formStart(token), text.formStart(token + 1)) > 0;
    }

    private static int step(boolean holds, int token) {
        return holds ? token + 1 : -1;
    }

    static int flag(String name) {
        switch (name) {
            case "conj":
                return Letters.CONJ;
            case "b":
                return Letters.B;
            case "l":
                return Letters.L;
            case "k":
                return Letters.K;
            case "art":
                return Letters.ARTICLE;
            case "future":
                return Letters.FUTURE;
            default:
                return 0;
        }
    }
}
