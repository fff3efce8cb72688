package org.mahdar.app.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mahdar.Mahdar;
import org.mahdar.app.OwnGold;
import org.mahdar.app.Sample;
import org.mahdar.model.Actor;
import org.mahdar.model.Assessment;
import org.mahdar.model.Evidence;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Statement;
import org.mahdar.model.Story;
import org.mahdar.model.TimeExpression;

/** The format: as the design shows it, as its schema says, and back without loss. */
class MinutesJsonTest {
    private static final Minutes FULL = Sample.minutes();
    private static final Minutes BARE = new Minutes(
            Story.of("bare", "", "نص بلا عنوان", Optional.empty()),
            "ar-test",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @Test
    void looksAsTheDesignShows() throws IOException {
        String expected;
        try (InputStream in = MinutesJsonTest.class.getResourceAsStream("/minutes.json")) {
            expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(MinutesWriter.indented(FULL).replace(Version.current(), "VERSION") + "\n")
                .isEqualTo(expected);
    }

    @Test
    void validatesAgainstItsSchema() throws IOException {
        Schema schema;
        try (InputStream in = Version.class.getResourceAsStream("/org/mahdar/app/mahdar-minutes-1.schema.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        }
        Mahdar mahdar = OwnGold.reader();
        List<Minutes> all = new ArrayList<>(List.of(FULL, BARE, mahdar.read(Sample.STORY)));
        OwnGold.stories().values().forEach(story -> all.add(mahdar.read(story)));
        for (Minutes minutes : all) {
            assertThat(schema.validate(MinutesWriter.line(minutes), InputFormat.JSON))
                    .as(minutes.story().id())
                    .isEmpty();
        }
        String wrong = MinutesWriter.line(FULL).replace("\"kind\":\"direct\"", "\"kind\":\"loud\"");
        assertThat(schema.validate(wrong, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void comesBackAsItWas() throws JsonFault {
        for (Minutes minutes : List.of(FULL, BARE)) {
            Minutes back = MinutesReader.read(MinutesWriter.line(minutes), minutes.story());
            assertThat(back).isEqualTo(carried(minutes));
            assertThat(MinutesWriter.line(back)).isEqualTo(MinutesWriter.line(minutes));
            assertThat(MinutesReader.read(MinutesWriter.indented(minutes), minutes.story()))
                    .isEqualTo(back);
        }
    }

    @Test
    void refusesWhatIsNotThisFormat() {
        String json = MinutesWriter.line(FULL);
        Story other = Story.of("sample-1", "", "نص آخر", Optional.empty());
        assertThatExceptionOfType(JsonFault.class)
                .isThrownBy(() -> MinutesReader.read(json, other))
                .withMessageContaining("another text");
        refuses(text -> text.replace("mahdar-minutes/1", "mahdar-minutes/2"), "this Mahdar reads mahdar-minutes/1");
        refuses(
                text -> text.replace("\"kind\":\"mixed\"", "\"kind\":\"loud\""),
                "statements[0]: \"kind\" cannot be \"loud\"");
        refuses(text -> text.replace("\"text\":\"أعلن\"", "\"text\":\"أعلنت\""), "does not cover the words");
        refuses(text -> text.replace("\"problems\"", "\"troubles\""), "unknown properties [troubles]");
        refuses(text -> text.replace("\"act\":\"announce\",", ""), "\"act\" is missing");
        refuses(text -> text.substring(0, 100), "Unexpected end-of-input");
    }

    private static void refuses(UnaryOperator<String> change, String why) {
        assertThatExceptionOfType(JsonFault.class)
                .isThrownBy(() -> MinutesReader.read(change.apply(MinutesWriter.line(FULL)), FULL.story()))
                .withMessageContaining(why);
    }

    /** The minutes less what the format does not carry. */
    private static Minutes carried(Minutes m) {
        return new Minutes(
                m.story(),
                m.pack(),
                m.actors().stream()
                        .map(a -> new Actor(
                                a.ref(),
                                a.id(),
                                a.kind(),
                                a.name(),
                                a.nameEn(),
                                a.office(),
                                a.officeEn(),
                                a.of(),
                                a.state(),
                                a.inferred(),
                                a.mentions()))
                        .toList(),
                m.times().stream()
                        .map(t -> new TimeExpression(
                                t.span(), t.type(), t.value(), t.precision(), t.anchor(), new Evidence("", List.of())))
                        .toList(),
                m.statements().stream()
                        .map(s -> new Statement(
                                s.id(),
                                s.cue(),
                                s.source(),
                                s.speaker(),
                                s.kind(),
                                s.content(),
                                s.act(),
                                s.addressee(),
                                s.occasion(),
                                s.relay(),
                                s.negated(),
                                bare(s.evidence())))
                        .toList(),
                m.meetings().stream().map(MinutesJsonTest::carried).toList(),
                m.positions().stream()
                        .map(p -> new Position(
                                p.id(), p.party(), p.act(), p.content(), p.issue(), p.statement(), bare(p.evidence())))
                        .toList(),
                m.papers().stream()
                        .map(p -> new Paper(
                                p.id(), p.span(), p.also(), p.kind(), p.by(), p.date(), p.status(), bare(p.evidence())))
                        .toList(),
                m.assessments().stream()
                        .map(a -> new Assessment(a.id(), a.by(), a.polarity(), a.span(), bare(a.evidence())))
                        .toList(),
                m.problems());
    }

    private static Meeting carried(Meeting m) {
        return new Meeting(
                m.id(),
                m.trigger(),
                m.also(),
                m.kind(),
                m.status(),
                m.participants(),
                m.roles(),
                m.date(),
                false,
                m.place()
                        .map(place ->
                                place.name().equals("Saheliya") ? place : new Meeting.Place(m.trigger(), place.name())),
                m.round(),
                Optional.empty(),
                m.about(),
                bare(m.evidence()));
    }

    private static Evidence bare(Evidence evidence) {
        return new Evidence(evidence.pattern(), List.of());
    }
}
