package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mahdar.language.Term;
import org.mahdar.model.Actor.Kind;
import org.mahdar.text.Letters;

/**
 * Takes apart one title that several states share: "the foreign ministers of X and Y", "his counterparts, the Egyptian and
 * the Saudi", "the Armenian and the Azerbaijani side" are as many actors as states. A side, a delegation or a government
 * of a state is that state.
 */
final class SharedTitles {
    private static final int MAX_STATES = 8;

    private final Reading reading;
    private final Nouns nouns;

    SharedTitles(Reading reading, Nouns nouns) {
        this.reading = reading;
        this.nouns = nouns;
    }

    /** A state of the row: its word, and where that ends. */
    private record Part(int from, int to, Term term) {}

    /** Splits a phrase that has been read, where its title is of several states. */
    void split(Phrase phrase) {
        Mention m = phrase.mention;
        if (m.hasName() || m.head.isEmpty() || m.headToken < 0 || !isShared(phrase)) {
            return;
        }
        int inside = firstState(m);
        int first = inside >= 0 ? inside : behindEach(m);
        List<Part> parts = first < 0 ? List.of() : row(m, first);
        int end = parts.isEmpty() ? -1 : parts.get(parts.size() - 1).to();
        boolean goesOn = end < m.to && !reading.is(end, WordClass.PREPOSITION);
        if (parts.size() < 2 || goesOn || nouns.isAnyName(end)) {
            return;
        }
        boolean people = inside >= 0 && reading.ends("plural", first);
        int title = m.headToken;
        int titleEnd = inside >= 0 ? first : m.to;
        boolean states =
                isState(m) || (m.head.get().entry().is("leader") && first == title + 1 && !isAdjective(m, first));
        share(m, parts.get(0), title, titleEnd, people, states);
        m.to = parts.get(0).to();
        m.titleTo = m.to;
        m.beginJoint();
        for (Part part : parts.subList(1, parts.size())) {
            Mention other = new Mention(part.from());
            other.to = part.to();
            other.titleTo = part.to();
            other.headToken = part.from();
            other.head = m.head;
            other.gender = m.gender;
            other.kind = m.kind;
            share(other, part, title, titleEnd, people, states);
            m.joint.add(other);
            m.to = other.to;
        }
        m.number = Mention.Count.MANY;
    }

    private static boolean isShared(Phrase phrase) {
        Mention m = phrase.mention;
        String role = m.head.orElseThrow().role();
        boolean several = role.equals("du") || role.equals("pl");
        boolean office = m.head.get().entry().is("office") && (m.kind != Kind.UNNAMED || phrase.anywhere());
        return several && (office || isState(m));
    }

    private static boolean isState(Mention m) {
        return m.head.map(term -> term.entry().is("side")
                        || term.entry().is("government")
                        || (term.entry().is("delegation") && !term.entry().is("retinue")))
                .orElse(false);
    }

    private static void share(Mention m, Part part, int title, int end, boolean people, boolean states) {
        m.state = part.term().entry().need("iso3");
        if (states) {
            m.kind = Kind.STATE;
            m.known = Optional.of(part.term());
            m.gender = Mention.Gender.F;
            return;
        }
        m.sharedFrom = title;
        m.sharedTo = end;
        m.office = Optional.empty();
        if (people) {
            m.number = Mention.Count.MANY;
        } else if (m.kind != Kind.UNNAMED) {
            m.kind = Kind.PERSON;
            m.number = Mention.Count.ONE;
        }
    }

    /** The first token behind the head that names a state or is its adjective; -1 where none is. */
    private int firstState(Mention m) {
        for (int token = m.headToken + 1; token < m.to; token++) {
            if (part(m, token).isPresent()) {
                return token;
            }
            if (!reading.isWord(token) || reading.is(token, WordClass.PREPOSITION)) {
                return -1;
            }
        }
        return -1;
    }

    /** "The foreign ministers of each of X, Y and Z": the first state behind a title of many; -1 where none is. */
    private int behindEach(Mention m) {
        int from =
                reading.is(m.to, WordClass.QUANTITY) ? reading.hit(m.to + 1, WordClass.PREPOSITION.bit(), false) : -1;
        int first = from >= 0 ? reading.tape().end(from) : -1;
        return first >= 0 && hit(first, false, false).isPresent() ? first : -1;
    }

    private List<Part> row(Mention m, int first) {
        List<Part> out = new ArrayList<>();
        boolean adjectives = isAdjective(m, first);
        Optional<Part> next = part(m, first);
        // "Of X, Y and Z": commas part them where "and" or a third one shows that it is a row.
        int sure = 1;
        while (next.isPresent() && out.size() < MAX_STATES) {
            out.add(next.get());
            int at = next.get().to();
            boolean comma = reading.isComma(at) && !adjectives;
            at = comma ? at + 1 : at;
            boolean and = reading.opensWithConjunction(at);
            next = comma || and ? hit(at, adjectives, isState(m)) : Optional.empty();
            if (next.isPresent() && (and || out.size() > 1)) {
                sure = out.size() + 1;
            }
        }
        return out.subList(0, Math.min(sure, out.size()));
    }

    private Optional<Part> part(Mention m, int token) {
        return hit(token, isAdjective(m, token), isState(m));
    }

    /** The name of a state completes a noun without article; the adjective has the article that the noun has. */
    private boolean isAdjective(Mention m, int token) {
        int hit = reading.hit(token, WordClass.STATE_ADJECTIVE.bit(), false);
        boolean whole = token == m.headToken + 1 && reading.ends("plural", m.headToken);
        boolean definite =
                reading.isDefinite(token - 1) || m.head.orElseThrow().entry().is("counterpart");
        return hit >= 0 && (definite || whole || !reading.isDefinite(token));
    }

    private Optional<Part> hit(int token, boolean adjective, boolean capitals) {
        // "The delegations of Moscow and Kyiv"
        long names = WordClass.STATE.bit() | (capitals ? WordClass.METONYM.bit() : 0);
        long set = adjective ? WordClass.STATE_ADJECTIVE.bit() : names;
        int hit = reading.hit(token, set, false);
        boolean fits = hit >= 0 && (reading.tape().clitics(hit) & (Letters.L | Letters.B)) == 0;
        return fits ? Optional.of(new Part(token, reading.tape().end(hit), reading.term(hit))) : Optional.empty();
    }
}
