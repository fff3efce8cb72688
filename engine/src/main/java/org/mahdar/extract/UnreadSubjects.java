package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.Optional;
import java.util.stream.Stream;
import org.mahdar.extract.Phrase.Place;
import org.mahdar.language.Term;
import org.mahdar.model.Actor.Kind;
import org.mahdar.text.Letters;

/**
 * Finds the subject of a verb of speech where no list knows its words: by its place between the verb and what is said, or
 * between the beginning of a clause and a verb that agrees. Without it who spoke last would be taken for the speaker.
 */
final class UnreadSubjects {
    /** How many words such a subject may have. */
    private static final int MAX_WORDS = 9;

    /** How far behind it what is said may begin, where a circumstance or an apposition stands between. */
    private static final int MAX_BETWEEN = 12;

    /** What heads no subject. */
    private static final long NO_HEAD = Nouns.STOPPERS
            | bits(
                    WordClass.SAY_PARTICIPLE,
                    WordClass.LINK,
                    WordClass.ATTENTION,
                    WordClass.LONE_PREPOSITION,
                    WordClass.DEMONSTRATIVE,
                    WordClass.BE,
                    WordClass.OPENER);

    private final Reading reading;
    private final Nouns nouns;

    UnreadSubjects(Reading reading, Nouns nouns) {
        this.reading = reading;
        this.nouns = nouns;
    }

    /**
     * Unknown words between a verb that takes an object and the "that" or the preposition it governs are its subject: no
     * object can stand there.
     */
    boolean upToSpeech(Phrase phrase) {
        Mention m = phrase.mention;
        if (phrase.isSubject() && begins(phrase, nouns.behindAside(m.from + 1)) && isUnknown(m.from)) {
            // A name that opens like a verb.
            phrase.beginName(m.from, m.from + 1);
            phrase.endName();
            return true;
        }
        if (apart(phrase)) {
            return true;
        }
        if (!phrase.beforeObject()
                || (reading.is(m.from, WordClass.SAY_NOUN) && reading.isDefinite(m.from))
                || reading.isAny(m.from, bits(WordClass.ATTENTION, WordClass.THING))
                || (!reading.isDefinite(m.from) && reading.ends("accusative", m.from))) {
            return false;
        }
        boolean joined = false;
        for (int token = m.from; token < m.from + MAX_WORDS && reading.isWord(token); token++) {
            int next = nouns.behindAside(token);
            if (token > m.from && (joined ? reading.is(next, WordClass.THAT) : begins(phrase, next))) {
                guess(m, token);
                return true;
            }
            // "The armed wing of the party": before "that" a noun with its preposition belongs to the subject too.
            boolean of = token > m.from && reading.opensWith(token, Letters.L) && reading.isDefinite(m.from);
            joined |= reading.isAfterPreposition(token, ~0L);
            if (nouns.stops(token)
                    || reading.is(token, WordClass.TOPIC)
                    || (reading.isAfterPreposition(token, ~0L) && !of)) {
                return false;
            }
        }
        return false;
    }

    private void guess(Mention m, int to) {
        m.guess = true;
        m.kind = Kind.BODY;
        m.headToken = m.from;
        m.to = to;
        m.gender = reading.ends("feminine", m.from) ? Mention.Gender.F : Mention.Gender.UNKNOWN;
        m.number = Mention.Count.UNKNOWN;
    }

    /**
     * "Said the joint task force in a statement:", "voiced several conservative members": behind a verb that takes no object a
     * noun phrase is its subject where what is said follows it, at once or behind a circumstance or an apposition.
     */
    private boolean apart(Phrase phrase) {
        Mention m = phrase.mention;
        boolean crowd = reading.is(m.from, WordClass.QUANTITY);
        boolean fits = phrase.verb
                .filter(verb -> verb.is("sg") && !verb.is("first") && !verb.is("obj"))
                .filter(verb -> crowd || !verb.is("m") || !reading.ends("feminine", m.from))
                .isPresent();
        boolean place = phrase.place == Place.SUBJECT || (phrase.beforeObject() && crowd);
        if (!fits || !place || !heads(m.from, phrase.verb.get()) || reading.opensWithConjunction(m.from)) {
            return false;
        }
        int end = end(m.from);
        if (begins(phrase, nouns.behindAside(end)) || saysFrom(phrase, end)) {
            guess(m, end);
            return true;
        }
        return false;
    }

    /** Whether a noun phrase may begin here that is the subject of a verb. */
    private boolean heads(int token, Term verb) {
        if (!reading.isWord(token)
                || reading.isAfterPreposition(token, ~0L)
                || nouns.mayBearPreposition(token)
                || (reading.is(token, WordClass.SAY_NOUN) && reading.isDefinite(token))
                || (reading.isAny(token, bits(WordClass.THING, WordClass.TOPIC))
                        && !verb.entry().is("say"))) {
            return false;
        }
        boolean speakers = reading.is(token, WordClass.SAY_PARTICIPLE)
                && reading.ends("plural", token)
                && !reading.ends("oblique", token);
        if (reading.isAny(token, NO_HEAD) && !reading.is(token, WordClass.QUANTITY) && !speakers) {
            return false;
        }
        boolean object =
                reading.isMarkedAccusative(token) || (!reading.isDefinite(token) && reading.ends("accusative", token));
        return !object
                && (reading.isDefinite(token) || speakers || nouns.isKnownNoun(token) || !reading.opens("verb", token));
    }

