package org.mahdar.bench;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mahdar.app.wire.Sha256;

/**
 * Whether the cluster's job and {@code mahdar read --format jsonl} wrote the same minutes, to the byte and as often. Ends
 * with status 1 where they did not.
 *
 * <pre>SameMinutes MINUTES.jsonl FOLDER-OF-THE-JOB</pre>
 */
public final class SameMinutes {
    private SameMinutes() {}

    /** Compares. */
    public static void main(String[] args) throws IOException {
        Map<String, Integer> balance = new HashMap<>();
        int plain = 0;
        try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                balance.merge(Sha256.hex(line), 1, Integer::sum);
                plain++;
            }
        }
        int rows = 0;
        for (Path file : files(Path.of(args[1], "stories"))) {
            try (Stream<String> minutes = ParquetReader.streamContent(file.toFile(), new MinutesColumn())) {
                for (String line : (Iterable<String>) minutes::iterator) {
                    balance.merge(Sha256.hex(line), -1, Integer::sum);
                    rows++;
                }
            }
        }
        long apart = balance.values().stream().mapToLong(Math::abs).sum();
        System.out.printf(
                "%d lines of minutes, %d rows of the job, %d of either have no like in the other%n",
                plain, rows, apart);
        System.exit(apart == 0 && rows > 0 ? 0 : 1);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> path.toString().endsWith(".parquet"))
                    .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** The one cell of a row that is asked for. */
    private static final class MinutesColumn implements Hydrator<String, String, String[]> {
        @Override
        public String start() {
            return "";
        }

        @Override
        public String add(String target, String[] column, Object value) {
            return column.length == 1 && column[0].equals("minutes") ? value.toString() : target;
        }

        @Override
        public String finish(String target) {
            return target;
        }
    }
}
