package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** What the words of a noun phrase can be, as far as lexicon and letters tell. */
final class Nouns {
    /** The longest name of a person, in words. */
    static final int MAX_NAME = 5;

    /** How many words an expression of time may have before the one that is looked at. */
    private static final int LONG_TIME = 4;

    /** How many asides may stand between a verb and its subject. */
    /** How many words a circumstance before the verb has at most. */
    private static final int MAX_CIRCUMSTANCE = 8;

    private static final int MAX_ASIDE = 4;

    private static final long ASIDE = bits(WordClass.ADVERB, WordClass.PREPOSITION_PRONOUN);

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
    private final int constructs;
    private final int anonymity;
    private final int demonyms;

    Nouns(Reading reading) {
        this.reading = reading;
        this.constructs = reading.language().symbol("construct-adjectives");
        this.anonymity = reading.language().symbol("anonymity");
        this.demonyms = reading.language().symbol("demonyms");
        this.text = reading.text();
    }

    boolean stops(int token) {
        return reading.isAny(token, STOPPERS) && !isGroupOfOffice(token);
    }

    /** "The spokesman of the gathering": a word for a group that is written like a verb, behind an office. */
    private boolean isGroupOfOffice(int token) {
        return reading.is(token, WordClass.BODY_HEAD)
                && reading.is(token, WordClass.SAY_WEAK)
                && !reading.isDefinite(token - 1)
                && (reading.is(token - 1, WordClass.OFFICE)
                        || reading.isAfterPreposition(token - 1, WordClass.BEHALF.bit()));
    }

    boolean isName(int token) {
        return reading.isAny(token, NAMES);
    }

    boolean isAnyName(int token) {
        return reading.isAny(token, ANY_NAMES);
    }

    /** "Mr" before a name: a title of address that may be a given name itself. */
    boolean isAddress(int token) {
        boolean plain = reading.isDefinite(token) || !reading.is(token, WordClass.OFFICE);
        return plain && reading.is(token, WordClass.HONORIFIC) && isSureName(token + 1);
    }

    boolean isSureName(int token) {
        return reading.isAny(token, SURE_NAMES);
    }

    /** A given name that is written like a preposition, before another word of names. */
    boolean isGivenBefore(int token) {
        return isGivenLikePreposition(token)
                && ((isAnyName(token + 1) && !isNoName(token + 1)) || reading.isDefinite(token + 1));
    }

    /** "N. N. on the necessity": a preposition that is a given name too. */
    boolean isHeldBack(int token) {
        return isGivenLikePreposition(token) && isNoName(token + 1);
    }

    /** "On the necessity": a noun of what is said that is seldom a name. */
    private boolean isNoName(int token) {
        return reading.is(token, WordClass.TOPIC) && !reading.isAny(token, PERSONS | WordClass.GIVEN.bit());
    }

    /** A given name that is written like a preposition, behind another one and at the end of a phrase. */
    boolean isGivenBehind(int token) {
        return isGivenLikePreposition(token)
                && reading.is(token - 1, WordClass.GIVEN)
                && (reading.text().kind(token + 1) == Text.MARK || reading.is(token + 1, WordClass.THAT));
    }

    boolean isGivenLikePreposition(int token) {
        return reading.is(token, WordClass.GIVEN)
                && reading.is(token, WordClass.PREPOSITION)
                && !reading.endsLikeVerb(token);
    }

    /** "The three states": how many they are. */
    boolean isCounted(Mention m, int token) {
        return reading.is(token, WordClass.CARDINAL)
                && m.head.filter(head -> head.role().equals("pl")).isPresent();
    }

    /** "A spokesman in the name of": behind him the words are no name, though one is written so. */
    boolean speaksFor(Phrase phrase, int token) {
        return !phrase.inName()
                && reading.isAfterPreposition(token, WordClass.BEHALF.bit())
                && phrase.mention.head.filter(head -> head.entry().is("speaks")).isPresent();
    }

    /** "A source (who) preferred not to be named": the verb is a given name too. */
    boolean hides(Mention m, int token) {
        return m.kind == Actor.Kind.UNNAMED
                && reading.is(token + 1, WordClass.NOT_SAID)
                && reading.find(token, anonymity) >= 0;
    }

    /** Whether the word is known as a family name. */
    boolean isFamilyName(int token) {
        int hit = reading.hit(token, WordClass.NAME_TOKEN.bit(), false);
        return hit >= 0 && reading.term(hit).entry().is("family");
    }

    boolean isTitle(int token) {
        return reading.isAny(token, TITLES);
    }

    /** Whether the word is known as an adjective of rank, kind or field. */
    boolean isAdjective(int token) {
        return reading.isWord(token)
                && (reading.is(token, WordClass.ADJECTIVE)
                        || reading.language()
                                .lexicon()
                                .look("english-adjectives", reading.bare(token))
                                .isPresent());
    }

