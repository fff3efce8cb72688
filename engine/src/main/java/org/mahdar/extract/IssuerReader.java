package org.mahdar.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.extract.Phrase.Place;
import org.mahdar.language.Language;
import org.mahdar.text.Letters;

/**
 * Says of papers that speak who issued them, where the story does: "the ministry's statement", "a statement by the ministry",
 * "the statement that the ministry issued".
 */
final class IssuerReader {
    private final int links;
    private final int acts;

    IssuerReader(Language language) {
        this.links = language.symbol("paper-makers.of");
        this.acts = language.symbol("paper-acts.makes");
    }

    /** Fills the issuers of the mentions that name papers. */
    void read(Reading reading, PhraseReader phrases, List<Mention> mentions) {
        Map<Integer, Mention> byStart = new HashMap<>();
        mentions.forEach(mention -> byStart.put(mention.from, mention));
        for (Mention mention : mentions) {
            if (mention.isPaper() && mention.headToken >= 0) {
                mention.issuer = inside(reading, phrases, mention).or(() -> behind(reading, byStart, mention));
            }
        }
    }

    /** An actor at the end of the paper's own name: right behind the noun, behind "of" or "issued by". */
    private Optional<Mention> inside(Reading reading, PhraseReader phrases, Mention paper) {
        for (int token = paper.headToken + 1; token < paper.ownTo(); token++) {
            int link = reading.find(token, links);
            int from = link >= 0 ? reading.tape().end(link) : token;
            if (link >= 0 || token == paper.headToken + 1 || (reading.prepositionOf(token) & Letters.L) != 0) {
                Optional<Mention> issuer = phrases.read(from, Place.ANYWHERE, Optional.empty())
                        .filter(mention -> mention.to == paper.ownTo() && issues(mention));
                if (issuer.isPresent()) {
                    return issuer;
                }
            }
        }
        return Optional.empty();
    }

    /** An actor in the clause behind the paper: "(that) the ministry issued". */
    private Optional<Mention> behind(Reading reading, Map<Integer, Mention> byStart, Mention paper) {
        int token = reading.is(paper.ownTo(), WordClass.RELATIVE) ? paper.ownTo() + 1 : paper.ownTo();
        int hit = reading.find(token, links);
        hit = hit < 0 ? reading.find(token, acts) : hit;
        return hit < 0
                ? Optional.empty()
                : Optional.ofNullable(byStart.get(reading.tape().end(hit))).filter(IssuerReader::issues);
    }

    /** Not one paper issues another, nor is the adjective of "media reports" a journalist. */
    private static boolean issues(Mention mention) {
        return !mention.isPaper()
                && !mention.head.map(head -> head.entry().is("expert")).orElse(false);
    }
}
