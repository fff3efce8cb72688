package org.mahdar.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mahdar.app.Shared;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.model.Actor;
import org.mahdar.model.Assessment;
import org.mahdar.model.Evidence;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;
import org.mahdar.model.Story;
import org.mahdar.model.TimeExpression;
import org.mahdar.score.Gold;
import org.mahdar.score.Lines;
import org.mahdar.score.Score;
import org.mahdar.score.Scorer;

/**
 * The same figures as the protocol's own program, digit for digit, on minutes that are gold with seeded mistakes: spans cut
 * and moved, lines lost and made up, speakers, values and statuses exchanged.
 */
@EnabledIf("org.mahdar.app.Shared#canScore")
class ScorePythonTest {
    private static final Evidence EVIDENCE = new Evidence("test", List.of());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void sameFigures(int seed) throws Exception {
        Path goldFile = Shared.folder().resolve(seed % 2 == 0 ? "gold/dev/gold.jsonl" : "gold/tune/gold.jsonl");
        Map<String, Story> stories = stories(goldFile.resolveSibling("stories.jsonl"));
        List<Gold> gold;
        try (InputStream in = Files.newInputStream(goldFile)) {
            gold = GoldJson.readAll(in);
        }
        Random random = new Random(seed);
        StringBuilder written = new StringBuilder();
        List<Score> scores = new ArrayList<>();
        for (Gold one : gold) {
            Story story = stories.get(one.id());
            assertThat(one.misfit(story.text())).isEmpty();
            Minutes minutes = new Spoiler(story, random).spoil(one.lines());
            written.append(MinutesWriter.line(minutes)).append('\n');
            scores.add(Scorer.compare(one.lines(), minutes).score());
        }
        Path minutesFile = folder.resolve("minutes.jsonl");
        Files.writeString(minutesFile, written);
        Score score = scores.stream().reduce(Score::plus).orElseThrow();
        assertThat(score.report()).isEqualTo(python(goldFile, minutesFile));
        assertThat(score.traceable().figure()).isEqualTo("1.000");
        assertThat(score.count("statements", "found").f1()).isBetween(0.3, 0.95);
    }

    private static Map<String, Story> stories(Path file) {
        Map<String, Story> out = new LinkedHashMap<>();
        try (Stories stories =
                Stories.of(List.of(file.toString()), InputStream.nullInputStream(), Optional.empty(), "ar")) {
            stories.forEachRemaining(item -> {
                Story story = ((Item.Found) item).story();
                out.put(story.id(), story);
            });
        }
        return out;
    }

    private static List<String> python(Path gold, Path minutes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "python3",
                        Shared.folder().resolve("gold/score.py").toString(),
                        gold.toString(),
                        minutes.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.lines().toList();
    }

    /** Makes minutes of gold, and mistakes in them. */
    private static final class Spoiler {
        private final Story story;
        private final Random random;
        private final Map<String, Actor> actors = new LinkedHashMap<>();

        Spoiler(Story story, Random random) {
            this.story = story;
            this.random = random;
        }

        private boolean often() {
            return random.nextInt(4) > 0;
        }

        private boolean rarely() {
            return random.nextInt(6) == 0;
        }

        private Span moved(Span span) {
            if (often()) {
                return span;
            }
            int shift = random.nextInt(30) - 15;
            int start = Math.min(Math.max(0, span.start() + shift), story.text().length() - 1);
            return new Span(
                    start, Math.min(story.text().length(), Math.max(start + 1, span.end() + random.nextInt(30) - 15)));
        }

        private List<Span> moved(List<Span> spans) {
            return spans.stream().map(this::moved).toList();
        }

