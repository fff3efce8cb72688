package org.mahdar.app.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.archive.MinutesRows.ActorRow;
import org.mahdar.app.archive.MinutesRows.AppearanceRow;
import org.mahdar.app.archive.MinutesRows.FindingRow;
import org.mahdar.app.wire.LineKind;
import org.mahdar.app.wire.Version;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;

/** The minutes of the stories: every reading that differed from the one before, the newest of a story in force. */
public final class MinutesStore {
    private final Database database;

    MinutesStore(Database database) {
        this.database = database;
    }

    /** What is known of a reading before its lines are fetched. */
    private record Header(
            int no, int story, int version, int revision, String readAt, String pack, String engine, String problems) {}

    private static final String HEADER = "select m.* from minutes m ";

    /** The minutes in force of a story; empty where there is no such story or nothing could read it. */
    public Optional<StoredMinutes> newest(int story) {
        return database.read(connection ->
                load(connection, headers(connection, "join story s on s.minutes = m.no where s.no = ?", story)).stream()
                        .findFirst());
    }

    /** The minutes in force of these stories, in order of their number; stories that nothing could read are left out. */
    public List<StoredMinutes> newest(Collection<Integer> stories) {
        return database.read(connection -> load(connection, inForce(connection, stories)));
    }

    /**
     * The minutes in force of these stories with the lines wanted, by their ids, and the actors whom they name, and nothing
     * else: a page of lines of many stories needs no more. In order of the numbers of the stories.
     */
    public List<StoredMinutes> lines(Map<Integer, Set<String>> wanted) {
        return database.read(connection -> {
            List<Header> headers = inForce(connection, wanted.keySet());
            Map<Long, StoryVersion> versions = versions(connection, headers);
            Map<Integer, MinutesRows> rows = empty(headers);
            List<Sql.Named> ids = new ArrayList<>();
            for (Header header : headers) {
                wanted.getOrDefault(header.story(), Set.of()).forEach(id -> ids.add(new Sql.Named(header.no(), id)));
            }
            putLines(rows, Sql.listNamed(connection, LINES + WANTED_LINES, MinutesStore::line, ids));
            List<Sql.Named> refs = new ArrayList<>();
            for (StoredMinutes bare : stored(headers, rows, versions)) {
                MinutesRows.refs(bare.minutes()).forEach(ref -> refs.add(new Sql.Named(bare.no(), ref)));
            }
            putActors(rows, Sql.listNamed(connection, ACTORS + WANTED_ACTORS, MinutesStore::actor, refs));
            return stored(headers, rows, versions);
        });
    }

    /** A reading of a story by its revision. */
    public Optional<StoredMinutes> revision(int story, int revision) {
        return database.read(connection ->
                load(connection, headers(connection, "where m.story = ? and m.revision = ?", story, revision)).stream()
                        .findFirst());
    }

    /**
     * Minutes in force, in order of their number, for whoever goes through all of them or follows what is new: those with
     * a number above {@code after}, at most {@code limit}.
     */
    public List<StoredMinutes> after(int after, int limit) {
        return database.read(connection -> load(
                connection,
                headers(
                        connection,
                        "join story s on s.minutes = m.no where m.no > ? order by m.no limit ?",
                        after,
                        limit)));
    }

    /**
     * Which minutes are in force.
     *
     * @param no their number
     * @param story the number of their story
     * @param revision how many times it had been read with them
     */
    public record InForce(int no, int story, int revision) {}

    /** The minutes in force with a number above {@code after}, in its order, without what they say. */
    public List<InForce> inForce(int after) {
        return database.read(connection -> Sql.list(
                connection,
                "select m.no, m.story, m.revision from minutes m join story s on s.minutes = m.no where m.no > ?"
                        + " order by m.no",
                row -> new InForce(row.getInt(1), row.getInt(2), row.getInt(3)),
                after));
    }

    /** The highest number of any minutes, 0 where there are none. */
    public int last() {
        return database.read(connection -> Sql.max(connection, "minutes", "no"));
    }

