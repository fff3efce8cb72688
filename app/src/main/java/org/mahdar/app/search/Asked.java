package org.mahdar.app.search;

import java.time.LocalDate;
import java.util.List;

/** A query as it was understood. */
sealed interface Asked {
    /**
     * Words that stand in the text: one, or a phrase.
     *
     * @param words as typed
     * @param level how closely they have to agree
     * @param slop how many words may stand between those of a phrase
     * @param prefix whether words are meant that begin so
     */
    record Text(String words, Level level, int slop, boolean prefix) implements Asked {}

    /**
     * A field that holds a value.
     *
     * @param name of the field: {@code speaker}, {@code party}, …
     * @param value as typed, or the word of the minutes format that it means
     */
    record Field(String name, String value) implements Asked {}

    /**
     * A day of publication from or up to which.
     *
     * @param from whether it is the first day; else it is the last
     * @param day that day
     */
    record Time(boolean from, LocalDate day) implements Asked {}

    /** All of these. */
    record All(List<Asked> parts) implements Asked {
        /** Copies the parts. */
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Any of these. */
    record Any(List<Asked> parts) implements Asked {
        /** Copies the parts. */
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Not this. */
    record Not(Asked part) implements Asked {}
}
