package org.mahdar.app.archive;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an archive lies.
 *
 * @param data its folder: the SQLite store unless there is a database, and whatever can be made anew from the store
 * @param database address of a PostgreSQL database, such as {@code jdbc:postgresql://host/name}; empty for SQLite
 */
public record Location(Path data, Optional<String> database) {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** Checks the address. */
    public Location {
        if (database.isPresent() && !database.get().startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException(
                    "a database is given as jdbc:postgresql://host/name, not \"" + database.get() + "\"");
        }
    }

    /** An archive in a folder, in SQLite. */
    public static Location folder(Path data) {
        return new Location(data, Optional.empty());
    }

    /** The SQLite file. */
    Path file() {
        return data.resolve("archive.db");
    }

    /** What messages call it: the folder, or the address without what follows a question mark, where passwords stand. */
    @Override
    public String toString() {
        return database.map(url -> url.replaceFirst("\\?.*", "")).orElseGet(data::toString);
    }
}
