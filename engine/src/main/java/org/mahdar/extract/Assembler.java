package org.mahdar.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.language.Entry;
import org.mahdar.model.Actor;
import org.mahdar.model.Assessment;
import org.mahdar.model.Evidence;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;

/** Turns what the finders hold in tokens into the values of the minutes. */
final class Assembler {
    private final Reading reading;
    private final Map<Cluster, String> refs = new HashMap<>();
    private final List<Actor> actors = new ArrayList<>();

    /** Gives every cluster that has a mention its reference, in order of first mention. */
    Assembler(Reading reading, List<Mention> mentions) {
        this.reading = reading;
        Set<Cluster> clusters = new LinkedHashSet<>();
        for (Mention mention : mentions) {
            clusters.add(mention.cluster);
            mention.joint.forEach(other -> clusters.add(other.cluster));
        }
        int number = 1;
        for (Cluster cluster : clusters) {
            String ref = "a" + number++;
            refs.put(cluster, ref);
            actors.add(actor(ref, cluster));
        }
    }

    List<Actor> actors() {
        return List.copyOf(actors);
    }

    private Actor actor(String ref, Cluster cluster) {
        Mention best = cluster.mentions.stream()
                .max(Comparator.comparingInt(Assembler::fullness))
                .orElseThrow();
        Optional<Entry> known = cluster.mentions.stream()
                .flatMap(m -> m.known.stream())
                .map(t -> t.entry())
                .findFirst();
        String name = best.hasName() && best.isPerson()
                ? reading.text().words(best.nameFrom, best.nameTo)
                : reading.text().words(best.from, best.to);
        Optional<String> office = cluster.mentions.stream()
                .filter(m -> m.isPerson() && m.headToken >= 0 && m.titleTo > m.headToken)
                .max(Comparator.comparingInt(m -> m.titleTo - m.headToken))
                .map(m -> reading.text().words(m.headToken, m.titleTo));
        Optional<String> state = cluster.mentions.stream()
                .map(m -> m.state)
                .filter(s -> !s.isEmpty())
                .findFirst();
        List<Span> spans = cluster.mentions.stream()
                .map(m -> reading.text().span(m.from, m.to))
                .sorted()
                .distinct()
                .toList();
        return new Actor(
                ref,
                known.flatMap(entry -> entry.value("id").or(() -> entry.value("iso3"))),
                best.kind,
                name,
                known.flatMap(entry -> entry.value("en")),
                office,
                Optional.empty(),
                state,
                false,
                spans);
    }

    private static int fullness(Mention m) {
        int tokens = m.to - m.from;
        return m.hasName() ? 100 + (m.nameTo - m.nameFrom) * 4 + tokens : tokens;
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
                    draft.source.map(m -> reading.text().span(m.from, m.to)),
                    draft.speaker.map(refs::get),
                    kind,
                    draft.content,
                    act(draft),
                    draft.hearer.map(m -> m.cluster).map(refs::get),
                    draft.occasion,
                    draft.relay.stream().map(m -> m.cluster).map(refs::get).toList(),
                    draft.negated,
                    new Evidence(draft.pattern.id(), draft.steps)));
        }
        return out;
    }

    List<Position> positions(List<Stance> stances, List<Draft> drafts) {
        List<Position> out = new ArrayList<>();
        for (Stance stance : stances) {
            Optional<String> statement = stance.statement.map(draft -> "s" + (drafts.indexOf(draft) + 1));
            for (Cluster party : stance.parties) {
                String ref = refs.get(party);
                if (ref != null) {
                    out.add(new Position(
                            "p" + (out.size() + 1),
                            ref,
                            stance.act,
                            List.of(stance.content),
                            "",
                            statement,
                            new Evidence(stance.pattern, stance.steps)));
                }
            }
        }
        return out;
    }

    List<Assessment> assessments(List<Judgement> judgements) {
        List<Assessment> out = new ArrayList<>();
        for (Judgement judgement : judgements) {
            String ref = refs.get(judgement.by);
            if (ref != null) {
                out.add(new Assessment(
                        "v" + (out.size() + 1),
                        ref,
                        judgement.polarity,
                        reading.text().span(judgement.from, judgement.to),
                        new Evidence(judgement.pattern, judgement.steps)));
            }
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
