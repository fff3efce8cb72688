package org.mahdar.app.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mahdar.app.wire.Sha256;

/**
 * One number for everything an archive holds: the same for archives that hold the same, whatever the store, the order in
 * which stories came and the times at which that was.
 */
final class Fingerprint {
    private static final int CHUNK = 100;

    private final Connection connection;
    private final MessageDigest sha = Sha256.begin();

    private Fingerprint(Connection connection) {
        this.connection = connection;
    }

    static String of(Connection connection) throws SQLException {
        Fingerprint fingerprint = new Fingerprint(connection);
        fingerprint.stories();
        fingerprint.copies();
        fingerprint.rows("select c.uid, s.key, c.version, c.kind, c.start_at, c.end_at, c.verdict, c.body, c.made_by,"
                + " c.made_at, c.why from correction c join story s on s.no = c.story order by c.uid");
        fingerprint.rows("select name, revision, title, definition, closed, made_by, made_at from dossier"
                + " order by name, revision");
        fingerprint.rows("select name, query, level, stories, sorting, closed, made_by, made_at from saved_search"
                + " order by no");
        fingerprint.rows("select url, kind, outlet, language, active from source order by url");
        return Sha256.hex(fingerprint.sha.digest());
    }

    /** A story's number under its key. */
    private record Numbered(String key, int no) {}

    private void stories() throws SQLException {
        List<Numbered> stories =
                Sql.list(connection, "select key, no from story", row -> new Numbered(row.getString(1), row.getInt(2)));
        // Stores sort texts differently; Java sorts them the same everywhere.
        stories.sort(Comparator.comparing(Numbered::key));
        for (int from = 0; from < stories.size(); from += CHUNK) {
            List<Numbered> chunk = stories.subList(from, Math.min(from + CHUNK, stories.size()));
            List<Integer> numbers = chunk.stream().map(Numbered::no).toList();
            Map<Integer, List<byte[]>> rows = new TreeMap<>();
            collect(
                    rows,
                    "select story, version, id, title, published, published_at, language, outlet, agency, byline, place,"
                            + " url, found_in, media_type, text_sha256, bytes_sha256, sketch from version where story in",
                    numbers);
            collect(
                    rows,
                    "select story, version, text_size, text, bytes_size, bytes from content where story in",
                    numbers);
            collect(
                    rows,
                    "select m.story, m.version, m.revision, m.pack, m.problems, f.ordinal, f.line, f.kind, f.start_at,"
                            + " f.end_at, f.evidence, f.parts from minutes m left join finding f on f.minutes = m.no"
                            + " where m.story in",
                    numbers);
            collect(
                    rows,
                    "select m.story, m.revision, p.ordinal, p.ref, p.of_ref, p.inferred, p.mentions, a.id, a.kind, a.name,"
                            + " a.name_en, a.office, a.office_en, a.state from minutes m join appearance p on p.minutes = m.no"
                            + " join actor a on a.no = p.actor where m.story in",
                    numbers);
            for (Numbered story : chunk) {
                take(story.key());
                List<byte[]> own = rows.getOrDefault(story.no(), List.of());
                own.stream().sorted(Arrays::compare).forEach(sha::update);
            }
        }
    }

    /** Adds the digests of rows to those of the story in their first column. */
    private void collect(Map<Integer, List<byte[]>> rows, String sql, List<Integer> stories) throws SQLException {
        Sql.listIn(connection, sql, row -> Map.entry(row.getInt(1), digest(row, 2)), stories)
                .forEach(entry -> rows.computeIfAbsent(entry.getKey(), no -> new ArrayList<>())
                        .add(entry.getValue()));
    }

    /** Groups as the keys of their members. */
    private void copies() throws SQLException {
        Map<Integer, List<String>> groups = new TreeMap<>();
        Sql.list(
                        connection,
                        "select c.grp, s.key from copy c join story s on s.no = c.story",
                        row -> Map.entry(row.getInt(1), row.getString(2)))
                .forEach(entry -> groups.computeIfAbsent(entry.getKey(), group -> new ArrayList<>())
                        .add(entry.getValue()));
        groups.values().stream()
                .map(keys -> String.join("\n", keys.stream().sorted().toList()))
                .sorted()
                .forEach(this::take);
    }

    private void rows(String sql) throws SQLException {
        Sql.list(connection, sql, row -> digest(row, 1)).forEach(sha::update);
    }

    private static byte[] digest(ResultSet row, int from) throws SQLException {
        MessageDigest digest = Sha256.begin();
        for (int i = from; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value instanceof byte[] bytes) {
                digest.update((byte) 3);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
                digest.update(bytes);
            } else if (value instanceof Number number) {
                digest.update((byte) 2);
                digest.update(ByteBuffer.allocate(8).putLong(number.longValue()).flip());
            } else if (value instanceof String text) {
                digest.update((byte) 1);
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(utf8.length).flip());
                digest.update(utf8);
            } else {
                digest.update((byte) 0);
            }
        }
        return digest.digest();
    }

    private void take(String text) {
        sha.update(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
