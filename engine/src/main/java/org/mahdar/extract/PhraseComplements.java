package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.Optional;
import org.mahdar.language.Term;
import org.mahdar.model.Actor.Kind;
import org.mahdar.text.Letters;
import org.mahdar.text.Quotation;

/** Reads what completes a title behind a preposition or a conjunction. */
final class PhraseComplements {
    /** "In his talk to …": what follows such a preposition is told, not described. */
    private static final long HEARERS = bits(WordClass.OUTLET_HEAD, WordClass.EXPERT);

    private static final int SHORT = 3;
    private static final int MAX_QUOTED = 7;
    /** How far before somebody the occasion may be named at which he was met. */
    private static final int MAX_OCCASION = 12;

    private final Reading reading;
    private final Nouns nouns;
    private final PhraseWords words;
    private final int arrive;
    private final int leave;
    private final int events;
    private final int deeds;
    private final int meet;
    private final int hold;
    private final int regions;
    private final int ownCountries;
    private final int portfolios;
    private final int seats;

    PhraseComplements(Reading reading, Nouns nouns, PhraseWords words) {
        this.reading = reading;
        this.nouns = nouns;
        this.words = words;
        this.arrive = reading.language().symbol("meet.arrive");
        this.leave = reading.language().symbol("meet.leave");
        this.events = reading.language().symbol("events");
        this.deeds = reading.language().symbol("deeds");
        this.meet = reading.language().symbol("meet");
        this.hold = reading.language().symbol("hold.hold");
        this.seats = reading.language().symbol("seats");
        this.regions = reading.language().symbol("destinations");
        this.ownCountries = reading.language().symbol("own-side.country");
        this.portfolios = reading.language().symbol("portfolios");
    }

    /** "… of culture and information": a second complement of the same title. */
    boolean coordinated(Phrase phrase, int token) {
        boolean title = phrase.closed
                && phrase.inTitle()
                && ((phrase.titled && phrase.ofPerson()) || phrase.mention.kind == Kind.BODY);
        int state = phrase.mention.number == Mention.Count.TWO ? reading.hit(token, WordClass.STATE.bit(), false) : -1;
        if (title && state >= 0 && nouns.isSureName(reading.tape().end(state))) {
            // "The foreign ministers of X and Y, N. N. and N. N."
            return phrase.takeTitle(reading.tape().end(state), true);
        }
        // Behind a body that is known by its name stands another one.
        boolean body = phrase.mention.known.isPresent() && reading.is(token, WordClass.BODY_DOUBTFUL);
        boolean another = body
                || (reading.isAny(token, Nouns.TITLES | Nouns.PLACES | Nouns.PERSONS)
                        && !reading.is(token, WordClass.WEAK_HEAD));
        if (!title || another || !reading.isDefinite(token)) {
            return false;
        }
        return phrase.takeTitle(token + 1, phrase.closed);
    }

    /** "The two movements X and Y": the names behind the word for two are the bodies themselves. */
    boolean twin(Phrase phrase, int token) {
        Mention m = phrase.mention;
        boolean two = phrase.ofBody() && m.number == Mention.Count.TWO && token == m.headToken + 1;
        int name = two ? reading.hit(token, bits(WordClass.BODY, WordClass.BODY_DOUBTFUL), false) : -1;
        if (name < 0) {
            return false;
        }
        m.known = Optional.of(reading.term(name));
        return phrase.takeTitle(reading.tape().end(name), true);
    }

    /** "The ambassador of our country, N. N.": a title that its own country completes. */
    boolean ownCountry(Phrase phrase, int token) {
        boolean open = phrase.inTitle() && phrase.titled && !phrase.closed && phrase.ofPerson();
        return open
                && reading.find(token, ownCountries) >= 0
                && reading.prepositionOf(token) == 0
                && phrase.takeTitle(token + 1, true);
    }

    /** Whether the word has the article and opens with a preposition. */
    boolean isJoined(int token) {
        return reading.isDefinite(token)
                && (reading.opensWith(token, Letters.L) || reading.opensWith(token, Letters.B));
    }

