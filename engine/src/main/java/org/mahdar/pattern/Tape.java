package org.mahdar.pattern;

import java.util.Arrays;
import java.util.Optional;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/**
 * What is known of each stretch of tokens of one text: words of the lexicon, times, actors. Each such fact is a hit: it
 * begins at a token, ends before another, carries a set of {@link Symbols}, the proclitics its first word bears and
 * whatever object it stands for. Finders add hits; patterns match over them.
 */
public final class Tape {
    private static final int NONE = -1;
    /** So many flags of {@code Letters} tell of proclitics. */
    private static final int CLITIC_BITS = 6;

    private static final int CLITICS = (1 << CLITIC_BITS) - 1;

    private final Text text;
    private final Letters letters;
    private final Symbols symbols;
    private final int[] first;
    private int count;
    private int[] next;
    private int[] end;
    /** The symbol set of each hit and, in the lowest bits, its proclitics. */
    private int[] what;

    private Object[] payload;
    /** For each token, which names its hits may have; see {@link Symbols#sign}. */
    private final long[] signatures;
    /** For each token, which atoms its hits answer: so many words of bits a token. */
    private final long[] atoms;

    private final int words;
    /** For each token, what it is by itself. */
    private final int[] shapes;

    /** An empty tape over a text. */
    public Tape(Text text, Letters letters, Symbols symbols) {
        this.text = text;
        this.letters = letters;
        this.symbols = symbols;
        this.first = new int[text.size() + 1];
        // Twice as many hits as tokens are more than most texts have.
        int room = 2 * text.size() + 16;
        this.next = new int[room];
        this.end = new int[room];
        this.what = new int[room];
        this.payload = new Object[room];
        this.signatures = new long[(text.size() + 1) * Symbols.SIGNATURE];
        this.words = symbols.atoms().words();
        this.atoms = new long[(text.size() + 1) * words];
        this.shapes = Shapes.of(text);
        Arrays.fill(first, NONE);
    }

    /** The text under the tape. */
    public Text text() {
        return text;
    }

    /** How letters are compared. */
    public Letters letters() {
        return letters;
    }

    /** Adds a hit; at one token the longer hits come first, equal ones in order of their adding. */
    public void add(int from, int to, int symbolSet, int proclitics, Object fact) {
        if (count == next.length) {
            int more = count * 2;
            next = Arrays.copyOf(next, more);
            end = Arrays.copyOf(end, more);
            what = Arrays.copyOf(what, more);
            payload = Arrays.copyOf(payload, more);
        }
        int hit = count++;
        symbols.sign(signatures, from * Symbols.SIGNATURE, symbolSet);
        symbols.atoms().mark(atoms, from * words, symbolSet, proclitics);
        end[hit] = to;
        what[hit] = (symbolSet << CLITIC_BITS) | proclitics;
        payload[hit] = fact;
        int before = NONE;
        int after = first[from];
        while (after != NONE && end[after] >= to) {
            before = after;
            after = next[after];
        }
        next[hit] = after;
        if (before == NONE) {
            first[from] = hit;
        } else {
            next[before] = hit;
        }
    }

    /** The first hit at a token, or -1; none outside the text. */
    public int first(int token) {
        return token >= 0 && token < first.length ? first[token] : NONE;
    }

    /** Whether some hit at a token of the text, or just behind it, is one of those that an atom asks for. */
    boolean holds(int token, Atom atom) {
        return (atoms[token * words + (atom.number() >>> 6)] & (1L << atom.number())) != 0;
    }

    /** Whether a token of the text, or the place just behind it, is by itself of the shape with this bit of {@link Shapes}. */
    boolean isOf(int token, int shape) {
        return (shapes[token] & shape) != 0;
    }

    /** What a token of the text, or the place just behind it, is by itself, as bits of {@link Shapes}. */
    int shapes(int token) {
        return shapes[token];
    }

    /** The next hit at the same token, or -1. */
    public int next(int hit) {
        return next[hit];
    }

    /** The token after a hit. */
    public int end(int hit) {
        return end[hit];
    }

    /** The number of a hit's symbol set. */
    public int set(int hit) {
        return what[hit] >>> CLITIC_BITS;
    }

    /** The proclitics on a hit's first word, as flags of {@code Letters}. */
    public int clitics(int hit) {
        return what[hit] & CLITICS;
    }

    /** Whether a hit carries a symbol. */
    public boolean has(int hit, int symbol) {
        return symbols.has(what[hit] >>> CLITIC_BITS, symbol);
    }

    /** What a hit stands for. */
    public Object payload(int hit) {
        return payload[hit];
    }

    /** The first, that is longest, hit at a token that carries a symbol; -1 where there is none. */
    public int find(int token, int symbol) {
        if ((signatures[token * Symbols.SIGNATURE + Symbols.word(symbol)] & (1L << symbol)) == 0) {
            return NONE;
        }
        for (int hit = first[token]; hit != NONE; hit = next[hit]) {
            if (symbols.has(what[hit] >>> CLITIC_BITS, symbol)) {
                return hit;
            }
        }
        return NONE;
    }

    /** What stands at a token under a symbol, if it is of the given type. */
    public <T> Optional<T> at(int token, int symbol, Class<T> type) {
        int hit = find(token, symbol);
        return hit != NONE && type.isInstance(payload[hit]) ? Optional.of(type.cast(payload[hit])) : Optional.empty();
    }
}
