package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import org.mahdar.language.Term;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** What the words of a noun phrase can be, as far as lexicon and letters tell. */
final class Nouns {
    /** The longest name of a person, in words. */
    static final int MAX_NAME = 5;

    /** Words that end a noun phrase. */
    static final long STOPPERS = bits(
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
    /** Words with which no noun phrase begins. */
    static final long CLOSED = bits(
            WordClass.THAT,
            WordClass.RELATIVE,
            WordClass.FUNCTION,
            WordClass.NEGATION,
            WordClass.AUXILIARY,
            WordClass.PREPOSITION,
            WordClass.ADVERB,
            WordClass.TIME);
    /** Words of names of persons. */
    static final long NAMES = bits(
            WordClass.PERSON, WordClass.PERSON_SHORT, WordClass.GIVEN, WordClass.NAME_TOKEN, WordClass.NAME_PARTICLE);
    /** The same without the particles between them. */
    static final long SURE_NAMES =
            bits(WordClass.PERSON, WordClass.PERSON_SHORT, WordClass.GIVEN, WordClass.NAME_TOKEN);
    /** The same with words that are seldom names. */
    static final long ANY_NAMES = NAMES | WordClass.NAME_RARE.bit();

    static final long PERSONS = bits(WordClass.PERSON, WordClass.PERSON_SHORT);
    static final long TITLES = bits(WordClass.HEAD, WordClass.OFFICE_TERM);
    /** Titles that only persons bear. */
    static final long PERSON_TITLES = bits(WordClass.OFFICE, WordClass.EXPERT);
    /** States, cities, bodies: what may complete an office. */
    static final long PLACES =
            bits(WordClass.STATE, WordClass.CITY, WordClass.BODY, WordClass.BODY_HEAD, WordClass.STATE_DOUBTFUL);

    private final Reading reading;
    private final Text text;

    Nouns(Reading reading) {
        this.reading = reading;
        this.text = reading.text();
    }

    boolean stops(int token) {
        return reading.isAny(token, STOPPERS);
    }

    boolean isName(int token) {
        return reading.isAny(token, NAMES);
    }

    boolean isAnyName(int token) {
        return reading.isAny(token, ANY_NAMES);
    }

    boolean isSureName(int token) {
        return reading.isAny(token, SURE_NAMES);
    }

    boolean isTitle(int token) {
        return reading.isAny(token, TITLES);
    }

    boolean isComma(int token) {
        char mark = text.mark(token);
        return mark == ',' || mark == '\u060C';
    }

    Mention.Gender genderOfName(int token) {
        int given = reading.hit(token, WordClass.GIVEN.bit(), false);
        if (given < 0) {
            given = reading.hit(token, WordClass.GIVEN.bit(), true);
        }
        return given < 0 ? Mention.Gender.UNKNOWN : Mention.genderOf(reading.term(given));
    }

    /** Whether the word is one that never begins a name; a name that opens like a conjunction before such a word is none. */
    boolean isClosedWord(int token) {
        if (!reading.isAny(token, CLOSED) || reading.is(token, WordClass.PERSON)) {
            return false;
        }
        boolean joined = reading.tape().clitics(reading.hit(token, CLOSED, false)) != 0;
        return !(joined && isSureName(token) && isSureName(token + 1));
    }

    /** A name begins where a given name is followed by another word of names, or, where an actor is expected, by itself. */
    boolean isNameStart(int token, boolean afterPreposition, boolean expected) {
        boolean given = afterPreposition
                ? reading.isAfterPreposition(token, WordClass.GIVEN.bit())
                : reading.isAny(token, bits(WordClass.GIVEN, WordClass.NAME_PARTICLE));
        boolean more = isName(token + 1) && !stops(token + 1);
        if (reading.isAny(token, STOPPERS & ~WordClass.TIME.bit()) && !more) {
            return false;
        }
        if (expected) {
            return given || (!afterPreposition && isName(token));
        }
        return more && (given || reading.is(token, WordClass.NAME_TOKEN));
    }

    /** Whether a noun that the lexicon does not know may stand for an actor here. */
    boolean isPlainNoun(int token, Phrase.Place place) {
        if (stops(token) || reading.isAny(token, bits(WordClass.OCCASION, WordClass.SAY_PARTICIPLE, WordClass.TOPIC))) {
            return false;
        }
        if (reading.isAfterPreposition(token, ~0L) || mayBearPreposition(token)) {
            return false;
        }
        if (!reading.isDefinite(token) && reading.ends("accusative", token)) {
            return false;
        }
        if (place == Phrase.Place.SUBJECT_BEFORE_OBJECT) {
            return isPeople(token) || isNamedByApposition(token);
        }
        return !reading.opens("verb", token);
    }

    /** "The teachers": a plural of people with the article. */
    boolean isPeople(int token) {
        return reading.isDefinite(token) && reading.ends("plural", token);
    }

    /** Unknown words before a comma and a title are a name: "X Y, the minister". */
    boolean isNamedByApposition(int token) {
        for (int j = token; j < Math.min(text.size(), token + MAX_NAME); j++) {
            if (j > token && isComma(j)) {
                return reading.isAny(j + 1, PERSON_TITLES | WordClass.OFFICE_TERM.bit())
                        && !reading.opensWithConjunction(j + 1);
            }
            if (!reading.isWord(j) || reading.isAny(j, STOPPERS | TITLES | WordClass.TOPIC.bit())) {
                return false;
            }
        }
        return false;
    }

    /** Whether an unknown word may be written together with a preposition. */
    boolean mayBearPreposition(int token) {
        return reading.length(token) > 4
                && (reading.opensWith(token, Letters.B) || reading.opensWith(token, Letters.L));
    }

    /** A weak head is no actor by itself. */
    static boolean isWeak(Term term) {
        return term.entry().is("weak");
    }

    /** A conjunction written by itself before a quotation: "X" and "Y". */
    boolean isLoneConjunction(int token) {
        return reading.isWord(token)
                && reading.length(token) == 1
                && reading.language().letters().isConjunction(text.raw().charAt(text.start(token)))
                && text.opens(token + 1) >= 0;
    }
}
