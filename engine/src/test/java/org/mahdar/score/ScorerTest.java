package org.mahdar.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mahdar.model.Span;
import org.mahdar.score.Lines.Document;
import org.mahdar.score.Lines.Judged;
import org.mahdar.score.Lines.Met;
import org.mahdar.score.Lines.Said;
import org.mahdar.score.Lines.Stance;
import org.mahdar.score.Lines.When;

/** The protocol, on lines made so that every rule of it decides once. */
class ScorerTest {
    private static Span span(int start, int end) {
        return new Span(start, end);
    }

    private static Said said(int cue, Optional<Span> source, String speaker, String kind, Span... content) {
        return new Said(span(cue, cue + 3), source, speaker, Optional.empty(), kind, List.of(content));
    }

    private static final Lines GOLD = new Lines(
            "story",
            List.of(
                    said(0, Optional.of(span(4, 10)), "Salim al-Wardi", "direct", span(20, 40)),
                    said(50, Optional.empty(), "Salim al-Wardi", "indirect", span(60, 80)),
                    said(
                            90,
                            Optional.of(span(94, 99)),
                            "Kingdom of Saudi Arabia",
                            "mixed",
                            span(100, 110),
                            span(120, 130)),
                    said(140, Optional.of(span(144, 149)), "Ministry", "direct", span(150, 160))),
            List.of(
                    new When(span(200, 205), "DATE", "2024-03-04"),
                    new When(span(210, 215), "DATE", "2024"),
                    new When(span(220, 225), "DATE", "2023")),
            List.of(
                    new Met(span(300, 310), List.of(span(400, 405)), "held", List.of("Iran", "Russia"), "2024-03-04"),
                    new Met(span(320, 330), List.of(), "held", List.of("Moscow"), "2024-03-05"),
                    new Met(span(340, 350), List.of(), "scheduled", List.of(), "")),
            List.of(
                    new Stance(span(500, 510), "Iran", "demand"),
                    new Stance(span(520, 530), "The US government", "reject"),
                    new Stance(span(540, 550), "Iran", "offer")),
            List.of(new Document(span(600, 610), "draft"), new Document(span(620, 630), "letter")),
            List.of(
                    new Judged(span(700, 710), "Iran", "positive"),
                    new Judged(span(720, 730), "Iran", "negative"),
                    new Judged(span(740, 750), "Iran", "mixed")));

    private static final Lines SAID = new Lines(
            "story",
            List.of(
                    // The whole content, and the speaker by half of his names.
                    said(0, Optional.empty(), "al-Wardi", "direct", span(20, 40)),
                    // 12 of 20 characters: found, not C80; the speaker by no name but by the words of his first
                    // mention.
                    new Said(
                            span(50, 53),
                            Optional.empty(),
                            "The man from the coast",
                            Optional.of(List.of(span(8, 9))),
                            "direct",
                            List.of(span(60, 72))),
                    // 16 of 20 characters over two pieces: C80; another speaker.
                    said(90, Optional.empty(), "Jabaliya", "mixed", span(100, 110), span(120, 126)),
                    // 4 of 10: not found, so a miss and a decoy.
                    said(140, Optional.empty(), "Ministry", "direct", span(150, 154)),
                    said(160, Optional.empty(), "", "direct", span(170, 180))),
            List.of(new When(span(204, 206), "DATE", "2024-03-04"), new When(span(210, 215), "DATE", "2025")),
            List.of(
                    // Found by another mention only.
                    new Met(
                            span(404, 408),
                            List.of(),
                            "ongoing",
                            List.of("Islamic Republic of Iran", "China"),
                            "2024-03-04"),
                    new Met(span(325, 328), List.of(), "held", List.of("Russian Federation"), "")),
            List.of(
                    new Stance(span(500, 505), "Tehran", "demand"),
                    new Stance(span(520, 530), "America", "accept"),
                    new Stance(span(540, 550), "Iraq", "offer")),
            List.of(new Document(span(609, 620), "plan")),
            List.of(new Judged(span(700, 703), "Iran", "positive"), new Judged(span(720, 722), "Iran", "negative")));