    /** "A European diplomat refused": behind an adjective without the article nothing definite belongs to the title. */
    boolean endsInAdjective(Phrase phrase, int end) {
        int last = end - 1;
        return !phrase.closed
                && last > phrase.mention.headToken
                && phrase.mention.headToken >= 0
                && !reading.isDefinite(last)
                && !reading.isDefinite(phrase.mention.headToken)
                && reading.find(last, constructs) < 0
                && (reading.is(last, WordClass.STATE_ADJECTIVE)
                        || (isAdjective(last) && !isHead(last) && !isKnownNoun(last)));
    }

    /** "A source told the agency": an outlet by itself behind somebody without a name is who is told. */
    boolean isTold(Phrase phrase, int token) {
        int outlet = phrase.mention.kind == Actor.Kind.UNNAMED && phrase.verbGoverns("addressee")
                ? reading.hit(token, WordClass.BODY.bit(), false)
                : -1;
        return outlet >= 0
                && token > phrase.mention.headToken
                && !reading.is(token - 1, WordClass.PREPOSITION)
                && Mention.kindOf(reading.term(outlet)) == Actor.Kind.OUTLET;
    }

    /** A head of titles; of those written like an adjective of relation ("military") only the plural. */
    private boolean isHead(int token) {
        int hit = reading.hit(token, WordClass.HEAD.bit(), false);
        return reading.is(token, WordClass.OFFICE)
                || (hit >= 0
                        && (!reading.ends("relation", token)
                                || reading.term(hit).role().equals("pl")));
    }

    /** Whether the word is known as a noun of offices, bodies or fields. */
    boolean isKnownNoun(int token) {
        return reading.language()
                .lexicon()
                .look("english-nouns", reading.bare(token))
                .isPresent();
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
        boolean name = joined && isSureName(token) && isSureName(token + 1) && !reading.is(token, WordClass.THAT);
        // "Umm N.": her name begins like "or".
        boolean mother = reading.is(token, WordClass.NAME_PARTICLE) && reading.is(token + 1, WordClass.GIVEN);
        return !name && !mother;
    }

    /** A name begins where a given name is followed by another word of names, or, where an actor is expected, by itself. */
    boolean isNameStart(int token, boolean afterPreposition, boolean expected) {
        boolean given = afterPreposition
                ? reading.isAfterPreposition(token, WordClass.GIVEN.bit())
                : reading.isAny(token, bits(WordClass.GIVEN, WordClass.NAME_PARTICLE));
        boolean more = isName(token + 1) && !stops(token + 1);
        int city = reading.hit(token, WordClass.CITY.bit(), afterPreposition);
        if (city >= 0 && reading.tape().end(city) > token + 1 && !reading.is(token, WordClass.PERSON)) {
            return false;
        }
        if (reading.isAny(token, STOPPERS & ~WordClass.TIME.bit()) && !more && !(expected && isGivenBefore(token))) {
            return false;
        }
        if (expected && !more && reading.is(token, WordClass.SAY_NOUN) && reading.isDefinite(token)) {
            return false;
        }
        if (reading.is(token, WordClass.TOPIC) && (!more || !given)) {
            return false;
        }
        if (expected) {
            return given || (!afterPreposition && isName(token));
        }
        return more && (given || reading.is(token, WordClass.NAME_TOKEN));
    }

    /** The token behind a word of a name: "Abd al-Amir" is one name, although its second word is a title too. */
    int nameEnd(int token) {
        int hit = reading.is(token, WordClass.NAME_PARTICLE)
                ? reading.hit(token, WordClass.NAME_PARTICLE.bit(), false)
                : -1;
        boolean whole = hit >= 0
                && reading.term(hit).entry().is("whole")
                && reading.isDefinite(token + 1)
                && reading.prepositionOf(token + 1) == 0;
        return whole ? token + 2 : token + 1;
    }

    /**
     * The token behind the name after which something is called, whose words from {@code from} follow a title or a given
     * name at {@code token}: "the university of King N.", and behind it a given name is somebody else's.
     */
    int namesakeEnd(int token, int from) {
        int to = from;
        boolean titled = isTitle(token);
        while (to < token + MAX_NAME
                && isAnyName(to)
                && !stops(to)
                && !(titled
                        && to > token + 1
                        && reading.is(to, WordClass.GIVEN)
                        && !reading.is(to - 1, WordClass.NAME_PARTICLE)
                        && reading.is(to - 1, WordClass.GIVEN))) {
            to++;
        }
        return to;
    }

    /** Whether a noun that the lexicon does not know may stand for an actor here. */
    boolean isPlainNoun(int token, Phrase.Place place) {
        if (stops(token)
                || reading.isAny(token, bits(WordClass.SAY_PARTICIPLE, WordClass.TOPIC, WordClass.THING))
                || (reading.is(token, WordClass.SAY_NOUN) && reading.isDefinite(token))
                || reading.isAfterPreposition(token, WordClass.SAY_NOUN.bit())
                || reading.is(token, WordClass.LINK)
                || (reading.is(token, WordClass.OCCASION) && place != Phrase.Place.SOURCE)) {
            return false;
        }
        boolean joined = reading.isAfterPreposition(token, ~0L) || mayBearPreposition(token);
        if (joined && (reading.isDefinite(token) || !standsBeforeSpeech(token + 1))) {
            return false;
        }
        if (reading.isMarkedAccusative(token) || (!reading.isDefinite(token) && reading.ends("accusative", token))) {
            return false;
        }
        if (place == Phrase.Place.SUBJECT_BEFORE_OBJECT) {
            return isPeople(token) || unknownName(token) > token;
        }
        // "Said Yael bin N.", "said Yoanna N.,": behind a verb a name that begins like one.
        boolean name = reading.is(token + 1, WordClass.NAME_PARTICLE)
                || (reading.isWord(token + 1)
                        && reading.tape().first(token + 1) < 0
                        && !reading.isDefinite(token + 1)
                        && !reading.opens("verb", token + 1)
                        && reading.isComma(token + 2));
        return name || !reading.opens("verb", token);
    }

