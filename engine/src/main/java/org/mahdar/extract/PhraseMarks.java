package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.Optional;
import org.mahdar.model.Actor.Kind;
import org.mahdar.text.Quotation;
import org.mahdar.text.Text;

/** Reads what belongs to a noun phrase behind a mark: brackets, a name in quotation marks, an apposition. */
final class PhraseMarks {
    private static final int MAX_QUOTED = 7;
    private static final int MAX_APPOSED = 4;
    private static final int MAX_BRACKETED = 9;
    private static final int MAX_APPOSITIONS = 2;

    private final Reading reading;
    private final Text text;
    private final Nouns nouns;
    private final PhraseWords words;

    PhraseMarks(Reading reading, Nouns nouns, PhraseWords words) {
        this.reading = reading;
        this.text = reading.text();
        this.nouns = nouns;
        this.words = words;
    }

    boolean read(Phrase phrase, int token) {
        int q = text.opens(token);
        if (q >= 0) {
            return quoted(phrase, text.quotations().get(q));
        }
        int partner = text.partner(token);
        if (partner > token && text.mark(token) == '(') {
            return partner - token <= MAX_BRACKETED && bracketed(phrase, partner + 1);
        }
        boolean slash = text.mark(token) == '/' && phrase.ofPerson() && phrase.phase == Phrase.Phase.TITLE;
        if (slash && phrase.titled && reading.isWord(token + 1)) {
            // "Mr/ Name"
            phrase.beginName(token + 1, token + 2);
            return true;
        }
        return nouns.isComma(token) && apposition(phrase, token + 1);
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
        boolean nameable = phrase.ofBody() || m.kind == Kind.UNNAMED || (phrase.inTitle() && phrase.titled);
        if (!quotation.closed()
                || inside < 1
                || inside > (phrase.closed ? MAX_APPOSED : MAX_QUOTED)
                || nouns.stops(quotation.from())
                || speaks(quotation)
                || !nameable
                || (m.kind == Kind.PERSON && phrase.closed)) {
            return false;
        }
        if (phrase.ofBody() && !m.hasName()) {
            m.nameFrom = quotation.from();
            m.nameTo = quotation.to();
            phrase.phase = Phrase.Phase.AFTER_NAME;
            int body = reading.hit(quotation.from(), bits(WordClass.BODY, WordClass.BODY_DOUBTFUL), false);
            if (body >= 0 && m.known.isEmpty()) {
                m.known = Optional.of(reading.term(body));
            }
        }
        m.to = quotation.close() + 1;
        phrase.closed = true;
        return true;
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

    /** "name, title" or "title, name"; the comma is taken only with what follows it. */
    private boolean apposition(Phrase phrase, int token) {
        if (phrase.appositions >= MAX_APPOSITIONS
                || !reading.isWord(token)
                || (nouns.stops(token) && !nouns.isGivenBefore(token))
                || phrase.mention.kind == Kind.STATE) {
            return false;
        }
        if (phrase.phase == Phrase.Phase.TITLE) {
            return phrase.titled && phrase.ofPerson() && nameAfterComma(phrase, token);
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

    private boolean nameAfterComma(Phrase phrase, int token) {
        boolean address = reading.is(token, WordClass.HONORIFIC)
                && reading.isAny(token + 1, Nouns.SURE_NAMES | WordClass.NAME_RARE.bit());
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
