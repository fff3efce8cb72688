package org.mahdar.app.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what is found by facet and by day. */
final class Counter extends SimpleCollector {
    /** How many values of a facet are told. */
    private static final int MOST = 50;

    private final Map<Facet, Values.Count> facets = new EnumMap<>(Facet.class);
    private final List<Values.Segment> here = new ArrayList<>();
    private final Map<Long, Integer> days = new HashMap<>();
    private NumericDocValues day = DocValues.emptyNumeric();
    private int total;

    /** Counts by these values. */
    Counter(Map<Facet, Values> values) {
        values.forEach((facet, those) -> facets.put(facet, those.count()));
    }

    /** Makes one; a searcher without threads of its own asks for no more. */
    static CollectorManager<Counter, Counter> manager(Map<Facet, Values> values) {
        return new CollectorManager<>() {
            @Override
            public Counter newCollector() {
                return new Counter(values);
            }

            @Override
            public Counter reduce(Collection<Counter> counters) {
                if (counters.size() != 1) {
                    throw new IllegalStateException("One searcher, one counter, and not " + counters.size());
                }
                return counters.iterator().next();
            }
        };
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        here.clear();
        for (Values.Count count : facets.values()) {
            here.add(count.in(context));
        }
        day = DocValues.getNumeric(context.reader(), Queries.DAY);
    }

    @Override
    public void collect(int doc) throws IOException {
        total++;
        for (Values.Segment segment : here) {
            segment.count(doc);
        }
        if (day.advanceExact(doc)) {
            days.merge(day.longValue(), 1, Integer::sum);
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    int total() {
        return total;
    }

    Map<LocalDate, Integer> days() {
        Map<LocalDate, Integer> out = new TreeMap<>();
        days.forEach((epochDay, count) -> out.put(Queries.day(epochDay), count));
        return out;
    }

    Map<Facet, List<Answer.Count>> facets() throws IOException {
        Map<Facet, List<Answer.Count>> out = new EnumMap<>(Facet.class);
        for (Map.Entry<Facet, Values.Count> entry : facets.entrySet()) {
            out.put(entry.getKey(), entry.getValue().most(MOST));
        }
        return out;
    }
}
