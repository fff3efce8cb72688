package org.mahdar.extract;

import java.util.Optional;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;

/** Tells further titles of those who meet from those whom they meet. */
final class MeetingTitles {
    /** How many further titles somebody may bear. */
    private static final int MAX_TITLES = 4;
    /** How many tokens behind the titles whoever is met may stand. */
    private static final int GAP = 14;

    private final Reading reading;
    private final Topics topics;
    private final PartyList lists;
    private final int roles;
    private final int links;

    MeetingTitles(Reading reading, Topics topics) {
        this.reading = reading;
        this.topics = topics;
        this.lists = new PartyList(reading);
        this.roles = reading.language().symbol("meeting-roles");
        this.links = reading.language().symbol("clause-links");
    }

    /** "The deputy prime minister, the foreign minister N. N. met the minister N. N.": the first two are one, who met the third. */
    void share(Occasion occasion) {
        Optional<Mention> side = StatementFinder.mentionAt(reading, occasion.side);
        Optional<Mention> other = StatementFinder.mentionAt(reading, occasion.other);
        boolean one = occasion.isVerb()
                && side.filter(mention -> mention.isPerson() && !mention.hasName())
                        .isPresent()
                && other.filter(mention -> mention.isPerson() && mention.hasName())
                        .isPresent()
                && other.get().from == side.get().to;
        int next = one ? nextObject(other.get().to) : -1;
        if (next >= 0 && next <= other.get().to + 1) {
            occasion.side = occasion.other;
            occasion.other = next;
        }
        boolean goesOn = occasion.isVerb()
                && (reading.is(occasion.headEnd, WordClass.PREPOSITION_PRONOUN)
                        || reading.opensWithConjunction(occasion.head)
                        || reading.find(occasion.head - 1, links) >= 0);
        if (goesOn
                && other.isPresent()
                && side.isPresent()
                && lists.list(occasion.side).contains(other.get())) {
            // "A visit during which he met X and Y", "to Cairo, where he met X and Y"
            occasion.other = occasion.side;
            occasion.side = -1;
        }
    }

    /** "The prince received, the crown prince, yesterday the minister": further titles of who meets are not whom he meets. */
    int behind(Occasion occasion) {
        int other = occasion.other;
        for (int step = 0; step < MAX_TITLES && occasion.kind != Meeting.Kind.VISIT; step++) {
            Optional<Mention> title = StatementFinder.mentionAt(reading, other);
            if (title.isEmpty() || !occasion.parties.containsKey(title.get().cluster)) {
                break;
            }
            int next = nextObject(title.get().to);
            if (next < 0) {
                return occasion.other;
            }
            other = next;
        }
        return other;
    }

    /** The next mention of the clause that stands behind no preposition, or -1. */
    private int nextObject(int from) {
        int limit = Math.min(reading.text().sentenceEnd(from - 1), from + GAP);
        for (int token = from; token < limit; token++) {
            boolean clause = reading.is(token, WordClass.THAT)
                    || reading.is(token, WordClass.SAY_FINITE)
                    || reading.is(token, WordClass.RELATIVE)
                    || reading.find(token, roles) >= 0;
            if (clause) {
                return -1;
            }
            Optional<Mention> mention = StatementFinder.mentionAt(reading, token);
            if (mention.isPresent()) {
                boolean aside = topics.isOblique(mention.get()) || mention.get().kind == Actor.Kind.STATE;
                if (!aside) {
                    return token;
                }
                token = mention.get().to - 1;
            }
        }
        return -1;
    }
}
