package org.mahdar.app.wire;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mahdar.model.Actor;
import org.mahdar.model.Assessment;
import org.mahdar.model.Finding;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Problem;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;
import org.mahdar.model.Story;
import org.mahdar.model.TimeExpression;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes minutes as {@code mahdar-minutes/1}: one JSON object a story, properties always present and in one order. */
public final class MinutesWriter {
    /** The name of the format. */
    public static final String FORMAT = "mahdar-minutes/1";

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final JsonGenerator json;
    private final Minutes minutes;
    private final String text;

    private final boolean indented;
    private final boolean compact;

    private MinutesWriter(JsonGenerator json, Minutes minutes, boolean indented, boolean compact) {
        this.json = json;
        this.indented = indented;
        this.compact = compact;
        this.minutes = minutes;
        this.text = minutes.story().text();
    }

    /** The minutes on one line, for JSON Lines. */
    public static String line(Minutes minutes) {
        return write(minutes, ObjectWriteContext.empty());
    }

    /** The minutes on many lines, for people. */
    public static String indented(Minutes minutes) {
        return write(minutes, new Indented());
    }

    private static String write(Minutes minutes, ObjectWriteContext context) {
        StringWriter out = new StringWriter(8 * 1024);
        try (JsonGenerator json = FACTORY.createGenerator(context, out)) {
            new MinutesWriter(json, minutes, context.hasPrettyPrinter(), false).write();
        }
        return out.toString();
    }

