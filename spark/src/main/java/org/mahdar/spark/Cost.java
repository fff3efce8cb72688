package org.mahdar.spark;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up what the tasks of a run cost, wherever they ran; {@code docs/scale.md} is made of these figures. */
final class Cost extends SparkListener {
    private static final double NANOS = 1e9;
    private static final double MEGA = 1e6;

    private final AtomicLong cpu = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    /** Bytes shuffled for each table that shuffles. */
    private final Map<String, AtomicLong> shuffled = new ConcurrentHashMap<>();

    private final Map<Integer, String> tables = new ConcurrentHashMap<>();
    private final AtomicLong collected = new AtomicLong();
    private final long begin = System.nanoTime();

    /** Says for which table the jobs are that follow. */
    static void of(SparkContext spark, String table) {
        spark.setJobDescription(table);
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted stage) {
        String table = stage.properties() == null ? null : stage.properties().getProperty("spark.job.description");
        tables.put(stage.stageInfo().stageId(), table == null ? "" : table);
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        TaskMetrics metrics = end.taskMetrics();
        if (metrics != null) {
            cpu.addAndGet(metrics.executorCpuTime());
            read.addAndGet(metrics.inputMetrics().bytesRead());
            written.addAndGet(metrics.outputMetrics().bytesWritten());
            long bytes = metrics.shuffleWriteMetrics().bytesWritten();
            if (bytes > 0) {
                shuffled.computeIfAbsent(tables.getOrDefault(end.stageId(), ""), table -> new AtomicLong())
                        .addAndGet(bytes);
            }
            collected.addAndGet(metrics.jvmGCTime());
        }
    }

    /** One line for people. */
    String line() {
        long all = shuffled.values().stream().mapToLong(AtomicLong::get).sum();
        String parts = new TreeMap<>(shuffled)
                .entrySet().stream()
                        .map(part -> String.format(
                                Locale.ROOT,
                                "%s %.1f MB",
                                part.getKey(),
                                part.getValue().get() / MEGA))
                        .collect(Collectors.joining(", ", " (", ")"));
        return String.format(
                Locale.ROOT,
                "%.1f s by the clock, %.1f s of CPU in tasks, %.1f s of collecting garbage; read %.1f MB (what was kept between"
                        + " steps counts again), wrote %.1f MB, shuffled %.1f MB%s",
                (System.nanoTime() - begin) / NANOS,
                cpu.get() / NANOS,
                collected.get() / 1e3,
                read.get() / MEGA,
                written.get() / MEGA,
                all / MEGA,
                all == 0 ? "" : parts);
    }
}
