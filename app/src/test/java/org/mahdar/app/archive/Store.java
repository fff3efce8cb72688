package org.mahdar.app.archive;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The stores that every test of the archive is run against. */
public enum Store {
    /** SQLite in a folder. */
    SQLITE,
    /** A real PostgreSQL server, started with the first test that asks for it; each test has a database of its own. */
    POSTGRESQL;

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** The server, stopped when the tests are over. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL does not start", e);
            }
        }
    }

    /** An empty place for an archive. */
    public Location location(Path folder) {
        Path data = folder.resolve("data");
        if (this == SQLITE) {
            return Location.folder(data);
        }
        String name = "t" + DATABASES.incrementAndGet();
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Location(data, Optional.of(Server.POSTGRES.getJdbcUrl("postgres", name)));
    }
}
