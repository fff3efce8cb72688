package org.mahdar.app.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/**
 * The values of a facet in one state of an index, each with a number that is the same in all segments, in the order of the
 * values: so that counting needs no names, and only those that are told are looked up, which is what costs. Safe for many
 * threads.
 */
final class Values {
    /** How many names are remembered. */
    private static final int REMEMBERED = 10_000;

    private final String field;
    private final IndexReader reader;
    private final OrdinalMap numbers;
    private final int size;
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    Values(Facet facet, IndexReader reader) throws IOException {
        this.field = facet.keys();
        this.reader = reader;
        List<SortedSetDocValues> segments = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            segments.add(DocValues.getSortedSet(leaf.reader(), field));
        }
        this.numbers = OrdinalMap.build(null, segments.toArray(new SortedSetDocValues[0]), PackedInts.DEFAULT);
        this.size = Math.toIntExact(numbers.getValueCount());
    }

    private String name(int number) throws IOException {
        String known = names.get(number);
        if (known != null) {
            return known;
        }
        LeafReaderContext leaf = reader.leaves().get(numbers.getFirstSegmentNumber(number));
        String name = DocValues.getSortedSet(leaf.reader(), field)
                .lookupOrd(numbers.getFirstSegmentOrd(number))
                .utf8ToString();
        if (names.size() < REMEMBERED) {
            names.put(number, name);
        }
        return name;
    }

    /** Begins to count. */
    Count count() {
        return new Count();
    }

    /** How often each value was met. */
    final class Count {
        private final int[] counts = new int[size];

        /** Counts in a segment. */
        Segment in(LeafReaderContext leaf) throws IOException {
            return new Segment(DocValues.getSortedSet(leaf.reader(), field), numbers.getGlobalOrds(leaf.ord), counts);
        }

        /** Those met most often, of as many the first in order. */
        List<Answer.Count> most(int limit) throws IOException {
            Comparator<Integer> worse =
                    Comparator.<Integer>comparingInt(number -> counts[number]).thenComparing(Comparator.reverseOrder());
            PriorityQueue<Integer> best = new PriorityQueue<>(worse);
            for (int number = 0; number < size; number++) {
                if (counts[number] > 0 && (best.size() < limit || counts[number] > counts[best.element()])) {
                    best.add(number);
                    if (best.size() > limit) {
                        best.remove();
                    }
                }
            }
            List<Integer> numbers = new ArrayList<>(best);
            numbers.sort(worse.reversed());
            List<Answer.Count> out = new ArrayList<>();
            for (int number : numbers) {
                out.add(new Answer.Count(name(number), counts[number]));
            }
            return out;
        }
    }

    /** Counts what the documents of a segment have. */
    static final class Segment {
        private final SortedSetDocValues values;
        private final LongValues numbers;
        private final int[] counts;

        private Segment(SortedSetDocValues values, LongValues numbers, int[] counts) {
            this.values = values;
            this.numbers = numbers;
            this.counts = counts;
        }

        void count(int doc) throws IOException {
            if (values.advanceExact(doc)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    counts[(int) numbers.get(values.nextOrd())]++;
                }
            }
        }
    }
}