    /** The token behind the nouns and adjectives of the phrase; "of" after a quantity is part of it. */
    private int end(int from) {
        int token = from + 1;
        while (token < from + MAX_WORDS) {
            int of = reading.is(from, WordClass.QUANTITY) ? reading.hit(token, WordClass.PREPOSITION.bit(), false) : -1;
            boolean goesOn = reading.isWord(token)
                    && !nouns.stops(token)
                    && !reading.isAny(token, bits(WordClass.SAY_PARTICIPLE, WordClass.LINK, WordClass.OPENER))
                    && !reading.isAfterPreposition(token, ~0L)
                    && (reading.isDefinite(token)
                            // "Several means": behind a quantity the letter is the noun's own.
                            || (token == from + 1 && reading.is(from, WordClass.QUANTITY))
                            || !(reading.opensWithConjunction(token)
                                    || reading.ends("accusative", token)
                                    || reading.opens("verb", token)));
            if (!goesOn && (of < 0 || !reading.term(of).entry().is("from"))) {
                return token;
            }
            token++;
        }
        return token;
    }

    /** Whether what is said follows behind a circumstance or between commas behind an apposition. */
    private boolean saysFrom(Phrase phrase, int end) {
        if (reading.text().isMark(end, ':')) {
            return true;
        }
        boolean comma = reading.isComma(end);
        boolean circumstance = reading.is(end, WordClass.PREPOSITION) || reading.isAfterPreposition(end, ~0L);
        boolean speech = phrase.verb.filter(verb -> verb.entry().is("say")).isPresent();
        if (!comma && !(circumstance && speech)) {
            return false;
        }
        for (int token = end + 1; token < end + MAX_BETWEEN; token++) {
            boolean closed = !comma || reading.isComma(token - 1);
            if (closed && (reading.is(token, WordClass.THAT) || reading.text().isMark(token, ':'))) {
                return true;
            }
            if ((!reading.isWord(token) && !(comma && reading.isComma(token)))
                    || reading.isAny(token, bits(WordClass.SAY_FINITE, WordClass.THAT))) {
                return false;
            }
        }
        return false;
    }

    /** "But other analyses hold that", "and the families affirmed that": from the head of a clause to a verb that agrees. */
    Optional<Mention> beforeVerb(int token) {
        boolean first = reading.text().sentenceStart(reading.sentenceOf(token)) == token
                || (reading.beginsClause(token) && reading.isComma(token - 1))
                || (reading.isAfterLink(token) && !reading.is(token - 1, WordClass.THAT));
        if (!first) {
            return Optional.empty();
        }
        int verb = end(token);
        int hit = reading.hit(verb, WordClass.SAY_FINITE.bit(), false);
        if (hit < 0 || reading.opensWithConjunction(verb) || reading.is(token, WordClass.THING)) {
            return Optional.empty();
        }
        Term term = reading.term(hit);
        int that = reading.tape().end(hit);
        int preposition = reading.hit(that, WordClass.PREPOSITION.bit(), false);
        that = preposition >= 0 ? reading.tape().end(preposition) : that;
        boolean feminine = reading.ends("feminine", token);
        // A plural of things takes the feminine, whatever its ending.
        boolean agrees = term.is("f") ? term.is("sg") && !reading.ends("plural", token) : !feminine && !term.is("du");
        boolean joined = reading.opensWithConjunction(token) && !reading.isDefinite(token);
        // Things show and point to, but say and hold nothing.
        boolean speech = Stream.of("say", "speech", "opinion", "joint")
                .anyMatch(tag -> term.entry().is(tag));
        // "I heard the minister claim": the first word is a verb where an office follows it.
        boolean saw = !reading.isDefinite(token)
                && !reading.is(token, WordClass.QUANTITY)
                && !nouns.isKnownNoun(token)
                && reading.isAny(token + 1, Nouns.PERSON_TITLES | Nouns.PERSONS);
        boolean subject = agrees
                && speech
                && !saw
                && !joined
                && !term.is("first")
                && !term.is("obj")
                && reading.is(that, WordClass.THAT)
                && heads(token, term);
        if (!subject) {
            return Optional.empty();
        }
        Mention m = new Mention(token);
        guess(m, verb);
        return Optional.of(m);
    }

    private boolean isUnknown(int token) {
        return reading.isWord(token) && reading.tape().first(token) < 0 && !reading.isDefinite(token);
    }

    private boolean begins(Phrase phrase, int token) {
        if (reading.is(token, WordClass.THAT)) {
            return true;
        }
        int hit = reading.hit(token, WordClass.PREPOSITION.bit(), false);
        return hit >= 0 && phrase.wants(reading.term(hit));
    }
}
