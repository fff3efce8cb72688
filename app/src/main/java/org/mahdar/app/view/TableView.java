package org.mahdar.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mahdar.model.Minutes;
import org.mahdar.model.Problem;
import org.mahdar.model.Span;
import org.mahdar.model.Story;

/**
 * For the terminal: a narrow column says what a line is and where it stands, a wide one who and which words. Arabic stands
 * at the right edge of the wide column, and with an Arabic interface the columns change sides.
 */
public final class TableView extends View {
    private static final int NARROW = 26;
    private static final int LEAST_WIDE = 24;

    private final Labels labels;
    private final int wide;
    private final Style style;

    /**
     * A table.
     *
     * @param labels words of the interface
     * @param columns how wide the terminal is
     * @param colour whether it shows colours
     */
    public TableView(Labels labels, int columns, boolean colour) {
        this.labels = labels;
        this.wide = Math.max(LEAST_WIDE, columns - NARROW - 3);
        this.style = new Style(colour);
    }

    /** Colours of the terminal. */
    private record Style(boolean on) {
        String strong(String text) {
            return code("1", text);
        }

        String faint(String text) {
            return code("2", text);
        }

        String mark(String text) {
            return code("36", text);
        }

        private String code(String number, String text) {
            return on && !text.isEmpty() ? "\u001B[" + number + "m" + text + "\u001B[0m" : text;
        }
    }

    @Override
    public String render(Minutes minutes, int number) {
        StringBuilder out = new StringBuilder(4 * 1024);
        if (number > 1) {
            out.append('\n');
        }
        header(minutes.story(), out);
        List<Row> rows = Row.of(minutes);
        for (Layer layer : Layer.values()) {
            List<Row> part = rows.stream().filter(row -> row.layer() == layer).toList();
            if (!part.isEmpty()) {
                heading(labels.word(layer.word()), part.size(), out);
                String before = "";
                for (Row row : part) {
                    // Whoever has just been introduced needs no second introduction.
                    String who = row.who().toString();
                    row(row, who.equals(before), minutes.story().text(), out);
                    before = who;
                }
            }
        }
        if (!minutes.problems().isEmpty()) {
            heading(labels.word("problems"), minutes.problems().size(), out);
            for (Problem problem : minutes.problems()) {
                block(
                        List.of(style.faint(place(problem.span()))),
                        wrapped(problem.span().of(minutes.story().text()) + " — " + problem.what()),
                        out);
            }
        }
        if (rows.isEmpty()) {
            block(List.of(), wrapped(labels.word("part.nothing")), out);
        }
        return out.toString();
    }

    private void header(Story story, StringBuilder out) {
        List<String> narrow = new ArrayList<>();
        Cells.wrap(story.id(), NARROW).forEach(part -> narrow.add(style.mark(Cells.isolate(part))));
        story.published().ifPresent(day -> narrow.add(Cells.isolate(day.toString())));
        story.outlet()
                .or(story::agency)
                .ifPresent(name -> Cells.wrap(name, NARROW).forEach(part -> narrow.add(Cells.isolate(part))));
        block(narrow, story.title().isEmpty() ? List.of() : strong(wrapped(story.title())), out);
    }

    private void heading(String label, int count, StringBuilder out) {
        String title = Cells.isolate(label) + " " + count;
        String rule = "─".repeat(Math.max(2, NARROW - Cells.width(title) - 1));
        String far = style.faint("─".repeat(wide));
        if (labels.rightToLeft()) {
            out.append(far).append(style.faint("─┼─" + rule)).append(' ').append(style.strong(title));
        } else {
            out.append(style.strong(title))
                    .append(' ')
                    .append(style.faint(rule + "─┼─"))
                    .append(far);
        }
        out.append('\n');
    }

