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
    private final Set<Cluster> used = new HashSet<>();

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
            if (used.contains(cluster) || (!cluster.implied && !cluster.mentions.stream().allMatch(Cast::isFaint))) {
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
     * paper, a side, an everyday word, a title of address without a name.
     */
    private static boolean isFaint(Mention m) {
        if (m.known.isPresent() || (m.isPerson() && m.hasName()) || m.kind == Kind.STATE) {
            return false;
        }
        if (m.guess || m.kind == Kind.UNNAMED || m.head.isEmpty()) {
            return true;
        }
        Entry head = m.head.get().entry();
        boolean sort = head.is("paper") || head.is("side") || head.is("anaphor") || head.is("honorific") || head.is("kin");
        boolean bare = m.kind != Kind.PERSON && m.ownTo() - m.from == 1;
        return sort || (head.is("weak") && m.state.isEmpty() && !m.hasName()) || (bare && m.state.isEmpty());
    }
}
