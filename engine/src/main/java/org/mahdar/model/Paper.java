package org.mahdar.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A document in play.
 *
 * @param id {@code d1}, {@code d2}, … in text order
 * @param span the fullest mention
 * @param also its other mentions
 * @param kind what sort of document
 * @param by {@link Actor#ref()}s of those who made it
 * @param date TIMEX3 value of its date
 * @param status what has become of it: {@code tabled}, {@code initialled}, {@code signed}, {@code rejected}, …
 * @param evidence the pattern that read it
 */
public record Paper(
        String id,
        Span span,
        List<Span> also,
        Kind kind,
        List<String> by,
        Optional<String> date,
        Optional<String> status,
        Evidence evidence)
        implements Finding {
    /** Copies the lists. */
    public Paper {
        also = List.copyOf(also);
        by = List.copyOf(by);
    }

    @Override
    public List<Span> spans() {
        List<Span> all = new ArrayList<>(also);
        all.add(span);
        return List.copyOf(all);
    }

    /** Sorts of documents. */
    public enum Kind {
        /** An agreement or treaty. */
        AGREEMENT,
        /** A draft. */
        DRAFT,
        /** A resolution. */
        RESOLUTION,
        /** A statement of a body or of several parties. */
        STATEMENT,
        /** A letter. */
        LETTER,
        /** A plan or initiative. */
        PLAN,
        /** A report. */
        REPORT,
        /** Anything else. */
        OTHER;

        /** The word used in the minutes format and in language packs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
