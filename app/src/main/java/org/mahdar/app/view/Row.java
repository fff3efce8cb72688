package org.mahdar.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.mahdar.model.TimeExpression;

/**
 * A line of the minutes laid out flat: every view is made from these, so that all show the same.
 *
 * @param layer its sort
 * @param id its id in the minutes; times are counted
 * @param who who speaks, meets, wants, wrote, judges
 * @param kind the word of its kind; empty where its sort has none
 * @param act the word of what is done, or how things stand; may be empty
 * @param words the words that matter, in order
 * @param when TIMEX3 value; may be empty
 * @param parts what else is known, by the name that the labels have for it after {@code part.}
 * @param finding the line itself
 */
public record Row(
        Layer layer,
        String id,
        List<Who> who,
        String kind,
        String act,
        List<Span> words,
        String when,
        List<Part> parts,
        Finding finding) {
    /**
     * Somebody.
     *
     * @param name in the story's language
     * @param english in English, where it is known
     * @param office as the story words it; empty where there is none or the name is the office
     * @param role the word of a role; empty where there is none
     * @param ref {@link Actor#ref()}; empty where the words were not taken for an actor
     * @param id the lasting id; empty where there is none
     */
    public record Who(String name, String english, String office, String role, String ref, String id) {}

    /**
     * Something else that is known of a line.
     *
     * @param name under which the labels know it, after {@code part.}
     * @param value in the story's language, or a number; empty where the name says it all
     */
    public record Part(String name, String value) {}

    /** Why it was read. */
    public Evidence evidence() {
        return finding.evidence();
    }

    /** From the first to the last of the words that matter, and the cue with them. */
    public Span extent() {
        int start = finding.span().start();
        int end = finding.span().end();
        for (Span span : words) {
            start = Math.min(start, span.start());
            end = Math.max(end, span.end());
        }
        return new Span(start, end);
    }

    /** The rows of all lines, layer by layer, each in text order. */
    public static List<Row> of(Minutes m) {
        List<Row> out = new ArrayList<>();
        for (List<? extends Finding> layer :
                List.of(m.statements(), m.meetings(), m.positions(), m.papers(), m.assessments())) {
            layer.forEach(line -> out.add(of(m, line, "")));
        }
        for (int i = 0; i < m.times().size(); i++) {
            out.add(of(m, m.times().get(i), "t" + (i + 1)));
        }
        return out;
    }

    /** The row of one line; {@code id} is that of a time, which has none of its own. */
    public static Row of(Minutes m, Finding line, String id) {
        String text = m.story().text();
        if (line instanceof Statement statement) {
            return statement(statement, m, text);
        }
        if (line instanceof Meeting meeting) {
            return meeting(meeting, m, text);
        }
        if (line instanceof Position position) {
            return position(position, m);
        }
        if (line instanceof Paper paper) {
            return paper(paper, m);
        }
        return line instanceof Assessment assessment ? assessment(assessment, m) : time((TimeExpression) line, id);
    }

    private static Row statement(Statement s, Minutes m, String text) {
        List<Who> who = s.speaker()
                .map(ref -> who(m.actor(ref), ""))
                .or(() -> s.source().map(span -> new Who(span.of(text), "", "", "", "", "")))
                .map(List::of)
                .orElse(List.of());
        List<Part> parts = new ArrayList<>();
        if (s.negated()) {
            parts.add(new Part("negated", ""));
        }
        s.addressee().ifPresent(ref -> parts.add(new Part("to", m.actor(ref).name())));
        s.occasion().ifPresent(span -> parts.add(new Part("occasion", span.of(text))));
        s.relay().forEach(ref -> parts.add(new Part("relay", m.actor(ref).name())));
        return new Row(Layer.STATEMENTS, s.id(), who, s.kind().word(), s.act().word(), s.content(), "", parts, s);
    }

    private static Row meeting(Meeting meeting, Minutes m, String text) {
        List<Who> who = new ArrayList<>();
        for (String ref : meeting.participants()) {
            Optional<Meeting.Role> role = Optional.ofNullable(meeting.roles().get(ref));
            who.add(who(m.actor(ref), role.map(Meeting.Role::word).orElse("")));
        }
        for (Map.Entry<String, Meeting.Role> other : new TreeMap<>(meeting.roles()).entrySet()) {
            if (!meeting.participants().contains(other.getKey())) {
                who.add(who(m.actor(other.getKey()), other.getValue().word()));
            }
        }
        List<Part> parts = new ArrayList<>();
        meeting.place()
                .ifPresent(place -> parts.add(new Part("place", place.span().of(text))));
        meeting.round().ifPresent(round -> parts.add(new Part("round", String.valueOf(round))));
        meeting.level().ifPresent(span -> parts.add(new Part("level", span.of(text))));
        meeting.about().ifPresent(span -> parts.add(new Part("about", span.of(text))));
        return new Row(
                Layer.MEETINGS,
                meeting.id(),
                who,
                meeting.kind().word(),
                meeting.status().word(),
                List.of(meeting.trigger()),
                meeting.date().orElse(""),
                parts,
                meeting);
    }

    private static Row position(Position p, Minutes m) {
        List<Part> parts = new ArrayList<>();
        if (!p.issue().isBlank()) {
            parts.add(new Part("issue", p.issue()));
        }
        p.statement().ifPresent(id -> parts.add(new Part("statement", id)));
        return new Row(
                Layer.POSITIONS,
                p.id(),
                List.of(who(m.actor(p.party()), "")),
                "",
                p.act().word(),
                p.content(),
                "",
                parts,
                p);
    }

    private static Row paper(Paper p, Minutes m) {
        return new Row(
                Layer.PAPERS,
                p.id(),
                p.by().stream().map(ref -> who(m.actor(ref), "")).toList(),
                p.kind().word(),
                p.status().orElse(""),
                List.of(p.span()),
                p.date().orElse(""),
                List.of(),
                p);
    }

    private static Row assessment(Assessment a, Minutes m) {
        return new Row(
                Layer.ASSESSMENTS,
                a.id(),
                List.of(who(m.actor(a.by()), "")),
                "",
                a.polarity().word(),
                List.of(a.span()),
                "",
                List.of(),
                a);
    }

    private static Row time(TimeExpression t, String id) {
        return new Row(
                Layer.TIMES,
                id,
                List.of(),
                t.type().name().toLowerCase(Locale.ROOT),
                "",
                List.of(t.span()),
                t.value(),
                List.of(),
                t);
    }

    private static Who who(Actor actor, String role) {
        String office = actor.office().filter(o -> !o.equals(actor.name())).orElse("");
        return new Who(
                actor.name(),
                actor.nameEn().orElse(""),
                office,
                role,
                actor.ref(),
                actor.id().orElse(""));
    }
}
