package org.mahdar.app.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.wire.JsonFault;
import org.mahdar.app.wire.LineKind;
import org.mahdar.app.wire.MinutesReader;
import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.app.wire.Sha256;
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

/**
 * Minutes as rows and back. What comes back equals what went in, but for the steps of evidence.
 *
 * @param pack version of the language pack
 * @param problems what stayed open, {@code start-end what} a line
 * @param findings the lines, in the order of the minutes
 * @param appearances the actors, in their order
 */
record MinutesRows(String pack, String problems, List<FindingRow> findings, List<AppearanceRow> appearances) {

    /** A line. */
    record FindingRow(String line, LineKind kind, Span span, String evidence, String parts) {}

    /** An actor's description; {@code no} is a hash of the rest, above 0 where there is an id. */
    record ActorRow(
            long no, String id, String kind, String name, String nameEn, String office, String officeEn, String state) {
        static ActorRow of(Actor actor) {
            String id = actor.id().orElse("");
            String kind = actor.kind().word();
            String nameEn = actor.nameEn().orElse("");
            String office = actor.office().orElse("");
            String officeEn = actor.officeEn().orElse("");
            String state = actor.state().orElse("");
            MessageDigest sha = Sha256.begin();
            for (String part : List.of(id, kind, actor.name(), nameEn, office, officeEn, state)) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            long hash = ByteBuffer.wrap(sha.digest()).getLong() & Long.MAX_VALUE;
            // The sign tells those with a lasting id apart, so that the index over appearances holds them alone.
            long no = id.isEmpty() ? ~hash : Math.max(1, hash);
            return new ActorRow(no, id, kind, actor.name(), nameEn, office, officeEn, state);
        }
    }

    /** An actor in a story. */
    record AppearanceRow(String ref, ActorRow actor, Optional<String> of, boolean inferred, String mentions) {}

    static MinutesRows of(Minutes minutes) {
        List<FindingRow> findings = new ArrayList<>();
        int times = 0;
        for (Finding line : inOrder(minutes)) {
            times += line instanceof TimeExpression ? 1 : 0;
            findings.add(new FindingRow(
                    LineKind.id(line, times),
                    LineKind.of(line),
                    line.span(),
                    line.evidence().pattern(),
                    MinutesWriter.parts(minutes, line)));
        }
        List<AppearanceRow> appearances = new ArrayList<>();
        for (Actor actor : minutes.actors()) {
            appearances.add(new AppearanceRow(
                    actor.ref(), ActorRow.of(actor), actor.of(), actor.inferred(), mentions(actor.mentions())));
        }
        StringBuilder problems = new StringBuilder();
        for (Problem problem : minutes.problems()) {
            problems.append(mentions(List.of(problem.span())))
                    .append(' ')
                    .append(problem.what().replace('\n', ' '))
                    .append('\n');
        }
        return new MinutesRows(minutes.pack(), problems.toString(), findings, appearances);
    }

    /** Layer by layer, as the minutes list them. */
    private static List<Finding> inOrder(Minutes minutes) {
        List<Finding> out = new ArrayList<>();
        out.addAll(minutes.statements());
        out.addAll(minutes.meetings());
        out.addAll(minutes.positions());
        out.addAll(minutes.papers());
        out.addAll(minutes.assessments());
        out.addAll(minutes.times());
        return out;
    }

    /** The minutes of a story. */
    Minutes minutes(Story story) {
        List<TimeExpression> times = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        List<Meeting> meetings = new ArrayList<>();
        List<Position> positions = new ArrayList<>();
        List<Paper> papers = new ArrayList<>();
        List<Assessment> assessments = new ArrayList<>();
        for (FindingRow row : findings) {
            Finding line = finding(story, row);
            if (line instanceof Statement statement) {
                statements.add(statement);
            } else if (line instanceof Meeting meeting) {
                meetings.add(meeting);
            } else if (line instanceof Position position) {
                positions.add(position);
            } else if (line instanceof Paper paper) {
                papers.add(paper);
            } else if (line instanceof Assessment assessment) {
                assessments.add(assessment);
            } else if (line instanceof TimeExpression time) {
                times.add(time);
            }
        }
        return new Minutes(
                story,
                pack,
                appearances.stream().map(MinutesRows::actor).toList(),
                times,
                statements,
                meetings,
                positions,
                papers,
                assessments,
                problems.lines().map(MinutesRows::problem).toList());
    }

    /** The actors whom the lines name, by their refs. */
    static Set<String> refs(Minutes minutes) {
        Set<String> out = new LinkedHashSet<>();
        for (Finding line : minutes.findings()) {
            if (line instanceof Statement statement) {
                statement.speaker().ifPresent(out::add);
                statement.addressee().ifPresent(out::add);
                out.addAll(statement.relay());
            } else if (line instanceof Meeting meeting) {
                out.addAll(meeting.participants());
                out.addAll(meeting.roles().keySet());
            } else if (line instanceof Position position) {
                out.add(position.party());
            } else if (line instanceof Paper paper) {
                out.addAll(paper.by());
            } else if (line instanceof Assessment assessment) {
                out.add(assessment.by());
            }
        }
        return out;
    }

    private static Finding finding(Story story, FindingRow row) {
        try {
            return MinutesReader.line(story, row.kind(), row.line(), row.span(), row.evidence(), row.parts());
        } catch (JsonFault e) {
            throw new ArchiveException(
                    "line " + row.line() + " of story " + story.id() + " is damaged: " + e.what()
                            + ". mahdar reread --all reads every story anew.",
                    e);
        }
    }

    private static Actor actor(AppearanceRow row) {
        ActorRow actor = row.actor();
        return new Actor(
                row.ref(),
                given(actor.id()),
                Actor.Kind.valueOf(actor.kind().toUpperCase(Locale.ROOT)),
                actor.name(),
                given(actor.nameEn()),
                given(actor.office()),
                given(actor.officeEn()),
                row.of(),
                given(actor.state()),
                row.inferred(),
                spans(row.mentions()));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    private static Problem problem(String line) {
        int gap = line.indexOf(' ');
        return new Problem(spans(line.substring(0, gap)).get(0), line.substring(gap + 1));
    }

    private static String mentions(List<Span> spans) {
        StringBuilder out = new StringBuilder();
        for (Span span : spans) {
            out.append(out.length() == 0 ? "" : ",")
                    .append(span.start())
                    .append('-')
                    .append(span.end());
        }
        return out.toString();
    }

    private static List<Span> spans(String mentions) {
        List<Span> out = new ArrayList<>();
        if (mentions.isEmpty()) {
            return out;
        }
        for (String span : mentions.split(",")) {
            int dash = span.indexOf('-');
            out.add(new Span(Integer.parseInt(span.substring(0, dash)), Integer.parseInt(span.substring(dash + 1))));
        }
        return out;
    }
}
