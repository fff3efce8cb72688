package org.mahdar.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mahdar.app.Sample;
import org.mahdar.correct.Corrected;
import org.mahdar.correct.Corrected.Fate;
import org.mahdar.correct.Corrected.State;
import org.mahdar.correct.Corrections;
import org.mahdar.correct.Fields;
import org.mahdar.model.Correction;
import org.mahdar.model.Correction.Verdict;
import org.mahdar.model.Finding;
import org.mahdar.model.Minutes;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;

/** What readers say of lines, applied to minutes made by hand. */
class CorrectionsTest {
    private static final Minutes MACHINE = Sample.minutes();

    private static Correction say(Finding line, Verdict verdict, Map<String, String> set) {
        return new Correction(
                "u" + verdict + set,
                Fields.target(line),
                line.span(),
                verdict,
                Fields.of(MACHINE, line),
                set,
                "reader",
                "2024-03-05T10:00:00Z",
                "");
    }

    private static final Statement FIRST = MACHINE.statements().get(0);

    @Test
    void everyFieldGoesThereAndBack() {
        for (Finding line : MACHINE.findings()) {
            Corrected same = Corrections.apply(MACHINE, List.of(say(line, Verdict.REPLACE, Fields.of(MACHINE, line))));
            assertThat(same.minutes()).isEqualTo(MACHINE);
            assertThat(same.outcomes())
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.fate()).isEqualTo(Fate.AGREED));
        }
    }

    @Test
    void fieldsAreReplacedAndTheRestStays() {
        Corrected corrected = Corrections.apply(
                MACHINE,
                List.of(say(
                        FIRST,
                        Verdict.REPLACE,
                        Map.of("act", "reject", "speaker", "مصدر دبلوماسي", "addressee", "ندى الصافي"))));
        Statement now = corrected.minutes().statements().get(0);
        assertThat(now.id()).isEqualTo("s1");
        assertThat(now.act()).isEqualTo(Statement.Act.REJECT);
        assertThat(now.speaker()).contains("a3");
        assertThat(corrected.minutes().actor(now.addressee().orElseThrow()).name())
                .isEqualTo("ندى الصافي");
        assertThat(now.content()).isEqualTo(FIRST.content());
        assertThat(corrected.states()).containsExactly(Map.entry("s1", State.CORRECTED));
    }

    @Test
    void rejectedLinesGoAndComeBackWhenConfirmed() {
        Correction reject = say(FIRST, Verdict.REJECT, Map.of());
        Corrected without = Corrections.apply(MACHINE, List.of(reject));
        assertThat(without.minutes().statements()).hasSize(2);
        assertThat(without.rejected()).containsExactly(FIRST);
        assertThat(without.minutes().positions().get(0).statement()).isEmpty();
        Corrected back = Corrections.apply(MACHINE, List.of(reject, say(FIRST, Verdict.CONFIRM, Map.of())));
        assertThat(back.minutes()).isEqualTo(MACHINE);
        assertThat(back.outcomes()).extracting(Corrected.Outcome::fate).containsExactly(Fate.SUPERSEDED, Fate.APPLIED);
    }

    @Test
    void linesAreAddedInTheirPlace() {
        Span cue = Sample.span("وأضاف");
        Correction add = new Correction(
                "u",
                "statement",
                cue,
                Verdict.ADD,
                Map.of(),
                Map.of(
                        "cue",
                        Fields.span(cue),
                        "content",
                        Fields.span(Sample.span("الجولة الثالثة من المحادثات")),
                        "speaker",
                        "@" + Fields.span(Sample.span("مصدر دبلوماسي"))),
                "reader",
                "2024-03-05T10:00:00Z",
                "");
        Corrected corrected = Corrections.apply(MACHINE, List.of(add));
        assertThat(corrected.minutes().statements()).extracting(Statement::id).containsExactly("s1", "s2", "s4", "s3");
        assertThat(corrected.minutes().statements().get(2).speaker()).contains("a3");
        Corrected twice = Corrections.apply(MACHINE, List.of(add, add));
        assertThat(twice.minutes().statements()).hasSize(4);
    }

    @Test
    void actorsAreMergedAndSplit() {
        Span minister = Sample.span("وزير الخارجية سالم الوردي");
        Span source = Sample.span("مصدر دبلوماسي");
        Correction merge = new Correction(
                "u1",
                Correction.ACTOR,
                source,
                Verdict.MERGE,
                Map.of(),
                Map.of("into", Fields.span(minister)),
                "reader",
                "t",
                "");
        Corrected merged = Corrections.apply(MACHINE, List.of(merge));
        assertThat(merged.minutes().actors()).hasSize(4);
        assertThat(merged.minutes().assessments().get(0).by()).isEqualTo("a2");
        assertThat(merged.minutes().statements().get(1).addressee()).contains("a2");
        Correction split = new Correction(
                "u2",
                Correction.ACTOR,
                Sample.span("الوردي", 2),
                Verdict.SPLIT,
                Map.of(),
                Map.of("mentions", Fields.span(Sample.span("الوردي", 2)), "name", "كرم الوردي"),
                "reader",
                "t",
                "");
        Corrected parted = Corrections.apply(MACHINE, List.of(split));
        Statement second = parted.minutes().statements().get(1);
        assertThat(parted.minutes().actor(second.speaker().orElseThrow()).name())
                .isEqualTo("كرم الوردي");
        assertThat(parted.minutes().statements().get(0).speaker()).contains("a2");
        assertThat(Corrections.apply(MACHINE, List.of(merge, merge)).outcomes())
                .extracting(Corrected.Outcome::fate)
                .containsExactly(Fate.APPLIED, Fate.ORPHAN);
    }

    @Test
    void whatTheMachineReadsOtherwiseByNowIsAConflictAndWhatIsGoneAnOrphan() {
        Correction replace = say(FIRST, Verdict.REPLACE, Map.of("act", "reject"));
        Minutes other = Corrections.apply(MACHINE, List.of(say(FIRST, Verdict.REPLACE, Map.of("kind", "direct"))))
                .minutes();
        Corrected conflict = Corrections.apply(other, List.of(replace));
        assertThat(conflict.outcomes().get(0).fate()).isEqualTo(Fate.CONFLICT);
        assertThat(conflict.outcomes().get(0).now()).containsEntry("kind", "direct");
        assertThat(conflict.minutes().statements().get(0).act()).isEqualTo(Statement.Act.REJECT);
        Minutes less = Corrections.apply(MACHINE, List.of(say(FIRST, Verdict.REJECT, Map.of())))
                .minutes();
        Corrected orphan = Corrections.apply(less, List.of(replace));
        assertThat(orphan.outcomes().get(0).fate()).isEqualTo(Fate.ORPHAN);
        assertThat(orphan.minutes()).isEqualTo(less);
    }

    @Test
    void positionsOfTwoPartiesInOneSpanAreToldApart() {
        Position first = MACHINE.positions().get(0);
        Position second = new Position(
                "p2", "a4", first.act(), first.content(), first.issue(), first.statement(), first.evidence());
        Minutes two = new Minutes(
                MACHINE.story(),
                MACHINE.pack(),
                MACHINE.actors(),
                MACHINE.times(),
                MACHINE.statements(),
                MACHINE.meetings(),
                List.of(first, second),
                MACHINE.papers(),
                MACHINE.assessments(),
                MACHINE.problems());
        Correction reject = new Correction(
                "u", "position", second.span(), Verdict.REJECT, Fields.of(two, second), Map.of(), "r", "t", "");
        assertThat(Corrections.apply(two, List.of(reject)).minutes().positions())
                .containsExactly(first);
    }

    @Test
    void whatCannotBeSoIsNoLine() {
        for (Map<String, String> wrong :
                List.of(Map.of("act", "sing"), Map.of("content", "12"), Map.of("colour", "red"), Map.of("cue", ""))) {
            Corrected corrected = Corrections.apply(MACHINE, List.of(say(FIRST, Verdict.REPLACE, wrong)));
            assertThat(corrected.outcomes().get(0).fate()).as(wrong.toString()).isEqualTo(Fate.ORPHAN);
            assertThat(corrected.outcomes().get(0).note()).isNotEmpty();
            assertThat(corrected.minutes().statements()).isEqualTo(MACHINE.statements());
        }
        assertThatThrownBy(() -> new Span(3, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
