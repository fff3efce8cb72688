package org.mahdar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mahdar.Mahdar;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.extract.TimeFinder;
import org.mahdar.language.Language;
import org.mahdar.model.Story;
import org.mahdar.text.Text;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What reading costs stage by stage, as far as the engine has doors between them: cutting into words, looking them up, finding
 * times, and the whole. Each does what the one before does and more; what the finders behind it take, a profile tells.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class StagesBenchmark {
    private final List<Story> stories = new ArrayList<>();
    private final Mahdar mahdar = Mahdar.forLanguage("ar");
    private final Language language = mahdar.language();
    private final TimeFinder times = new TimeFinder(language);
    private int next;

    /** Takes the sample stories in. */
    @Setup
    public void prepare() {
        try (Stories all = Stories.bundled(List.of("/samples/negotiation/stories.jsonl"), "ar")) {
            while (all.hasNext()) {
                if (all.next() instanceof Item.Found found) {
                    stories.add(found.story());
                }
            }
        }
    }

    private Story story() {
        next = (next + 1) % stories.size();
        return stories.get(next);
    }

    /** A story cut into words. */
    @Benchmark
    public Object words() {
        return Text.of(story(), language.letters());
    }

    /** Every word looked up in the lexicon. */
    @Benchmark
    public Object lexicon() {
        return language.tape(Text.of(story(), language.letters()));
    }

    /** Times found. */
    @Benchmark
    public Object times() {
        Story story = story();
        return times.find(language.tape(Text.of(story, language.letters())), story.published());
    }

    /** Everything. */
    @Benchmark
    public Object whole() {
        return mahdar.read(story());
    }
}
