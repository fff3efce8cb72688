package org.mahdar.extract;

import java.util.List;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Says whether a word that a pattern takes for a reporting one reports here: no noun, no adjective, no set phrase, no denial. */
final class Cues {
    private static final long BEFORE_VERB = WordClass.bits(
            WordClass.AUXILIARY,
            WordClass.NEGATION,
            WordClass.LINK,
            WordClass.RELATIVE,
            WordClass.FUNCTION,
            WordClass.OPENER);

    private static final long PLACES = WordClass.bits(WordClass.STATE, WordClass.CITY);

    /** How many words may lead from "a question" to what somebody was asked about. */
    private static final int MAX_QUESTION = 4;

    private Cues() {}

    /** Whether the cue reports; a denial before it becomes a part of it. */
    static boolean report(Reading reading, Draft draft, int hit) {
        return !isOwnVoice(reading, draft)
                && !isWished(reading, draft)
                && !isInsideName(reading, draft, hit)
                && !isOccasion(reading, draft)
                && !hasArticle(reading, draft, hit)
                && !isNoun(reading, draft)
                && !isAdjective(reading, draft)
                && !refusesToSpeak(reading, draft)
                && deny(reading, draft);
    }

    /** "In answer to a question on the objection of …, he said": what is asked about is no report. */
    private static boolean isOccasion(Reading reading, Draft draft) {
        int questions = reading.language().symbol("questions");
        int floor = draft.is("masdar") ? Math.max(0, draft.cueFrom - MAX_QUESTION) : draft.cueFrom;
        int token = draft.cueFrom - 1;
        while (token >= floor && reading.isWord(token) && reading.find(token, questions) < 0) {
            token--;
        }
        return token >= floor && reading.isWord(token);
    }

    /** "He hopes that they announce": what somebody shall say has not been said. */
    private static boolean isWished(Reading reading, Draft draft) {
        int that = draft.isFinite() && draft.is("pres") ? draft.cueFrom - 1 : -1;
        int hit = reading.is(that, WordClass.THAT) ? reading.hit(that, WordClass.THAT.bit(), false) : -1;
        // "Before he added that …": there he has.
        return hit >= 0 && reading.term(hit).entry().is("plain") && !reading.isAfterLink(draft.cueFrom);
    }

    /** "The text": a noun written like a verb; no verb bears the article. */
    private static boolean hasArticle(Reading reading, Draft draft, int hit) {
        return hit >= 0 && draft.isFinite() && (reading.tape().clitics(hit) & Letters.ARTICLE) != 0;
    }

    /** "The project N.N.": a verb that another reading of the same letters opens with "and", behind a word and no actor. */
    private static boolean isInsideName(Reading reading, Draft draft, int hit) {
        int token = draft.cueFrom;
        return hit >= 0
                && ((reading.tape().clitics(hit) & Letters.CONJ) == 0 || draft.governs("deem"))
                && !reading.isDefinite(token - 1)
                && reading.opensWithConjunction(token)
                && reading.text().kind(token - 1) == Text.WORD
                && reading.language()
                        .lexicon()
                        .look("english-nouns", reading.bare(token - 1))
                        .isPresent()
                && reading.mentionEndingAt(token).isEmpty();
    }

    /** Whether the cue is part of a phrase such as "it is worth mentioning that". */
    private static boolean isOwnVoice(Reading reading, Draft draft) {
        for (int token = Math.max(0, draft.cueFrom - 3); token < draft.cueTo; token++) {
            int hit =
                    reading.is(token, WordClass.OWN_VOICE) ? reading.hit(token, WordClass.OWN_VOICE.bit(), false) : -1;
            if (hit >= 0 && reading.tape().end(hit) > draft.cueFrom) {
                return !goesOn(reading, draft);
            }
        }
        return false;
    }

    /** "The member says that …, and expects that": not impersonal, where somebody has just spoken in the same tense. */
    private static boolean goesOn(Reading reading, Draft draft) {
        boolean joined = draft.isFinite()
                && draft.is("pres")
                && reading.opensWithConjunction(draft.cueFrom)
                && reading.isComma(draft.cueFrom - 1);
        int start = reading.text().sentenceStart(reading.sentenceOf(draft.cueFrom));
        for (int token = draft.cueFrom - 1; joined && token >= start; token--) {
            int hit = reading.hit(token, WordClass.SAY_FINITE.bit(), false);
            if (hit >= 0
                    && !reading.is(token - 1, WordClass.RELATIVE)
                    && reading.term(hit).is("pres")
                    && reading.term(hit).is("sg") == draft.is("sg")) {
                return reading.term(hit).is("m") == draft.is("m");
            }
        }
        return false;
    }

