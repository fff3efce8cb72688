package org.mahdar.app.view;

import java.util.List;
import org.mahdar.score.Score;

/** The figures of scores as a page of Markdown; nothing of the stories, no date, so it changes only when they do. */
public final class QualityPage {
    private static final String HEAD = """
            # How well stories are read

            Made by `%s`: figures on stories that people have read by hand, counted as in `org.mahdar.score`.
            Lines are paired one to one, best overlap first. P is the share of Mahdar's lines that are right, R the share of
            people's lines that were found, F1 their harmonic mean.
            """;

    private static final String SECTION = """

            ## %s

            Stories: %d. Spans that lie in their story: %s.

            | layer | measure | people | Mahdar | right | P | R | F1 |
            | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
            """;

    private static final String SHARES = """

            Of the lines found, or of those that have it:

            | layer | what | right | of | share |
            | --- | --- | ---: | ---: | ---: |
            """;

    private QualityPage() {}

    /**
     * The figures of some stories.
     *
     * @param name what the stories are
     * @param score all of them together
     */
    public record Section(String name, Score score) {}

    /**
     * The page.
     *
     * @param command what made it
     */
    public static String of(List<Section> sections, String command) {
        StringBuilder out = new StringBuilder(HEAD.formatted(command));
        sections.forEach(section -> append(section, out));
        return out.toString();
    }

    private static void append(Section section, StringBuilder out) {
        Score score = section.score();
        out.append(SECTION.formatted(
                section.name(), score.stories(), score.traceable().figure()));
        for (Score.Layer layer : score.layers()) {
            for (Score.Count count : layer.counts()) {
                out.append(cells(
                        layer.name(),
                        count.name(),
                        count.gold(),
                        count.said(),
                        count.hits(),
                        Score.figure(count.precision()),
                        Score.figure(count.recall()),
                        Score.figure(count.f1())));
            }
        }
        out.append(SHARES);
        for (Score.Layer layer : score.layers()) {
            for (Score.Share share : layer.shares()) {
                out.append(cells(layer.name(), share.name(), share.hits(), share.of(), share.figure()));
            }
        }
    }

    private static String cells(Object... values) {
        StringBuilder out = new StringBuilder("|");
        for (Object value : values) {
            out.append(' ').append(value).append(" |");
        }
        return out.append('\n').toString();
    }
}
