package org.mahdar.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that patterns may use between {@code < >} and after {@code @}, numbered; and the sets of such names that
 * words of the lexicon carry, numbered too, so that a word answers "do you belong to this name" by one look-up.
 */
public final class Symbols {
    /** How many words a signature has; a power of two. */
    static final int SIGNATURE = 4;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<List<Integer>, Integer> setNumbers = new LinkedHashMap<>();
    /** For each set its names, as bits. */
    private final List<BitSet> sets = new ArrayList<>();

    private long[][] rows = new long[64][];
    private final Map<Integer, BitSet> bySymbol = new HashMap<>();
    private final HitAtoms atoms = new HitAtoms();
    /** The signature of each set, see {@link #sign}. */
    private long[] signatures = new long[0];

    /** What patterns ask of hits with these sets. */
    HitAtoms atoms() {
        return atoms;
    }

    /** The number of a name, given now if it has none. */
    public int add(String name) {
        return numbers.computeIfAbsent(name, n -> numbers.size());
    }

    /** The number of a name that must exist. */
    public Optional<Integer> number(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    /** All names in alphabetical order. */
    public Set<String> names() {
        return new TreeSet<>(numbers.keySet());
    }

    /** The number of a set of names, given now if it has none. */
    public int set(String... names) {
        int[] members =
                Arrays.stream(names).mapToInt(this::add).sorted().distinct().toArray();
        List<Integer> key = Arrays.stream(members).boxed().toList();
        return setNumbers.computeIfAbsent(key, k -> {
            int number = sets.size();
            BitSet bits = new BitSet();
            if ((number + 1) * SIGNATURE > signatures.length) {
                signatures = Arrays.copyOf(signatures, 2 * (number + 1) * SIGNATURE);
            }
            for (int member : members) {
                bits.set(member);
                bySymbol.computeIfAbsent(member, symbol -> new BitSet()).set(number);
                signatures[number * SIGNATURE + word(member)] |= 1L << member;
            }
            sets.add(bits);
            rows = number < rows.length ? rows : Arrays.copyOf(rows, number * 2);
            rows[number] = bits.toLongArray();
            return number;
        });
    }

    /** The sets that have the name numbered {@code symbol}. Not to be changed. */
    BitSet setsWith(int symbol) {
        return bySymbol.computeIfAbsent(symbol, none -> new BitSet());
    }

    /**
     * Adds the signature of a set to a row of {@link #SIGNATURE} words: a bit for each name of the set. Some names share a
     * bit, so a name whose bit is missing is surely missing, and no more.
     */
    void sign(long[] rows, int from, int set) {
        for (int w = 0; w < SIGNATURE; w++) {
            rows[from + w] |= signatures[set * SIGNATURE + w];
        }
    }

    /** The word of a signature that has the bit of a name. */
    static int word(int symbol) {
        return (symbol >>> 6) & (SIGNATURE - 1);
    }

    /** How many different sets there are. */
    public int setCount() {
        return sets.size();
    }

    /** Whether the set numbered {@code set} has the name numbered {@code symbol}. */
    public boolean has(int set, int symbol) {
        long[] row = rows[set];
        return symbol >>> 6 < row.length && (row[symbol >>> 6] & (1L << symbol)) != 0;
    }
}
