package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the two whom a word for two means where no occasion names them: those told in one breath, or the only two of a sentence. */
final class TwoNamed {
    /** How many mentions back they are looked for. */
    private static final int MEMORY = 30;
    /** How many sentences back those are looked for who are named in one breath. */
    private static final int SENTENCES = 3;

    private final Reading reading;
    private final List<Mention> who;
    private final PartyList lists;

    TwoNamed(Reading reading, List<Mention> who) {
        this.reading = reading;
        this.who = who;
        this.lists = new PartyList(reading);
    }

    /** The nearest two named in one breath before a token, in its own sentence. */
    Optional<List<Mention>> here(int token) {
        return row(token, reading.sentenceOf(token), true);
    }

    /** The nearest two named in one breath before a token, in its sentence and those before. */
    Optional<List<Mention>> before(int token) {
        Optional<List<Mention>> here = row(token, reading.sentenceOf(token), false);
        return here.isPresent() ? here : row(token, reading.sentenceOf(token) - SENTENCES, true);
    }

    /** The only two persons of the sentence before a token. */
    Optional<List<Mention>> persons(int token) {
        int sentence = reading.sentenceOf(token);
        List<Mention> found = new ArrayList<>();
        for (int i = Mention.lastBefore(who, token); i >= 0 && reading.sentenceOf(who.get(i).from) == sentence; i--) {
            Mention mention = who.get(i);
            boolean counts = mention.isPerson() && mention.to <= token && Topics.canMeet(mention);
            if (counts && found.stream().noneMatch(other -> other.cluster == mention.cluster)) {
                found.add(0, mention);
            }
        }
        return found.size() == 2 ? Optional.of(found) : Optional.empty();
    }

    private Optional<List<Mention>> row(int token, int sentence, boolean subjects) {
        int last = Mention.lastBefore(who, token);
        for (int i = last; i >= Math.max(0, last - MEMORY); i--) {
            Mention mention = who.get(i);
            if (reading.sentenceOf(mention.from) < sentence) {
                break;
            }
            boolean first = mention.to <= token && !reading.opensWithConjunction(mention.from);
            boolean oblique = reading.standsBehindPreposition(mention.from) || isBehindPreposition(mention.from);
            if (!first || (subjects && oblique)) {
                continue;
            }
            List<Mention> row = lists.list(mention.from);
            if (row.size() == 2 && row.stream().allMatch(TwoNamed::counts) && areAlike(row.get(0), row.get(1))) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Behind a preposition stands no subject; "between X and Y" are two all the same. */
    private boolean isBehindPreposition(int token) {
        int hit = reading.hit(token - 1, WordClass.PREPOSITION.bit(), false);
        return hit >= 0 && !reading.term(hit).entry().is("between");
    }

    private static boolean counts(Mention mention) {
        return Topics.canMeet(mention) && !mention.isBarePair();
    }

    private static boolean areAlike(Mention one, Mention other) {
        // "The United States and its ministry" are one.
        boolean apart = one.cluster != other.cluster
                && !one.cluster.identity.of().equals(Optional.of(other.cluster))
                && !other.cluster.identity.of().equals(Optional.of(one.cluster));
        return apart && one.isPerson() == other.isPerson();
    }
}
