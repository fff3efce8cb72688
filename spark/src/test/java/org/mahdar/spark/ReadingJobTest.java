package org.mahdar.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mahdar.Mahdar;
import org.mahdar.app.archive.Sketch;
import org.mahdar.app.ingest.Item;
import org.mahdar.model.Minutes;

/** The job beside a plain loop over the same files: every row is the same. */
class ReadingJobTest {
    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static ReadingJob job;
    private static List<String> records;

    @BeforeAll
    static void start() throws IOException {
        spark = Plain.session().master("local[2]").getOrCreate();
        job = new ReadingJob(spark, new Instructions("ar", Optional.empty(), List.of()));
        records = Files.readAllLines(Plain.SAMPLES);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static List<Plain.One> read(Path... files) {
        List<String> names = List.of(files).stream().map(Path::toString).toList();
        return Plain.of(job.read(names).collectAsList());
    }

    /** The records without what would name them, so that they go by their place in the file. */
    private static String array(List<String> lines) {
        return "[" + String.join(",", lines).replaceAll("\"id\": \"[^\"]*\", ", "") + "]";
    }

    @Test
    void linesAreReadAsInALoop() throws IOException {
        Path broken = folder.resolve("broken.jsonl");
        String credited =
                "{\"id\": \"credited\", \"body\": \"قال الوزير إن المحادثات بدأت.\", \"author\": \"جدة: رويترز\"}";
        Files.write(
                broken,
                List.of(records.get(0), "{\"title\": \"x\", ", "{\"id\": \"empty\"}", records.get(1), credited),
                UTF_8);
        List<Plain.One> expected = Plain.read(Plain.SAMPLES, broken);
        assertThat(expected).hasSize(61);
        assertThat(expected).anyMatch(one -> one.minutes().contains("\"place\":\"جدة\""));
        assertThat(expected.stream().mapToInt(Plain.One::lines).sum()).isGreaterThan(500);
        assertThat(expected).filteredOn(one -> one.key().equals("problem")).hasSize(2);
        assertThat(read(Plain.SAMPLES, broken)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aFileCutIntoManyTasksIsReadAsInALoop() throws IOException {
        Path many = folder.resolve("many.jsonl");
        List<String> lines = new ArrayList<>();
        for (int copy = 0; copy < 20; copy++) {
            for (String record : records) {
                lines.add(record.replaceFirst("\"id\": \"", "\"id\": \"" + copy + "-"));
            }
        }
        Files.write(many, lines, UTF_8);
        spark.conf().set("spark.sql.files.maxPartitionBytes", 200_000);
        try {
            assertThat(job.read(List.of(many.toString())).rdd().getNumPartitions())
                    .isGreaterThan(5);
            assertThat(read(many)).containsExactlyInAnyOrderElementsOf(Plain.read(many));
        } finally {
            spark.conf().unset("spark.sql.files.maxPartitionBytes");
        }
    }

    @Test
    void wholeFilesAreReadAsInALoop() throws IOException {
        Path zip = folder.resolve("some.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.json"));
            out.write(array(records.subList(0, 20)).getBytes(UTF_8));
            out.putNextEntry(new ZipEntry("b.json"));
            out.write(array(records.subList(20, 25)).getBytes(UTF_8));
            out.closeEntry();
        }
        Path warc = folder.resolve("some.warc.gz");
        Files.write(warc, warc());
        Path torn = folder.resolve("torn.zip");
        Files.write(torn, new byte[] {'P', 'K', 3, 4, 0, 0});
        List<Plain.One> expected = Plain.read(zip, warc, torn);
        assertThat(expected).hasSize(27);
        assertThat(read(zip, warc, torn)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** One page in one record of an archive of the web. */
    private static byte[] warc() throws IOException {
        String page =
                "<!DOCTYPE html><html lang=\"ar\"><head><meta charset=\"utf-8\"><title>جولة</title></head><body><article>"
                        + "<h1>جولة ثانية في المرفأ</h1><p>قال وزير الخارجية سالم الوردي إن بلاده لن توقع الاتفاق قبل الضمانات، وإن الجولة"
                        + " المقبلة ستعقد في مدينة المرفأ بعد شهر.</p><p>وأضاف الوردي: \"نريد نصا ملزما\".</p></article></body></html>";
        byte[] body = page.getBytes(UTF_8);
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        String head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/1\r\n"
                + "WARC-Date: 2024-03-04T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
                + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
                + (http.length() + body.length) + "\r\n\r\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write((head + http).getBytes(UTF_8));
            out.write(body);
            out.write("\r\n\r\n".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void rowsOfParquetAreReadAsTheRecordsTheyWere() {
        String parquet = folder.resolve("rows.parquet").toString();
        spark.read().json(Plain.SAMPLES.toString()).write().parquet(parquet);
        List<String> minutes =
                Plain.read(Plain.SAMPLES).stream().map(Plain.One::minutes).toList();
        assertThat(read(Path.of(parquet)).stream().map(Plain.One::minutes))
                .containsExactlyInAnyOrderElementsOf(minutes);
    }

    @Test
    void writesFourFoldersWithTheSchemasWrittenDown() {
        String out = folder.resolve("out").toString();
        Path broken = folder.resolve("no-story.json");
        assertThatThrownBy(() -> ReadArchive.Arguments.of("--in", "x")).hasMessage("--in and --out are needed");
        ReadArchive.Arguments arguments =
                ReadArchive.Arguments.of("--in", Plain.SAMPLES.toString(), broken.toString(), "--out", out);
        assertThat(arguments.copies()).isTrue();
        write(broken, "[{\"id\": \"empty\"}]");
        Cost cost = new Cost();
        spark.sparkContext().addSparkListener(cost);
        job.run(arguments.in(), arguments.out(), arguments.copies());
        spark.sparkContext().removeSparkListener(cost);
        assertThat(cost.line())
                .matches("[0-9].* s by the clock, .* shuffled [0-9.]+ MB [(]copies [0-9.]+ MB[)]")
                .doesNotContain("wrote 0.0 MB");
        List<Plain.One> expected = Plain.read(Plain.SAMPLES);
        Dataset<Row> stories = spark.read().parquet(out + "/stories");
        assertThat(stories.select("minutes").collectAsList().stream().map(row -> row.getString(0)))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Plain.One::minutes).toList());
        Dataset<Row> findings = spark.read().parquet(out + "/findings");
        assertThat(findings.count())
                .isEqualTo(expected.stream().mapToInt(Plain.One::lines).sum());
        assertThat(List.of(findings.columns()))
                .containsSubsequence("key", "published", "line", "layer", "who", "parts");
        // The words stand where the row says.
        assertThat(findings.join(stories, "key")
                        .where("substring(text, start + 1, end - start) <> words")
                        .count())
                .isZero();
        assertThat(spark.read().parquet(out + "/problems").count()).isEqualTo(1);
        assertThat(findings.select("published").schema().simpleString()).contains("date");
        assertThat(spark.read().parquet(out + "/copies").count()).isGreaterThan(15);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void copiesAreWhoComparingAllWithAllFinds() {
        List<Row> rows = job.read(List.of(Plain.SAMPLES.toString())).collectAsList();
        Map<String, String> groups = new HashMap<>();
        for (Row one : rows) {
            String key = one.getString(one.fieldIndex("key"));
            groups.put(key, key);
        }
        for (Row one : rows) {
            for (Row other : rows) {
                Sketch a = Sketch.of((byte[]) one.get(one.fieldIndex("sketch")));
                Sketch b = Sketch.of((byte[]) other.get(other.fieldIndex("sketch")));
                if (a.likeness(b) >= Sketch.COPY) {
                    join(groups, one.getString(one.fieldIndex("key")), other.getString(other.fieldIndex("key")));
                }
            }
        }
        Map<String, TreeSet<String>> expected = new HashMap<>();
        groups.forEach((key, group) ->
                expected.computeIfAbsent(group, none -> new TreeSet<>()).add(key));
        expected.values().removeIf(group -> group.size() < 2);

        Map<String, TreeSet<String>> seen = new HashMap<>();
        for (Row copy :
                NearCopies.of(job.read(List.of(Plain.SAMPLES.toString()))).collectAsList()) {
            TreeSet<String> group = seen.computeIfAbsent(copy.getString(1), none -> new TreeSet<>());
            group.add(copy.getString(0));
            group.add(copy.getString(1));
        }
        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(seen.values()).containsExactlyInAnyOrderElementsOf(expected.values());
    }

    private static void join(Map<String, String> groups, String one, String other) {
        String from = groups.getOrDefault(one, one);
        String to = groups.getOrDefault(other, other);
        groups.replaceAll((key, group) -> group.equals(from) ? to : group);
    }

    @Test
    void dossiersAreWhatTheArchivesCodeMakesOfThem() {
        String definition =
                "{\"parties\": [\"XNR\", \"XSV\"], \"issues\": [], \"words\": [\"الرند\"], \"in\": [], \"out\": []}";
        Path lexicon = Plain.SAMPLES.resolveSibling("lexicon");
        Instructions how =
                new Instructions("ar", Optional.empty(), List.of(lexicon.toString()), Map.of("rand", definition));
        Path file = folder.resolve("rand.json");
        write(file, definition);
        String out = folder.resolve("with-dossier").toString();
        ReadArchive.Arguments arguments = ReadArchive.Arguments.of(
                "--in",
                Plain.SAMPLES.toString(),
                "--out",
                out,
                "--lexicon",
                lexicon.toString(),
                "--dossier",
                file.toString());
        assertThat(arguments.how().dossiers()).isEqualTo(how.dossiers());
        new ReadingJob(spark, arguments.how()).run(arguments.in(), arguments.out(), arguments.copies());
        List<Row> rows = spark.read().parquet(out + "/dossiers").collectAsList();

        Map<String, String> first = new HashMap<>();
        spark.read()
                .parquet(out + "/copies")
                .collectAsList()
                .forEach(row -> first.put(row.getAs("key"), row.getAs("first")));
        Mahdar mahdar = new Engine(how).mahdar();
        Negotiations negotiations = new Negotiations(how, mahdar);
        List<Negotiations.Taken> taken = new ArrayList<>();
        for (Item.Found found : Plain.stories(Plain.SAMPLES)) {
            Minutes minutes = mahdar.read(found.story());
            String key = found.provenance().key();
            if (negotiations.taking(key, minutes).length > 0) {
                taken.add(new Negotiations.Taken(key, first.getOrDefault(key, key), minutes));
            }
        }
        assertThat(taken).hasSizeBetween(40, 55);
        List<String> expected = negotiations.entries("rand", taken).stream()
                .map(ReadingJobTest::flat)
                .toList();
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(rows.stream().map(ReadingJobTest::flat)).containsExactlyInAnyOrderElementsOf(expected);
        // One saying that many stories carry is one entry with many lines.
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.<String>getAs("layer")).isEqualTo("statement");
            assertThat(row.getList(row.fieldIndex("lines")).size()).isGreaterThan(3);
        });
        write(file, "{\"parties\": 1}");
        assertThatThrownBy(() -> ReadArchive.Arguments.of("--in", "x", "--out", out, "--dossier", file.toString()))
                .hasMessageContaining("the definition of dossier rand is not understood");
    }

    /** A row of a dossier as text, the lines that it was made of with it. */
    private static String flat(Row row) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            out.append(row.get(i)).append('|');
        }
        Object lines = row.get(9);
        List<?> all = lines instanceof Row[] array ? List.of(array) : row.getList(9);
        return out.append(all).toString();
    }
}
