package org.mahdar.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker process dies in the middle of its stories; the rows are those of a plain loop all the same. */
class LostWorkerTest {
    @TempDir
    private static Path folder;

    @Test
    void theRowsOfALostWorkerAreReadAgain() throws IOException {
        Path home = Path.of(System.getenv("SPARK_HOME"));
        Files.createDirectories(home.resolve("jars"));
        Files.writeString(home.resolve("RELEASE"), "test");
        Path stories = folder.resolve("stories.jsonl");
        List<String> lines = new ArrayList<>();
        for (int copy = 0; copy < 6; copy++) {
            for (String record : Files.readAllLines(Plain.SAMPLES)) {
                lines.add(record.replaceFirst("\"id\": \"", "\"id\": \"" + copy + "-"));
            }
        }
        Files.write(stories, lines, UTF_8);
        String died = folder.resolve("died").toString();
        // Two worker processes with one core each, on this machine alone.
        try (SparkSession spark = Plain.session()
                .master("local-cluster[2,1,900]")
                .config("spark.executor.memory", "800m")
                .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .config("spark.sql.files.maxPartitionBytes", 150_000)
                .getOrCreate()) {
            Dataset<Row> rows =
                    spark.read().text(stories.toString()).selectExpr("input_file_name() as file", "value");
            MapFunction<Row, Row> deadly = row -> {
                if (row.getString(1).contains("\"3-difaf-1027-") && first(died)) {
                    Runtime.getRuntime().halt(1);
                }
                return row;
            };
            Dataset<Row> read = new ReadingJob(spark, new Instructions("ar", Optional.empty(), List.of()))
                    .lines(rows.map(deadly, Encoders.row(rows.schema())));
            assertThat(Plain.of(read.collectAsList()))
                    .containsExactlyInAnyOrderElementsOf(Plain.read(stories));
        }
        assertThat(Path.of(died)).exists();
    }

    /** Whether this is the first to ask. */
    private static boolean first(String file) {
        try {
            Files.createFile(Path.of(file));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