    /** "Charged with the file", "for the affairs of": what such a word and a preposition lead to completes the title. */
    boolean isGoverned(Phrase phrase, int token) {
        boolean governed = reading.is(token - 1, WordClass.GOVERNOR) && token - 1 > phrase.mention.headToken;
        return (governed && (reading.opensWith(token, Letters.B) || reading.opensWith(token, Letters.L)))
                || (phrase.titled && phrase.ofPerson() && isPortfolio(token));
    }

    /** "For the affairs of": what follows is the field of an office, and not whose it is. */
    boolean isPortfolio(int token) {
        return reading.opensWith(token, Letters.L) && reading.find(token, portfolios) >= 0;
    }

    /** "in the ministry", "of the United Nations", "on behalf of": a complement that belongs to the title. */
    boolean read(Phrase phrase, int token) {
        // "His American counterpart in Vienna" met him there; "its counterpart in the union" needs the place.
        boolean counterpart = !phrase.mention.state.isEmpty()
                && phrase.mention
                        .head
                        .map(head -> head.entry().is("counterpart"))
                        .orElse(false);
        if (!phrase.inTitle()
                || counterpart
                || reading.isAny(token, bits(WordClass.NAME_PARTICLE, WordClass.PREPOSITION_PRONOUN))) {
            return isInIt(phrase, token) && phrase.takeTitle(token + 1, true);
        }
        if (phrase.closed
                && phrase.mention
                        .office
                        .filter(office -> office.entry().value("of").isPresent())
                        .isPresent()) {
            // "The Custodian of the Two Mosques" needs no complement: where he is, is told.
            return false;
        }
        boolean fits = phrase.ofPerson() || phrase.mention.kind == Kind.GROUP || phrase.mention.kind == Kind.BODY;
        if (!fits || (phrase.mention.guess && phrase.beforeObject())) {
            return false;
        }
        return reading.is(token, WordClass.PREPOSITION) ? apart(phrase, token) : joined(phrase, token);
    }

    /** "The leader in it, N. N.": an office in what was named before, and a name right behind. */
    private boolean isInIt(Phrase phrase, int token) {
        return phrase.inTitle()
                && phrase.ofPerson()
                && phrase.closed
                && token - 1 == phrase.mention.headToken
                && reading.is(token - 1, WordClass.OFFICE)
                && reading.is(token, WordClass.PREPOSITION_PRONOUN)
                && nouns.isSureName(token + 1)
                && !nouns.stops(token + 1);
    }

    private boolean isDirected(int token) {
        int hit = reading.hit(token, WordClass.GOVERNOR.bit(), false);
        return hit >= 0 && reading.term(hit).entry().is("to");
    }

    /** A preposition that is a word of its own. */
    private boolean apart(Phrase phrase, int token) {
        int hit = reading.hit(token, WordClass.PREPOSITION.bit(), false);
        Term term = reading.term(hit);
        int next = reading.tape().end(hit);
        boolean names = term.entry().is("in") || (term.entry().is("about") && standsFor(phrase.mention));
        if (names && quoted(phrase, next)) {
            return true;
        }
        boolean governor = reading.is(token - 1, WordClass.GOVERNOR)
                || (reading.is(token - 1, WordClass.ADJECTIVE) && reading.is(token - 2, WordClass.GOVERNOR));
        // "The official in charge of the file", but not where the verb wants what follows: "the official talked about".
        boolean wanted = phrase.wants(term) && !reading.is(token - 1, WordClass.EXPERT);
        boolean gone = term.entry().is("to") && goes(phrase.mention, next);
        // "The parties concerned to respect": what they are called on to do.
        boolean astray = term.entry().is("to") && !isDirected(token - 1);
        if (governor && !wanted && !gone && !astray && governed(phrase, next)) {
            origin(phrase, term, next);
            return true;
        }
        boolean links = term.entry().is("in")
                || (term.entry().is("to") && isSent(phrase.mention) && !goes(phrase.mention, next))
                || (term.entry().is("on") && !phrase.closed)
                || (term.entry().is("about") && standsFor(phrase.mention))
                || (term.entry().is("from") && !phrase.closed)
                || (term.words().length() == SHORT && term.entry().is("time"));
        if (term.entry().is("in") && isMet(phrase.mention, next)) {
            return false;
        }
        int region = links && term.entry().is("to") ? reading.find(next, regions) : -1;
        if (region >= 0) {
            // "The envoy to the Middle East"
            return phrase.takeTitle(reading.tape().end(region), true);
        }
        boolean here = term.entry().is("in") && isOfState(phrase.mention, token);
        if (links && !here && reading.is(next, WordClass.PLACE_HEAD)) {
            return phrase.takeTitle(next + 1, reading.isDefinite(next));
        }
        boolean placed = reading.isAny(next, Nouns.PLACES | WordClass.CITY_DOUBTFUL.bit())
                && !reading.is(next, WordClass.OCCASION);
        boolean sent = term.entry().is("to") && links && reading.isDefinite(next) && !reading.is(next, WordClass.HEAD);
        if (sent && !placed && !reading.isAny(next, bits(WordClass.TIME, WordClass.OCCASION))) {
            // "The envoy to the desert": nobody needs to know the place.
            return phrase.takeTitle(next + 1, false);
        }
        if (!links || !placed || here || reading.is(next, WordClass.TIME)) {
            return false;
        }
        origin(phrase, term, next);
        phrase.mention.to = next;
        phrase.closed = false;
        return words.place(phrase, next) || step(phrase, next);
    }

