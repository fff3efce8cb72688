package org.mahdar.app.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.app.wire.Version;
import org.mahdar.model.Minutes;
import org.mahdar.model.Story;

/**
 * One reading of one story, as exports take it.
 *
 * @param story what the story goes by in ids: its number in an archive, or its own id
 * @param revision number of the reading among those of the story, from 1
 * @param engine version of the engine that read it
 * @param readAt when, ISO 8601 in UTC; empty where it was read just now
 * @param minutes what was found
 * @param readers who confirmed, corrected or added a line, by its id
 */
public record Entry(
        String story,
        int revision,
        String engine,
        Optional<String> readAt,
        Minutes minutes,
        Map<String, List<String>> readers) {
    /** Copies the names. */
    public Entry {
        readers = Map.copyOf(readers);
    }

    /** A reading of which no reader has said anything. */
    public Entry(String story, int revision, String engine, Optional<String> readAt, Minutes minutes) {
        this(story, revision, engine, readAt, minutes, Map.of());
    }

    /** A reading that lies in no archive. */
    public static Entry of(Minutes minutes) {
        return new Entry(minutes.story().id(), 1, Version.current(), Optional.empty(), minutes);
    }

    /** How a line is cited: story, line and revision. */
    String id(String line) {
        return story + "." + line + "@" + revision;
    }

    String text() {
        return minutes.story().text();
    }

    Story source() {
        return minutes.story();
    }

    /** The day of publication, or nothing. */
    String published() {
        return source().published().map(LocalDate::toString).orElse("");
    }
}
