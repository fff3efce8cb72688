package org.mahdar.app.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** Turns a query as it was understood into one of the index. */
final class Queries {
    static final String TYPE = "type";
    static final String STORY = "story";
    static final String LINE = "line";
    static final String DAY = "day";
    static final String A_STORY = "s";
    static final String A_LINE = "l";

    private Queries() {}

    static Query of(Asked asked) {
        if (asked instanceof Asked.Text text) {
            return text(text);
        }
        if (asked instanceof Asked.Field field) {
            return field(field);
        }
        if (asked instanceof Asked.Time time) {
            int day = Math.toIntExact(time.day().toEpochDay());
            return time.from()
                    ? IntPoint.newRangeQuery(DAY, day, Integer.MAX_VALUE)
                    : IntPoint.newRangeQuery(DAY, Integer.MIN_VALUE, day);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (asked instanceof Asked.Any any) {
            any.parts().forEach(part -> all.add(of(part), Occur.SHOULD));
        } else if (asked instanceof Asked.All parts) {
            parts.parts().forEach(part -> add(part, all));
            withSomething(parts.parts(), all);
        } else if (asked instanceof Asked.Not not) {
            add(not, all);
            withSomething(List.of(not), all);
        }
        return all.build();
    }

    private static void add(Asked part, BooleanQuery.Builder all) {
        if (part instanceof Asked.Not not) {
            all.add(of(not.part()), Occur.MUST_NOT);
        } else {
            all.add(of(part), Occur.MUST);
        }
    }

    /** What is only told what it must not hold would find nothing. */
    private static void withSomething(List<Asked> parts, BooleanQuery.Builder all) {
        if (parts.stream().allMatch(part -> part instanceof Asked.Not)) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
    }

    /** What agrees more closely than was asked for comes before the rest. */
    private static Query text(Asked.Text text) {
        List<Query> levels = new ArrayList<>();
        float boost = 4;
        for (Level level : Level.values()) {
            if (level.compareTo(text.level()) <= 0 && !(text.prefix() && level == Level.STEM)) {
                levels.add(new BoostQuery(words(text, level), boost));
                boost /= 2;
            }
        }
        return levels.size() == 1 ? levels.get(0) : new DisjunctionMaxQuery(levels, 0);
    }

    private static Query words(Asked.Text text, Level level) {
        List<String> exact = Analysis.forms(text.words(), Level.EXACT);
        if (text.prefix()) {
            String form = Analysis.forms(text.words(), Level.FOLDED).get(0);
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            Stacked.beginnings(form, level)
                    .forEach(begin -> any.add(new PrefixQuery(new Term(Analysis.TEXT, begin)), Occur.SHOULD));
            return any.build();
        }
        if (exact.size() == 1) {
            SynonymQuery.Builder any = new SynonymQuery.Builder(Analysis.TEXT);
            Stacked.terms(exact.get(0), level).forEach(term -> any.addTerm(new Term(Analysis.TEXT, term)));
            return any.build();
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(text.slop());
        for (String word : exact) {
            phrase.add(Stacked.terms(word, level).stream()
                    .map(term -> new Term(Analysis.TEXT, term))
                    .toArray(Term[]::new));
        }
        return phrase.build();
    }

    /** All words of the value stand in one name, or it is the key. */
    private static Query field(Asked.Field field) {
        if (field.name().equals("story")) {
            return new TermQuery(new Term(STORY, field.value()));
        }
        Facet facet = Facet.valueOf(field.name().toUpperCase(java.util.Locale.ROOT));
        List<String> forms = Analysis.forms(field.value(), Level.FOLDED);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(new TermQuery(new Term(facet.keys(), field.value())), Occur.SHOULD);
        if (!forms.isEmpty()) {
            PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(3);
            forms.forEach(form -> phrase.add(new Term(facet.words(), form)));
            any.add(phrase.build(), Occur.SHOULD);
        }
        return any.build();
    }

    /** The query with the sort of thing that is sought. */
    static Query sought(Query query, boolean stories) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(new Term(TYPE, stories ? A_STORY : A_LINE)), Occur.FILTER)
                .build();
    }

    static LocalDate day(long epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }
}
