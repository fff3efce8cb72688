package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.stream.Stream;
import org.mahdar.model.Actor;
import org.mahdar.text.Text;

/** Says whether the only actor behind a verb of addressing speaks, or is who is addressed. */
final class Hearers {
    /** How many letters the ending of a plural has. */
    private static final int ENDING = 2;

    private Hearers() {}

    /** "And urged the United States to": one urges somebody, so that a state alone behind the verb is whom. */
    static boolean isUrged(Reading reading, Draft draft, Mention mention) {
        boolean whom = draft.isFinite()
                && draft.verb.filter(verb -> verb.entry().is("whom")).isPresent();
        // "Talks in which he urged the leaders to": who urges was named before.
        boolean relative = reading.is(draft.cueTo, WordClass.PREPOSITION_PRONOUN);
        // "The minister said that …, and urged the president to": no new sentence begins with who is urged.
        boolean goesOn = mention.kind == Actor.Kind.PERSON
                && reading.isComma(draft.cueFrom - 1)
                && !(reading.ends("plural", mention.from) && !reading.ends("oblique", mention.from));
        boolean alone = (mention.kind == Actor.Kind.STATE || goesOn)
                && reading.is(mention.to, WordClass.PREPOSITION)
                && reading.opensWithConjunction(draft.cueFrom)
                && !reading.text().inTitle(draft.cueFrom);
        return whom && (relative || alone);
    }

    /** Whether the only actor behind "urged" urges, and is not urged: by case ending, gender, and sort. */
    static boolean canSpeak(Reading reading, Draft draft, Mention mention) {
        if ((draft.is("pl") || draft.is("du")) && !draft.is("first") && draft.isFinite()) {
            // "In which they called Iran to …": before its subject a verb stands in the singular.
            return false;
        }
        if (reading.is(draft.cueTo, WordClass.PREPOSITION_PRONOUN) && reading.ends("accusative", draft.cueFrom - 1)) {
            // "It issued a statement in which it called on the council to …": the statement is an object already.
            return false;
        }
        boolean outlet = mention.kind == Actor.Kind.OUTLET
                || reading.text().opens(mention.from) >= 0
                || reading.text().opens(mention.from - 1) >= 0;
        if (outlet && draft.governs("object2") && !isFollowedByHearer(reading, draft, mention)) {
            // "And informed the newspaper that": outlets are told.
            return false;
        }
        boolean everybody =
                reading.is(mention.from, WordClass.QUANTITY) || reading.is(mention.from - 1, WordClass.QUANTITY);
        if (!agrees(reading, draft, mention) || everybody) {
            return false;
        }
        int head = mention.headToken >= 0 ? mention.headToken : mention.from;
        boolean nominative = (reading.ends("plural", head) && !reading.ends("oblique", head))
                || (mention.number == Mention.Count.TWO && reading.ends("dual", head));
        if (nominative || isFollowedByHearer(reading, draft, mention)) {
            return true;
        }
        // "And he urged the community of states to …": the verb goes on from the sentence before, unless it opens a
        // paragraph.
        return mention.kind == Actor.Kind.PERSON
                || (mention.kind == Actor.Kind.BODY && !isBloc(mention) && opensParagraph(reading, draft.cueFrom))
                || (mention.kind == Actor.Kind.GROUP && opensParagraph(reading, draft.cueFrom))
                || mention.kind == Actor.Kind.UNNAMED
                || !goesOn(reading, draft.cueFrom)
                || draft.is("f");
    }

    /** "And he urged", "he also urged". */
    private static boolean goesOn(Reading reading, int cue) {
        int also = reading.hit(cue - 1, WordClass.ACCORDING.bit(), false);
        return reading.opensWithConjunction(cue)
                || (also >= 0 && reading.term(also).entry().is("also"));
    }

    private static boolean isBloc(Mention mention) {
        return mention.known.map(term -> term.entry().is("bloc")).orElse(false);
    }

    private static boolean opensParagraph(Reading reading, int token) {
        // "As well, the council urged": such a word opens nothing by itself.
        int first =
                reading.is(token - 1, WordClass.LINK) || reading.is(token - 1, WordClass.ADVERB) ? token - 1 : token;
        return first == 0 || reading.text().kind(first - 1) == Text.BREAK;
    }

    /** "The council called all parties to …": another noun behind the actor is who is called. */
    private static boolean isFollowedByHearer(Reading reading, Draft draft, Mention mention) {
        int next = behindOccasion(reading, mention.to, draft.contentFrom);
        return next < draft.contentFrom
                && reading.isAny(next, bits(WordClass.QUANTITY, WordClass.HEAD))
                && !reading.opensWithConjunction(next);
    }

    /** "The army, in an official statement, warned": the token behind the occasion that follows at once. */
    private static int behindOccasion(Reading reading, int from, int end) {
        if (!reading.is(from, WordClass.PREPOSITION) || !reading.is(from + 1, WordClass.OCCASION)) {
            return from;
        }
        int token = from + 2;
        while (token < end
                && reading.isWord(token)
                && (reading.ends("relation", token)
                        || reading.isAny(token, bits(WordClass.ADJECTIVE, WordClass.TIME)))) {
            token++;
        }
        return token;
    }

    /** Whether the actor behind the verb can be its subject by case ending and gender. */
    static boolean agrees(Reading reading, Draft draft, Mention mention) {
        int head = mention.headToken >= 0 ? mention.headToken : mention.from;
        // "The secretary" ends like secretaries as an object, and is one.
        boolean one = mention.number == Mention.Count.ONE && mention.head.isPresent();
        boolean name = mention.hasName() || mention.kind == Actor.Kind.STATE || hasOneForm(reading, mention);
        if (reading.ends("oblique", head) && !name && !one) {
            return false;
        }
        boolean differs = (draft.is("m") && mention.gender == Mention.Gender.F)
                || (draft.is("f") && mention.gender == Mention.Gender.M);
        boolean crowd = mention.number == Mention.Count.MANY || mention.number == Mention.Count.TWO;
        return !differs || crowd;
    }

    /** "The Kremlin": a known body of one word that ends like an object in the plural, without another ending as subject. */
    private static boolean hasOneForm(Reading reading, Mention mention) {
        if (mention.known.isEmpty() || mention.ownTo() - mention.from != 1) {
            return false;
        }
        String word = reading.text().form(mention.from);
        String stem = word.substring(0, Math.max(0, word.length() - ENDING));
        String terms = mention.known.get().entry().value("terms").orElse("");
        return Stream.of(terms.split("\\|"))
                .map(reading.language().letters()::fold)
                .noneMatch(term -> term.length() == word.length() && term.startsWith(stem) && !term.equals(word));
    }
}
