package org.mahdar.app.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.model.Actor;
import org.mahdar.model.Assessment;
import org.mahdar.model.Evidence;
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

/**
 * Reads {@code mahdar-minutes/1} back, over the story that the minutes are about; refuses minutes of another text.
 *
 * <p>Everything that the format carries comes back as it was. What it does not carry: the steps of evidence (and the
 * pattern of times), whether an identity or date was inferred, the level of a meeting, the words of its place.
 */
public final class MinutesReader {
    private final Story story;
    private final boolean compact;
    private final List<Actor> actors = new ArrayList<>();

    private MinutesReader(Story story, boolean compact) {
        this.story = story;
        this.compact = compact;
    }

    /** The minutes on one line of JSON Lines, or indented. */
    public static Minutes read(String json, Story story) throws JsonFault {
        return new MinutesReader(story, false).minutes(JsonObject.of(JsonRecords.line(json, 1), 1));
    }

    /**
     * A line from what {@link MinutesWriter#parts} wrote, with nothing lost but the steps of its evidence.
     *
     * @param kind {@link LineKind#word()}
     * @param id its id in the minutes
     * @param span its own span
     * @param pattern the pattern that is its evidence
     */
    public static Finding line(Story story, LineKind kind, String id, Span span, String pattern, String parts)
            throws JsonFault {
        List<Long> pair = List.of((long) span.start(), (long) span.end());
        JsonObject object = JsonObject.of(JsonRecords.line(parts, 1), 1)
                .with(Map.of("id", id, "evidence", pattern, kind.ownSpan(), pair));
        MinutesReader reader = new MinutesReader(story, true);
        Finding line = reader.line(kind, object);
        for (Span part : line.spans()) {
            if (part.end() > story.text().length()) {
                throw object.fault("line " + id + " ends behind the text of story " + story.id());
            }
        }
        return line;
    }

    private Finding line(LineKind kind, JsonObject object) throws JsonFault {
        return switch (kind) {
            case STATEMENT -> statement(object);
            case MEETING -> meeting(object);
            case POSITION -> position(object);
            case PAPER -> paper(object);
            case ASSESSMENT -> assessment(object);
            case TIME -> time(object);
        };
    }

    private Minutes minutes(JsonObject m) throws JsonFault {
        m.only(Set.of(
                "format",
                "pack",
                "engine",
                "story",
                "actors",
                "times",
                "statements",
                "meetings",
                "positions",
                "papers",
                "assessments",
                "problems"));
        if (!m.needText("format").equals(MinutesWriter.FORMAT)) {
            throw m.fault("the format is " + m.needText("format") + "; this Mahdar reads " + MinutesWriter.FORMAT);
        }
        JsonObject about = m.needObject("story");
        if (!about.needText("sha256").equals(MinutesWriter.fingerprint(story))) {
            throw about.fault("these minutes are of another text than story " + story.id()
                    + ": the fingerprints differ; read the story again");
        }
        for (JsonObject a : m.objects("actors")) {
            actors.add(actor(a));
        }
        return new Minutes(
                story,
                m.needText("pack"),
                actors,
                all(m, "times", this::time),
                all(m, "statements", this::statement),
                all(m, "meetings", this::meeting),
                all(m, "positions", this::position),
                all(m, "papers", this::paper),
                all(m, "assessments", this::assessment),
                all(m, "problems", this::problem));
    }

    /** Turns an object into a line. */
    private interface Part<T> {
        T read(JsonObject object) throws JsonFault;
    }

    private static <T> List<T> all(JsonObject parent, String name, Part<T> part) throws JsonFault {
        List<T> out = new ArrayList<>();
        for (JsonObject object : parent.objects(name)) {
            out.add(part.read(object));
        }
        return out;
    }

    private Actor actor(JsonObject a) throws JsonFault {
        JsonObject name = a.needObject("name");
        Optional<JsonObject> office = a.object("office");
        return new Actor(
                a.needText("ref"),
                a.text("id"),
                a.word("kind", Actor.Kind.class),
                name.needText("ar"),
                name.text("en"),
                office.isPresent() ? office.get().text("ar") : Optional.empty(),
                office.isPresent() ? office.get().text("en") : Optional.empty(),
                a.text("of"),
                a.text("state"),
                a.flag("inferred"),
                spans(a, "mentions"));
    }

