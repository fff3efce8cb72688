package org.mahdar.correct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.mahdar.model.Actor;
import org.mahdar.model.Assessment;
import org.mahdar.model.Finding;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;
import org.mahdar.model.TimeExpression;

/**
 * The fields of lines as texts, by their names in the minutes format, so that a reader can be shown one and give another.
 * An absent field is not there.
 *
 * <ul>
 *   <li>a span is {@code 12-17}, several are parted by commas;
 *   <li>an actor is its lasting id, or its name in the story; in what a reader gives also its English name, or {@code
 *       @12-17}, the place where the story names it; several are parted by {@code |};
 *   <li>roles are {@code actor=role}, parted by {@code |}; a place is its name, or {@code name@12-17};
 *   <li>everything else is the word of the minutes format.
 * </ul>
 */
public final class Fields {
    private Fields() {}

    /** The sort of a line, as corrections name it. */
    public static String target(Finding line) {
        if (line instanceof Statement) {
            return "statement";
        }
        if (line instanceof Meeting) {
            return "meeting";
        }
        if (line instanceof Position) {
            return "position";
        }
        if (line instanceof Paper) {
            return "paper";
        }
        return line instanceof Assessment ? "assessment" : "time";
    }

    /** The names of the fields that a sort of line has, those that it cannot be without first; empty for no sort. */
    public static List<String> names(String target) {
        return switch (target) {
            case "statement" ->
                List.of(
                        "cue",
                        "content",
                        "speaker",
                        "source",
                        "kind",
                        "act",
                        "addressee",
                        "occasion",
                        "relay",
                        "negated");
            case "meeting" ->
                List.of(
                        "trigger",
                        "also",
                        "kind",
                        "status",
                        "participants",
                        "roles",
                        "date",
                        "place",
                        "round",
                        "level",
                        "about");
            case "position" -> List.of("content", "party", "act", "issue", "statement");
            case "paper" -> List.of("span", "also", "kind", "by", "date", "status");
            case "assessment" -> List.of("span", "by", "polarity");
            case "time" -> List.of("span", "type", "value");
            default -> List.of();
        };
    }

    /** The fields of a line. */
    public static Map<String, String> of(Minutes minutes, Finding line) {
        Map<String, String> out = new TreeMap<>();
        if (line instanceof Statement s) {
            out.put("cue", span(s.cue()));
            put(out, "source", s.source().map(Fields::span));
            put(out, "speaker", s.speaker().map(ref -> actor(minutes, ref)));
            out.put("kind", s.kind().word());
            out.put("content", spans(s.content()));
            out.put("act", s.act().word());
            put(out, "addressee", s.addressee().map(ref -> actor(minutes, ref)));
            put(out, "occasion", s.occasion().map(Fields::span));
            put(out, "relay", actors(minutes, s.relay()));
            put(out, "negated", s.negated() ? Optional.of("true") : Optional.empty());
        } else if (line instanceof Meeting m) {
            meeting(minutes, m, out);
        } else if (line instanceof Position p) {
            out.put("party", actor(minutes, p.party()));
            out.put("act", p.act().word());
            out.put("content", spans(p.content()));
            put(out, "issue", Optional.of(p.issue()).filter(issue -> !issue.isEmpty()));
            put(out, "statement", p.statement().flatMap(id -> cue(minutes, id)));
        } else if (line instanceof Paper p) {
            out.put("span", span(p.span()));
            put(out, "also", several(p.also()));
            out.put("kind", p.kind().word());
            put(out, "by", actors(minutes, p.by()));
            put(out, "date", p.date());
            put(out, "status", p.status());
        } else if (line instanceof Assessment a) {
            out.put("span", span(a.span()));
            out.put("by", actor(minutes, a.by()));
            out.put("polarity", a.polarity().word());
        } else if (line instanceof TimeExpression t) {
            out.put("span", span(t.span()));
            out.put("type", t.type().name());
            out.put("value", t.value());
        }
        return out;
    }

    private static void meeting(Minutes minutes, Meeting m, Map<String, String> out) {
        out.put("trigger", span(m.trigger()));
        put(out, "also", several(m.also()));
        out.put("kind", m.kind().word());
        out.put("status", m.status().word());
        put(out, "participants", actors(minutes, m.participants()));
        List<String> roles = new TreeMap<>(m.roles())
                .entrySet().stream()
                        .map(role -> actor(minutes, role.getKey()) + "="
                                + role.getValue().word())
                        .toList();
        put(out, "roles", Optional.of(String.join("|", roles)).filter(text -> !text.isEmpty()));
        put(out, "date", m.date());
        put(out, "place", m.place().map(place -> place.name() + "@" + span(place.span())));
        put(out, "round", m.round().map(Object::toString));
        put(out, "level", m.level().map(Fields::span));
        put(out, "about", m.about().map(Fields::span));
    }

    private static void put(Map<String, String> out, String name, Optional<String> value) {
        value.ifPresent(text -> out.put(name, text));
    }

