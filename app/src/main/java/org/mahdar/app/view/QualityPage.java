package org.mahdar.app.view;

import org.mahdar.score.Score;

/** The figures of a score as a page of Markdown; nothing of the stories, no date, so it changes only when they do. */
public final class QualityPage {
    private static final String HEAD = """
            # How well stories are read

            Made by `%s`; figures on stories that people have read by hand, counted as in `org.mahdar.score`:
            lines are paired one to one, best overlap first. P is the share of Mahdar's lines that are right, R the share of
            people's lines that were found, F1 their harmonic mean.

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
     * The page.
     *
     * @param command what made it
     */
    public static String of(Score score, String command) {
        StringBuilder out = new StringBuilder(
                HEAD.formatted(command, score.stories(), score.traceable().figure()));
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
        return out.toString();
    }

    private static String cells(Object... values) {
        StringBuilder out = new StringBuilder("|");
        for (Object value : values) {
            out.append(' ').append(value).append(" |");
        }
        return out.append('\n').toString();
    }
}
