package org.mahdar.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.pattern.Tape;

/** Reads where a visit goes to, and which states are visited: by name, or by a city of theirs where the story names them. */
final class Destinations {
    private static final long LOCATION = WordClass.bits(WordClass.STATE, WordClass.CITY, WordClass.METONYM);
    /** How many goals one visit has at most. */
    private static final int MAX_GOALS = 8;
    /** How many words may stand between the preposition and the name of a place: "the Egyptian capital". */
    private static final int MAX_EPITHETS = 3;

    private final Reading reading;
    private final Tape tape;
    private final int regions;
    private final Map<String, Cluster> states = new HashMap<>();
    private final List<Cluster> known;
    private final Map<String, Entry> entries;

    Destinations(Reading reading, List<Cluster> known, Map<String, Entry> entries) {
        this.reading = reading;
        this.known = known;
        this.tape = reading.tape();
        this.entries = entries;
        this.regions = reading.language().symbol("destinations");
        for (Cluster cluster : known) {
            boolean state = cluster.mentions.stream().anyMatch(mention -> mention.kind == Actor.Kind.STATE);
            if (state || cluster.implied) {
                cluster.identity
                        .entry()
                        .flatMap(entry -> entry.value("iso3"))
                        .ifPresent(iso -> states.put(iso, cluster));
            }
        }
    }

    /** Goals named one after the other, and where their names end. */
    record Goals(List<Cluster> states, int end) {}

    /** The hit of a place at a token, or -1. */
    int location(int token) {
        int hit = reading.hit(token, LOCATION, false);
        return hit >= 0 ? hit : reading.hit(token, LOCATION, true);
    }

    /** The state that stands at a token, or, where cities count, whose city does. */
    Optional<Cluster> at(int token, boolean cities) {
        int hit = location(token);
        boolean counts = hit >= 0
                && (cities || reading.term(hit).role().isEmpty())
                && (cities || reading.term(hit).entry().value("iso3").isPresent());
        return counts ? state(reading.term(hit)) : Optional.empty();
    }

    /** Whether a place, or a region without a name of its own, stands at a token. */
    boolean isPlace(int token) {
        return location(token) >= 0 || named(token).isPresent() || reading.find(token, regions) >= 0;
    }

    /** A state that its words mean without naming it: "the kingdom". */
    private Optional<Mention> named(int token) {
        return StatementFinder.mentionAt(reading, token).filter(mention -> mention.kind == Actor.Kind.STATE);
    }

    /** The goals that begin at a token or behind the words that lead a name of a place; empty where there are none. */
    Optional<Goals> goals(int token) {
        int at = token;
        for (int step = 0; step < MAX_EPITHETS && !isPlace(at) && isEpithet(at); step++) {
            at++;
        }
        if (!isPlace(at)) {
            return capital(token, at);
        }
        List<Cluster> found = new ArrayList<>();
        int end = at;
        for (int step = 0; step < MAX_GOALS && isPlace(at); step++) {
            int hit = location(at);
            Optional<Mention> named = named(at);
            if (hit >= 0) {
                visited(at, reading.term(hit)).ifPresent(found::add);
                end = tape.end(hit);
            } else if (named.isPresent()) {
                found.add(named.get().cluster);
                end = named.get().ownTo();
            } else {
                end = tape.end(reading.find(at, regions));
            }
            at = end;
            boolean more = reading.opensWithConjunction(at) || location(at) >= 0;
            if (!more) {
                break;
            }
        }
        return Optional.of(new Goals(found, end));
    }

    /** "The Egyptian capital", without its name: the state of the adjective before a token. */
    private Optional<Goals> capital(int from, int token) {
        int adjective = token - 1;
        int hit = adjective > from && reading.is(adjective - 1, WordClass.PLACE_HEAD)
                ? reading.hit(adjective, WordClass.STATE_ADJECTIVE.bit(), false)
                : -1;
        return hit < 0 ? Optional.empty() : Optional.of(new Goals(List.of(state(adjective, reading.term(hit))), token));
    }

    /** "The city", "the state of", "each of", "the Egyptian capital". */
    private boolean isEpithet(int token) {
        return reading.isWord(token)
                && !reading.isAny(token, Nouns.STOPPERS & ~WordClass.FUNCTION.bit() & ~WordClass.PREPOSITION.bit())
                && (reading.isAny(
                                token,
                                WordClass.bits(WordClass.QUANTITY, WordClass.STATE_ADJECTIVE, WordClass.BODY_HEAD))
                        || reading.isDefinite(token)
                        || location(token + 1) >= 0
                        || reading.is(token, WordClass.PREPOSITION));
    }

    /** The state of an adjective; one that the story does not name by itself is an implied actor. */
    Cluster state(int token, Term adjective) {
        return state(token, adjective.entry());
    }

    private Cluster state(int token, Entry state) {
        return states.computeIfAbsent(state.need("iso3"), iso -> {
            Mention mention = new Mention(token);
            mention.to = token + 1;
            mention.kind = Actor.Kind.STATE;
            mention.headToken = token;
            Cluster cluster = new Cluster();
            cluster.add(mention);
            cluster.implied = true;
            cluster.identity = Identity.of(state);
            known.add(cluster);
            return cluster;
        });
    }

    /** The state that an actor is or belongs to. */
    Optional<Cluster> stateOf(Cluster actor, int token) {
        return PartyList.isState(actor)
                ? Optional.of(actor)
                : Optional.ofNullable(entries.get(actor.identity.state())).map(state -> state(token, state));
    }

    /** The state of a place, where the story names it. */
    Optional<Cluster> state(Term place) {
        return entry(place).map(state -> states.get(state.need("iso3")));
    }

    /** The state of a place that is visited: by the name of a city of its own it is there without its name. */
    private Optional<Cluster> visited(int token, Term place) {
        Optional<Cluster> named = state(place);
        boolean sure = place.role().isEmpty() && !place.entry().is("seat") && reading.is(token, WordClass.CITY);
        return named.isPresent() || !sure ? named : entry(place).map(state -> state(token, state));
    }

    private Optional<Entry> entry(Term place) {
        return place.entry().value("iso3").or(() -> place.entry().value("iso2")).map(entries::get);
    }
}
