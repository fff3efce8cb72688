package org.mahdar.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;
import org.mahdar.text.Text;

/**
 * Joins the mentions of one actor in one story: by the identity that the lexicon knows, by shared names, by an office or
 * sort named again with the article ("the minister", "the source").
 */
final class Clusters {
    /** How many clusters back a bare "the minister" is looked for; keeps a long story linear. */
    private static final int MEMORY = 40;

    private static final long NAMED = WordClass.bits(WordClass.STATE, WordClass.CITY, WordClass.BODY, WordClass.PERSON);
    private static final long STATES = WordClass.bits(WordClass.STATE, WordClass.STATE_ADJECTIVE);

    private final Reading reading;
    private final Knowledge knowledge;
    private final Optional<LocalDate> day;
    private final List<Cluster> all = new ArrayList<>();
    private final List<Cluster> recent = new ArrayList<>();
    private final Map<String, Cluster> byKey = new HashMap<>();
    private final Map<String, Cluster> byName = new HashMap<>();

    Clusters(Reading reading, Knowledge knowledge, Optional<LocalDate> day) {
        this.reading = reading;
        this.knowledge = knowledge;
        this.day = day;
    }

    /** Joins all mentions; those of the title come last, since the body says more fully who is meant. */
    List<Cluster> join(List<Mention> mentions) {
        List<Mention> title = new ArrayList<>();
        for (Mention mention : mentions) {
            if (reading.text().inTitle(mention.from)) {
                title.add(mention);
            } else {
                joinAll(mention);
            }
        }
        title.forEach(this::joinAll);
        return all;
    }

    private void joinAll(Mention mention) {
        if (!joinPair(mention)) {
            join(mention);
            mention.joint.forEach(this::join);
            mention.issuer.filter(issuer -> issuer.from < mention.to).ifPresent(this::join);
        }
    }

    /** "The two ministers": the last two of different states who bear that office, or are called somebody's counterpart. */
    private boolean joinPair(Mention m) {
        boolean pair = m.isBarePair()
                && m.isPerson()
                && m.head.map(head -> head.entry().is("office")).orElse(false)
                && reading.isDefinite(m.from);
        List<Cluster> two = new ArrayList<>();
        for (int i = recent.size() - 1; pair && i >= 0 && two.size() < 2; i--) {
            Cluster one = recent.get(i);
            boolean abroad = two.isEmpty() || one.state.isEmpty() || !one.state.equals(two.get(0).state);
            if (abroad && isOneOf(m.head.orElseThrow().entry(), one)) {
                two.add(one);
            }
        }
        if (two.size() < 2) {
            return false;
        }
        Mention second = new Mention(m.from);
        second.take(m);
        second.number = m.number;
        two.get(1).add(m);
        two.get(0).add(second);
        m.joint.add(second);
        return true;
    }

    /** Whether an actor is a person called by an office, or by a word that stands for the office of another. */
    private static boolean isOneOf(Entry office, Cluster cluster) {
        boolean bears = false;
        for (Mention other : cluster.first()) {
            if (other.number == Mention.Count.TWO) {
                continue;
            }
            if (!other.isPerson() || other.number != Mention.Count.ONE) {
                return false;
            }
            Optional<Entry> head = other.head.map(Term::entry);
            bears |= head.map(entry -> entry.place().equals(office.place()) || entry.is("counterpart"))
                    .orElse(other.known.isPresent() && cluster.mentions.size() == 1);
        }
        return bears;
    }

    List<Cluster> all() {
        return all;
    }

    private void join(Mention m) {
        Optional<String> key = key(m);
        String words = words(m);
        Cluster cluster = key.map(byKey::get)
                .or(() -> m.isPerson() && m.hasName()
                        ? byName(m).or(() -> byOffice(m))
                        : byCalling(m).or(() -> byTitle(m)))
                .or(() -> Optional.ofNullable(byKey.get(words)))
                .orElseGet(this::fresh);
        cluster.add(m);
        // The latest actor spoken of stands last.
        recent.remove(cluster);
        recent.add(cluster);
        if (recent.size() > MEMORY) {
            recent.remove(0);
        }
        key.ifPresent(known -> byKey.putIfAbsent(known, cluster));
        byKey.putIfAbsent(words, cluster);
        if (m.isPerson() && m.hasName()) {
            for (String name : surnames(m)) {
                byName.put(name, cluster);
            }
        }
    }

