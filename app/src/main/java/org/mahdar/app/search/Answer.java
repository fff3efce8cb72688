package org.mahdar.app.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the index answers.
 *
 * @param hits those asked for
 * @param total how many there are in all
 * @param facets by each facet, how many have which value, the most frequent first
 * @param days by day of publication, how many
 * @param looser where nothing was found: how many there would be at each looser level
 * @param first the earliest day of publication in the index
 * @param last the latest
 */
public record Answer(
        List<Hit> hits,
        int total,
        Map<Facet, List<Count>> facets,
        Map<LocalDate, Integer> days,
        Map<Level, Integer> looser,
        Optional<LocalDate> first,
        Optional<LocalDate> last) {
    /**
     * Something that was found.
     *
     * @param story number of the story
     * @param line id of the line in the minutes in force; empty for the story itself
     * @param day of publication
     * @param fit how well it fits; comparable within one answer
     */
    public record Hit(int story, String line, Optional<LocalDate> day, float fit) {}

    /**
     * How many have a value.
     *
     * @param key the value
     * @param count how many
     */
    public record Count(String key, int count) {}
}
