package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;
import org.mahdar.model.Actor.Kind;

/**
 * Says who the actors of one story are: whom the lexicon knows by name, who held an office on the story's day, what a body
 * of a state is; and words every actor in English. Clusters that turn out to be one actor are joined.
 */
final class Identities {
    private static final long STATES = bits(WordClass.STATE, WordClass.STATE_ADJECTIVE);

    private final Knowledge knowledge;
    private final Persons persons;
    private final Offices offices;
    private final EnglishNames english;
    private final Reading reading;
    private final Optional<LocalDate> day;
    private final Map<String, Cluster> byId = new HashMap<>();
    private final List<Cluster> clusters = new ArrayList<>();

    Identities(Knowledge knowledge, Latin latin, Reading reading, Optional<LocalDate> day) {
        this.knowledge = knowledge;
        this.reading = reading;
        this.day = day;
        this.persons = new Persons(knowledge, reading, day);
        this.offices = new Offices(knowledge, reading, day);
        this.english = new EnglishNames(reading, latin);
    }

    /** Fills the identity of every cluster; gives the clusters that are left, with those of states and bodies only spoken for. */
    List<Cluster> resolve(List<Cluster> all, List<Mention> mentions) {
        Epithets epithets = new Epithets(reading, all);
        all.forEach(epithets::resolve);
        offices.read(mentions, epithets);
        for (Cluster cluster : all) {
            identify(cluster);
        }
        byPost();
        for (Cluster cluster : List.copyOf(clusters)) {
            complete(cluster);
        }
        return clusters;
    }

    /** First whom the lexicon knows, so that clusters of one actor are joined before anything is said of them. */
    private void identify(Cluster cluster) {
        Optional<Entry> entry = persons.named(cluster);
        boolean inferred = false;
        if (entry.isEmpty() && cluster.mentions.stream().noneMatch(m -> m.isPerson() && m.hasName())) {
            Optional<Entry> other = cluster.mentions.stream()
                    .flatMap(m -> m.known.stream())
                    .map(Term::entry)
                    .filter(known -> !known.list().equals("people"))
                    .findFirst();
            entry = other.or(() -> state(cluster))
                    .or(() -> offices.holder(cluster))
                    .or(() -> offices.generic(cluster));
            inferred = entry.filter(known -> known.list().equals("people")).isPresent();
        }
        boolean international = entry.filter(known -> known.list().equals("people"))
                .flatMap(person -> knowledge.serves(person, day))
                .isPresent();
        String state = international
                ? ""
                : entry.filter(known -> !Knowledge.isGeneric(known))
                        .flatMap(Identity::stateOf)
                        .orElseGet(() -> cluster.mentions.stream()
                                .map(m -> m.state)
                                .filter(s -> !s.isEmpty())
                                .findFirst()
                                .map(iso3 -> knowledge
                                        .state(iso3)
                                        .flatMap(Identity::stateOf)
                                        .orElse(iso3))
                                .orElse(""));
        if (entry.isPresent() && Knowledge.isGeneric(entry.get())) {
            Entry generic = entry.get();
            entry = knowledge.body(generic, state);
            Optional<String> composed = state.isEmpty()
                    ? Optional.empty()
                    : Optional.of(generic.need("id").replace("generic-", "") + "-" + state.toLowerCase(Locale.ROOT));
            add(cluster, entry, entry.flatMap(Identity::idOf).or(() -> composed), state, false);
            return;
        }
        add(cluster, entry, entry.flatMap(Identity::idOf), state, inferred);
    }

    /** "The American minister": the one person of that state in the story who is a minister on the day. */
    private void byPost() {
        Map<String, List<Cluster>> ofState = new HashMap<>();
        for (Cluster cluster : clusters) {
            if (isPerson(cluster.identity) && !cluster.identity.state().isEmpty()) {
                ofState.computeIfAbsent(cluster.identity.state(), state -> new ArrayList<>())
                        .add(cluster);
            }
        }
        for (Cluster cluster : List.copyOf(clusters)) {
            Identity known = cluster.identity;
            Mention m = cluster.fullest();
            boolean post = known.entry().isEmpty()
                    && m.isPerson()
                    && !m.hasName()
                    && m.ownTo() - m.headToken == 2
                    && m.head.map(head -> head.entry().is("office")).orElse(false);
            if (!post) {
                continue;
            }
            String word = reading.bare(m.headToken);
            List<Cluster> fitting = ofState.getOrDefault(known.state(), List.of()).stream()
                    .filter(other -> knowledge.bears(other.identity.entry().orElseThrow(), word, day))
                    .toList();
            if (fitting.size() == 1) {
                fitting.get(0).take(cluster);
                clusters.remove(cluster);
            }
        }
    }

    private static boolean isPerson(Identity identity) {
        return identity.entry().map(entry -> entry.list().equals("people")).orElse(false);
    }

    private Optional<Entry> state(Cluster cluster) {
        return cluster.mentions.stream()
                .filter(m -> m.kind == Kind.STATE)
                .flatMap(m -> knowledge.state(m.state).stream())
                .findFirst();
    }

