package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.Optional;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.model.Actor.Kind;
import org.mahdar.text.Letters;
import org.mahdar.text.Quotation;
import org.mahdar.text.Text;

/**
 * Reads the noun phrase that names an actor: titles of address, office or sort with its complement, name, apposition, in
 * any order in which newswire has them. The grammar in short: a noun without article is completed by the nouns after it
 * until one of them is definite; then come adjectives that agree, then a name, then whatever stands between commas.
 */
final class PhraseReader {
    private static final int MAX_TOKENS = 28;
    private static final int MAX_NAME = 5;
    private static final int MAX_QUOTED = 7;
    private static final int MAX_BRACKETED = 9;

    private static final long STOPPERS = bits(
            WordClass.THAT,
            WordClass.RELATIVE,
            WordClass.FUNCTION,
            WordClass.NEGATION,
            WordClass.AUXILIARY,
            WordClass.ADVERB,
            WordClass.SAY_FINITE,
            WordClass.TIME,
            WordClass.ACCORDING,
            WordClass.OPENER,
            WordClass.PREPOSITION);
    private static final long CLOSED = bits(
            WordClass.THAT,
            WordClass.RELATIVE,
            WordClass.FUNCTION,
            WordClass.NEGATION,
            WordClass.AUXILIARY,
            WordClass.PREPOSITION,
            WordClass.ADVERB,
            WordClass.TIME);
    private static final long NAMES = bits(
            WordClass.PERSON, WordClass.PERSON_SHORT, WordClass.GIVEN, WordClass.NAME_TOKEN, WordClass.NAME_PARTICLE);
    private static final long SURE_NAMES =
            bits(WordClass.PERSON, WordClass.PERSON_SHORT, WordClass.GIVEN, WordClass.NAME_TOKEN);
    private static final long TITLES = bits(WordClass.HEAD, WordClass.OFFICE_TERM);
    private static final long PLACES = bits(
            WordClass.STATE, WordClass.CITY, WordClass.BODY, WordClass.BODY_HEAD, WordClass.STATE_DOUBTFUL);
    private static final long HEARERS = bits(WordClass.OUTLET_HEAD, WordClass.EXPERT);

    private final Reading reading;
    private final Text text;

    PhraseReader(Reading reading) {
        this.reading = reading;
        this.text = reading.text();
    }

    /** What a caller knows of the place where a phrase is read. */
    enum Place {
        /** Anywhere: only what surely names an actor is read. */
        ANYWHERE,
        /** After a verb of speech and nothing else: whatever noun stands there speaks. */
        SUBJECT,
        /** After a reporting verb that takes an object too: the subject must be told from the object. */
        SUBJECT_BEFORE_OBJECT,
        /** After a word such as "according to". */
        SOURCE
    }

    /** Reads the phrase that begins with {@code token}; empty where none does. */
    Optional<Mention> read(int token, Place place) {
        Mention mention = new Mention(token);
        if (!begin(mention, place)) {
            return Optional.empty();
        }
        return Optional.of(mention);
    }

