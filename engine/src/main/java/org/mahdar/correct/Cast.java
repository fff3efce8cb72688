package org.mahdar.correct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** The actors of a story while readers say which of them are one and which are two. */
final class Cast {
    private final String text;
    private final List<Actor> actors;
    private final Map<String, String> merged = new HashMap<>();
    private final Map<String, String> formerNames = new HashMap<>();
    private final Map<Span, String> parted = new LinkedHashMap<>();

    Cast(Minutes machine) {
        this.text = machine.story().text();
        this.actors = new ArrayList<>(machine.actors());
    }

    /** Reads fields against these actors. */
    Fields.Reader reader(Minutes machine) {
        return new Fields.Reader(
                machine,
                actors,
                name -> Optional.ofNullable(formerNames.get(name)).map(this::now));
    }

    private Optional<Actor> at(Span mention) {
        return actors.stream()
                .filter(actor -> actor.mentions().stream().anyMatch(mention::overlaps))
                .findFirst();
    }

    /** Makes the actor named at one place the one named at another; false where either names nobody, or both the same. */
    boolean merge(Span one, Span into) {
        Optional<Actor> gone = at(one);
        Optional<Actor> stays = at(into);
        if (gone.isEmpty()
                || stays.isEmpty()
                || gone.get().ref().equals(stays.get().ref())) {
            return false;
        }
        Actor a = gone.get();
        Actor b = stays.get();
        Set<Span> mentions = new LinkedHashSet<>(b.mentions());
        mentions.addAll(a.mentions());
        Actor both = new Actor(
                b.ref(),
                b.id(),
                b.kind(),
                b.name(),
                b.nameEn(),
                b.office().or(a::office),
                b.officeEn().or(a::officeEn),
                b.of().or(a::of).filter(of -> !of.equals(a.ref()) && !of.equals(b.ref())),
                b.state().or(a::state),
                b.inferred(),
                mentions.stream().sorted().toList());
        actors.set(actors.indexOf(b), both);
        actors.remove(a);
        merged.put(a.ref(), b.ref());
        a.id().ifPresent(id -> formerNames.put(id, b.ref()));
        formerNames.put(a.name(), b.ref());
        a.nameEn().ifPresent(name -> formerNames.put(name, b.ref()));
        return true;
    }

    /** Makes some mentions of an actor those of another; false where they are no mentions of one, or all of them. */
    boolean split(List<Span> mentions, Optional<String> name) {
        Optional<Actor> whole = mentions.isEmpty() ? Optional.empty() : at(mentions.get(0));
        if (whole.isEmpty()) {
            return false;
        }
        Actor a = whole.get();
        List<Span> taken = a.mentions().stream()
                .filter(mention -> mentions.stream().anyMatch(mention::overlaps))
                .toList();
        List<Span> left = a.mentions().stream()
                .filter(mention -> !taken.contains(mention))
                .toList();
        if (taken.isEmpty() || left.isEmpty()) {
            return false;
        }
        int last = actors.stream()
                .mapToInt(actor -> Integer.parseInt(actor.ref().substring(1)))
                .max()
                .orElse(0);
        String ref = "a" + Math.max(last + 1, machineLast() + 1);
        Actor other = new Actor(
                ref,
                Optional.empty(),
                a.kind(),
                name.filter(n -> !n.isBlank()).orElse(taken.get(0).of(text)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                taken);
        actors.set(
                actors.indexOf(a),
                new Actor(
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
                        left));
        actors.add(other);
        taken.forEach(mention -> parted.put(mention, ref));
        return true;
    }

    private int machineLast() {
        return merged.keySet().stream()
                .mapToInt(ref -> Integer.parseInt(ref.substring(1)))
                .max()
                .orElse(0);
    }

    /** The minutes that these lines make, each in text order, with references that point at who is there. */
    Minutes minutes(Minutes machine, List<Finding> lines) {
        List<Statement> statements = new ArrayList<>();
        List<Meeting> meetings = new ArrayList<>();
        List<Position> positions = new ArrayList<>();
        List<Paper> papers = new ArrayList<>();
        List<Assessment> assessments = new ArrayList<>();
        List<TimeExpression> times = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        for (Finding line : lines) {
            if (line instanceof Statement s) {
                statements.add(statement(s));
                said.add(s.id());
            } else if (line instanceof Meeting m) {
                meetings.add(meeting(m));
            } else if (line instanceof Paper p) {
                papers.add(new Paper(
                        p.id(), p.span(), p.also(), p.kind(), now(p.by()), p.date(), p.status(), p.evidence()));
            } else if (line instanceof Assessment a) {
                assessments.add(new Assessment(a.id(), now(a.by()), a.polarity(), a.span(), a.evidence()));
            } else if (line instanceof TimeExpression t) {
                times.add(t);
            }
        }
        for (Finding line : lines) {
            if (line instanceof Position p) {
                positions.add(new Position(
                        p.id(),
                        now(p.party()),
                        p.act(),
                        p.content(),
                        p.issue(),
                        p.statement().filter(said::contains),
                        p.evidence()));
            }
        }
        return new Minutes(
                machine.story(),
                machine.pack(),
                present(),
                ordered(times),
                ordered(statements),
                ordered(meetings),
                ordered(positions),
                ordered(papers),
                ordered(assessments),
                machine.problems());
    }

    private static <T extends Finding> List<T> ordered(List<T> lines) {
        return lines.stream().sorted(Comparator.comparing(Finding::span)).toList();
    }

    /** The actors with references to those who are still there. */
    private List<Actor> present() {
        return actors.stream()
                .map(a -> new Actor(
                        a.ref(),
                        a.id(),
                        a.kind(),
                        a.name(),
                        a.nameEn(),
                        a.office(),
                        a.officeEn(),
                        a.of().map(this::now).filter(of -> !of.equals(a.ref())),
                        a.state(),
                        a.inferred(),
                        a.mentions()))
                .toList();
    }

    private String now(String ref) {
        String out = ref;
        while (merged.containsKey(out)) {
            out = merged.getOrDefault(out, out);
        }
        return out;
    }

    private List<String> now(List<String> refs) {
        return refs.stream().map(this::now).distinct().toList();
    }

    /** Who is named at a place that a reader parted from its actor, else the actor itself. */
    private String named(String ref, Optional<Span> where) {
        if (where.isPresent()) {
            for (Map.Entry<Span, String> part : parted.entrySet()) {
                if (part.getKey().overlaps(where.get())) {
                    return part.getValue();
                }
            }
        }
        return now(ref);
    }

    private Statement statement(Statement s) {
        return new Statement(
                s.id(),
                s.cue(),
                s.source(),
                s.speaker().map(ref -> named(ref, s.source())),
                s.kind(),
                s.content(),
                s.act(),
                s.addressee().map(this::now),
                s.occasion(),
                now(s.relay()),
                s.negated(),
                s.evidence());
    }

    private Meeting meeting(Meeting m) {
        Map<String, Meeting.Role> roles = new LinkedHashMap<>();
        m.roles().forEach((ref, role) -> roles.put(now(ref), role));
        return new Meeting(
                m.id(),
                m.trigger(),
                m.also(),
                m.kind(),
                m.status(),
                now(m.participants()),
                roles,
                m.date(),
                m.dateInferred(),
                m.place(),
                m.round(),
                m.level(),
                m.about(),
                m.evidence());
    }
}