    private TimeExpression time(JsonObject t) throws JsonFault {
        return new TimeExpression(
                needSpan(t, "span"),
                t.word("type", TimeExpression.Type.class),
                t.needText("value"),
                t.word("precision", TimeExpression.Precision.class),
                t.word("anchor", TimeExpression.Anchor.class),
                new Evidence(t.text("evidence").orElse(""), List.of()));
    }

    private Statement statement(JsonObject s) throws JsonFault {
        List<Span> content = spans(s, "content");
        if (content.isEmpty()) {
            throw s.fault("a statement needs \"content\"");
        }
        return new Statement(
                s.needText("id"),
                needSpan(s, "cue"),
                span(s, "source"),
                s.text("speaker"),
                s.word("kind", Statement.Kind.class),
                content,
                s.word("act", Statement.Act.class),
                s.text("addressee"),
                span(s, "occasion"),
                s.texts("relay"),
                s.flag("negated"),
                evidence(s));
    }

    private Meeting meeting(JsonObject m) throws JsonFault {
        Span trigger = needSpan(m, "trigger");
        Optional<JsonObject> roleNames = compact ? m.object("roles") : Optional.of(m.needObject("roles"));
        Map<String, Meeting.Role> roles = new LinkedHashMap<>();
        if (roleNames.isPresent()) {
            for (String ref : roleNames.get().names()) {
                roles.put(ref, roleNames.get().word(ref, Meeting.Role.class));
            }
        }
        Optional<Span> placeWords = span(m, "placeWords");
        return new Meeting(
                m.needText("id"),
                trigger,
                spans(m, "also"),
                m.word("kind", Meeting.Kind.class),
                m.word("status", Meeting.Status.class),
                m.texts("participants"),
                roles,
                m.text("date"),
                m.flag("dateInferred"),
                m.text("place")
                        .map(place -> placeWords.isPresent()
                                ? new Meeting.Place(placeWords.get(), place)
                                : place(place, trigger)),
                m.number("round"),
                span(m, "level"),
                span(m, "about"),
                evidence(m));
    }

    /** A place by the ref of an actor, or by its name; its own words are lost, so it points where the story names it. */
    private Meeting.Place place(String place, Span trigger) {
        for (Actor actor : actors) {
            if (actor.ref().equals(place)) {
                return new Meeting.Place(actor.mentions().get(0), actor.nameEn().orElse(actor.name()));
            }
        }
        return new Meeting.Place(trigger, place);
    }

    private Position position(JsonObject p) throws JsonFault {
        List<Span> content = spans(p, "content");
        if (content.isEmpty()) {
            throw p.fault("a position needs \"content\"");
        }
        return new Position(
                p.needText("id"),
                p.needText("party"),
                p.word("act", Position.Act.class),
                content,
                p.needText("issue"),
                p.text("statement"),
                evidence(p));
    }

    private Paper paper(JsonObject p) throws JsonFault {
        return new Paper(
                p.needText("id"),
                needSpan(p, "span"),
                spans(p, "also"),
                p.word("kind", Paper.Kind.class),
                p.texts("by"),
                p.text("date"),
                p.text("status"),
                evidence(p));
    }

    private Assessment assessment(JsonObject a) throws JsonFault {
        return new Assessment(
                a.needText("id"),
                a.needText("by"),
                a.word("polarity", Assessment.Polarity.class),
                needSpan(a, "span"),
                evidence(a));
    }

    private Problem problem(JsonObject p) throws JsonFault {
        return new Problem(needSpan(p, "span"), p.needText("what"));
    }

    private static Evidence evidence(JsonObject line) throws JsonFault {
        return new Evidence(line.needText("evidence"), List.of());
    }

    private Optional<Span> span(JsonObject parent, String name) throws JsonFault {
        if (compact) {
            return parent.pair(name);
        }
        Optional<JsonObject> found = parent.object(name);
        return found.isPresent() ? Optional.of(span(found.get())) : Optional.empty();
    }

    private Span needSpan(JsonObject parent, String name) throws JsonFault {
        return span(parent, name).orElseThrow(() -> parent.fault("\"" + name + "\" is missing"));
    }

    private List<Span> spans(JsonObject parent, String name) throws JsonFault {
        return compact ? parent.pairs(name) : all(parent, name, this::span);
    }

    private Span span(JsonObject object) throws JsonFault {
        Span span = object.span();
        String words = object.needText("text");
        if (span.end() > story.text().length() || !span.of(story.text()).equals(words)) {
            throw object.fault("the span does not cover the words \"" + words + "\" in story " + story.id());
        }
        return span;
    }
}