    private boolean begin(Mention m, Place place) {
        int token = m.from;
        if (token >= text.size()) {
            return false;
        }
        if (place != Place.ANYWHERE && reading.is(token, WordClass.QUANTITY)) {
            return quantity(m, place);
        }
        if (isClosedWord(token)) {
            return false;
        }
        boolean afterPreposition = false;
        long starters = TITLES | SURE_NAMES | PLACES | WordClass.METONYM.bit() | WordClass.STATE_ADJECTIVE.bit();
        if (!reading.isAny(token, starters) && reading.isAfterPreposition(token, starters)) {
            afterPreposition = true;
        }
        State state = new State(m, place);
        if (text.kind(token) == Text.MARK) {
            return place != Place.ANYWHERE && quotedName(m, place);
        }
        if (!reading.isWord(token)) {
            return false;
        }
        int person = reading.hit(token, bits(WordClass.PERSON, WordClass.PERSON_SHORT), afterPreposition);
        int title = reading.hit(token, TITLES, afterPreposition);
        int body = reading.hit(token, WordClass.BODY.bit(), afterPreposition);
        int stateHit = reading.hit(token, WordClass.STATE.bit(), afterPreposition);
        int longest = longest(person, title, body, stateHit);
        boolean strong = place != Place.ANYWHERE;
        if (longest >= 0 && longest == body) {
            knownBody(m, body);
            state.closed = true;
        } else if (longest >= 0 && longest == person) {
            knownPerson(m, person);
            state.name = State.IN_NAME;
        } else if (longest >= 0 && longest == stateHit) {
            knownState(m, stateHit);
            return endState(m, place);
        } else if (title >= 0 && (strong || !weak(title) || isFollowedByName(title))) {
            title(m, title, state);
        } else if (reading.hit(token, WordClass.STATE_ADJECTIVE.bit(), afterPreposition) >= 0
                && people(token)) {
            int hit = reading.hit(token, WordClass.STATE_ADJECTIVE.bit(), afterPreposition);
            m.kind = Kind.GROUP;
            m.number = Mention.Number.MANY;
            m.gender = Mention.Gender.M;
            m.state = reading.term(hit).entry().need("iso3");
            m.to = reading.tape().end(hit);
            m.headToken = token;
            state.closed = true;
        } else if (strong && reading.hit(token, WordClass.METONYM.bit(), afterPreposition) >= 0) {
            int hit = reading.hit(token, WordClass.METONYM.bit(), afterPreposition);
            knownState(m, hit);
            m.gender = Mention.Gender.F;
            return endState(m, place);
        } else if (isNameStart(token, afterPreposition, strong)) {
            m.nameFrom = token;
            m.kind = Kind.PERSON;
            m.to = token + 1;
            m.gender = genderOfName(token);
            state.name = State.IN_NAME;
            state.nameTokens = 1;
        } else if (strong && isPlainNoun(token, place)) {
            if (isNamedByApposition(token)) {
                m.nameFrom = token;
                m.to = token + 1;
                state.name = State.IN_NAME;
                state.nameTokens = 1;
                state.consume();
                return true;
            }
            m.guess = true;
            m.kind = Kind.BODY;
            m.headToken = token;
            m.to = token + 1;
            m.gender = reading.ends("feminine", token) ? Mention.Gender.F : Mention.Gender.UNKNOWN;
            m.number = reading.ends("plural", token) ? Mention.Number.MANY : Mention.Number.UNKNOWN;
            if (m.number == Mention.Number.MANY) {
                m.kind = Kind.GROUP;
            }
            state.closed = reading.isDefinite(token);
        } else {
            return false;
        }
        state.consume();
        return true;
    }

    /** Whether the word is one that never begins a name; a name that opens like a conjunction before such a word is none. */
    private boolean isClosedWord(int token) {
        if (!reading.isAny(token, CLOSED) || reading.hit(token, bits(WordClass.PERSON), false) >= 0) {
            return false;
        }
        int closed = reading.hit(token, CLOSED, false);
        boolean joined = reading.tape().clitics(closed) != 0;
        boolean name = reading.isAny(token, SURE_NAMES) && reading.isAny(token + 1, SURE_NAMES);
        return !(joined && name);
    }

    /** "Several of the ministers", "both X and Y": the phrase goes on behind the word of quantity. */
    private boolean quantity(Mention m, Place place) {
        int next = reading.tape().end(reading.hit(m.from, WordClass.QUANTITY.bit(), false));
        if (reading.is(next, WordClass.PREPOSITION) && reading.term(reading.hit(next, WordClass.PREPOSITION.bit(), false)).entry().is("from")) {
            next = reading.tape().end(reading.hit(next, WordClass.PREPOSITION.bit(), false));
        }
        Optional<Mention> rest = read(next, place);
        if (rest.isEmpty()) {
            return false;
        }
        m.take(rest.get());
        return true;
    }

    private int longest(int... hits) {
        int best = -1;
        for (int hit : hits) {
            if (hit >= 0 && (best < 0 || reading.tape().end(hit) > reading.tape().end(best))) {
                best = hit;
            }
        }
        return best;
    }

    private boolean weak(int hit) {
        return reading.term(hit).entry().is("weak");
    }

    private boolean isFollowedByName(int hit) {
        return reading.isAny(reading.tape().end(hit), SURE_NAMES);
    }

    private boolean people(int token) {
        return reading.isDefinite(token) && reading.ends("plural", token);
    }

    private void knownBody(Mention m, int hit) {
        Term term = reading.term(hit);
        m.known = Optional.of(term);
        m.to = reading.tape().end(hit);
        m.headToken = m.from;
        String type = term.entry().value("type").orElse("");
        m.kind = type.equals("media") || type.equals("news-agency") ? Kind.OUTLET : Kind.BODY;
        m.gender = Mention.Gender.UNKNOWN;
        m.state = term.entry().value("state").orElse("");
        int head = reading.hit(m.from, WordClass.HEAD.bit(), false);
        if (head >= 0) {
            m.head = Optional.of(reading.term(head));
            m.gender = reading.term(head).role().equals("f") ? Mention.Gender.F : Mention.Gender.M;
        }
    }

    private void knownPerson(Mention m, int hit) {
        Term term = reading.term(hit);
        m.known = Optional.of(term);
        m.nameFrom = m.from;
        m.to = reading.tape().end(hit);
        m.nameTo = m.to;
        m.kind = Kind.PERSON;
        m.gender = gender(term.entry().value("gender").orElse(""));
    }

