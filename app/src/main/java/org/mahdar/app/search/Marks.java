package org.mahdar.app.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Span;

/** Where the words of a query stand in a text, and how closely they agree there. */
public final class Marks {
    private Marks() {}

    /**
     * A place that matches.
     *
     * @param span where, in UTF-16 code units of the text
     * @param asked the words of the query
     * @param level how closely they agree
     */
    public record Mark(Span span, String asked, Level level) {}

    /** All places of a text, in its order, that match words of a query which are not under a NOT. */
    public static List<Mark> of(String query, Level level, String text) throws QueryFault {
        List<Mark> out = new ArrayList<>();
        Optional<Asked> asked = QueryParser.parse(query, level);
        if (asked.isPresent()) {
            collect(asked.get(), text, out);
        }
        out.sort(Comparator.comparing(Mark::span));
        return out;
    }

    private static void collect(Asked asked, String text, List<Mark> out) {
        if (asked instanceof Asked.Text words) {
            for (Level level : Level.values()) {
                if (level.compareTo(words.level()) <= 0) {
                    mark(words, level, text, out);
                }
            }
        } else if (asked instanceof Asked.All all) {
            all.parts().forEach(part -> collect(part, text, out));
        } else if (asked instanceof Asked.Any any) {
            any.parts().forEach(part -> collect(part, text, out));
        }
    }

    private static void mark(Asked.Text words, Level level, String text, List<Mark> out) {
        List<String> asked = Analysis.forms(words.words(), level);
        List<Analysis.Word> there = Analysis.words(text, level);
        for (int i = 0; i < there.size(); i++) {
            Optional<Integer> last = match(asked, there, i, words);
            if (last.isPresent()) {
                Span span = new Span(
                        there.get(i).span().start(),
                        there.get(last.get()).span().end());
                if (out.stream().noneMatch(mark -> mark.span().overlaps(span))) {
                    out.add(new Mark(span, words.words(), level));
                }
            }
        }
    }

    /** The last word of a match that begins with a word, all words in their order with at most the slop between. */
    private static Optional<Integer> match(List<String> asked, List<Analysis.Word> there, int from, Asked.Text words) {
        int at = from;
        int slop = words.slop();
        for (int i = 0; i < asked.size(); i++) {
            while (i > 0
                    && at < there.size()
                    && slop > 0
                    && !there.get(at).form().equals(asked.get(i))) {
                at++;
                slop--;
            }
            if (at >= there.size()) {
                return Optional.empty();
            }
            String form = there.get(at).form();
            boolean same = words.prefix() ? form.startsWith(asked.get(i)) : form.equals(asked.get(i));
            if (!same) {
                return Optional.empty();
            }
            at++;
        }
        return asked.isEmpty() ? Optional.empty() : Optional.of(at - 1);
    }
}
