package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.Optional;
import org.mahdar.model.Actor.Kind;

/**
 * Names that stand right before what is said, behind a title too long to be read to its end: "said the head of the
 * committee for the affairs of the prisoners that belongs to X, Brigadier N. N., that".
 */
final class LateNames {
    /** How many words the rest of a title may have. */
    private static final int MAX_REST = 16;

    private static final int MAX_WORDS = 4;

    /** With one of these before the name it may be somebody else's, or the clause is not over. */
    private static final long OTHERS = Nouns.PERSON_TITLES
            | Nouns.PERSONS
            | bits(
                    WordClass.SAY_FINITE,
                    WordClass.SAY_PARTICIPLE,
                    WordClass.RELATIVE,
                    WordClass.NEGATION,
                    WordClass.AUXILIARY,
                    WordClass.OCCASION,
                    WordClass.SAY_NOUN,
                    WordClass.TIME);

    private final Reading reading;
    private final Nouns nouns;

    LateNames(Reading reading, Nouns nouns) {
        this.reading = reading;
        this.nouns = nouns;
    }

    /** Gives a titled phrase without a name the one that stands before the speech, if there is one that can be nobody else's. */
    void read(Phrase phrase) {
        Mention m = phrase.mention;
        boolean wants = (phrase.place == Phrase.Place.SUBJECT || phrase.beforeObject())
                && m.kind == Kind.PERSON
                && m.number == Mention.Count.ONE
                && phrase.titled
                && !m.hasName()
                && m.known.isEmpty()
                && m.joint.isEmpty()
                && m.to - m.headToken > 1;
        int to = wants ? endOfName(m.to) : -1;
        int from = to < 0 ? -1 : startOfName(m.to, to);
        if (from < 0 || !isOwn(m.to, from)) {
            return;
        }
        m.nameFrom = from;
        m.nameTo = to;
        m.to = to;
        m.gender = m.gender == Mention.Gender.UNKNOWN ? nouns.genderOfName(from) : m.gender;
        int person = reading.hit(from, WordClass.PERSON.bit(), false);
        if (person >= 0 && reading.tape().end(person) == to) {
            m.known = Optional.of(reading.term(person));
        }
        phrase.phase = Phrase.Phase.AFTER_NAME;
    }

    /** Where the words before "that" end, without the commas and times before it; -1 where no "that" comes soon. */
    private int endOfName(int from) {
        int that = from;
        while (!reading.is(that, WordClass.THAT)) {
            boolean on = (reading.isWord(that) || reading.isComma(that)) && that < from + MAX_REST;
            if (!on) {
                return -1;
            }
            that++;
        }
        int end = that;
        while (end > from && (reading.isComma(end - 1) || reading.is(end - 1, WordClass.TIME))) {
            end--;
        }
        return end;
    }

    /** The first of two to four words of a name that end there; -1 where they are no name. */
    private int startOfName(int least, int to) {
        for (int from = Math.max(least + 1, to - MAX_WORDS); from < to - 1; from++) {
            int given = canBeName(from) ? reading.hit(from, WordClass.GIVEN.bit(), false) : -1;
            int token = given < 0 ? to + 1 : reading.tape().end(given);
            while (token < to && canBeName(token)) {
                token++;
            }
            if (token == to) {
                return from;
            }
        }
        return -1;
    }

    private boolean canBeName(int token) {
        boolean name = nouns.isAnyName(token) || reading.tape().first(token) < 0;
        return reading.isWord(token)
                && name
                && !nouns.stops(token)
                && !reading.isMarkedAccusative(token)
                && !reading.isAfterPreposition(token, ~0L)
                && !reading.opensWithConjunction(token);
    }

    /** Whether nobody else is named before the name, and it completes no noun: a comma, a rank or a definite noun precedes it. */
    private boolean isOwn(int to, int from) {
        int before = from - 1;
        while (before >= to && reading.is(before, WordClass.HONORIFIC) && reading.isDefinite(before)) {
            before--;
        }
        boolean apart = before >= to
                && (reading.isComma(before)
                        || reading.isAfterPreposition(before, Nouns.PLACES)
                        || (reading.isDefinite(before) && !nouns.isAnyName(before) && !nouns.isTitle(before)));
        for (int token = to; apart && token <= before; token++) {
            int preposition = reading.hit(token, WordClass.PREPOSITION.bit(), false);
            boolean within = preposition < 0
                    || reading.term(preposition).entry().is("in")
                    || reading.term(preposition).entry().is("from");
            apart = within
                    && !(reading.isAny(token, OTHERS) && !reading.is(token, WordClass.GOVERNOR))
                    && !reading.isAfterPreposition(token, OTHERS)
                    && !(reading.isComma(token) && token < before);
        }
        return apart;
    }
}
