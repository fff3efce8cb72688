package org.mahdar.app.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What readers said of lines: a log to which only is added. */
public final class Corrections {
    private final Database database;

    Corrections(Database database) {
        this.database = database;
    }

    /** Adds corrections, all or none; one whose {@code uid} is there already is passed over. Returns how many were new. */
    public int add(List<CorrectionRow> corrections) {
        return database.write(connection -> {
            int last = Sql.max(connection, "correction", "no");
            int added = 0;
            for (CorrectionRow row : corrections) {
                int story = Sql.first(connection, "select no from story where no = ?", r -> r.getInt(1), row.story())
                        .orElseThrow(() -> new ArchiveException("correction " + row.uid() + " is about story "
                                + row.story() + ", which is not in the archive. Add the story first."));
                int more = Sql.update(
                        connection,
                        "insert into correction (no, uid, story, version, kind, start_at, end_at, verdict, body, made_by,"
                                + " made_at, why) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (uid) do nothing",
                        last + added + 1,
                        row.uid(),
                        story,
                        row.version(),
                        row.kind(),
                        row.start(),
                        row.end(),
                        row.verdict(),
                        row.body(),
                        row.by(),
                        row.at(),
                        row.why());
                added += more;
            }
            return added;
        });
    }

    /** The corrections of a story, the oldest first. */
    public List<CorrectionRow> of(int story) {
        return database.read(connection ->
                Sql.list(connection, "select * from correction where story = ? order by no", Corrections::row, story));
    }

    /** The corrections of these stories, the oldest first. */
    public List<CorrectionRow> of(Collection<Integer> stories) {
        return database.read(connection -> {
            List<CorrectionRow> out = new ArrayList<>(
                    Sql.listIn(connection, "select * from correction where story in", Corrections::row, stories));
            out.sort(Comparator.comparingInt(CorrectionRow::no));
            return out;
        });
    }

    /** The highest number of any correction, 0 where there are none. */
    public int last() {
        return database.read(connection -> Sql.max(connection, "correction", "no"));
    }

    /** The corrections with a number above {@code after}, in order, at most {@code limit}. */
    public List<CorrectionRow> after(int after, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "select * from correction where no > ? order by no limit ?",
                Corrections::row,
                after,
                limit));
    }

    /** One correction. */
    public Optional<CorrectionRow> get(String uid) {
        return database.read(
                connection -> Sql.first(connection, "select * from correction where uid = ?", Corrections::row, uid));
    }

    private static CorrectionRow row(ResultSet row) throws SQLException {
        return new CorrectionRow(
                row.getInt("no"),
                row.getString("uid"),
                row.getInt("story"),
                row.getInt("version"),
                row.getString("kind"),
                row.getInt("start_at"),
                row.getInt("end_at"),
                row.getString("verdict"),
                row.getString("body"),
                row.getString("made_by"),
                row.getString("made_at"),
                row.getString("why"));
    }
}
