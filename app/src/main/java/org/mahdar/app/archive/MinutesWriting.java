package org.mahdar.app.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mahdar.app.archive.MinutesRows.ActorRow;
import org.mahdar.app.archive.MinutesRows.AppearanceRow;
import org.mahdar.app.archive.MinutesRows.FindingRow;
import org.mahdar.app.wire.Version;

/** Collects the readings of a transaction and writes them, each as the newest of its story. */
final class MinutesWriting {
    private final Connection connection;
    private final int run;
    private final String now;
    private final List<Reading> readings = new ArrayList<>();

    /** A reading that waits to be written. */
    private record Reading(int story, int version, MinutesRows rows) {}

    MinutesWriting(Connection connection, int run, String now) {
        this.connection = connection;
        this.run = run;
        this.now = now;
    }

    void add(int story, int version, MinutesRows rows) {
        readings.add(new Reading(story, version, rows));
    }

    void write() throws SQLException {
        int last = Sql.max(connection, "minutes", "no");
        Map<Integer, Integer> revisions = revisions();
        List<Object[]> minutes = new ArrayList<>();
        List<Object[]> newest = new ArrayList<>();
        List<Object[]> findings = new ArrayList<>();
        List<Object[]> appearances = new ArrayList<>();
        Map<Long, Object[]> actors = new LinkedHashMap<>();
        for (Reading reading : readings) {
            MinutesRows rows = reading.rows();
            int no = ++last;
            int revision = revisions.merge(reading.story(), 1, Integer::sum);
            minutes.add(new Object[] {
                no,
                reading.story(),
                reading.version(),
                revision,
                run,
                now,
                rows.pack(),
                Version.current(),
                rows.problems()
            });
            newest.add(new Object[] {no, reading.story()});
            int ordinal = 0;
            for (FindingRow line : rows.findings()) {
                findings.add(new Object[] {
                    no,
                    ++ordinal,
                    line.line(),
                    line.kind().word(),
                    line.span().start(),
                    line.span().end(),
                    line.evidence(),
                    line.parts()
                });
            }
            ordinal = 0;
            for (AppearanceRow who : rows.appearances()) {
                ActorRow actor = who.actor();
                appearances.add(
                        new Object[] {no, ++ordinal, who.ref(), actor.no(), who.of(), who.inferred(), who.mentions()});
                actors.putIfAbsent(actor.no(), new Object[] {
                    actor.no(),
                    actor.id(),
                    actor.kind(),
                    actor.name(),
                    actor.nameEn(),
                    actor.office(),
                    actor.officeEn(),
                    actor.state()
                });
            }
        }
        Sql.batch(
                connection,
                "insert into minutes (no, story, version, revision, run, read_at, pack, engine, problems)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                minutes);
        Sql.batch(connection, "update story set minutes = ? where no = ?", newest);
        Sql.batch(
                connection,
                "insert into finding (minutes, ordinal, line, kind, start_at, end_at, evidence, parts)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                findings);
        Sql.batch(
                connection,
                "insert into actor (no, id, kind, name, name_en, office, office_en, state) values (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (no) do nothing",
                new ArrayList<>(actors.values()));
        Sql.batch(
                connection,
                "insert into appearance (minutes, ordinal, ref, actor, of_ref, inferred, mentions)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                appearances);
    }

    /** The highest revision of each story that has any. */
    private Map<Integer, Integer> revisions() throws SQLException {
        Map<Integer, Integer> out = new HashMap<>();
        List<Integer> stories = readings.stream().map(Reading::story).distinct().toList();
        Sql.listIn(
                        connection,
                        "select story, revision from minutes where story in",
                        row -> Map.entry(row.getInt(1), row.getInt(2)),
                        stories)
                .forEach(entry -> out.merge(entry.getKey(), entry.getValue(), Math::max));
        return out;
    }
}