    /** A verb written like its verbal noun is the noun after a preposition or a noun that it completes. */
    private static boolean isNoun(Reading reading, Draft draft) {
        int cue = draft.cueFrom;
        boolean verbal = draft.isFinite() || draft.isParticiple();
        if (verbal
                && !reading.opensWithConjunction(cue)
                && reading.text().kind(cue - 1) == Text.NUMBER
                && reading.text().kind(cue - 2) == Text.WORD) {
            // "30 students", not "demanding"
            return true;
        }
        int adverb = verbal ? reading.hit(cue, WordClass.ADVERB.bit(), false) : -1;
        if (adverb >= 0 && reading.tape().end(adverb) > draft.cueTo) {
            // "He denied it a decided denial": how he did.
            return true;
        }
        if (draft.isFinite() && (reading.endsLikeNoun(cue) || reading.isMarkedAccusative(cue))) {
            return true;
        }
        boolean after = reading.is(cue, WordClass.PREPOSITION) && reading.is(draft.cueTo, WordClass.OCCASION);
        if (draft.isFinite() && after) {
            // "After the meeting", not "he followed it up"
            return true;
        }
        if (!draft.isFinite() || reading.beginsClause(cue)) {
            return false;
        }
        boolean apart = reading.isAny(cue - 1, BEFORE_VERB)
                || reading.opensWithConjunction(cue)
                || (draft.governs("about")
                        && (reading.is(draft.cueTo, WordClass.PREPOSITION)
                                || StatementFinder.mentionAt(reading, draft.cueTo)
                                        .filter(Mention::isPerson)
                                        .isPresent()))
                // ", N. N. made clear that": "between" has no clause behind it.
                || (reading.isComma(cue - 1) && reading.is(draft.contentFrom - 1, WordClass.THAT));
        if (reading.is(cue, WordClass.PREPOSITION) && !apart) {
            return true;
        }
        if (reading.isDefinite(cue) || reading.is(cue - 1, WordClass.PLAIN_PREPOSITION)) {
            return true;
        }
        if (reading.is(cue, WordClass.SAY_NOUN)
                && reading.is(cue - 1, WordClass.FUNCTION)
                && reading.is(cue - 2, WordClass.SAY_NOUN)
                && !reading.is(cue - 2, WordClass.SAY_FINITE)) {
            // "confirming or denying"
            return true;
        }
        if (reading.is(cue, WordClass.SAY_NOUN) && reading.isBehindPreposition(cue)) {
            return true;
        }
        boolean nounToo = (reading.is(cue, WordClass.SAY_NOUN) && !reading.endsLikeVerb(cue)) || draft.is("du");
        boolean apartFromNoun = reading.isAny(cue - 1, BEFORE_VERB)
                || reading.isAfterLink(cue)
                || reading.text().kind(cue - 1) != Text.WORD
                || reading.is(cue - 1, WordClass.PREPOSITION_PRONOUN)
                || reading.mentionEndingAt(cue).isPresent()
                || reading.opensWithConjunction(cue);
        return nounToo && !apartFromNoun;
    }

    /**
     * A participle with the article is an adjective, unless it means nothing but "saying"; so is a feminine or plural one
     * that no comma or conjunction parts from the noun before it.
     */
    private static boolean isAdjective(Reading reading, Draft draft) {
        if (!draft.isParticiple()) {
            return false;
        }
        if ((draft.is("pl") || draft.is("du")) && !draft.is("acc") && !reading.ends("oblique", draft.cueFrom)) {
            return true;
        }
        boolean speech = draft.verb.isPresent() && draft.verb.get().entry().is("say");
        if (draft.is("acc") && !speech && isNounWithAdjective(reading, draft)) {
            return true;
        }
        boolean predicate = reading.isAny(draft.cueFrom - 1, WordClass.bits(WordClass.AUXILIARY, WordClass.BE));
        if (predicate && (!draft.is("acc") || draft.governs("addressee"))) {
            // "will be required to": nobody demands here
            return true;
        }
        if (reading.isDefinite(draft.cueFrom)) {
            return !speech;
        }
        if (draft.is("pl") && reading.is(draft.cueTo, WordClass.THAT)) {
            return false;
        }
        if (draft.is("f") && isNoAdjective(reading, draft)) {
            return false;
        }
        boolean apart = draft.cueFrom == 0
                || reading.text().kind(draft.cueFrom - 1) != Text.WORD
                || reading.opensWithConjunction(draft.cueFrom)
                // "The protesters, calling on": without the article it describes nothing that has one.
                || (draft.is("pl")
                        && (reading.isDefinite(draft.cueFrom - 1) || reading.isAny(draft.cueFrom - 1, PLACES)));
        return !draft.is("acc") && !apart && !speech;
    }

