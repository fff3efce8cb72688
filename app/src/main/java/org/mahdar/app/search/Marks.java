package org.mahdar.app.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.mahdar.model.Span;

/** Finds where the words of a query stand in texts, and how closely they agree there. */
public final class Marks {
    /** Words that are sought, with their forms. */
    private record Sought(Asked.Text asked, List<Stacked.Forms> forms) {}

    /** A word of a text. */
    private record Word(Stacked.Forms forms, Span span) {}

    private final List<Sought> sought = new ArrayList<>();

    private Marks() {}

    /**
     * A place that matches.
     *
     * @param span where, in UTF-16 code units of the text
     * @param asked the words of the query
     * @param level how closely they agree
     */
    public record Mark(Span span, String asked, Level level) {}

    /** Of the words of a query which are not under a NOT. */
    public static Marks of(String query, Level level) throws QueryFault {
        Marks out = new Marks();
        QueryParser.parse(query, level).ifPresent(out::collect);
        return out;
    }

    private void collect(Asked asked) {
        if (asked instanceof Asked.Text words) {
            List<Stacked.Forms> forms = Analysis.words(words.words(), Level.EXACT).stream()
                    .map(word -> Stacked.Forms.of(word.form()))
                    .toList();
            sought.add(new Sought(words, forms));
        } else if (asked instanceof Asked.All all) {
            all.parts().forEach(this::collect);
        } else if (asked instanceof Asked.Any any) {
            any.parts().forEach(this::collect);
        }
    }

    /** All places within a part of a text that match, in its order. */
    public List<Mark> in(String text, Span part) {
        List<Mark> out = new ArrayList<>();
        if (sought.isEmpty()) {
            return out;
        }
        List<Word> there = new ArrayList<>();
        for (Analysis.Word word : Analysis.words(part.of(text), Level.EXACT)) {
            Span span = new Span(
                    part.start() + word.span().start(),
                    part.start() + word.span().end());
            there.add(new Word(Stacked.Forms.of(word.form()), span));
        }
        for (Sought words : sought) {
            for (Level level : Level.values()) {
                if (level.compareTo(words.asked().level()) <= 0) {
                    mark(words, level, there, out);
                }
            }
        }
        out.sort(Comparator.comparing(Mark::span));
        return out;
    }

    private static void mark(Sought words, Level level, List<Word> there, List<Mark> out) {
        for (int i = 0; i < there.size(); i++) {
            OptionalInt last = match(words, level, there, i);
            if (last.isPresent()) {
                Span span = new Span(
                        there.get(i).span().start(),
                        there.get(last.getAsInt()).span().end());
                if (out.stream().noneMatch(mark -> mark.span().overlaps(span))) {
                    out.add(new Mark(span, words.asked().words(), level));
                }
            }
        }
    }

    /** The last word of a match that begins with a word, all words in their order with at most the slop between. */
    private static OptionalInt match(Sought words, Level level, List<Word> there, int from) {
        int at = from;
        int slop = words.asked().slop();
        for (int i = 0; i < words.forms().size(); i++) {
            String asked = words.forms().get(i).at(level);
            while (i > 0
                    && at < there.size()
                    && slop > 0
                    && !there.get(at).forms().at(level).equals(asked)) {
                at++;
                slop--;
            }
            if (at >= there.size()) {
                return OptionalInt.empty();
            }
            String form = there.get(at).forms().at(level);
            boolean same = words.asked().prefix() ? form.startsWith(asked) : form.equals(asked);
            if (!same) {
                return OptionalInt.empty();
            }
            at++;
        }
        return words.forms().isEmpty() ? OptionalInt.empty() : OptionalInt.of(at - 1);
    }
}
