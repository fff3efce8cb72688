package org.mahdar.extract;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Evidence;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/**
 * One story while it is being read: its tokens, what the lexicon and the finders know of them, and quick answers to what
 * finders ask of a token. One object for one story and one thread.
 */
final class Reading {
    private static final long CITY_NAMES = WordClass.bits(WordClass.CITY, WordClass.CITY_DOUBTFUL, WordClass.METONYM);

    /** How many words a link has at most. */
    private static final int MAX_LINK = 3;

    private static final long NAMES = WordClass.bits(WordClass.BODY, WordClass.PERSON);
    private static final long CLAUSE_OPENERS = WordClass.bits(WordClass.LINK, WordClass.OPENER, WordClass.THAT);
    private static final long LEADERS = WordClass.bits(
            WordClass.LINK,
            WordClass.AUXILIARY,
            WordClass.OPENER,
            WordClass.ADVERB,
            WordClass.TIME,
            WordClass.NEGATION);
    /** A word of these is read with its conjunction though the whole might be a rare name. */
    private static final long JOINABLE = WordClass.bits(
            WordClass.SAY_FINITE,
            WordClass.SAY_PARTICIPLE,
            WordClass.PREPOSITION,
            WordClass.FUNCTION,
            WordClass.AUXILIARY,
            WordClass.HEAD);

    private static final int MAX_LEAD = 6;
    private static final int MAX_PHRASE = 14;
    private static final int MIN_CLAUSE = 5;

    private final Language language;
    private final Text text;
    private final Tape tape;
    private final long[] classOfSet;
    private final long[] bare;
    private final long[] prefixed;
    private final Matcher matcher;
    private final int percent;
    private final int or;
    private final Mention[] endingAt;
    private final byte[] bareStarts;
    private final @Nullable String[] bareWords;
    private final BitSet clauseStart = new BitSet();
    private final BitSet afterLink = new BitSet();
    private final BitSet behindPreposition = new BitSet();

