package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import org.mahdar.text.Letters;

/** Says which words that no list knows are names of persons, by what stands around them. */
final class UnknownNames {
    /** The longest name of unknown words. */
    static final int MAX_WORDS = 4;

    /** What may stand behind a subject as whom it addresses. */
    private static final long PLACES = bits(WordClass.METONYM, WordClass.STATE, WordClass.CITY);

    private final Reading reading;
    private final Nouns nouns;
    private final int holds;
    private final int meets;

    UnknownNames(Reading reading, Nouns nouns) {
        this.reading = reading;
        this.nouns = nouns;
        this.holds = reading.language().symbol("hold");
        this.meets = reading.language().symbol("meet");
    }

    /** Whether unknown words behind a complete title are a name: a particle of names follows, or two reach to its visible end. */
    boolean opensName(int token) {
        if (!isStrange(token)) {
            return false;
        }
        boolean addressed =
                reading.is(token - 1, WordClass.HONORIFIC) && (nouns.isAnyName(token + 1) || isFamilyName(token + 1));
        if (reading.is(token + 1, WordClass.NAME_PARTICLE) || addressed) {
            return true;
        }
        int last = endOfName(token) - 1;
        return last > token ? endsName(last) : nouns.isTitle(last + 1) && endsName(last);
    }

    /** The token behind the unknown words that begin with a strange one. */
    int endOfName(int token) {
        int last = token;
        while (last < token + MAX_WORDS - 1 && (isStrange(last + 1) || isForeignEnd(last + 1))) {
            last++;
        }
        return endsName(last) ? last + 1 : token + 1;
    }

    /**
     * Whether two words behind a complete title are a name of which a list knows but one, or whose first opens like a preposition
     * where what is said follows.
     */
    boolean opensPair(Phrase phrase, int token) {
        int last = token + 1;
        int next = last + 1;
        if (reading.isDefinite(token) || reading.isDefinite(last)) {
            return false;
        }
        boolean ended = !reading.isWord(next)
                || nouns.isTitle(next)
                || nouns.standsBeforeSpeech(next)
                || reading.isAny(next, bits(WordClass.PREPOSITION, WordClass.TIME, WordClass.SAY_FINITE));
        boolean half = ((isStrange(token) || isForeignEnd(token))
                        && nouns.isSureName(last)
                        && !reading.is(last, WordClass.GIVEN))
                || (nouns.isAnyName(token) && !nouns.stops(token) && isStrange(last));
        boolean family = half && ended && (!phrase.beforeObject() || nouns.isTitle(next));
        boolean name = isStrange(last) || nouns.isAnyName(last);
        return family || (nouns.mayBearPreposition(token) && name && nouns.standsBeforeSpeech(next));
    }

    /** Whether a word that no list knows is the last of a name: what follows belongs to no name. */
    boolean endsName(int token) {
        int next = token + 1;
        boolean ended = !reading.isWord(next)
                || nouns.isTitle(next)
                || reading.isAny(next, bits(WordClass.PREPOSITION, WordClass.TIME, WordClass.THAT, WordClass.RELATIVE))
                || reading.isAfterPreposition(next, ~0L)
                || nouns.mayBearPreposition(next);
        return ended
                && (isStrange(token) || isForeignEnd(token))
                && !(reading.isWord(next) && reading.ends("accusative", token));
    }

    /**
     * Whether a word that is all unknown is the family name of the given one before it although it opens like a verb or like a
     * preposition: behind a title and a given name stands no verb, and a noun would be known.
     */
    boolean endsGiven(Phrase phrase, int token) {
        int next = token + 1;
        return phrase.titled
                && phrase.inName()
                && nouns.isSureName(phrase.mention.nameFrom)
                && !reading.isDefinite(token - 1)
                && isAllUnknown(token)
                && !(reading.opensWith(token, Letters.B) && token - phrase.mention.nameFrom > 1)
                && (!reading.isWord(next)
                        || nouns.isTitle(next)
                        || reading.is(next, WordClass.TIME)
                        || (phrase.nameWords == 1
                                && !reading.opens("verb", token)
                                && (reading.find(next, holds) >= 0
                                        || reading.find(next, meets) >= 0
                                        || (reading.is(next, WordClass.PREPOSITION)
                                                && !reading.opensWith(token, Letters.B))
                                        || reading.isAfterPreposition(next, ~0L)
                                        || (reading.isAny(next, PLACES) && !reading.opensWith(token, Letters.B))
                                        || (reading.isDefinite(next) && !nouns.mayBearPreposition(token)))));
    }

    private boolean isForeignEnd(int token) {
        return isAllUnknown(token) && !nouns.mayBearPreposition(token);
    }

