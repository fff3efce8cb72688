package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.Optional;
import org.mahdar.language.Term;

/** Tells whether a title or name that follows somebody is that of somebody else. */
final class OtherTitles {
    /** How many words a title has before the name at most. */
    private static final int LONGEST = 7;

    /** How many words may stand between a verb of meeting and its subject. */
    private static final int MET = 4;

    private final Reading reading;
    private final Nouns nouns;
    private final UnknownNames names;
    private final int met;
    private final int stance;

    OtherTitles(Reading reading, Nouns nouns, UnknownNames names) {
        this.reading = reading;
        this.nouns = nouns;
        this.names = names;
        this.met = reading.language().symbol("meet.object");
        this.stance = reading.language().symbol("stances");
    }

    /** Whether a verb of meeting stands at a token: behind its subject stands who is met. */
    boolean meets(int token) {
        int hit = reading.find(token, met);
        return hit >= 0 && reading.term(hit).is("plain");
    }

    /** "Sources close to the minister N. N.": the name is that of the title behind the preposition that completes the head. */
    boolean isOfAnother(Phrase phrase, int token) {
        int from = Math.max(phrase.mention.headToken + 1, token - LONGEST);
        for (int at = from; phrase.titled && at < token - 2; at++) {
            boolean governed = reading.is(at, WordClass.GOVERNOR) && reading.is(at + 1, WordClass.PREPOSITION);
            if (governed && nouns.isTitle(at + 2) && reading.is(at + 2, WordClass.OFFICE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a verb of meeting stands before a mention, which may be its subject. */
    boolean isMeeting(Mention m) {
        for (int at = m.from - 1; at >= m.from - MET; at--) {
            if (meets(at)) {
                return true;
            }
        }
        return false;
    }

    /** "N. N., the minister, met the (woman) head of the mission": behind a man's name with its title stands a woman's. */
    boolean isFurther(Mention m, int token) {
        int head = reading.hit(token, WordClass.HEAD.bit(), false);
        return head >= 0
                && reading.term(head).role().equals("f")
                && m.gender == Mention.Gender.M
                && m.hasName()
                && reading.isAny(token, Nouns.PERSON_TITLES)
                && isMeeting(m);
    }

    /** "N. N. criticised the Malian president": the title of another state is that of whom he criticises. */
    boolean isAimedAt(Mention before, int token) {
        return isAiming(before) && isOf(before, token);
    }

    /** Whether a verb of blame or appeal stands before a mention, which may be its subject. */
    private boolean isAiming(Mention m) {
        for (int at = m.from - 1; at >= m.from - MET; at--) {
            if (aims(at)) {
                return true;
            }
        }
        return false;
    }

    /** "The deputy premier minister of defence rejected": behind a verb whose object is nobody, two offices are of one man. */
    boolean isSecondOffice(Phrase phrase, int token) {
        return phrase.beforeObject()
                && phrase.verb.isPresent()
                && !phrase.verbGoverns("addressee")
                && reading.is(token, WordClass.OFFICE)
                && !isMeeting(phrase.mention)
                && !isAiming(phrase.mention)
                && !isOfAnotherState(phrase, token);
    }

    /** Whether a verb of blame or appeal stands at a token: behind its subject stands whom it is aimed at. */
    private boolean aims(int token) {
        int hit = reading.find(token, stance);
        if (hit < 0) {
            return false;
        }
        Term verb = reading.term(hit);
        boolean finite = verb.is("past") || verb.is("pres");
        boolean blames = verb.entry().value("act").filter("criticise"::equals).isPresent();
        return finite && !verb.is("obj") && (blames || verb.entry().is("addressee"));
    }

    /** Whether the words of the title at a token are of another state than a mention's, or lead to another name. */
    boolean isOf(Mention before, int token) {
        for (int at = token + 1; at < token + LONGEST && reading.isWord(at) && !nouns.stops(at); at++) {
            if (reading.is(at, WordClass.STATE_ADJECTIVE)) {
                return isOfOtherState(before, token);
            }
            if (nouns.isSureName(at) || (mayBeName(at) && mayBeName(at + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words of the title at a token name a state, and another one than a mention's. */
    private boolean isOfOtherState(Mention before, int token) {
        String own = before.known.map(Term::entry).flatMap(Identity::stateOf).orElse(before.state);
        for (int at = token + 1; at < token + LONGEST && reading.isWord(at) && !nouns.stops(at); at++) {
            if (nouns.isSureName(at)) {
                return false;
            }
            int state = reading.hit(at, WordClass.STATE_ADJECTIVE.bit(), false);
            Optional<String> iso =
                    state < 0 ? Optional.empty() : reading.term(state).entry().value("iso3");
            if (iso.isPresent()) {
                return !iso.get().equals(own);
            }
        }
        return false;
    }

    /** "The Turkish president warned the French one": the title of another state is another's. */
    boolean isOfAnotherState(Phrase phrase, int token) {
        Mention m = phrase.mention;
        return !m.hasName() && !m.state.isEmpty() && reading.is(token, WordClass.OFFICE) && isOfOtherState(m, token);
    }

    /** "Lavrov met Rubio": two known family names behind a verb that has an object are two persons. */
    boolean isAnother(Phrase phrase, int token) {
        int first = phrase.mention.nameFrom;
        int name = reading.hit(first, WordClass.PERSON_SHORT.bit(), false);
        return phrase.inName()
                && name >= 0
                && token == reading.tape().end(name)
                && (phrase.beforeObject() || meets(phrase.mention.from - 1))
                && reading.is(token, WordClass.PERSON_SHORT)
                && reading.is(first, WordClass.PERSON_SHORT)
                && !reading.isAny(first, bits(WordClass.GIVEN, WordClass.PERSON));
    }

    /** "Officials told the delegation": to a plural that has its last letter and no article nothing definite belongs. */
    boolean isObjectOfCrowd(Mention m, int token) {
        return m.headToken >= 0
                && m.head.isPresent()
                && m.number != Mention.Count.ONE
                && !m.hasName()
                && reading.isDefinite(token)
                && !reading.isDefinite(m.headToken)
                && (reading.ends("plural", m.headToken)
                        || (m.number == Mention.Count.TWO && reading.ends("dual", m.headToken)))
                && reading.prepositionOf(token) == 0;
    }

    private boolean mayBeName(int token) {
        return !reading.isDefinite(token) && (names.isStrange(token) || nouns.isAnyName(token));
    }

    /** "The president N. N., president of the council": the title before the name again, in full. */
    boolean sameTitle(Phrase phrase, int token) {
        int head = reading.hit(token, WordClass.HEAD.bit(), false);
        boolean same = head >= 0
                && phrase.mention
                        .head
                        .filter(term -> term.entry().equals(reading.term(head).entry())
                                && reading.isDefinite(phrase.mention.from))
                        .isPresent()
                && phrase.mention.titleTo - phrase.mention.headToken == 1;
        return same && !isMeeting(phrase.mention);
    }

    /** "N. N. met, the president": not where a verb of meeting stands before and the title is of another state. */
    boolean sharesBearer(Phrase phrase, int token) {
        return !isMeeting(phrase.mention) || !isOf(phrase.mention, token);
    }

    /** "N. the Teacher said that": a family name that is also a word for a calling, behind one given name. */
    boolean isNamesEnd(Phrase phrase, int token) {
        int next = token + 1;
        boolean calling = reading.isAny(token, Nouns.PERSON_TITLES | WordClass.HONORIFIC.bit());
        boolean titled = phrase.titled && phrase.mention.known.isEmpty();
        boolean name = nouns.isAnyName(token) && (titled || !calling);
        return phrase.inName()
                && phrase.nameWords == 1
                && reading.isDefinite(token)
                && (name || (titled && calling))
                && (nouns.standsBeforeSpeech(next)
                        || !reading.isWord(next)
                        || reading.isAny(next, bits(WordClass.SAY_FINITE, WordClass.TIME))
                        || (name && reading.is(next, WordClass.PREPOSITION)));
    }
}