        private String actor(String name, Optional<Span> mention) {
            String said = rarely() ? "Somebody Else" : rarely() ? "The " + name : name;
            Actor known = actors.get(said);
            List<Span> mentions = new ArrayList<>(known == null ? List.of(new Span(0, 1)) : known.mentions());
            mention.ifPresent(mentions::add);
            String ref = known == null ? "a" + (actors.size() + 1) : known.ref();
            actors.put(
                    said,
                    new Actor(
                            ref,
                            Optional.empty(),
                            Actor.Kind.PERSON,
                            said,
                            said.isEmpty() || rarely() ? Optional.empty() : Optional.of(said),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            mentions));
            return ref;
        }

        private <E extends Enum<E>> E word(Class<E> type, String word) {
            E[] all = type.getEnumConstants();
            return rarely() ? all[random.nextInt(all.length)] : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        }

        Minutes spoil(Lines gold) {
            List<Statement> statements = new ArrayList<>();
            for (Lines.Said s : gold.statements()) {
                for (int n = rarely() ? 2 : often() ? 1 : 0; n > 0; n--) {
                    Optional<String> speaker = rarely()
                            ? Optional.empty()
                            : Optional.of(actor(s.speaker(), s.source().map(this::moved)));
                    statements.add(new Statement(
                            "s" + (statements.size() + 1),
                            moved(s.cue()),
                            rarely() ? Optional.empty() : s.source(),
                            speaker,
                            word(Statement.Kind.class, s.kind()),
                            moved(s.content()),
                            Statement.Act.ASSERT,
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            false,
                            EVIDENCE));
                }
            }
            List<TimeExpression> times = new ArrayList<>();
            for (Lines.When t : gold.times()) {
                if (often()) {
                    times.add(new TimeExpression(
                            moved(t.span()),
                            word(TimeExpression.Type.class, t.type()),
                            rarely() ? "2000" : t.value(),
                            TimeExpression.Precision.DAY,
                            TimeExpression.Anchor.TEXT,
                            EVIDENCE));
                }
            }
            List<Meeting> meetings = new ArrayList<>();
            for (Lines.Met m : gold.meetings()) {
                if (often()) {
                    List<String> participants = new ArrayList<>();
                    for (String name : m.participants()) {
                        if (!rarely()) {
                            participants.add(actor(name, Optional.empty()));
                        }
                    }
                    meetings.add(new Meeting(
                            "m" + (meetings.size() + 1),
                            moved(m.trigger()),
                            moved(m.also()),
                            Meeting.Kind.TALKS,
                            word(Meeting.Status.class, m.status()),
                            participants,
                            Map.of(),
                            rarely() ? Optional.empty() : Optional.of(m.date()).filter(d -> !d.isEmpty()),
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            EVIDENCE));
                }
            }
            List<Position> positions = new ArrayList<>();
            for (Lines.Stance p : gold.positions()) {
                if (often()) {
                    positions.add(new Position(
                            "p" + (positions.size() + 1),
                            actor(p.party(), Optional.empty()),
                            word(Position.Act.class, p.act()),
                            List.of(moved(p.span())),
                            "",
                            Optional.empty(),
                            EVIDENCE));
                }
            }
            List<Paper> papers = new ArrayList<>();
            for (Lines.Document p : gold.papers()) {
                if (often()) {
                    papers.add(new Paper(
                            "d" + (papers.size() + 1),
                            moved(p.span()),
                            List.of(),
                            word(Paper.Kind.class, p.kind()),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            EVIDENCE));
                }
            }
            List<Assessment> assessments = new ArrayList<>();
            for (Lines.Judged a : gold.assessments()) {
                if (often()) {
                    assessments.add(new Assessment(
                            "v" + (assessments.size() + 1),
                            actor(a.by(), Optional.empty()),
                            word(Assessment.Polarity.class, a.polarity()),
                            moved(a.span()),
                            EVIDENCE));
                }
            }
            Story dated = story.on(Optional.of(LocalDate.of(2015, 7, 21)));
            return new Minutes(
                    dated,
                    "test",
                    List.copyOf(actors.values()),
                    times,
                    statements,
                    meetings,
                    positions,
                    papers,
                    assessments,
                    List.of());
        }
    }
}
