package org.mahdar.app.web;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.wire.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what is asked and how long answers take, in the text format of Prometheus. */
final class Metrics {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    /** Upper bounds of the classes of durations, in milliseconds. */
    private static final int[] BOUNDS = {5, 10, 20, 40, 60, 100, 150, 300, 1000, 5000};

    private final Archive archive;
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicLongArray> durations = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();

    Metrics(Archive archive) {
        this.archive = archive;
    }

    void answered(Route route, int status, long duration) {
        String path = route.method() + " " + route.path();
        answers.computeIfAbsent("route=\"" + path + "\",status=\"" + status + "\"", key -> new LongAdder())
                .increment();
        nanos.computeIfAbsent(path, key -> new LongAdder()).add(duration);
        AtomicLongArray classes = durations.computeIfAbsent(path, key -> new AtomicLongArray(BOUNDS.length + 1));
        int at = 0;
        while (at < BOUNDS.length && duration > BOUNDS[at] * 1_000_000L) {
            at++;
        }
        classes.incrementAndGet(at);
    }

    void fault(Exception e) {
        LOG.error("A request has failed", e);
    }

    Answer answer(Ask ask) {
        StringBuilder out = new StringBuilder(4096);
        out.append("# TYPE mahdar_info gauge\nmahdar_info{version=\"")
                .append(Version.current())
                .append("\"} 1\n");
        out.append("# TYPE mahdar_stories gauge\nmahdar_stories ")
                .append(archive.stories().count())
                .append('\n');
        Runtime runtime = Runtime.getRuntime();
        out.append("# TYPE jvm_memory_used_bytes gauge\njvm_memory_used_bytes{area=\"heap\"} ")
                .append(runtime.totalMemory() - runtime.freeMemory())
                .append('\n');
        out.append("# TYPE process_uptime_seconds gauge\nprocess_uptime_seconds ")
                .append(ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0)
                .append('\n');
        out.append("# TYPE http_requests_total counter\n");
        new TreeMap<>(answers)
                .forEach((labels, count) -> out.append("http_requests_total{")
                        .append(labels)
                        .append("} ")
                        .append(count.sum())
                        .append('\n'));
        out.append("# TYPE http_request_duration_seconds histogram\n");
        new TreeMap<>(durations).forEach((path, classes) -> histogram(path, classes, out));
        return Answer.of("text/plain; version=0.0.4", out.toString());
    }

    private void histogram(String path, AtomicLongArray classes, StringBuilder out) {
        String name = "http_request_duration_seconds";
        long sum = 0;
        for (int i = 0; i <= BOUNDS.length; i++) {
            sum += classes.get(i);
            String bound = i < BOUNDS.length ? String.format(Locale.ROOT, "%.3f", BOUNDS[i] / 1000.0) : "+Inf";
            out.append(name)
                    .append("_bucket{route=\"")
                    .append(path)
                    .append("\",le=\"")
                    .append(bound);
            out.append("\"} ").append(sum).append('\n');
        }
        LongAdder total = nanos.getOrDefault(path, new LongAdder());
        out.append(name).append("_sum{route=\"").append(path).append("\"} ");
        out.append(total.sum() / 1e9).append('\n');
        out.append(name)
                .append("_count{route=\"")
                .append(path)
                .append("\"} ")
                .append(sum)
                .append('\n');
    }
}
