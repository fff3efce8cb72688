package org.mahdar.app.ingest;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mahdar.app.wire.Sha256;
import org.mahdar.model.Story;

/**
 * The stories of a Parquet file: the table {@code stories} of the cluster's job or of an export, whose rows are stories
 * already, or any table with columns for title and text. Nested columns are passed over.
 */
final class ParquetSource implements Source {
    private final String file;
    private final StoryMaker maker;
    private final ParquetReader<Map<String, Object>, Map<String, Object>, String[]> rows;
    private final Deque<Item> ready = new ArrayDeque<>();
    private int row;
    private boolean ended;

    /** Opens a file; it has to lie on the disk, since a table is read from its end. */
    ParquetSource(Path path, StoryMaker maker) throws IOException {
        this.file = path.toString();
        this.maker = maker;
        this.rows = ParquetReader.spliterator(path.toFile(), new Cells());
    }

    /** A row as its cells by the names of their columns. */
    private static final class Cells implements Hydrator<Map<String, Object>, Map<String, Object>, String[]> {
        @Override
        public Map<String, Object> start() {
            return new HashMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> target, String[] column, Object value) {
            if (column.length == 1 && value != null) {
                target.put(column[0], value);
            }
            return target;
        }

        @Override
        public Map<String, Object> finish(Map<String, Object> target) {
            return target;
        }
    }

    /** The files that hold the stories of a folder which the cluster's job or an export wrote, or the file itself. */
    static List<Path> files(Path given) throws IOException {
        for (String table : List.of("stories", "stories.parquet")) {
            if (Files.exists(given.resolve(table))) {
                return files(given.resolve(table));
            }
        }
        if (!Files.isDirectory(given)) {
            return List.of(given);
        }
        try (Stream<Path> inside = Files.list(given)) {
            return inside.filter(path -> path.toString().endsWith(".parquet"))
                    .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Optional<Item> next() {
        while (ready.isEmpty() && !ended) {
            try {
                ended = !rows.tryAdvance(cells -> ready.addAll(items(cells)));
            } catch (RuntimeException e) {
                ended = true;
                ready.add(new Item.Bad(
                        place(), "cannot be read on: " + e.getMessage(), "Check that the file was written whole."));
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    private Place place() {
        return new Place(file, row, 0);
    }

    private List<Item> items(Map<String, Object> cells) {
        row++;
        if (cells.get("published") instanceof Integer day) {
            cells.put("published", LocalDate.ofEpochDay(day).toString());
        }
        Optional<String> text = cell(cells, "text");
        Optional<String> sha256 = cell(cells, "sha256");
        if (text.isEmpty() || sha256.isEmpty()) {
            byte[] bytes = cell(cells, "body").or(() -> text).orElse("").getBytes(StandardCharsets.UTF_8);
            return maker.fromRecord(place(), cells, "text/plain", bytes);
        }
        if (!Sha256.hex(text.get()).equals(sha256.get())) {
            return List.of(new Item.Bad(
                    place(),
                    "has another text than its fingerprint says",
                    "Make the table anew; the others are read."));
        }
        return List.of(story(cells, text.get()));
    }

    /** A row that is a story: its text is taken to the letter, its key is kept. */
    private Item story(Map<String, Object> cells, String text) {
        Draft draft = new Draft();
        draft.id = cell(cells, "id");
        draft.url = cell(cells, "url");
        Optional<String> outlet = cell(cells, "outlet");
        try {
            Story story = new Story(
                    draft.id.orElse(file + "-" + row),
                    cell(cells, "title").orElse(""),
                    text,
                    cell(cells, "published").map(LocalDate::parse),
                    cell(cells, "language").orElse("ar"),
                    outlet,
                    cell(cells, "agency"),
                    cell(cells, "place"),
                    draft.url);
            String key = cell(cells, "key").orElseGet(() -> Key.of(draft, outlet, file, text));
            return new Item.Found(
                    place(),
                    story,
                    new Provenance(
                            key,
                            cell(cells, "published_at"),
                            cell(cells, "byline"),
                            "text/plain",
                            text.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return new Item.Bad(place(), "is no story: " + e.getMessage(), "Mend the row; the others are read.");
        }
    }

    private static Optional<String> cell(Map<String, Object> cells, String name) {
        return Optional.ofNullable(cells.get(name)).map(Object::toString).filter(value -> !value.isEmpty());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
