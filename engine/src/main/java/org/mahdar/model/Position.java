package org.mahdar.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a party wants, offers, refuses or holds in a negotiation.
 *
 * @param id {@code p1}, {@code p2}, … in text order
 * @param party {@link Actor#ref()} of the side
 * @param act what it does
 * @param content the words, at least one piece
 * @param issue the matter, in the story's words
 * @param statement id of the statement in which it lies
 * @param evidence the pattern that read it
 */
public record Position(
        String id,
        String party,
        Act act,
        List<Span> content,
        String issue,
        Optional<String> statement,
        Evidence evidence)
        implements Finding {
    /** Copies the content. */
    public Position {
        content = List.copyOf(content);
    }

    @Override
    public Span span() {
        return content.get(0);
    }

    @Override
    public List<Span> spans() {
        return content;
    }

    /** What a party does. */
    public enum Act {
        /** Wants something. */
        DEMAND,
        /** Proposes something. */
        OFFER,
        /** Says yes. */
        ACCEPT,
        /** Says no. */
        REJECT,
        /** Binds itself. */
        COMMIT,
        /** Holds out harm. */
        THREATEN,
        /** Makes something depend on something else. */
        CONDITION,
        /** Stands behind something. */
        SUPPORT,
        /** Blames. */
        CRITICISE;

        /** The word used in the minutes format and in language packs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
