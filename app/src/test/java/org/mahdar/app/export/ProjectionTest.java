package org.mahdar.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mahdar.app.Sample;
import org.mahdar.model.Actor;
import org.mahdar.model.Assessment;
import org.mahdar.model.Evidence;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Statement;

/** The table that codes events: every row is taken by a line of its sort, and its two codes say the same. */
class ProjectionTest {
    /** Category of PLOVER for each root of CAMEO, as both schemes are known to correspond. */
    private static final Map<String, String> ROOTS = Map.of(
            "03",
            "AGREE",
            "04",
            "CONSULT",
            "05",
            "SUPPORT",
            "10",
            "DEMAND",
            "11",
            "ACCUSE",
            "12",
            "REJECT",
            "13",
            "THREATEN",
            "16",
            "SANCTION");

    private static final Projection TABLE = Projection.bundled();
    private static final Evidence EVIDENCE = new Evidence("test", List.of());

    static Stream<Projection.Row> rows() {
        return TABLE.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void codesALine(Projection.Row row) throws Exception {
        Minutes minutes = minutes(row);
        List<Projection.Event> events = TABLE.events(minutes);
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.row()).isEqualTo(row));
        assertThat(row.cameo()).matches("[0-9]{3,4}");
        assertThat(row.name()).isNotBlank();
        assertThat(Optional.ofNullable(ROOTS.get(row.cameo().substring(0, 2)))).isEqualTo(row.plover());

        String cameo = Entries.text(Format.CAMEO, List.of(Entry.of(minutes)));
        assertThat(cameo.lines().skip(1))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains("\t" + row.name() + "\t" + row.cameo() + "\t")
                        .contains("\t" + row.tense() + "\tfalse\t"));
        String plover = Entries.text(Format.PLOVER, List.of(Entry.of(minutes)));
        assertThat(plover.lines().count()).isEqualTo(row.plover().isPresent() ? 1 : 0);
        row.plover()
                .ifPresent(category -> assertThat(plover)
                        .contains("\"event\":[\"" + category + "\"]")
                        .contains("\"tense\":\"" + row.tense() + "\""));
    }

    @Test
    void hasARowForEverySort() {
        Set<String> seen = new HashSet<>();
        TABLE.rows().forEach(row -> seen.add(row.layer() + " " + row.kind() + " " + row.act()));
        assertThat(seen).hasSameSizeAs(TABLE.rows());
        for (Meeting.Kind kind : Meeting.Kind.values()) {
            for (Meeting.Status status : Meeting.Status.values()) {
                assertThat(seen).contains("meeting " + kind.word() + " " + status.word());
            }
        }
        Stream.of(Statement.Act.values()).forEach(act -> assertThat(seen).contains("statement * " + act.word()));
        Stream.of(Position.Act.values()).forEach(act -> assertThat(seen).contains("position * " + act.word()));
        Stream.of(Assessment.Polarity.values())
                .forEach(polarity -> assertThat(seen).contains("assessment * " + polarity.word()));
    }

    @Test
    void countsAStatementAndItsPositionOnce() {
        List<String> ids = TABLE.events(Sample.minutes()).stream()
                .map(event -> event.line().id())
                .toList();
        assertThat(ids).contains("p1", "s2", "s3").doesNotContain("s1");
    }

    @Test
    void saysWhereATableIsBroken() {
        String heading = "layer\tkind\tact\ttense\tplover\tmode\tcameo\tname\n";
        assertThatThrownBy(() -> Projection.of("# a\n" + heading + "meeting\tcall\n"))
                .hasMessage("projection.tsv, line 3 has 2 columns and needs 8, parted by tabs");
        assertThatThrownBy(() -> Projection.of(heading + "paper\t*\tsigned\tpast\tSIGN\t\t057\tsign\n"))
                .hasMessageContaining("line 2: PLOVER has no category SIGN");
    }

    private static Minutes minutes(Projection.Row row) {
        Minutes sample = Sample.minutes();
        List<Statement> statements = List.of();
        List<Meeting> meetings = List.of();
        List<Position> positions = List.of();
        List<Paper> papers = List.of();
        List<Assessment> assessments = List.of();
        switch (row.layer()) {
            case "statement" -> statements = List.of(statement(word(Statement.Act.class, row.act())));
            case "meeting" ->
                meetings =
                        List.of(meeting(word(Meeting.Kind.class, row.kind()), word(Meeting.Status.class, row.act())));
            case "position" -> positions = List.of(position(word(Position.Act.class, row.act())));
            case "paper" -> papers = List.of(paper(row.act()));
            default ->
                assessments = List.of(new Assessment(
                        "v1", "a1", word(Assessment.Polarity.class, row.act()), Sample.span("صعبة"), EVIDENCE));
        }
        List<Actor> actors = sample.actors();
        return new Minutes(
                sample.story(),
                "test",
                actors,
                List.of(),
                statements,
                meetings,
                positions,
                papers,
                assessments,
                List.of());
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    private static Statement statement(Statement.Act act) {
        return new Statement(
                "s1",
                Sample.span("أعلن"),
                Optional.empty(),
                Optional.of("a2"),
                Statement.Kind.INDIRECT,
                List.of(Sample.span("الاتفاق مع جبالية")),
                act,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                EVIDENCE);
    }

    private static Meeting meeting(Meeting.Kind kind, Meeting.Status status) {
        return new Meeting(
                "m1",
                Sample.span("الجولة الثالثة"),
                List.of(),
                kind,
                status,
                List.of("a1", "a3"),
                Map.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EVIDENCE);
    }

    private static Position position(Position.Act act) {
        return new Position("p1", "a1", act, List.of(Sample.span("الضمانات")), "الضمانات", Optional.empty(), EVIDENCE);
    }

    private static Paper paper(String status) {
        return new Paper(
                "d1",
                Sample.span("الاتفاق"),
                List.of(),
                Paper.Kind.AGREEMENT,
                List.of("a1"),
                Optional.empty(),
                Optional.of(status),
                EVIDENCE);
    }
}
