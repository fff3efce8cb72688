package org.mahdar.spark;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.mahdar.Mahdar;
import org.mahdar.app.ingest.Defaults;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.model.Minutes;

/** The plain loop that the job is compared with: files in, minutes out, in one thread, without Spark. */
final class Plain {
    static final Path SAMPLES = Path.of("../app/src/main/resources/samples/negotiation/stories.jsonl");

    /** A story as it was read, or what is wrong with it. */
    record One(String key, String minutes, int lines) {}

    private Plain() {}

    /** The stories of a file. */
    static List<Item.Found> stories(Path file) {
        List<Item.Found> out = new ArrayList<>();
        try (Stories stories =
                Stories.of(List.of(file.toString()), InputStream.nullInputStream(), Optional.empty(), "ar")) {
            stories.forEachRemaining(item -> {
                if (item instanceof Item.Found found) {
                    out.add(found);
                }
            });
        }
        return out;
    }

    static List<One> read(Path... files) {
        Languages languages = new Languages(List.of());
        Mahdar mahdar = languages.reader("ar").orElseThrow();
        List<One> out = new ArrayList<>();
        try (Stories stories = Stories.of(
                List.of(files).stream().map(Path::toString).toList(),
                InputStream.nullInputStream(),
                new Defaults(Optional.empty(), "ar", Optional.empty(), Map.of(), () -> languages.facts("ar")))) {
            while (stories.hasNext()) {
                Item item = stories.next();
                if (item instanceof Item.Found bare) {
                    Item.Found found = bare.credited(languages.facts("ar"));
                    Minutes minutes = mahdar.read(found.story());
                    out.add(new One(
                            found.provenance().key(),
                            MinutesWriter.line(minutes),
                            minutes.findings().size()));
                } else if (item instanceof Item.Bad bad) {
                    out.add(new One("problem", bad.what(), 0));
                }
            }
        }
        return out;
    }

    /** The rows of the job in the same form. */
    static List<One> of(List<Row> rows) {
        List<One> out = new ArrayList<>();
        for (Row row : rows) {
            int problem = row.fieldIndex("problem");
            if (row.isNullAt(problem)) {
                out.add(new One(
                        row.getString(row.fieldIndex("key")),
                        row.getString(row.fieldIndex("minutes")),
                        row.getList(row.fieldIndex("findings")).size()));
            } else {
                out.add(new One("problem", row.getStruct(problem).getString(1), 0));
            }
        }
        return out;
    }

    static SparkSession.Builder session() {
        return SparkSession.builder()
                .appName("test")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 4)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1");
    }
}
