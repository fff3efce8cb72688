package org.mahdar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.extract.Stages;
import org.mahdar.language.Language;
import org.mahdar.model.Story;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each stage of reading costs: the time of a pass over the sample stories up to a stage. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class StagesBenchmark {
    /** The last stage that is run. */
    @Param({
        "words",
        "lexicon",
        "times",
        "classes",
        "actors",
        "identities",
        "statements",
        "papers",
        "meetings",
        "positions",
        "assessments"
    })
    public String stage = "words";

    private final List<Story> stories = new ArrayList<>();
    private final Stages stages = new Stages(Language.bundled("ar"));
    private int last;
    private int next;

    /** Takes the sample stories in. */
    @Setup
    public void prepare() {
        last = Stages.NAMES.indexOf(stage);
        try (Stories all = Stories.bundled(List.of("/samples/negotiation/stories.jsonl"), "ar")) {
            while (all.hasNext()) {
                if (all.next() instanceof Item.Found found) {
                    stories.add(found.story());
                }
            }
        }
    }

    /** One story. */
    @Benchmark
    public Object read() {
        next = (next + 1) % stories.size();
        return stages.upTo(last, stories.get(next));
    }
}
