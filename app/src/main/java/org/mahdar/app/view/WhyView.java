package org.mahdar.app.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mahdar.language.Language;
import org.mahdar.model.Actor;
import org.mahdar.model.Evidence;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.pattern.Pattern;

/** Explains lines: the pattern that read each, where it stands, what it asks for, and the words under each step. */
public final class WhyView {
    private static final int AROUND = 24;

    private final Language language;
    private final Minutes minutes;
    private final String text;

    /** For the minutes of one story. */
    public WhyView(Language language, Minutes minutes) {
        this.language = language;
        this.minutes = minutes;
        this.text = minutes.story().text();
    }

    /** Everything that was read at an offset of the story; where nothing was, the line nearest to it. */
    public String at(int offset) {
        StringBuilder out = new StringBuilder();
        out.append("offset ").append(offset).append(": ").append(around(offset)).append('\n');
        List<Row> rows = Row.of(minutes);
        List<Row> over = rows.stream().filter(row -> distance(row, offset) == 0).toList();
        over.forEach(row -> explain(row, out));
        for (Actor actor : minutes.actors()) {
            if (actor.mentions().stream().anyMatch(span -> distance(span, offset) == 0)) {
                out.append("\n")
                        .append(actor.ref())
                        .append("  actor, ")
                        .append(actor.kind().word())
                        .append("  ");
                out.append(Cells.isolate(actor.name()));
                actor.nameEn().ifPresent(name -> out.append("  ").append(name));
                out.append("  mentions ").append(actor.mentions().size()).append('\n');
            }
        }
        if (over.isEmpty()) {
            out.append("\nNo line covers it.");
            rows.stream()
                    .min(Comparator.comparingInt(row -> distance(row, offset)))
                    .ifPresent(row -> {
                        out.append(" The nearest is ")
                                .append(distance(row, offset))
                                .append(" away:\n");
                        explain(row, out);
                    });
            out.append(rows.isEmpty() ? " No line was read from this story.\n" : "");
        }
        return out.toString();
    }

    private void explain(Row row, StringBuilder out) {
        Evidence evidence = row.evidence();
        out.append('\n').append(row.id()).append("  ").append(row.layer().word());
        out.append(row.kind().isEmpty() ? "" : "  " + row.kind())
                .append(row.act().isEmpty() ? "" : "  " + row.act());
        out.append(row.when().isEmpty() ? "" : "  " + row.when()).append('\n');
        for (Row.Who who : row.who()) {
            out.append("  who      ").append(Cells.isolate(who.name()));
            out.append(who.english().isEmpty() ? "" : "  " + Cells.isolate(who.english()))
                    .append('\n');
        }
        for (Span span : row.words()) {
            words("words", span, out);
        }
        Optional<Pattern> pattern = language.pattern(evidence.pattern());
        out.append("  pattern  ").append(evidence.pattern());
        if (pattern.isPresent()) {
            out.append("  languages/").append(language.tag()).append('/');
            out.append(pattern.get().place().where()).append('\n');
            out.append("  when     ")
                    .append(pattern.get().when().strip().replaceAll("\\s+", " "))
                    .append('\n');
        } else {
            out.append("  (not in the language pack ")
                    .append(language.version())
                    .append(")\n");
        }
        for (Evidence.Step step : evidence.steps()) {
            words("  " + step.name(), step.span(), out);
        }
    }

    private void words(String label, Span span, StringBuilder out) {
        out.append("  ").append(Cells.pad(label, 8, false)).append(' ');
        out.append(span.start()).append('–').append(span.end()).append("  ");
        out.append(Cells.isolate(String.join(" ", Cells.wrap(span.of(text), Integer.MAX_VALUE))))
                .append('\n');
    }

    /** The words about an offset, the one at it in brackets. */
    private String around(int offset) {
        int from = Math.max(0, offset - AROUND);
        int to = Math.min(text.length(), offset + AROUND);
        int start = offset;
        int end = offset;
        while (start > from && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        while (end < to && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String marked = text.substring(from, start) + "[" + text.substring(start, end) + "]" + text.substring(end, to);
        return Cells.isolate(String.join(" ", Cells.wrap(marked, Integer.MAX_VALUE)));
    }

    private int distance(Row row, int offset) {
        return Stream.concat(
                        row.finding().spans().stream(),
                        row.evidence().steps().stream().map(Evidence.Step::span))
                .mapToInt(span -> distance(span, offset))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static int distance(Span span, int offset) {
        if (offset < span.start()) {
            return span.start() - offset;
        }
        return offset < span.end() ? 0 : offset - span.end() + 1;
    }
}
