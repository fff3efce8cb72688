package org.mahdar.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mahdar.app.wire.JsonRecords.JsonRecord;
import org.mahdar.model.Assessment;
import org.mahdar.model.Meeting;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Statement;
import org.mahdar.score.Gold;
import org.mahdar.score.Lines;

/** The stories written for this project: the gold fits its texts to the letter, the demo archive is whole. */
class WrittenStoriesTest {
    private static final Path GOLD = Path.of("../languages/ar/gold");
    private static final String DEMO = "/samples/negotiation/stories.jsonl";

    @Test
    void everySpanOfTheGoldCoversItsWords() throws Exception {
        Map<String, String> texts = texts(Files.newInputStream(GOLD.resolve("stories.jsonl")));
        List<Gold> all = gold();

        assertThat(all).hasSizeGreaterThanOrEqualTo(28).extracting(Gold::id).doesNotHaveDuplicates();
        assertThat(texts.keySet())
                .containsExactlyInAnyOrderElementsOf(all.stream().map(Gold::id).toList());
        for (Gold one : all) {
            assertThat(one.words())
                    .allSatisfy(word ->
                            assertThat(word.text()).isEqualTo(word.text().strip()));
            assertThat(one.misfit(texts.get(one.id()))).as(one.id()).isEmpty();
        }
    }

    @Test
    void noLineOfTheGoldStandsTwiceAndItsWordsAreKnown() throws Exception {
        List<String> statuses =
                Stream.of(Meeting.Status.values()).map(Meeting.Status::word).toList();
        List<String> acts =
                Stream.of(Position.Act.values()).map(Position.Act::word).toList();
        List<String> papers =
                Stream.of(Paper.Kind.values()).map(Paper.Kind::word).toList();
        List<String> polarities = Stream.of(Assessment.Polarity.values())
                .map(Assessment.Polarity::word)
                .toList();
        List<String> kinds =
                Stream.of(Statement.Kind.values()).map(Statement.Kind::word).toList();
        for (Gold one : gold()) {
            Lines lines = one.lines();
            for (List<?> layer : List.of(
                    lines.statements(),
                    lines.times(),
                    lines.meetings(),
                    lines.positions(),
                    lines.papers(),
                    lines.assessments())) {
                assertThat(layer).as(one.id()).doesNotHaveDuplicates();
            }
            assertThat(lines.statements()).extracting(Lines.Said::kind).isSubsetOf(kinds);
            assertThat(lines.times()).extracting(Lines.When::type).isSubsetOf("DATE", "TIME", "DURATION", "SET");
            assertThat(lines.meetings()).extracting(Lines.Met::status).isSubsetOf(statuses);
            assertThat(lines.positions()).extracting(Lines.Stance::act).isSubsetOf(acts);
            assertThat(lines.papers()).extracting(Lines.Document::kind).isSubsetOf(papers);
            assertThat(lines.assessments()).extracting(Lines.Judged::polarity).isSubsetOf(polarities);
        }
    }

    @Test
    void storiesThatAreNoDiplomacyHoldNoMeetingAndNoPosition() throws Exception {
        assertThat(gold())
                .filteredOn(one -> one.lines().meetings().isEmpty()
                        && one.lines().positions().isEmpty()
                        && one.lines().statements().size() <= 3)
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void theDemoArchiveRunsOverThreeMonthsInManyOutlets() throws Exception {
        Map<String, LocalDate> days = new HashMap<>();
        Map<String, Integer> outlets = new HashMap<>();
        try (InputStream in = WrittenStoriesTest.class.getResourceAsStream(DEMO);
                JsonRecords records = JsonRecords.of(in)) {
            for (Optional<JsonRecord> record = records.next(); record.isPresent(); record = records.next()) {
                JsonObject story =
                        JsonObject.of(record.get().value(), record.get().line());
                assertThat(days.put(story.needText("id"), LocalDate.parse(story.needText("published"))))
                        .as(story.needText("id"))
                        .isNull();
                outlets.merge(story.needText("outlet"), 1, Integer::sum);
                assertThat(story.needText("title")).isNotBlank();
                assertThat(story.needText("body")).isNotBlank();
                assertThat(story.needText("place")).isNotBlank();
            }
        }
        assertThat(days).hasSizeGreaterThanOrEqualTo(44);
        assertThat(outlets).hasSizeGreaterThanOrEqualTo(6);
        assertThat(days.values()).allSatisfy(day -> assertThat(day).isBetween("2025-09-01", "2025-11-30"));
    }

    private static List<Gold> gold() throws IOException, JsonFault {
        try (InputStream in = Files.newInputStream(GOLD.resolve("gold.jsonl"))) {
            return GoldJson.readAll(in);
        }
    }

    private static Map<String, String> texts(InputStream stories) throws JsonFault, IOException {
        Map<String, String> out = new HashMap<>();
        try (stories;
                JsonRecords records = JsonRecords.of(stories)) {
            for (Optional<JsonRecord> record = records.next(); record.isPresent(); record = records.next()) {
                JsonObject story =
                        JsonObject.of(record.get().value(), record.get().line());
                out.put(story.needText("id"), story.needText("title") + "\n\n" + story.needText("body"));
            }
        }
        return out;
    }
}
