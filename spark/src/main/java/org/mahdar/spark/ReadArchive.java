package org.mahdar.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Entry point for {@code spark-submit}. */
public final class ReadArchive {
    private static final String USAGE = """
            usage: spark-submit --class org.mahdar.spark.ReadArchive --jars JARS mahdar-spark.jar \\
                     --in PATH... --out FOLDER [--language ar] [--published DAY] [--lexicon FOLDER]... \\
                     [--dossier FILE]... [--no-copies]
              --in         JSON Lines (.jsonl, also .gz, .bz2, .zst), Parquet (.parquet), or whole files: zips, WARC, JSON,
                           XML, HTML, text; any path that Hadoop knows, with * in it or not
              --out        folder for stories, findings, problems and copies, each Parquet; what is there is written over
              --published  day of publication of stories that do not know theirs, such as 2022-01-11
              --lexicon    a folder of own words, at the same path on every worker
              --dossier    the definition of a dossier as JSON, as the archive keeps it; it goes by the file's name
              --no-copies  do not look for near-duplicates
            """;

    private ReadArchive() {}

    /** Reads an archive; ends with status 2 where the arguments are wrong. */
    public static void main(String[] args) throws IOException {
        Arguments arguments;
        try {
            arguments = Arguments.of(args);
        } catch (IllegalArgumentException e) {
            System.err.println("mahdar-spark: " + e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
            return;
        }
        SparkConf conf = new SparkConf();
        // Small tasks: reading is all CPU, and what remains for the last task nobody shares.
        conf.setIfMissing("spark.sql.files.maxPartitionBytes", "16m");
        try (SparkSession spark =
                SparkSession.builder().config(conf).appName("mahdar read").getOrCreate()) {
            Cost cost = new Cost();
            spark.sparkContext().addSparkListener(cost);
            new ReadingJob(spark, arguments.how()).run(arguments.in(), arguments.out(), arguments.copies());
            System.err.println("mahdar-spark: " + cost.line());
        }
    }

    /** What was asked for. */
    record Arguments(List<String> in, String out, Instructions how, boolean copies) {
        static Arguments of(String... args) {
            List<String> in = new ArrayList<>();
            List<String> lexicons = new ArrayList<>();
            String out = "";
            String language = "ar";
            Map<String, String> dossiers = new LinkedHashMap<>();
            boolean copies = true;
            Optional<LocalDate> day = Optional.empty();
            String option = "";
            for (String arg : args) {
                if (arg.equals("--no-copies")) {
                    copies = false;
                } else if (arg.startsWith("--")) {
                    option = arg;
                } else {
                    switch (option) {
                        case "--in" -> in.add(arg);
                        case "--out" -> out = arg;
                        case "--language" -> language = arg;
                        case "--published" -> day = Optional.of(day(arg));
                        case "--lexicon" -> lexicons.add(arg);
                        case "--dossier" -> dossiers.put(name(arg), definition(arg));
                        default -> throw new IllegalArgumentException("there is no option " + option + " for " + arg);
                    }
                }
            }
            if (in.isEmpty() || out.isEmpty()) {
                throw new IllegalArgumentException("--in and --out are needed");
            }
            return new Arguments(in, out, new Instructions(language, day, lexicons, dossiers), copies);
        }

        private static String name(String file) {
            return String.valueOf(Path.of(file).getFileName()).replaceFirst("\\.json$", "");
        }

        private static String definition(String file) {
            try {
                String json = Files.readString(Path.of(file));
                Negotiations.definition(name(file), json);
                return json;
            } catch (IOException e) {
                throw new IllegalArgumentException("cannot read the definition of a dossier in " + file, e);
            }
        }

        private static LocalDate day(String written) {
            try {
                return LocalDate.parse(written);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("--published needs a day such as 2022-01-11, got " + written, e);
            }
        }
    }
}
