package org.mahdar.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mahdar.language.Entry;
import org.mahdar.model.Actor;

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

    /** Who issued a paper that is named as an object, by the folded noun. */
    private final Map<String, Mention> issued = new HashMap<>();

    private final int self;
    private final int same;
    private final int papers;

    Issuers(Reading reading) {
        this.reading = reading;
        this.self = reading.language().symbol("which.same");
        this.same = reading.language().symbol("styles.same");
        this.papers = reading.language().symbol("papers");
    }

    /**
     * The speaker of a statement: who published the paper, where a paper without a further word speaks and that is known;
     * whoever spoke before, where "the same source" is nobody whom the story has called a source.
     */
    Mention of(Mention speaker, Draft draft, Optional<Mention> before) {
        if (isAnew(speaker)) {
            return before.orElse(speaker);
        }
        if (draft.governs("more") && isBarePerson(speaker) && speaker.cluster.mentions.size() == 1) {
            // "The analyst N. N. said …. The spokesman added": nobody else has spoken who could add.
            return before.filter(last -> last.isPerson() && last.number == Mention.Count.ONE)
                    .orElse(speaker);
        }
        if (speaker.isPaper()) {
            Entry sort = speaker.head.orElseThrow().entry();
            if (speaker.issuer.isPresent()) {
                latest.put(sort, speaker.issuer.get());
                return speaker.issuer.get();
            }
            if (isBare(speaker)) {
                return latest.getOrDefault(sort, issued.getOrDefault(reading.bare(speaker.headToken), speaker));
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
            if (reading.find(token, papers) >= 0 && reading.ends("accusative", token)) {
                String noun = reading.bare(token);
                issued.put(noun.substring(0, noun.length() - 1), speaker);
            }
        }
        return speaker;
    }

    /** "The source", "the same spokesman", where the story has called nobody so before. */
    boolean isAnew(Mention mention) {
        return (isSource(mention) || isSame(mention))
                && mention.cluster.mentions.stream().allMatch(other -> isSource(other) || isSame(other));
    }

    /** "The spokesman himself", "the same official". */
    private boolean isSame(Mention mention) {
        return isBarePerson(mention)
                && (reading.find(mention.to, self) >= 0 || reading.find(mention.headToken - 1, same) >= 0);
    }

    /** "The source", and no word more. */
    boolean isSource(Mention mention) {
        return mention.head.map(head -> head.entry().is("source")).orElse(false) && isBarePerson(mention);
    }

    private boolean isBarePerson(Mention mention) {
        return (mention.isPerson() || mention.kind == Actor.Kind.UNNAMED)
                && !mention.hasName()
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
