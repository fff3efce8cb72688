package org.mahdar.app.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mahdar.app.wire.Sha256;
import org.mahdar.model.Finding;
import org.mahdar.model.Span;

/** Looks whether a store is sound: its file, its rows, and that every text and every byte is what it was. */
final class Checkup {
    private static final int CHUNK = 100;

    private final Connection connection;
    private final Database.Dialect dialect;
    private final List<String> troubles = new ArrayList<>();

    private Checkup(Connection connection, Database.Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** What is wrong, one sentence each; empty where nothing is. */
    static List<String> of(Database database) {
        return database.snapshot(connection -> {
            Checkup checkup = new Checkup(connection, database.dialect());
            checkup.file();
            checkup.rows();
            checkup.contents();
            checkup.minutes(database);
            return checkup.troubles;
        });
    }

    private void file() throws SQLException {
        if (dialect == Database.Dialect.SQLITE) {
            Sql.list(connection, "pragma quick_check(10)", row -> row.getString(1)).stream()
                    .filter(line -> !line.equals("ok"))
                    .forEach(line -> troubles.add("the file is damaged: " + line));
        }
    }

    private void rows() throws SQLException {
        count(
                "versions without content",
                "select count(*) from version v left join content c"
                        + " on c.story = v.story and c.version = v.version where c.story is null");
        count(
                "stories without their newest version",
                "select count(*) from story s left join version v"
                        + " on v.story = s.no and v.version = s.version where v.story is null");
        count(
                "stories whose minutes are missing",
                "select count(*) from story s left join minutes m on m.no = s.minutes"
                        + " where s.minutes is not null and m.no is null");
        count(
                "lines of no minutes",
                "select count(*) from finding f left join minutes m on m.no = f.minutes" + " where m.no is null");
        count(
                "actors that are not described",
                "select count(*) from appearance p left join actor a on a.no = p.actor" + " where a.no is null");
        count(
                "keys that two stories have",
                "select count(*) from (select key from story group by key" + " having count(*) > 1) twice");
    }

    private void count(String what, String sql) throws SQLException {
        int count = Sql.first(connection, sql, row -> row.getInt(1)).orElse(0);
        if (count > 0) {
            troubles.add("there are " + count + " " + what);
        }
    }

    /** A version's packed text and bytes. */
    private record Content(int story, int version, Optional<String> trouble) {}

    private void contents() throws SQLException {
        List<Integer> stories = Sql.list(connection, "select no from story order by no", row -> row.getInt(1));
        for (int from = 0; from < stories.size(); from += CHUNK) {
            List<Integer> chunk = stories.subList(from, Math.min(from + CHUNK, stories.size()));
            Sql.listIn(
                            connection,
                            "select v.text_sha256, v.bytes_sha256, c.* from content c join version v"
                                    + " on v.story = c.story and v.version = c.version where c.story in",
                            row -> new Content(
                                    row.getInt("story"),
                                    row.getInt("version"),
                                    trouble(
                                            row.getBytes("text"),
                                            row.getInt("text_size"),
                                            row.getBytes("bytes"),
                                            row.getInt("bytes_size"),
                                            row.getBytes("text_sha256"),
                                            row.getBytes("bytes_sha256"))),
                            chunk)
                    .forEach(content -> content.trouble()
                            .ifPresent(trouble -> troubles.add(
                                    "story " + content.story() + " version " + content.version() + ": " + trouble)));
        }
    }

    private static Optional<String> trouble(
            byte[] text, int textSize, byte[] bytes, int bytesSize, byte[] textSha, byte[] bytesSha) {
        try {
            String unpacked = Packing.unpackText(text, textSize);
            if (!Sha256.hex(unpacked).equals(HexFormat.of().formatHex(textSha))) {
                return Optional.of("the text is not what was kept");
            }
            byte[] origin = Packing.unpackBytes(bytes, bytesSize, unpacked);
            return Sha256.hex(Sha256.of(origin)).equals(HexFormat.of().formatHex(bytesSha))
                    ? Optional.empty()
                    : Optional.of("the bytes are not what was kept");
        } catch (ArchiveException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Every line can be read and lies within its text. */
    private void minutes(Database database) {
        MinutesStore minutes = new MinutesStore(database);
        int after = 0;
        while (true) {
            List<StoredMinutes> chunk;
            try {
                chunk = minutes.after(after, CHUNK);
            } catch (ArchiveException e) {
                troubles.add(String.valueOf(e.getMessage()));
                return;
            }
            if (chunk.isEmpty()) {
                return;
            }
            for (StoredMinutes stored : chunk) {
                int length = stored.minutes().story().text().length();
                for (Finding line : stored.minutes().findings()) {
                    for (Span span : line.spans()) {
                        if (span.end() > length) {
                            troubles.add("a line of story " + stored.info().no() + " ends behind its text");
                        }
                    }
                }
                after = stored.no();
            }
        }
    }
}
