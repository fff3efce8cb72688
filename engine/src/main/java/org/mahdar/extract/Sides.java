package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.pattern.Tape;

/**
 * For whom an actor of a story speaks: a minister for his state, a spokesman for his body, a party for itself. The state or
 * body need not be named by itself: then the word that shows it, such as the adjective in a title, becomes its mention.
 */
final class Sides {
    /** Codes of offices whose holder speaks for his state. */
    private static final Set<String> OF_STATE = Set.of("GOV", "MIL", "SPY", "COP");

    /** Codes of offices whose holder speaks for a part of the public, and never for the state. */
    private static final Set<String> OF_PARTY = Set.of("LEG", "PTY", "OPP", "ELI", "REB", "SEP");

    /** Sorts of bodies that have a stance of their own in public affairs. */
    private static final Set<String> POLITICAL = Set.of(
            "igo",
            "un-body",
            "alliance",
            "bloc",
            "armed-movement",
            "party",
            "movement",
            "government-body",
            "ministry",
            "military",
            "intelligence",
            "parliament",
            "delegation",
            "talks-format",
            "territory");

    /** Those of them that may face a state, their own too. */
    private static final Set<String> FACING = Set.of(
            "igo", "un-body", "bloc", "armed-movement", "movement", "party", "alliance", "talks-format", "delegation");

    private static final Set<String> PUBLIC = Set.of("ngo", "religious", "bank");
    private static final Set<String> OUTLETS = Set.of("media", "news-agency");

    /** Bodies that every state has and that speak for it. */
    private static final Set<String> GOVERNMENT = Set.of(
            "generic-government",
            "generic-presidency",
            "generic-mfa",
            "generic-mod",
            "generic-army",
            "generic-interior",
            "generic-embassy",
            "generic-economy",
            "generic-finance",
            "generic-trade",
            "generic-oil",
            "generic-water",
            "generic-justice",
            "generic-information",
            "generic-health",
            "generic-intelligence",
            "generic-intel-service");

    private static final long STATES = bits(WordClass.STATE, WordClass.STATE_ADJECTIVE);
    private static final long PLACES = bits(WordClass.STATE, WordClass.STATE_ADJECTIVE, WordClass.METONYM);

    private final Reading reading;
    private final Tape tape;
    private final Principals principals;
    private final int former;
    private final int faction;
    private final Map<Cluster, Optional<Cluster>> known = new HashMap<>();
    private final StateCounts counts;
    private final Spokesmen spokesmen;
    private final Knowledge knowledge;
    private final Antecedents antecedents;
    private final Groups groups;
    private final Optional<LocalDate> day;

    /** The sides of one story; those that it names only inside other actors' names are added to its clusters. */
    Sides(Reading reading, Knowledge knowledge, List<Cluster> clusters, Optional<LocalDate> day) {
        this.day = day;
        this.reading = reading;
        this.tape = reading.tape();
        this.counts = new StateCounts(reading);
        this.spokesmen = new Spokesmen(reading);
        this.knowledge = knowledge;
        this.antecedents = new Antecedents(reading, knowledge);
        this.faction = reading.language().symbol("factions");
        this.former = reading.language().symbol("formers");
        this.groups = new Groups(reading, clusters);
        this.principals = new Principals(reading, knowledge, clusters);
    }

    /** Whom an actor speaks for: himself, where nothing shows a state or body behind him. */
    Cluster of(Cluster actor) {
        Optional<Cluster> side = known.get(actor);
        if (side == null) {
            side = find(actor);
            known.put(actor, side);
        }
        return side.orElse(actor);
    }

    /** The state of a word of the lexicon that names or means it. */
    Optional<Cluster> ofState(int token) {
        int hit = reading.hit(token, PLACES, false);
        hit = hit < 0 ? reading.hit(token, PLACES, true) : hit;
        if (hit < 0) {
            return Optional.empty();
        }
        String iso = reading.term(hit).entry().value("iso3").orElse("");
        return iso.isEmpty() ? Optional.empty() : Optional.of(principals.state(iso, token, tape.end(hit)));
    }

