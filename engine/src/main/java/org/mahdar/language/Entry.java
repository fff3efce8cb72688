package org.mahdar.language;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.pattern.Place;

/**
 * One line of a lexicon file: one fact.
 *
 * @param list the file's list
 * @param place where the line stands
 * @param tags what patterns may ask of it, beyond the list
 * @param values its other columns by name; empty cells are left out
 */
public record Entry(String list, Place place, Set<String> tags, Map<String, String> values) {
    /** Copies the collections. */
    public Entry {
        tags = Set.copyOf(tags);
        values = Map.copyOf(values);
    }

    /** A column of the line. */
    public Optional<String> value(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** A column that every line of the list has. */
    public String need(String column) {
        String value = values.get(column);
        if (value == null) {
            throw new IllegalStateException(place.where() + " lacks column \"" + column + "\"");
        }
        return value;
    }

    /** Whether the line carries a tag. */
    public boolean is(String tag) {
        return tags.contains(tag);
    }
}
