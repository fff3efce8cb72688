package org.mahdar.app.ingest;

import java.time.LocalDate;
import java.util.Optional;

/** What has to be known of a language to take stories in: what newspapers put around them, agencies, places, days. */
public interface Facts {
    /** Nothing is known. */
    Facts NONE = new Facts() {};

    /** A day that is written in words. */
    default Optional<LocalDate> day(String written) {
        return Optional.empty();
    }

    /** The name of the agency that is called so in a credit. */
    default Optional<String> agency(String words) {
        return Optional.empty();
    }

    /** Whether a name in a credit is a newspaper, channel or site. */
    default boolean isOutlet(String words) {
        return false;
    }

    /** Whether a name in a credit is a place. */
    default boolean isPlace(String words) {
        return false;
    }

    /** Whether a word stands before names in a credit. */
    default boolean isLabel(String words) {
        return false;
    }

    /** Whether a word stands between a name and a place in a credit. */
    default boolean isFrom(String word) {
        return false;
    }

    /** Whether a block of a page is no part of the story: buttons, pointers to other stories, captions. */
    default boolean isFurniture(String block) {
        return false;
    }

    /** Whether a heading stands above other stories. */
    default boolean isHeadingOfOthers(String block) {
        return false;
    }
}
