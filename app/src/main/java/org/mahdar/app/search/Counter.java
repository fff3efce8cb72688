package org.mahdar.app.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what is found by facet and by day. */
final class Counter extends SimpleCollector {
    /** How many values of a facet are told. */
    private static final int MOST = 50;

    /** Makes one; a searcher without threads of its own asks for no more. */
    static final CollectorManager<Counter, Counter> MANAGER = new CollectorManager<>() {
        @Override
        public Counter newCollector() {
            return new Counter();
        }

        @Override
        public Counter reduce(Collection<Counter> counters) {
            if (counters.size() != 1) {
                throw new IllegalStateException("One searcher, one counter, and not " + counters.size());
            }
            return counters.iterator().next();
        }
    };

    private final Map<Facet, Map<String, Integer>> facets = new EnumMap<>(Facet.class);
    private final Map<LocalDate, Integer> days = new TreeMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<Long, Integer> segmentDays = new HashMap<>();
    private NumericDocValues day = DocValues.emptyNumeric();
    private int total;

    /** A facet within a segment, whose values are numbers. */
    private static final class Column {
        private final Facet facet;
        private final SortedSetDocValues values;
        private final int[] counts;

        Column(Facet facet, SortedSetDocValues values) {
            this.facet = facet;
            this.values = values;
            this.counts = new int[Math.toIntExact(values.getValueCount())];
        }
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        end();
        for (Facet facet : Facet.values()) {
            SortedSetDocValues values = DocValues.getSortedSet(context.reader(), facet.keys());
            columns.add(new Column(facet, values));
        }
        day = DocValues.getNumeric(context.reader(), Queries.DAY);
    }

    @Override
    public void collect(int doc) throws IOException {
        total++;
        for (Column column : columns) {
            SortedSetDocValues values = column.values;
            if (values.advanceExact(doc)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    column.counts[(int) values.nextOrd()]++;
                }
            }
        }
        if (day.advanceExact(doc)) {
            segmentDays.merge(day.longValue(), 1, Integer::sum);
        }
    }

    /** Adds up the segment. */
    private void end() throws IOException {
        for (Column column : columns) {
            Map<String, Integer> sums = facets.computeIfAbsent(column.facet, f -> new HashMap<>());
            for (int ord = 0; ord < column.counts.length; ord++) {
                if (column.counts[ord] > 0) {
                    sums.merge(column.values.lookupOrd(ord).utf8ToString(), column.counts[ord], Integer::sum);
                }
            }
        }
        columns.clear();
        segmentDays.forEach((epochDay, count) -> days.merge(Queries.day(epochDay), count, Integer::sum));
        segmentDays.clear();
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    int total() {
        return total;
    }

    Map<LocalDate, Integer> days() throws IOException {
        end();
        return days;
    }

    Map<Facet, List<Answer.Count>> facets() throws IOException {
        end();
        Map<Facet, List<Answer.Count>> out = new EnumMap<>(Facet.class);
        facets.forEach((facet, sums) -> out.put(
                facet,
                sums.entrySet().stream()
                        .map(entry -> new Answer.Count(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingInt(Answer.Count::count)
                                .reversed()
                                .thenComparing(Answer.Count::key))
                        .limit(MOST)
                        .toList()));
        return out;
    }
}
