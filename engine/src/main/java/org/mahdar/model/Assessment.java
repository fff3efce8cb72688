package org.mahdar.model;

import java.util.Locale;

/**
 * How somebody characterises talks or relations.
 *
 * @param id {@code v1}, {@code v2}, … in text order
 * @param by {@link Actor#ref()} of who says so
 * @param polarity which way
 * @param span the words
 * @param evidence the pattern that read it
 */
public record Assessment(String id, String by, Polarity polarity, Span span, Evidence evidence) implements Finding {
    /** Which way an assessment points. */
    public enum Polarity {
        /** Favourable. */
        POSITIVE,
        /** Unfavourable. */
        NEGATIVE,
        /** Both. */
        MIXED;

        /** The word used in the minutes format and in language packs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
