package org.mahdar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mahdar.model.Actor;
import org.mahdar.model.Assessment;
import org.mahdar.model.Evidence;
import org.mahdar.model.Finding;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;
import org.mahdar.model.Story;
import org.mahdar.model.TimeExpression;
import org.mahdar.pattern.Pattern;
import org.mahdar.pattern.Pattern.Example;
import org.mahdar.pattern.Pattern.Part;

/** Runs every example of every pattern through the whole engine. */
class PatternExamplesTest {
    private static final Path PACK = Path.of("../languages/ar");
    /** The pack, and beside it the invented states and people of its own stories. */
    private static final Mahdar MAHDAR = Mahdar.forPack(PACK, List.of(PACK.resolve("gold/lexicon")));

    /** The day on which examples are published, where they do not say. */
    private static final LocalDate DAY = LocalDate.of(2015, 7, 21);

    @TestFactory
    Stream<DynamicTest> everyExampleOfEveryPattern() {
        return MAHDAR.language().patterns().stream()
                .flatMap(pattern -> pattern.examples().stream()
                        .map(example -> dynamicTest(
                                pattern.id() + ": " + example.sentence(),
                                where(example),
                                () -> check(pattern, example))));
    }

    private static URI where(Example example) {
        return URI.create(PACK.resolve(example.place().file())
                        .toAbsolutePath()
                        .normalize()
                        .toUri() + "?line=" + example.place().line());
    }

    private static void check(Pattern pattern, Example example) {
        LocalDate day = example.expected().stream()
                .filter(part -> part.name().equals("published"))
                .map(part -> LocalDate.parse(part.words()))
                .findFirst()
                .orElse(DAY);
        // A title stands before " ¶¶ ", paragraphs are parted by " ¶ ".
        String[] halves = example.sentence().split(" ¶¶ ", 2);
        String title = halves.length == 2 ? halves[0] : "";
        String body = halves[halves.length - 1].replace(" ¶ ", "\n");
        Minutes minutes = MAHDAR.read(Story.of("example", title, body, Optional.of(day)));
        List<List<Part>> read = findings(minutes).stream()
                .filter(finding -> isReadBy(finding, pattern))
                .map(finding -> parts(finding, minutes))
                .toList();
        if (!example.matches()) {
            assertThat(read)
                    .as("lines read from a near miss by " + pattern.id())
                    .isEmpty();
            return;
        }
        List<Part> expected = example.expected().stream()
                .filter(part -> !part.name().equals("published"))
                .toList();
        assertThat(read)
                .as("lines read by " + pattern.id() + "; all lines: "
                        + findings(minutes).stream()
                                .map(f -> f.evidence().pattern() + parts(f, minutes))
                                .toList())
                .anyMatch(parts -> parts.containsAll(expected));
    }

    private static boolean isReadBy(Finding finding, Pattern pattern) {
        Evidence evidence = finding.evidence();
        return evidence.pattern().equals(pattern.id())
                || evidence.steps().stream().anyMatch(step -> step.name().equals(pattern.id()));
    }

    private static List<Finding> findings(Minutes minutes) {
        List<Finding> all = new ArrayList<>();
        all.addAll(minutes.times());
        all.addAll(minutes.statements());
        all.addAll(minutes.meetings());
        all.addAll(minutes.positions());
        all.addAll(minutes.papers());
        all.addAll(minutes.assessments());
        return all;
    }

    /** What an example may expect of a line. */
    private static List<Part> parts(Finding finding, Minutes minutes) {
        String text = minutes.story().text();
        List<Part> out = new ArrayList<>();
        if (finding instanceof TimeExpression time) {
            out.add(new Part("text", time.span().of(text)));
            out.add(new Part("type", time.type().name()));
            out.add(new Part("value", time.value()));
            out.add(new Part("precision", time.precision().word()));
            out.add(new Part("anchor", time.anchor().word()));
        } else if (finding instanceof Statement statement) {
            out.add(new Part("cue", statement.cue().of(text)));
            out.add(new Part("source", statement.source().map(s -> s.of(text)).orElse("-")));
            out.add(new Part(
                    "speaker",
                    statement.speaker().map(minutes::actor).map(Actor::name).orElse("-")));
            out.add(new Part("kind", statement.kind().word()));
            out.add(new Part("act", statement.act().word()));
            out.add(new Part("negated", String.valueOf(statement.negated())));
            out.add(new Part(
                    "addressee",
                    statement.addressee().map(minutes::actor).map(Actor::name).orElse("-")));
            out.add(new Part(
                    "occasion", statement.occasion().map(s -> s.of(text)).orElse("-")));
            for (String relay : statement.relay()) {
                out.add(new Part("relay", minutes.actor(relay).name()));
            }
            for (Span piece : statement.content()) {
                out.add(new Part("content", piece.of(text)));
            }
        } else if (finding instanceof Position position) {
            out.add(new Part("party", minutes.actor(position.party()).name()));
            out.add(new Part("act", position.act().word()));
            out.add(new Part("content", position.span().of(text)));
            out.add(new Part("issue", position.issue()));
        } else if (finding instanceof Assessment assessment) {
            out.add(new Part("by", minutes.actor(assessment.by()).name()));
            out.add(new Part("polarity", assessment.polarity().word()));
            out.add(new Part("text", assessment.span().of(text)));
        } else if (finding instanceof Meeting meeting) {
            meeting(meeting, minutes, out);
        } else if (finding instanceof Paper paper) {
            paper(paper, minutes, out);
        }
        return out;
    }

    private static void meeting(Meeting meeting, Minutes minutes, List<Part> out) {
        String text = minutes.story().text();
        out.add(new Part("trigger", meeting.trigger().of(text)));
        out.add(new Part("kind", meeting.kind().word()));
        out.add(new Part("status", meeting.status().word()));
        out.add(new Part("parties", String.valueOf(meeting.participants().size())));
        for (String ref : meeting.participants()) {
            out.add(new Part("party", minutes.actor(ref).name()));
        }
        meeting.roles()
                .forEach((ref, role) ->
                        out.add(new Part(role.word(), minutes.actor(ref).name())));
        meeting.also().forEach(span -> out.add(new Part("also", span.of(text))));
        out.add(new Part("date", meeting.date().orElse("-")));
        out.add(new Part("inferred", String.valueOf(meeting.dateInferred())));
        out.add(new Part("place", meeting.place().map(Meeting.Place::name).orElse("-")));
        out.add(new Part("round", meeting.round().map(String::valueOf).orElse("-")));
        out.add(new Part("level", meeting.level().map(span -> span.of(text)).orElse("-")));
        out.add(new Part("about", meeting.about().map(span -> span.of(text)).orElse("-")));
    }

    private static void paper(Paper paper, Minutes minutes, List<Part> out) {
        String text = minutes.story().text();
        out.add(new Part("text", paper.span().of(text)));
        out.add(new Part("kind", paper.kind().word()));
        for (String ref : paper.by()) {
            out.add(new Part("by", minutes.actor(ref).name()));
        }
        paper.also().forEach(span -> out.add(new Part("also", span.of(text))));
        out.add(new Part("date", paper.date().orElse("-")));
        out.add(new Part("status", paper.status().orElse("-")));
    }
}
