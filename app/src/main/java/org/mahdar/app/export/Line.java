package org.mahdar.app.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.mahdar.app.wire.LineKind;
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
 * A line of the minutes laid out flat: the formats that treat all lines alike are made from these.
 *
 * @param id its id within the minutes; times are counted
 * @param layer its sort
 * @param kind the word of its kind; empty where its sort has none
 * @param act the word of what is done, or how things stand; may be empty
 * @param who the refs of those who speak, meet, want, wrote, judge
 * @param when TIMEX3 value; may be empty
 * @param about what a position is about; may be empty
 * @param negated whether the line says that it is not so
 * @param pieces its words with what they are in it, in text order
 * @param finding the line itself
 */
public record Line(
        String id,
        LineKind layer,
        String kind,
        String act,
        List<String> who,
        String when,
        String about,
        boolean negated,
        List<Piece> pieces,
        Finding finding) {
    private static final String MENTION = "mention";

    /** Copies the lists and brings the pieces into text order. */
    public Line {
        who = List.copyOf(who);
        pieces = pieces.stream().sorted(Comparator.comparing(Piece::span)).toList();
    }

    /** Words, and what they are in the line: {@code cue}, {@code content}, {@code place} and so on. */
    public record Piece(String role, Span span) {}

    /** All lines in text order. */
    public static List<Line> of(Minutes minutes) {
        List<Line> out = new ArrayList<>();
        int times = 0;
        for (Finding finding : minutes.findings()) {
            if (finding instanceof TimeExpression) {
                times++;
            }
            out.add(of(finding, LineKind.id(finding, times)));
        }
        return out;
    }

    /**
     * From the first to the last of its words. Where else in the story the same paper or meeting is named is no part of
     * it: between two mentions whole paragraphs may stand.
     */
    public Span extent() {
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (Piece piece : pieces) {
            if (!piece.role().equals(MENTION)) {
                start = Math.min(start, piece.span().start());
                end = Math.max(end, piece.span().end());
            }
        }
        return new Span(start, end);
    }

    /** Somebody's part in a line: {@code speaker}, {@code party}, {@code mediator} and so on, by {@link Actor#ref()}. */
    public record Role(String word, String ref) {}

    /** Everybody who has a part in it. */
    public List<Role> roles() {
        List<Role> out = new ArrayList<>();
        if (finding instanceof Statement s) {
            s.speaker().ifPresent(ref -> out.add(new Role("speaker", ref)));
            s.addressee().ifPresent(ref -> out.add(new Role("addressee", ref)));
            s.relay().forEach(ref -> out.add(new Role("relay", ref)));
        } else if (finding instanceof Meeting m) {
            present(m)
                    .forEach(ref -> out.add(
                            new Role(role(m, ref).map(Meeting.Role::word).orElse("party"), ref)));
        } else if (finding instanceof Position p) {
            out.add(new Role("party", p.party()));
        } else if (finding instanceof Paper p) {
            p.by().forEach(ref -> out.add(new Role("author", ref)));
        } else if (finding instanceof Assessment a) {
            out.add(new Role("judge", a.by()));
        }
        return out;
    }

    private static Line of(Finding finding, String id) {
        List<Piece> pieces = new ArrayList<>();
        Line line;
        if (finding instanceof Statement s) {
            line = statement(s, id, pieces);
        } else if (finding instanceof Meeting m) {
            line = meeting(m, id, pieces);
        } else if (finding instanceof Position p) {
            p.content().forEach(span -> pieces.add(new Piece("content", span)));
            line = line(id, p, "", p.act().word(), List.of(p.party()), "", p.issue(), false, pieces);
        } else if (finding instanceof Paper p) {
            pieces.add(new Piece("paper", p.span()));
            p.also().forEach(span -> pieces.add(new Piece(MENTION, span)));
            line = line(
                    id,
                    p,
                    p.kind().word(),
                    p.status().orElse(""),
                    p.by(),
                    p.date().orElse(""),
                    "",
                    false,
                    pieces);
        } else if (finding instanceof Assessment a) {
            pieces.add(new Piece("judgement", a.span()));
            line = line(id, a, "", a.polarity().word(), List.of(a.by()), "", "", false, pieces);
        } else {
            TimeExpression t = (TimeExpression) finding;
            pieces.add(new Piece("time", t.span()));
            line = line(id, t, t.type().name().toLowerCase(Locale.ROOT), "", List.of(), t.value(), "", false, pieces);
        }
        return line;
    }

    private static Line statement(Statement s, String id, List<Piece> pieces) {
        pieces.add(new Piece("cue", s.cue()));
        s.source().ifPresent(span -> pieces.add(new Piece("source", span)));
        s.content().forEach(span -> pieces.add(new Piece("content", span)));
        s.occasion().ifPresent(span -> pieces.add(new Piece("occasion", span)));
        List<String> who = s.speaker().map(List::of).orElse(List.of());
        return line(id, s, s.kind().word(), s.act().word(), who, "", "", s.negated(), pieces);
    }

    private static Line meeting(Meeting m, String id, List<Piece> pieces) {
        pieces.add(new Piece("trigger", m.trigger()));
        m.also().forEach(span -> pieces.add(new Piece(MENTION, span)));
        m.place().ifPresent(place -> pieces.add(new Piece("place", place.span())));
        m.level().ifPresent(span -> pieces.add(new Piece("level", span)));
        m.about().ifPresent(span -> pieces.add(new Piece("about", span)));
        return line(
                id, m, m.kind().word(), m.status().word(), present(m), m.date().orElse(""), "", false, pieces);
    }

    /** Participants in their order, then who has a role and is not among them. */
    static List<String> present(Meeting m) {
        List<String> refs = new ArrayList<>(m.participants());
        new TreeSet<>(m.roles().keySet())
                .stream().filter(ref -> !refs.contains(ref)).forEach(refs::add);
        return List.copyOf(refs);
    }

    /**
     * Those who take part for themselves: whoever mediates, vouches or looks on does not, nor does a host who receives two
     * or more others.
     */
    static List<String> parties(Meeting m) {
        List<String> sides = m.participants().stream()
                .filter(ref -> role(m, ref).filter(r -> r != Meeting.Role.HOST).isEmpty())
                .toList();
        List<String> guests =
                sides.stream().filter(ref -> role(m, ref).isEmpty()).toList();
        return guests.size() >= 2 ? guests : sides;
    }

    static Optional<Meeting.Role> role(Meeting m, String ref) {
        return Optional.ofNullable(m.roles().get(ref));
    }

    private static Line line(
            String id,
            Finding finding,
            String kind,
            String act,
            List<String> who,
            String when,
            String about,
            boolean negated,
            List<Piece> pieces) {
        return new Line(id, LineKind.of(finding), kind, act, who, when, about, negated, pieces, finding);
    }
}
