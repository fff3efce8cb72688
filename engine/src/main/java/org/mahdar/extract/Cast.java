package org.mahdar.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mahdar.language.Entry;
import org.mahdar.model.Actor.Kind;

/** Who of all that a story names is one of its actors: whoever a line speaks of, and whoever is surely somebody. */
final class Cast {
    private final Reading reading;
    private final Set<Cluster> used = new HashSet<>();

    Cast(Reading reading) {
        this.reading = reading;
    }

    /** Notes that a line of the minutes speaks of an actor. */
    void use(Cluster cluster) {
        used.add(cluster);
    }

    /** Notes the actors of statements. */
    void use(List<Draft> statements) {
        for (Draft draft : statements) {
            draft.speaker.ifPresent(this::use);
            draft.hearer.map(m -> m.cluster).ifPresent(this::use);
            draft.relay.forEach(m -> use(m.cluster));
        }
    }

    /** The actors among the clusters, in the same order. */
    List<Cluster> of(List<Cluster> clusters) {
        Set<Cluster> kept = new HashSet<>();
        for (Cluster cluster : clusters) {
            boolean known = cluster.identity.entry().isPresent();
            boolean place = cluster.mentions.stream().allMatch(mention -> mention.goal);
            boolean somebody = !place && (known || !cluster.mentions.stream().allMatch(this::isFaint));
            if (used.contains(cluster) || (!cluster.implied && somebody)) {
                for (Optional<Cluster> one = Optional.of(cluster); one.isPresent() && kept.add(one.get()); ) {
                    one = one.get().identity.of();
                }
            }
        }
        List<Cluster> out = new ArrayList<>(clusters);
        out.retainAll(kept);
        return out;
    }

    /**
     * Whether a mention alone makes nobody an actor: a noun that only its place suggested, a source that says nothing, a
     * paper, a side, an everyday word, a title of address without a name, a sort of people or bodies and none in particular.
     */
    private boolean isFaint(Mention m) {
        if ((m.isPerson() && m.hasName()) || m.kind == Kind.STATE) {
            return false;
        }
        if (m.known.isPresent() && !Knowledge.isGeneric(m.known.get().entry())) {
            return false;
        }
        if (m.guess || m.kind == Kind.UNNAMED || m.head.isEmpty()) {
            return true;
        }
        Entry head = m.head.get().entry();
        boolean sort = head.is("paper") || head.is("side") || head.is("anaphor") || head.is("kin") || isAddress(head);
        boolean particular = !m.state.isEmpty() || m.hasName();
        boolean several = m.kind != Kind.PERSON && m.head.get().role().equals("pl");
        boolean single = m.ownTo() - m.from == 1;
        return sort || (!particular && (head.is("weak") || several || single || !isDefinite(m)));
    }

    private static boolean isAddress(Entry head) {
        return head.is("honorific") && !head.is("office");
    }

    /** Whether a word of the phrase has the article or is a name. */
    private boolean isDefinite(Mention m) {
        for (int token = m.from; token < m.ownTo(); token++) {
            if (reading.isDefinite(token) || reading.isAny(token, Nouns.PLACES & ~WordClass.BODY_HEAD.bit())) {
                return true;
            }
        }
        return false;
    }
}