    private void knownState(Mention m, int hit) {
        Term term = reading.term(hit);
        m.known = Optional.of(term);
        m.state = term.entry().need("iso3");
        m.to = reading.tape().end(hit);
        m.headToken = m.from;
        m.kind = Kind.STATE;
        m.gender = Mention.Gender.UNKNOWN;
    }

    private boolean endState(Mention m, Place place) {
        if (place != Place.ANYWHERE) {
            joint(m, place);
        }
        return true;
    }

    private void title(Mention m, int hit, State state) {
        // A term of the list of offices may be longer than the head noun; the head noun says what sort it is.
        int office = reading.hit(state.token(), WordClass.OFFICE_TERM.bit(), state.afterPreposition());
        int head = reading.hit(state.token(), WordClass.HEAD.bit(), state.afterPreposition());
        m.headToken = m.from;
        m.to = reading.tape().end(hit);
        if (office >= 0) {
            m.office = Optional.of(reading.term(office));
        }
        if (head >= 0) {
            Term term = reading.term(head);
            m.head = Optional.of(term);
            classify(m, term);
        }
        int bare = head >= 0 && reading.tape().end(head) < m.to ? m.to - 1 : m.from;
        state.closed = reading.isDefinite(bare)
                || (m.head.isPresent() && m.head.get().entry().is("counterpart"));
        if (reading.isAny(m.from, WordClass.HONORIFIC.bit())) {
            state.closed = reading.isDefinite(m.from);
        }
    }

    private static void classify(Mention m, Term term) {
        Entry entry = term.entry();
        String role = term.role();
        m.gender = role.equals("f") ? Mention.Gender.F : Mention.Gender.M;
        m.number = role.equals("pl") ? Mention.Number.MANY : role.equals("du") ? Mention.Number.TWO : Mention.Number.ONE;
        if (entry.is("outlet")) {
            m.kind = Kind.OUTLET;
        } else if (entry.is("body") || entry.is("side")) {
            m.kind = Kind.BODY;
        } else if (entry.is("paper")) {
            m.kind = Kind.BODY;
        } else if (entry.is("source") || entry.is("unnamed")) {
            m.kind = Kind.UNNAMED;
        } else if (entry.is("group") || m.number == Mention.Number.MANY) {
            m.kind = Kind.GROUP;
        } else {
            m.kind = Kind.PERSON;
        }
        if (entry.is("plural")) {
            m.number = Mention.Number.UNKNOWN;
        }
        // Plurals of things and of sources take the feminine singular.
        if (m.number == Mention.Number.MANY && (m.kind == Kind.BODY || m.kind == Kind.OUTLET || entry.is("source"))) {
            m.gender = Mention.Gender.F;
            m.number = Mention.Number.UNKNOWN;
        } else if (m.number == Mention.Number.MANY) {
            m.gender = Mention.Gender.UNKNOWN;
        }
    }

    private static Mention.Gender gender(String code) {
        return code.equals("f") ? Mention.Gender.F : code.equals("m") ? Mention.Gender.M : Mention.Gender.UNKNOWN;
    }

    private Mention.Gender genderOfName(int token) {
        int given = reading.hit(token, WordClass.GIVEN.bit(), false);
        if (given < 0) {
            given = reading.hit(token, WordClass.GIVEN.bit(), true);
        }
        return given < 0
                ? Mention.Gender.UNKNOWN
                : gender(reading.term(given).entry().value("gender").orElse(""));
    }

    /** A name begins where a given name is followed by another word of names, or, where an actor is expected, by itself. */
    private boolean isNameStart(int token, boolean afterPreposition, boolean expected) {
        boolean given = afterPreposition
                ? reading.isAfterPreposition(token, WordClass.GIVEN.bit())
                : reading.is(token, WordClass.GIVEN) || reading.is(token, WordClass.NAME_PARTICLE);
        boolean nameWord = !afterPreposition && reading.isAny(token, NAMES);
        boolean more = reading.isAny(token + 1, NAMES) && !reading.isAny(token + 1, STOPPERS);
        if (reading.isAny(token, STOPPERS & ~WordClass.TIME.bit()) && !more) {
            return false;
        }
        if (expected) {
            return nameWord || given;
        }
        return (given || reading.is(token, WordClass.NAME_TOKEN)) && more;
    }

