package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.Optional;
import org.mahdar.language.Term;
import org.mahdar.model.Actor.Kind;
import org.mahdar.text.Quotation;
import org.mahdar.text.Text;

/** Reads what belongs to a noun phrase behind a mark: brackets, a name in quotation marks, an apposition. */
final class PhraseMarks {
    private static final int MAX_QUOTED = 7;
    private static final int MAX_APPOSED = 4;
    private static final int MAX_BRACKETED = 9;
    private static final int MAX_APPOSITIONS = 2;
    private static final int MAX_BARE_NAME = 4;

    private static final long NO_NAMES = bits(
            WordClass.TOPIC,
            WordClass.OCCASION,
            WordClass.SAY_PARTICIPLE,
            WordClass.SAY_NOUN,
            WordClass.HEAD,
            WordClass.ADJECTIVE,
            WordClass.GOVERNOR,
            WordClass.PREPOSITION,
            WordClass.DESCRIBER,
            WordClass.STATE_ADJECTIVE);

    private final Reading reading;
    private final int anonymity;
    private final Text text;
    private final Nouns nouns;
    private final PhraseWords words;

    PhraseMarks(Reading reading, Nouns nouns, PhraseWords words) {
        this.reading = reading;
        this.anonymity = reading.language().symbol("anonymity");
        this.text = reading.text();
        this.nouns = nouns;
        this.words = words;
    }

    boolean read(Phrase phrase, int token) {
        int q = text.opens(token);
        if (q >= 0) {
            Quotation quotation = text.quotations().get(q);
            boolean name = quotation.closed() && named(phrase, quotation.from(), quotation.to(), quotation.close() + 1);
            return name || quoted(phrase, quotation);
        }
        int partner = text.partner(token);
        if (partner > token && text.mark(token) == '(') {
            return named(phrase, token + 1, partner, partner + 1)
                    || (partner - token <= MAX_BRACKETED && bracketed(phrase, partner + 1));
        }
        boolean slash = text.mark(token) == '/' && phrase.ofPerson() && phrase.phase == Phrase.Phase.TITLE;
        if (slash && phrase.titled && reading.isWord(token + 1)) {
            // "Mr/ Name"
            phrase.beginName(token + 1, token + 2);
            return true;
        }
        if (joins(token) && phrase.inName()) {
            // "N.-N.": a name of two parts
            return phrase.goOnName(token + 2, false);
        }
        if (joins(token) && phrase.ofBody() && nouns.isSureName(token - 1)) {
            return phrase.takeTitle(token + 2, true);
        }
        return reading.isComma(token) && apposition(phrase, token + 1);
    }

    /** Whether a hyphen stands between two words without a space. */
    private boolean joins(int token) {
        return text.mark(token) == '-'
                && reading.isWord(token + 1)
                && text.end(token - 1) == text.start(token)
                && text.end(token) == text.start(token + 1);
    }

    /** "The minister (N. N.)", "the minister "N. N."": some papers set the name of who bears an office in marks. */
    private boolean named(Phrase phrase, int from, int to, int behind) {
        boolean bearer = phrase.ofPerson()
                && phrase.titled
                && phrase.inTitle()
                && !phrase.mention.hasName()
                && phrase.mention.number == Mention.Count.ONE
                && phrase.to() - phrase.mention.headToken > 1;
        boolean known = reading.isAny(from, Nouns.PERSONS | Nouns.SURE_NAMES);
        if (!bearer || !known || to - from > MAX_BARE_NAME || (to - from == 1 && !reading.isAny(from, Nouns.PERSONS))) {
            return false;
        }
        for (int token = from; token < to; token++) {
            if (!canBeName(token)) {
                return false;
            }
        }
        phrase.beginName(from, to);
        phrase.endName();
        phrase.mention.to = behind;
        return true;
    }

    /** Behind a name the brackets hold its Latin form or its initials; the name may go on behind them. */
    private boolean bracketed(Phrase phrase, int to) {
        if (phrase.inName()) {
            phrase.mention.nameTo = phrase.mention.to;
        }
        phrase.mention.to = to;
        return true;
    }

