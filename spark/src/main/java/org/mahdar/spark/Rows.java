package org.mahdar.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.mahdar.app.archive.Sketch;
import org.mahdar.app.export.Line;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.app.wire.Version;
import org.mahdar.model.Actor;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.model.Story;

/**
 * The rows that the job makes, each with a schema of its own that is written down here. Spark's own mappings of classes are
 * not used: they change silently when a class does. In rows what is not known is null; offsets are UTF-16 code units.
 */
final class Rows implements Serializable {
    private static final long serialVersionUID = 1;

    /** Somebody's part in a line. */
    private static final StructType WHO = schema("role!", "ref!", "id", "name!", "name_en", "state");

    /** A stretch of words of a line. */
    private static final StructType PART = schema("role!", "start#", "end#", "words!");

    /** A line of minutes. */
    static final StructType FINDING = schema(
                    "line!",
                    "layer!",
                    "kind",
                    "act",
                    "when",
                    "about",
                    "negated?",
                    "start#",
                    "end#",
                    "words!",
                    "pattern!")
            .add("who", DataTypes.createArrayType(WHO, false), false)
            .add("parts", DataTypes.createArrayType(PART, false), false);

    private static final StructType PROBLEM = schema("where!", "what!", "way_out!");

    /** One story as it was read, or one place that could not be: then everything but the problem is null. */
    static final StructType READ = schema(
                    "key",
                    "id",
                    "title",
                    "text",
                    "published",
                    "published_at",
                    "language",
                    "outlet",
                    "agency",
                    "byline",
                    "place",
                    "url",
                    "found_in",
                    "sha256",
                    "pack",
                    "engine",
                    "minutes")
            .add("sketch", DataTypes.BinaryType, true)
            .add("bands", DataTypes.createArrayType(DataTypes.IntegerType, false), true)
            .add("findings", DataTypes.createArrayType(FINDING, false), true)
            .add("dossiers", DataTypes.createArrayType(DataTypes.StringType, false), true)
            .add("problem", PROBLEM, true);

    private Rows() {}

    /**
     * A schema from names: {@code !} after one says text that is always there, {@code #} a number, {@code ?} true or false,
     * nothing text that may be missing. Days travel as text until they are written: Spark's way with dates of Java needs
     * doors of the JDK opened.
     */
    static StructType schema(String... columns) {
        List<StructField> fields = new ArrayList<>();
        for (String column : columns) {
            char mark = column.charAt(column.length() - 1);
            String name = Character.isLetterOrDigit(mark) ? column : column.substring(0, column.length() - 1);
            fields.add(
                    switch (mark) {
                        case '#' -> new StructField(name, DataTypes.IntegerType, false, Metadata.empty());
                        case '?' -> new StructField(name, DataTypes.BooleanType, false, Metadata.empty());
                        default -> new StructField(name, DataTypes.StringType, mark != '!', Metadata.empty());
                    });
        }
        return new StructType(fields.toArray(StructField[]::new));
    }

    /** The row of a story that was read, with the names of the dossiers that take it. */
    static Row read(Item.Found found, Minutes minutes, String[] dossiers) {
        Story story = found.story();
        Sketch sketch = Sketch.of(story.text());
        List<Row> findings = new ArrayList<>();
        for (Line line : Line.of(minutes)) {
            findings.add(finding(line, minutes));
        }
        List<Integer> bands = new ArrayList<>();
        for (int band : sketch.bands()) {
            bands.add(band);
        }
        return row(
                found.provenance().key(),
                story.id(),
                Optional.of(story.title()).filter(title -> !title.isEmpty()),
                story.text(),
                story.published().map(LocalDate::toString),
                found.provenance().publishedAt(),
                story.language(),
                story.outlet(),
                story.agency(),
                found.provenance().byline(),
                story.place(),
                story.url(),
                found.place().file(),
                MinutesWriter.fingerprint(story),
                minutes.pack(),
                Version.current(),
                MinutesWriter.line(minutes),
                sketch.bytes(),
                bands.toArray(Integer[]::new),
                findings.toArray(Row[]::new),
                dossiers,
                Optional.empty());
    }

    /** The row of a place that could not be read. */
    static Row problem(String where, String what, String wayOut) {
        @Nullable Object[] cells = new @Nullable Object[READ.length()];
        cells[READ.length() - 1] = RowFactory.create(where, what, wayOut);
        return RowFactory.create(cells);
    }

    private static Row finding(Line line, Minutes minutes) {
        String text = minutes.story().text();
        List<Row> who = new ArrayList<>();
        for (Line.Role role : line.roles()) {
            Actor actor = minutes.actor(role.ref());
            who.add(row(role.word(), actor.ref(), actor.id(), actor.name(), actor.nameEn(), actor.state()));
        }
        List<Row> parts = new ArrayList<>();
        for (Line.Piece piece : line.pieces()) {
            Span span = piece.span();
            parts.add(row(piece.role(), span.start(), span.end(), span.of(text)));
        }
        Span extent = line.extent();
        return row(
                line.id(),
                line.layer().word(),
                some(line.kind()),
                some(line.act()),
                some(line.when()),
                some(line.about()),
                line.negated(),
                extent.start(),
                extent.end(),
                extent.of(text),
                line.finding().evidence().pattern(),
                who.toArray(Row[]::new),
                parts.toArray(Row[]::new));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    /** A row; what is an Optional counts for what it holds, and for null where it is empty. */
    private static Row row(Object... cells) {
        @Nullable Object[] out = new @Nullable Object[cells.length];
        for (int i = 0; i < cells.length; i++) {
            out[i] = cells[i] instanceof Optional<?> maybe ? maybe.orElse(null) : cells[i];
        }
        return RowFactory.create(out);
    }
}