    private boolean isPlainNoun(int token, Place place) {
        if (reading.isAny(token, STOPPERS) || reading.isAny(token, bits(WordClass.OCCASION, WordClass.SAY_PARTICIPLE))) {
            return false;
        }
        if (reading.isAfterPreposition(token, ~0L) || mayBearPreposition(token)) {
            return false;
        }
        if (!reading.isDefinite(token) && reading.ends("accusative", token)) {
            return false;
        }
        boolean people = reading.ends("plural", token);
        if (place == Place.SUBJECT_BEFORE_OBJECT) {
            return !reading.is(token, WordClass.TOPIC)
                    && (people && reading.isDefinite(token) || isNamedByApposition(token));
        }
        return !reading.opens("verb", token) && !reading.is(token, WordClass.TOPIC);
    }

    /** Unknown words before a comma and a title are a name: "X Y, the minister". */
    private boolean isNamedByApposition(int token) {
        for (int j = token; j < Math.min(text.size(), token + MAX_NAME); j++) {
            char mark = text.mark(j);
            if (j > token && (mark == ',' || mark == '\u060C')) {
                return reading.isAny(j + 1, bits(WordClass.OFFICE, WordClass.EXPERT, WordClass.OFFICE_TERM))
                        && !reading.opensWithConjunction(j + 1);
            }
            if (!reading.isWord(j) || reading.isAny(j, STOPPERS | TITLES | WordClass.TOPIC.bit())) {
                return false;
            }
        }
        return false;
    }

    /** Whether an unknown word may be written together with a preposition. */
    private boolean mayBearPreposition(int token) {
        return reading.length(token) > 4 && (reading.opensWith(token, Letters.B) || reading.opensWith(token, Letters.L));
    }

    /** A name in quotation marks where an actor is expected. */
    private boolean quotedName(Mention m, Place place) {
        int q = text.opens(m.from);
        if (q < 0) {
            return false;
        }
        Quotation quotation = text.quotations().get(q);
        int inside = quotation.to() - quotation.from();
        if (!quotation.closed() || inside < 1 || inside > MAX_QUOTED - 2) {
            return false;
        }
        int body = reading.hit(quotation.from(), bits(WordClass.BODY, WordClass.BODY_DOUBTFUL), false);
        if (body < 0 && place == Place.SUBJECT_BEFORE_OBJECT && !reading.isDefinite(quotation.from())) {
            return false;
        }
        m.kind = Kind.BODY;
        m.guess = body < 0;
        m.nameFrom = quotation.from();
        m.nameTo = quotation.to();
        m.headToken = quotation.from();
        m.gender = Mention.Gender.UNKNOWN;
        m.number = Mention.Number.UNKNOWN;
        if (body >= 0) {
            Term term = reading.term(body);
            m.known = Optional.of(term);
            String type = term.entry().value("type").orElse("");
            m.kind = type.equals("media") || type.equals("news-agency") ? Kind.OUTLET : Kind.BODY;
        }
        m.to = quotation.close() + 1;
        joint(m, place);
        return true;
    }

    /** Reads on where a second actor is joined by a conjunction. */
    private void joint(Mention m, Place place) {
        int next = m.to;
        while (m.joint.size() < MAX_NAME && next < text.size() && (reading.opensWith(next, Letters.CONJ) || isLoneConjunction(next))) {
            if (isLoneConjunction(next)) {
                // "X" and "Y", both in marks
                Mention other = new Mention(next + 1);
                if (m.kind == Kind.PERSON || !quotedName(other, place)) {
                    return;
                }
                m.joint.add(other);
                m.to = other.to;
                m.number = Mention.Number.MANY;
                next = m.to;
                continue;
            }
            long starters = TITLES | SURE_NAMES | PLACES | WordClass.METONYM.bit();
            if (!reading.isAny(next, starters) || reading.is(next, WordClass.SAY_FINITE)) {
                return;
            }
            Mention other = new Mention(next);
            if (!begin(other, place == Place.SUBJECT_BEFORE_OBJECT ? place : Place.ANYWHERE)) {
                return;
            }
            m.joint.add(other);
            m.joint.addAll(other.joint);
            other.joint.clear();
            m.to = other.to;
            m.number = Mention.Number.MANY;
            next = m.to;
        }
    }

    private boolean isLoneConjunction(int token) {
        return reading.isWord(token)
                && reading.length(token) == 1
                && reading.language().letters().isConjunction(text.raw().charAt(text.start(token)))
                && token + 1 < text.size()
                && text.opens(token + 1) >= 0;
    }

    /** The loop over the words of one phrase. */
    private final class State {
        static final int BEFORE_NAME = 0;
        static final int IN_NAME = 1;
        static final int AFTER_NAME = 2;

        private final Mention m;
        private final Place place;
        private int name = BEFORE_NAME;
        private int nameTokens;
        /** Whether the noun before needs no further noun to be definite. */
        private boolean closed;

        private int appositions;
        private boolean titled;

        State(Mention m, Place place) {
            this.m = m;
            this.place = place;
        }

        int token() {
            return m.from;
        }

