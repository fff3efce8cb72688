package org.mahdar.app.dossier;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;

/** Counts who takes part, as what, and who speaks or meets for whom. */
final class Parties {
    /** How many heads are named. */
    private static final int HEADS = 8;

    /** Who is not asked for has to take part in so many occasions to count as a party. */
    private static final int OFTEN = 2;

    private final Sides sides;
    private final Selection selection;
    private final Map<String, Integer> stories = new LinkedHashMap<>();
    private final Map<String, Integer> occasions = new HashMap<>();
    private final Map<String, Integer> statements = new HashMap<>();
    private final Map<String, Map<Meeting.Role, Integer>> roles = new HashMap<>();
    private final Map<String, Map<String, Integer>> heads = new HashMap<>();
    private final Map<String, Who> people = new HashMap<>();

    Parties(Sides sides, Selection selection) {
        this.sides = sides;
        this.selection = selection;
    }

    /** Sees a story, in order of publication. */
    void meet(Reading reading) {
        Minutes minutes = reading.minutes();
        Set<String> named = new HashSet<>();
        for (Actor actor : minutes.actors()) {
            named.add(sides.key(minutes, actor));
        }
        named.forEach(key -> stories.merge(key, 1, Integer::sum));
        for (Meeting meeting : minutes.meetings()) {
            for (String ref : meeting.participants()) {
                Actor actor = minutes.actor(ref);
                if (actor.kind() == Actor.Kind.PERSON) {
                    head(sides.who(minutes, ref));
                }
            }
        }
    }

    private void head(Who who) {
        if (who.key().equals(who.side().key())) {
            return;
        }
        people.putIfAbsent(who.key(), who);
        heads.computeIfAbsent(who.side().key(), key -> new HashMap<>()).merge(who.key(), 1, Integer::sum);
    }

    /** Sees an occasion. */
    void met(Round round) {
        round.parties().forEach(side -> occasions.merge(side.key(), 1, Integer::sum));
        round.roles()
                .forEach((key, role) -> roles.computeIfAbsent(key, k -> new EnumMap<>(Meeting.Role.class))
                        .merge(role, 1, Integer::sum));
    }

    /** Sees a saying. */
    void said(Saying saying) {
        Who who = saying.speaker();
        statements.merge(who.side().key(), 1, Integer::sum);
        if (who.kind() == Actor.Kind.PERSON) {
            head(who);
        }
    }

    /** Those asked for in their order, then those who keep meeting, the most frequent first. */
    List<Party> list(List<String> asked) {
        Comparator<String> byAsking =
                Comparator.comparingInt(key -> selection.asks(key) ? asked.indexOf(key) : asked.size());
        return java.util.stream.Stream.concat(
                        asked.stream(),
                        occasions.entrySet().stream()
                                .filter(entry -> entry.getValue() >= OFTEN || roles.containsKey(entry.getKey()))
                                .map(Map.Entry::getKey))
                .distinct()
                .sorted(byAsking.thenComparing(key -> -occasions.getOrDefault(key, 0)))
                .map(this::party)
                .toList();
    }

    private Party party(String key) {
        Map<String, Integer> own = heads.getOrDefault(key, Map.of());
        List<Party.Head> first = own.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(HEADS)
                .flatMap(entry -> java.util.Optional.ofNullable(people.get(entry.getKey()))
                        .map(who -> new Party.Head(who, entry.getValue()))
                        .stream())
                .toList();
        return new Party(
                sides.side(key),
                selection.asks(key),
                roles.getOrDefault(key, Map.of()),
                stories.getOrDefault(key, 0),
                statements.getOrDefault(key, 0),
                first);
    }
}