    private Cluster fresh() {
        Cluster cluster = new Cluster();
        all.add(cluster);
        return cluster;
    }

    /** What a mention's line in the lexicon is known by; a body that every state has, only together with its state. */
    private Optional<String> key(Mention m) {
        if (m.isShared()) {
            return Optional.of("shared:" + m.state + ":" + title(m.sharedFrom, m.sharedTo));
        }
        if (m.known.isEmpty()) {
            return Optional.empty();
        }
        Entry entry = m.known.get().entry();
        boolean generic = Knowledge.isGeneric(entry);
        boolean doubtful =
                m.known.get().role().equals("doubtful") || m.known.get().role().equals("short");
        if ((generic && m.state.isEmpty()) || (doubtful && m.nameTo - m.nameFrom > 1)) {
            return Optional.empty();
        }
        String id = entry.value("id")
                .or(() -> entry.value("iso3"))
                .orElse(entry.place().where());
        return Optional.of(entry.list() + ":" + id + (generic ? ":" + m.state : ""));
    }

    private String words(Mention m) {
        if (m.isShared()) {
            return "=" + m.state + title(m.sharedFrom, m.sharedTo);
        }
        StringBuilder out = new StringBuilder("=");
        for (int token = m.from; token < m.to; token++) {
            out.append(bare(token)).append(' ');
        }
        return out.toString();
    }

    /** The folded word without conjunction, preposition and article. */
    private String bare(int token) {
        return reading.bare(token);
    }

    private List<String> surnames(Mention m) {
        List<String> out = new ArrayList<>();
        int last = m.nameTo - 1;
        for (int token = m.nameFrom; token < m.nameTo; token++) {
            boolean given =
                    reading.is(token, WordClass.GIVEN) || reading.isAfterPreposition(token, WordClass.GIVEN.bit());
            boolean particle = reading.is(token, WordClass.NAME_PARTICLE);
            if (reading.isWord(token) && (token == last || (!given && !particle && token > m.nameFrom))) {
                out.add(bare(token));
            }
        }
        return out;
    }

    private Optional<Cluster> byName(Mention m) {
        for (String name : surnames(m)) {
            Cluster cluster = byName.get(name);
            if (cluster != null && agrees(m, cluster)) {
                return Optional.of(cluster);
            }
        }
        return Optional.empty();
    }

    /** "The Teacher went on": a word for a calling that is the family name of somebody told of before. */
    private Optional<Cluster> byCalling(Mention m) {
        boolean calling = m.isPerson()
                && m.to - m.from == 1
                && reading.isDefinite(m.from)
                && reading.is(m.from, WordClass.NAME_TOKEN);
        return calling ? Optional.ofNullable(byName.get(bare(m.from))) : Optional.empty();
    }