    private void add(Cluster cluster, Optional<Entry> entry, Optional<String> id, String state, boolean inferred) {
        Cluster known = id.map(byId::get).orElse(null);
        if (known != null) {
            boolean stays = known.identity.inferred() && inferred;
            known.take(cluster);
            known.identity = new Identity(
                    known.identity.entry(),
                    id,
                    Optional.empty(),
                    Optional.empty(),
                    known.identity.state(),
                    Optional.empty(),
                    stays);
            return;
        }
        cluster.identity =
                new Identity(entry, id, Optional.empty(), Optional.empty(), state, Optional.empty(), inferred);
        clusters.add(cluster);
        id.ifPresent(key -> byId.put(key, cluster));
    }

    /** Then what follows from it: whom the actor speaks for. */
    private void complete(Cluster cluster) {
        Identity known = cluster.identity;
        cluster.identity = known.speakingFor(principal(cluster, known, titled(cluster)));
    }

    /** Words the actors and their offices in English: dear, so only for those that the minutes list. */
    void word(List<Cluster> actors) {
        for (Cluster cluster : actors) {
            Identity known = cluster.identity;
            Optional<String> office = titled(cluster)
                    .flatMap(m -> offices.ofCounterpart(m)
                            .or(() -> offices.ownName(m))
                            .or(() -> english.office(m.headToken, m.titleEnd())));
            Optional<String> name =
                    known.entry().flatMap(entry -> entry.value("en")).or(() -> name(cluster.fullest(), office));
            cluster.identity = known.worded(name, office);
        }
    }

    /** The mention with the longest title, one's own rather than "his counterpart". */
    private static Optional<Mention> titled(Cluster cluster) {
        return cluster.mentions.stream()
                .filter(m -> m.isPerson() && m.hasTitle() && !m.isOnlyAddressed())
                .max(Comparator.comparing(
                                (Mention m) -> !m.head.map(head -> head.entry().is("counterpart"))
                                        .orElse(false))
                        .thenComparing(m -> m.titleEnd() - m.headToken));
    }

    private Optional<String> name(Mention best, Optional<String> office) {
        String name = switch (best.kind) {
            case PERSON ->
                best.hasName()
                        ? english.person(best.nameFrom, best.nameTo)
                        : office.orElse(english.body(best.from, best.ownTo()));
            case UNNAMED -> "unnamed: " + english.description(best.from, best.ownTo());
            case GROUP -> english.description(best.from, best.ownTo());
            case STATE, BODY, OUTLET -> english.body(best.from, best.ownTo());
        };
        return Optional.of(name.strip()).filter(words -> !words.isEmpty());
    }

    /** The body that stands in the title, else the state. */
    private Optional<Cluster> principal(Cluster cluster, Identity known, Optional<Mention> titled) {
        if (titled.isPresent()) {
            Optional<Cluster> body = bodyIn(titled.get());
            if (body.isPresent()) {
                return body;
            }
        }
        Optional<Cluster> served = known.entry()
                .filter(entry -> entry.list().equals("people"))
                .flatMap(person -> knowledge.serves(person, day))
                .flatMap(Identity::idOf)
                .map(byId::get);
        if (served.isPresent()) {
            return served;
        }
        boolean belongs = cluster.fullest().kind != Kind.STATE && cluster.fullest().kind != Kind.OUTLET;
        if (!belongs || known.state().isEmpty()) {
            return Optional.empty();
        }
        Cluster state = byId.get(knowledge.key(known.state()));
        if (state != null) {
            return Optional.of(state);
        }
        return cluster.mentions.stream()
                .flatMap(m -> stateIn(m, known.state()).stream())
                .findFirst();
    }

    private Optional<Cluster> bodyIn(Mention m) {
        for (int token = m.headToken; token < m.titleEnd(); token++) {
            for (int hit = reading.tape().first(token);
                    hit >= 0;
                    hit = reading.tape().next(hit)) {
                if (reading.isOf(hit, WordClass.BODY.bit())
                        && reading.tape().end(hit) <= m.titleEnd()
                        && !Knowledge.isGeneric(reading.term(hit).entry())) {
                    return Optional.of(
                            implied(reading.term(hit), token, reading.tape().end(hit)));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Cluster> stateIn(Mention m, String state) {
        for (int token = m.from; token < m.to; token++) {
            for (int hit = reading.tape().first(token);
                    hit >= 0;
                    hit = reading.tape().next(hit)) {
                if (reading.isOf(hit, STATES)
                        && reading.tape().end(hit) <= m.to
                        && Identity.stateOf(reading.term(hit).entry())
                                .orElse("")
                                .equals(state)) {
                    return Optional.of(
                            implied(reading.term(hit), token, reading.tape().end(hit)));
                }
            }
        }
        return Optional.empty();
    }

    /** The cluster of a state or body of the lexicon; a new one where it is only named inside another's title. */
    private Cluster implied(Term term, int from, int to) {
        Entry entry = term.entry();
        Optional<String> id = Identity.idOf(entry);
        Cluster known = id.map(byId::get).orElse(null);
        if (known != null) {
            return known;
        }
        Mention mention = new Mention(from);
        mention.to = to;
        mention.known = Optional.of(term);
        mention.kind = entry.list().equals("states") ? Kind.STATE : Mention.kindOf(term);
        mention.headToken = from;
        Cluster cluster = new Cluster();
        cluster.add(mention);
        cluster.implied = true;
        cluster.identity = Identity.of(entry);
        clusters.add(cluster);
        id.ifPresent(key -> byId.put(key, cluster));
        return cluster;
    }
}
