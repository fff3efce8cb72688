package org.mahdar.app.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The feeds and pages that are looked at again and again. */
public final class Sources {
    private final Database database;

    Sources(Database database) {
        this.database = database;
    }

    /** Adds a source and returns it; the one that is there, made active again, where its address is known. */
    public SourceRow add(SourceRow source) {
        return database.write(connection -> {
            Sql.update(
                    connection,
                    "insert into source (no, url, kind, outlet, language, added_at, active, failures)"
                            + " values (?, ?, ?, ?, ?, ?, 1, 0) on conflict (url) do update set active = 1",
                    Sql.max(connection, "source", "no") + 1,
                    source.url(),
                    source.kind(),
                    source.outlet(),
                    source.language(),
                    Runs.now());
            return Sql.first(connection, "select * from source where url = ?", Sources::row, source.url())
                    .orElseThrow();
        });
    }

    /** All sources, as they were added. */
    public List<SourceRow> list() {
        return database.read(connection -> Sql.list(connection, "select * from source order by no", Sources::row));
    }

    /** The source with an address. */
    public Optional<SourceRow> get(String url) {
        return database.read(
                connection -> Sql.first(connection, "select * from source where url = ?", Sources::row, url));
    }

    /** Keeps how a look at a source went, and its address where the server says it has moved for good. */
    public void looked(SourceRow source) {
        database.write(connection -> Sql.update(
                connection,
                "update source set url = ?, active = ?, etag = ?, last_modified = ?, looked_at = ?, next_at = ?,"
                        + " failures = ?, outcome = ? where no = ?",
                source.url(),
                source.active(),
                source.etag(),
                source.lastModified(),
                source.lookedAt(),
                source.nextAt(),
                source.failures(),
                source.outcome(),
                source.no()));
    }

    /** What is known of these pages, of those that have been looked at. */
    public List<PageRow> pages(Collection<String> urls) {
        return database.read(
                connection -> Sql.listIn(connection, "select * from page where url in", Sources::page, urls));
    }

    /** Pages whose time to be looked at again has come, the longest waiting first, at most {@code limit}. */
    public List<PageRow> duePages(String now, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "select * from page where next_at is not null and next_at <= ? order by next_at limit ?",
                Sources::page,
                now,
                limit));
    }

    /** Keeps how looks at pages went. */
    public void looked(List<PageRow> pages) {
        List<Object[]> rows = new ArrayList<>();
        for (PageRow page : pages) {
            rows.add(new Object[] {
                page.url(), page.etag(), page.lastModified(), page.lookedAt(), page.nextAt(), page.looks()
            });
        }
        database.write(connection -> {
            Sql.batch(
                    connection,
                    "insert into page (url, etag, last_modified, looked_at, next_at, looks) values (?, ?, ?, ?, ?, ?)"
                            + " on conflict (url) do update set etag = excluded.etag,"
                            + " last_modified = excluded.last_modified, looked_at = excluded.looked_at,"
                            + " next_at = excluded.next_at, looks = excluded.looks",
                    rows);
            return rows.size();
        });
    }

    private static PageRow page(ResultSet row) throws SQLException {
        return new PageRow(
                row.getString("url"),
                Sql.text(row, "etag"),
                Sql.text(row, "last_modified"),
                row.getString("looked_at"),
                Sql.text(row, "next_at"),
                row.getInt("looks"));
    }

    private static SourceRow row(ResultSet row) throws SQLException {
        return new SourceRow(
                row.getInt("no"),
                row.getString("url"),
                row.getString("kind"),
                Sql.text(row, "outlet"),
                row.getString("language"),
                row.getInt("active") != 0,
                Sql.text(row, "etag"),
                Sql.text(row, "last_modified"),
                Sql.text(row, "looked_at"),
                Sql.text(row, "next_at"),
                row.getInt("failures"),
                Sql.text(row, "outcome"));
    }
}
