package org.mahdar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mahdar.Mahdar;
import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.model.Story;

/** Reading is a function: neither threads nor a second start change what is read, and ten times the text is ten times the work. */
class SteadyTest {
    private static final int THREADS = 4;
    /** Where the text grows by 10. Arrays grow by doubling, so that the last copies weigh more or less; quadratic work would be 100. */
    private static final double MORE_BYTES = 16;
    /** Processor time is a rough measure, and this a rough bound. */
    private static final double MORE_TIME = 30;

    private static String line(Mahdar mahdar, Story story) {
        return MinutesWriter.line(mahdar.read(story));
    }

    @Test
    void threadsAndStartsReadTheSame() throws Exception {
        List<Story> stories = new ArrayList<>(OwnGold.stories().values());
        Mahdar mahdar = OwnGold.reader();
        Map<String, String> alone = stories.stream().collect(Collectors.toMap(Story::id, story -> line(mahdar, story)));
        Mahdar another = OwnGold.reader();
        Map<String, String> together = new ConcurrentHashMap<>();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            List<Story> order = new ArrayList<>(stories);
            Collections.shuffle(order, new Random(thread));
            tasks.add(() -> {
                order.forEach(story -> {
                    String line = line(another, story);
                    String before = together.put(story.id(), line);
                    assertThat(line).isEqualTo(before == null ? line : before);
                });
                return true;
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            for (var done : pool.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void tenTimesTheTextIsTenTimesTheWork() {
        Mahdar mahdar = OwnGold.reader();
        String once = OwnGold.stories().values().stream().map(Story::text).collect(Collectors.joining("\n\n"));
        assertThat(once.length()).isBetween(30_000, 200_000);
        Work warm = work(mahdar, once.repeat(10));
        Work ten = least(warm, work(mahdar, once.repeat(10)));
        Work hundred = work(mahdar, once.repeat(100));
        assertThat(hundred.lines()).isGreaterThan(8 * ten.lines());
        assertThat((double) hundred.bytes() / ten.bytes())
                .as("bytes for a hundred times the text, by those for ten")
                .isLessThan(MORE_BYTES);
        assertThat((double) hundred.nanos() / ten.nanos())
                .as("processor time for a hundred times the text, by that for ten")
                .isLessThan(MORE_TIME);
    }

    /** What one reading cost this thread: bytes allocated, which hardly vary, and processor time, which a busy machine does not stretch. */
    private record Work(long bytes, long nanos, int lines) {}

    private static Work least(Work a, Work b) {
        return new Work(Math.min(a.bytes(), b.bytes()), Math.min(a.nanos(), b.nanos()), a.lines());
    }

    private static Work work(Mahdar mahdar, String text) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Story story = Story.of("long", "", text, Optional.empty());
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long nanos = threads.getCurrentThreadCpuTime();
        int lines = mahdar.read(story).findings().size();
        return new Work(
                threads.getCurrentThreadAllocatedBytes() - bytes, threads.getCurrentThreadCpuTime() - nanos, lines);
    }
}