    /** Two full names that share a surname are one person only where the first names agree too. */
    private boolean agrees(Mention m, Cluster cluster) {
        List<String> mine = names(m);
        if (mine.size() < 2) {
            return true;
        }
        for (Mention other : cluster.first()) {
            List<String> theirs = other.hasName() ? names(other) : List.of();
            if (theirs.size() >= 2 && !oneName(mine, theirs)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the shorter name begins like the longer, or is a part of it, spelling aside, and they share a second word. */
    private static boolean oneName(List<String> a, List<String> b) {
        boolean first = Spelling.near(a.get(0), b.get(0));
        List<String> longer = a.size() >= b.size() ? a : b;
        List<String> shorter = a.size() >= b.size() ? b : a;
        int shared = 0;
        for (String word : shorter) {
            shared += longer.stream().anyMatch(other -> Spelling.near(word, other)) ? 1 : 0;
        }
        return shared == shorter.size() ? first || shorter.size() > 2 || longer.size() > 2 : first && shared >= 2;
    }

    /** The words of a name without the particles between them. */
    private List<String> names(Mention m) {
        List<String> out = new ArrayList<>();
        for (int token = m.nameFrom; token < m.nameTo; token++) {
            if (reading.isWord(token) && !reading.is(token, WordClass.NAME_PARTICLE)) {
                out.add(bare(token));
            }
        }
        return out;
    }

    /** "The minister", "the Egyptian foreign minister", "the source": the last actor whom the words fit. */
    private Optional<Cluster> byTitle(Mention m) {
        if (m.head.isEmpty() || m.hasName() || m.isShared()) {
            return Optional.empty();
        }
        if (!isDefinite(m)) {
            return Optional.empty();
        }
        Optional<Cluster> council = byMembers(m);
        if (council.isPresent()) {
            return council;
        }
        List<String> title = title(m);
        boolean address = m.head.get().entry().is("anaphor");
        for (int i = recent.size() - 1; address && i >= 0; i--) {
            if (isAddressedLike(bare(m.headToken), recent.get(i))) {
                return Optional.of(recent.get(i));
            }
        }
        for (int i = recent.size() - 1; i >= 0; i--) {
            if (fits(m, title, recent.get(i))) {
                return Optional.of(recent.get(i));
            }
        }
        return byKindOfOffice(m, title);
    }

    /** "The states of the council": the council, where it was named before and states are its members. */
    private Optional<Cluster> byMembers(Mention m) {
        int body = m.headToken + 1;
        int hit = m.headToken < 0 ? -1 : reading.hit(body, WordClass.BODY_HEAD.bit(), false);
        boolean members = hit >= 0
                && m.head.filter(head -> head.entry().is("state") && head.role().equals("pl"))
                        .isPresent()
                && m.ownTo() == body + 1
                && reading.isDefinite(body);
        if (!members) {
            return Optional.empty();
        }
        Mention council = new Mention(body);
        council.to = m.ownTo();
        council.headToken = body;
        council.titleTo = council.to;
        council.head = Optional.of(reading.term(hit));
        council.head.ifPresent(council::classify);
        return byTitle(council)
                .filter(cluster -> cluster.first().stream()
                        .flatMap(other -> other.known.stream())
                        .anyMatch(term -> term.entry().is("igo")));
    }

    /** "His Excellency" is who was called "the excellent minister": the words begin alike, up to their endings. */
    private boolean isAddressedLike(String address, Cluster cluster) {
        for (Mention other : cluster.first()) {
            for (int token = other.from; token < Math.min(other.ownTo(), other.from + 2); token++) {
                String word = reading.is(token, WordClass.HONORIFIC) ? bare(token) : "";
                if (word.length() > 2 && address.startsWith(word.substring(0, Math.max(3, word.length() - 1)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "The head of state" is whom the story calls the president, "the head of the government" the prime minister. */
    private Optional<Cluster> byKindOfOffice(Mention m, List<String> title) {
        if (!isOfficeAlone(m, title) || !m.state.isEmpty()) {
            return Optional.empty();
        }
        String office = office(m);
        for (int i = recent.size() - 1; i >= 0; i--) {
            for (Mention other : recent.get(i).first()) {
                boolean bearer = other.hasName() && other.hasTitle();
                if (bearer
                        && isOfficeAlone(other, title(other.headToken, other.titleEnd()))
                        && office(other).equals(office)) {
                    return Optional.of(recent.get(i));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a person's title is that of an office that the lexicon knows, and no word more than it. */
    private static boolean isOfficeAlone(Mention m, List<String> title) {
        return m.isPerson()
                && m.number == Mention.Count.ONE
                && m.office
                        .filter(term -> term.words().split(" ").length >= title.size())
                        .isPresent();
    }

    /** What sort of office a title names: the office itself, or the one it is another word for. */
    private static String office(Mention m) {
        Entry entry = m.office.orElseThrow().entry();
        return entry.value("as").orElse(entry.value("id").orElse(""));
    }

    /** "The president of the chamber", and later "the president of the chamber, N. N.": an office named before who holds it. */
    private Optional<Cluster> byOffice(Mention m) {
        if (m.headToken < 0 || m.headToken > m.nameFrom || m.head.isEmpty() || m.number != Mention.Count.ONE) {
            return Optional.empty();
        }
        List<String> mine = title(m.headToken, m.titleEnd());
        boolean specific = mine.size() > 2 || (mine.size() > 1 && !m.state.isEmpty());
        for (int i = recent.size() - 1; specific && i >= 0; i--) {
            Cluster cluster = recent.get(i);
            boolean same = cluster.state.equals(m.state)
                    && cluster.first().stream()
                            .allMatch(other -> other.isPerson()
                                    && !other.hasName()
                                    && other.number == Mention.Count.ONE
                                    && other.headToken >= 0)
                    && cluster.first().stream().anyMatch(other -> title(other).equals(mine));
            if (same) {
                return Optional.of(cluster);
            }
        }
        return Optional.empty();
    }

    /** Whether the phrase points at somebody: it has the article, or a name completes it. */
    private boolean isDefinite(Mention m) {
        if (m.head.orElseThrow().entry().is("anaphor")) {
            return true;
        }
        for (int token = m.headToken; token < m.ownTo(); token++) {
            if (reading.isDefinite(token) || reading.isAny(token, NAMED)) {
                return true;
            }
        }
        return false;
    }

    /** "The ministry", "the movement": the word is for bodies of a sort, or of a kind that every state has one of. */
    private static boolean isOfSort(Entry head, Mention other) {
        List<String> sorts =
                head.value("sorts").map(all -> List.of(all.split("\\|"))).orElse(List.of());
        return !sorts.isEmpty()
                && other.known.map(Term::entry).filter(body -> body.list().equals("bodies")).stream()
                        .flatMap(body -> Stream.of("type", "kind", "id").flatMap(column -> body.value(column).stream()))
                        .anyMatch(sorts::contains);
    }

    /** "The UN envoy to X, N. N." is "the UN envoy" later on. */
    private boolean isSameEnvoy(Mention m, Mention other) {
        for (int token = m.from; token < m.to; token++) {
            if (reading.is(token, WordClass.PREPOSITION)) {
                // sent somewhere else, perhaps
                return false;
            }
        }
        return m.office
                .map(Term::entry)
                .filter(office -> office.is("sent")
                        && other.office.map(Term::entry).filter(office::equals).isPresent())
                .isPresent();
    }

    private boolean fits(Mention m, List<String> title, Cluster cluster) {
        Entry head = m.head.orElseThrow().entry();
        boolean otherState = !m.state.isEmpty() && !cluster.state.isEmpty() && !cluster.state.equals(m.state);
        if (otherState || (cluster.state.isEmpty() && isForeigner(m, cluster))) {
            return false;
        }
        for (Mention other : cluster.first()) {
            if (title.size() == 1 && isOfSort(head, other)) {
                return true;
            }
            if (other.head.isEmpty() && !other.hasName()) {
                continue;
            }
            if (m.gender != Mention.Gender.UNKNOWN
                    && other.gender != Mention.Gender.UNKNOWN
                    && m.gender != other.gender) {
                continue;
            }
            if (head.is("anaphor")) {
                if (other.isPerson() && (other.hasName() || other.head.isPresent())) {
                    return true;
                }
                continue;
            }
            if (bears(m, title, other) || bearsToo(m, title, other) || isSameEnvoy(m, other)) {
                return true;
            }
            if (other.head.isEmpty()) {
                continue;
            }
            Entry theirs = other.head.get().entry();
            boolean sameHead = theirs.place().equals(head.place());
            boolean sameNumber = m.number == other.number
                    || m.number == Mention.Count.UNKNOWN
                    || other.number == Mention.Count.UNKNOWN;
            if (sameHead && (sameNumber || head.is("source")) && complementFits(m, title, other)) {
                return true;
            }
            boolean general = head.is("office") && head.is("unnamed") && other.isPerson() && theirs.is("office");
            if (general && sameNumber && (m.to - m.from == 1 || (!m.state.isEmpty() && m.to - m.from <= 2))) {
                return true;
            }
        }
        return false;
    }

    /** "The Egyptian minister" is not one whom the lexicon knows to be of another state only. */
    private boolean isForeigner(Mention m, Cluster cluster) {
        return !m.state.isEmpty()
                && cluster.first().stream()
                        .flatMap(other -> other.known.stream())
                        .filter(known -> known.role().isEmpty())
                        .map(Term::entry)
                        .filter(person -> person.list().equals("people"))
                        .anyMatch(person -> person.value("state").isPresent()
                                && !person.need("state").equals(m.state)
                                && knowledge.terms(person).stream()
                                        .noneMatch(term ->
                                                term.value("state").orElse("").equals(m.state)
                                                        || term.value("place")
                                                                .orElse("")
                                                                .equals(m.state)));
    }

    /** "The minister", "the American president": somebody the lexicon knows to hold such an office, of that state. */
    private boolean bears(Mention m, List<String> title, Mention other) {
        boolean bare = title.size() == 1 && m.head.orElseThrow().entry().is("office");
        if (isEnvoyAlone(m, title) && other.known.isPresent()) {
            return other.hasName() && other.known.get().entry().value("office").equals(Optional.of(office(m)));
        }
        if (!bare || other.known.isEmpty() || !other.known.get().entry().list().equals("people")) {
            return false;
        }
        Entry person = other.known.get().entry();
        boolean sure = other.known.get().role().isEmpty() || other.nameTo - other.nameFrom == 1;
        boolean state = m.state.isEmpty() || person.value("state").orElse("").equals(m.state);
        return sure && state && knowledge.bears(person, bare(m.headToken), day);
    }

    /** "The UN envoy", and no word of where he is sent. */
    private static boolean isEnvoyAlone(Mention m, List<String> title) {
        return title.size() > 1
                && m.ownTo() - m.headToken == title.size()
                && isOfficeAlone(m, title)
                && m.office.filter(term -> term.entry().is("sent")).isPresent();
    }

    /** "The ambassador X, the spokesman of …": a second title, behind the name or joined to the first, is his as well. */
    private boolean bearsToo(Mention m, List<String> title, Mention other) {
        if (!other.hasName() || !m.head.orElseThrow().entry().is("office")) {
            return false;
        }
        for (int token = other.from + 1; token < other.ownTo(); token++) {
            boolean begins = token == other.nameTo
                    || reading.text().kind(token - 1) == Text.MARK
                    || reading.opensWithConjunction(token);
            int head = begins ? reading.hit(token, WordClass.HEAD.bit(), false) : -1;
            if (head >= 0
                    && reading.term(head).entry().equals(m.head.get().entry())
                    && startsLike(title, token, other.ownTo())) {
                return true;
            }
        }
        return false;
    }

    private boolean startsLike(List<String> mine, int from, int to) {
        List<String> theirs = title(from, to);
        return mine.size() <= theirs.size() && theirs.subList(0, mine.size()).equals(mine);
    }

    /** Whether the fuller title begins with the words of the shorter, states aside, or has them all and a name. */
    private boolean complementFits(Mention m, List<String> mine, Mention other) {
        boolean shortened = mine.size() == 2
                && reading.is(m.ownTo() - 1, WordClass.ADJECTIVE)
                && other.isPerson()
                && other.hasName()
                && title(other).containsAll(mine);
        return shortened || startsLike(mine, Math.max(other.headToken, other.from), other.ownTo());
    }

    /** The words of a title from its head noun on, without states and their adjectives. */
    private List<String> title(Mention m) {
        return title(Math.max(m.headToken, m.from), m.ownTo());
    }

    /** "The undersecretary of (the Ministry of) Foreign Affairs": the word may be left out. */
    private boolean isMinistry(int token) {
        int hit = reading.hit(token, WordClass.HEAD.bit(), false);
        return hit >= 0
                && reading.term(hit)
                        .entry()
                        .value("sorts")
                        .filter("ministry"::equals)
                        .isPresent();
    }

    private List<String> title(int from, int to) {
        List<String> out = new ArrayList<>();
        for (int token = from; token < to; token++) {
            boolean state = reading.isAny(token, STATES) || reading.isAfterPreposition(token, STATES);
            boolean address = reading.is(token, WordClass.HONORIFIC) && !reading.is(token, WordClass.OFFICE);
            if (reading.isWord(token) && !state && !address && !(token > from && isMinistry(token))) {
                out.add(bare(token));
            }
        }
        return out;
    }
}
