package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.Optional;
import org.mahdar.language.Term;
import org.mahdar.model.Actor.Kind;

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
    private final int events;
    private final int seats;
    private final int hosts;
    private final int stance;

    OtherTitles(Reading reading, Nouns nouns, UnknownNames names) {
        this.reading = reading;
        this.nouns = nouns;
        this.names = names;
        this.met = reading.language().symbol("meet.object");
        this.seats = reading.language().symbol("seats");
        this.events = reading.language().symbol("events");
        this.hosts = reading.language().symbol("events.host");
        this.stance = reading.language().symbol("stances");
    }

    /** Whether a verb of meeting stands at a token: behind its subject stands who is met. */
    boolean meets(int token) {
        int hit = reading.find(token, met);
        return hit >= 0 && reading.term(hit).is("plain");
    }

    /** Whether a noun for an occasion stands at a token. */
    boolean isEvent(int token) {
        return reading.find(token, events) >= 0;
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

    /**
     * "The Egyptian president received the Sudanese president": a second office with the adjective of its own state, or behind
     * that of the first one's; "at the seat of the ministry the minister": who bears an office, behind the name of a place.
     */
    boolean isSecond(Mention m, int token, int end) {
        boolean office = !m.hasName()
                && reading.is(token, WordClass.OFFICE)
                && reading.isDefinite(token)
                && reading.isDefinite(token - 1)
                && !reading.opensWithConjunction(token)
                && reading.prepositionOf(token) == 0;
        if (m.kind == Kind.BODY) {
            return office
                    && reading.find(m.from - 1, seats) >= 0
                    && !reading.is(token, WordClass.ADJECTIVE)
                    && !reading.ends("relation", token);
        }
        boolean home = m.head.map(head -> head.entry().is("home")).orElse(false);
        boolean own = reading.is(token - 1, WordClass.STATE_ADJECTIVE)
                && (isMeeting(m) || isReception(m))
                && !reading.is(token, WordClass.HONORIFIC)
                && (home || !nouns.isSureName(end));
        boolean other = reading.is(end, WordClass.STATE_ADJECTIVE) && reading.isDefinite(end);
        return office && m.kind == Kind.PERSON && (own || other);
    }

    /** "N. N. criticised the Malian president": the title of another state is that of whom he criticises. */
    boolean isAimedAt(Mention before, int token) {
        for (int at = before.from - 1; at >= before.from - MET; at--) {
            if (aims(at)) {
                return isOf(before, token);
            }
        }
        return false;
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
        String own = before.known.map(Term::entry).flatMap(Identity::stateOf).orElse(before.state);
        for (int at = token + 1; at < token + LONGEST && reading.isWord(at) && !nouns.stops(at); at++) {
            int state = reading.hit(at, WordClass.STATE_ADJECTIVE.bit(), false);
            Optional<String> iso =
                    state < 0 ? Optional.empty() : reading.term(state).entry().value("iso3");
            if (iso.isPresent()) {
                return !iso.get().equals(own);
            }
            if (nouns.isSureName(at) || (mayBeName(at) && mayBeName(at + 1))) {
                return true;
            }
        }
        return false;
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

    /**
     * "The president N. N., president of the council": the title before the name again, in full; "his highness N. N., governor of
     * the province": whoever is so addressed and governs there.
     */
    boolean sameTitle(Phrase phrase, int token) {
        int head = reading.hit(token, WordClass.HEAD.bit(), false);
        boolean same = head >= 0
                && phrase.mention
                        .head
                        .filter(term -> term.entry().equals(reading.term(head).entry())
                                && reading.isDefinite(phrase.mention.from))
                        .isPresent()
                && phrase.mention.titleTo - phrase.mention.headToken == 1;
        return governs(phrase, token) || (same && !isMeeting(phrase.mention));
    }

    /** Whether somebody addressed by his rank bears, behind his name, the office of a province. */
    boolean governs(Phrase phrase, int token) {
        int head = reading.hit(token, WordClass.HEAD.bit(), false);
        return head >= 0
                && reading.is(phrase.mention.from, WordClass.HONORIFIC)
                && reading.is(reading.tape().end(head), WordClass.PLACE_HEAD);
    }

    /** "N. N. met, the president": not where a verb of meeting stands before and the title is of another state. */
    boolean sharesBearer(Phrase phrase, int token) {
        boolean titled = phrase.titled && !phrase.mention.isOnlyAddressed();
        return !(isMeeting(phrase.mention) || isReception(phrase.mention)) || !(titled || isOf(phrase.mention, token));
    }

    /** "During the reception of X of Y": a noun that governs like a verb of meeting stands before a mention. */
    private boolean isReception(Mention m) {
        int hit = reading.find(m.from - 1, hosts);
        return hit >= 0 && !reading.isDefinite(m.from - 1) && !reading.term(hit).is("poss");
    }
}
