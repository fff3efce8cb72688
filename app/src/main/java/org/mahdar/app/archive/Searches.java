package org.mahdar.app.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Searches that readers keep under a name. */
public final class Searches {
    private final Database database;

    Searches(Database database) {
        this.database = database;
    }

    /** Keeps a search and returns it with its number. */
    public SearchRow keep(SearchRow row) {
        return database.write(connection -> {
            int no = Sql.max(connection, "saved_search", "no") + 1;
            String now = Runs.now();
            Sql.update(
                    connection,
                    "insert into saved_search (no, name, query, level, stories, sorting, closed, made_by, made_at)"
                            + " values (?, ?, ?, ?, ?, ?, 0, ?, ?)",
                    no,
                    row.name(),
                    row.query(),
                    row.level(),
                    row.stories(),
                    row.sorting(),
                    row.by(),
                    now);
            return new SearchRow(no, row.name(), row.query(), row.level(), row.stories(), row.sorting(), row.by(), now);
        });
    }

    /** Those that have not been put away, in the order in which they were kept. */
    public List<SearchRow> list() {
        return database.read(connection ->
                Sql.list(connection, "select * from saved_search where closed = 0 order by no", Searches::row));
    }

    /** The search of a number, unless it was put away. */
    public Optional<SearchRow> get(int no) {
        return database.read(connection ->
                Sql.first(connection, "select * from saved_search where closed = 0 and no = ?", Searches::row, no));
    }

    /** Puts a search away; false where there is none of that number. */
    public boolean close(int no) {
        return database.write(connection ->
                Sql.update(connection, "update saved_search set closed = 1 where closed = 0 and no = ?", no) > 0);
    }

    private static SearchRow row(ResultSet row) throws SQLException {
        return new SearchRow(
                row.getInt("no"),
                row.getString("name"),
                row.getString("query"),
                row.getString("level"),
                row.getInt("stories") != 0,
                row.getString("sorting"),
                row.getString("made_by"),
                row.getString("made_at"));
    }
}