    /** "The teachers", "the Germans": a plural of people with the article. */
    boolean isPeople(int token) {
        return reading.isDefinite(token) && (reading.ends("plural", token) || reading.find(token, demonyms) >= 0);
    }

    /**
     * The end of a name that the lexicon does not know, or the token itself: unknown words before a title, with a comma or
     * without, or before what is said.
     */
    int unknownName(int token) {
        int to = token;
        while (to < token + MAX_NAME
                && reading.isWord(to)
                && !reading.isAny(to, STOPPERS | TITLES | WordClass.TOPIC.bit())
                && (!reading.opens("verb", to) || (to == token && reading.is(to + 1, WordClass.NAME_PARTICLE)))
                && (to == token
                        || !(reading.isDefinite(to) || (reading.isDefinite(token) && mayBearPreposition(to))))) {
            to++;
        }
        if (to == token) {
            return token;
        }
        int title = reading.isComma(to) ? to + 1 : to;
        boolean titled = reading.isAny(title, PERSON_TITLES | WordClass.OFFICE_TERM.bit())
                && !reading.opensWithConjunction(title)
                && (title > to || to > token + 1);
        boolean foreign = to > token + 1 && !reading.isDefinite(token) && reading.is(to, WordClass.THAT);
        return titled || foreign ? to : token;
    }

    /** A finite verb of speech that begins a clause or bears a conjunction: no name, though some name is written so. */
    boolean isReport(int token) {
        // "Promised the prime minister": a verb that is a given name too, before a title or another given name.
        boolean sure = !reading.is(token, WordClass.SAY_WEAK)
                || reading.isAny(token + 1, TITLES | PERSONS | WordClass.GIVEN.bit());
        return reading.is(token, WordClass.SAY_FINITE)
                && sure
                && (reading.opensWithConjunction(token) || reading.beginsClause(token) || isBehindCircumstance(token))
                && !reading.is(token, WordClass.PERSON);
    }

    /** "After the meeting asked N. that": the first verb of a sentence that a preposition opens, before who speaks. */
    private boolean isBehindCircumstance(int token) {
        int start = reading.text().sentenceStart(reading.sentenceOf(token));
        if (token - start > MAX_CIRCUMSTANCE
                || !reading.is(start, WordClass.PREPOSITION)
                || !reading.isAny(token + 1, TITLES | PERSONS)) {
            return false;
        }
        for (int at = start + 1; at < token; at++) {
            if (reading.is(at, WordClass.SAY_FINITE)) {
                return false;
            }
        }
        return true;
    }

    /** The token behind the adverbs, times and commas that stand between a verb and its subject. */
    int behindAside(int from) {
        int token = from;
        for (int step = 0; step < MAX_ASIDE; step++) {
            if (reading.is(token, WordClass.TIME)) {
                token = reading.afterTime(token);
            } else if (reading.isAny(token, ASIDE)) {
                token = reading.tape().end(reading.hit(token, ASIDE, false));
            } else if (reading.is(token, WordClass.LONE_PREPOSITION) && text.opens(token + 1) >= 0) {
                // One that nothing closes ends with the text at the latest.
                token = Math.min(text.quotations().get(text.opens(token + 1)).close() + 1, text.size());
            } else if (reading.isComma(token)) {
                token++;
            } else if (behindTime(token) > token) {
                token = behindTime(token);
            } else {
                break;
            }
        }
        return token;
    }

    /** Behind an expression of time that holds the token: "at an earlier time on Tuesday" may begin with an adverbial. */
    private int behindTime(int token) {
        for (int from = token - 1; from >= Math.max(0, token - LONG_TIME); from--) {
            if (reading.is(from, WordClass.TIME) && reading.afterTime(from) > token) {
                return reading.afterTime(from);
            }
        }
        return token;
    }

    /** Whether an unknown word may be written together with a preposition. */
    boolean mayBearPreposition(int token) {
        return reading.length(token) > 4
                && !reading.isAny(token, ~0L)
                && (reading.opensWith(token, Letters.B) || reading.opensWith(token, Letters.L));
    }

    /** Whether what is said begins here: whatever stands between it and the verb is who says it. */
    boolean standsBeforeSpeech(int token) {
        return reading.is(token, WordClass.THAT) || text.isMark(token, ':') || text.opens(token) >= 0;
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
