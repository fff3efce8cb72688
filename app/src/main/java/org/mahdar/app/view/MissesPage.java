package org.mahdar.app.view;

import java.util.List;
import java.util.stream.Collectors;
import org.mahdar.model.Span;
import org.mahdar.score.Difference;
import org.mahdar.score.Scorer;

/**
 * Every difference between minutes and gold with the words in question, for whoever mends the patterns. One line each, so
 * that {@code grep}, {@code sort} and {@code diff} work on it.
 */
public final class MissesPage {
    private static final int LONGEST = 160;

    private MissesPage() {}

    /** Adds the differences of a story. */
    public static void append(String text, Scorer.Result result, StringBuilder out) {
        for (Difference d : result.differences()) {
            out.append(result.id())
                    .append('\t')
                    .append(d.layer())
                    .append('\t')
                    .append(d.sort().word())
                    .append('\t');
            out.append(d.span().start())
                    .append('\t')
                    .append(d.what().replace('\t', ' '))
                    .append('\t');
            out.append(words(text, d.wanted()));
            out.append(d.wanted().isEmpty() || d.got().isEmpty() || d.wanted().equals(d.got()) ? "" : "  ≠  ");
            out.append(d.wanted().equals(d.got()) ? "" : words(text, d.got())).append('\n');
        }
    }

    private static String words(String text, List<Span> spans) {
        return spans.stream()
                .map(span -> span.end() <= text.length() ? span.of(text) : "")
                .map(words -> words.replaceAll("\\s+", " "))
                .map(words -> words.length() <= LONGEST
                        ? words
                        : words.substring(0, LONGEST / 2) + " … " + words.substring(words.length() - LONGEST / 2))
                .collect(Collectors.joining(" + "));
    }
}
