package org.mahdar.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.language.Entry;

/**
 * Joins the mentions of one actor in one story: by the identity that the lexicon knows, by shared names, by an office or
 * sort named again with the article ("the minister", "the source").
 */
final class Clusters {
    /** How many clusters back a bare "the minister" is looked for; keeps a long story linear. */
    private static final int MEMORY = 40;

    private final Reading reading;
    private final List<Cluster> all = new ArrayList<>();
    private final Map<String, Cluster> byKey = new HashMap<>();
    private final Map<String, Cluster> byName = new HashMap<>();

    Clusters(Reading reading) {
        this.reading = reading;
    }

    /** Joins all mentions; those of the title come last, since the body says more fully who is meant. */
    List<Cluster> join(List<Mention> mentions) {
        List<Mention> title = new ArrayList<>();
        for (Mention mention : mentions) {
            if (reading.text().inTitle(mention.from)) {
                title.add(mention);
            } else {
                joinAll(mention);
            }
        }
        title.forEach(this::joinAll);
        return all;
    }

    private void joinAll(Mention mention) {
        join(mention);
        mention.joint.forEach(this::join);
    }

    List<Cluster> all() {
        return all;
    }

    private void join(Mention m) {
        Cluster cluster = byKnown(m)
                .or(() -> m.isPerson() && m.hasName() ? byName(m) : Optional.empty())
                .or(() -> m.hasName() && m.isPerson() ? Optional.empty() : byTitle(m))
                .or(() -> Optional.ofNullable(byKey.get(words(m))))
                .orElseGet(this::fresh);
        cluster.add(m);
        // The latest actor spoken of stands last.
        if (all.get(all.size() - 1) != cluster) {
            int from = all.lastIndexOf(cluster);
            if (all.size() - from <= MEMORY) {
                all.remove(from);
                all.add(cluster);
            }
        }
        m.known.ifPresent(term -> byKey.putIfAbsent(key(term.entry()), cluster));
        byKey.putIfAbsent(words(m), cluster);
        if (m.isPerson() && m.hasName()) {
            for (String name : surnames(m)) {
                byName.put(name, cluster);
            }
        }
    }

    private Cluster fresh() {
        Cluster cluster = new Cluster();
        all.add(cluster);
        return cluster;
    }

    private Optional<Cluster> byKnown(Mention m) {
        return m.known.map(term -> byKey.get(key(term.entry())));
    }

    private static String key(Entry entry) {
        return entry.list() + ":"
                + entry.value("id")
                        .or(() -> entry.value("iso3"))
                        .orElse(entry.place().where());
    }

    private String words(Mention m) {
        StringBuilder out = new StringBuilder("=");
        for (int token = m.from; token < m.to; token++) {
            out.append(bare(token)).append(' ');
        }
        return out.toString();
    }

    /** The folded word without conjunction, preposition and article. */
    private String bare(int token) {
        return reading.bare(token);
    }

    private List<String> surnames(Mention m) {
        List<String> out = new ArrayList<>();
        int last = m.nameTo - 1;
        for (int token = m.nameFrom; token < m.nameTo; token++) {
            boolean given =
                    reading.is(token, WordClass.GIVEN) || reading.isAfterPreposition(token, WordClass.GIVEN.bit());
            boolean particle = reading.is(token, WordClass.NAME_PARTICLE);
            if (reading.isWord(token) && (token == last || (!given && !particle && token > m.nameFrom))) {
                out.add(bare(token));
            }
        }
        return out;
    }

    private Optional<Cluster> byName(Mention m) {
        for (String name : surnames(m)) {
            Cluster cluster = byName.get(name);
            if (cluster != null && agrees(m, cluster)) {
                return Optional.of(cluster);
            }
        }
        return Optional.empty();
    }

    /** Two full names that share a surname are one person only where the first names agree too. */
    private boolean agrees(Mention m, Cluster cluster) {
        Set<String> mine = names(m);
        if (mine.size() < 2) {
            return true;
        }
        for (Mention other : cluster.mentions) {
            if (!other.hasName()) {
                continue;
            }
            Set<String> theirs = names(other);
            if (theirs.size() >= 2) {
                theirs.retainAll(mine);
                if (theirs.size() < 2) {
                    return false;
                }
            }
        }
        return true;
    }

    private Set<String> names(Mention m) {
        Set<String> out = new HashSet<>();
        for (int token = m.nameFrom; token < m.nameTo; token++) {
            if (reading.isWord(token)) {
                out.add(bare(token));
            }
        }
        return out;
    }

    /** "The minister", "the Egyptian foreign minister", "the source": the last actor whom the words fit. */
    private Optional<Cluster> byTitle(Mention m) {
        if (m.head.isEmpty() || m.hasName()) {
            return Optional.empty();
        }
        boolean definite = reading.isDefinite(m.headToken)
                || m.to - m.from > 1
                || m.head.get().entry().is("anaphor");
        if (!definite) {
            return Optional.empty();
        }
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - MEMORY); i--) {
            if (fits(m, all.get(i))) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    private boolean fits(Mention m, Cluster cluster) {
        Entry head = m.head.orElseThrow().entry();
        for (Mention other : cluster.mentions) {
            if (other.head.isEmpty() && !other.hasName()) {
                continue;
            }
            if (!m.state.isEmpty() && !other.state.isEmpty() && !m.state.equals(other.state)) {
                continue;
            }
            if (m.gender != Mention.Gender.UNKNOWN
                    && other.gender != Mention.Gender.UNKNOWN
                    && m.gender != other.gender) {
                continue;
            }
            if (head.is("anaphor")) {
                if (other.isPerson() && (other.hasName() || other.head.isPresent())) {
                    return true;
                }
                continue;
            }
            if (other.head.isEmpty()) {
                continue;
            }
            Entry theirs = other.head.get().entry();
            boolean sameHead = theirs.place().equals(head.place());
            boolean sameNumber = m.number == other.number
                    || m.number == Mention.Count.UNKNOWN
                    || other.number == Mention.Count.UNKNOWN;
            if (sameHead && (sameNumber || head.is("source")) && complementFits(m, other)) {
                return true;
            }
            boolean general = head.is("office") && head.is("unnamed") && other.isPerson() && theirs.is("office");
            if (general && sameNumber && (m.to - m.from == 1 || (!m.state.isEmpty() && m.to - m.from <= 2))) {
                return true;
            }
        }
        return false;
    }

    /** Whether every word of the shorter title stands in the fuller one. */
    private boolean complementFits(Mention m, Mention other) {
        Set<String> theirs = new HashSet<>();
        for (int token = other.from; token < other.to; token++) {
            if (reading.isWord(token)) {
                theirs.add(bare(token));
            }
        }
        for (int token = m.from; token < m.to; token++) {
            if (reading.isWord(token)
                    && !reading.is(token, WordClass.STATE_ADJECTIVE)
                    && !theirs.contains(bare(token))) {
                return false;
            }
        }
        return true;
    }
}
