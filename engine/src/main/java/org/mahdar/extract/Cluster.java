package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;

/** The mentions of one actor in one story, and who that is. */
final class Cluster {
    private static final int FIRST = 16;

    /** The cluster of a mention that has none yet. */
    static final Cluster NONE = new Cluster();

    final List<Mention> mentions = new ArrayList<>();

    /** The state that the mentions name; empty where none does. */
    String state = "";

    Identity identity = Identity.UNKNOWN;

    /** Whether the actor is named only inside another's title. */
    boolean implied;

    void add(Mention mention) {
        mentions.add(mention);
        mention.cluster = this;
        state = state.isEmpty() ? mention.state : state;
    }

    /** The first mentions, in which an actor is named most fully; bounded, so that a long story costs no more for each of its words. */
    List<Mention> first() {
        return mentions.subList(0, Math.min(FIRST, mentions.size()));
    }

    /** Takes over all mentions of another cluster. */
    void take(Cluster other) {
        implied &= other.implied;
        other.mentions.forEach(this::add);
        other.mentions.clear();
    }

    /** The mention that says most: the one with the longest name, else the longest. */
    Mention fullest() {
        Mention best = mentions.get(0);
        int most = fullness(best);
        for (int i = 1; i < mentions.size(); i++) {
            int fullness = fullness(mentions.get(i));
            if (fullness > most) {
                best = mentions.get(i);
                most = fullness;
            }
        }
        return best;
    }

    private static int fullness(Mention m) {
        int tokens = m.ownTo() - m.from;
        return m.hasName() ? 100 + (m.nameTo - m.nameFrom) * 4 + tokens : tokens;
    }
}