    private boolean isAllUnknown(int token) {
        return reading.isWord(token)
                && reading.length(token) > MAX_WORDS
                && reading.tape().first(token) < 0
                && !reading.isDefinite(token)
                && !reading.ends("feminine", token)
                && !reading.ends("owned", token)
                && !reading.isMarkedAccusative(token)
                && !reading.ends("accusative", token)
                && !nouns.isKnownNoun(token);
    }

    /** A word that neither lexicon nor its letters make anything but a name. */
    boolean isStrange(int token) {
        return reading.isWord(token)
                && reading.length(token) > 2
                && reading.tape().first(token) < 0
                && !reading.isDefinite(token)
                && (!reading.opens("verb", token) || reading.is(token + 1, WordClass.NAME_PARTICLE))
                && !reading.ends("feminine", token)
                && !reading.ends("owned", token)
                && !reading.isMarkedAccusative(token)
                && !nouns.mayBearPreposition(token)
                && !nouns.isKnownNoun(token);
    }

    /**
     * Whether a word may go on with the name before it although the verb takes an object: "confirmed the governor N. N. to the
     * agency", or where nothing behind it could complete a noun.
     */
    boolean mayGoOn(Phrase phrase, int token) {
        int next = token + 1;
        boolean alone = isBehindGiven(phrase, token)
                && (isStrange(token) || (phrase.titled && reading.is(token, WordClass.ADJECTIVE)));
        boolean followed =
                (nouns.isTitle(next) && reading.isDefinite(next)) || reading.isAfterPreposition(next, Nouns.TITLES);
        // "Rejected the spokeswoman N. N. the coup": no verbal noun opens so.
        boolean foreign = isStrange(token) && !opensLikeArticle(token) && reading.length(token) >= MAX_WORDS;
        boolean object = foreign
                && (reading.isDefinite(next) || reading.isAfterPreposition(next, ~0L))
                && !nouns.isName(next)
                && !reading.ends("relation", next);
        boolean second = phrase.titled && phrase.nameWords == 1 && nouns.isSureName(phrase.mention.nameFrom);
        return (alone && followed) || (second && object) || endsGiven(phrase, token) || standsBeforeObject(next);
    }

    /** Verbal nouns of the longer stems open with the first letter of the article. */
    private boolean opensLikeArticle(int token) {
        return reading.text().form(token).charAt(0)
                == reading.language().letters().article().charAt(0);
    }

    /** "The spokesman N. N. N. said": strange words up to the verb of speech are his name. */
    boolean reachesReport(int token) {
        int next = token;
        while (next < token + MAX_WORDS && isStrange(next)) {
            next++;
        }
        return next > token && reading.is(next, WordClass.SAY_FINITE) && !reading.opensWithConjunction(next);
    }

    /** "The chancellor called on Moscow to": behind a complete office a capital or state is no name of who bears it. */
    boolean isPlace(int token) {
        return reading.isAny(token, PLACES) && (nouns.stops(token + 1) || !nouns.isAnyName(token + 1));
    }

    /** The same behind a name: a capital, or a leader by the one name he is known by, is whom the verb addresses. */
    boolean isAddressed(Phrase phrase, int token) {
        return isLeader(phrase, token) || isCapital(phrase, token);
    }

    /** "Accused (N. N.) (Putin) of": a third name that is no given name but that of somebody known. */
    private boolean isLeader(Phrase phrase, int token) {
        return phrase.beforeObject()
                && phrase.inName()
                && (phrase.nameWords >= 2 || phrase.mention.known.isPresent())
                && reading.is(token, WordClass.PERSON_SHORT)
                && !reading.is(token, WordClass.GIVEN)
                && !reading.isDefinite(token)
                && !reading.is(token - 1, WordClass.NAME_PARTICLE);
    }

    private boolean isCapital(Phrase phrase, int token) {
        return phrase.beforeObject()
                && reading.is(token, WordClass.METONYM)
                && (phrase.mention.hasName() || phrase.inName() || (phrase.titled && phrase.closed))
                && !reading.is(token, WordClass.STATE_ADJECTIVE)
                && isPlace(token);
    }

    /** "Quoted N. as saying": a noun of speech with the article before what is said, or the object of the verb. */
    boolean isSpeech(Phrase phrase, int token) {
        boolean speech = reading.is(token, WordClass.SAY_NOUN) && nouns.standsBeforeSpeech(token + 1);
        boolean object = phrase.beforeObject()
                && reading.is(token, WordClass.TOPIC)
                && !reading.is(phrase.mention.nameFrom, WordClass.GIVEN);
        return (speech || object) && !nouns.isSureName(token);
    }