    private boolean quoted(Phrase phrase, Quotation quotation) {
        Mention m = phrase.mention;
        int inside = quotation.to() - quotation.from();
        if (isAlsoCalled(m, quotation)) {
            // "N. N. «N»"
            phrase.endName();
            m.to = quotation.close() + 1;
            return true;
        }
        if (phrase.inTitle() && phrase.titled && isShortFor(m, quotation)) {
            return phrase.takeTitle(quotation.close() + 1, true);
        }
        boolean nameable = phrase.ofBody() || m.kind == Kind.UNNAMED || (phrase.inTitle() && phrase.titled);
        if (!quotation.closed()
                || inside < 1
                || inside > (phrase.closed ? MAX_APPOSED : MAX_QUOTED)
                || nouns.stops(quotation.from())
                || speaks(quotation)
                || !nameable
                // "The Union accused "X" of": a union of states has its name, the marks hold somebody else.
                || isUnion(m)
                || ((m.kind == Kind.PERSON || m.kind == Kind.GROUP) && phrase.closed)
                || (m.kind == Kind.UNNAMED && !isLed(m, quotation.open()))) {
            return false;
        }
        if (phrase.ofBody() && !m.hasName()) {
            m.nameFrom = quotation.from();
            m.nameTo = quotation.to();
            phrase.phase = Phrase.Phase.AFTER_NAME;
            int body = reading.hit(quotation.from(), bits(WordClass.BODY, WordClass.BODY_DOUBTFUL), false);
            // "The movement «X»" is X; "a delegation of the movement «X»" is not.
            if (body >= 0 && m.known.isEmpty() && isNamed(m, quotation.open())) {
                m.known = Optional.of(reading.term(body));
            }
        }
        m.to = quotation.close() + 1;
        if (m.kind == Kind.OUTLET && reading.isDefinite(m.to) && reading.ends("relation", m.to)) {
            // "The newspaper «X» of London": the adjective of its city
            m.to++;
        }
        phrase.closed = true;
        return true;
    }

    private static boolean isUnion(Mention m) {
        return m.known
                .map(Term::entry)
                .filter(known -> known.is("bloc") || known.is("igo") || known.is("alliance"))
                .isPresent();
    }

    /** Whether the marks hold another name of the known person before them. */
    private boolean isAlsoCalled(Mention m, Quotation quotation) {
        int name = quotation.closed() && m.isPerson() && m.hasName()
                ? reading.hit(quotation.from(), Nouns.PERSONS, false)
                : -1;
        return name >= 0
                && reading.tape().end(name) == quotation.to()
                && m.known
                        .filter(known -> known.entry().equals(reading.term(name).entry()))
                        .isPresent();
    }

    /** "The commander of the forces of X «XF»": the marks hold the short name of the body before them. */
    private boolean isShortFor(Mention m, Quotation quotation) {
        int named = quotation.closed() ? reading.hit(quotation.from(), WordClass.BODY.bit(), false) : -1;
        if (named < 0 || reading.tape().end(named) != quotation.to()) {
            return false;
        }
        Term name = reading.term(named);
        for (int token = m.headToken; token < quotation.open(); token++) {
            int body = reading.hit(token, WordClass.BODY.bit(), false);
            if (body >= 0
                    && reading.tape().end(body) == quotation.open()
                    && reading.term(body).entry().equals(name.entry())) {
                return true;
            }
        }
        return false;
    }

    /** "Sources of «X»", "an official of the party «X»": behind anything else the marks hold what an unnamed source said. */
    private boolean isLed(Mention m, int open) {
        return m.headToken + 1 == open
                || reading.isAny(open - 1, bits(WordClass.BODY_HEAD, WordClass.PREPOSITION, WordClass.LONE_PREPOSITION))
                || reading.isAfterPreposition(open - 1, WordClass.BODY_HEAD.bit());
    }

