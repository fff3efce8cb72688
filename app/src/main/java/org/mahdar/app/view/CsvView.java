package org.mahdar.app.view;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.model.Story;

/** One line of the minutes a row, under fixed names of columns; several names in a cell are parted by semicolons. */
public final class CsvView extends View {
    private static final List<String> COLUMNS = List.of(
            "story",
            "published",
            "outlet",
            "url",
            "layer",
            "line",
            "who",
            "who_en",
            "office",
            "kind",
            "act",
            "words",
            "when",
            "more",
            "start",
            "end",
            "pattern");

    private boolean started;

    @Override
    public String render(Minutes minutes, int number) {
        StringWriter out = new StringWriter();
        Story story = minutes.story();
        try (CsvWriter csv = writer(out)) {
            rows(minutes, story, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void rows(Minutes minutes, Story story, CsvWriter csv) {
        for (Row row : Row.of(minutes)) {
            Span extent = row.extent();
            csv.writeRecord(
                    story.id(),
                    story.published().map(LocalDate::toString).orElse(""),
                    story.outlet().orElse(""),
                    story.url().orElse(""),
                    row.layer().word(),
                    row.id(),
                    join(row, Row.Who::name),
                    join(row, Row.Who::english),
                    join(row, Row.Who::office),
                    row.kind(),
                    row.act(),
                    row.words().stream().map(span -> span.of(story.text())).collect(Collectors.joining(" … ")),
                    row.when(),
                    row.parts().stream()
                            .map(part -> part.value().isEmpty() ? part.name() : part.name() + ": " + part.value())
                            .collect(Collectors.joining("; ")),
                    String.valueOf(extent.start()),
                    String.valueOf(extent.end()),
                    row.evidence().pattern());
        }
    }

    private static String join(Row row, Function<Row.Who, String> part) {
        return row.who().stream().map(part).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }

    private static CsvWriter writer(StringWriter out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    @Override
    public void write(String rendered, Appendable out) throws IOException {
        header(out);
        out.append(rendered);
    }

    @Override
    public void finish(Appendable out) throws IOException {
        header(out);
    }

    private void header(Appendable out) throws IOException {
        if (!started) {
            started = true;
            StringWriter line = new StringWriter();
            try (CsvWriter csv = writer(line)) {
                csv.writeRecord(COLUMNS);
            }
            out.append(line.toString());
        }
    }
}
