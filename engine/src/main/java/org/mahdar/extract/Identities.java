package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.time.LocalDate;
import java.util.ArrayList;
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

    /** One's own title goes before a counterpart's, whatever their lengths. */
    private static final int OWN = 1000;

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
        clusters.forEach(this::withoutName);
        byPost();
        for (Cluster cluster : List.copyOf(clusters)) {
            complete(cluster);
        }
        return clusters;
    }

    /** First whom the lexicon knows, so that clusters of one actor are joined before anything is said of them. */
    private void identify(Cluster cluster) {
        Optional<Entry> entry = persons.named(cluster).or(() -> offices.bearer(cluster, persons::isSpelled));
        boolean inferred = false;
        if (entry.isEmpty() && !isNamed(cluster)) {
            entry = other(cluster)
                    .or(() -> state(cluster))
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
                        .orElseGet(() -> named(cluster));
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

    private static boolean isNamed(Cluster cluster) {
        for (Mention m : cluster.mentions) {
            if (m.isPerson() && m.hasName()) {
                return true;
            }
        }
        return false;
    }

    /** What the lexicon knows of a mention and is no person. */
    private static Optional<Entry> other(Cluster cluster) {
        for (Mention m : cluster.mentions) {
            if (m.known.isPresent() && !m.known.get().entry().list().equals("people")) {
                return m.known.map(Term::entry);
            }
        }
        return Optional.empty();
    }

    /** The code of the state that the mentions name; empty where none does. */
    private String named(Cluster cluster) {
        for (Mention m : cluster.mentions) {
            if (!m.state.isEmpty()) {
                return knowledge.state(m.state).flatMap(Identity::stateOf).orElse(m.state);
            }
        }
        return "";
    }

    /** "The foreign ministers of X and Y": who they are only says a story that names them elsewhere. */
    private void withoutName(Cluster cluster) {
        Identity known = cluster.identity;
        if (known.inferred() && cluster.mentions.stream().allMatch(Mention::isShared)) {
            known.id().ifPresent(byId::remove);
            cluster.identity = new Identity(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    known.state(),
                    Optional.empty(),
                    false);
        }
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
        for (Mention m : cluster.mentions) {
            Optional<Entry> state = m.kind == Kind.STATE ? knowledge.state(m.state) : Optional.empty();
            if (state.isPresent()) {
                return state;
            }
        }
        return Optional.empty();
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
                            .or(() -> offices.ofShared(m))
                            .or(() -> shared(m))
                            .or(() -> offices.ownName(m))
                            .or(() -> english.office(m.headToken, m.titleEnd())));
            Optional<String> name =
                    known.entry().flatMap(entry -> entry.value("en")).or(() -> name(cluster.fullest(), office));
            cluster.identity = known.worded(name, office);
        }
    }

    /** The mention with the longest title, one's own rather than "his counterpart". */
    private static Optional<Mention> titled(Cluster cluster) {
        Mention best = null;
        int most = 0;
        for (Mention m : cluster.mentions) {
            if (m.isPerson() && m.hasTitle() && !m.isOnlyAddressed()) {
                boolean own = m.head.isEmpty() || !m.head.get().entry().is("counterpart");
                int length = m.titleEnd() - m.headToken + (own ? OWN : 0);
                if (best == null || length > most) {
                    best = m;
                    most = length;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** "The foreign ministers of X and Y": the state's own adjective before the words of the office. */
    private Optional<String> shared(Mention m) {
        return m.isShared()
                ? knowledge
                        .state(m.state)
                        .flatMap(state -> state.value("adjective-en"))
                        .flatMap(state ->
                                english.office(m.sharedFrom, m.sharedTo).map(office -> state + " " + office))
                : Optional.empty();
    }

    private Optional<String> name(Mention best, Optional<String> office) {
        String name = switch (best.kind) {
            case PERSON ->
                best.hasName()
                        ? english.person(best.nameFrom, best.nameTo)
                        : office.orElseGet(() -> english.body(best.from, best.ownTo()));
            case UNNAMED -> "unnamed: " + described(best);
            case GROUP -> described(best);
            case STATE, BODY, OUTLET -> english.body(best.from, best.ownTo());
        };
        return Optional.of(name.strip()).filter(words -> !words.isEmpty());
    }

    private String described(Mention best) {
        Optional<String> state = best.isShared()
                ? knowledge.state(best.state).flatMap(entry -> entry.value("adjective-en"))
                : Optional.empty();
        return state.map(adjective -> adjective + " " + english.description(best.sharedFrom, best.sharedTo))
                .orElseGet(() -> english.description(best.from, best.ownTo()));
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
        for (Mention m : cluster.mentions) {
            Optional<Cluster> in = stateIn(m, known.state());
            if (in.isPresent()) {
                return in;
            }
        }
        return Optional.empty();
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