    /** Statements are numbered anew in each reading; their cues stay where they are. */
    private static Optional<String> cue(Minutes minutes, String id) {
        return minutes.statements().stream()
                .filter(statement -> statement.id().equals(id))
                .findFirst()
                .map(statement -> span(statement.cue()));
    }

    private static String actor(Minutes minutes, String ref) {
        Actor actor = minutes.actor(ref);
        return actor.id().orElse(actor.name());
    }

    private static Optional<String> actors(Minutes minutes, List<String> refs) {
        return refs.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(
                        "|", refs.stream().map(ref -> actor(minutes, ref)).toList()));
    }

    private static Optional<String> several(List<Span> spans) {
        return spans.isEmpty() ? Optional.empty() : Optional.of(spans(spans));
    }

    /** A span as a text. */
    public static String span(Span span) {
        return span.start() + "-" + span.end();
    }

    /** Spans as a text. */
    public static String spans(List<Span> spans) {
        return String.join(",", spans.stream().map(Fields::span).toList());
    }

    /** Reads fields back into lines of some minutes, whose actors it looks up, and adds those that are new. */
    static final class Reader {
        private final Minutes minutes;
        private final List<Actor> actors;
        private final Function<String, Optional<String>> former;

        /**
         * Over some minutes.
         *
         * @param actors the actors so far, to which new ones are added
         * @param former who bears a name that was of an actor who is now another
         */
        Reader(Minutes minutes, List<Actor> actors, Function<String, Optional<String>> former) {
            this.minutes = minutes;
            this.actors = actors;
            this.former = former;
        }

        /**
         * The line that has these fields, in the place of {@code old} where there is one: it keeps what no field tells.
         *
         * @throws IllegalArgumentException with a sentence for the reader, where a field cannot be so
         */
        Finding line(String target, String id, Map<String, String> fields, String evidence, Optional<Finding> old) {
            for (String name : fields.keySet()) {
                if (!names(target).contains(name)) {
                    throw new IllegalArgumentException(
                            "a " + target + " has no \"" + name + "\"; it has " + String.join(", ", names(target)));
                }
            }
            Values v = new Values(fields);
            var why = old.map(Finding::evidence).orElseGet(() -> new org.mahdar.model.Evidence(evidence, List.of()));
            return switch (target) {
                case "statement" ->
                    new Statement(
                            id,
                            v.needSpan("cue"),
                            v.span("source"),
                            v.text("speaker").map(who -> who(who, v.needSpan("cue"))),
                            v.word("kind", Statement.Kind.class, Statement.Kind.INDIRECT),
                            v.needSpans("content"),
                            v.word("act", Statement.Act.class, Statement.Act.ASSERT),
                            v.text("addressee").map(who -> who(who, v.needSpan("cue"))),
                            v.span("occasion"),
                            all(v.list("relay"), v.needSpan("cue")),
                            v.text("negated").map(Boolean::parseBoolean).orElse(false),
                            why);
                case "meeting" -> meeting(id, v, why, old);
                case "position" ->
                    new Position(
                            id,
                            who(v.need("party"), v.needSpans("content").get(0)),
                            v.word("act", Position.Act.class, Position.Act.DEMAND),
                            v.needSpans("content"),
                            v.text("issue").orElse(""),
                            v.span("statement").flatMap(this::statement),
                            why);
                case "paper" ->
                    new Paper(
                            id,
                            v.needSpan("span"),
                            v.spans("also"),
                            v.word("kind", Paper.Kind.class, Paper.Kind.OTHER),
                            all(v.list("by"), v.needSpan("span")),
                            v.text("date"),
                            v.text("status"),
                            why);
                case "assessment" ->
                    new Assessment(
                            id,
                            who(v.need("by"), v.needSpan("span")),
                            v.word("polarity", Assessment.Polarity.class, Assessment.Polarity.MIXED),
                            v.needSpan("span"),
                            why);
                case "time" ->
                    new TimeExpression(
                            v.needSpan("span"),
                            v.word("type", TimeExpression.Type.class, TimeExpression.Type.DATE),
                            v.need("value"),
                            old.filter(TimeExpression.class::isInstance)
                                    .map(line -> ((TimeExpression) line).precision())
                                    .orElse(TimeExpression.Precision.DAY),
                            old.filter(TimeExpression.class::isInstance)
                                    .map(line -> ((TimeExpression) line).anchor())
                                    .orElse(TimeExpression.Anchor.TEXT),
                            why);
                default -> throw new IllegalArgumentException("there is no sort of line \"" + target + "\"");
            };
        }

        private Meeting meeting(String id, Values v, org.mahdar.model.Evidence evidence, Optional<Finding> old) {
            Span trigger = v.needSpan("trigger");
            Map<String, Meeting.Role> roles = new LinkedHashMap<>();
            for (String role : v.list("roles")) {
                int equals = role.lastIndexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("\"" + role + "\" is no role; write actor=mediator");
                }
                roles.put(
                        who(role.substring(0, equals), trigger),
                        Values.constant("roles", role.substring(equals + 1), Meeting.Role.class));
            }
            boolean sameDate = old.filter(Meeting.class::isInstance)
                    .map(line -> ((Meeting) line).date().equals(v.text("date")) && ((Meeting) line).dateInferred())
                    .orElse(false);
            return new Meeting(
                    id,
                    trigger,
                    v.spans("also"),
                    v.word("kind", Meeting.Kind.class, Meeting.Kind.MEETING),
                    v.word("status", Meeting.Status.class, Meeting.Status.HELD),
                    all(v.list("participants"), trigger),
                    roles,
                    v.text("date"),
                    sameDate,
                    v.text("place").map(place -> place(place, trigger)),
                    v.text("round").map(Values::number),
                    v.span("level"),
                    v.span("about"),
                    evidence);
        }

        private Meeting.Place place(String place, Span trigger) {
            int at = place.lastIndexOf('@');
            if (at > 0) {
                return new Meeting.Place(Values.span("place", place.substring(at + 1)), place.substring(0, at));
            }
            int found = minutes.story().text().indexOf(place);
            return new Meeting.Place(found >= 0 ? new Span(found, found + place.length()) : trigger, place);
        }

        private Optional<String> statement(Span cue) {
            return minutes.statements().stream()
                    .filter(statement -> statement.cue().equals(cue))
                    .map(Statement::id)
                    .findFirst();
        }

        private List<String> all(List<String> who, Span line) {
            return who.stream().map(one -> who(one, line)).toList();
        }

        /** The reference of the actor that is meant, who is added where there is no such actor. */
        private String who(String who, Span line) {
            if (who.startsWith("@")) {
                Span named = Values.span("actor", who.substring(1));
                inText(named);
                return actors.stream()
                        .filter(actor -> actor.mentions().stream().anyMatch(named::overlaps))
                        .findFirst()
                        .map(Actor::ref)
                        .orElseGet(() -> add(named.of(minutes.story().text()), named));
            }
            for (Actor actor : actors) {
                if (actor.id().filter(who::equals).isPresent()
                        || actor.name().equals(who)
                        || actor.nameEn().filter(who::equals).isPresent()) {
                    return actor.ref();
                }
            }
            Optional<String> renamed = former.apply(who);
            if (renamed.isPresent()) {
                return renamed.get();
            }
            int at = minutes.story().text().indexOf(who);
            return add(who, at >= 0 ? new Span(at, at + who.length()) : line);
        }

        private String add(String name, Span mention) {
            int last = actors.stream()
                    .mapToInt(actor -> Integer.parseInt(actor.ref().substring(1)))
                    .max()
                    .orElse(0);
            Actor actor = new Actor(
                    "a" + (last + 1),
                    Optional.empty(),
                    Actor.Kind.PERSON,
                    name,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    List.of(mention));
            actors.add(actor);
            return actor.ref();
        }

        private void inText(Span span) {
            if (span.end() > minutes.story().text().length()) {
                throw new IllegalArgumentException(span(span) + " ends behind the text of the story, which has "
                        + minutes.story().text().length() + " code units");
            }
        }
    }

    /** Fields asked for by name and type. */
    static final class Values {
        private final Map<String, String> fields;

        Values(Map<String, String> fields) {
            this.fields = fields;
        }

        Optional<String> text(String name) {
            return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
        }

        String need(String name) {
            return text(name).orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is missing"));
        }

        List<String> list(String name) {
            return text(name)
                    .map(value -> Arrays.stream(value.split("\\|"))
                            .map(String::strip)
                            .filter(one -> !one.isEmpty())
                            .toList())
                    .orElse(List.of());
        }

        Optional<Span> span(String name) {
            return text(name).map(value -> span(name, value));
        }

        Span needSpan(String name) {
            return span(name, need(name));
        }

        List<Span> spans(String name) {
            List<Span> out = new ArrayList<>();
            text(name).ifPresent(value -> {
                for (String one : value.split(",")) {
                    out.add(span(name, one));
                }
            });
            return out;
        }

        List<Span> needSpans(String name) {
            need(name);
            return spans(name);
        }

        static Span span(String name, String value) {
            int dash = value.indexOf('-');
            try {
                return new Span(
                        Integer.parseInt(value.substring(0, Math.max(0, dash)).strip()),
                        Integer.parseInt(value.substring(dash + 1).strip()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" should be a span such as 12-17, not \"" + value + "\"", e);
            }
        }

        static int number(String value) {
            try {
                return Integer.parseInt(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("\"" + value + "\" is no number", e);
            }
        }

        <E extends Enum<E>> E word(String name, Class<E> type, E absent) {
            return text(name).map(value -> constant(name, value, type)).orElse(absent);
        }

        static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(value)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("\"" + name + "\" cannot be \"" + value + "\"; it is one of "
                    + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
        }
    }
}
