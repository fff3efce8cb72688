package org.mahdar.app.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of minutes, or a whole story, as it is found.
 *
 * @param story number of the story
 * @param line id of the line in the minutes in force; empty for the story itself
 * @param text the words that are searched
 * @param day of publication
 * @param values what it is told apart by
 */
public record Doc(int story, String line, String text, Optional<LocalDate> day, Map<Facet, List<Value>> values) {
    /** Copies the values. */
    public Doc {
        values = Map.copyOf(values);
    }

    /**
     * A value of a facet.
     *
     * @param key by which it is counted
     * @param names under which it is found beside the key
     * @param counted whether it is one of the values that are counted; else it is only found
     */
    public record Value(String key, List<String> names, boolean counted) {
        /** Copies the names. */
        public Value {
            names = List.copyOf(names);
        }

        /** One that is found and counted. */
        public Value(String key, List<String> names) {
            this(key, names, true);
        }

        /** One that is found under its key alone. */
        public static Value of(String key) {
            return new Value(key, List.of());
        }
    }
}
