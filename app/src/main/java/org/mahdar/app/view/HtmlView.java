package org.mahdar.app.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mahdar.model.Minutes;
import org.mahdar.model.Problem;
import org.mahdar.model.Span;
import org.mahdar.model.Story;

/**
 * One page that needs nothing else: each story beside its lines, the words of a line marked in the text, every mark linked
 * with its line and back. Works without script; with it, a line and its words light up together.
 */
public final class HtmlView extends View {
    private final Labels labels;
    private boolean started;

    /** A page with the interface in the language of the labels. */
    public HtmlView(Labels labels) {
        this.labels = labels;
    }

    @Override
    public String render(Minutes minutes, int number) {
        Story story = minutes.story();
        List<Row> rows = Row.of(minutes);
        String prefix = "n" + number + "-";
        StringBuilder out = new StringBuilder(story.text().length() * 4 + 2048);
        out.append("<article>\n<div class=\"text\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(Html.escape(labels.word("part.text")))
                .append("\" ")
                .append(Html.language(story.language()))
                .append(">\n");
        about(story, out);
        for (MarkedText.Paragraph paragraph : new MarkedText(story, rows, prefix).paragraphs()) {
            String element = paragraph.title() ? "h2" : "p";
            out.append('<').append(element).append('>').append(paragraph.html());
            out.append("</").append(element).append(">\n");
        }
        out.append("</div>\n<div class=\"record\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(Html.escape(labels.word("part.record")))
                .append("\">\n");
        for (Layer layer : Layer.values()) {
            List<Row> part = rows.stream().filter(row -> row.layer() == layer).toList();
            if (part.isEmpty()) {
                continue;
            }
            heading(labels.word(layer.word()), part.size(), out);
            out.append("<ol>\n");
            part.forEach(row -> card(row, story, prefix, out));
            out.append("</ol>\n");
        }
        problems(minutes, out);
        if (rows.isEmpty()) {
            out.append("<p>").append(Html.escape(labels.word("part.nothing"))).append("</p>\n");
        }
        return out.append("</div>\n</article>\n").toString();
    }

    private void about(Story story, StringBuilder out) {
        out.append("<p class=\"about\">").append(Html.isolated(story.id()));
        story.published()
                .ifPresent(day -> out.append(" · <time datetime=\"")
                        .append(day)
                        .append("\"><bdi>")
                        .append(day)
                        .append("</bdi></time>"));
        story.outlet().ifPresent(outlet -> out.append(" · ").append(Html.isolated(outlet)));
        story.agency().ifPresent(agency -> out.append(" · ").append(Html.isolated(agency)));
        out.append("</p>\n");
    }

    private static void heading(String label, int count, StringBuilder out) {
        out.append("<h3>")
                .append(Html.escape(label))
                .append(" <bdi>")
                .append(count)
                .append("</bdi></h3>\n");
    }

    private void card(Row row, Story story, String prefix, StringBuilder out) {
        String language = Html.language(story.language());
        String id = prefix + row.id();
        Span extent = row.extent();
        out.append("<li class=\"")
                .append(row.layer().word())
                .append("\" id=\"")
                .append(id)
                .append("-line\" data-line=\"");
        out.append(id)
                .append("\">\n<p class=\"what\"><bdi class=\"id\">")
                .append(Html.escape(row.id()))
                .append("</bdi> ");
        if (!row.kind().isEmpty()) {
            out.append("<span class=\"kind\">")
                    .append(Html.escape(labels.of("kind", row.kind())))
                    .append("</span> ");
        }
        if (!row.act().isEmpty()) {
            out.append("<span class=\"act\">")
                    .append(Html.escape(labels.of("act", row.act())))
                    .append("</span> ");
        }
        if (!row.when().isEmpty()) {
            out.append("<span class=\"when\">")
                    .append(Html.isolated(row.when()))
                    .append("</span> ");
        }
        out.append("<a class=\"place\" href=\"#").append(id).append("\"><bdi>");
        out.append(extent.start()).append('–').append(extent.end()).append("</bdi></a></p>\n");
        for (Row.Who who : row.who()) {
            who(who, language, out);
        }
        if (row.layer() == Layer.STATEMENTS && row.who().isEmpty()) {
            out.append("<p class=\"who\">")
                    .append(Html.escape(labels.word("part.unknown")))
                    .append("</p>\n");
        }
        out.append("<blockquote ").append(language).append('>');
        for (int i = 0; i < row.words().size(); i++) {
            out.append(i == 0 ? "" : " … ")
                    .append(Html.escape(row.words().get(i).of(story.text())));
        }
        out.append("</blockquote>\n");
        parts(row, story, out);
        out.append("</li>\n");
    }

    private void parts(Row row, Story story, StringBuilder out) {
        out.append("<p class=\"part\">");
        for (Row.Part part : row.parts()) {
            out.append(Html.escape(labels.word("part." + part.name())));
            if (!part.value().isEmpty()) {
                out.append(": <bdi lang=\"")
                        .append(Html.escape(story.language()))
                        .append("\">");
                out.append(Html.escape(part.value())).append("</bdi>");
            }
            out.append(" · ");
        }
        out.append(Html.escape(labels.word("part.pattern"))).append(": <code><bdi>");
        out.append(Html.escape(row.evidence().pattern())).append("</bdi></code></p>\n");
    }

    private void who(Row.Who who, String language, StringBuilder out) {
        out.append("<p class=\"who\"><bdi ")
                .append(language)
                .append('>')
                .append(Html.escape(who.name()))
                .append("</bdi>");
        if (!who.english().isEmpty() && !who.english().equals(who.name())) {
            out.append(" · <bdi class=\"english\" lang=\"en\">")
                    .append(Html.escape(who.english()))
                    .append("</bdi>");
        }
        if (!who.role().isEmpty()) {
            out.append(" · <span class=\"role\">")
                    .append(Html.escape(labels.of("role", who.role())))
                    .append("</span>");
        }
        if (!who.office().isEmpty()) {
            out.append(" · <bdi class=\"office\" ").append(language).append('>');
            out.append(Html.escape(who.office())).append("</bdi>");
        }
        out.append("</p>\n");
    }

    private void problems(Minutes minutes, StringBuilder out) {
        if (minutes.problems().isEmpty()) {
            return;
        }
        heading(labels.word("problems"), minutes.problems().size(), out);
        out.append("<ul>\n");
        for (Problem problem : minutes.problems()) {
            out.append("<li>")
                    .append(Html.isolated(problem.span().of(minutes.story().text())))
                    .append(" — ")
                    .append(Html.isolated(problem.what()))
                    .append("</li>\n");
        }
        out.append("</ul>\n");
    }

    @Override
    public void write(String rendered, Appendable out) throws IOException {
        begin(out);
        out.append(rendered);
    }

    @Override
    public void finish(Appendable out) throws IOException {
        begin(out);
        out.append("</main>\n<script>\n").append(resource("page.js")).append("</script>\n</body>\n</html>\n");
    }

    private void begin(Appendable out) throws IOException {
        if (started) {
            return;
        }
        started = true;
        out.append("<!DOCTYPE html>\n<html ")
                .append(Html.language(labels.language()))
                .append(">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                // Said aloud, so that nothing in a story could ever make the page ask the network for anything.
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'; script-src 'unsafe-inline'\">\n<title>")
                .append(Html.escape(labels.word("title")))
                .append("</title>\n<style>\n")
                .append(resource("page.css"))
                .append("</style>\n</head>\n<body>\n<main>\n");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlView.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("This jar was built without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
