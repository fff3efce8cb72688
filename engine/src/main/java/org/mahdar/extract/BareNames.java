package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.Optional;
import org.mahdar.model.Actor.Kind;
import org.mahdar.text.Text;

/**
 * Names of words that no list knows, whatever they open with, between a complete title and what is said: "said the Polish
 * minister N. N. in a statement that". Nothing else can stand there.
 */
final class BareNames {
    /** How many words such a name has at most. */
    private static final int MAX_WORDS = 4;

    /** How many words may stand between a name and what is said. */
    private static final int MAX_ASIDE = 16;

    /** What is no word of a name, unless a list of names has it. */
    private static final long COMMON = Nouns.STOPPERS
            | Nouns.TITLES
            | Nouns.PLACES
            | bits(
                    WordClass.TOPIC,
                    WordClass.OCCASION,
                    WordClass.ADJECTIVE,
                    WordClass.THING,
                    WordClass.SAY_NOUN,
                    WordClass.SAY_PARTICIPLE,
                    WordClass.QUANTITY);

    private final Reading reading;
    private final Nouns nouns;
    private final UnknownNames names;
    private final int deeds;

    BareNames(Reading reading, Nouns nouns) {
        this.reading = reading;
        this.nouns = nouns;
        this.names = new UnknownNames(reading, nouns);
        this.deeds = reading.language().symbol("deeds");
    }

    /** Where a name of two words or more ends that begins at a token, before a comma and a title; -1 where there is none. */
    int beforeTitle(int token) {
        int to = reading.is(token, WordClass.SAY_FINITE) ? token : end(token, false);
        boolean title = reading.isComma(to) && reading.isAny(to + 1, Nouns.PERSON_TITLES);
        return to - token > 1 && title ? to : -1;
    }

    private int end(int from, boolean behind) {
        int to = from;
        while (to < from + MAX_WORDS && isWord(to, behind || to > from)) {
            to = isHyphen(to + 1) ? to + 2 : to + 1;
        }
        return to;
    }

    /** Gives a titled phrase the name behind it, or the rest of a name that ends before a word that no list knows. */
    void read(Phrase phrase) {
        Mention m = phrase.mention;
        boolean one = m.kind == Kind.UNNAMED && m.number == Mention.Count.ONE && reading.isDefinite(m.from);
        if (one && m.hasName() && !phrase.anywhere()) {
            // "The analyst N. N." has a name, and a source has none.
            m.kind = Kind.PERSON;
        }
        boolean wants = (phrase.place == Phrase.Place.SUBJECT || phrase.beforeObject())
                && (m.kind == Kind.PERSON || one)
                && m.number == Mention.Count.ONE
                && phrase.titled
                && (m.known.isEmpty() || isSurnameOnly(m))
                && m.joint.isEmpty()
                && (m.hasName() ? m.nameTo == m.to : phrase.closed);
        if (!wants) {
            return;
        }
        boolean apart = !m.hasName() && reading.isComma(m.to);
        int from = apart ? m.to + 1 : m.to;
        int to = end(from, m.hasName());
        while (to > from && !(apart ? reading.isComma(to) && leads(to + 1) : isEnd(phrase, from, to))) {
            to--;
        }
        if (to == from || (!m.hasName() && to - from == 1 && names.isManner(from))) {
            return;
        }
        if (!m.hasName()) {
            m.nameFrom = from;
            m.gender = m.gender == Mention.Gender.UNKNOWN ? nouns.genderOfName(from) : m.gender;
        }
        m.kind = Kind.PERSON;
        m.known = Optional.empty();
        m.nameTo = to;
        m.to = to;
        phrase.phase = Phrase.Phase.AFTER_NAME;
    }

    /** "The minister Pavel N.": a family name that somebody known bears is a given name before another word. */
    private boolean isSurnameOnly(Mention m) {
        return m.hasName()
                && m.to - m.nameFrom == 1
                && reading.is(m.nameFrom, WordClass.PERSON_SHORT)
                && !reading.is(m.nameFrom, WordClass.PERSON);
    }

    /** A dash that joins two words without a space. */
    private boolean isHyphen(int token) {
        return reading.isDash(token)
                && reading.isWord(token + 1)
                && reading.text().end(token - 1) == reading.text().start(token)
                && reading.text().end(token) == reading.text().start(token + 1);
    }

    /** Whether a word can be one of a name; one with the article only behind another. */
    private boolean isWord(int token, boolean behind) {
        if (!reading.isWord(token) || reading.length(token) < 2 || reading.isMarkedAccusative(token)) {
            return false;
        }
        if (reading.isDefinite(token)) {
            return behind
                    && reading.is(token + 1, WordClass.THAT)
                    && nouns.isAnyName(token)
                    && !reading.isAny(token, Nouns.TITLES | WordClass.TOPIC.bit());
        }
        // "Joost van der N.", whose particle is written like "so that", and "Park N.", a verb that ends no subject.
        boolean leads = reading.is(token, WordClass.NAME_PARTICLE)
                || nouns.isGivenLikePreposition(token)
                || (!behind && reading.is(token, WordClass.PREPOSITION_PRONOUN) && reading.length(token) == 2)
                || (!behind && reading.is(token, WordClass.SAY_FINITE) && !reading.opensWithConjunction(token));
        if (leads) {
            return reading.isWord(token + 1) && (isBare(token + 1) || reading.is(token + 1, WordClass.NAME_PARTICLE));
        }
        return isBare(token);
    }

    private boolean isBare(int token) {
        if (nouns.stops(token) || (reading.opensWithConjunction(token) && reading.ends("owned", token))) {
            return false;
        }
        if (nouns.isAnyName(token)) {
            return !reading.isAny(token, COMMON) || reading.isAny(token, bits(WordClass.GIVEN, WordClass.PERSON));
        }
        return reading.tape().first(token) < 0 && !reading.isDefinite(token) && !nouns.isKnownNoun(token);
    }

    /** Whether what is said, or an aside before it, begins here, or the object of a verb behind two words. */
    private boolean isEnd(Phrase phrase, int from, int token) {
        if (leads(token)) {
            return true;
        }
        boolean verb = reading.isAny(token, bits(WordClass.AUXILIARY, WordClass.SAY_FINITE));
        if (verb && !reading.opensWithConjunction(token)) {
            return true;
        }
        int words = token - (phrase.mention.hasName() ? phrase.mention.nameFrom : from);
        if (phrase.beforeObject() && (reading.is(token, WordClass.TOPIC) || reading.find(token, deeds) >= 0)) {
            return words > 1 && !reading.isDefinite(token);
        }
        boolean aside = reading.isComma(token)
                || reading.isAny(
                        token,
                        bits(WordClass.TIME, WordClass.PREPOSITION, WordClass.ADVERB, WordClass.LONE_PREPOSITION))
                || reading.isAfterPreposition(token, ~0L);
        return aside && isBeforeSpeech(token);
    }

    private boolean isBeforeSpeech(int from) {
        for (int token = from; token < from + MAX_ASIDE && token < reading.size(); token++) {
            if (leads(token)) {
                return true;
            }
            if (reading.text().kind(token) == Text.BREAK || reading.is(token, WordClass.SAY_FINITE)) {
                return false;
            }
        }
        return false;
    }

    /** Whether what is said begins at a token, with or without the preposition that the verb governs. */
    private boolean leads(int token) {
        if (reading.is(token, WordClass.THAT)) {
            return !reading.opensWithConjunction(token);
        }
        return nouns.standsBeforeSpeech(token)
                || (reading.is(token, WordClass.PREPOSITION) && reading.is(token + 1, WordClass.THAT));
    }
}