    /** By what the story says of the actor in any of his titles; else by what the lexicon knows of him. */
    private Optional<Cluster> find(Cluster actor) {
        for (Mention mention : actor.mentions) {
            Optional<Cluster> side = itself(mention).or(() -> byTitle(mention));
            if (side.isPresent()) {
                return side;
            }
        }
        boolean opposes = actor.mentions.stream().anyMatch(Sides::opposes);
        for (Mention mention : opposes ? List.<Mention>of() : actor.mentions) {
            Optional<Cluster> side = byKnown(mention);
            if (side.isPresent()) {
                return side;
            }
        }
        return lent(actor)
                .or(() -> meant(actor))
                .or(() -> led(actor))
                .or(() -> inGroup(actor))
                .or(() ->
                        spokesmen.principal(actor).filter(body -> body != actor).map(this::of))
                .or(() -> official(actor))
                .or(() -> government(actor));
    }

    /** The state that an official without one in his title has from elsewhere. */
    private Optional<Cluster> lent(Cluster actor) {
        return actor.mentions.stream()
                .filter(m -> m.lent)
                .findFirst()
                .map(m -> principals.state(m.state, m.from, m.to));
    }

    /** Whether a title says that somebody opposes the government of which he may have been: "the leader of the opposition". */
    private static boolean opposes(Mention mention) {
        return mention.office
                .flatMap(term -> term.entry().value("cameo"))
                .filter("OPP"::equals)
                .isPresent();
    }

    /** "The movement": nothing else is said of it than that, and one was named before. */
    private Optional<Cluster> meant(Cluster actor) {
        boolean bare = actor.mentions.stream()
                .allMatch(m -> m.kind == Actor.Kind.BODY && m.to - m.from == 1 && m.number == Mention.Count.ONE);
        if (!bare || actor.mentions.isEmpty()) {
            return Optional.empty();
        }
        Mention first = actor.mentions.get(0);
        return antecedents
                .of(first.from)
                .map(body -> principals.body(body, first.from, first.to))
                .or(() -> groups.at(first.from));
    }

    /** The group of which a title says that somebody leads it or speaks for it, where the lexicon does not know it. */
    private Optional<Cluster> inGroup(Cluster actor) {
        boolean former = actor.mentions.stream().anyMatch(this::isFormer);
        int named = former ? -1 : groups.titled(actor);
        return named < 0
                ? Optional.empty()
                : antecedents
                        .of(named)
                        .map(body -> principals.body(body, named, named + 1))
                        .or(() -> groups.at(named))
                        .filter(group -> group != actor);
    }

    /** The party, movement or association that a person leads or speaks for; a parliament has no stance of its members. */
    private Optional<Cluster> led(Cluster actor) {
        boolean former = actor.mentions.stream().anyMatch(this::isFormer);
        return actor.identity
                .of()
                .filter(body -> !former && !body.equals(actor) && weight(body) >= 1)
                .filter(body -> body.mentions.stream().allMatch(m -> m.kind == Actor.Kind.BODY))
                .filter(body -> !body.identity
                        .entry()
                        .flatMap(entry -> entry.value("type"))
                        .orElse("")
                        .equals("parliament"));
    }

    /** The state of an official whose title shows it by more than an adjective: "the minister of water in Sudan". */
    private Optional<Cluster> official(Cluster actor) {
        boolean serves = actor.mentions.stream().anyMatch(m -> m.isPerson() && governs(m))
                && actor.mentions.stream().noneMatch(m -> isFormer(m) || opposes(m));
        return serves
                ? actor.identity.of().filter(of -> of.mentions.stream().anyMatch(m -> m.kind == Actor.Kind.STATE))
                : Optional.empty();
    }

    /** "The government", "the minister" without more: that of the state of which the story speaks most. */
    private Optional<Cluster> government(Cluster actor) {
        boolean generic = actor.identity.state().isEmpty()
                && actor.mentions.stream().anyMatch(this::governs)
                && actor.mentions.stream().noneMatch(this::isFormer);
        Mention first = actor.mentions.get(0);
        return generic ? counts.main().map(iso -> principals.state(iso, first.from, first.to)) : Optional.empty();
    }

