package org.mahdar.extract;

import java.util.Optional;
import org.mahdar.language.Language;
import org.mahdar.model.Actor;
import org.mahdar.model.Span;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/**
 * Says how far the words of a stance reach: to the end of what is said or of the sentence, to a condition that follows, or
 * to a comma once enough has been said.
 */
final class StanceCutter {
    /** How many words are a stance of their own before a comma and another clause, before a comma, before any comma at all. */
    private static final int CLAUSE = 3;

    private static final int ENOUGH = 5;
    private static final int PLENTY = 8;
    private static final int MAX = 60;
    /** A quotation of no more tokens holds one thought. */
    private static final int FEW = 14;
    /** A bracket of more tokens is another thought. */
    private static final int LONG_ASIDE = 5;
    /** A quotation of more tokens is a clause; a shorter one marks words within a clause. */
    private static final int LONG_QUOTE = 5;

    private static final long LINKS =
            WordClass.bits(WordClass.LINK, WordClass.THAT, WordClass.AUXILIARY, WordClass.NEGATION, WordClass.BE);

    private static final long CLAUSES = WordClass.bits(WordClass.THAT, WordClass.RELATIVE, WordClass.NEGATION);

    private final Reading reading;
    private final Text text;
    private final int provisoBefore;
    private final int provisoIs;
    private final int ender;
    private final int amid;
    private final int stance;
    private final int provisoIf;
    private final int masdar;
    private final int whether;
    private final int either;
    private final int exchanges;
    private final Voices voices;

    StanceCutter(Reading reading, Voices voices) {
        this.reading = reading;
        this.text = reading.text();
        this.voices = voices;
        Language language = reading.language();
        this.provisoBefore = language.symbol("provisos.before");
        this.provisoIs = language.symbol("provisos.is");
        this.whether = language.symbol("whether");
        this.either = language.symbol("either");
        this.exchanges = language.symbol("exchanges");
        this.ender = language.symbol("stance-ends");
        this.amid = language.symbol("stance-ends.amid");
        this.stance = language.symbol("stances");
        this.provisoIf = language.symbol("provisos.if");
        this.masdar = language.symbol("stances.masdar");
    }

    /** The same; {@code deal}: what is given in exchange belongs to it; {@code object}: it is the object of a verb. */
    int end(int from, boolean deal, boolean object) {
        int end = object ? Math.min(end(from), joinedStance(from)) : end(from);
        boolean exchange = deal && end + 1 < limit(from) && reading.find(end, exchanges) >= 0;
        return exchange ? end(end + 1) : end;
    }

    /** "Rejects any change and supports the talks": where the verb of another stance begins, but not within a clause. */
    private int joinedStance(int from) {
        int limit = limit(from);
        if (reading.is(from - 1, WordClass.THAT) || isOwnStance(from)) {
            return limit;
        }
        for (int token = from + 1; token < limit && !reading.isAny(token, CLAUSES); token++) {
            boolean joined = reading.opensWithConjunction(token) && !reading.isDefinite(token);
            if (joined && isOwnStance(token) && reading.find(token, masdar) < 0) {
                return token;
            }
        }
        return limit;
    }

    /** The token after the stance whose words begin with {@code from}. */
    int end(int from) {
        int limit = limit(from);
        int words = 0;
        int marked = endOfMarked(from);
        for (int token = from; token < limit; token++) {
            if (token > from && token >= marked && (ends(token, words) || isProviso(token))) {
                return token;
            }
            if (reading.isWord(token)) {
                words++;
            } else if (text.mark(token) == '(' && words >= ENOUGH && text.partner(token) - token > LONG_ASIDE) {
                return token;
            } else if (text.mark(token) == '(' && text.partner(token) > token && text.partner(token) < limit) {
                token = text.partner(token);
            }
        }
        return limit;
    }

    /** Where marks close that open before the first word and hold no more than a few: what they hold is one stance, whole. */
    private int endOfMarked(int from) {
        int quotation = text.opens(from - 1);
        boolean few = quotation >= 0
                && text.quotations().get(quotation).closed()
                && text.quotations().get(quotation).close() - from <= FEW;
        return few ? text.quotations().get(quotation).close() : from;
    }

    /** "On condition that", and not "without bond or condition", nor "is a condition for". */
    private boolean isProviso(int token) {
        int is = reading.find(token, provisoIs);
        return reading.find(token, provisoBefore) >= 0
                && !(is >= 0 && reading.opensWith(reading.tape().end(is), Letters.L))
                && reading.find(token - 1, either) < 0
                && !reading.is(token - 1, WordClass.PREPOSITION);
    }

    /** The end of what is offered or accepted: before the "if" in it. */
    int beforeCondition(int from, int to) {
        for (int token = from + 2; token < to; token++) {
            if (reading.find(token, provisoIf) >= 0) {
                return token;
            }
        }
        return to;
    }

    /** The token with which the clause around {@code at} begins. */
    int start(int at) {
        int floor = text.sentenceStart(text.sentence(at));
        int token = at;
        while (token > floor && voices.isSame(token - 1, at) && !isEdge(token - 1)) {
            token--;
        }
        return token;
    }

