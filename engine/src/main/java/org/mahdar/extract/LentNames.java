package org.mahdar.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mahdar.language.Entry;

/**
 * Takes names from those who only stand beside them: in "an adviser of President Obama" the name is the president's, in
 * "Vice President Biden" the vice president's own. The lexicon decides, which knows who held which office on the day.
 */
final class LentNames {
    private static final long OFFICES = WordClass.bits(WordClass.OFFICE, WordClass.OFFICE_TERM);
    /** How many words before its last one the name of an office begins at most. */
    private static final int LONGEST = 3;

    private final Reading reading;
    private final Knowledge knowledge;
    private final Optional<LocalDate> day;

    LentNames(Reading reading, Knowledge knowledge, Optional<LocalDate> day) {
        this.reading = reading;
        this.knowledge = knowledge;
        this.day = day;
    }

    /** Gives back every name that is another's; what follows such a name is the mention's own. */
    void giveBack(List<Mention> mentions) {
        for (Mention mention : mentions) {
            giveBack(mention);
            mention.joint.forEach(this::giveBack);
        }
    }

    private void giveBack(Mention m) {
        if (!m.isPerson() || m.headToken < 0 || m.nameFrom <= m.headToken) {
            return;
        }
        int outer = m.headToken;
        while (outer < m.nameFrom && reading.is(outer, WordClass.HONORIFIC)) {
            outer++;
        }
        int inner = innerOffice(m, outer);
        if (inner < 0) {
            return;
        }
        if (isSomebodys(m, inner) || isHers(m, outer, inner)) {
            drop(m, m.nameTo);
            return;
        }
        for (int token = m.from; token <= m.nameFrom; token++) {
            for (int hit = reading.tape().first(token);
                    hit >= 0;
                    hit = reading.tape().next(hit)) {
                int end = reading.tape().end(hit);
                if (reading.isOf(hit, Nouns.PERSONS)
                        && end > m.nameFrom
                        && end <= m.nameTo
                        && isOf(m, reading.term(hit).entry(), outer, inner)) {
                    drop(m, end);
                    return;
                }
            }
        }
    }

    /** "The deputy of the chancellor N. N.", whose name is a woman's: of a man's title and a woman's, hers. */
    private boolean isHers(Mention m, int outer, int inner) {
        return m.gender == Mention.Gender.F && !isFeminine(outer) && isFeminine(inner);
    }

    private boolean isFeminine(int title) {
        int hit = reading.hit(title, WordClass.HEAD.bit(), false);
        return hit >= 0 && reading.term(hit).role().equals("f");
    }

    private boolean isOf(Mention m, Entry person, int outer, int inner) {
        int office = reading.hit(inner, WordClass.OFFICE.bit(), false);
        int behind = reading.tape().end(office);
        // "The deputy head of the council X": the office inside is that of the council, and the name the deputy's.
        boolean ofBody = reading.isAny(behind, WordClass.bits(WordClass.BODY, WordClass.BODY_HEAD));
        return !ofBody
                && person.list().equals("people")
                && holds(person, inner)
                && !knowledge.bears(person, reading.bare(outer), day)
                && !isHeldByAnother(m, inner, behind, person);
    }

    /** Whether a person has the office that is named there: "prime minister" in full, "the president" by his word alone. */
    private boolean holds(Entry person, int inner) {
        int hit = reading.hit(inner, WordClass.OFFICE_TERM.bit(), false);
        if (hit < 0 || reading.tape().end(hit) == inner + 1) {
            return knowledge.bears(person, reading.bare(inner), day);
        }
        return knowledge.held(person, reading.term(hit).entry().need("id"), day);
    }

    /** "The aide of the Russian president N. N.": where somebody else is president on the day, the aide has the name. */
    private boolean isHeldByAnother(Mention m, int from, int to, Entry person) {
        String words = reading.text().span(from, to).of(reading.text().raw());
        return day.flatMap(on -> knowledge.officeCalled(words).flatMap(office -> knowledge.holder(office, m.state, on)))
                .filter(holder -> !holder.equals(person))
                .isPresent();
    }

    /** "The head of King N.'s university, N. N.": whose university it is has a name of his own. */
    private boolean isNamesake(int inner, int name) {
        for (int token = inner + 1; token < name; token++) {
            if (reading.is(token, WordClass.GIVEN)) {
                return true;
            }
        }
        return false;
    }

    /** A brother of somebody, a member of somebody's party: the name behind is that somebody's, known or not. */
    private boolean isSomebodys(Mention m, int inner) {
        if (m.head.map(head -> head.entry().is("kin")).orElse(false)) {
            return true;
        }
        for (int token = m.headToken + 1; token < inner; token++) {
            boolean body = reading.isAny(token, WordClass.BODY_HEAD.bit())
                    || reading.isAfterPreposition(token, WordClass.BODY_HEAD.bit());
            if (body && token + 1 == inner) {
                return !isNamesake(inner, m.nameFrom);
            }
        }
        return false;
    }

    /** The last office named between the head and the name that is not joined to it; -1 where there is none. */
    private int innerOffice(Mention m, int outer) {
        for (int token = m.nameFrom - 1; token > outer; token--) {
            boolean office = isOffice(token) && !reading.opensWithConjunction(token);
            if (office && !isInsideOffice(token)) {
                // "The deputy prime minister, foreign minister X": behind a complete title another one is his own.
                return reading.isDefinite(token - 1) ? -1 : token;
            }
        }
        return -1;
    }

    /** "The prime minister", "the head of the council of ministers": the last word alone would be an office too. */
    private boolean isInsideOffice(int token) {
        for (int before = token - 1; before >= Math.max(0, token - LONGEST); before--) {
            // "Adviser of the president" is the name of an office, yet the president's name is his own.
            long offices = before == token - 1 ? WordClass.OFFICE.bit() : OFFICES;
            int hit = reading.hit(before, offices, false);
            if (hit >= 0 && reading.tape().end(hit) > token) {
                return true;
            }
        }
        return false;
    }

    /** An office, and neither a rank nor a title of address, which may stand before anybody's name. */
    private boolean isOffice(int token) {
        int hit = reading.hit(token, WordClass.OFFICE.bit(), false);
        return hit >= 0
                && !reading.term(hit).entry().is("rank")
                && !reading.term(hit).entry().is("honorific");
    }

    private static void drop(Mention m, int end) {
        m.known = m.known.filter(term -> !term.entry().list().equals("people"));
        boolean more = end < m.nameTo;
        m.nameFrom = more ? end : -1;
        m.nameTo = more ? m.nameTo : -1;
    }
}