        boolean afterPreposition() {
            return !reading.isAny(m.from, TITLES) && reading.isAfterPreposition(m.from, TITLES);
        }

        void consume() {
            titled = m.headToken >= 0;
            m.titleTo = titled ? m.to : -1;
            int limit = Math.min(text.size(), m.from + MAX_TOKENS);
            while (m.to < limit && step()) {
                // each step moves m.to forward
            }
            if (name == IN_NAME) {
                m.nameTo = m.to;
            }
            if (place != Place.ANYWHERE) {
                joint(m, place);
            }
        }

        private boolean step() {
            int j = m.to;
            byte kind = text.kind(j);
            if (kind == Text.MARK) {
                return mark(j);
            }
            if (kind == Text.NUMBER) {
                return m.head.isPresent() && m.head.get().entry().is("paper") && take(j + 1);
            }
            if (kind != Text.WORD || reading.length(j) < 2) {
                return false;
            }
            if (name != AFTER_NAME && nameWord(j)) {
                return true;
            }
            if (reading.isAny(j, STOPPERS)) {
                return complement(j);
            }
            if (reading.isAny(j, TITLES)) {
                return titleWord(j);
            }
            if (name == AFTER_NAME && !inApposition()) {
                return false;
            }
            if (name != IN_NAME && placeWord(j)) {
                return true;
            }
            if (reading.isAfterPreposition(j, ~0L) || prepositional(j)) {
                return complement(j);
            }
            if (reading.opensWith(j, Letters.CONJ) && !reading.is(j, WordClass.ADJECTIVE)) {
                return coordinated(j);
            }
            return reading.isDefinite(j) ? definite(j) : indefinite(j);
        }

        private boolean inApposition() {
            return appositions > 0;
        }

        private boolean take(int to) {
            if (name == IN_NAME) {
                m.nameTo = m.to;
                name = AFTER_NAME;
            }
            m.to = to;
            return true;
        }

        private boolean nameWord(int j) {
            boolean sure = reading.isAny(j, SURE_NAMES);
            boolean particle = reading.is(j, WordClass.NAME_PARTICLE) && reading.isWord(j + 1);
            boolean rare = name == IN_NAME && reading.is(j, WordClass.NAME_RARE);
            boolean function = reading.isAfterPreposition(j, bits(WordClass.TOPIC, WordClass.FUNCTION, WordClass.QUANTITY));
            if (!sure && !particle && !rare || function && !reading.isAny(j, bits(WordClass.PERSON, WordClass.GIVEN))) {
                return false;
            }
            boolean inside = name == IN_NAME && sure && reading.isAny(j + 1, SURE_NAMES | WordClass.NAME_RARE.bit());
            if (reading.isAny(j, STOPPERS) && !reading.isAny(j, bits(WordClass.PERSON)) && !inside) {
                return false;
            }
            if (reading.opensWith(j, Letters.CONJ) && reading.tape().clitics(reading.hit(j, NAMES | WordClass.NAME_RARE.bit(), false)) != 0) {
                return false;
            }
            if (reading.is(j, WordClass.STATE_ADJECTIVE) && name == BEFORE_NAME) {
                return false;
            }
            if (m.kind == Kind.BODY || m.kind == Kind.OUTLET) {
                // "the office of X", "the X centre": the name belongs to the body.
                if (closed) {
                    return false;
                }
                int person = reading.hit(j, WordClass.PERSON.bit(), false);
                m.to = person >= 0 ? reading.tape().end(person) : j + 1;
                return true;
            }
            if (reading.isAny(j, TITLES) && !reading.isAny(j, bits(WordClass.PERSON, WordClass.GIVEN))) {
                return false;
            }
            if (name == BEFORE_NAME && !closed && titled && reading.isAny(j, TITLES)) {
                return false;
            }
            int person = reading.hit(j, bits(WordClass.PERSON, WordClass.PERSON_SHORT), false);
            int end = person >= 0 ? reading.tape().end(person) : j + 1;
            if (name == BEFORE_NAME) {
                name = IN_NAME;
                m.nameFrom = j;
                if (m.kind == Kind.UNNAMED || m.kind == Kind.GROUP) {
                    m.kind = m.number == Mention.Number.MANY ? Kind.GROUP : Kind.PERSON;
                }
                Mention.Gender named = genderOfName(j);
                if (m.gender == Mention.Gender.UNKNOWN || named == Mention.Gender.F) {
                    m.gender = named;
                }
            } else if (nameTokens >= MAX_NAME) {
                return false;
            }
            if (person >= 0 && m.known.isEmpty()) {
                m.known = Optional.of(reading.term(person));
            }
            nameTokens += end - j;
            m.to = end;
            return true;
        }

