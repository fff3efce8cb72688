package org.mahdar.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a server bears its readers: {@code ServeLoad URL SECONDS READERS WORD…}. Each reader asks for one page after the other:
 * of ten, seven are stories, two searches for one of the words, one a dossier, where there is any. The first tenth of the time
 * warms up and does not count. READERS such as {@code 50@300} pause between pages, so that together they ask for 300 a second:
 * a page then takes as long as from when it was due, so that an answer that holds up the next page of its reader shows.
 * Without a rate they ask without a pause, and the server is as full as it can be. Every minute the used heap is printed, as the server tells it.
 */
public final class ServeLoad {
    private static final Pattern STORIES = Pattern.compile("(?m)^mahdar_stories (\\d+)");
    private static final Pattern HEAP = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"} (\\d+)");
    private static final Pattern DOSSIER = Pattern.compile("href=\"(/dossiers/[^\"/?#]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final List<String> words;
    private final int stories;
    private final List<String> dossiers = new ArrayList<>();

    private ServeLoad(String server, List<String> words) throws IOException, InterruptedException {
        this.server = server;
        this.words = words;
        this.stories = Integer.parseInt(metric(STORIES));
        Matcher found = DOSSIER.matcher(get("/dossiers").body());
        while (found.find()) {
            dossiers.add(found.group(1));
        }
    }

    /** A page that was answered; {@code nanos} is how long it took. */
    private record Took(String page, int status, long nanos) {}

    /** Asks and prints. */
    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args).subList(3, args.length);
        String[] many = args[2].split("@");
        int readers = Integer.parseInt(many[0]);
        long pause = many.length > 1 ? 1_000_000_000L * readers / Integer.parseInt(many[1]) : 0;
        new ServeLoad(args[0], words).run(Integer.parseInt(args[1]), readers, pause);
    }

    private String metric(Pattern pattern) throws IOException, InterruptedException {
        Matcher found = pattern.matcher(get("/api/metrics").body());
        return found.find() ? found.group(1) : "0";
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofMinutes(2))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String page(SplittableRandom random) {
        int kind = random.nextInt(10);
        if (kind == 0 && !dossiers.isEmpty()) {
            return dossiers.get(random.nextInt(dossiers.size()));
        }
        if (kind < 3 && !words.isEmpty()) {
            String word = words.get(random.nextInt(words.size()));
            return "/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
        }
        return "/stories/" + (1 + random.nextInt(stories));
    }

    /** Asks for pages; {@code pause} is the time from one to the next in nanoseconds, 0 where there is none. */
    private List<Took> read(int seed, long from, long until, long pause) throws IOException, InterruptedException {
        // The first numbers of java.util.Random are nearly the same for seeds that follow each other: all would ask at
        // once.
        SplittableRandom random = new SplittableRandom(seed);
        List<Took> out = new ArrayList<>();
        long due = System.nanoTime() + (long) (random.nextDouble() * pause);
        while (System.nanoTime() < until) {
            String page = page(random);
            long early = due - System.nanoTime();
            if (pause > 0 && early > 0) {
                TimeUnit.NANOSECONDS.sleep(early);
            }
            long start = pause > 0 ? due : System.nanoTime();
            due += pause;
            int status = get(page).statusCode();
            if (start >= from) {
                out.add(new Took(page.split("[/?]")[1], status, System.nanoTime() - start));
            }
        }
        return out;
    }

    private void run(int seconds, int readers, long pause) throws Exception {
        long begin = System.nanoTime();
        long from = begin + seconds * 100_000_000L;
        long until = begin + seconds * 1_000_000_000L;
        ExecutorService pool = Executors.newFixedThreadPool(readers);
        try {
            List<Callable<List<Took>>> tasks = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                int seed = i;
                tasks.add(() -> read(seed, from, until, pause));
            }
            List<Future<List<Took>>> running = tasks.stream().map(pool::submit).toList();
            while (System.nanoTime() < until) {
                long left = (until - System.nanoTime()) / 1_000_000;
                Thread.sleep(Math.max(1, Math.min(60_000, left)));
                say("%4d s  heap %d MB%n", (System.nanoTime() - begin) / 1_000_000_000, heap());
            }
            List<Took> all = new ArrayList<>();
            for (Future<List<Took>> reader : running) {
                all.addAll(reader.get());
            }
            report(all, seconds * 0.9, readers);
        } finally {
            pool.shutdownNow();
        }
    }

    private long heap() throws IOException, InterruptedException {
        return Long.parseLong(metric(HEAP)) >> 20;
    }

    private static void report(List<Took> all, double seconds, int readers) {
        Map<String, List<Took>> pages = new TreeMap<>();
        all.forEach(took ->
                pages.computeIfAbsent(took.page(), page -> new ArrayList<>()).add(took));
        long failed = all.stream().filter(took -> took.status() != 200).count();
        say("%d readers, %d pages, %.0f a second, %d failed%n", readers, all.size(), all.size() / seconds, failed);
        pages.forEach((page, took) -> {
            double[] times =
                    took.stream().mapToDouble(one -> one.nanos() / 1e6).sorted().toArray();
            double p95 = times[(int) (times.length * 0.95)];
            say("%-9s %6d  median %.1f ms  p95 %.1f ms%n", page, times.length, times[times.length / 2], p95);
        });
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