    /** Whether a mention is one of a government, of a ministry or of somebody who holds an office in one. */
    private boolean governs(Mention m) {
        boolean body = m.head.map(
                        head -> head.entry().is("government") || head.entry().is("ministry"))
                .orElse(false);
        String code =
                m.office.map(term -> term.entry().value("cameo").orElse("")).orElse("");
        return body || (OF_STATE.contains(code) && m.known.isEmpty() && !isVoice(m));
    }

    /** "The spokesman": he speaks for a body, and the story does not say for which. */
    private static boolean isVoice(Mention m) {
        return m.isPerson()
                && !m.hasName()
                && m.office
                        .filter(term -> term.entry().value("cameo").orElse("").equals("GOV")
                                && term.entry().value("follows").orElse("").equals("org"))
                        .isPresent();
    }

    /** A state or body stands for itself, and a body of government for its state. */
    private Optional<Cluster> itself(Mention m) {
        Optional<Entry> entry = m.known.map(Term::entry);
        if (entry.isPresent() && entry.get().list().equals("states")) {
            return Optional.of(principals.state(entry.get().need("iso3"), m.from, m.to));
        }
        if (entry.isPresent() && entry.get().list().equals("bodies") && isNamed(entry.get())) {
            return Optional.of(principals.body(entry.get(), m.from, m.to));
        }
        if (m.to - m.from > 1) {
            return Optional.empty();
        }
        // "The Germans refuse": their state does.
        boolean people = m.kind == Actor.Kind.GROUP && reading.is(m.from, WordClass.STATE_ADJECTIVE);
        return people ? ofState(m.from) : counts.realm(m.from).map(iso -> principals.state(iso, m.from, m.to));
    }

    /**
     * Whether a story has two sides at least that could face each other: states named more than once, organisations, movements,
     * parties.
     */
    boolean faceEachOther() {
        long states = counts.often();
        long others = principals.count(FACING);
        return states + others > 1;
    }

    /** Whether a side is a group that people join to want something: its stance is one whatever it is about. */
    boolean isGroup(Cluster side) {
        return side.first().stream().anyMatch(this::isGroup);
    }

    private boolean isGroup(Mention m) {
        Optional<String> type = m.known
                .map(Term::entry)
                .filter(entry -> entry.list().equals("bodies"))
                .flatMap(entry -> entry.value("type"));
        return m.kind == Actor.Kind.BODY && type.map(FACING::contains).orElseGet(() -> groups.isHead(m.headToken));
    }

    private Optional<Cluster> byKnown(Mention m) {
        if (isFormer(m) || m.known.isEmpty() || m.kind == Actor.Kind.OUTLET) {
            return Optional.empty();
        }
        Entry entry = m.known.get().entry();
        boolean beside =
                m.to - m.from > 1 && principals.hasBody(entry.value("body").orElse(""));
        if (entry.list().equals("people")
                && !beside
                && m.cluster.identity.entry().filter(entry::equals).isEmpty()) {
            // He only bears the family name of somebody known.
            return Optional.empty();
        }
        if (!knowledge.terms(entry).isEmpty()
                && day.filter(on -> knowledge.terms(entry).stream().noneMatch(term -> knowledge.began(term, on)))
                        .isPresent()) {
            // He holds no office yet.
            return Optional.empty();
        }
        Optional<Entry> served = entry.list().equals("people") ? knowledge.serves(entry, day) : Optional.empty();
        if (served.isPresent()) {
            return Optional.of(principals.body(served.get(), m.from, m.to));
        }
        String code = code(entry.value("office").orElse(""));
        Optional<String> body = entry.value("body");
        if (body.isPresent() && knowledge.body(body.get()).isPresent()) {
            return Optional.of(principals.body(need(body.get()), m.from, m.to));
        }
        if (code.equals("IGO")) {
            return Optional.of(principals.body(need("un"), m.from, m.to));
        }
        Optional<String> state = entry.value("state");
        return OF_STATE.contains(code) ? state.map(iso -> principals.state(iso, m.from, m.to)) : Optional.empty();
    }

    private Entry need(String body) {
        return knowledge.body(body).orElseThrow();
    }

    private String code(String office) {
        return knowledge.office(office).flatMap(entry -> entry.value("cameo")).orElse("");
    }

