package org.mahdar.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All peers over the same stories, one after the other, each in a process of its own, and a table of ratios.
 *
 * <pre>SideBySide [--stories N] [--seconds S] FILE|FOLDER…</pre>
 *
 * Class paths of the peers under the GPL come by the variables HEIDELTIME_CLASSPATH and CORENLP_CLASSPATH; a peer without
 * one is left out. The script {@code bench/side-by-side} sets them.
 */
public final class SideBySide {
    private SideBySide() {}

    private record Peers(String name, String title, Optional<String> classPath) {}

    private record Result(String title, double stories, double megabytes, long memory, long count) {}

    /** Runs all that can be run. */
    public static void main(String[] args) throws Exception {
        int stories = 500;
        double seconds = 10;
        List<String> files = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--stories" -> stories = Integer.parseInt(args[++i]);
                case "--seconds" -> seconds = Double.parseDouble(args[++i]);
                default -> files.add(args[i]);
            }
        }
        Map<String, String> env = System.getenv();
        Optional<String> own = Optional.of("");
        Optional<String> heidelTime = Optional.ofNullable(env.get("HEIDELTIME_CLASSPATH"));
        Optional<String> coreNlp = Optional.ofNullable(env.get("CORENLP_CLASSPATH"));
        List<Peers> peers = List.of(
                new Peers("floor", "Lucene 9.12.3 ArabicAnalyzer: words, stems", own),
                new Peers("mahdar", "Mahdar: all layers", own),
                new Peers("heideltime", "HeidelTime 2.2.1: times", heidelTime),
                new Peers("corenlp-words", "CoreNLP 4.5.10: words, sentences", coreNlp),
                new Peers("corenlp-tags", "CoreNLP 4.5.10: words, sentences, parts of speech", coreNlp));
        List<Result> results = new ArrayList<>();
        for (Peers peer : peers) {
            if (peer.classPath().isEmpty()) {
                System.err.println("left out, since its class path is not given: " + peer.title());
            } else {
                run(peer, stories, seconds, files).ifPresent(results::add);
            }
        }
        table(results);
    }

    private static Optional<Result> run(Peers peer, int stories, double seconds, List<String> files)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx3g"));
        if (peer.name().equals("mahdar")) {
            // Each as it is run by those who use it: Mahdar with what it tells Java, which this process was told.
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        }
        command.add("-cp");
        String extra = peer.classPath().orElse("");
        String own = System.getProperty("java.class.path");
        command.add(extra.isEmpty() ? own : own + System.getProperty("path.separator") + extra);
        command.addAll(List.of(Peer.class.getName(), peer.name(), String.valueOf(stories), String.valueOf(seconds)));
        command.addAll(files);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Optional<Result> result = Optional.empty();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] cells = line.split("\t", -1);
                if (cells.length == 5 && cells[0].equals(peer.name())) {
                    result = Optional.of(new Result(
                            peer.title(),
                            Double.parseDouble(cells[1]),
                            Double.parseDouble(cells[2]),
                            Long.parseLong(cells[3]),
                            Long.parseLong(cells[4])));
                }
            }
        }
        int status = process.waitFor();
        if (result.isEmpty()) {
            System.err.println("failed with status " + status + ": " + peer.title());
        }
        return result;
    }

    private static void table(List<Result> results) {
        if (results.size() < 2) {
            return;
        }
        double floor = results.get(0).stories();
        double mahdar = results.get(1).stories();
        System.out.println("| | stories/s | MB/s | memory | to the floor | Mahdar to it |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (Result one : results) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.1f | %.2f | %,d MB | %.4f | %.1f × |%n",
                    one.title(),
                    one.stories(),
                    one.megabytes(),
                    one.memory(),
                    one.stories() / floor,
                    mahdar / one.stories());
        }
        System.out.printf(
                Locale.ROOT,
                "%nJava %s, %d processors, one thread, CPU time; stories measured: %s%n",
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                String.join(
                        ", ",
                        results.stream().map(one -> String.valueOf(one.count())).toList()));
    }
}