    @Test
    void countsByTheProtocol() {
        // Checked against the protocol's own program; ScorePythonTest in the app runs both on much more.
        assertThat(Scorer.compare(GOLD, SAID).score().report())
                .containsExactly(
                        "stories 1",
                        "statements  gold 4 said 5  found P 0.600 R 0.750 F1 0.667 | C80 P 0.400 R 0.500 F1 0.444"
                                + " | said+who P 0.400 R 0.500 F1 0.444 | E2E P 0.200 R 0.250 F1 0.222"
                                + " | speaker 0.667 kind 0.667",
                        "times       gold 3 said 2  overlap P 1.000 R 0.667 F1 0.800 | value P 0.500 R 0.333 F1 0.400",
                        "meetings    gold 3 said 2  found P 1.000 R 0.667 F1 0.800"
                                + " | participants P 0.667 R 0.667 F1 0.667 | status 0.500 date 0.500",
                        "positions   gold 3 said 3  found P 1.000 R 1.000 F1 1.000"
                                + " | +party P 0.667 R 0.667 F1 0.667 | +act P 0.333 R 0.333 F1 0.333",
                        "papers      gold 2 said 1  found P 1.000 R 0.500 F1 0.667",
                        "assessments gold 3 said 2  found P 0.500 R 0.333 F1 0.400 | polarity 1.000");
    }

    @Test
    void tellsEveryDifference() {
        assertThat(Scorer.compare(GOLD, SAID).differences())
                .filteredOn(d -> d.layer().equals("statements"))
                .extracting(d -> d.sort().word() + " " + d.span().start() + " " + d.what())
                .containsExactlyInAnyOrder(
                        "wrong 60 content",
                        "wrong 60 kind: indirect / direct",
                        "wrong 100 speaker: Kingdom of Saudi Arabia / Jabaliya",
                        "miss 150 Ministry",
                        "decoy 150 Ministry",
                        "decoy 170 ");
        assertThat(Scorer.compare(GOLD, GOLD).differences()).isEmpty();
    }

    @Test
    void addsUpOverStories() {
        Score one = Scorer.compare(GOLD, SAID).score();
        Score both = one.plus(Scorer.compare(GOLD, Lines.none("other")).score());
        assertThat(both.stories()).isEqualTo(2);
        assertThat(both.count("statements", "E2E")).isEqualTo(new Score.Count("E2E", 1, 5, 8));
        assertThat(Score.figure(both.count("statements", "found").recall())).isEqualTo("0.375");
    }

    @ParameterizedTest
    @CsvSource({
        "Dmitry Peskov, Peskov, true",
        "Peskov, Sergei Ryabkov, false",
        "the Government of Iran, Tehran, true",
        "Türkiye, Turkey, true",
        "Group 5+1, P5+1, true",
        "P5, P5+1, false",
        "unnamed: Iranian diplomat, Iranian official, true",
        "European Union, African Union, true",
        "Union, European Union foreign ministers, true",
        "EU, European Union, true",
        "'', '', true",
        "'', Iran, false"
    })
    void comparesNames(String a, String b, boolean same) {
        assertThat(Names.close(a, b)).isEqualTo(same);
        assertThat(Names.close(b, a)).isEqualTo(same);
    }

    @Test
    void knowsGoldOfAnotherText() {
        Gold gold = new Gold(
                Optional.of(LocalDate.of(2024, 3, 4)),
                Lines.none("story"),
                List.of(new Gold.Words(span(0, 2), "ab"), new Gold.Words(span(3, 5), "de")));
        assertThat(gold.misfit("ab de")).isEmpty();
        assertThat(gold.misfit("ab ef")).contains(new Gold.Words(span(3, 5), "de"));
        assertThat(gold.misfit("ab d")).contains(new Gold.Words(span(3, 5), "de"));
    }
}
