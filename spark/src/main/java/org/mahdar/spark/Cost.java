package org.mahdar.spark;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up what the tasks of a run cost, wherever they ran; {@code docs/scale.md} is made of these figures. */
final class Cost extends SparkListener {
    private static final double NANOS = 1e9;
    private static final double MEGA = 1e6;

    private final AtomicLong cpu = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong shuffled = new AtomicLong();
    private final AtomicLong collected = new AtomicLong();
    private final long begin = System.nanoTime();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        TaskMetrics metrics = end.taskMetrics();
        if (metrics != null) {
            cpu.addAndGet(metrics.executorCpuTime());
            read.addAndGet(metrics.inputMetrics().bytesRead());
            written.addAndGet(metrics.outputMetrics().bytesWritten());
            shuffled.addAndGet(metrics.shuffleWriteMetrics().bytesWritten());
            collected.addAndGet(metrics.jvmGCTime());
        }
    }

    /** One line for people. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%.1f s by the clock, %.1f s of CPU in tasks, %.1f s of collecting garbage; read %.1f MB (what was kept between"
                        + " steps counts again), wrote %.1f MB, shuffled %.1f MB",
                (System.nanoTime() - begin) / NANOS,
                cpu.get() / NANOS,
                collected.get() / 1e3,
                read.get() / MEGA,
                written.get() / MEGA,
                shuffled.get() / MEGA);
    }
}
