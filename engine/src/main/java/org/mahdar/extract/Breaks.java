package org.mahdar.extract;

import java.util.BitSet;
import org.mahdar.text.Text;

/** Says where, after reported words, the story's own voice begins again within the sentence. */
final class Breaks {
    /** How many words the conjunction that subordinates a clause may have. */
    private static final int MAX_LEAD = 3;
    /** How many words before the cue a clause may begin that the sentence answers. */
    private static final int MAX_PROTASIS = 24;

    private final Reading reading;
    private final Text text;
    /** Tokens at which a report begins. */
    private final BitSet reportAt;

    private final int during;
    private final int in;
    private final int quantity;
    private final int talk;
    private final int protases;
    private final int apodosis;
    /** Whether the clause being cut only leads up to the sentence: "while he confirmed that …, he insisted on …". */
    private boolean led;
    /** Whether it stands in a clause that the sentence answers: "although they repeat that …, the fact is …". */
    private boolean protasis;

    Breaks(Reading reading, BitSet reportAt) {
        this.reading = reading;
        this.text = reading.text();
        this.reportAt = reportAt;
        this.during = reading.language().symbol("prepositions.during");
        this.quantity = reading.language().symbol("function.quantity");
        this.in = reading.language().symbol("prepositions.in");
        this.talk = reading.language().symbol("occasions.talk");
        this.protases = reading.language().symbol("protases");
        this.apodosis = reading.language().symbol("apodoses");
    }

    /** Looks at what leads up to the cue of a report, before its words are cut. */
    void enter(Draft draft) {
        int cue = draft.cueFrom;
        int start = text.sentenceStart(text.sentence(cue));
        led = reading.isAfterLink(cue) && cue - start <= MAX_LEAD;
        protasis = false;
        for (int token = cue - 1;
                token >= Math.max(start, cue - MAX_PROTASIS) && !reading.is(token, WordClass.THAT);
                token--) {
            protasis |= reading.find(token, protases) >= 0;
        }
    }

    /** Whether the clause being cut only leads up to the sentence. */
    boolean isLed() {
        return led;
    }

    /** Whether the rest of a sentence says on what occasion the words were said: "during a meeting with his counterpart". */
    boolean isOfSpeech(int token, int end) {
        int hit = token < end ? reading.find(token, during) : -1;
        int noun = hit < 0 ? token + 1 : reading.tape().end(hit);
        boolean occasion = hit >= 0
                ? reading.is(noun, WordClass.OCCASION)
                : reading.find(token, in) >= 0 && reading.find(noun, talk) >= 0;
        if (!occasion) {
            return false;
        }
        for (int rest = noun; rest < end; rest++) {
            if (reading.isComma(rest)) {
                // The sentence goes on behind the aside.
                return false;
            }
        }
        return true;
    }

    /** Whether the story's own voice begins again here; {@code clause}: what is reported is one. */
    boolean at(int token, boolean clause) {
        if (protasis && reading.isComma(token - 1) && reading.find(token, apodosis) >= 0) {
            return true;
        }
        if (reading.is(token, WordClass.BREAKER_OF_PHRASE)) {
            return reading.isComma(token - 1) && (!clause || isSaidOf(token));
        }
        boolean which = reading.is(token, WordClass.FUNCTION)
                && reading.opensWithConjunction(token)
                && reading.is(token + 1, WordClass.RELATIVE)
                && reading.is(token + 2, WordClass.SAY_FINITE);
        int own = reading.hit(token, WordClass.ACCORDING.bit(), false);
        if (own >= 0 && reading.term(own).entry().is("own") && reading.isComma(token - 1)) {
            return true;
        }
        // "While he confirmed that it goes on, they denied it": here the sentence itself begins.
        boolean main = led
                && reading.isComma(token - 1)
                && reading.is(token, WordClass.SAY_FINITE)
                && !reading.opensWithConjunction(token);
        return main
                || (which && reading.isComma(token - 1))
                || (reading.is(token, WordClass.OPENER) && text.kind(token - 1) == Text.MARK)
                || (reading.is(token, WordClass.BREAKER) && (reading.isComma(token - 1) || !needsComma(token)));
    }

    /** "…, which the minister confirmed", "…, while the envoy said that". */
    private boolean isSaidOf(int token) {
        int hit = reading.hit(token, WordClass.BREAKER_OF_PHRASE.bit(), false);
        int behind = reading.tape().end(hit);
        return (reading.term(hit).entry().is("which") && reading.is(behind, WordClass.SAY_FINITE))
                || (reading.term(hit).entry().is("while") && isMarkedBefore(token - 1))
                || reportAt.get(behind);
    }

    /** Whether a mark of quotation closes just before the token. */
    private boolean isMarkedBefore(int token) {
        int q = text.quotation(token - 2);
        return q >= 0 && text.quotations().get(q).close() == token - 1;
    }

    /** "Moscow has not received, as its spokesman put it, any guarantee": between two commas an aside parts what is said. */
    boolean isAround(int from, int cue, int comma, int limit) {
        int next = comma + 1;
        boolean parted = next < limit
                && reading.isComma(cue - 1)
                && reading.isComma(comma)
                && (reading.isWord(next) || text.opens(next) >= 0 || text.kind(next) == Text.NUMBER);
        if (!parted || reportAt.get(next)) {
            return false;
        }
        boolean topic = reading.is(from - 1, WordClass.LINK) && reading.opens("sequel", next);
        boolean denied = reading.is(next, WordClass.NEGATION);
        boolean own = reading.find(next, quantity) < 0
                && (reading.isAny(
                                next,
                                WordClass.bits(
                                        WordClass.LINK,
                                        WordClass.BREAKER,
                                        WordClass.OPENER,
                                        WordClass.SAY_PARTICIPLE,
                                        WordClass.RELATIVE,
                                        WordClass.FUNCTION,
                                        WordClass.ACCORDING))
                        || reading.is(next, WordClass.BREAKER_OF_PHRASE)
                        || reading.opensWithConjunction(next));
        return topic || denied || !own;
    }

    private boolean needsComma(int token) {
        return reading.term(reading.hit(token, WordClass.BREAKER.bit(), false))
                .entry()
                .is("comma");
    }
}
