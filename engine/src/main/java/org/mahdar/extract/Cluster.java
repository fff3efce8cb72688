package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;

/** The mentions of one actor in one story. */
final class Cluster {
    /** The cluster of a mention that has none yet. */
    static final Cluster NONE = new Cluster();

    final List<Mention> mentions = new ArrayList<>();

    void add(Mention mention) {
        mentions.add(mention);
        mention.cluster = this;
    }
}
