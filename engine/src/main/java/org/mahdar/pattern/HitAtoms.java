package org.mahdar.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the patterns of a pack ask of hits, each once and numbered: what of it a hit answers is one row of bits by its
 * symbol set and one by its proclitics, so that a tape knows of each token which atoms find something there.
 */
final class HitAtoms {
    /** Proclitics are flags of {@code Letters}; so many combinations there are. */
    static final int CLITICS = 64;

    private final Map<Asked, Atom> known = new HashMap<>();
    private final List<long[]> bySet = new ArrayList<>();
    private final long[][] byClitics = new long[CLITICS][0];

    private record Asked(BitSet sets, int required, int allowed) {}

    /** The atom that asks for a hit of one of the sets with these proclitics; the sets are handed over. */
    Atom atom(BitSet sets, int required, int allowed) {
        Asked asked = new Asked(sets, required, allowed);
        Atom atom = known.get(asked);
        if (atom == null) {
            atom = Atom.hit(known.size(), sets, required, allowed);
            known.put(asked, atom);
            note(atom);
        }
        return atom;
    }

    private void note(Atom atom) {
        int word = atom.number() >>> 6;
        long bit = 1L << atom.number();
        for (int set : atom.accepted()) {
            while (set >= bySet.size()) {
                bySet.add(new long[0]);
            }
            bySet.set(set, with(bySet.get(set), word, bit));
        }
        for (int clitics = 0; clitics < CLITICS; clitics++) {
            if (atom.admits(clitics)) {
                byClitics[clitics] = with(byClitics[clitics], word, bit);
            }
        }
    }

    private static long[] with(long[] row, int word, long bit) {
        long[] out = word < row.length ? row : Arrays.copyOf(row, word + 1);
        out[word] |= bit;
        return out;
    }

    /** How many words of bits a row may have. */
    int words() {
        return (known.size() + 63) >>> 6;
    }

    /** Adds the bits of the atoms that accept such a hit to a row of bits that begins at {@code from}. */
    void mark(long[] rows, int from, int set, int clitics) {
        if (set >= bySet.size()) {
            return;
        }
        long[] first = bySet.get(set);
        long[] second = byClitics[clitics];
        int count = Math.min(first.length, second.length);
        for (int w = 0; w < count; w++) {
            rows[from + w] |= first[w] & second[w];
        }
    }
}
