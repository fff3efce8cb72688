package org.mahdar.model;

import java.util.Locale;

/**
 * A TIMEX3 time expression (TimeML 1.2.1).
 *
 * @param span the expression without the preposition before it
 * @param type DATE, TIME, DURATION or SET
 * @param value ISO 8601 widened as in TIMEX3; {@code begin/end} for several days in one expression
 * @param precision the smallest unit that the words give
 * @param anchor what the value was counted from
 * @param evidence the pattern that read it
 */
public record TimeExpression(Span span, Type type, String value, Precision precision, Anchor anchor, Evidence evidence)
        implements Finding {

    /** The four kinds of TIMEX3. */
    public enum Type {
        /** A day or a coarser stretch of the calendar. */
        DATE,
        /** A time of day. */
        TIME,
        /** A length. */
        DURATION,
        /** A repeated time. */
        SET
    }

    /** The smallest unit that an expression names. */
    public enum Precision {
        /** A clock time. */
        MINUTE,
        /** A part of a day, such as the evening. */
        DAYPART,
        /** A day. */
        DAY,
        /** A week or week-end. */
        WEEK,
        /** A month. */
        MONTH,
        /** A season, quarter or half of a year. */
        SEASON,
        /** A year. */
        YEAR,
        /** Ten years or more. */
        DECADE,
        /** Past, present or future, no more. */
        VAGUE;

        /** The word used in the minutes format. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a relative expression was counted from. */
    public enum Anchor {
        /** The text itself: the expression is complete, or a dateline or named weekday in the text decided. */
        TEXT,
        /** The day of publication that the metadata gives. */
        PUBLISHED;

        /** The word used in the minutes format. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
