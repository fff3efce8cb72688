package org.mahdar.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Actor;
import org.mahdar.model.Assessment;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;
import org.mahdar.model.TimeExpression;

/**
 * What one side, people or the engine, says that a story holds, reduced to what scoring compares. Names are English
 * where there are English ones; what a side does not know is an empty string.
 *
 * @param id the story
 * @param statements who said what
 * @param times when
 * @param meetings who met whom
 * @param positions what each side wants
 * @param papers documents
 * @param assessments how the talks are judged
 */
public record Lines(
        String id,
        List<Said> statements,
        List<When> times,
        List<Met> meetings,
        List<Stance> positions,
        List<Document> papers,
        List<Judged> assessments) {
    /** Copies the lists. */
    public Lines {
        statements = List.copyOf(statements);
        times = List.copyOf(times);
        meetings = List.copyOf(meetings);
        positions = List.copyOf(positions);
        papers = List.copyOf(papers);
        assessments = List.copyOf(assessments);
    }

    /**
     * A statement.
     *
     * @param cue the reporting word
     * @param source the words beside the cue that name who speaks
     * @param speaker the name of who that is
     * @param mentions where the story names the speaker; empty where the side does not say, and the sources of the
     *     speaker's statements stand for it
     * @param kind direct, indirect or mixed
     * @param content the pieces of reported words
     */
    public record Said(
            Span cue,
            Optional<Span> source,
            String speaker,
            Optional<List<Span>> mentions,
            String kind,
            List<Span> content) {}

    /**
     * A time expression.
     *
     * @param span the words
     * @param type of TIMEX3
     * @param value of TIMEX3
     */
    public record When(Span span, String type, String value) {}

    /**
     * A meeting.
     *
     * @param trigger its fullest mention
     * @param also its other mentions
     * @param status whether it has been, is, will be
     * @param participants names
     * @param date TIMEX3 value
     */
    public record Met(Span trigger, List<Span> also, String status, List<String> participants, String date) {}

    /**
     * A position.
     *
     * @param span the words, the first piece of them
     * @param party name
     * @param act what the party does
     */
    public record Stance(Span span, String party, String act) {}

    /**
     * A paper.
     *
     * @param span its fullest mention
     * @param kind what sort of document
     */
    public record Document(Span span, String kind) {}

    /**
     * An assessment.
     *
     * @param span the words
     * @param by name
     * @param polarity which way
     */
    public record Judged(Span span, String by, String polarity) {}

    /** A story in which a side finds nothing. */
    public static Lines none(String id) {
        return new Lines(id, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** What the engine says. */
    public static Lines of(Minutes minutes) {
        List<Said> statements = new ArrayList<>();
        for (Statement s : minutes.statements()) {
            Optional<Actor> speaker = s.speaker().map(minutes::actor);
            statements.add(new Said(
                    s.cue(),
                    s.source(),
                    speaker.map(Lines::name).orElse(""),
                    Optional.of(speaker.map(Actor::mentions).orElse(List.of())),
                    s.kind().word(),
                    s.content()));
        }
        List<When> times = new ArrayList<>();
        for (TimeExpression t : minutes.times()) {
            times.add(new When(t.span(), t.type().name(), t.value()));
        }
        List<Met> meetings = new ArrayList<>();
        for (Meeting m : minutes.meetings()) {
            meetings.add(new Met(
                    m.trigger(),
                    m.also(),
                    m.status().word(),
                    m.participants().stream()
                            .map(ref -> name(minutes.actor(ref)))
                            .toList(),
                    m.date().orElse("")));
        }
        List<Stance> positions = new ArrayList<>();
        for (Position p : minutes.positions()) {
            positions.add(
                    new Stance(p.span(), name(minutes.actor(p.party())), p.act().word()));
        }
        List<Document> papers = new ArrayList<>();
        for (Paper p : minutes.papers()) {
            papers.add(new Document(p.span(), p.kind().word()));
        }
        List<Judged> assessments = new ArrayList<>();
        for (Assessment a : minutes.assessments()) {
            assessments.add(new Judged(
                    a.span(), name(minutes.actor(a.by())), a.polarity().word()));
        }
        return new Lines(minutes.story().id(), statements, times, meetings, positions, papers, assessments);
    }

    private static String name(Actor actor) {
        return actor.nameEn().orElse(actor.name());
    }
}
