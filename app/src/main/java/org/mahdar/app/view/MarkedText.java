package org.mahdar.app.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mahdar.model.Actor;
import org.mahdar.model.Finding;
import org.mahdar.model.Meeting;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;
import org.mahdar.model.Story;

/**
 * The text of a story with the words of its lines marked. Spans may overlap in any way: the text is cut wherever one
 * begins or ends, and each piece says which lines it belongs to.
 */
public final class MarkedText {
    private static final int LONGEST_WORD = 32;

    /** Some words of a line, and what they are in it. */
    private record Mark(Row row, String part, Span span) {}

    private final Story story;
    private final String prefix;
    private final List<Mark> marks = new ArrayList<>();
    /** The lines whose first words begin at an offset. */
    private final NavigableMap<Integer, List<Row>> begins = new TreeMap<>();

    /** Where actors are named, in text order, and the number of the first that has not been met. */
    private final List<Name> names = new ArrayList<>();

    private final Set<String> linked = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    /** The marks that reach into the paragraph being written, and the number of the first that has not begun. */
    private final List<Mark> here = new ArrayList<>();

    private final List<Name> namesHere = new ArrayList<>();
    private int next;
    private int nextName;

    /** Some words that name an actor. */
    private record Name(String ref, Span span) {}

    /**
     * A paragraph.
     *
     * @param span its words in the text of the story
     * @param title whether it is the headline
     * @param html its words with their marks
     */
    public record Paragraph(Span span, boolean title, String html) {}

    /**
     * Prepares the marks.
     *
     * @param prefix what the ids of this story begin with in the page
     */
    public MarkedText(Story story, List<Row> rows, String prefix) {
        this(story, rows, List.of(), prefix);
    }

    /**
     * The same with the words marked that name actors.
     *
     * @param actors those whose mentions carry their {@link Actor#ref()} in {@code data-actors}
     */
    public MarkedText(Story story, List<Row> rows, List<Actor> actors, String prefix) {
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
            begins.computeIfAbsent(wordStart(first), start -> new ArrayList<>()).add(row);
        }
        marks.sort(Comparator.comparing(Mark::span));
        actors.forEach(actor -> actor.mentions().forEach(span -> names.add(new Name(actor.ref(), span))));
        names.sort(Comparator.comparing(Name::span));
    }

    /** Where the word at an offset begins: what is put there must not part letters that are joined. */
    private int wordStart(int offset) {
        int start = offset;
        while (start > Math.max(0, offset - LONGEST_WORD)
                && Character.isLetter(story.text().charAt(start - 1))) {
            start--;
        }
        return start;
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

    /** Title and paragraphs, those without a word left out. Asked once. */
    public List<Paragraph> paragraphs() {
        List<Paragraph> out = new ArrayList<>();
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
                StringBuilder html = new StringBuilder((to - from) * 2);
                paragraph(from, to, html);
                out.add(new Paragraph(new Span(from, to), title, html.toString()));
            }
            title = false;
            from = to + 1;
        }
        return out;
    }

    private void paragraph(int from, int to, StringBuilder out) {
        // Paragraphs come in text order and so do the marks: each mark is taken up once and put down once.
        here.removeIf(mark -> mark.span().end() <= from);
        while (next < marks.size() && marks.get(next).span().start() < to) {
            here.add(marks.get(next++));
        }
        namesHere.removeIf(name -> name.span().end() <= from);
        while (nextName < names.size() && names.get(nextName).span().start() < to) {
            namesHere.add(names.get(nextName++));
        }
        Set<Integer> cuts = new TreeSet<>(List.of(from, to));
        cuts.addAll(begins.subMap(from, to).keySet());
        for (Name name : namesHere) {
            cuts.add(Math.max(from, name.span().start()));
            cuts.add(Math.min(to, name.span().end()));
        }
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
                    .append("\" data-line=\"")
                    .append(row.id())
                    .append("\"></span>");
        }
        List<Mark> over =
                here.stream().filter(mark -> mark.span().overlaps(span)).toList();
        String actors = namesHere.stream()
                .filter(name -> name.span().overlaps(span))
                .map(Name::ref)
                .distinct()
                .collect(Collectors.joining(" "));
        String words = Html.shown(span.of(story.text()));
        // The shortest is the most telling, and the others are reached from their cards.
        Optional<Mark> nearest =
                over.stream().min(Comparator.comparingInt(mark -> mark.span().length()));
        if (nearest.isEmpty() && actors.isEmpty()) {
            out.append(words);
            return;
        }
        out.append("<mark");
        if (!actors.isEmpty()) {
            out.append(" data-actors=\"").append(actors).append('"');
            for (String ref : actors.split(" ")) {
                if (named.add(ref)) {
                    out.append(" id=\"").append(prefix).append(ref).append("-name\"");
                    break;
                }
            }
        }
        if (nearest.isEmpty()) {
            out.append(" class=\"name\">").append(words).append("</mark>");
            return;
        }
        String lines =
                over.stream().map(mark -> prefix + mark.row().id()).distinct().collect(Collectors.joining(" "));
        String parts = over.stream().map(Mark::part).distinct().collect(Collectors.joining(" "));
        String target = prefix + nearest.get().row().id();
        out.append(" class=\"").append(parts).append("\" data-lines=\"").append(Html.escape(lines));
        if (span.of(story.text()).isBlank()) {
            // A link needs a word to be called by.
            out.append("\">").append(words).append("</mark>");
            return;
        }
        // One stop of the tab key a line is enough.
        String stop = linked.add(target) ? "" : " tabindex=\"-1\"";
        out.append("\"><a href=\"#")
                .append(Html.escape(target))
                .append("-line\"")
                .append(stop)
                .append('>');
        out.append(words).append("</a></mark>");
    }
}
