package org.mahdar.app.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;

/**
 * The networks in a heap of minutes: who takes which stand (two modes: actors and concepts), and who stands by whom and
 * meets whom (one mode: actors). Memory grows with the actors, concepts and ties, not with the stories.
 */
final class Network {
    /**
     * A point of the network.
     *
     * @param key what makes it the same in every story: a lasting id where there is one, else kind and name
     * @param label its name as written
     * @param english its English name; may be empty
     * @param kind the word of an actor's kind, or {@code concept}
     */
    record Node(String key, String label, String english, String kind) {}

    /** How two points are tied. What does not apply is 0. */
    static final class Tie {
        private int agree;
        private int disagree;
        private int meetings;

        int agree() {
            return agree;
        }

        int disagree() {
            return disagree;
        }

        int meetings() {
            return meetings;
        }

        int weight() {
            return agree + disagree + meetings;
        }
    }

    /** Two points, by their numbers in {@link #nodes}, and their tie. */
    record Edge(int from, int to, Tie tie) {}

    private record Ends(String from, String to) {}

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<Ends, Tie> stances = new LinkedHashMap<>();
    private final Map<Ends, Tie> meetings = new LinkedHashMap<>();

    void add(Minutes minutes) {
        for (DnaExport.Stance stance : DnaExport.stances(minutes)) {
            Node actor = node(stance.side());
            Node concept = node(new Node("concept:" + stance.concept(), stance.concept(), "", "concept"));
            Tie tie = stances.computeIfAbsent(new Ends(actor.key(), concept.key()), ends -> new Tie());
            if (stance.agrees()) {
                tie.agree++;
            } else {
                tie.disagree++;
            }
        }
        for (Meeting meeting : minutes.meetings()) {
            boolean met = meeting.status() == Meeting.Status.HELD || meeting.status() == Meeting.Status.ONGOING;
            if (met) {
                meet(minutes, meeting);
            }
        }
    }

    private void meet(Minutes minutes, Meeting meeting) {
        List<String> keys = meeting.participants().stream()
                .map(ref -> node(minutes.actor(ref)).key())
                .distinct()
                .sorted()
                .toList();
        for (int i = 0; i < keys.size(); i++) {
            for (int k = i + 1; k < keys.size(); k++) {
                meetings.computeIfAbsent(new Ends(keys.get(i), keys.get(k)), ends -> new Tie()).meetings++;
            }
        }
    }

    private Node node(Actor actor) {
        String kind = actor.kind().word();
        Optional<String> id = actor.id();
        return node(new Node(
                id.orElse(kind + ":" + actor.name()),
                actor.name(),
                actor.nameEn().orElse(""),
                kind));
    }

    private Node node(Node node) {
        nodes.putIfAbsent(node.key(), node);
        return node;
    }

    /** A network ready to be written: points in order of first appearance, actors before concepts. */
    record Graph(List<Node> nodes, int actors, List<Edge> edges) {}

    /** Actors and the concepts that they take a stand on. */
    Graph twoMode() {
        return graph(stances, true);
    }

    /**
     * Actors alone: on how many concepts two of them stand on the same side, on how many on different ones, and at how many
     * meetings that stories tell of both sat.
     */
    Graph oneMode() {
        Map<Ends, Tie> ties = new LinkedHashMap<>();
        Map<String, Map<String, Boolean>> sides = new TreeMap<>();
        stances.forEach((ends, tie) -> {
            if (tie.agree != tie.disagree) {
                sides.computeIfAbsent(ends.to(), concept -> new TreeMap<>()).put(ends.from(), tie.agree > tie.disagree);
            }
        });
        for (Map<String, Boolean> side : sides.values()) {
            List<Map.Entry<String, Boolean>> actors = new ArrayList<>(side.entrySet());
            for (int i = 0; i < actors.size(); i++) {
                for (int k = i + 1; k < actors.size(); k++) {
                    Ends ends = new Ends(actors.get(i).getKey(), actors.get(k).getKey());
                    Tie tie = ties.computeIfAbsent(ends, none -> new Tie());
                    if (actors.get(i).getValue().equals(actors.get(k).getValue())) {
                        tie.agree++;
                    } else {
                        tie.disagree++;
                    }
                }
            }
        }
        meetings.forEach((ends, met) -> ties.computeIfAbsent(ends, none -> new Tie()).meetings += met.meetings);
        return graph(ties, false);
    }

    private Graph graph(Map<Ends, Tie> ties, boolean concepts) {
        List<Node> all = new ArrayList<>();
        nodes.values().stream().filter(node -> !node.kind().equals("concept")).forEach(all::add);
        int actors = all.size();
        if (concepts) {
            nodes.values().stream()
                    .filter(node -> node.kind().equals("concept"))
                    .forEach(all::add);
        }
        Map<String, Integer> numbers = new HashMap<>();
        all.forEach(node -> numbers.put(node.key(), numbers.size()));
        List<Edge> edges = ties.entrySet().stream()
                .map(tie -> new Edge(
                        number(numbers, tie.getKey().from()),
                        number(numbers, tie.getKey().to()),
                        tie.getValue()))
                .toList();
        return new Graph(all, actors, edges);
    }

    private static int number(Map<String, Integer> numbers, String key) {
        return numbers.getOrDefault(key, -1);
    }
}