    /** Whether the marks hold a clause: no name does. */
    private boolean speaks(Quotation quotation) {
        for (int token = quotation.from(); token < quotation.to(); token++) {
            if (reading.isAny(token, bits(WordClass.THAT, WordClass.NEGATION))
                    || (reading.is(token, WordClass.SAY_FINITE) && !reading.is(token, WordClass.SAY_WEAK))) {
                return true;
            }
        }
        return false;
    }

    /** Whether no other body stands between the head and the quotation, so that it is the head that is named. */
    private boolean isNamed(Mention m, int open) {
        for (int token = m.headToken + 1; token < open; token++) {
            int body = reading.hit(token, WordClass.BODY.bit(), false);
            if (body >= 0) {
                token = reading.tape().end(body) - 1;
            } else if (reading.is(token, WordClass.BODY_HEAD)
                    || reading.isAfterPreposition(token, WordClass.BODY_HEAD.bit())) {
                return false;
            }
        }
        return m.headToken >= 0;
    }

    /** "name, title" or "title, name"; the comma is taken only with what follows it. */
    private boolean apposition(Phrase phrase, int token) {
        if (phrase.appositions >= MAX_APPOSITIONS
                || !reading.isWord(token)
                || (nouns.stops(token) && !nouns.isGivenBefore(token))
                || phrase.mention.kind == Kind.STATE) {
            return false;
        }
        if (phrase.phase == Phrase.Phase.TITLE) {
            boolean secret = phrase.mention.kind == Kind.UNNAMED && reading.find(token, anonymity) >= 0;
            return phrase.titled && phrase.ofPerson() && !secret && nameAfterComma(phrase, token);
        }
        boolean addressed = phrase.verbGoverns("addressee") && phrase.titled && !reading.isDefinite(token);
        if (phrase.mention.kind == Kind.PERSON
                && !addressed
                && nouns.isTitle(token)
                && reading.isAny(token, Nouns.PERSON_TITLES | WordClass.OFFICE_TERM.bit())
                && !reading.opensWithConjunction(token)) {
            words.apposition(phrase, token, reading.tape().end(reading.hit(token, Nouns.TITLES, false)));
            return true;
        }
        return false;
    }

    /** The comma behind two to four words that can be nothing but a name, or -1. */
    private int endOfBareName(int token) {
        for (int at = token; at <= token + MAX_BARE_NAME; at++) {
            if (reading.isComma(at)) {
                return at - token > 1 ? at : -1;
            }
            // "de", "de la" between the parts of a name, and what follows them
            boolean part = isPart(at) || isPart(at - 1) || (isPart(at - 2) && !canBeName(at - 1));
            boolean other = !canBeName(at) || reading.ends("accusative", at) || reading.opens("verb", at);
            if (other && !(part && reading.isWord(at))) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isPart(int token) {
        return reading.is(token, WordClass.NAME_PARTICLE);
    }

    private boolean canBeName(int token) {
        return reading.isWord(token)
                && (nouns.isGivenBefore(token) || (!nouns.stops(token) && !reading.isAny(token, NO_NAMES)))
                && !reading.isAfterPreposition(token, ~0L)
                && !reading.isMarkedAccusative(token)
                && !reading.opensWithConjunction(token);
    }

    private boolean nameAfterComma(Phrase phrase, int token) {
        int end = endOfBareName(token);
        if (end > 0) {
            // "The director of health, N. N., said": two or more unknown words between commas
            phrase.beginName(token, end);
            return true;
        }
        int honorific = reading.hit(token, WordClass.HONORIFIC.bit(), false);
        boolean address = honorific >= 0
                && reading.isAny(reading.tape().end(honorific), Nouns.SURE_NAMES | WordClass.NAME_RARE.bit());
        boolean name = nouns.isSureName(token) && !nouns.isTitle(token);
        if (!(name || address) || reading.is(token, WordClass.TOPIC)) {
            return false;
        }
        phrase.appositions++;
        phrase.mention.to = token;
        phrase.closed = true;
        return nouns.isTitle(token) ? words.title(phrase, token) : words.name(phrase, token);
    }
}