    private void row(Row row, boolean known, String text, StringBuilder out) {
        List<String> narrow = new ArrayList<>();
        String kind = row.kind().isEmpty() ? "" : labels.of("kind", row.kind());
        String act = row.act().isEmpty() ? "" : labels.of("act", row.act());
        String what = kind.isEmpty() || act.isEmpty() ? kind + act : kind + " · " + act;
        String id = row.id();
        for (String part : Cells.wrap(what, NARROW - 4)) {
            narrow.add(
                    labels.rightToLeft()
                            ? label(part) + " " + style.mark(Cells.isolate(Cells.pad(id, 3, true), false))
                            : style.mark(Cells.pad(id, 3, false)) + " " + label(part));
            id = "";
        }
        String place = row.extent().start() + "–" + row.extent().end();
        String both = row.when().isEmpty() ? place : row.when() + " · " + place;
        List<String> parts = Cells.width(both) <= NARROW - 4 ? List.of(both) : List.of(row.when(), place);
        for (String part : parts) {
            Cells.wrap(part, NARROW - 4).forEach(line -> narrow.add(indent(style.faint(Cells.isolate(line, false)))));
        }
        List<String> lines = new ArrayList<>();
        String who = row.who().stream().map(one -> who(one, known)).collect(Collectors.joining(" · "));
        if (who.isEmpty() && row.layer() == Layer.STATEMENTS) {
            who = labels.word("part.unknown");
        }
        lines.addAll(who.isEmpty() ? List.of() : strong(wrapped(who)));
        String words = row.words().stream().map(span -> span.of(text)).collect(Collectors.joining(" … "));
        lines.addAll(wrapped(row.kind().equals("direct") ? "«" + words + "»" : words));
        for (Row.Part part : row.parts()) {
            String value = part.value().isEmpty() ? "" : ": " + part.value();
            lines.addAll(wrapped(labels.word("part." + part.name()) + value).stream()
                    .map(style::faint)
                    .toList());
        }
        block(narrow, lines, out);
    }

    private String who(Row.Who who, boolean known) {
        StringBuilder line = new StringBuilder(who.name());
        if (!known
                && !labels.rightToLeft()
                && !who.english().isEmpty()
                && !who.english().equals(who.name())) {
            line.append(" (").append(who.english()).append(')');
        }
        if (!who.role().isEmpty()) {
            line.append(" [").append(labels.of("role", who.role())).append(']');
        }
        if (!known && !who.office().isEmpty()) {
            line.append(" — ").append(who.office());
        }
        return line.toString();
    }

    private List<String> strong(List<String> lines) {
        return lines.stream().map(style::strong).toList();
    }

    /** Lines of the wide column, each in the direction of the whole, right to left at the right edge. */
    private List<String> wrapped(String text) {
        boolean rightToLeft = Cells.rightToLeft(text);
        return Cells.wrap(text, wide).stream()
                .map(line -> " ".repeat(rightToLeft ? wide - Cells.width(line) : 0) + Cells.isolate(line, rightToLeft))
                .toList();
    }

    private String label(String word) {
        return Cells.isolate(word);
    }

    private String indent(String text) {
        return labels.rightToLeft() ? text + "    " : "    " + text;
    }

    private static String place(Span span) {
        return Cells.isolate(span.start() + "–" + span.end(), false);
    }

    private void block(List<String> narrow, List<String> lines, StringBuilder out) {
        for (int i = 0; i < Math.max(narrow.size(), lines.size()); i++) {
            line(i < narrow.size() ? narrow.get(i) : "", i < lines.size() ? lines.get(i) : "", out);
        }
    }

    private void line(String narrow, String line, StringBuilder out) {
        String bar = " " + style.faint("│") + " ";
        if (labels.rightToLeft()) {
            out.append(padded(line, wide, false)).append(bar).append(padded(narrow, NARROW, true));
        } else {
            out.append(padded(narrow, NARROW, false)).append(bar).append(line);
        }
        // Blanks at the end of a line only make it wrap in a terminal that is a column narrower than it says.
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        out.append('\n');
    }

    /** Padding that does not count colours. */
    private static String padded(String text, int columns, boolean atEnd) {
        String bare = text.replaceAll("\u001B\\[[0-9;]*m", "");
        String blanks = " ".repeat(Math.max(0, columns - Cells.width(bare)));
        return atEnd ? blanks + text : text + blanks;
    }
}
