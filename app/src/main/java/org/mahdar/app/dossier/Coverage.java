package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a dossier rests on: "no line" is not "no event".
 *
 * @param stories how many stories
 * @param texts how many texts, copies of one text counted once
 * @param outlets stories by outlet; those that name none under the empty name
 * @param days stories by day of publication
 * @param undated stories without a day
 * @param first day with a story
 * @param last day with a story
 * @param silent how many days between have none
 */
public record Coverage(
        int stories,
        int texts,
        Map<String, Integer> outlets,
        Map<LocalDate, Integer> days,
        int undated,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        int silent) {
    /** Orders the maps by their keys. */
    public Coverage {
        outlets = java.util.Collections.unmodifiableMap(new TreeMap<>(outlets));
        days = java.util.Collections.unmodifiableMap(new TreeMap<>(days));
    }
}
