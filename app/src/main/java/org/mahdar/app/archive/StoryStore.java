package org.mahdar.app.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mahdar.app.wire.Sha256;

/** The stories of the archive in all their versions. */
public final class StoryStore {
    private static final String NEWEST =
            "select s.key, v.* from story s" + " join version v on v.story = s.no and v.version = s.version ";
    private static final String ANY = "select s.key, v.* from story s join version v on v.story = s.no ";

    private final Database database;

    StoryStore(Database database) {
        this.database = database;
    }

    /** Keeps a batch, all or nothing, in its order, and says what became of each. */
    public List<Kept> keep(List<Prepared> batch, int run) {
        return database.write(connection -> new Keeper(connection, run).keep(batch));
    }

    /** What {@link #keep} would make of these stories: those that are {@link Kept.Outcome#KNOWN} need not be read. */
    public List<Kept.Outcome> outlook(List<Incoming> stories) {
        return database.read(connection -> Keeper.outlook(connection, stories));
    }

    /** How many stories there are. */
    public int count() {
        return database.read(connection -> Sql.first(connection, "select count(*) from story", row -> row.getInt(1))
                .orElse(0));
    }

    /** The newest versions of the stories with a number above {@code after}, in order of number, at most {@code limit}. */
    public List<StoryInfo> list(int after, int limit) {
        return database.read(connection ->
                Sql.list(connection, NEWEST + "where s.no > ? order by s.no limit ?", StoryStore::info, after, limit));
    }

    /** All versions of a story, the oldest first; empty where there is no such story. */
    public List<StoryInfo> versions(int no) {
        return database.read(
                connection -> Sql.list(connection, ANY + "where s.no = ? order by v.version", StoryStore::info, no));
    }

    /** The number of the story with a key. */
    public Optional<Integer> number(String key) {
        return database.read(connection -> Sql.first(
                connection,
                "select no from story where key_hash = ? and key = ?",
                row -> row.getInt(1),
                hash(key),
                key));
    }

    /** By which a key is looked for. */
    static long hash(String key) {
        return ByteBuffer.wrap(Sha256.of(key.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    /** The newest version of a story. */
    public Optional<StoryVersion> newest(int no) {
        return database.read(connection -> {
            Optional<StoryInfo> info = Sql.first(connection, NEWEST + "where s.no = ?", StoryStore::info, no);
            return info.isPresent() ? Optional.of(version(connection, info.get())) : Optional.empty();
        });
    }

    /** A version of a story. */
    public Optional<StoryVersion> version(int no, int version) {
        return database.read(connection -> {
            Optional<StoryInfo> info =
                    Sql.first(connection, ANY + "where s.no = ? and v.version = ?", StoryStore::info, no, version);
            return info.isPresent() ? Optional.of(version(connection, info.get())) : Optional.empty();
        });
    }

    /** The bytes that a version was made from. */
    public Optional<Origin> origin(int no, int version) {
        return database.read(connection -> Sql.first(
                connection,
                "select v.media_type, c.* from content c join version v on v.story = c.story and v.version = c.version"
                        + " where c.story = ? and c.version = ?",
                row -> new Origin(
                        row.getString("media_type"),
                        Packing.unpackBytes(row.getBytes("bytes"), row.getInt("bytes_size"), text(row))),
                no,
                version));
    }

    /** The newest versions of stories, chosen by a clause over {@code s} and {@code v}. */
    static List<StoryInfo> infos(Connection connection, String clause, Object... values) throws SQLException {
        return Sql.list(connection, NEWEST + clause, StoryStore::info, values);
    }

    static StoryVersion version(Connection connection, StoryInfo info) throws SQLException {
        String text = Sql.first(
                        connection,
                        "select text, text_size from content where story = ? and version = ?",
                        StoryStore::text,
                        info.no(),
                        info.version())
                .orElseThrow(() -> new ArchiveException("the text of story " + info.no() + " version " + info.version()
                        + " is missing. Restore a backup; mahdar doctor names what is damaged."));
        return new StoryVersion(info, info.story(text));
    }

    static String text(ResultSet row) throws SQLException {
        return Packing.unpackText(row.getBytes("text"), row.getInt("text_size"));
    }

    /** The columns of {@code version} and the key of its story. */
    static StoryInfo info(ResultSet row) throws SQLException {
        return new StoryInfo(
                row.getInt("story"),
                row.getInt("version"),
                row.getString("key"),
                row.getString("id"),
                row.getString("title"),
                Sql.text(row, "published").map(LocalDate::parse),
                Sql.text(row, "published_at"),
                row.getString("language"),
                Sql.text(row, "outlet"),
                Sql.text(row, "agency"),
                Sql.text(row, "byline"),
                Sql.text(row, "place"),
                Sql.text(row, "url"),
                row.getString("found_in"),
                row.getString("media_type"),
                Sha256.hex(row.getBytes("text_sha256")),
                Sha256.hex(row.getBytes("bytes_sha256")),
                row.getString("added_at"),
                row.getInt("run"));
    }
}