    /** By the words of the title: the first state or body named in it and not behind a preposition that means a place. */
    private Optional<Cluster> byTitle(Mention m) {
        Optional<Entry> head = m.head.map(Term::entry);
        String code =
                m.office.map(term -> term.entry().value("cameo").orElse("")).orElse("");
        Optional<Entry> generic =
                m.known.map(Term::entry).filter(entry -> entry.list().equals("bodies"));
        if (generic.isPresent()
                && !m.state.isEmpty()
                && GOVERNMENT.contains(generic.get().need("id"))) {
            return Optional.of(principals.state(m.state, m.from, m.to));
        }
        if (isFormer(m)) {
            return Optional.empty();
        }
        boolean other =
                head.map(h -> h.is("expert") || h.is("paper") || h.is("outlet")).orElse(false);
        if (m.headToken < 0 || m.kind == Actor.Kind.OUTLET || OF_PARTY.contains(code) || other) {
            return Optional.empty();
        }
        boolean ofState = speaksForState(m, head, code);
        int to = m.hasName() && m.nameFrom > m.headToken ? m.nameFrom : m.to;
        for (int token = m.headToken; token < to; token++) {
            if (reading.isAfterPreposition(token, WordClass.TOPIC.bit())) {
                break;
            }
            if (m.kind == Actor.Kind.BODY && token > m.headToken && reading.is(token, WordClass.GOVERNOR)) {
                // "The movement close to the party" is another one.
                break;
            }
            Optional<Cluster> member = token > m.headToken ? member(m, token, to) : Optional.empty();
            if (member.isPresent()) {
                return member;
            }
            if (reading.is(token - 1, WordClass.PREPOSITION)) {
                continue;
            }
            int bare = reading.hit(token, WordClass.BODY.bit(), false);
            int hit = bare < 0 ? reading.hit(token, WordClass.BODY.bit(), true) : bare;
            if (hit >= 0 && isNamed(reading.term(hit).entry()) && !isOfOther(hit)) {
                return Optional.of(principals.body(reading.term(hit).entry(), token, tape.end(hit)));
            }
            Optional<Entry> meant = token > m.headToken ? antecedents.of(token) : Optional.empty();
            if (meant.isPresent()) {
                return Optional.of(principals.body(meant.get(), token, token + 1));
            }
            Optional<Entry> adjective = adjective(token);
            if (adjective.isPresent() && token > m.headToken) {
                return Optional.of(principals.body(need(adjective.get().need("body")), token, token + 1));
            }
            int state = reading.hit(token, STATES, false);
            if (state >= 0 && ofState) {
                return Optional.of(principals.state(reading.term(state).entry().need("iso3"), token, tape.end(state)));
            }
        }
        for (int token = m.headToken + 1; token < to && ofState; token++) {
            int doubtful = reading.hit(token, WordClass.STATE_DOUBTFUL.bit(), false);
            if (doubtful >= 0
                    && reading.isDefinite(token)
                    && !reading.is(token - 1, WordClass.PREPOSITION)
                    && !isInOffice(m, token)
                    && !isOfCommittee(token, doubtful)) {
                return Optional.of(
                        principals.state(reading.term(doubtful).entry().need("iso3"), token, tape.end(doubtful)));
            }
        }
        boolean ofBody = m.office
                .map(term -> term.entry().value("follows").orElse("").equals("org"))
                .orElse(true);
        if (code.equals("IGO") && !ofBody && m.known.isEmpty()) {
            return Optional.of(principals.body(need("un"), m.from, m.to));
        }
        return Optional.empty();
    }

    /** "An officer in the Syrian opposition", "a fighter of the movement": he is of the body that his title names, not of its state. */
    private Optional<Cluster> member(Mention m, int token, int to) {
        int hit = reading.hit(token, WordClass.BODY.bit(), reading.prepositionOf(token) != 0);
        if (hit < 0) {
            return Optional.empty();
        }
        Entry body = reading.term(hit).entry();
        if (Principals.isOpposition(body) && !m.state.isEmpty()) {
            return Optional.of(principals.opposition(m, body, token, to));
        }
        boolean faces = reading.is(token - 1, WordClass.PREPOSITION)
                && FACING.contains(body.value("type").orElse(""))
                && !body.value("state").orElse("").isEmpty();
        return faces && isNamed(body) ? Optional.of(principals.body(body, token, tape.end(hit))) : Optional.empty();
    }

