package org.mahdar.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mahdar.language.Entry;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;

/**
 * Negotiations that one story calls by a name without naming who negotiates: the lexicon says who does. A party that the
 * story itself does not name is an implied actor, whose only mention is that name.
 */
final class Negotiations {
    /** One place where a story calls a negotiation by its name. Tokens, half-open. */
    private record Naming(Entry entry, int from, int to) {
        boolean ofSummit() {
            return entry.is("summit");
        }
    }

    private final Reading reading;
    private final Optional<LocalDate> day;
    private final List<Cluster> known;
    private final Knowledge knowledge;
    private final List<Naming> namings = new ArrayList<>();

    /** Finds the names; {@code known} are the actors of the story, to which implied ones are added. */
    Negotiations(Reading reading, List<Cluster> known, Knowledge knowledge, Optional<LocalDate> day) {
        this.day = day;
        this.reading = reading;
        this.known = known;
        this.knowledge = knowledge;
        int symbol = reading.language().symbol("negotiations");
        for (int token = 0; token < reading.size(); token++) {
            int hit = reading.find(token, symbol);
            if (hit >= 0) {
                Entry entry = reading.term(hit).entry();
                if (entry.is("summit")
                        || Stream.concat(states(entry), bodies(entry))
                                .anyMatch(id -> cluster(id).isPresent())) {
                    namings.add(new Naming(entry, token, reading.tape().end(hit)));
                }
            }
        }
        namings.stream().map(Naming::entry).distinct().forEach(this::rename);
    }

    private boolean isOver(Entry entry) {
        return entry.value("until")
                .flatMap(until -> day.map(on -> on.isAfter(LocalDate.parse(until))))
                .orElse(false);
    }

    private Stream<String> states(Entry entry) {
        return ids(entry, isOver(entry) ? "later" : "states");
    }

    private Stream<String> bodies(Entry entry) {
        return isOver(entry) ? Stream.empty() : ids(entry, "bodies");
    }

    private static Stream<String> ids(Entry entry, String column) {
        return entry.value(column).stream().flatMap(cell -> Stream.of(cell.split("\\|")));
    }

    private Optional<Cluster> cluster(String id) {
        return known.stream()
                .filter(cluster ->
                        cluster.identity.entry().flatMap(Identity::idOf).equals(Optional.of(id)))
                .findFirst();
    }

    /** "The major powers" of a story that speaks of the negotiation are the body that negotiates. */
    private void rename(Entry entry) {
        for (String vague :
                isOver(entry) ? List.<String>of() : ids(entry, "means").toList()) {
            Optional<Cluster> meant = cluster(vague);
            Optional<Entry> body = bodies(entry).findFirst().flatMap(knowledge::body);
            if (meant.isPresent() && body.isPresent()) {
                Optional<Cluster> named = cluster(body.get().need("id"));
                if (named.isPresent()) {
                    named.get().take(meant.get());
                    known.remove(meant.get());
                } else {
                    meant.get().identity = Identity.of(body.get());
                }
            }
        }
    }

    /**
     * Adds those who negotiate to talks and signings that name the negotiation, and to talks whose parties, as far as they
     * are named, are all among those of the one negotiation of which the story speaks.
     */
    void complete(Occasion occasion) {
        members(occasion);
        if (occasion.kind == Meeting.Kind.SIGNING) {
            signers(occasion);
        }
        if (occasion.kind == Meeting.Kind.SUMMIT) {
            namings.stream()
                    .filter(naming -> naming.ofSummit() && naming.from() == occasion.head)
                    .findFirst()
                    .ifPresent(naming -> parties(naming).forEach(party -> occasion.add(party, Optional.empty())));
        }
        boolean signing = occasion.kind == Meeting.Kind.SIGNING;
        if (occasion.kind != Meeting.Kind.TALKS && !signing) {
            return;
        }
        Optional<Naming> inside = namings.stream()
                .filter(naming -> !naming.ofSummit())
                .filter(naming -> naming.from() >= occasion.head && naming.from() <= occasion.reach)
                .findFirst();
        boolean definite = reading.isDefinite(occasion.head) || reading.isDefinite(occasion.headEnd - 1);
        List<Naming> named =
                namings.stream().filter(naming -> !naming.ofSummit()).toList();
        boolean one = named.stream().map(Naming::entry).distinct().count() == 1;
        boolean again = definite && one && !occasion.isVerb() && !signing;
        Optional<Naming> naming = inside.or(() -> again ? Optional.of(named.get(0)) : Optional.empty())
                .filter(n -> fits(n, occasion));
        naming.ifPresent(n -> parties(n).forEach(party -> occasion.add(party, Optional.empty())));
    }

    /** A joint council meets: those whose council it is do. */
    private void members(Occasion occasion) {
        for (Naming naming : namings) {
            boolean inside = naming.from() >= occasion.head && naming.from() < occasion.reach;
            Optional<Cluster> council = inside
                    ? occasion.parties.keySet().stream()
                            .filter(party -> isCalled(party, naming))
                            .findFirst()
                    : Optional.empty();
            council.ifPresent(party -> {
                occasion.parties.remove(party);
                occasion.to = naming.from() < occasion.to ? Math.max(occasion.to, naming.to()) : occasion.to;
                parties(naming).forEach(member -> occasion.add(member, Optional.empty()));
            });
        }
    }

    /** "The foreign ministers of X and Y signed": where nobody is named, it is the states that sign. */
    private void signers(Occasion occasion) {
        for (Cluster party : List.copyOf(occasion.parties.keySet())) {
            boolean unnamed = party.identity.entry().isEmpty()
                    && party.mentions.stream().allMatch(m -> m.isPerson() && !m.hasName() && m.known.isEmpty());
            Optional<Cluster> state = unnamed
                    ? party.mentions.stream()
                            .map(m -> m.state)
                            .filter(iso3 -> !iso3.isEmpty())
                            .findFirst()
                            .flatMap(this::cluster)
                    : Optional.empty();
            state.ifPresent(signing -> {
                occasion.parties.remove(party);
                occasion.add(signing, Optional.empty());
            });
        }
    }

    private static boolean isCalled(Cluster party, Naming naming) {
        return party.mentions.stream()
                .anyMatch(mention -> mention.kind == Actor.Kind.BODY
                        && mention.from <= naming.from()
                        && mention.ownTo() > naming.from());
    }

    /** Whether all parties that are named negotiate there. */
    private boolean fits(Naming naming, Occasion occasion) {
        Set<Cluster> parties = new LinkedHashSet<>();
        Stream.concat(states(naming.entry()), bodies(naming.entry()))
                .forEach(id -> cluster(id).ifPresent(parties::add));
        return parties.containsAll(occasion.parties.keySet());
    }

    private List<Cluster> parties(Naming naming) {
        List<Cluster> out = new ArrayList<>();
        states(naming.entry())
                .forEach(id -> out.add(cluster(id)
                        .orElseGet(() -> implied(naming, knowledge.state(id).orElseThrow()))));
        bodies(naming.entry())
                .forEach(id -> out.add(cluster(id)
                        .orElseGet(() -> implied(naming, knowledge.body(id).orElseThrow()))));
        return out;
    }

    private Cluster implied(Naming naming, Entry entry) {
        Mention mention = new Mention(naming.from());
        mention.to = naming.to();
        mention.kind = entry.list().equals("states") ? Actor.Kind.STATE : Actor.Kind.BODY;
        mention.headToken = naming.from();
        Cluster cluster = new Cluster();
        cluster.add(mention);
        cluster.implied = true;
        cluster.identity = Identity.of(entry);
        known.add(cluster);
        return cluster;
    }
}