    /** The stories in whose minutes in force an actor appears, by its lasting id, in order of number. */
    public List<Integer> storiesWith(String actorId) {
        return database.read(connection -> Sql.list(
                connection,
                "select distinct s.no from actor a join appearance p on p.actor = a.no"
                        + " join story s on s.minutes = p.minutes where a.id = ? and a.id <> '' and p.actor > 0 order by s.no",
                row -> row.getInt(1),
                actorId));
    }

    /** Everybody with a lasting id above {@code after}, in the order of ids, at most {@code limit}. */
    public List<ActorInfo> actors(String after, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "select a.id, min(a.kind) as kind, min(a.name) as name, max(a.name_en) as name_en,"
                        + " count(distinct s.no) as stories from actor a join appearance p on p.actor = a.no"
                        + " join story s on s.minutes = p.minutes where a.id > ? and a.id <> '' and p.actor > 0"
                        + " group by a.id order by a.id limit ?",
                row -> new ActorInfo(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getInt("stories")),
                after,
                limit));
    }

    /** How many lines there are in the minutes in force, by their sort. */
    public Map<LineKind, Integer> count() {
        return database.read(connection -> {
            Map<LineKind, Integer> out = new HashMap<>();
            Sql.list(
                            connection,
                            "select f.kind, count(*) from story s join finding f on f.minutes = s.minutes group by f.kind",
                            row -> Map.entry(LineKind.of(row.getString(1)), row.getInt(2)))
                    .forEach(entry -> out.put(entry.getKey(), entry.getValue()));
            return out;
        });
    }

    /** What {@link #reread} did. */
    public enum Reread {
        /** Something is read otherwise than before. */
        CHANGED,
        /** Everything is read as before; the minutes now name this pack and engine. */
        SAME
    }

    /**
     * Keeps a new reading of the newest version of a story. A reading that differs in no line from the one in force does
     * not become another revision.
     */
    public Reread reread(StoryInfo info, Minutes minutes, int run) {
        MinutesRows rows = MinutesRows.of(minutes);
        return database.write(connection -> {
            List<Header> headers = headers(connection, "join story s on s.minutes = m.no where s.no = ?", info.no());
            boolean same = !headers.isEmpty()
                    && headers.get(0).version() == info.version()
                    && rows(connection, headers).values().stream().allMatch(old -> sameLines(old, rows));
            if (same) {
                Sql.update(
                        connection,
                        "update minutes set pack = ?, engine = ? where no = ?",
                        rows.pack(),
                        Version.current(),
                        headers.get(0).no());
                return Reread.SAME;
            }
            MinutesWriting writing = new MinutesWriting(connection, run, Runs.now());
            writing.add(info.no(), info.version(), rows);
            writing.write();
            return Reread.CHANGED;
        });
    }

    private static boolean sameLines(MinutesRows old, MinutesRows now) {
        return old.findings().equals(now.findings())
                && old.appearances().equals(now.appearances())
                && old.problems().equals(now.problems());
    }

    private static List<Header> headers(Connection connection, String clause, Object... values) throws SQLException {
        return Sql.list(connection, HEADER + clause, MinutesStore::header, values);
    }

    private static Header header(ResultSet row) throws SQLException {
        return new Header(
                row.getInt("no"),
                row.getInt("story"),
                row.getInt("version"),
                row.getInt("revision"),
                row.getString("read_at"),
                row.getString("pack"),
                row.getString("engine"),
                row.getString("problems"));
    }

    private static List<Header> inForce(Connection connection, Collection<Integer> stories) throws SQLException {
        List<Header> headers = new ArrayList<>(Sql.listIn(
                connection, HEADER + "join story s on s.minutes = m.no where s.no in", MinutesStore::header, stories));
        headers.sort(Comparator.comparingInt(Header::story));
        return headers;
    }

    private static List<StoredMinutes> load(Connection connection, List<Header> headers) throws SQLException {
        return stored(headers, rows(connection, headers), versions(connection, headers));
    }

    private static List<StoredMinutes> stored(
            List<Header> headers, Map<Integer, MinutesRows> rows, Map<Long, StoryVersion> versions) {
        List<StoredMinutes> out = new ArrayList<>();
        for (Header header : headers) {
            StoryVersion version = versions.get(key(header.story(), header.version()));
            MinutesRows found = rows.get(header.no());
            if (version == null || found == null) {
                throw new ArchiveException(
                        "minutes " + header.no() + " are of story " + header.story() + " version " + header.version()
                                + ", which is missing. Restore a backup; mahdar doctor names what is damaged.");
            }
            out.add(new StoredMinutes(
                    header.no(),
                    header.revision(),
                    version.info(),
                    header.engine(),
                    header.readAt(),
                    found.minutes(version.story())));
        }
        return out;
    }

    private static long key(int story, int version) {
        return ((long) story << 32) | version;
    }

    private static Map<Long, StoryVersion> versions(Connection connection, List<Header> headers) throws SQLException {
        Map<Long, StoryVersion> out = new HashMap<>();
        Sql.listIn(
                        connection,
                        "select s.key, v.*, c.text, c.text_size from version v join story s on s.no = v.story"
                                + " join content c on c.story = v.story and c.version = v.version where v.story in",
                        row -> {
                            StoryInfo info = StoryStore.info(row);
                            return new StoryVersion(info, info.story(StoryStore.text(row)));
                        },
                        headers.stream().map(Header::story).distinct().toList())
                .forEach(v -> out.put(key(v.info().no(), v.info().version()), v));
        return out;
    }

    private static Map<Integer, MinutesRows> rows(Connection connection, List<Header> headers) throws SQLException {
        Map<Integer, MinutesRows> out = empty(headers);
        List<Integer> numbers = headers.stream().map(Header::no).toList();
        putLines(out, Sql.listIn(connection, LINES + " where f.minutes in", MinutesStore::line, numbers));
        putActors(out, Sql.listIn(connection, ACTORS + " where p.minutes in", MinutesStore::actor, numbers));
        return out;
    }

    private static Map<Integer, MinutesRows> empty(List<Header> headers) {
        Map<Integer, MinutesRows> out = new HashMap<>();
        for (Header header : headers) {
            out.put(
                    header.no(),
                    new MinutesRows(header.pack(), header.problems(), new ArrayList<>(), new ArrayList<>()));
        }
        return out;
    }

    private static final String LINES = "select f.* from finding f";
    private static final String WANTED_LINES = " join wanted w on f.minutes = w.no and f.line = w.name";
    private static final String ACTORS =
            "select p.*, a.id, a.kind, a.name, a.name_en, a.office, a.office_en, a.state from appearance p"
                    + " join actor a on a.no = p.actor";
    private static final String WANTED_ACTORS = " join wanted w on p.minutes = w.no and p.ref = w.name";

    private record Line(int minutes, int ordinal, FindingRow row) {}

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("minutes"),
                row.getInt("ordinal"),
                new FindingRow(
                        row.getString("line"),
                        LineKind.of(row.getString("kind")),
                        new Span(row.getInt("start_at"), row.getInt("end_at")),
                        row.getString("evidence"),
                        row.getString("parts")));
    }

    private static void putLines(Map<Integer, MinutesRows> rows, List<Line> lines) {
        lines.stream()
                .sorted(Comparator.comparingInt(Line::ordinal))
                .forEach(line -> Objects.requireNonNull(rows.get(line.minutes()))
                        .findings()
                        .add(line.row()));
    }

    private record Who(int minutes, int ordinal, AppearanceRow row) {}

    private static Who actor(ResultSet row) throws SQLException {
        return new Who(
                row.getInt("minutes"),
                row.getInt("ordinal"),
                new AppearanceRow(
                        row.getString("ref"),
                        new ActorRow(
                                row.getLong("actor"),
                                row.getString("id"),
                                row.getString("kind"),
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getString("office"),
                                row.getString("office_en"),
                                row.getString("state")),
                        Sql.text(row, "of_ref"),
                        row.getInt("inferred") != 0,
                        row.getString("mentions")));
    }

    private static void putActors(Map<Integer, MinutesRows> rows, List<Who> actors) {
        actors.stream()
                .sorted(Comparator.comparingInt(Who::ordinal))
                .forEach(who -> Objects.requireNonNull(rows.get(who.minutes()))
                        .appearances()
                        .add(who.row()));
    }
}