        private boolean titleWord(int j) {
            int hit = reading.hit(j, TITLES, false);
            if (name == IN_NAME) {
                // A title straight after a name: "X the director of Y"; but not the object of the verb before.
                boolean direct = place != Place.SUBJECT_BEFORE_OBJECT || reading.is(j, WordClass.OFFICE);
                if (titled && !reading.isDefinite(j)) {
                    direct = false;
                }
                if (!direct || !reading.is(j, WordClass.OFFICE) && !reading.is(j, WordClass.EXPERT)) {
                    return false;
                }
                m.nameTo = m.to;
                name = AFTER_NAME;
                appositions++;
                setTitle(j, hit);
                m.to = reading.tape().end(hit);
                closed = reading.isDefinite(m.to - 1);
                return true;
            }
            if (name == AFTER_NAME && !inApposition()) {
                return false;
            }
            if (closed && reading.isDefinite(j) && reading.term(hit).entry().is("ministry") && reading.isDefinite(j - 1)) {
                // "foreign" after "relations", "affairs", "policy" is an adjective, not the ministry.
                m.to = j + 1;
                m.titleTo = m.to;
                return true;
            }
            if (closed && reading.isDefinite(j) && reading.ends("relation", j) && !reading.isAny(j, bits(WordClass.OFFICE, WordClass.EXPERT))) {
                return definite(j);
            }
            if (closed && !reading.isAny(j, bits(WordClass.HONORIFIC, WordClass.OFFICE, WordClass.EXPERT, WordClass.ADJECTIVE))) {
                return false;
            }
            if (closed && place == Place.SUBJECT_BEFORE_OBJECT && !reading.isDefinite(j) && !reading.is(j, WordClass.HONORIFIC)) {
                return false;
            }
            if (reading.opensWith(j, Letters.CONJ) && reading.tape().clitics(hit) != 0) {
                return false;
            }
            if (m.headToken < 0 || m.head.isPresent() && m.head.get().entry().is("honorific")) {
                setTitle(j, hit);
            }
            m.to = reading.tape().end(hit);
            m.titleTo = m.to;
            closed = reading.isDefinite(m.to - 1);
            return true;
        }

        private void setTitle(int j, int hit) {
            int head = reading.hit(j, WordClass.HEAD.bit(), false);
            int office = reading.hit(j, WordClass.OFFICE_TERM.bit(), false);
            if (m.headToken < 0 || !titled) {
                m.headToken = j;
            }
            titled = true;
            if (head >= 0 && (m.head.isEmpty() || m.head.get().entry().is("honorific"))) {
                m.head = Optional.of(reading.term(head));
                if (!m.hasName()) {
                    classify(m, reading.term(head));
                }
            }
            if (office >= 0 && m.office.isEmpty()) {
                m.office = Optional.of(reading.term(office));
            }
            m.titleTo = reading.tape().end(hit);
        }

        private boolean placeWord(int j) {
            int adjective = reading.hit(j, WordClass.STATE_ADJECTIVE.bit(), false);
            if (adjective >= 0 && reading.tape().clitics(adjective) != Letters.CONJ) {
                if (m.state.isEmpty()) {
                    m.state = reading.term(adjective).entry().need("iso3");
                }
                m.to = reading.tape().end(adjective);
                m.titleTo = m.to;
                return true;
            }
            int hit = reading.hit(j, bits(WordClass.STATE, WordClass.BODY, WordClass.CITY), false);
            if (hit < 0 || closed && !reading.is(j, WordClass.ADJECTIVE) || reading.tape().clitics(hit) == Letters.CONJ) {
                return false;
            }
            Term term = reading.term(hit);
            if (m.state.isEmpty()) {
                m.state = term.entry()
                        .value("iso3")
                        .or(() -> term.entry().value("state"))
                        .orElse("");
            }
            m.to = reading.tape().end(hit);
            m.titleTo = m.to;
            closed = true;
            return true;
        }

        private boolean definite(int j) {
            if (reading.is(j, WordClass.OCCASION) && closed) {
                return false;
            }
            if (name == IN_NAME) {
                boolean surname = nameTokens < 2 && m.known.isEmpty() || reading.isAny(j, NAMES | WordClass.NAME_RARE.bit());
                if (!surname || nameTokens >= MAX_NAME || place == Place.SUBJECT_BEFORE_OBJECT && nameTokens >= 2 && !reading.isAny(j, NAMES)) {
                    return false;
                }
                nameTokens++;
                m.to = j + 1;
                return true;
            }
            if (!closed) {
                closed = true;
                m.to = j + 1;
                m.titleTo = m.to;
                return true;
            }
            boolean adjective = reading.is(j, WordClass.ADJECTIVE) || reading.ends("relation", j);
            if (!adjective && (place == Place.SUBJECT_BEFORE_OBJECT || m.guess)) {
                return false;
            }
            if (!adjective && reading.ends("feminine", j)) {
                return false;
            }
            if (!adjective && isPersonTitle() && !reading.isAny(j, NAMES | WordClass.NAME_RARE.bit()) && place != Place.SUBJECT) {
                return false;
            }
            if (!adjective && isPersonTitle() && reading.isAny(j, NAMES | WordClass.NAME_RARE.bit())) {
                name = IN_NAME;
                m.nameFrom = j;
                nameTokens = 1;
                m.to = j + 1;
                return true;
            }
            m.to = j + 1;
            m.titleTo = m.to;
            return true;
        }