    /** Whether what stands behind a participle shows that it tells what somebody does, and describes no noun. */
    static boolean isNoAdjective(Reading reading, Draft draft) {
        // "Accusing Armenia of …": an adjective has no object.
        boolean accuses = draft.verb
                        .filter(verb ->
                                verb.entry().is("accuse") || verb.entry().is("blame"))
                        .isPresent()
                && (StatementFinder.mentionAt(reading, draft.cueTo).isPresent()
                        || reading.find(draft.cueTo, reading.language().symbol("object-pronouns")) >= 0
                        || reading.is(draft.cueTo, WordClass.METONYM)
                        || reading.isDefinite(draft.cueTo));
        return accuses || saysThat(reading, draft);
    }

    /** A clause right behind the participle or its preposition: no adjective has one, but for "required that". */
    private static boolean saysThat(Reading reading, Draft draft) {
        int that = reading.is(draft.cueTo, WordClass.PLAIN_PREPOSITION) ? draft.cueTo + 1 : draft.cueTo;
        return reading.is(that, WordClass.THAT) && !draft.governs("addressee");
    }

    /**
     * "They put forward a new proposal", "a proposal (that) narrows": an indefinite word with an ending of its kind or a verb
     * behind it, and no comma before.
     */
    private static boolean isNounWithAdjective(Reading reading, Draft draft) {
        return draft.contentFrom == draft.cueTo
                && reading.text().kind(draft.cueFrom - 1) == Text.WORD
                && !reading.opensWithConjunction(draft.cueFrom)
                && !reading.isDefinite(draft.contentFrom)
                && (reading.ends("accusative", draft.contentFrom)
                        || (reading.opens("verb", draft.contentFrom) && !reading.endsLikeNoun(draft.contentFrom)));
    }

    /** "Refused to comment" says nothing, and no more does "on condition of not being named". */
    private static boolean refusesToSpeak(Reading reading, Draft draft) {
        return draft.contentFrom >= 0
                && reading.is(draft.contentFrom, WordClass.NOT_SAID)
                && draft.verb.isPresent()
                && (List.of("reject", "deny").contains(draft.verb.get().entry().need("act"))
                        || (draft.governs("request")
                                && reading.find(
                                                draft.contentFrom,
                                                reading.language().symbol("not-said.unnamed"))
                                        >= 0)
                        || (draft.isParticiple() && draft.governs("stipulates")));
    }

    /** Takes a denial before the verb into the cue; false where the denial means that nothing was said. */
    private static boolean deny(Reading reading, Draft draft) {
        int before = draft.cueFrom - 1;
        if (draft.isFinite() && (endsWithCondition(reading, before) || reading.isPassive(draft.cueFrom))) {
            return false;
        }
        if (draft.is("pres") && reading.isOr(before) && isDeniedBefore(reading, before)) {
            return false;
        }
        if (!draft.isFinite() || !reading.is(before, WordClass.NEGATION)) {
            return true;
        }
        if (draft.is("obj")
                && !reading.denies(before)
                && reading.find(before - 1, reading.language().symbol("function.pronoun")) >= 0) {
            // "Which (is what) Egypt deems": the word is a relative pronoun there.
            return true;
        }
        boolean meaningful = draft.verb.isPresent()
                && (draft.verb.get().entry().is("opinion")
                        || "deny".equals(draft.verb.get().entry().need("act"))
                        || "reject".equals(draft.verb.get().entry().need("act")));
        draft.negated = true;
        draft.cueFrom = before;
        return meaningful;
    }

    /** "Did not comment … or point to": what denies the first verb of a clause denies the second. */
    private static boolean isDeniedBefore(Reading reading, int or) {
        int start = reading.text().sentenceStart(reading.sentenceOf(or));
        for (int token = or - 1;
                token >= start && !reading.is(token, WordClass.THAT) && !reading.isComma(token);
                token--) {
            if (reading.denies(token)) {
                return true;
            }
        }
        return false;
    }

    /** "If he said that": the word may be one of two, as in "in case". */
    private static boolean endsWithCondition(Reading reading, int token) {
        for (int from = token; from >= Math.max(0, token - 1); from--) {
            int hit = reading.is(from, WordClass.CONDITION) ? reading.hit(from, WordClass.CONDITION.bit(), false) : -1;
            if (hit >= 0 && reading.tape().end(hit) > token) {
                return true;
            }
        }
        return false;
    }
}
