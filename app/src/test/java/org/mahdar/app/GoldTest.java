package org.mahdar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mahdar.Mahdar;
import org.mahdar.model.Story;
import org.mahdar.score.Gold;
import org.mahdar.score.Score;
import org.mahdar.score.Scorer;

/** The project's own gold is read no worse than it was. Who reads it better raises the floors. */
class GoldTest {
    private static Score score = new Score(0, java.util.List.of(), new Score.Share("", 0, 0));

    @BeforeAll
    static void readAll() {
        Map<String, Story> stories = OwnGold.stories();
        Mahdar mahdar = OwnGold.reader();
        score = OwnGold.gold().stream()
                .map(gold -> compare(gold, stories, mahdar))
                .reduce(Score::plus)
                .orElseThrow();
    }

    private static Score compare(Gold gold, Map<String, Story> stories, Mahdar mahdar) {
        return Scorer.compare(gold.lines(), mahdar.read(stories.get(gold.id()))).score();
    }

    /** Precision and recall, a hundredth or two below what was measured last. */
    @ParameterizedTest
    @CsvSource({
        "statements, found, 0.90, 0.85",
        "statements, E2E, 0.80, 0.75",
        "times, overlap, 0.97, 0.97",
        "times, value, 0.91, 0.91",
        "meetings, found, 0.85, 0.55",
        "positions, found, 0.75, 0.36",
        "positions, +party, 0.64, 0.30",
        "papers, found, 0.70, 0.55"
    })
    void isReadAsWellAsBefore(String layer, String measure, double precision, double recall) {
        Score.Count count = score.count(layer, measure);
        assertThat(count.precision()).as(layer + " " + measure + " precision").isGreaterThanOrEqualTo(precision);
        assertThat(count.recall()).as(layer + " " + measure + " recall").isGreaterThanOrEqualTo(recall);
    }

    @Test
    void everySpanLiesInItsStory() {
        assertThat(score.stories()).isEqualTo(36);
        assertThat(score.traceable().of()).isGreaterThan(1000);
        assertThat(score.traceable().hits()).isEqualTo(score.traceable().of());
    }
}