        private boolean isPersonTitle() {
            return m.kind == Kind.PERSON || m.kind == Kind.UNNAMED;
        }

        private boolean indefinite(int j) {
            if (reading.is(j, WordClass.TOPIC) || closed && reading.is(j, WordClass.OCCASION)) {
                return false;
            }
            if (reading.opens("verb", j) && !reading.isAny(j, NAMES)) {
                return false;
            }
            if (reading.is(j, WordClass.SAY_PARTICIPLE) && !reading.isAny(j, NAMES)) {
                return false;
            }
            if (name == IN_NAME) {
                if (place == Place.ANYWHERE || nameTokens >= 4) {
                    return false;
                }
                if (place == Place.SUBJECT_BEFORE_OBJECT && !reading.is(j, WordClass.NAME_RARE) && !standsBeforeObject(j + 1)) {
                    return false;
                }
                nameTokens++;
                m.to = j + 1;
                return true;
            }
            if (!closed) {
                if (m.guess && place == Place.SUBJECT_BEFORE_OBJECT || mayBearPreposition(j)) {
                    return false;
                }
                m.to = j + 1;
                m.titleTo = m.to;
                return true;
            }
            // After a complete title an unknown noun without article is a name.
            if (isPersonTitle() && !m.guess && titled && m.number == Mention.Number.ONE && place != Place.ANYWHERE) {
                if (place == Place.SUBJECT_BEFORE_OBJECT
                        && !reading.isAny(j, NAMES | WordClass.NAME_RARE.bit())
                        && !reading.isAny(j + 1, NAMES)
                        && !standsBeforeObject(j + 1)) {
                    return false;
                }
                name = IN_NAME;
                m.nameFrom = j;
                nameTokens = 1;
                m.to = j + 1;
                return true;
            }
            return false;
        }

        /** Whether what stands here cannot complete the noun before it: that noun was the end of a name. */
        private boolean standsBeforeObject(int j) {
            return !reading.isWord(j)
                    || reading.isAny(j, STOPPERS | bits(WordClass.TOPIC, WordClass.HEAD, WordClass.SAY_NOUN))
                            && !reading.isDefinite(j);
        }

        /** "… of culture and information": a second complement of the same title. */
        private boolean coordinated(int j) {
            boolean inTitle = name == BEFORE_NAME || inApposition();
            boolean title = inTitle && closed && (titled && isPersonTitle() || m.kind == Kind.BODY);
            if (!title || reading.isAny(j, TITLES | PLACES | SURE_NAMES) || !reading.isDefinite(j)) {
                return false;
            }
            m.to = j + 1;
            m.titleTo = m.to;
            return true;
        }

        private boolean prepositional(int j) {
            return reading.isDefinite(j) && reading.opensWith(j, Letters.L);
        }

        /** "in the ministry", "of the United Nations", "on behalf of": a complement that belongs to the title. */
        private boolean complement(int j) {
            if (name != BEFORE_NAME && !inApposition()) {
                return false;
            }
            if (!(isPersonTitle() || m.kind == Kind.GROUP || m.kind == Kind.BODY) || m.guess && place == Place.SUBJECT_BEFORE_OBJECT) {
                return false;
            }
            int behalf = reading.hit(j, bits(WordClass.NAME_PARTICLE), false);
            if (behalf >= 0) {
                return false;
            }
            if (reading.is(j, WordClass.PREPOSITION)) {
                int hit = reading.hit(j, WordClass.PREPOSITION.bit(), false);
                Term term = reading.term(hit);
                boolean links = term.entry().is("in") || term.entry().is("to") || term.entry().is("on") || term.entry().is("from") || term.words().length() == 3 && term.entry().is("time");
                int next = reading.tape().end(hit);
                boolean placed = reading.isAny(next, PLACES) && !reading.is(next, WordClass.OCCASION);
                if (!links || !placed || reading.is(next, WordClass.TIME)) {
                    return false;
                }
                m.to = next;
                closed = false;
                return placeWord(next) || stepTitle(next);
            }
            // Joined prepositions: "for …", "in …" written with the next word.
            if (reading.isAfterPreposition(j, HEARERS)) {
                return false;
            }
            int place2 = reading.hit(j, PLACES, true);
            if (place2 >= 0) {
                if (m.state.isEmpty()) {
                    m.state = reading.term(place2).entry().value("iso3").or(() -> reading.term(place2).entry().value("state")).orElse("");
                }
                m.to = reading.tape().end(place2);
                m.titleTo = m.to;
                closed = reading.isDefinite(j) || !reading.isAfterPreposition(j, WordClass.BODY_HEAD.bit());
                return true;
            }
            if (reading.isAfterPreposition(j, WordClass.BEHALF.bit())) {
                m.to = j + 1;
                m.titleTo = m.to;
                closed = false;
                return true;
            }
            if (reading.opensWith(j, Letters.L) && reading.isAfterPreposition(j, WordClass.TOPIC.bit()) && isPersonTitle() && place != Place.ANYWHERE) {
                m.to = j + 1;
                m.titleTo = m.to;
                closed = false;
                return true;
            }
            if (prepositional(j) && !reading.isAny(j, STOPPERS) && isPersonTitle()) {
                m.to = j + 1;
                m.titleTo = m.to;
                closed = true;
                return true;
            }
            return false;
        }

