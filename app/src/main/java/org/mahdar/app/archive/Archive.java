package org.mahdar.app.archive;

import java.util.Optional;

/**
 * An archive: what it holds, each sort of thing behind its own door. Safe for many threads; other processes may use the
 * same archive at the same time, and whoever writes takes turns.
 *
 * <p>Every method fails with {@link ArchiveException} where the store cannot do its work; what was kept before stays.
 */
public final class Archive implements AutoCloseable {
    private final Location location;
    private final Database database;

    private Archive(Location location, Database database) {
        this.location = location;
        this.database = database;
    }

    /** Opens an archive that is there; fails where there is none. */
    public static Archive open(Location location) {
        return open(location, false);
    }

    /** Opens an archive, making an empty one where there is none. */
    public static Archive openOrCreate(Location location) {
        return open(location, true);
    }

    /** Opens an archive if it is there. */
    public static Optional<Archive> openIfThere(Location location) {
        try (Database database = new Database(location)) {
            if (!isThere(database)) {
                return Optional.empty();
            }
        }
        return Optional.of(open(location));
    }

    private static boolean isThere(Database database) {
        return database.exists() && database.read(connection -> Schema.version(connection, database.dialect())) > 0;
    }

    private static Archive open(Location location, boolean create) {
        Database database = new Database(location);
        boolean sound = false;
        try {
            if (!create && !isThere(database)) {
                throw new ArchiveException("there is no archive in " + location
                        + ". Begin one with: mahdar add; or say where it is with --data or --db.");
            }
            database.prepare();
            Schema.bring(database, location);
            sound = true;
            return new Archive(location, database);
        } finally {
            if (!sound) {
                database.close();
            }
        }
    }

    /** Where it lies. */
    public Location location() {
        return location;
    }

    /** Stories in all their versions. */
    public StoryStore stories() {
        return new StoryStore(database);
    }

    /** What was read from them. */
    public MinutesStore minutes() {
        return new MinutesStore(database);
    }

    /** Which of them carry one text. */
    public Copies copies() {
        return new Copies(database);
    }

    /** What readers said of lines. */
    public Corrections corrections() {
        return new Corrections(database);
    }

    /** Definitions of dossiers. */
    public Dossiers dossiers() {
        return new Dossiers(database);
    }

    /** Feeds and pages to look at. */
    public Sources sources() {
        return new Sources(database);
    }

    /** What was done to the archive. */
    public Runs runs() {
        return new Runs(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
