package org.mahdar.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mahdar.model.Actor;
import org.mahdar.model.Assessment;
import org.mahdar.model.Evidence;
import org.mahdar.model.Meeting;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;
import org.mahdar.text.Letters;

/** Turns what the finders hold in tokens into the values of the minutes. */
final class Assembler {
    private final Reading reading;
    private final Map<Cluster, String> refs = new HashMap<>();
    private final List<Actor> actors = new ArrayList<>();

    /** Gives every cluster its reference, in order of first mention. */
    Assembler(Reading reading, List<Cluster> clusters) {
        this.reading = reading;
        List<Cluster> ordered = new ArrayList<>(clusters);
        ordered.sort(Comparator.comparingInt(Assembler::first));
        int number = 1;
        for (Cluster cluster : ordered) {
            refs.put(cluster, "a" + number++);
        }
        ordered.forEach(cluster -> actors.add(actor(cluster)));
    }

    private static int first(Cluster cluster) {
        int first = Integer.MAX_VALUE;
        for (Mention m : cluster.mentions) {
            first = Math.min(first, m.from);
        }
        return cluster.mentions.isEmpty() ? 0 : first;
    }

    List<Actor> actors() {
        return List.copyOf(actors);
    }

    private Actor actor(Cluster cluster) {
        Mention best = cluster.fullest();
        Identity who = cluster.identity;
        String words = best.hasName() && best.isPerson()
                ? bare(best, best.nameFrom, best.nameTo)
                : bare(best, best.isTwin() ? best.headToken + 1 : best.from, best.ownTo());
        // A state of which the story has the adjective alone is called by its own name.
        String name = cluster.implied
                ? who.entry()
                        .flatMap(entry -> entry.value("terms"))
                        .orElse(words)
                        .split("\\|")[0]
                : words;
        Mention titled = null;
        List<Span> spans = new ArrayList<>(cluster.mentions.size());
        for (Mention m : cluster.mentions) {
            boolean longer = titled == null || m.titleEnd() - m.headToken > titled.titleEnd() - titled.headToken;
            if (longer && m.isPerson() && m.hasTitle() && !m.isOnlyAddressed()) {
                titled = m;
            }
            spans.add(span(m));
        }
        spans.sort(Comparator.naturalOrder());
        Optional<String> office =
                Optional.ofNullable(titled).map(m -> reading.text().words(m.headToken, m.titleEnd()));
        return new Actor(
                ref(cluster),
                who.id(),
                best.kind,
                name,
                who.english(),
                office,
                who.officeEnglish(),
                who.of().map(this::ref),
                Optional.of(who.state()).filter(state -> !state.isEmpty()),
                who.inferred(),
                spans.stream().distinct().toList());
    }

    /** The words of a mention, without the marks around the whole of it. */
    private Span span(Mention m) {
        int marks = isMarked(m.from, m.to) ? 1 : 0;
        return reading.text().span(m.from + marks, m.to - marks);
    }

    /** Whether one pair of marks stands around all words between two tokens. */
    private boolean isMarked(int from, int to) {
        int q = reading.text().opens(from);
        return q >= 0 && reading.text().quotations().get(q).close() == to - 1 && to - from > 2;
    }

    /** The words of a name, without the conjunction and preposition written together with the first. */
    private String bare(Mention m, int from, int to) {
        if (isMarked(from, to)) {
            return bare(m, from + 1, to - 1);
        }
        String words = reading.text().words(from, to);
        for (int hit = reading.tape().first(from);
                hit >= 0;
                hit = reading.tape().next(hit)) {
            boolean known = m.known.isPresent() && reading.tape().payload(hit) == m.known.get();
            if (known) {
                boolean joined = (reading.tape().clitics(hit) & (Letters.CONJ | Letters.PREPOSITION)) != 0;
                return joined ? m.known.get().words() : words;
            }
        }
        int joined = reading.isWord(from) ? reading.bareStart(from) : 0;
        int start = reading.text().start(from);
        int end = reading.text().end(from);
        int at = start;
        for (int letter = 0; letter < joined; letter++) {
            at = reading.language().letters().next(reading.text().raw(), at, end);
        }
        if (at >= end - 1) {
            return words;
        }
        int form = reading.text().formStart(from) + joined;
        boolean swallowed = joined > 1
                && reading.language()
                        .letters()
                        .joinedAt(
                                reading.text().forms(), form - 2, reading.text().formStart(from + 1));
        // A preposition that has swallowed part of the article gives it back.
        return (swallowed ? reading.language().letters().article() : "") + words.substring(at - start);
    }

