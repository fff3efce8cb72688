package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.Optional;
import org.mahdar.extract.Phrase.Place;
import org.mahdar.language.Term;
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
    private static final int MAX_QUOTED = 5;
    private static final long STARTERS =
            Nouns.TITLES | Nouns.SURE_NAMES | Nouns.PLACES | bits(WordClass.METONYM, WordClass.STATE_ADJECTIVE);
    /** One of these is at the head of every phrase that shows itself to name an actor. */
    private static final long SHOWN = STARTERS | WordClass.NAME_PARTICLE.bit();
    /** What makes an everyday word before it the head of an actor's name. */
    private static final long NAMED =
            Nouns.SURE_NAMES | bits(WordClass.STATE, WordClass.CITY, WordClass.STATE_ADJECTIVE);

    private static final long NO_NAMES = STARTERS & ~Nouns.SURE_NAMES;
    private static final long QUANTITIES = bits(WordClass.QUANTITY, WordClass.DEMONSTRATIVE, WordClass.CARDINAL);
    private static final long JOINT_STARTERS = Nouns.TITLES | Nouns.SURE_NAMES | Nouns.PLACES | WordClass.METONYM.bit();

    private final Reading reading;
    private final Text text;
    private final int masculine;
    private final int any;
    private final int styles;
    private final int sames;
    private final int feints;
    private final Nouns nouns;
    private final PhraseWords words;
    private final SharedTitles titles;
    private final LateNames late;
    private final BareNames bare;
    private final UnreadSubjects unread;

    PhraseReader(Reading reading) {
        this.reading = reading;
        this.text = reading.text();
        this.masculine = reading.language().symbol("masculines");
        this.any = reading.language().symbol("function.any");
        this.styles = reading.language().symbol("styles");
        this.sames = reading.language().symbol("styles.same");
        this.feints = reading.language().symbol("feints");
        this.nouns = new Nouns(reading);
        this.words = new PhraseWords(reading, nouns);
        this.titles = new SharedTitles(reading, nouns);
        this.late = new LateNames(reading, nouns);
        this.bare = new BareNames(reading, nouns);
        this.unread = new UnreadSubjects(reading, nouns);
    }

    /** Reads the phrase that begins with {@code token}; empty where none does. */
    Optional<Mention> read(int token, Place place, Optional<Term> verb) {
        if (place == Place.ANYWHERE && cannotBegin(token)) {
            return Optional.empty();
        }
        Phrase phrase = new Phrase(new Mention(token), place, verb);
        return begin(phrase) || unread.upToSpeech(phrase) ? Optional.of(phrase.mention) : Optional.empty();
    }

    /** A subject that only the verb of speech behind it shows; empty where none begins with {@code token}. */
    Optional<Mention> beforeVerb(int token) {
        Optional<Mention> subject = unread.beforeVerb(token);
        if (subject.isEmpty() || !reading.isAny(token, QUANTITIES)) {
            return subject;
        }
        int verb = subject.get().to;
        return read(token, Place.SUBJECT_BEFORE_VERB, Optional.empty())
                .filter(crowd -> crowd.to == verb)
                .or(() -> subject);
    }

    /** Whether no phrase begins here that shows itself to be one: so it is with most words. */
    private boolean cannotBegin(int token) {
        return !reading.isWord(token)
                || (!reading.isAny(token, SHOWN) && !reading.isAfterPreposition(token, SHOWN))
                || nouns.isClosedWord(token)
                || nouns.isReport(token)
                || (reading.beginsClause(token) && reading.find(token, feints) >= 0);
    }

    /** "In a statement to the press": an adjective that is a word for a journalist too. */
    private boolean describesSpeech(int token) {
        return reading.is(token - 1, WordClass.OCCASION)
                && !reading.isDefinite(token - 1)
                && !reading.isDefinite(token)
                && reading.is(token, WordClass.EXPERT)
                && reading.ends("relation", token);
    }

    private boolean begin(Phrase phrase) {
        Mention m = phrase.mention;
        Place place = phrase.place;
        int token = m.from;
        boolean expected = place != Place.ANYWHERE;
        if (phrase.beforeObject() && reading.find(token, any) >= 0) {
            // "Ruled out any deal": nobody is any.
            return false;
        }
        if (expected && reading.isAny(token, QUANTITIES)) {
            return quantity(phrase, false);
        }
        if (place == Place.SOURCE && reading.isAfterPreposition(token, WordClass.QUANTITY.bit())) {
            return quantity(phrase, true);
        }
        boolean same = expected
                && reading.find(token, sames) >= 0
                && reading.isDefinite(token + 1)
                && reading.is(token + 1, WordClass.HEAD);
        if (same || (reading.find(token, styles) >= 0 && reading.is(token + 1, WordClass.OFFICE))) {
            return styled(phrase);
        }
        boolean closed = nouns.isClosedWord(token) && !(expected && nouns.isGivenBefore(token));
        if (closed
                || (!expected && nouns.isReport(token))
                || describesSpeech(token)
                || reading.is(token, WordClass.LONE_PREPOSITION)) {
            return expected && bareName(phrase);
        }
        if (text.kind(token) == Text.MARK) {
            return expected && quotedName(phrase);
        }
        if (text.kind(token) == Text.NUMBER) {
            return expected && share(phrase);
        }
        if (!reading.isWord(token)) {
            return false;
        }
        int behind = reading.hit(token, Nouns.TITLES, true);
        // "By the crown prince": a title of several words behind a preposition is no name that begins alike.
        boolean joined = (behind >= 0 && reading.tape().end(behind) > token + 1 && !reading.isAny(token, NO_NAMES))
                || (!reading.isAny(token, STARTERS) && reading.isAfterPreposition(token, STARTERS));
        int person = reading.hit(token, Nouns.PERSONS, joined);
        int title = reading.hit(token, Nouns.TITLES, joined);
        int body = reading.hit(token, WordClass.BODY.bit(), joined);
        int state = reading.hit(token, WordClass.STATE.bit(), joined);
        int adjective = reading.hit(token, WordClass.STATE_ADJECTIVE.bit(), joined);
        int metonym = reading.hit(token, WordClass.METONYM.bit(), joined);
        // A body known by a name of its own goes before a title as long as it, one of a sort behind it.
        int named = longer(longer(person, isOwnName(body) ? body : -1), title);
        int longest = longer(longer(named, body), state);
        if (longest >= 0 && longest == body) {
            knownBody(m, body);
            bearerOf(m);
            phrase.closed = true;
        } else if (longest >= 0 && longest == person) {
            Term term = reading.term(person);
            m.known = Optional.of(term);
            m.gender = Mention.genderOf(term);
            phrase.beginName(token, reading.tape().end(person));
            phrase.nameWords = 0;
        } else if (longest >= 0 && longest == state) {
            return !reading.describesPlace(token) && state(phrase, state);
        } else if (title >= 0
                && !(phrase.isSubject() && place != Place.SOURCE && reading.isMarkedAccusative(token))
                && (expected
                        || !Nouns.isWeak(reading.term(title))
                        || reading.isAny(reading.tape().end(title), NAMED))) {
            title(phrase, title, joined);
        } else if (adjective >= 0 && nouns.isPeople(token)) {
            m.kind = Kind.GROUP;
            m.number = Mention.Count.MANY;
            m.gender = Mention.Gender.M;
            phrase.state(reading.term(adjective));
            m.to = reading.tape().end(adjective);
            m.headToken = token;
            phrase.closed = true;
        } else if (expected && metonym >= 0) {
            m.gender = Mention.Gender.F;
            return state(phrase, metonym);
        } else if (nouns.isNameStart(token, joined, expected)) {
            m.gender = nouns.genderOfName(token);
            phrase.beginName(token, nouns.nameEnd(token));
        } else if (expected && (nouns.isPlainNoun(token, place) || isForeignName(phrase, token))) {
            plainNoun(phrase, token);
        } else {
            return expected && bareName(phrase);
        }
        goOn(phrase);
        return true;
    }

    /** "Said N. N., the spokesman": words that no list knows, before a comma and a title. */
    private boolean bareName(Phrase phrase) {
        int end = bare.beforeTitle(phrase.mention.from);
        if (end < 0) {
            return false;
        }
        phrase.mention.kind = Kind.PERSON;
        phrase.mention.gender = Mention.Gender.UNKNOWN;
        phrase.beginName(phrase.mention.from, end);
        phrase.nameWords = end - phrase.mention.from;
        goOn(phrase);
        return true;
    }

    private void goOn(Phrase phrase) {
        Mention m = phrase.mention;
        phrase.titled = m.headToken >= 0;
        m.titleTo = phrase.titled ? m.to : -1;
        words.goOn(phrase, Math.min(text.size(), m.from + MAX_TOKENS));
        bearer(phrase);
        bare.read(phrase);
        late.read(phrase);
        titles.split(phrase);
        // "The two presidents, N. N. and N. N.", wherever they stand
        boolean two = m.number == Mention.Count.TWO && (m.hasName() || m.known.isPresent());
        if (!phrase.anywhere() || two) {
            joint(phrase);
        }
    }

    /** "The deputy chancellor and minister of economy, N. N.": two offices, one who bears them. */
    private void bearer(Phrase phrase) {
        Mention m = phrase.mention;
        int next = phrase.to();
        boolean office = m.kind == Kind.PERSON
                && m.number == Mention.Count.ONE
                && phrase.titled
                && !m.hasName()
                && next - m.headToken > 1
                && phrase.appositions == 0;
        boolean comma = office && reading.isComma(next);
        next += comma ? 1 : 0;
        boolean another = office
                && reading.is(next, WordClass.OFFICE)
                && reading.opensWithConjunction(next) != comma
                && !reading.term(reading.hit(next, Nouns.TITLES, false)).entry().is("counterpart");
        if (!another) {
            return;
        }
        read(next, Place.ANYWHERE, phrase.verb)
                .filter(other -> other.kind == Kind.PERSON && other.hasName() && other.number == Mention.Count.ONE)
                .filter(other -> m.state.isEmpty() || other.state.isEmpty() || m.state.equals(other.state))
                .ifPresent(other -> {
                    m.nameFrom = other.nameFrom;
                    m.nameTo = other.nameTo;
                    m.known = other.known;
                    m.to = other.to;
                    m.state = m.state.isEmpty() ? other.state : m.state;
                    phrase.phase = Phrase.Phase.AFTER_NAME;
                });
    }

    /** "Several of the ministers", "both X and Y", "these sources": the phrase goes on behind the word of quantity. */
    private boolean quantity(Phrase phrase, boolean joined) {
        int next = reading.tape().end(reading.hit(phrase.mention.from, QUANTITIES, joined));
        int preposition = reading.hit(next, WordClass.PREPOSITION.bit(), false);
        if (preposition >= 0 && reading.term(preposition).entry().is("from")) {
            next = reading.tape().end(preposition);
        }
        Optional<Mention> rest = read(next, preposition >= 0 ? Place.SUBJECT : phrase.place, phrase.verb);
        rest.ifPresent(phrase.mention::take);
        return rest.isPresent();
    }

    /** "His excellency the prime minister", where the form of address is written like another noun. */
    private boolean styled(Phrase phrase) {
        Optional<Mention> rest = read(phrase.mention.from + 1, phrase.place, phrase.verb);
        rest.ifPresent(office -> {
            phrase.mention.take(office);
            phrase.mention.number = office.number;
        });
        return rest.isPresent();
    }

    /** "60 % of those asked": so many of a crowd. */
    private boolean share(Phrase phrase) {
        Mention m = phrase.mention;
        int end = reading.percentEnd(m.from + 1);
        int of = reading.hit(m.from + 1, WordClass.PREPOSITION.bit(), false);
        boolean some = end < 0 && of >= 0 && reading.term(of).entry().is("from");
        if (some && reading.isWord(m.from + 2)) {
            // "19 of its members"
            m.kind = Kind.UNNAMED;
            m.number = Mention.Count.UNKNOWN;
            m.headToken = m.from;
            m.to = read(m.from + 2, Place.SUBJECT, phrase.verb)
                    .filter(crowd -> !crowd.hasName())
                    .map(crowd -> crowd.to)
                    .orElse(m.from + 3);
            return true;
        }
        if (end < 0) {
            return false;
        }
        m.kind = Kind.UNNAMED;
        m.number = Mention.Count.UNKNOWN;
        m.headToken = m.from;
        m.to = end;
        of = reading.hit(m.to, WordClass.PREPOSITION.bit(), false);
        if (of >= 0 && reading.term(of).entry().is("from")) {
            read(reading.tape().end(of), Place.SUBJECT, phrase.verb)
                    .filter(crowd -> !crowd.hasName())
                    .ifPresent(crowd -> m.to = crowd.to);
        }
        return true;
    }

    /** Whether a body is known by this name alone, and it is no word for a sort of bodies: "the Kremlin". */
    private boolean isOwnName(int body) {
        return body >= 0 && !Knowledge.isGeneric(reading.term(body).entry());
    }

    /** The longer one of two hits; the first where they are alike. */
    private int longer(int hit, int other) {
        boolean longer = other >= 0
                && (hit < 0 || reading.tape().end(other) > reading.tape().end(hit));
        return longer ? other : hit;
    }

    private void knownBody(Mention m, int hit) {
        Term term = reading.term(hit);
        m.known = Optional.of(term);
        m.to = reading.tape().end(hit);
        m.headToken = m.from;
        m.kind = Mention.kindOf(term);
        m.state = term.entry().value("state").orElse("");
        int apart = reading.hit(m.from, WordClass.HEAD.bit(), false);
        int head = apart >= 0 ? apart : reading.hit(m.from, WordClass.HEAD.bit(), true);
        if (head >= 0) {
            m.head = Optional.of(reading.term(head));
            // A plural of things takes the feminine: "the Western states reject (she)".
            String form = reading.term(head).role();
            m.gender = form.equals("f") || form.equals("pl") ? Mention.Gender.F : Mention.Gender.M;
        } else if (m.gender == Mention.Gender.UNKNOWN
                && reading.isDefinite(m.from)
                && reading.ends("feminine", m.from)) {
            m.gender = Mention.Gender.F;
        }
    }

    /** "The office of the prime minister, N. N.": the name behind the title of a body's head belongs to it. */
    private void bearerOf(Mention m) {
        int title = -1;
        for (int token = m.from + 1; token < m.to; token++) {
            title = reading.is(token, WordClass.OFFICE) ? token : title;
        }
        int person =
                title < 0 || reading.opensWithConjunction(m.to) ? -1 : reading.hit(m.to, WordClass.PERSON.bit(), false);
        if (person >= 0) {
            m.to = reading.tape().end(person);
        }
    }

    private boolean state(Phrase phrase, int hit) {
        Mention m = phrase.mention;
        Term term = reading.term(hit);
        m.known = Optional.of(term);
        m.state = term.entry().need("iso3");
        m.to = reading.tape().end(hit);
        m.headToken = m.from;
        m.kind = Kind.STATE;
        m.gender = reading.find(m.from, masculine) >= 0 ? Mention.Gender.M : Mention.Gender.F;
        if (!phrase.anywhere()) {
            joint(phrase);
        }
        return true;
    }

    private void title(Phrase phrase, int hit, boolean joined) {
        Mention m = phrase.mention;
        // A term of the list of offices may be longer than the head noun; the head noun says what sort it is.
        int office = reading.hit(m.from, WordClass.OFFICE_TERM.bit(), joined);
        int head = reading.hit(m.from, WordClass.HEAD.bit(), joined);
        m.headToken = m.from;
        m.to = reading.tape().end(hit);
        if (office >= 0) {
            m.office = Optional.of(reading.term(office));
        }
        if (head >= 0) {
            Term term = reading.term(head);
            m.head = Optional.of(term);
            m.classify(term);
            if (m.number == Mention.Count.TWO && isOneAsObject(m)) {
                m.number = Mention.Count.ONE;
            }
        }
        // "Charge of the affairs of": a title of several words is complete where its last one is definite.
        int last = m.to - 1;
        boolean complete = m.head.isPresent()
                && (m.head.get().entry().is("counterpart")
                        || m.head.get().entry().is("anaphor"))
                && !reading.is(m.from, WordClass.HONORIFIC);
        // "Its commander": nothing completes a noun that has a pronoun.
        boolean owned = m.isOwnOffice() || m.head.map(term -> term.is("poss")).orElse(false);
        phrase.closed = complete || owned || (reading.isDefinite(last) && !isOpen(hit, m.to));
    }

    /** "But a member (object) of the team": written like the two members of something, which would follow at once. */
    private boolean isOneAsObject(Mention m) {
        return reading.ends("accusative", m.headToken)
                && (reading.is(m.to, WordClass.PREPOSITION)
                        || !reading.isWord(m.to)
                        || reading.ends("accusative", m.to));
    }

    /** "Of the committee" and "of a committee of" are written alike where the noun opens with the letter of the preposition. */
    private boolean isOpen(int hit, int next) {
        int clitics = reading.tape().clitics(hit);
        boolean bare = (clitics & Letters.L) != 0 && (clitics & Letters.ARTICLE) == 0;
        boolean completed = reading.isDefinite(next)
                || (reading.isWord(next) && !nouns.stops(next) && reading.isDefinite(next + 1));
        return bare && completed;
    }

    /** A noun that only its place shows to be an actor. */
    private void plainNoun(Phrase phrase, int token) {
        Mention m = phrase.mention;
        int name = nouns.unknownName(token);
        if (name > token) {
            phrase.beginName(token, name);
            return;
        }
        m.guess = true;
        m.headToken = token;
        m.to = token + 1;
        m.gender = reading.ends("feminine", token) ? Mention.Gender.F : Mention.Gender.UNKNOWN;
        boolean many = reading.ends("plural", token);
        m.number = many ? Mention.Count.MANY : Mention.Count.UNKNOWN;
        m.kind = many ? Kind.GROUP : Kind.BODY;
        phrase.closed = reading.isDefinite(token);
    }

    /** Two unknown words or more before a title are a name, also where the first might bear a preposition. */
    private boolean isForeignName(Phrase phrase, int token) {
        return !phrase.verbGoverns("b")
                && !phrase.verbGoverns("l")
                && !reading.isDefinite(token)
                && !reading.isAny(token, bits(WordClass.SAY_NOUN, WordClass.OCCASION))
                && nouns.unknownName(token) > token + 1;
    }

    /** A name in quotation marks where an actor is expected. */
    private boolean quotedName(Phrase phrase) {
        Mention m = phrase.mention;
        int q = text.opens(m.from);
        if (q < 0) {
            return false;
        }
        Quotation quotation = text.quotations().get(q);
        int inside = quotation.to() - quotation.from();
        if (!quotation.closed() || inside < 1 || inside > MAX_QUOTED) {
            return false;
        }
        int body = reading.hit(quotation.from(), bits(WordClass.BODY, WordClass.BODY_DOUBTFUL), false);
        int next = quotation.close() + 1;
        boolean open = reading.is(next, WordClass.PREPOSITION) || nouns.standsBeforeSpeech(next);
        if (body < 0 && phrase.beforeObject() && !open) {
            return false;
        }
        boolean surname = body < 0 && inside == 1 && reading.isAny(quotation.from(), Nouns.SURE_NAMES);
        m.kind = surname ? Kind.PERSON : Kind.BODY;
        m.guess = body < 0 && !surname;
        m.nameFrom = quotation.from();
        m.nameTo = quotation.to();
        m.headToken = quotation.from();
        m.number = Mention.Count.UNKNOWN;
        if (body >= 0) {
            m.known = Optional.of(reading.term(body));
            m.kind = Mention.kindOf(reading.term(body));
        }
        m.to = quotation.close() + 1;
        joint(phrase);
        return true;
    }

    /** Reads on where further actors are joined by a conjunction. */
    private void joint(Phrase phrase) {
        Mention m = phrase.mention;
        while (m.joint.size() < Nouns.MAX_NAME) {
            Optional<Mention> other = another(phrase);
            if (other.isEmpty()) {
                return;
            }
            boolean sameBearer = phrase.appositions > 0
                    && m.isPerson()
                    && m.hasName()
                    && other.get().isPerson()
                    && !other.get().hasName()
                    && m.joint.isEmpty();
            if (sameBearer) {
                // "N. N., under-secretary of health and chairman of the board": a second office of his.
                m.to = other.get().to;
                continue;
            }
            m.beginJoint();
            m.joint.add(other.get());
            m.joint.addAll(other.get().joint);
            other.get().joint.clear();
            m.to = other.get().to;
            m.number = Mention.Count.MANY;
        }
    }

    private static boolean isSameSort(Mention body, Term other) {
        String sort = other.entry().value("type").orElse("");
        return body.known
                .filter(known -> !sort.isEmpty()
                        && known.entry().value("type").orElse("").equals(sort))
                .isPresent();
    }

    private Optional<Mention> another(Phrase phrase) {
        int next = phrase.to();
        if (nouns.isLoneConjunction(next)) {
            Phrase other = new Phrase(new Mention(next + 1), phrase.place, phrase.verb);
            return phrase.mention.isPerson() || !quotedName(other) ? Optional.empty() : Optional.of(other.mention);
        }
        int adjective = reading.hit(next, WordClass.STATE_ADJECTIVE.bit(), false);
        boolean second = phrase.mention.number == Mention.Count.TWO
                && phrase.mention.hasName()
                && adjective >= 0
                && reading.opensWithConjunction(next)
                && nouns.isSureName(reading.tape().end(adjective));
        if (second) {
            // "The two presidents, the Russian N. N. and the American N. N."
            Optional<Mention> other = read(reading.tape().end(adjective), Place.SOURCE, phrase.verb);
            other.ifPresent(one -> one.state = reading.term(adjective).entry().need("iso3"));
            return other;
        }
        int doubtful = reading.hit(next, WordClass.STATE_DOUBTFUL.bit(), false);
        if (phrase.mention.kind == Kind.STATE && doubtful >= 0 && reading.opensWith(next, Letters.CONJ)) {
            // "Bahrain and Oman": beside a state a name that could be another word is a state too.
            Phrase other = new Phrase(new Mention(next), Place.ANYWHERE, phrase.verb);
            state(other, doubtful);
            return Optional.of(other.mention);
        }
        int capital = reading.hit(next, WordClass.METONYM.bit(), false);
        if (phrase.mention.kind == Kind.STATE && !phrase.anywhere() && isConjoined(capital)) {
            // "Between Washington and Tehran"
            Phrase other = new Phrase(new Mention(next), Place.ANYWHERE, phrase.verb);
            state(other, capital);
            return Optional.of(other.mention);
        }
        int alike = reading.hit(next, WordClass.BODY_DOUBTFUL.bit(), false);
        if (isConjoined(alike) && isSameSort(phrase.mention, reading.term(alike))) {
            // "Hamas and the Jihad": beside a movement a name that could be other words is a movement too.
            Phrase other = new Phrase(new Mention(next), Place.ANYWHERE, phrase.verb);
            knownBody(other.mention, alike);
            return Optional.of(other.mention);
        }
        int brief = Persons.doubtful(reading, next);
        if (phrase.mention.isPerson() && phrase.mention.hasName() && isConjoined(brief)) {
            // "N. N. and N.": beside somebody's name a family name that is also another word is a name.
            Phrase other = new Phrase(new Mention(next), Place.ANYWHERE, phrase.verb);
            other.beginName(next, reading.tape().end(brief));
            goOn(other);
            return Optional.of(other.mention);
        }
        int starter = reading.hit(next, JOINT_STARTERS, false);
        boolean joined = isConjoined(starter) && !reading.is(next, WordClass.SAY_FINITE);
        return joined
                ? read(next, phrase.beforeObject() ? phrase.place : Place.ANYWHERE, phrase.verb)
                : Optional.empty();
    }

    private boolean isConjoined(int hit) {
        return hit >= 0 && (reading.tape().clitics(hit) & Letters.CONJ) != 0;
    }
}
