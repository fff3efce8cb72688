package org.mahdar.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mahdar.language.Entry;

/**
 * Says who speaks where a paper does: "the ministry said in a statement … the statement added". One pass, in text order of
 * the statements.
 */
final class Issuers {
    /** How far before the cue "in a statement" may stand. */
    private static final int REACH = 10;

    private final Reading reading;
    /** Who spoke last in a paper of each sort. */
    private final Map<Entry, Mention> latest = new HashMap<>();

    Issuers(Reading reading) {
        this.reading = reading;
    }

    /**
     * The speaker of a statement: who published the paper, where a paper without a further word speaks and that is known;
     * whoever spoke before, where "the same source" is nobody whom the story has called a source.
     */
    Mention of(Mention speaker, Draft draft, Optional<Mention> before) {
        if (isAnew(reading, speaker)) {
            return before.orElse(speaker);
        }
        if (speaker.isPaper()) {
            Entry sort = speaker.head.orElseThrow().entry();
            if (speaker.issuer.isPresent()) {
                latest.put(sort, speaker.issuer.get());
                return speaker.issuer.get();
            }
            if (isBare(speaker)) {
                return latest.getOrDefault(sort, speaker);
            }
            latest.put(sort, speaker);
            return speaker;
        }
        int sentence = reading.text().sentenceStart(reading.sentenceOf(draft.cueFrom));
        int from = Math.max(sentence, draft.cueFrom - REACH);
        for (int token = from; token < draft.cueFrom; token++) {
            // "The council said in a statement that the general stressed": the statement is not the general's.
            from = reading.is(token, WordClass.THAT) ? token : from;
        }
        for (int token = from; token < draft.saidFrom(); token++) {
            int hit = reading.hit(token, WordClass.HEAD.bit(), false);
            if (hit >= 0 && reading.term(hit).entry().is("paper")) {
                latest.put(reading.term(hit).entry(), speaker);
            }
        }
        return speaker;
    }

    /** "The source" with the article, where the story has called nobody one before. */
    static boolean isAnew(Reading reading, Mention mention) {
        return isSource(reading, mention)
                && mention.cluster.mentions.stream().allMatch(other -> isSource(reading, other));
    }

    private static boolean isSource(Reading reading, Mention mention) {
        return mention.head.map(head -> head.entry().is("source")).orElse(false)
                && mention.headToken >= 0
                && reading.isDefinite(mention.headToken)
                && mention.number == Mention.Count.ONE
                && mention.to - mention.headToken == 1;
    }

    /** "The statement", "the joint statement". */
    private boolean isBare(Mention paper) {
        return paper.headToken >= 0
                && reading.isDefinite(paper.headToken)
                && paper.to - paper.headToken <= 2
                && paper.known.isEmpty()
                && paper.state.isEmpty()
                && paper.joint.isEmpty();
    }
}
