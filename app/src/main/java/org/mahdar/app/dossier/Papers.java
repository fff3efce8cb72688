package org.mahdar.app.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Span;

/** Brings together what many stories say of a paper: those that call it alike by its fullest name in each. */
final class Papers {
    /** A name that says more than "the agreement". */
    private static final int TELLING = 2;

    private static final double ALIKE = 0.6;

    private final Sides sides;
    private final Words words;
    private final List<Cluster> clusters = new ArrayList<>();
    private final Map<String, List<Cluster>> byWord = new HashMap<>();

    /** One telling of a paper. */
    private record Telling(Line line, Paper paper, Set<String> by) {}

    /** Tellings of one paper. */
    private static final class Cluster {
        private final Set<String> words;
        private final Set<Integer> groups = new LinkedHashSet<>();
        private final List<Telling> tellings = new ArrayList<>();

        Cluster(Set<String> words) {
            this.words = words;
        }
    }

    Papers(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    /** Adds a paper; papers come in order of publication. */
    void add(Reading reading, Paper paper) {
        Minutes minutes = reading.minutes();
        Set<String> by = new LinkedHashSet<>();
        paper.by().forEach(ref -> by.add(sides.key(minutes, minutes.actor(ref))));
        Span full = paper.spans().stream()
                .max(Comparator.comparingInt(Span::length))
                .orElse(paper.span());
        Set<String> name = new LinkedHashSet<>(words.of(full.of(minutes.story().text())));
        Line line = Line.of(reading, paper.id(), full);
        Cluster cluster = best(name, by, paper, line).orElseGet(() -> cluster(name));
        cluster.tellings.add(new Telling(line, paper, by));
        cluster.groups.add(line.group());
    }

    private Cluster cluster(Set<String> name) {
        Cluster cluster = new Cluster(name);
        clusters.add(cluster);
        name.forEach(
                word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(cluster));
        return cluster;
    }

    private Optional<Cluster> best(Set<String> name, Set<String> by, Paper paper, Line line) {
        Set<Cluster> candidates = new LinkedHashSet<>();
        name.forEach(word -> candidates.addAll(byWord.getOrDefault(word, List.of())));
        Optional<Cluster> best = Optional.empty();
        double most = 0;
        for (Cluster cluster : candidates) {
            double likeness = Words.likeness(cluster.words, name);
            boolean same = cluster.words.equals(name) && name.size() >= TELLING;
            boolean copied = cluster.groups.contains(line.group()) && likeness >= ALIKE;
            boolean alike = likeness >= ALIKE
                    && Math.min(name.size(), cluster.words.size()) >= TELLING
                    && cluster.tellings.get(0).paper().kind() == paper.kind()
                    && makersMeet(cluster, by);
            if ((same || copied || alike) && likeness > most) {
                most = likeness;
                best = Optional.of(cluster);
            }
        }
        return best;
    }

    /** Whether some telling names one of these makers, or one of the two does not say. */
    private static boolean makersMeet(Cluster cluster, Set<String> by) {
        return by.isEmpty()
                || cluster.tellings.stream()
                        .anyMatch(t -> t.by().isEmpty() || t.by().stream().anyMatch(by::contains));
    }

    /** The papers, those that most texts speak of first. */
    List<Document> documents() {
        return clusters.stream()
                .map(this::document)
                .sorted(Comparator.comparingInt((Document document) -> -document.texts()))
                .toList();
    }

    private Document document(Cluster cluster) {
        Map<String, Integer> by = new LinkedHashMap<>();
        Map<Paper.Kind, Integer> kinds = new LinkedHashMap<>();
        Map<String, Integer> names = new LinkedHashMap<>();
        List<Document.Stage> life = new ArrayList<>();
        for (Telling telling : cluster.tellings) {
            telling.by().forEach(key -> by.merge(key, 1, Integer::sum));
            kinds.merge(telling.paper().kind(), 1, Integer::sum);
            names.merge(telling.line().words(), 1, Integer::sum);
            telling.paper().status().ifPresent(status -> live(life, status, telling.line()));
        }
        return new Document(
                most(names),
                most(kinds),
                by.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(entry -> sides.side(entry.getKey()))
                        .toList(),
                cluster.tellings.stream()
                        .flatMap(t -> t.paper().date().stream())
                        .findFirst(),
                life,
                cluster.tellings.stream().map(Telling::line).toList());
    }

    private static void live(List<Document.Stage> life, String status, Line line) {
        Optional<Document.Stage> last = life.isEmpty() ? Optional.empty() : Optional.of(life.get(life.size() - 1));
        if (last.isPresent() && last.get().status().equals(status)) {
            List<Line> lines = new ArrayList<>(last.get().lines());
            lines.add(line);
            life.set(life.size() - 1, new Document.Stage(status, last.get().reported(), lines));
        } else {
            life.add(new Document.Stage(status, line.published(), List.of(line)));
        }
    }

    private static <T> T most(Map<T, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
