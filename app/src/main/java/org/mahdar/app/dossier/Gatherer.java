package org.mahdar.app.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings together what was worded alike by the same speaker at about the same time: one saying that several stories
 * carry.
 *
 * @param <T> what is brought together
 */
final class Gatherer<T> {
    /** Words that so many hold tell nothing apart. */
    private static final int COMMON = 64;

    /** From here, two wordings of the same length are one saying. */
    private static final double ALIKE = 0.5;

    /** From here, a short wording is part of a long one. */
    private static final double WITHIN = 0.8;

    /** A wording of fewer words is not sought within longer ones. */
    private static final int SHORT = 4;

    /** Who repeats himself later than so many days after says it anew. */
    private static final int DAYS = 3;

    private final Map<String, Bucket<T>> buckets = new HashMap<>();
    private final List<List<T>> groups = new ArrayList<>();

    /** What may be compared with each other. */
    private static final class Bucket<T> {
        private final List<List<T>> groups = new ArrayList<>();
        private final List<Set<String>> words = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final Map<String, List<Integer>> holders = new HashMap<>();
    }

    /** Adds something; things come in order of publication. {@code bucket} tells apart what is never one. */
    void add(String bucket, Set<String> words, Line line, T thing) {
        Bucket<T> in = buckets.computeIfAbsent(bucket, key -> new Bucket<>());
        Map<Integer, Integer> shared = new HashMap<>();
        for (String word : words) {
            List<Integer> holders = in.holders.getOrDefault(word, List.of());
            if (holders.size() <= COMMON) {
                holders.forEach(group -> shared.merge(group, 1, Integer::sum));
            }
        }
        Optional<Integer> best = Optional.empty();
        double most = 0;
        for (int group : shared.keySet()) {
            double likeness = likeness(in.words.get(group), words);
            if (likeness > most && together(in.lines.get(group), line)) {
                most = likeness;
                best = Optional.of(group);
            }
        }
        if (best.isPresent()) {
            in.groups.get(best.get()).add(thing);
            return;
        }
        int group = in.groups.size();
        List<T> members = new ArrayList<>(List.of(thing));
        in.groups.add(members);
        groups.add(members);
        in.words.add(new HashSet<>(words));
        in.lines.add(line);
        words.forEach(
                word -> in.holders.computeIfAbsent(word, w -> new ArrayList<>()).add(group));
    }

    /** How alike two wordings are; 0 where they are not one saying. */
    private static double likeness(Set<String> a, Set<String> b) {
        double likeness = Words.likeness(a, b);
        if (likeness >= ALIKE) {
            return likeness;
        }
        double within = Math.min(a.size(), b.size()) < SHORT ? 0 : Words.inclusion(a, b);
        return within >= WITHIN ? within / 2 : 0;
    }

    private static boolean together(Line first, Line second) {
        if (first.story() == second.story()) {
            return false;
        }
        if (first.group() == second.group()) {
            return true;
        }
        return first.published().isPresent()
                && second.published().isPresent()
                && Days.of(first.published().get())
                                .gap(Days.of(second.published().get()))
                        <= DAYS;
    }

    /** What was brought together, in the order in which each group began. */
    List<List<T>> groups() {
        return groups;
    }
}
