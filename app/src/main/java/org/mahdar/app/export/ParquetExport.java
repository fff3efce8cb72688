package org.mahdar.app.export;

import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Story;

/**
 * Minutes as a folder of five Parquet files, which DuckDB, R, pandas and Spark read, and a guide with examples of queries.
 * Days are dates; offsets are UTF-16 code units; what is not known is null.
 */
public final class ParquetExport implements Export {
    private static final String GUIDE = "/org/mahdar/app/export/parquet-guide.md";

    private final Table stories;
    private final Table actors;
    private final Table lines;
    private final Table parts;
    private final Table roles;

    /** Writes into a folder, which is made where it is not there. */
    public ParquetExport(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream guide = ParquetExport.class.getResourceAsStream(GUIDE)) {
            if (guide == null) {
                throw new IllegalStateException("This jar was built without " + GUIDE);
            }
            Files.copy(guide, folder.resolve("README.md"), StandardCopyOption.REPLACE_EXISTING);
        }
        stories = new Table(
                folder,
                "stories",
                "story! revision# id! title text! published@ language! outlet agency place url sha256! pack! engine! read_at");
        actors = new Table(
                folder, "actors", "story! ref! id kind! name! name_en office office_en of state inferred? mentions#");
        lines = new Table(
                folder,
                "lines",
                "line! story! layer! kind act who first_day@ last_day@ when about negated? round# place words! start# end# pattern!");
        parts = new Table(folder, "parts", "line! story! role! start# end# words!");
        roles = new Table(folder, "roles", "line! story! role! ref! id name! name_en state");
    }

    /**
     * A table. Its columns are told by one string: after a name, {@code !} says text that is always there, {@code #} a
     * number, {@code @} a day, {@code ?} true or false, nothing text that may be missing.
     */
    private static final class Table {
        private final List<String> names = new ArrayList<>();
        private final ParquetWriter<List<Object>> writer;

        Table(Path folder, String name, String columns) throws IOException {
            Types.MessageTypeBuilder schema = Types.buildMessage();
            for (String column : columns.split(" ")) {
                char mark = column.charAt(column.length() - 1);
                String own = Character.isLetter(mark) ? column : column.substring(0, column.length() - 1);
                names.add(own);
                switch (mark) {
                    case '!' ->
                        schema.required(PrimitiveTypeName.BINARY)
                                .as(LogicalTypeAnnotation.stringType())
                                .named(own);
                    case '#' -> schema.optional(PrimitiveTypeName.INT32).named(own);
                    case '@' ->
                        schema.optional(PrimitiveTypeName.INT32)
                                .as(LogicalTypeAnnotation.dateType())
                                .named(own);
                    case '?' -> schema.required(PrimitiveTypeName.BOOLEAN).named(own);
                    default ->
                        schema.optional(PrimitiveTypeName.BINARY)
                                .as(LogicalTypeAnnotation.stringType())
                                .named(own);
                }
            }
            Path file = folder.resolve(name + ".parquet");
            Files.deleteIfExists(file);
            MessageType type = schema.named(name);
            writer = ParquetWriter.writeFile(type, file.toFile(), (row, values) -> {
                for (int i = 0; i < names.size(); i++) {
                    Object cell = row.get(i);
                    if (!(cell instanceof Optional<?>)) {
                        values.write(names.get(i), cell);
                    }
                }
            });
        }

        /** A row: what is an Optional counts for what it holds, and for null where it is empty. */
        void row(Object... cells) throws IOException {
            List<Object> row = new ArrayList<>(cells.length);
            for (Object cell : cells) {
                row.add(cell instanceof Optional<?> maybe && maybe.isPresent() ? maybe.get() : cell);
            }
            if (row.size() != names.size()) {
                throw new IllegalStateException(row.size() + " cells for " + names);
            }
            writer.write(row);
        }
    }

    @Override
    public void add(Entry entry) throws IOException {
        Minutes minutes = entry.minutes();
        Story story = entry.source();
        stories.row(
                entry.story(),
                entry.revision(),
                story.id(),
                some(story.title()),
                story.text(),
                story.published().map(day -> (int) day.toEpochDay()),
                story.language(),
                story.outlet(),
                story.agency(),
                story.place(),
                story.url(),
                MinutesWriter.fingerprint(story),
                minutes.pack(),
                entry.engine(),
                entry.readAt());
        for (Actor actor : minutes.actors()) {
            actors.row(
                    entry.story(),
                    actor.ref(),
                    actor.id(),
                    actor.kind().word(),
                    actor.name(),
                    actor.nameEn(),
                    actor.office(),
                    actor.officeEn(),
                    actor.of(),
                    actor.state(),
                    actor.inferred(),
                    actor.mentions().size());
        }
        for (Line line : Line.of(minutes)) {
            line(entry, line);
        }
    }

    private void line(Entry entry, Line line) throws IOException {
        String id = entry.id(line.id());
        Minutes minutes = entry.minutes();
        Optional<Days> days = Days.of(line.when()).filter(Days::exact);
        Optional<Meeting> meeting = line.finding() instanceof Meeting found ? Optional.of(found) : Optional.empty();
        lines.row(
                id,
                entry.story(),
                line.layer().word(),
                some(line.kind()),
                some(line.act()),
                some(String.join(
                        "; ",
                        line.who().stream()
                                .map(ref -> minutes.actor(ref).name())
                                .toList())),
                days.map(d -> (int) d.first().toEpochDay()),
                days.map(d -> (int) d.last().toEpochDay()),
                some(line.when()),
                some(line.about()),
                line.negated(),
                meeting.flatMap(Meeting::round),
                meeting.flatMap(Meeting::place).map(Meeting.Place::name),
                line.extent().of(entry.text()),
                line.extent().start(),
                line.extent().end(),
                line.finding().evidence().pattern());
        for (Line.Piece piece : line.pieces()) {
            parts.row(
                    id,
                    entry.story(),
                    piece.role(),
                    piece.span().start(),
                    piece.span().end(),
                    piece.span().of(entry.text()));
        }
        for (Line.Role role : line.roles()) {
            Actor actor = minutes.actor(role.ref());
            roles.row(
                    id,
                    entry.story(),
                    role.word(),
                    actor.ref(),
                    actor.id(),
                    actor.name(),
                    actor.nameEn(),
                    actor.state());
        }
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    @Override
    public void close() throws IOException {
        stories.writer.close();
        actors.writer.close();
        lines.writer.close();
        parts.writer.close();
        roles.writer.close();
    }
}