        private boolean stepTitle(int j) {
            int hit = reading.hit(j, TITLES | WordClass.STATE_DOUBTFUL.bit(), false);
            if (hit < 0) {
                return false;
            }
            m.to = reading.tape().end(hit);
            m.titleTo = m.to;
            closed = reading.isDefinite(m.to - 1);
            return true;
        }

        private boolean mark(int j) {
            char mark = text.mark(j);
            int partner = text.partner(j);
            if (partner > j && mark == '(') {
                return partner - j <= MAX_BRACKETED && take2(partner + 1);
            }
            int q = text.opens(j);
            if (q >= 0) {
                Quotation quotation = text.quotations().get(q);
                int inside = quotation.to() - quotation.from();
                boolean nameable = m.kind == Kind.BODY || m.kind == Kind.OUTLET || m.kind == Kind.UNNAMED || name == BEFORE_NAME && titled;
                if (quotation.closed() && inside >= 1 && inside <= MAX_QUOTED && nameable && (m.kind != Kind.PERSON || !closed)) {
                    if ((m.kind == Kind.BODY || m.kind == Kind.OUTLET) && m.nameFrom < 0) {
                        m.nameFrom = quotation.from();
                        m.nameTo = quotation.to();
                        name = AFTER_NAME;
                        int body = reading.hit(quotation.from(), bits(WordClass.BODY, WordClass.BODY_DOUBTFUL), false);
                        if (body >= 0 && m.known.isEmpty()) {
                            m.known = Optional.of(reading.term(body));
                        }
                    }
                    m.to = quotation.close() + 1;
                    closed = true;
                    return true;
                }
                return false;
            }
            boolean comma = mark == ',' || mark == '\u060C';
            return comma && apposition(j + 1);
        }

        private boolean take2(int to) {
            if (name == IN_NAME) {
                m.nameTo = m.to;
            }
            m.to = to;
            return true;
        }

        /** "name, title" or "title, name"; the comma is taken only with what follows it. */
        private boolean apposition(int j) {
            if (appositions >= 2 || !reading.isWord(j) || reading.isAny(j, STOPPERS) || m.kind == Kind.STATE) {
                return false;
            }
            if (name == BEFORE_NAME && titled && (isPersonTitle())) {
                boolean nameFollows = reading.isAny(j, SURE_NAMES) && !reading.isAny(j, TITLES) || isFollowedBy(j);
                if (!nameFollows || reading.is(j, WordClass.TOPIC)) {
                    return false;
                }
                appositions++;
                m.to = j;
                closed = true;
                if (reading.isAny(j, TITLES)) {
                    return titleWord(j);
                }
                return nameWord(j);
            }
            if (name != BEFORE_NAME && m.kind == Kind.PERSON && reading.isAny(j, TITLES)
                    && reading.isAny(j, bits(WordClass.OFFICE, WordClass.EXPERT, WordClass.OFFICE_TERM))
                    && !reading.opensWithConjunction(j)) {
                if (name == IN_NAME) {
                    m.nameTo = m.to;
                }
                int hit = reading.hit(j, TITLES, false);
                name = AFTER_NAME;
                appositions++;
                setTitle(j, hit);
                m.to = reading.tape().end(hit);
                closed = reading.isDefinite(m.to - 1);
                return true;
            }
            return false;
        }

        private boolean isFollowedBy(int j) {
            return reading.is(j, WordClass.HONORIFIC) && reading.isAny(j + 1, SURE_NAMES | WordClass.NAME_RARE.bit());
        }
    }
}
