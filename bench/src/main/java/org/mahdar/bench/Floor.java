package org.mahdar.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.mahdar.Mahdar;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.model.Story;

/**
 * What reading costs beside the floor: merely cutting the same stories into words with Lucene's {@code ArabicAnalyzer}, in
 * the same process, pass by pass in turns. Times are CPU times of the one thread, so that a busy machine matters less.
 *
 * <pre>Floor [--passes N] [--stories N] FILE|FOLDER…</pre>
 */
public final class Floor {
    private static final int WARM_UP = 2;
    private static final int TURNS = 5;
    private static final double NANOS = 1e9;
    private static final double MEGA = 1e6;

    private Floor() {}

    /** Runs the comparison and prints one table. */
    public static void main(String[] args) throws Exception {
        int passes = 5;
        int limit = Integer.MAX_VALUE;
        List<String> files = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--passes" -> passes = Integer.parseInt(args[++i]);
                case "--stories" -> limit = Integer.parseInt(args[++i]);
                default -> files.addAll(expand(Path.of(args[i])));
            }
        }
        List<Story> stories = stories(files, limit);
        long bytes = stories.stream()
                .mapToLong(story -> story.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        Mahdar mahdar = Mahdar.forLanguage("ar");
        double[] floor = new double[passes];
        double[] reading = new double[passes];
        long words = 0;
        long lines = 0;
        try (Analyzer analyzer = new ArabicAnalyzer()) {
            for (int pass = -WARM_UP; pass < passes; pass++) {
                long before = cpu();
                words = tokenise(analyzer, stories);
                long between = cpu();
                lines = read(mahdar, stories);
                long after = cpu();
                if (pass >= 0) {
                    floor[pass] = (between - before) / NANOS;
                    reading[pass] = (after - between) / NANOS;
                }
            }
        }
        System.out.printf("%,d stories, %.1f MB of UTF-8, Java %s%n", stories.size(), bytes / MEGA, Runtime.version());
        line("ArabicAnalyzer, 1 thread", median(floor), stories.size(), bytes, words + " words");
        line("Mahdar.read, 1 thread", median(reading), stories.size(), bytes, lines + " lines");
        double[] ratios = new double[passes];
        Arrays.setAll(ratios, i -> reading[i] / floor[i]);
        System.out.printf(
                "reading ÷ floor: %.2f (lowest %.2f, highest %.2f)%n", median(ratios), min(ratios), max(ratios));
        threads(mahdar, stories);
    }

    /** One thread and two in turns, since a busy machine and the compiler of Java disturb either. */
    private static void threads(Mahdar mahdar, List<Story> stories) throws InterruptedException {
        double[] ratios = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            double one = wall(mahdar, stories, 1);
            ratios[turn] = one / wall(mahdar, stories, 2);
        }
        System.out.printf(
                "two threads ÷ one, by the clock: %.2f (lowest %.2f, highest %.2f; %d processors)%n",
                median(ratios), min(ratios), max(ratios), Runtime.getRuntime().availableProcessors());
    }

    private static double wall(Mahdar mahdar, List<Story> stories, int threads) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Thread> workers = new ArrayList<>();
        long before = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            Thread worker = new Thread(() -> {
                for (int i = next.getAndIncrement(); i < stories.size(); i = next.getAndIncrement()) {
                    mahdar.read(stories.get(i));
                }
            });
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return (System.nanoTime() - before) / NANOS;
    }

    private static void line(String name, double seconds, int stories, long bytes, String what) {
        System.out.printf(
                "%-26s %8.2f s %,10.0f stories/s %8.1f MB/s   %s%n",
                name, seconds, stories / seconds, bytes / MEGA / seconds, what);
    }

    static long tokenise(Analyzer analyzer, List<Story> stories) throws IOException {
        long words = 0;
        for (Story story : stories) {
            try (TokenStream tokens = analyzer.tokenStream("text", story.text())) {
                CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
                OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
                tokens.reset();
                while (tokens.incrementToken()) {
                    words += term.length() > 0 && offset.endOffset() > offset.startOffset() ? 1 : 0;
                }
                tokens.end();
            }
        }
        return words;
    }

    private static long read(Mahdar mahdar, List<Story> stories) {
        long lines = 0;
        for (Story story : stories) {
            lines += mahdar.read(story).findings().size();
        }
        return lines;
    }

    static List<String> expand(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path.toString());
        }
        try (Stream<Path> inside = Files.walk(path)) {
            return inside.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".zip") || name.endsWith(".jsonl") || name.endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    static List<Story> stories(List<String> files, int limit) {
        List<Story> out = new ArrayList<>();
        try (Stories stories = Stories.of(files, InputStream.nullInputStream(), Optional.empty(), "ar")) {
            while (stories.hasNext() && out.size() < limit) {
                if (stories.next() instanceof Item.Found found) {
                    out.add(found.story());
                }
            }
        }
        return out;
    }

    private static long cpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadCpuTime();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElse(0);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }
}
