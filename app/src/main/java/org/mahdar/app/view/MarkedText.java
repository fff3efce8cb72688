package org.mahdar.app.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mahdar.model.Finding;
import org.mahdar.model.Meeting;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;
import org.mahdar.model.Story;

/**
 * The text of a story with the words of its lines marked. Spans may overlap in any way: the text is cut wherever one
 * begins or ends, and each piece says which lines it belongs to.
 */
final class MarkedText {
    /** Some words of a line, and what they are in it. */
    private record Mark(Row row, String part, Span span) {}

    private final Story story;
    private final String prefix;
    private final List<Mark> marks = new ArrayList<>();
    /** The lines whose first words begin at an offset. */
    private final Map<Integer, List<Row>> begins = new TreeMap<>();

    private final Set<String> linked = new HashSet<>();
    /** The marks that reach into the paragraph being written, and the number of the first that has not begun. */
    private final List<Mark> here = new ArrayList<>();

    private int next;

    /**
     * Prepares the marks.
     *
     * @param prefix what the ids of this story begin with in the page
     */
    MarkedText(Story story, List<Row> rows, String prefix) {
        this.story = story;
        this.prefix = prefix;
        for (Row row : rows) {
            for (Span span : row.words()) {
                marks.add(new Mark(row, row.layer().word(), span));
            }
            others(row);
            int first = row.finding().spans().stream()
                    .mapToInt(Span::start)
                    .min()
                    .orElse(row.finding().span().start());
            begins.computeIfAbsent(first, start -> new ArrayList<>()).add(row);
        }
        marks.sort(Comparator.comparing(Mark::span));
    }

    private void others(Row row) {
        Finding finding = row.finding();
        if (finding instanceof Statement s) {
            marks.add(new Mark(row, "cue", s.cue()));
            s.source().ifPresent(span -> marks.add(new Mark(row, "source", span)));
            s.occasion().ifPresent(span -> marks.add(new Mark(row, "detail", span)));
        } else {
            finding.spans().stream()
                    .filter(span -> !row.words().contains(span))
                    .forEach(span -> marks.add(new Mark(row, finding instanceof Meeting ? "detail" : "also", span)));
        }
    }

    /** Writes title and paragraphs. */
    void write(StringBuilder out) {
        String text = story.text();
        int from = 0;
        boolean title = !story.title().isEmpty();
        while (from < text.length()) {
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            if (title) {
                to = story.title().length();
            }
            if (!text.substring(from, to).isBlank()) {
                out.append(title ? "<h2>" : "<p>");
                paragraph(from, to, out);
                out.append(title ? "</h2>\n" : "</p>\n");
            }
            title = false;
            from = to + 1;
        }
    }

    private void paragraph(int from, int to, StringBuilder out) {
        // Paragraphs come in text order and so do the marks: each mark is taken up once and put down once.
        here.removeIf(mark -> mark.span().end() <= from);
        while (next < marks.size() && marks.get(next).span().start() < to) {
            here.add(marks.get(next++));
        }
        Set<Integer> cuts = new TreeSet<>(List.of(from, to));
        for (Mark mark : here) {
            cuts.add(Math.max(from, mark.span().start()));
            cuts.add(Math.min(to, mark.span().end()));
        }
        int start = from;
        for (int end : cuts) {
            if (end > start) {
                piece(new Span(start, end), out);
                start = end;
            }
        }
    }

    private void piece(Span span, StringBuilder out) {
        for (Row row : begins.getOrDefault(span.start(), List.of())) {
            out.append("<span class=\"at\" id=\"")
                    .append(prefix)
                    .append(row.id())
                    .append("\"></span>");
        }
        List<Mark> over =
                here.stream().filter(mark -> mark.span().overlaps(span)).toList();
        String words = Html.escape(span.of(story.text()));
        // The shortest is the most telling, and the others are reached from their cards.
        Optional<Mark> nearest =
                over.stream().min(Comparator.comparingInt(mark -> mark.span().length()));
        if (nearest.isEmpty()) {
            out.append(words);
            return;
        }
        String lines =
                over.stream().map(mark -> prefix + mark.row().id()).distinct().collect(Collectors.joining(" "));
        String parts = over.stream().map(Mark::part).distinct().collect(Collectors.joining(" "));
        String target = prefix + nearest.get().row().id();
        // One stop of the tab key a line is enough.
        String stop = linked.add(target) ? "" : " tabindex=\"-1\"";
        out.append("<mark class=\"").append(parts).append("\" data-lines=\"").append(Html.escape(lines));
        out.append("\"><a href=\"#")
                .append(Html.escape(target))
                .append("-line\"")
                .append(stop)
                .append('>');
        out.append(words).append("</a></mark>");
    }
}
