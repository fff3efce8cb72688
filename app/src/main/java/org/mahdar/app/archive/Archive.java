package org.mahdar.app.archive;

import java.nio.file.Path;
import java.util.List;
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

    /** Searches that readers keep. */
    public Searches searches() {
        return new Searches(database);
    }

    /** Feeds and pages to look at. */
    public Sources sources() {
        return new Sources(database);
    }

    /** What was done to the archive. */
    public Runs runs() {
        return new Runs(database);
    }

    /**
     * A number for everything that is kept: the same for archives that hold the same, whatever their store, the order in
     * which stories came and the times of it. SHA-256 in hexadecimal.
     */
    public String fingerprint() {
        return database.snapshot(Fingerprint::of);
    }

    /**
     * Tells this archive from others for as long as it lives, also where it is restored from a backup; empty where nothing
     * was ever added.
     */
    public String identity() {
        return database.read(connection -> Sql.first(
                        connection,
                        "select no, command, started_at from run order by no limit 1",
                        row -> row.getInt(1) + " " + row.getString(2) + " " + row.getString(3))
                .orElse(""));
    }

    /** Looks through everything and says what is wrong, one clause each; empty where nothing is. */
    public List<String> check() {
        return Checkup.of(database);
    }

    /** What the store is, with its version and the schema's, for people. */
    public String store() {
        return database.read(connection -> connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseProductVersion() + ", schema "
                + Schema.version(connection, database.dialect()));
    }

    /** Writes a backup, which {@link #restore} reads into either store; returns the fingerprint of what it holds. */
    public String backup(Path file) {
        return Backup.write(database, file);
    }

    /** Fills this archive, which must be empty, from a backup, all or nothing; returns the fingerprint. */
    public String restore(Path file) {
        return Backup.restore(database, file);
    }

    @Override
    public void close() {
        database.close();
    }
}
