package org.mahdar.app.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mahdar.app.wire.JsonRecords;

/** A table: the first row names the columns, every other is a story. */
final class CsvSource implements Source {
    private final String file;
    private final InputStream in;
    private final char separator;
    private final StoryMaker maker;
    private final Deque<Item> ready = new ArrayDeque<>();
    private @Nullable Iterator<CsvRecord> rows;
    private List<String> header = List.of();
    private boolean any;
    private boolean end;

    CsvSource(String file, InputStream utf8, String begin, StoryMaker maker) {
        this.file = file;
        this.in = utf8;
        this.separator = separator(begin);
        this.maker = maker;
    }

    /** The mark that parts the names of the columns. */
    private static char separator(String begin) {
        String first = begin.lines().findFirst().orElse("");
        char best = ',';
        for (char mark : new char[] {';', '\t'}) {
            if (count(first, mark) > count(first, best)) {
                best = mark;
            }
        }
        return best;
    }

    private static long count(String text, char mark) {
        return text.chars().filter(c -> c == mark).count();
    }

    @Override
    public Optional<Item> next() {
        while (ready.isEmpty() && !end) {
            try {
                read();
            } catch (CsvParseException e) {
                end = true;
                ready.add(broken(e));
            } catch (UncheckedIOException e) {
                end = true;
                IOException cause = e.getCause() == null ? new IOException(e) : e.getCause();
                ready.add(StoryMaker.unreadable(Place.of(file), cause));
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    private Item broken(CsvParseException e) {
        if (e.getCause() instanceof IOException cause) {
            return StoryMaker.unreadable(Place.of(file), cause);
        }
        return new Item.Bad(
                Place.of(file),
                "is no table that can be read: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                "Look for a quotation mark that is not closed, or save the table as JSON Lines.");
    }

    private void read() {
        if (rows == null) {
            rows = CsvReader.builder()
                    .fieldSeparator(separator)
                    .maxBufferSize(JsonRecords.LONGEST)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .iterator();
            header = rows.hasNext() ? rows.next().getFields() : List.of();
        }
        if (!rows.hasNext()) {
            end = true;
            if (!any) {
                ready.add(new Item.Bad(
                        Place.of(file),
                        "holds no row beside the names of its columns",
                        "Check that it was written whole."));
            }
            return;
        }
        CsvRecord row = rows.next();
        any = true;
        Place place = new Place(file, (int) Math.min(row.getStartingLineNumber(), Integer.MAX_VALUE), 0);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), row.getFieldCount()); i++) {
            if (!row.getField(i).isEmpty()) {
                values.putIfAbsent(header.get(i).strip(), row.getField(i));
                values.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), row.getField(i));
            }
        }
        ready.addAll(maker.fromRecord(place, values, "text/csv", table(row.getFields())));
    }

    /** The row as a table of its own. */
    private byte[] table(List<String> fields) {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(out)) {
            writer.writeRecord(header);
            writer.writeRecord(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
