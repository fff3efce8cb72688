package org.mahdar.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.mahdar.model.Span;

/** Overlap of characters, and the one-to-one pairing built on it. */
final class Overlap {
    private Overlap() {}

    /**
     * Two lines taken for the same.
     *
     * @param gold number of people's line
     * @param said number of the engine's
     * @param likeness how alike they are
     */
    record Pair(int gold, int said, double likeness) {}

    /** Shared characters divided by all characters, 0 to 1. */
    static double jaccard(Collection<Span> a, Collection<Span> b) {
        BitSet left = characters(a);
        BitSet right = characters(b);
        BitSet both = (BitSet) left.clone();
        both.and(right);
        left.or(right);
        return left.isEmpty() ? 0 : (double) both.cardinality() / left.cardinality();
    }

    /** Whether they share a character. */
    static boolean touch(Collection<Span> a, Collection<Span> b) {
        return a.stream().anyMatch(left -> b.stream().anyMatch(left::overlaps));
    }

    private static BitSet characters(Collection<Span> spans) {
        BitSet out = new BitSet();
        spans.forEach(span -> out.set(span.start(), span.end()));
        return out;
    }

    /** Pairs lines one to one, best likeness first, the later lines first where it is equal. */
    static <A, B> List<Pair> pair(List<A> gold, List<B> said, ToDoubleBiFunction<A, B> likeness, double least) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            for (int j = 0; j < said.size(); j++) {
                double value = likeness.applyAsDouble(gold.get(i), said.get(j));
                if (value >= least) {
                    pairs.add(new Pair(i, j, value));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness)
                .thenComparingInt(Pair::gold)
                .thenComparingInt(Pair::said)
                .reversed());
        BitSet goldTaken = new BitSet();
        BitSet saidTaken = new BitSet();
        List<Pair> out = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!goldTaken.get(pair.gold()) && !saidTaken.get(pair.said())) {
                goldTaken.set(pair.gold());
                saidTaken.set(pair.said());
                out.add(pair);
            }
        }
        return out;
    }
}