    Reading(Language language, long[] classOfSet, Tape tape) {
        this.language = language;
        this.tape = tape;
        this.text = tape.text();
        this.classOfSet = classOfSet;
        this.matcher = new Matcher(tape);
        this.percent = language.symbol("percent");
        this.or = language.symbol("either");
        this.bare = new long[text.size() + 1];
        this.prefixed = new long[text.size() + 1];
        this.endingAt = new Mention[text.size() + 1];
        this.bareStarts = new byte[text.size() + 1];
        this.bareWords = new String[text.size() + 1];
        for (int token = 0; token < text.size(); token++) {
            for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
                note(token, hit);
            }
        }
        findClauses();
        findComplements(language.finding("@that"));
    }

    /** Marks each "that" that may open a reported clause; after "although", "must" and the like it opens another one. */
    private void findComplements(int set) {
        BitSet closed = new BitSet();
        for (int token = 0; token < text.size(); token++) {
            for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
                if ((classOfSet[tape.set(hit)] & WordClass.BEFORE_THAT.bit()) != 0) {
                    closed.set(tape.end(hit));
                }
                boolean named = (classOfSet[tape.set(hit)] & NAMES) != 0 && tape.end(hit) > token + 1;
                if (named) {
                    // Letters of a channel's name, or of a man's, that are read like the word.
                    closed.set(token, tape.end(hit));
                    bare[token] &= ~WordClass.THAT.bit();
                }
            }
            boolean initials = text.isMark(token + 1, '.') && text.touches(token + 1) && text.touches(token + 2);
            if (is(token, WordClass.THAT) && !closed.get(token) && !initials) {
                int hit = hit(token, WordClass.THAT.bit(), false);
                String unlike = term(hit).entry().value("unlike").orElse("");
                if (!unlike.isEmpty()
                        && text.raw()
                                .substring(text.start(token), text.end(token))
                                .contains(unlike)) {
                    continue;
                }
                tape.add(token, tape.end(hit), set, tape.clitics(hit), tape.payload(hit));
            }
        }
    }

    /** For each symbol set of a language pack, the {@link WordClass}es it belongs to; computed once for a pack. */
    static long[] classes(Language language) {
        return language.masks(
                Arrays.stream(WordClass.values()).map(WordClass::names).toList());
    }

    private void note(int token, int hit) {
        long mask = classOfSet[tape.set(hit)];
        if ((tape.clitics(hit) & Letters.PREPOSITION) == 0) {
            bare[token] |= mask;
        } else {
            prefixed[token] |= mask;
        }
    }

    /** Adds a finding to the tape and to what is known of its first token. */
    void add(int from, int to, int symbolSet, Object what) {
        tape.add(from, to, symbolSet, 0, what);
        bare[from] |= classOfSet[symbolSet];
    }

    /** Notes where a mention ends. */
    void note(Mention mention) {
        endingAt[mention.to] = mention;
    }

    /** The mention whose last token is the one before {@code token}. */
    Optional<Mention> mentionEndingAt(int token) {
        return token < 0 ? Optional.empty() : Optional.ofNullable(endingAt[token]);
    }

    Language language() {
        return language;
    }

    Text text() {
        return text;
    }

    Tape tape() {
        return tape;
    }

    int size() {
        return text.size();
    }

    /** The matcher over this story, as if it were new; one finder uses it at a time. */
    Matcher matcher() {
        return matcher.fresh();
    }

    /** Whether a term of the class begins at the token, without a preposition written together with it. */
    boolean is(int token, WordClass wordClass) {
        return token >= 0 && token < bare.length && (bare[token] & wordClass.bit()) != 0;
    }

    /** Whether a term of one of the classes begins at the token, without a preposition written together with it. */
    boolean isAny(int token, long classes) {
        return token >= 0 && token < bare.length && (bare[token] & classes) != 0;
    }

    /** Whether a term of one of the classes begins at the token behind a preposition written together with it. */
    boolean isAfterPreposition(int token, long classes) {
        return token >= 0 && token < prefixed.length && (prefixed[token] & classes) != 0;
    }

    /** Whether what the lexicon knows of the word stands behind a preposition written together with it, and only there. */
    boolean standsBehindPreposition(int token) {
        return isAfterPreposition(token, ~0L) && !isAny(token, ~0L);
    }

    /** The longest hit of one of the classes at the token, with or without a preposition before it; -1 where none is. */
    int hit(int token, long classes, boolean afterPreposition) {
        if (!(afterPreposition ? isAfterPreposition(token, classes) : isAny(token, classes))) {
            return -1;
        }
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            boolean preposition = (tape.clitics(hit) & Letters.PREPOSITION) != 0;
            if (preposition == afterPreposition && (classOfSet[tape.set(hit)] & classes) != 0) {
                return hit;
            }
        }
        return -1;
    }

    /** The longest hit at the token that carries a symbol; -1 where there is none, and outside the text. */
    int find(int token, int symbol) {
        return token < 0 || token >= text.size() ? -1 : tape.find(token, symbol);
    }

    /** The term of a hit that comes from the lexicon. */
    Term term(int hit) {
        return (Term) tape.payload(hit);
    }

    /** The number of the sentence a token stands in; -1 outside the text. */
    int sentenceOf(int token) {
        return token < 0 || token >= text.size() ? -1 : text.sentence(token);
    }

    /**
     * Whether a clause of the story begins with the token: at the head of a sentence, behind the adverbials, times and
     * link words that lead it, behind "that", at the head of a longer quotation.
     */
    boolean beginsClause(int token) {
        return token >= 0 && token < text.size() && clauseStart.get(token);
    }

    /** Whether the word denies the verb after it; the one that is also a relative pronoun denies nothing for sure. */
    boolean denies(int token) {
        int hit = is(token, WordClass.NEGATION) ? hit(token, WordClass.NEGATION.bit(), false) : -1;
        return hit >= 0 && !term(hit).entry().is("plain");
    }

    /** The word "or". */
    boolean isOr(int token) {
        return find(token, or) >= 0;
    }

    boolean isComma(int token) {
        char mark = text.mark(token);
        return mark == ',' || mark == '\u060C';
    }

    boolean isDash(int token) {
        char mark = text.mark(token);
        return mark == '-' || mark == '\u2013' || mark == '\u2014';
    }

    /** Whether a preposition, of one word or more, ends just before the token. */
    boolean isBehindPreposition(int token) {
        return token >= 0 && behindPreposition.get(token);
    }

    /** "The Saudi capital Riyadh": the adjective of a state that some state is written like, before the name of a city. */
    boolean describesPlace(int token) {
        return is(token, WordClass.STATE_ADJECTIVE)
                && is(token - 1, WordClass.PLACE_HEAD)
                && isDefinite(token - 1)
                && isAny(token + 1, CITY_NAMES);
    }

    /** Whether a word that opens a clause of its own ends just before the token. */
    boolean isAfterLink(int token) {
        return token >= 0 && afterLink.get(token);
    }

    /** Whether the link that ends just before the token tells when what was told before it took place: "after that". */
    boolean isAfterWhen(int token) {
        for (int at = token - 1; at >= Math.max(0, token - MAX_LINK); at--) {
            int hit = hit(at, WordClass.LINK.bit(), false);
            if (hit >= 0 && tape.end(hit) == token) {
                return term(hit).entry().is("when");
            }
        }
        return false;
    }

    /** Finds where clauses begin; called once, when times are on the tape. */
    private void findClauses() {
        for (int sentence = 0; sentence < text.sentences(); sentence++) {
            lead(text.sentenceStart(sentence), text.sentenceStart(sentence + 1));
        }
        for (int token = 0; token < text.size(); token++) {
            if (is(token, WordClass.PREPOSITION) && !is(token, WordClass.PREPOSITION_PRONOUN)) {
                behindPreposition.set(tape.end(hit(token, WordClass.PREPOSITION.bit(), false)));
            }
            if (isAny(token, CLAUSE_OPENERS)) {
                int end = tape.end(hit(token, CLAUSE_OPENERS, false));
                if (is(token, WordClass.LINK)) {
                    afterLink.set(end);
                }
                lead(end, Math.min(text.size(), text.sentenceEnd(token)));
            }
            if (partsTitle(token)) {
                lead(token + 1, text.sentenceEnd(token));
            }
            int q = text.opens(token);
            if (q >= 0 && text.quotations().get(q).to() - token > MIN_CLAUSE) {
                lead(token + 1, text.sentenceEnd(token));
            }
        }
    }

    /** Two stops or a stroke part a headline in halves. */
    boolean partsTitle(int token) {
        return text.inTitle(token)
                && (text.mark(token) == '|' || (text.mark(token) == '.' && text.mark(token + 1) == '.'));
    }

    /** Marks the head of a clause and every place behind what may lead it: links, adverbs, times, a phrase up to a comma. */
    private void lead(int from, int limit) {
        int token = from;
        for (int step = 0; step < MAX_LEAD && token < limit; step++) {
            clauseStart.set(token);
            if (isAny(token, LEADERS)) {
                token = tape.end(hit(token, LEADERS, false));
            } else if (text.kind(token) == Text.MARK) {
                token++;
            } else if (is(token, WordClass.PREPOSITION) && comma(token, limit) > 0) {
                token = comma(token, limit) + 1;
            } else {
                return;
            }
        }
    }

    private int comma(int from, int limit) {
        for (int token = from; token < Math.min(limit, from + MAX_PHRASE); token++) {
            if (isComma(token)) {
                return token;
            }
            if (is(token, WordClass.SAY_FINITE)) {
                return -1;
            }
        }
        return -1;
    }

    boolean isWord(int token) {
        return text.isWord(token);
    }

    /** The article by itself, as before a number. */
    boolean isArticle(int token) {
        return isWord(token) && text.form(token).equals(language.letters().article());
    }

    /** The token behind the sign or the words for "per cent" that stand at a token; -1 where none do. */
    int percentEnd(int token) {
        int words = find(token, percent);
        boolean sign = text.mark(token) == '%' || text.mark(token) == '\u066A';
        return words >= 0 ? tape.end(words) : sign ? token + 1 : -1;
    }

    /** Whether the word bears the article. */
    boolean isDefinite(int token) {
        if (!isWord(token)) {
            return false;
        }
        Letters letters = language.letters();
        char[] forms = text.forms();
        int from = text.formStart(token);
        int to = text.formStart(token + 1);
        if (letters.articleAt(forms, from, to) > 0 && to - from > 3) {
            return opensPlainly(token, 0);
        }
        int flag = letters.proclitic(forms[from]);
        if (flag == 0 || to - from < 5) {
            return false;
        }
        return (letters.articleAt(forms, from + 1, to) > 0 && opensPlainly(token, 1))
                || ((flag & Letters.L) != 0 && letters.joinedAt(forms, from, to))
                || (flag == Letters.CONJ && letters.joinedAt(forms, from + 1, to));
    }

    /** Whether a letter is written as it is compared: the article never bears the sign that the first letter of a verb may. */
    private boolean opensPlainly(int token, int letter) {
        int at = text.start(token);
        for (int i = 0; i < letter; i++) {
            at = language.letters().next(text.raw(), at, text.end(token) - 1);
        }
        return text.raw().charAt(at) == text.forms()[text.formStart(token) + letter];
    }

    /** Whether the first letter could be a conjunction written together with the word. */
    boolean opensWith(int token, int proclitic) {
        return isWord(token)
                && text.formStart(token + 1) - text.formStart(token) > 2
                && language.letters().proclitic(text.forms()[text.formStart(token)]) == proclitic;
    }

    /** Whether the word bears a conjunction: its first letter is one, and what follows it is known or the whole is not. */
    boolean opensWithConjunction(int token) {
        if (!opensWith(token, Letters.CONJ)) {
            return false;
        }
        boolean whole = false;
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            boolean joined = (tape.clitics(hit) & Letters.CONJ) != 0;
            if (!joined && classOfSet[tape.set(hit)] != 0 && tape.end(hit) > token + 1) {
                // "The media": several words that the lexicon knows together.
                return false;
            }
            if (joined && (classOfSet[tape.set(hit)] & JOINABLE) != 0) {
                return true;
            }
            whole |= !joined && classOfSet[tape.set(hit)] != 0;
        }
        return !whole;
    }

    /** The folded word without conjunction, preposition and article, as far as the lexicon or its letters tell. */
    String bare(int token) {
        String known = bareWords[token];
        if (known == null) {
            int from = text.formStart(token) + articleStart(token);
            known = new String(text.forms(), from, text.formStart(token + 1) - from);
            bareWords[token] = known;
        }
        return known;
    }

    /** How many letters of the folded word are conjunction and preposition; one that has swallowed the article counts with it. */
    int bareStart(int token) {
        // Asked again and again of the same words, so it is kept; 0 stands for not yet asked.
        if (bareStarts[token] == 0) {
            bareStarts[token] = (byte) (1 + Math.min(findBareStart(token), Byte.MAX_VALUE - 1));
        }
        return bareStarts[token] - 1;
    }

    private int findBareStart(int token) {
        Letters letters = language.letters();
        char[] forms = text.forms();
        int from = text.formStart(token);
        int to = text.formStart(token + 1);
        int best = Letters.CONJ | Letters.PREPOSITION;
        boolean known = false;
        boolean opensAlike = false;
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            // What finders have added says nothing of the word itself.
            if (tape.payload(hit) instanceof Term term) {
                best &= tape.clitics(hit);
                known = true;
                opensAlike |= (tape.clitics(hit) & (Letters.L | Letters.ARTICLE)) == Letters.L && !hasArticle(term);
            }
        }
        int at = from;
        int taken = 0;
        while (at + 3 < to) {
            int flag = letters.proclitic(forms[at]);
            // Each stands once: a second "and" is the first letter of the word.
            if (flag == 0 || flag == Letters.FUTURE || (taken & flag) != 0 || (known && (best & flag) == 0)) {
                break;
            }
            taken |= flag;
            if (flag == Letters.L && letters.joinedAt(forms, at, to)) {
                return at + (opensAlike ? 1 : 2) - from;
            }
            if (!known && letters.articleAt(forms, at + 1, to) == 0) {
                break;
            }
            at++;
        }
        return at - from;
    }

    private boolean hasArticle(Term term) {
        char[] words = language.letters().fold(term.words()).toCharArray();
        return language.letters().articleAt(words, 0, words.length) > 0;
    }

    /** How many letters of the folded word are conjunction, preposition and article. */
    int articleStart(int token) {
        int bare = bareStart(token);
        int from = text.formStart(token);
        return bare + language.letters().articleAt(text.forms(), from + bare, text.formStart(token + 1));
    }

    /** The preposition written together with the word, as far as {@link #bareStart} knows it; 0 where there is none. */
    int prepositionOf(int token) {
        int from = text.formStart(token);
        int found = 0;
        for (int at = from; at < from + bareStart(token); at++) {
            found |= language.letters().proclitic(text.forms()[at]) & Letters.PREPOSITION;
        }
        return found;
    }

    /** Whether a hit belongs to one of the classes. */
    boolean isOf(int hit, long classes) {
        return (classOfSet[tape.set(hit)] & classes) != 0;
    }

    /** Whether the word ends like words of that sort (see {@code letters.txt}). */
    boolean ends(String sort, int token) {
        return ending(sort, token) > 0;
    }

    /** How many letters the ending of that sort has with which the word ends; 0 for none. */
    int ending(String sort, int token) {
        return isWord(token)
                ? language.letters().ending(sort, text.forms(), text.formStart(token), text.formStart(token + 1))
                : 0;
    }

    /** Whether the word opens like words of that sort (see {@code letters.txt}). */
    boolean opens(String sort, int token) {
        return isWord(token)
                && language.letters().opens(sort, text.forms(), text.formStart(token), text.formStart(token + 1));
    }

    /** Whether the vowel marks say that a verb is passive: the first letter of the past bears the vowel u. */
    boolean isPassive(int token) {
        Letters letters = language.letters();
        int end = text.end(token);
        int at = text.start(token);
        if (opensWithConjunction(token)) {
            at = letters.next(text.raw(), at, end);
        }
        return text.raw().substring(at, letters.next(text.raw(), at, end)).indexOf('\u064F') > 0;
    }

    /** Whether the word bears the vowel marks of an indefinite accusative: no name of a person does. */
    boolean isMarkedAccusative(int token) {
        return text.raw().substring(text.start(token), text.end(token)).indexOf('\u064B') >= 0;
    }

    /** Whether the word is written with the closed t, which no verb has. */
    boolean endsLikeNoun(int token) {
        return lastLetter(token) == '\u0629';
    }

    /** Whether the word is written with the last letter that verbs have and their verbal nouns have not. */
    boolean endsLikeVerb(int token) {
        char last = lastLetter(token);
        return last == '\u0649' || last == '\u06CC';
    }

    private char lastLetter(int token) {
        return text.raw().charAt(language.letters().last(text.raw(), text.start(token), text.end(token)));
    }

    /** The last letter of the folded word. */
    char lastForm(int token) {
        return text.forms()[text.formStart(token + 1) - 1];
    }

    /** How many letters the word has. */
    int length(int token) {
        return text.formStart(token + 1) - text.formStart(token);
    }

    /** The token after a time expression that begins here; the token itself where none does. */
    int afterTime(int token) {
        int hit = is(token, WordClass.TIME) ? hit(token, WordClass.TIME.bit(), false) : -1;
        return hit < 0 ? token : tape.end(hit);
    }

    /** One named step of an evidence. */
    Evidence.Step step(String name, int from, int to) {
        return new Evidence.Step(name, text.span(from, to));
    }
}
