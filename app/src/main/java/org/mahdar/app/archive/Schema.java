package org.mahdar.app.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps by which the schema came to be what it is, each a file beside this class. A step that has been released is
 * never changed: another is added behind it.
 */
final class Schema {
    private static final List<String> STEPS = List.of("1-archive.sql", "2-searches.sql");

    private Schema() {}

    /** The version that this Mahdar knows. */
    static int newest() {
        return STEPS.size();
    }

    /** Brings a store to the newest version; does nothing where it is there already. */
    static void bring(Database database, Location location) {
        int found = database.read(connection -> version(connection, database.dialect()));
        if (found > newest()) {
            throw new ArchiveException("the archive in " + location + " was written by a newer Mahdar (schema " + found
                    + "; this one knows " + newest() + "). Use that one.");
        }
        if (found == newest()) {
            return;
        }
        database.write(connection -> {
            // Another process may have been quicker.
            for (int step = version(connection, database.dialect()); step < newest(); step++) {
                for (String statement : statements(STEPS.get(step), database.dialect())) {
                    Sql.update(connection, statement);
                }
                Sql.update(
                        connection,
                        "insert into schema_step (version, name, applied_at) values (?, ?, ?)",
                        step + 1,
                        STEPS.get(step),
                        Runs.now());
            }
            return step(connection);
        });
    }

    private static int step(Connection connection) throws SQLException {
        return Sql.max(connection, "schema_step", "version");
    }

    /** The version of a store, 0 of an empty one. */
    static int version(Connection connection, Database.Dialect dialect) throws SQLException {
        String tables = dialect == Database.Dialect.SQLITE
                ? "select count(*) from sqlite_master where type = 'table' and name = 'schema_step'"
                : "select count(*) from information_schema.tables"
                        + " where table_schema = current_schema() and table_name = 'schema_step'";
        boolean there = Sql.first(connection, tables, row -> row.getInt(1)).orElse(0) > 0;
        return there ? step(connection) : 0;
    }

    private static List<String> statements(String file, Database.Dialect dialect) {
        boolean sqlite = dialect == Database.Dialect.SQLITE;
        StringBuilder sql = new StringBuilder();
        for (String line : read(file).split("\n")) {
            if (!line.startsWith("--")) {
                sql.append(line).append('\n');
            }
        }
        List<String> out = new ArrayList<>();
        for (String statement : sql.toString()
                .replace("${bytes}", sqlite ? "blob" : "bytea")
                .replace("${id64}", sqlite ? "integer" : "bigint")
                .replace("${clustered}", sqlite ? " without rowid" : "")
                .split(";\\s*\n")) {
            if (!statement.isBlank()) {
                out.add(statement.strip());
            }
        }
        return out;
    }

    private static String read(String file) {
        try (InputStream in = Schema.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("This jar was built without " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