    private boolean isEdge(int token) {
        char mark = text.mark(token);
        boolean stop = mark == '\u060C' || mark == ',' || mark == ':' || mark == '\u061B';
        int quotation = text.opens(token);
        boolean quoted = quotation >= 0 && text.quotations().get(quotation).to() - token > LONG_QUOTE;
        return stop || quoted || reading.is(token, WordClass.THAT) || text.kind(token) == Text.BREAK;
    }

    /** The same for one item of a list: to the comma before the next. */
    int endOfItem(int from) {
        int limit = end(from);
        for (int token = from; token < limit; token++) {
            if (reading.isComma(token)) {
                return token;
            }
        }
        return limit;
    }

    /** Where the words that hold the token end at the latest: with what is said there, with the sentence, with its marks. */
    int limit(int from) {
        int limit = Math.min(text.sentenceEnd(from), from + MAX);
        Optional<Draft> draft = voices.at(from);
        if (draft.isPresent()) {
            for (Span piece : draft.get().content) {
                int start = text.tokenAt(piece.start());
                int end = text.tokenAt(piece.end());
                if (start <= from && from < end) {
                    limit = Math.min(limit, end);
                }
            }
        }
        for (int token = from; token < limit; token++) {
            if (!voices.isSame(token, from)) {
                int end = endAtWords(from, token);
                if (end <= token) {
                    return end;
                }
                token = end - 1;
            }
        }
        return limit;
    }

    /**
     * Where a stance ends that comes upon the words of somebody else: before the verb that reports them, but behind them where
     * they only describe a thing, as in "a draft that calls for".
     */
    private int endAtWords(int from, int token) {
        Optional<Draft> said = voices.at(token).filter(draft -> draft.cueFrom >= from && draft.cueFrom < token);
        if (said.isEmpty()) {
            return token;
        }
        int cue = said.get().cueFrom;
        int end = reading.is(cue - 1, WordClass.RELATIVE) ? cue - 1 : cue;
        boolean itself = cue == from && said.get().is("masdar");
        boolean describes = said.get().isFinite()
                && text.isWord(end - 1)
                && !reading.opensWithConjunction(cue)
                && !reading.beginsClause(cue)
                && !reading.isAny(end - 1, LINKS)
                && reading.mentionEndingAt(end)
                        .filter(mention -> !mention.isPaper())
                        .isEmpty();
        if (!describes && !itself) {
            return end > from ? end : token;
        }
        int to = token;
        while (to < text.size() && voices.isSame(to, token)) {
            to++;
        }
        return to;
    }

    /** "…, and accepted": another stance begins. */
    private boolean isStance(int token) {
        int hit = reading.find(token, stance);
        return hit >= 0 && (reading.term(hit).is("past") || reading.term(hit).is("pres"));
    }

    private boolean isOwnStance(int token) {
        int hit = reading.find(token, stance);
        return hit >= 0
                && reading.term(hit).entry().is("own")
                && (reading.term(hit).is("pres")
                        || (reading.term(hit).is("past") && reading.term(hit).is("f")));
    }

    /** "X accepted the proposal and Y rejected it": with the verb that bears the pronoun another sentence begins. */
    private boolean refersBack(int token) {
        return reading.opensWithConjunction(token)
                && isStance(token)
                && reading.term(reading.find(token, stance)).is("obj")
                && StatementFinder.mentionAt(reading, token + 1)
                        .filter(other -> other.kind == Actor.Kind.STATE || other.kind == Actor.Kind.BODY)
                        .isPresent();
    }

    private boolean ends(int token, int words) {
        char mark = text.mark(token);
        boolean runs = mark == '.' && text.mark(token + 1) == '.';
        if (mark == ';' || mark == '\u061B' || (runs && words > 2)) {
            return true;
        }
        if (text.kind(token) == Text.BREAK || refersBack(token)) {
            return true;
        }
        if (mark == '\u060C' || mark == ',') {
            int next = token + 1;
            boolean item = reading.opensWithConjunction(next)
                    && reading.is(next, WordClass.PREPOSITION)
                    && reading.is(next + 1, WordClass.THAT);
            if (words >= PLENTY || (words >= 2 && (item || isStance(next)))) {
                return true;
            }
            boolean joined = reading.opensWithConjunction(next);
            if (words >= ENOUGH && !joined) {
                return true;
            }
            boolean clause = reading.is(next, WordClass.THAT)
                    || reading.is(next, WordClass.LINK)
                    || reading.find(next, whether) >= 0;
            return words >= CLAUSE && clause;
        }
        if (words >= 2
                && reading.find(token, ender) >= 0
                && !reading.isDefinite(token)
                && !(reading.find(token, amid) >= 0 && reading.opensWithConjunction(token + 1))
                && !reading.is(token - 1, WordClass.PREPOSITION)) {
            return true;
        }
        boolean goesOn = reading.opensWithConjunction(token) && reading.is(token, WordClass.THAT);
        return goesOn && words >= CLAUSE;
    }
}
