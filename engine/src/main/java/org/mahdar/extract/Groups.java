package org.mahdar.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.model.Actor;
import org.mahdar.text.Text;

/**
 * The groups of one story that the lexicon does not know: movements, parties, fronts, unions of which only their words tell
 * what they are. A spokesman has their stance, and "the movement" is the one named before.
 */
final class Groups {
    /** How many tokens back the group is looked for that a bare noun means. */
    private static final int REACH = 400;

    private final Reading reading;
    private final List<Cluster> clusters;
    private final int faction;
    private final Map<String, Cluster> byName = new HashMap<>();
    /** For each token at which a named group begins, the group. */
    private final Map<Integer, Cluster> byToken = new HashMap<>();

    Groups(Reading reading, List<Cluster> clusters) {
        this.reading = reading;
        this.clusters = clusters;
        this.faction = reading.language().symbol("heads.faction");
        for (Cluster cluster : clusters) {
            for (Mention mention : cluster.mentions) {
                if (mention.kind == Actor.Kind.BODY && isNamed(mention.headToken, mention.ownTo())) {
                    note(cluster, mention.headToken);
                }
            }
        }
        for (Cluster cluster : List.copyOf(clusters)) {
            cluster.mentions.forEach(this::read);
        }
    }

    /** The word for the group for which a person speaks, in a title of his; -1 where none names one. */
    int titled(Cluster person) {
        for (Mention mention : person.mentions) {
            int token = inTitle(mention);
            if (token >= 0) {
                return token;
            }
        }
        return -1;
    }

    /** The group that a noun names, or means where nothing stands beside it. */
    Optional<Cluster> at(int token) {
        Cluster named = byToken.get(token);
        if (named != null) {
            return Optional.of(named);
        }
        if (!reading.isDefinite(token) || reading.find(token, faction) < 0 || isPlural(token)) {
            return Optional.empty();
        }
        String word = reading.bare(token);
        for (int before = token - 1; before >= Math.max(0, token - REACH); before--) {
            Cluster group = byToken.get(before);
            if (group != null && reading.bare(before).equals(word)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** Whether the word is one for a group. */
    boolean isHead(int token) {
        return token >= 0 && reading.find(token, faction) >= 0;
    }

    private boolean isPlural(int token) {
        return reading.term(reading.find(token, faction)).role().equals("pl");
    }

    /** Takes the group that a title names to the actors. */
    private void read(Mention mention) {
        int head = inTitle(mention);
        if (head < 0 || byToken.containsKey(head) || !isNamed(head, mention.titleEnd())) {
            return;
        }
        Cluster known = byName.get(name(head));
        if (known != null) {
            byToken.put(head, known);
            return;
        }
        Mention group = new Mention(head);
        group.to = mention.titleEnd();
        group.headToken = head;
        group.titleTo = group.to;
        group.head = Optional.of(reading.term(reading.find(head, faction)));
        group.head.ifPresent(group::classify);
        group.state = mention.state;
        Cluster cluster = new Cluster();
        cluster.add(group);
        cluster.implied = true;
        clusters.add(cluster);
        note(cluster, head);
    }

    private void note(Cluster cluster, int head) {
        byName.putIfAbsent(name(head), cluster);
        byToken.put(head, cluster);
    }

    /** The first word for a group in a title, behind the word for the office; -1 where none stands there. */
    private int inTitle(Mention mention) {
        boolean office = mention.isPerson() || mention.kind == Actor.Kind.UNNAMED;
        for (int token = mention.headToken + 1;
                office && mention.headToken >= 0 && token < mention.titleEnd();
                token++) {
            if (reading.find(token, faction) >= 0) {
                return token;
            }
        }
        return -1;
    }

    /** Whether more than the word for its sort names a group: what it is of, or an adjective that agrees in the article. */
    private boolean isNamed(int head, int end) {
        return head >= 0
                && end - head > 1
                && reading.find(head, faction) >= 0
                && reading.text().kind(head + 1) == Text.WORD
                && reading.prepositionOf(head + 1) == 0
                && (!reading.isDefinite(head) || reading.isDefinite(head + 1));
    }

    private String name(int head) {
        return reading.bare(head) + ' ' + reading.bare(head + 1);
    }
}