    /** Whether a family name with the article ends the name before a token that may be the object of the verb. */
    boolean isWhole(Phrase phrase, int token) {
        return phrase.beforeObject() && reading.isDefinite(token - 1) && !isBehindGiven(phrase, token);
    }

    /** Whether the name so far is one given name, be it of two words. */
    private boolean isBehindGiven(Phrase phrase, int token) {
        int given = reading.hit(phrase.mention.nameFrom, WordClass.GIVEN.bit(), false);
        return given >= 0 && reading.tape().end(given) == token;
    }

    /** Whether what stands here cannot complete the noun before it: that noun was the end of a name. */
    private boolean standsBeforeObject(int token) {
        return !reading.isWord(token)
                || reading.is(token, WordClass.RELATIVE)
                || (reading.isAny(token, Nouns.STOPPERS | bits(WordClass.TOPIC, WordClass.HEAD, WordClass.SAY_NOUN))
                        && !bearsArticle(token));
    }

    /** Whether the word has the article, and is no verbal noun that opens like it. */
    private boolean bearsArticle(int token) {
        int topic = reading.hit(token, WordClass.TOPIC.bit(), false);
        return reading.isDefinite(token) && (topic < 0 || (reading.tape().clitics(topic) & Letters.ARTICLE) != 0);
    }

    /** An adjective of relation that the lexicon does not know is a family name behind a given one. */
    boolean isFamilyName(int token) {
        return reading.ends("relation", token)
                && !reading.ends("feminine", token)
                && !reading.isAny(token, bits(WordClass.STATE_ADJECTIVE, WordClass.ADJECTIVE, WordClass.TOPIC));
    }

    /** Whether the name so far is one word with the article that is no given name: a family name, which no other follows. */
    boolean isFamily(Phrase phrase) {
        int first = phrase.mention.nameFrom;
        return phrase.nameWords == 1 && reading.isDefinite(first) && !reading.is(first, WordClass.GIVEN);
    }

    /** Whether the name read so far ends with "son of N.": a word with the article behind it names the family. */
    boolean endsWithFather(Phrase phrase) {
        int last = phrase.to() - 1;
        return last - 1 > phrase.mention.nameFrom && reading.is(last - 1, WordClass.NAME_PARTICLE);
    }

    /** A foreign surname whose first letter is also a word that never stands inside a name: "and so", "like". */
    boolean isForeign(Phrase phrase, int token) {
        boolean likeness = (reading.opensWith(token, Letters.K)
                        || (token - phrase.mention.nameFrom == 1 && reading.opensWith(token, Letters.B)))
                && !reading.isDefinite(token)
                && !reading.is(token, WordClass.THAT)
                && !reading.isAfterPreposition(token, ~Nouns.ANY_NAMES);
        boolean sequel = reading.opens("sequel", token) && reading.tape().first(token) < 0;
        return likeness || sequel || endsGiven(phrase, token);
    }

    /** A given name that is written like a preposition, before a word that can be nothing but a family name. */
    boolean opensGiven(int token) {
        return nouns.isGivenLikePreposition(token) && isStrange(token + 1);
    }

    /** "The silence of the world": a noun that is seldom a name, before another that has the article and is none. */
    boolean isConstruct(int token) {
        return !reading.isAny(
                        token, bits(WordClass.PERSON, WordClass.PERSON_SHORT, WordClass.GIVEN, WordClass.NAME_PARTICLE))
                && (reading.isDefinite(token + 1) || reading.is(token + 1, WordClass.TOPIC))
                && !nouns.isName(token + 1)
                && !nouns.stops(token + 1)
                && !isFamilyName(token + 1);
    }

    /** "Said the minister laughing", "openly": one unknown word that tells how. */
    boolean isManner(int token) {
        return !nouns.isAnyName(token)
                && (reading.ends("accusative", token)
                        || reading.ends("feminine", token)
                        || reading.ends("owned", token));
    }

    /**
     * Whether a word that some name is written like describes the office instead: the adjective of a state, or of rank, with
     * the article where the office has it.
     */
    boolean describes(Phrase phrase, int token) {
        boolean ofState = reading.is(token, WordClass.STATE_ADJECTIVE);
        if (!ofState && !(nouns.isAdjective(token) && reading.isDefinite(token))) {
            return false;
        }
        boolean agrees = reading.isDefinite(token) || !phrase.closed;
        boolean addressed = phrase.mention
                        .head
                        .map(head -> head.entry().is("honorific"))
                        .orElse(false)
                && !phrase.mention.head.map(head -> head.entry().is("office")).orElse(false);
        return agrees && !(addressed && reading.isAny(token, Nouns.SURE_NAMES));
    }
}