    /**
     * One line of minutes as a compact object, for stores: what the format says of it and, beside, what only this Mahdar
     * knows; a span is {@code [start, end]}; what is absent is left out, and so are id, evidence and the line's own span.
     */
    public static String parts(Minutes minutes, Finding line) {
        StringWriter out = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            new MinutesWriter(json, minutes, false, true).line(line);
            json.writeEndObject();
        }
        return out.toString();
    }

    private void line(Finding line) {
        if (line instanceof Statement statement) {
            statement(statement);
        } else if (line instanceof Meeting meeting) {
            meeting(meeting);
        } else if (line instanceof Position position) {
            position(position);
        } else if (line instanceof Paper paper) {
            paper(paper);
        } else if (line instanceof Assessment assessment) {
            assessment(assessment);
        } else if (line instanceof TimeExpression time) {
            time(time);
        }
    }

    /** Asks for line feeds and two spaces whatever the machine's own line end is. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        }
    }

    /** SHA-256 of a story's text in UTF-8, in hexadecimal: the fingerprint that says which text spans are over. */
    public static String fingerprint(Story story) {
        return Sha256.hex(story.text());
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("pack", minutes.pack());
        json.writeStringProperty("engine", Version.current());
        story(minutes.story());
        array("actors", minutes.actors(), this::actor);
        array("times", minutes.times(), this::time);
        array("statements", minutes.statements(), this::statement);
        array("meetings", minutes.meetings(), this::meeting);
        array("positions", minutes.positions(), this::position);
        array("papers", minutes.papers(), this::paper);
        array("assessments", minutes.assessments(), this::assessment);
        array("problems", minutes.problems(), this::problem);
        json.writeEndObject();
    }

    /** Writes one element of an array as the properties of an object. */
    private interface Element<T> {
        void write(T value);
    }

    private <T> void array(String name, List<T> values, Element<T> element) {
        json.writeName(name);
        json.writeStartArray();
        for (T value : values) {
            json.writeStartObject();
            element.write(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void story(Story story) {
        json.writeName("story");
        json.writeStartObject();
        json.writeStringProperty("id", story.id());
        json.writeStringProperty("sha256", fingerprint(story));
        json.writeStringProperty("language", story.language());
        text("title", Optional.of(story.title()).filter(title -> !title.isEmpty()));
        text("published", story.published().map(Object::toString));
        text("outlet", story.outlet());
        text("agency", story.agency());
        text("place", story.place());
        text("url", story.url());
        json.writeEndObject();
    }

    private void actor(Actor actor) {
        json.writeStringProperty("ref", actor.ref());
        text("id", actor.id());
        json.writeStringProperty("kind", actor.kind().word());
        json.writeName("name");
        twoTongues(actor.name(), actor.nameEn());
        json.writeName("office");
        if (actor.office().isPresent()) {
            twoTongues(actor.office().get(), actor.officeEn());
        } else {
            json.writeNull();
        }
        text("of", actor.of());
        text("state", actor.state());
        json.writeBooleanProperty("inferred", actor.inferred());
        spans("mentions", actor.mentions());
    }

    /** A name in the language of the story and in English. */
    private void twoTongues(String own, Optional<String> english) {
        json.writeStartObject();
        json.writeStringProperty("ar", own);
        text("en", english);
        json.writeEndObject();
    }

    private void time(TimeExpression time) {
        ownSpan("span", time.span());
        json.writeStringProperty("type", time.type().name());
        json.writeStringProperty("value", time.value());
        json.writeStringProperty("precision", time.precision().word());
        json.writeStringProperty("anchor", time.anchor().word());
    }

    private void statement(Statement s) {
        id(s.id());
        ownSpan("cue", s.cue());
        span("source", s.source());
        text("speaker", s.speaker());
        json.writeStringProperty("kind", s.kind().word());
        spans("content", s.content());
        json.writeStringProperty("act", s.act().word());
        text("addressee", s.addressee());
        span("occasion", s.occasion());
        texts("relay", s.relay());
        flag("negated", s.negated());
        evidence(s);
    }

    private void meeting(Meeting m) {
        id(m.id());
        ownSpan("trigger", m.trigger());
        spans("also", m.also());
        json.writeStringProperty("kind", m.kind().word());
        json.writeStringProperty("status", m.status().word());
        texts("participants", m.participants());
        if (!compact || !m.roles().isEmpty()) {
            roles(m);
        }
        text("date", m.date());
        if (compact) {
            // The format carries none of these.
            text("place", m.place().map(Meeting.Place::name));
            span("placeWords", m.place().map(Meeting.Place::span));
            span("level", m.level());
            flag("dateInferred", m.dateInferred());
        } else {
            text("place", m.place().map(this::place));
        }
        if (m.round().isPresent()) {
            json.writeNumberProperty("round", m.round().get().intValue());
        } else if (!compact) {
            json.writeNullProperty("round");
        }
        span("about", m.about());
        evidence(m);
    }

    private void roles(Meeting m) {
        json.writeName("roles");
        json.writeStartObject();
        for (Map.Entry<String, Meeting.Role> role : inOrder(m)) {
            json.writeStringProperty(role.getKey(), role.getValue().word());
        }
        json.writeEndObject();
    }

    /** The roles in the order of the participants, others after them: the map itself has no order to rely on. */
    private static List<Map.Entry<String, Meeting.Role>> inOrder(Meeting m) {
        List<String> refs = new ArrayList<>(m.participants());
        for (String other : new TreeSet<>(m.roles().keySet())) {
            if (!refs.contains(other)) {
                refs.add(other);
            }
        }
        return refs.stream()
                .distinct()
                .flatMap(ref -> Optional.ofNullable(m.roles().get(ref)).map(role -> Map.entry(ref, role)).stream())
                .toList();
    }

    /** A place that is an actor of these minutes goes by its ref, any other by its name. */
    private String place(Meeting.Place place) {
        return minutes.actors().stream()
                .filter(actor -> actor.nameEn().orElse(actor.name()).equals(place.name())
                        && actor.mentions().contains(place.span()))
                .map(Actor::ref)
                .findFirst()
                .orElse(place.name());
    }

    private void position(Position p) {
        id(p.id());
        json.writeStringProperty("party", p.party());
        json.writeStringProperty("act", p.act().word());
        spans("content", p.content());
        json.writeStringProperty("issue", p.issue());
        text("statement", p.statement());
        evidence(p);
    }

    private void paper(Paper p) {
        id(p.id());
        ownSpan("span", p.span());
        spans("also", p.also());
        json.writeStringProperty("kind", p.kind().word());
        texts("by", p.by());
        text("date", p.date());
        text("status", p.status());
        evidence(p);
    }

    private void assessment(Assessment a) {
        id(a.id());
        json.writeStringProperty("by", a.by());
        json.writeStringProperty("polarity", a.polarity().word());
        ownSpan("span", a.span());
        evidence(a);
    }

    private void problem(Problem problem) {
        span("span", problem.span());
        json.writeStringProperty("what", problem.what());
    }

    private void id(String id) {
        if (!compact) {
            json.writeStringProperty("id", id);
        }
    }

    private void evidence(Finding line) {
        if (!compact) {
            json.writeStringProperty("evidence", line.evidence().pattern());
        }
    }

    private void flag(String name, boolean value) {
        if (value || !compact) {
            json.writeBooleanProperty(name, value);
        }
    }

    private void text(String name, Optional<String> value) {
        if (value.isPresent()) {
            json.writeStringProperty(name, value.get());
        } else if (!compact) {
            json.writeNullProperty(name);
        }
    }

    private void texts(String name, List<String> values) {
        if (compact && values.isEmpty()) {
            return;
        }
        json.writeName(name);
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void span(String name, Optional<Span> span) {
        if (span.isPresent()) {
            span(name, span.get());
        } else if (!compact) {
            json.writeNullProperty(name);
        }
    }

    private void ownSpan(String name, Span span) {
        if (!compact) {
            span(name, span);
        }
    }

    private void span(String name, Span span) {
        json.writeName(name);
        span(span);
    }

    private void spans(String name, List<Span> spans) {
        if (compact && spans.isEmpty()) {
            return;
        }
        json.writeName(name);
        json.writeStartArray();
        spans.forEach(this::span);
        json.writeEndArray();
    }

    private void span(Span span) {
        if (compact) {
            json.writeStartArray();
            json.writeNumber(span.start());
            json.writeNumber(span.end());
            json.writeEndArray();
            return;
        }
        if (indented) {
            // On one line, or a page would hold two statements.
            String words = new String(JsonStringEncoder.getInstance().quoteAsCharArray(span.of(text)));
            json.writeRawValue(
                    "{\"start\": " + span.start() + ", \"end\": " + span.end() + ", \"text\": \"" + words + "\"}");
            return;
        }
        json.writeStartObject();
        json.writeNumberProperty("start", span.start());
        json.writeNumberProperty("end", span.end());
        json.writeStringProperty("text", span.of(text));
        json.writeEndObject();
    }
}