    /** "Officials from X": the state they come from is theirs. */
    private void origin(Phrase phrase, Term preposition, int next) {
        int state = preposition.entry().is("from") ? reading.hit(next, WordClass.STATE.bit(), false) : -1;
        if (state >= 0 && phrase.mention.kind == Kind.UNNAMED) {
            phrase.state(reading.term(state));
        }
    }

    /** "They met the opposition in Geneva": beside an occasion a city is where that took place, but for who has a seat there. */
    private boolean isMet(Mention m, int place) {
        boolean seated = m.head.map(head -> head.entry().is("seated")).orElse(false);
        boolean group = m.kind == Kind.GROUP || m.kind == Kind.BODY;
        boolean capital = reading.is(place, WordClass.PLACE_HEAD) && reading.isDefinite(place);
        boolean city = reading.isAny(place, bits(WordClass.CITY, WordClass.CITY_DOUBTFUL));
        boolean home = capital && m.kind == Kind.PERSON && isHome(m);
        boolean seat = !home && (reading.is(place, WordClass.PLACE_HEAD) || reading.find(place, seats) >= 0);
        boolean in = (group || m.isDelegation()) && (capital || city);
        if (!(in || home || seat) || seated) {
            return false;
        }
        int start = Math.max(0, m.from - MAX_OCCASION);
        for (int token = m.from - 1;
                token >= start && reading.sentenceOf(token) == reading.sentenceOf(m.from);
                token--) {
            if (reading.find(token, events) >= 0 || reading.find(token, meet) >= 0 || reading.find(token, hold) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHome(Mention m) {
        return m.head.map(head -> head.entry().is("home")).orElse(false);
    }

    /** "The Egyptian president in Cairo": of his state he is, and in the city he spoke or met somebody. */
    private boolean isOfState(Mention m, int end) {
        int term = reading.hit(m.headToken, WordClass.OFFICE_TERM.bit(), false);
        int title = term < 0 ? m.headToken + 1 : reading.tape().end(term);
        return isHome(m)
                && title == end - 1
                && reading.isAny(end - 1, bits(WordClass.STATE_ADJECTIVE, WordClass.STATE));
    }

    /** Whether "to" a place belongs to the office, as with envoys; with others it is where they went. */
    private static boolean isSent(Mention m) {
        return m.office.map(office -> office.entry().is("sent")).orElse(false) && !m.isDelegation();
    }

    /** "The envoy went to": a verb of going stands before, and no name behind the place. */
    private boolean goes(Mention m, int place) {
        int hit = reading.hit(place, Nouns.PLACES, false);
        boolean named = hit >= 0 && nouns.isAnyName(reading.tape().end(hit));
        return !named && (reading.find(m.from - 1, arrive) >= 0 || reading.find(m.from - 1, leave) >= 0);
    }

    /** Whether the office before a token, an adjective aside, is a second one to somebody: a deputy, an assistant. */
    private boolean isSecond(int token) {
        for (int at = token - 1; at >= Math.max(0, token - 2); at--) {
            int head = reading.hit(at, WordClass.HEAD.bit(), false);
            if (head >= 0 && reading.term(head).entry().is("second")) {
                return true;
            }
        }
        return false;
    }

    /** "Representatives of X" has whom they stand for behind "about". */
    private static boolean standsFor(Mention m) {
        return m.head.map(head -> head.entry().is("stands-for")).orElse(false);
    }

    /** A preposition written together with the noun. */
    private boolean joined(Phrase phrase, int token) {
        boolean here = reading.opensWith(token, Letters.B)
                && (isOfState(phrase.mention, token) || isMet(phrase.mention, token))
                && reading.isAfterPreposition(token, Nouns.PLACES | WordClass.PLACE_HEAD.bit());
        if (here || (phrase.verbGoverns("b") && reading.opensWith(token, Letters.B))) {
            return false;
        }
        int told = reading.opensWith(token, Letters.L)
                ? reading.hit(token, bits(WordClass.BODY, WordClass.BODY_DOUBTFUL), true)
                : -1;
        boolean outlet = told >= 0 && Mention.kindOf(reading.term(told)) == Kind.OUTLET;
        // "The director told the agency", not "the director of the agency, N. N."; of the Atomic Energy Agency he is
        // one.
        boolean hearer = outlet || (told < 0 && reading.isAfterPreposition(token, HEARERS));
        if (hearer && !isNamed(outlet ? reading.tape().end(told) : token + 1)) {
            return false;
        }
        boolean required = phrase.verbGoverns("stipulates") && reading.opensWith(token, Letters.L);
        if (required && reading.find(token, deeds) >= 0) {
            // "The mediator required for a return that": what for, not whose.
            return false;
        }
        boolean event = reading.opensWith(token, Letters.L) && reading.find(token, events) >= 0;
        if (event && !isGoverned(phrase, token) && !isFieldOf(phrase, token)) {
            // "The officials, to confer with them": what for, not whose.
            return false;
        }
        if (isGoverned(phrase, token)) {
            return phrase.takeTitle(token + 1, reading.isDefinite(token));
        }
        int tail = reading.hit(token, WordClass.BODY_TAIL.bit(), true);
        if (tail >= 0) {
            return phrase.takeTitle(reading.tape().end(tail), true);
        }
        if (reading.isAfterPreposition(token, WordClass.PLACE_HEAD.bit()) && !phrase.verbGoverns("b")) {
            return phrase.takeTitle(token + 1, reading.isDefinite(token));
        }
        int place = reading.hit(token, Nouns.PLACES | WordClass.CITY_DOUBTFUL.bit(), true);
        if (place >= 0 && phrase.closed && phrase.mention.isDelegation() && reading.opensWith(token, Letters.L)) {
            // "The visit of the delegation of X to Y": where it goes, not whose it is.
            return false;
        }
        if (place >= 0
                && phrase.closed
                && phrase.ofPerson()
                && !phrase.mention.state.isEmpty()
                && reading.opensWith(token, Letters.L)
                && !isSent(phrase.mention)) {
            // "The visit of the Iranian minister to Baghdad"
            return false;
        }
        if (place >= 0) {
            phrase.state(reading.term(place));
            int end = reading.tape().end(place);
            boolean complete = reading.isDefinite(token)
                    || reading.isDefinite(end - 1)
                    || !reading.isAfterPreposition(token, WordClass.BODY_HEAD.bit());
            return phrase.takeTitle(end, complete);
        }
        if (reading.isAfterPreposition(token, WordClass.BEHALF.bit())) {
            return phrase.takeTitle(token + 1, false);
        }
        if (!phrase.ofPerson()) {
            return false;
        }
        if (reading.opensWith(token, Letters.L)
                && reading.isAfterPreposition(token, WordClass.TOPIC.bit())
                && !phrase.anywhere()) {
            return phrase.takeTitle(token + 1, false);
        }
        if (reading.isAfterPreposition(token, WordClass.SAY_NOUN.bit())) {
            // "The minister confined himself to saying"
            return false;
        }
        if (reading.opensWith(token, Letters.B)) {
            // "the spokesman in the province": not where the verb takes what is said with this very preposition
            // "The emir met the envoy": another one, and not where he is emir.
            return reading.isDefinite(token)
                    && !phrase.verbGoverns("b")
                    && !reading.isAfterPreposition(token, WordClass.OFFICE.bit())
                    && phrase.takeTitle(token + 1, true);
        }
        boolean said = phrase.verbGoverns("to") || phrase.verbGoverns("l");
        int office = reading.opensWith(token, Letters.L) ? reading.hit(token, Nouns.TITLES, true) : -1;
        if (office >= 0 && reading.isOf(office, WordClass.OFFICE.bit()) && !said && isSecond(token)) {
            // "The second deputy of the prime minister"
            int end = reading.tape().end(office);
            return phrase.takeTitle(end, reading.isDefinite(end - 1));
        }
        return isJoined(token) && !said && !nouns.stops(token) && phrase.takeTitle(token + 1, true);
    }

    /** "The coordinator of the nuclear talks, N. N.": talks that he is charged with, and his name right behind. */
    private boolean isFieldOf(Phrase phrase, int token) {
        boolean field = phrase.titled
                && phrase.closed
                && !phrase.anywhere()
                && reading.isDefinite(token)
                && !phrase.verbGoverns("to")
                && !phrase.verbGoverns("l");
        return field && isNamed(nouns.isAdjective(token + 1) && !nouns.isSureName(token + 1) ? token + 2 : token + 1);
    }

    /** Whether a name begins here, and not a word such as "that", which some name is written like. */
    private boolean isNamed(int token) {
        return nouns.isSureName(token) && !nouns.stops(token);
    }

    /** "The director of the office, Dr. N. N.": a title of address of one letter and a stop. */
    boolean abbreviated(Phrase phrase, int token) {
        int address = phrase.inTitle() && phrase.ofPerson() && !phrase.mention.hasName()
                ? reading.hit(token, WordClass.HONORIFIC.bit(), false)
                : -1;
        boolean named = address >= 0 && nouns.isSureName(reading.tape().end(address));
        return named && phrase.takeTitle(reading.tape().end(address), true);
    }

    /** "The administration of «X»" with a preposition of one letter before the marks. */
    boolean lone(Phrase phrase, int token) {
        boolean title = phrase.inTitle() && phrase.titled && !phrase.verbGoverns("b");
        return title
                && reading.is(token, WordClass.LONE_PREPOSITION)
                && !isOutlet(phrase, token + 1)
                && quoted(phrase, token + 1);
    }

    /** "An official told «X»": to somebody without a name, and to newspapers, things are told. */
    private boolean isOutlet(Phrase phrase, int token) {
        int body = reading.text().opens(token) < 0 ? -1 : reading.hit(token + 1, WordClass.BODY.bit(), false);
        boolean outlet = body >= 0 && Mention.kindOf(reading.term(body)) == Kind.OUTLET;
        int q = reading.text().opens(token);
        // "A source to «X»: …"
        boolean told = q >= 0
                && reading.text().isMark(reading.text().quotations().get(q).close() + 1, ':');
        return outlet || (phrase.mention.kind == Kind.UNNAMED && (told || !phrase.anywhere()));
    }

    private boolean quoted(Phrase phrase, int token) {
        int q = reading.text().opens(token);
        if (q < 0) {
            return false;
        }
        Quotation quotation = reading.text().quotations().get(q);
        boolean name = quotation.closed() && quotation.to() - quotation.from() <= MAX_QUOTED;
        return name && phrase.takeTitle(quotation.close() + 1, true);
    }

    /** "A source close to the mediation": whatever noun stands behind the preposition. */
    private boolean governed(Phrase phrase, int token) {
        if (!reading.isWord(token)
                || nouns.stops(token)
                || reading.is(token, WordClass.OCCASION)
                || reading.find(token, events) >= 0) {
            return false;
        }
        int hit = reading.hit(token, Nouns.PLACES | Nouns.TITLES, false);
        int end = hit < 0 ? token + 1 : reading.tape().end(hit);
        return phrase.takeTitle(end, reading.isDefinite(end - 1));
    }

    private boolean step(Phrase phrase, int token) {
        int hit = reading.hit(token, Nouns.TITLES | bits(WordClass.STATE_DOUBTFUL, WordClass.CITY_DOUBTFUL), false);
        if (hit < 0) {
            return false;
        }
        int end = reading.tape().end(hit);
        boolean place = reading.isAny(token, bits(WordClass.STATE_DOUBTFUL, WordClass.CITY_DOUBTFUL));
        return phrase.takeTitle(end, place || reading.isDefinite(end - 1));
    }
}
