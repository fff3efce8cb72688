package org.mahdar.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.language.Term;
import org.mahdar.model.Actor.Kind;

/** Says which state a story means by "the kingdom" or "the sultanate": the one it speaks of most. */
final class Epithets {
    private static final String LIST = "state-epithets";

    private final Reading reading;
    private final Map<String, Integer> named = new HashMap<>();

    Epithets(Reading reading, List<Cluster> clusters) {
        this.reading = reading;
        for (Cluster cluster : clusters) {
            for (Mention m : cluster.mentions) {
                if (!m.state.isEmpty()) {
                    named.merge(m.state, 1, Integer::sum);
                }
                m.known
                        .flatMap(term -> term.entry().value("state"))
                        .ifPresent(state -> named.merge(state, 1, Integer::sum));
            }
        }
    }

    /** The ISO 3166 alpha-3 code of the state that the word at a token means; empty where it is no such word. */
    Optional<String> state(int token) {
        for (int hit = reading.tape().first(token);
                hit >= 0;
                hit = reading.tape().next(hit)) {
            if (reading.tape().payload(hit) instanceof Term term
                    && term.entry().list().equals(LIST)) {
                return Optional.of(most(term.entry().need("states").split("\\|")));
            }
        }
        return Optional.empty();
    }

    private String most(String... states) {
        String best = states[0];
        for (String state : states) {
            if (named.getOrDefault(state, 0) > named.getOrDefault(best, 0)) {
                best = state;
            }
        }
        return best;
    }

    /** Makes every mention that is nothing but such a word a mention of its state. */
    void resolve(Cluster cluster) {
        for (Mention m : cluster.mentions) {
            if (m.known.isEmpty() && m.kind == Kind.BODY && m.ownTo() - m.from == 1) {
                state(m.from).ifPresent(state -> {
                    m.kind = Kind.STATE;
                    m.state = state;
                });
            }
        }
    }
}
