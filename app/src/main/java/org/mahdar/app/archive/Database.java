package org.mahdar.app.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to the store, and the two ways to use one: to read, and to write in a transaction that nobody else writes
 * beside, in this process or any other. Safe for many threads.
 */
final class Database implements AutoCloseable {
    /** How long one writer waits for another, in milliseconds. */
    private static final int PATIENCE = 60_000;

    /** The advisory lock that writers of one PostgreSQL database take turns with; any number would do. */
    private static final long WRITERS = 0x6D61686461722D31L;

    private static final int CACHE_KIB = 32 * 1024;

    /** Of each connection that only reads: there are as many as readers at a time, and the system has the file cached too. */
    private static final int READERS_CACHE_KIB = 4 * 1024;

    /** Texts and bytes of stories take half a page of the usual size, and leave much of it empty. */
    private static final int PAGE = 8 * 1024;

    /** Something done with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** The two stores. */
    enum Dialect {
        SQLITE,
        POSTGRESQL
    }

    private final Location location;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Deque<Connection> idleWriters = new ArrayDeque<>();
    private final ReentrantLock writing = new ReentrantLock();
    private boolean closed;

    Database(Location location) {
        this.location = location;
    }

    Dialect dialect() {
        return location.database().isPresent() ? Dialect.POSTGRESQL : Dialect.SQLITE;
    }

    /** Whether a store is there: a SQLite file; of a database only connecting can tell, and this says yes. */
    boolean exists() {
        return dialect() == Dialect.POSTGRESQL || Files.exists(location.file());
    }

    /** Reads; each statement sees the newest state that was written whole. */
    <T> T read(Work<T> work) {
        return use(idle, connection -> {
            connection.setAutoCommit(true);
            return work.with(connection);
        });
    }

    /** Reads with every statement seeing one and the same state. */
    <T> T snapshot(Work<T> work) {
        return use(idle, connection -> {
            connection.setAutoCommit(false);
            if (dialect() == Dialect.POSTGRESQL) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            try {
                return work.with(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                if (dialect() == Dialect.POSTGRESQL) {
                    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                }
            }
        });
    }

    /** Writes: all of it, or nothing where it fails or the process is killed. */
    <T> T write(Work<T> work) {
        writing.lock();
        try {
            return use(idleWriters, connection -> {
                connection.setAutoCommit(false);
                boolean done = false;
                try {
                    if (dialect() == Dialect.POSTGRESQL) {
                        Sql.first(connection, "select pg_advisory_xact_lock(?)", row -> 0, WRITERS);
                    }
                    T result = work.with(connection);
                    connection.commit();
                    done = true;
                    return result;
                } finally {
                    if (!done) {
                        connection.rollback();
                    }
                    // SQLite's driver begins the next transaction as soon as one ends, and takes with it the one lock
                    // that
                    // writers of all processes share: a server that has written once would keep it while it runs.
                    connection.setAutoCommit(true);
                }
            });
        } finally {
            writing.unlock();
        }
    }

    private <T> T use(Deque<Connection> free, Work<T> work) {
        Connection connection = null;
        boolean sound = false;
        try {
            connection = take(free);
            T result = work.with(connection);
            sound = true;
            return result;
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            if (connection != null) {
                giveBack(connection, free, sound);
            }
        }
    }

    private Connection take(Deque<Connection> free) throws SQLException {
        synchronized (idle) {
            if (closed) {
                throw new IllegalStateException("The archive is closed");
            }
            Connection connection = free.poll();
            if (connection != null) {
                return connection;
            }
        }
        return connect(free == idleWriters);
    }

    private void giveBack(Connection connection, Deque<Connection> free, boolean sound) {
        synchronized (idle) {
            if (sound && !closed) {
                free.push(connection);
                return;
            }
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // It is thrown away because something failed, and that is being told.
        }
    }

    private Connection connect(boolean writer) throws SQLException {
        if (location.database().isPresent()) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(location.database().get());
            source.setReWriteBatchedInserts(true);
            source.setApplicationName("mahdar");
            return source.getConnection();
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(PATIENCE);
        config.setCacheSize(-(writer ? CACHE_KIB : READERS_CACHE_KIB));
        config.setTransactionMode(
                writer ? SQLiteConfig.TransactionMode.IMMEDIATE : SQLiteConfig.TransactionMode.DEFERRED);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + location.file());
        return source.getConnection();
    }

    /** Makes the folder of a store that is to be made. */
    void prepare() {
        try {
            Files.createDirectories(location.data());
            if (!exists()) {
                begin();
            }
        } catch (IOException e) {
            throw new ArchiveException(
                    "the folder " + location.data() + " cannot be made: " + e.getMessage()
                            + ". Choose another with --data.",
                    e);
        }
    }

    /** Begins a SQLite file: the size of its pages must be said before anything else, the journal's mode stays for ever. */
    private void begin() {
        use(idleWriters, connection -> {
            Sql.update(connection, "pragma page_size = " + PAGE);
            return Sql.first(connection, "pragma journal_mode = wal", row -> row.getString(1));
        });
    }

    private ArchiveException failure(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String wayOut;
        if (dialect() == Dialect.SQLITE) {
            wayOut = reason.contains("BUSY")
                    ? "Another Mahdar has been writing for a minute; try again when it is done."
                    : reason.contains("FULL")
                            ? "Make room on the disk; nothing that was kept before is lost."
                            : "mahdar doctor says more.";
        } else {
            wayOut = state.startsWith("08") || state.startsWith("28") || state.startsWith("3D")
                    ? "Check the address, the user and the password, and that the database exists."
                    : "mahdar doctor says more.";
        }
        return new ArchiveException("the archive in " + location + " fails: " + reason + ". " + wayOut, e);
    }

    @Override
    public void close() {
        Deque<Connection> all = new ArrayDeque<>();
        synchronized (idle) {
            closed = true;
            all.addAll(idle);
            all.addAll(idleWriters);
            idle.clear();
            idleWriters.clear();
        }
        for (Connection connection : all) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw failure(e);
            }
        }
    }
}