    private String ref(Cluster cluster) {
        String ref = refs.get(cluster);
        if (ref == null) {
            throw new IllegalStateException("An actor without a reference: " + cluster.mentions);
        }
        return ref;
    }

    List<Statement> statements(List<Draft> drafts) {
        List<Statement> out = new ArrayList<>();
        for (Draft draft : drafts) {
            Statement.Kind kind = draft.allQuoted
                    ? Statement.Kind.DIRECT
                    : draft.partQuoted ? Statement.Kind.MIXED : Statement.Kind.INDIRECT;
            out.add(new Statement(
                    "s" + (out.size() + 1),
                    reading.text().span(draft.cueFrom, draft.cueTo),
                    draft.source.map(this::span),
                    draft.speaker.map(this::ref),
                    kind,
                    draft.content,
                    act(draft),
                    draft.hearer.map(m -> m.cluster).map(this::ref),
                    draft.occasion,
                    draft.relay.stream().map(m -> m.cluster).map(this::ref).toList(),
                    draft.negated,
                    new Evidence(draft.pattern.id(), draft.steps)));
        }
        return out;
    }

    List<Meeting> meetings(List<Occasion> occasions) {
        List<Meeting> out = new ArrayList<>();
        for (Occasion occasion : occasions) {
            for (Map<Cluster, Optional<Meeting.Role>> parties : occasion.each()) {
                out.add(meeting("m" + (out.size() + 1), occasion, parties));
            }
        }
        return out;
    }

    private Meeting meeting(String id, Occasion occasion, Map<Cluster, Optional<Meeting.Role>> parties) {
        Map<String, Meeting.Role> roles = new HashMap<>();
        parties.forEach((cluster, role) -> role.ifPresent(r -> roles.put(ref(cluster), r)));
        return new Meeting(
                id,
                reading.text().span(occasion.from, occasion.to),
                occasion.also.stream().sorted().distinct().toList(),
                occasion.kind,
                occasion.status,
                parties.keySet().stream().map(this::ref).toList(),
                roles,
                occasion.time.map(Timex::date).or(() -> occasion.inferredDate),
                occasion.time.isEmpty() && occasion.inferredDate.isPresent(),
                occasion.place,
                occasion.round.isPresent() ? Optional.of(occasion.round.getAsInt()) : Optional.empty(),
                occasion.level,
                occasion.about,
                new Evidence(occasion.pattern.id(), occasion.steps));
    }

    List<Paper> papers(List<Document> documents) {
        List<Paper> out = new ArrayList<>();
        for (Document document : documents) {
            out.add(new Paper(
                    "d" + (out.size() + 1),
                    reading.text().span(document.from, document.to),
                    document.also.stream().sorted().distinct().toList(),
                    document.kind,
                    document.makers.stream().map(this::ref).toList(),
                    document.time.map(Timex::date),
                    document.status.filter(status -> !document.denied),
                    new Evidence(document.pattern.id(), document.steps)));
        }
        return out;
    }

    List<Position> positions(List<Stance> stances, List<Draft> drafts) {
        List<Position> out = new ArrayList<>();
        Issues issues = new Issues(reading);
        for (Stance stance : stances) {
            Optional<String> statement = stance.statement.map(draft -> "s" + (drafts.indexOf(draft) + 1));
            for (Cluster party : stance.parties) {
                out.add(new Position(
                        "p" + (out.size() + 1),
                        ref(party),
                        stance.act,
                        List.of(stance.content),
                        issues.of(stance.from, stance.to),
                        statement,
                        new Evidence(stance.pattern, stance.steps)));
            }
        }
        return out;
    }

    List<Assessment> assessments(List<Judgement> judgements) {
        List<Assessment> out = new ArrayList<>();
        for (Judgement judgement : judgements) {
            out.add(new Assessment(
                    "v" + (out.size() + 1),
                    ref(judgement.by),
                    judgement.polarity,
                    reading.text().span(judgement.from, judgement.to),
                    new Evidence(judgement.pattern, judgement.steps)));
        }
        return out;
    }

    private static Statement.Act act(Draft draft) {
        return draft.verb
                .flatMap(term -> term.entry().value("act"))
                .or(() -> draft.pattern.setting("act"))
                .map(word -> Statement.Act.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Statement.Act.ASSERT);
    }
}
