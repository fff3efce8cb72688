package org.mahdar.app.dossier;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mahdar.model.Actor;
import org.mahdar.model.Minutes;

/** Tells who the actors of stories are across stories, and by which name most stories call them. */
public final class Sides {
    /** How often "speaks for" is followed: the spokesman of a ministry of a state. */
    private static final int DEPTH = 4;

    private final Words words;
    private final Known known;
    private final Map<String, Names> names = new HashMap<>();

    /** How a side is called, and how often. */
    private static final class Names {
        private final Map<String, Integer> own = new HashMap<>();
        private final Map<String, Integer> english = new HashMap<>();
        private Actor.Kind kind = Actor.Kind.UNNAMED;

        void add(Actor actor) {
            // The state itself knows its name better than its ministry does.
            int weight = actor.kind() == Actor.Kind.STATE ? 1000 : 1;
            own.merge(actor.name(), weight, Integer::sum);
            actor.nameEn().ifPresent(name -> english.merge(name, weight, Integer::sum));
            if (kind != Actor.Kind.STATE) {
                kind = actor.kind();
            }
        }

        static Optional<String> most(Map<String, Integer> counts) {
            return counts.entrySet().stream()
                    .max(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                            .thenComparing(entry -> -entry.getKey().length())
                            .thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey);
        }
    }

    /** Knows nobody yet. */
    public Sides(Words words, Known known) {
        this.words = words;
        this.known = known;
    }

    /** Learns how the actors of a story are called. */
    public void meet(Minutes minutes) {
        for (Actor actor : minutes.actors()) {
            Actor head = head(minutes, actor, 0);
            String key = key(minutes, actor);
            if (ownKey(head).equals(key) || !names.containsKey(key)) {
                names.computeIfAbsent(key, k -> new Names()).add(head);
            }
        }
    }

    /** The actor for whom an actor speaks in the end, or itself. */
    private Actor head(Minutes minutes, Actor actor, int depth) {
        if (actor.of().isEmpty() || depth >= DEPTH) {
            return actor;
        }
        boolean itself = (actor.kind() == Actor.Kind.BODY || actor.kind() == Actor.Kind.GROUP)
                && actor.id().isPresent()
                && known.stateOf(actor.id().get()).isEmpty();
        if (itself || actor.kind() == Actor.Kind.STATE) {
            return actor;
        }
        return minutes.actors().stream()
                .filter(other -> other.ref().equals(actor.of().get()))
                .findFirst()
                .map(other -> head(minutes, other, depth + 1))
                .orElse(actor);
    }

    /** The key of the side that an actor of a story acts for. */
    public String key(Minutes minutes, Actor actor) {
        return ownKey(head(minutes, actor, 0));
    }

    private String ownKey(Actor actor) {
        Optional<String> state = switch (actor.kind()) {
            case STATE -> actor.state();
            case PERSON -> actor.of().isEmpty() ? actor.state() : Optional.empty();
            case BODY, GROUP -> actor.id().flatMap(known::stateOf);
            case OUTLET, UNNAMED -> Optional.empty();
        };
        return state.orElseGet(() -> lasting(actor));
    }

    private String lasting(Actor actor) {
        return actor.id().orElseGet(() -> "~" + words.line(actor.name()));
    }

    /** The side of that key, by the name that most stories use. */
    public Side side(String key) {
        Names found = names.getOrDefault(key, new Names());
        String bare = key.startsWith("~") ? key.substring(1) : key;
        return new Side(
                key,
                known.name(key).or(() -> Names.most(found.own)).orElse(bare),
                known.english(key).or(() -> Names.most(found.english)),
                found.kind);
    }

    /** The side that an actor of a story acts for. */
    public Side side(Minutes minutes, Actor actor) {
        return side(key(minutes, actor));
    }

    /** The side of the actor with a reference. */
    public Side side(Minutes minutes, String ref) {
        return side(minutes, minutes.actor(ref));
    }

    /** Who an actor of a story is. */
    public Who who(Minutes minutes, String ref) {
        Actor actor = minutes.actor(ref);
        return new Who(
                lasting(actor), actor.name(), actor.nameEn(), actor.office(), actor.kind(), side(minutes, actor));
    }
}
