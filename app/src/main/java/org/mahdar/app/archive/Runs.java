package org.mahdar.app.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mahdar.app.archive.RunRow.Trouble;
import org.mahdar.app.wire.Version;

/** What was done to the archive, when and with what result. */
public final class Runs {
    private final Database database;

    Runs(Database database) {
        this.database = database;
    }

    /** Now, as the archive writes moments. */
    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Begins a run and returns its number. */
    public int begin(String command) {
        return database.write(connection -> {
            int no = Sql.max(connection, "run", "no") + 1;
            Sql.update(
                    connection,
                    "insert into run (no, command, engine, started_at, added, changed, known, failed)"
                            + " values (?, ?, ?, ?, 0, 0, 0, 0)",
                    no,
                    command,
                    Version.current(),
                    now());
            return no;
        });
    }

    /** Ends a run, with everything it could not do. */
    public void end(int run, int added, int changed, int known, List<Trouble> troubles) {
        database.write(connection -> {
            for (int i = 0; i < troubles.size(); i++) {
                Trouble trouble = troubles.get(i);
                Sql.update(
                        connection,
                        "insert into trouble (run, ordinal, place, what, way_out) values (?, ?, ?, ?, ?)",
                        run,
                        i + 1,
                        trouble.place(),
                        trouble.what(),
                        trouble.wayOut());
            }
            return Sql.update(
                    connection,
                    "update run set ended_at = ?, added = ?, changed = ?, known = ?, failed = ? where no = ?",
                    now(),
                    added,
                    changed,
                    known,
                    troubles.size(),
                    run);
        });
    }

    /** The last runs, the newest first. */
    public List<RunRow> last(int count) {
        return database.read(connection -> Sql.list(
                connection,
                "select * from run order by no desc limit ?",
                row -> new RunRow(
                        row.getInt("no"),
                        row.getString("command"),
                        row.getString("engine"),
                        row.getString("started_at"),
                        Sql.text(row, "ended_at"),
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("known"),
                        row.getInt("failed")),
                count));
    }

    /** What a run could not do, in its order. */
    public List<Trouble> troubles(int run) {
        return database.read(connection -> Sql.list(
                connection,
                "select place, what, way_out from trouble where run = ? order by ordinal",
                row -> new Trouble(row.getString(1), row.getString(2), row.getString(3)),
                run));
    }
}
