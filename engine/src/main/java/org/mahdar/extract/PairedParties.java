package org.mahdar.extract;

import java.util.List;
import java.util.Optional;
import org.mahdar.model.Meeting;

/** Says who "the two ministers" and "the two sides" are: those of the occasion told before. */
final class PairedParties {
    /** How many sentences back those are looked for whom a word for two means. */
    private static final int SENTENCES = 3;

    private PairedParties() {}

    /** Puts the parties of the occasion before in the place of a word for two, and of nobody. */
    static void resolve(Reading reading, Occasion occasion, Occasion before) {
        List<Cluster> pairs =
                occasion.parties.keySet().stream().filter(PairedParties::isPair).toList();
        boolean known =
                before.parties.size() == 2 && before.parties.keySet().stream().noneMatch(PairedParties::isPair);
        boolean both = occasion.side >= 0
                && occasion.parties.isEmpty()
                && before.parties.size() > 1
                && StatementFinder.mentionAt(reading, occasion.side)
                        .filter(Mention::isBarePair)
                        .isPresent();
        if (both && occasion.isVerb() && occasion.is("discuss")) {
            // "The two sides discussed it at the meeting" tells of the meeting.
            return;
        }
        boolean near = reading.sentenceOf(occasion.head) - reading.sentenceOf(before.head) <= SENTENCES
                && before.kind != Meeting.Kind.VISIT;
        boolean they = near
                && known
                && occasion.isVerb()
                && occasion.has("du")
                && occasion.side < 0
                && occasion.other < 0
                && occasion.parties.isEmpty();
        if (both || they || (!pairs.isEmpty() && known && near)) {
            occasion.parties.keySet().removeAll(pairs);
            before.parties.keySet().forEach(party -> occasion.add(party, Optional.empty()));
        }
    }

    /** Whether an occasion stands in the same or the sentence before, be that another paragraph's, and is no journey. */
    static boolean isNear(Reading reading, Occasion before, Occasion occasion) {
        return reading.sentenceOf(occasion.head) - reading.sentenceOf(before.head) <= 2
                && before.kind != Meeting.Kind.VISIT;
    }

    /** Whether a word for two still stands for those who take part. */
    static boolean isUnknown(Reading reading, Occasion occasion) {
        boolean both = occasion.side >= 0
                && occasion.parties.isEmpty()
                && !(occasion.isVerb() && occasion.is("discuss"))
                && StatementFinder.mentionAt(reading, occasion.side)
                        .filter(Mention::isBarePair)
                        .isPresent();
        return both || occasion.parties.keySet().stream().anyMatch(PairedParties::isPair);
    }

    /** Whether all that an actor is called is a word for two: "the two ministers". */
    static boolean isPair(Cluster cluster) {
        return cluster.mentions.stream().allMatch(Mention::isBarePair);
    }
}