    /** "The Malian security council": the adjective makes another body of one that is of no state. */
    private boolean isOfOther(int hit) {
        return reading.term(hit).entry().value("state").isEmpty()
                && reading.hit(tape.end(hit), WordClass.STATE_ADJECTIVE.bit(), false) >= 0;
    }

    /** Whether the title says that the office is over. */
    private boolean isFormer(Mention m) {
        for (int token = m.from; token <= m.to && token < reading.size(); token++) {
            if (reading.find(token, former) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a body has a name of its own: "the government" is another one in each state. */
    private static boolean isNamed(Entry body) {
        return body.list().equals("bodies") && !body.value("type").orElse("").equals("ministry-generic");
    }

    /** "The finance committee", which is no Malian one where the story does not speak of Mali. */
    private boolean isOfCommittee(int token, int doubtful) {
        return reading.is(token - 1, WordClass.BODY_HEAD)
                && !principals.hasState(reading.term(doubtful).entry().need("iso3"));
    }

    /** Whether a token is part of the name of the office: "finance", not "Malian". */
    private boolean isInOffice(Mention m, int token) {
        for (int from = m.headToken; from < token; from++) {
            int hit = reading.is(from, WordClass.OFFICE_TERM)
                    ? reading.hit(from, WordClass.OFFICE_TERM.bit(), false)
                    : -1;
            if (hit >= 0 && tape.end(hit) > token) {
                return true;
            }
        }
        return false;
    }

    private Optional<Entry> adjective(int token) {
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            if (tape.payload(hit) instanceof Term term && term.entry().list().equals("body-adjectives")) {
                return Optional.of(term.entry());
            }
        }
        return Optional.empty();
    }

    private static boolean speaksForState(Mention m, Optional<Entry> head, String code) {
        if (OF_STATE.contains(code)) {
            return true;
        }
        if (head.isEmpty()) {
            return false;
        }
        if (m.kind == Actor.Kind.BODY) {
            return head.get().is("government")
                    || head.get().is("ministry")
                    || (head.get().is("rule") && m.to - m.from == 2)
                    || head.get().is("side")
                    || head.get().is("state")
                    || head.get().is("delegation");
        }
        return head.get().is("office") || head.get().is("source");
    }

    /**
     * How much a side weighs in public affairs: 2 a state or a body of states, 1 a party, movement or politician, 0 other
     * people and bodies, -1 papers, outlets, clubs and companies.
     */
    int weight(Cluster side) {
        int best = -1;
        for (Mention m : side.mentions) {
            best = Math.max(best, weight(m));
        }
        return best;
    }

    private static boolean isNoParty(Entry head) {
        return head.is("outlet") || head.is("paper") || head.is("sport") || head.is("business");
    }

    private int weight(Mention m) {
        if (m.kind == Actor.Kind.STATE) {
            return 2;
        }
        Optional<Entry> entry = m.known.map(Term::entry);
        if (entry.isPresent() && entry.get().list().equals("bodies")) {
            String type = entry.get().value("type").orElse("");
            if (OUTLETS.contains(type)) {
                return -1;
            }
            return POLITICAL.contains(type) ? 2 : PUBLIC.contains(type) ? 1 : 0;
        }
        if (entry.isPresent() && entry.get().list().equals("people")) {
            return 1;
        }
        Optional<Entry> head = m.head.map(Term::entry);
        if (m.kind == Actor.Kind.OUTLET || head.map(Sides::isNoParty).orElse(false)) {
            return -1;
        }
        if (reading.find(m.from, faction) >= 0 || (m.headToken >= 0 && reading.find(m.headToken, faction) >= 0)) {
            return 1;
        }
        if (head.isEmpty()) {
            return 0;
        }
        String code =
                m.office.map(term -> term.entry().value("cameo").orElse("")).orElse("");
        if (isVoice(m)) {
            return -1;
        }
        if (OF_PARTY.contains(code) || OF_STATE.contains(code)) {
            return 1;
        }
        return m.kind == Actor.Kind.BODY && !m.guess ? 1 : 0;
    }
}
