package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import org.mahdar.language.Term;
import org.mahdar.model.Actor.Kind;
import org.mahdar.text.Letters;

/** Reads what completes a title behind a preposition or a conjunction. */
final class PhraseComplements {
    /** "In his talk to …": what follows such a preposition is told, not described. */
    private static final long HEARERS = bits(WordClass.OUTLET_HEAD, WordClass.EXPERT);

    private static final int SHORT = 3;

    private final Reading reading;
    private final Nouns nouns;
    private final PhraseWords words;

    PhraseComplements(Reading reading, Nouns nouns, PhraseWords words) {
        this.reading = reading;
        this.nouns = nouns;
        this.words = words;
    }

    /** "… of culture and information": a second complement of the same title. */
    boolean coordinated(Phrase phrase, int token) {
        boolean title = phrase.closed
                && phrase.inTitle()
                && ((phrase.titled && phrase.ofPerson()) || phrase.mention.kind == Kind.BODY);
        if (!title
                || !reading.isDefinite(token)
                || reading.isAny(token, Nouns.TITLES | Nouns.PLACES | Nouns.SURE_NAMES)) {
            return false;
        }
        return phrase.takeTitle(token + 1, phrase.closed);
    }

    /** Whether the word opens with the preposition "to, of" and has the article. */
    boolean isJoined(int token) {
        return reading.isDefinite(token) && reading.opensWith(token, Letters.L);
    }

    /** "in the ministry", "of the United Nations", "on behalf of": a complement that belongs to the title. */
    boolean read(Phrase phrase, int token) {
        if (!phrase.inTitle() || reading.is(token, WordClass.NAME_PARTICLE)) {
            return false;
        }
        boolean fits = phrase.ofPerson() || phrase.mention.kind == Kind.GROUP || phrase.mention.kind == Kind.BODY;
        if (!fits || (phrase.mention.guess && phrase.beforeObject())) {
            return false;
        }
        return reading.is(token, WordClass.PREPOSITION) ? apart(phrase, token) : joined(phrase, token);
    }

    /** A preposition that is a word of its own. */
    private boolean apart(Phrase phrase, int token) {
        int hit = reading.hit(token, WordClass.PREPOSITION.bit(), false);
        Term term = reading.term(hit);
        boolean links = term.entry().is("in")
                || term.entry().is("to")
                || term.entry().is("on")
                || term.entry().is("from")
                || (term.words().length() == SHORT && term.entry().is("time"));
        int next = reading.tape().end(hit);
        boolean placed = reading.isAny(next, Nouns.PLACES) && !reading.is(next, WordClass.OCCASION);
        if (!links || !placed || reading.is(next, WordClass.TIME)) {
            return false;
        }
        phrase.mention.to = next;
        phrase.closed = false;
        return words.place(phrase, next) || step(phrase, next);
    }

    /** A preposition written together with the noun. */
    private boolean joined(Phrase phrase, int token) {
        if (reading.isAfterPreposition(token, HEARERS)) {
            return false;
        }
        int place = reading.hit(token, Nouns.PLACES, true);
        if (place >= 0) {
            phrase.state(reading.term(place));
            boolean complete = reading.isDefinite(token) || !reading.isAfterPreposition(token, WordClass.BODY_HEAD.bit());
            return phrase.takeTitle(reading.tape().end(place), complete);
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
        return isJoined(token) && !nouns.stops(token) && phrase.takeTitle(token + 1, true);
    }

    private boolean step(Phrase phrase, int token) {
        int hit = reading.hit(token, Nouns.TITLES | WordClass.STATE_DOUBTFUL.bit(), false);
        if (hit < 0) {
            return false;
        }
        int end = reading.tape().end(hit);
        return phrase.takeTitle(end, reading.isDefinite(end - 1));
    }
}
