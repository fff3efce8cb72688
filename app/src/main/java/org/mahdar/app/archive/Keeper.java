package org.mahdar.app.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.wire.Sha256;
import org.mahdar.model.Story;

/**
 * Keeps one batch of stories, inside one transaction: asks once for all that it needs to know, decides, and writes table
 * by table.
 */
final class Keeper {
    /**
     * The newest version of a story that is there already, or was met earlier in the batch.
     *
     * @param known which of {@link #COLUMNS} it has, a bit each
     */
    private record Newest(int no, int version, String textSha256, int known) {
        /** What earlier versions of the same text knew counts as known. */
        Newest followedBy(Newest later) {
            return textSha256.equals(later.textSha256)
                    ? new Newest(later.no, later.version, textSha256, known | later.known)
                    : later;
        }
    }

    private static final List<String> COLUMNS = List.of("published", "outlet", "url");

    private final Connection connection;
    private final int run;
    private final String now = Runs.now();
    private final Map<String, Newest> newest = new HashMap<>();
    private final List<Object[]> stories = new ArrayList<>();
    private final Map<Integer, Integer> moved = new LinkedHashMap<>();
    private final List<Object[]> versions = new ArrayList<>();
    private final List<Object[]> contents = new ArrayList<>();
    private final MinutesWriting minutes;
    private final Copies.Grouping copies;
    private int lastStory;

    Keeper(Connection connection, int run) throws SQLException {
        this.connection = connection;
        this.run = run;
        this.minutes = new MinutesWriting(connection, run, now);
        this.copies = new Copies.Grouping(connection);
        this.lastStory = Sql.max(connection, "story", "no");
    }

    List<Kept> keep(List<Prepared> batch) throws SQLException {
        know(batch);
        List<Kept> out = new ArrayList<>();
        List<Prepared> fresh = new ArrayList<>();
        for (Prepared story : batch) {
            Kept kept = decide(story);
            out.add(kept);
            if (kept.outcome() != Kept.Outcome.KNOWN) {
                fresh.add(story);
            }
        }
        Sql.batch(connection, "insert into story (no, key_hash, key, version) values (?, ?, ?, ?)", stories);
        List<Object[]> moves = new ArrayList<>();
        moved.forEach((no, version) -> moves.add(new Object[] {version, no}));
        Sql.batch(connection, "update story set version = ?, minutes = null where no = ?", moves);
        Sql.batch(
                connection,
                "insert into version (story, version, run, added_at, id, title, published, published_at, language, outlet,"
                        + " agency, byline, place, url, found_in, media_type, text_sha256, bytes_sha256, sketch)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                versions);
        Sql.batch(
                connection,
                "insert into content (story, version, text_size, text, bytes_size, bytes) values (?, ?, ?, ?, ?, ?)",
                contents);
        minutes.write();
        copies.write(
                fresh,
                out.stream().filter(k -> k.outcome() != Kept.Outcome.KNOWN).toList());
        return out;
    }

    private void know(List<Prepared> batch) throws SQLException {
        Set<String> keys = new HashSet<>();
        batch.forEach(story -> keys.add(story.incoming().key()));
        newest.putAll(newest(connection, keys));
    }

    /** The newest versions of the stories with these keys, as far as they are there. */
    private static Map<String, Newest> newest(Connection connection, Set<String> keys) throws SQLException {
        List<Map.Entry<String, Newest>> found = Sql.listIn(
                connection,
                "select s.key, s.no, v.version, v.text_sha256, v.published, v.outlet, v.url"
                        + " from version v join story s on v.story = s.no where s.key_hash in",
                row -> Map.entry(
                        row.getString("key"),
                        new Newest(
                                row.getInt("no"),
                                row.getInt("version"),
                                Sha256.hex(row.getBytes("text_sha256")),
                                known(row))),
                keys.stream().map(StoryStore::hash).toList());
        Map<String, Newest> out = new HashMap<>();
        found.sort(Comparator.comparing(entry -> entry.getValue().version()));
        found.forEach(entry -> out.merge(entry.getKey(), entry.getValue(), Newest::followedBy));
        return out;
    }

    private static int known(ResultSet row) throws SQLException {
        int out = 0;
        for (String column : COLUMNS) {
            out = out << 1 | (row.getString(column) == null ? 0 : 1);
        }
        return out;
    }

    private static int known(Incoming incoming) {
        Story story = incoming.story();
        int out = 0;
        for (Optional<?> value : List.of(story.published(), story.outlet(), story.url())) {
            out = out << 1 | (value.isPresent() ? 1 : 0);
        }
        return out;
    }

    /** What would become of these stories, were they kept one by one. */
    static List<Kept.Outcome> outlook(Connection connection, List<Incoming> stories) throws SQLException {
        Set<String> keys = new HashSet<>();
        stories.forEach(incoming -> keys.add(incoming.key()));
        Map<String, Newest> newest = newest(connection, keys);
        List<Kept.Outcome> out = new ArrayList<>();
        for (Incoming incoming : stories) {
            Optional<Newest> there = Optional.ofNullable(newest.get(incoming.key()));
            if (there.isEmpty()) {
                out.add(Kept.Outcome.ADDED);
            } else {
                String sha = Sha256.hex(incoming.story().text());
                out.add(saysNothingNew(incoming, sha, there.get()) ? Kept.Outcome.KNOWN : Kept.Outcome.CHANGED);
            }
        }
        return out;
    }

    /**
     * Whether a story adds nothing to its newest version: the text is the same, and nothing is known of it now that was
     * not known then of day, outlet or address. What is merely known otherwise stays as it was received first, or two
     * sources that differ about a story would make a new version at every look.
     */
    private static boolean saysNothingNew(Incoming incoming, String textSha256, Newest there) {
        return textSha256.equals(there.textSha256()) && (known(incoming) & ~there.known()) == 0;
    }

    private Kept decide(Prepared story) {
        Incoming incoming = story.incoming();
        Optional<Newest> there = Optional.ofNullable(newest.get(incoming.key()));
        String sha = Sha256.hex(story.textSha256());
        if (there.isPresent() && saysNothingNew(incoming, sha, there.get())) {
            return new Kept(Kept.Outcome.KNOWN, there.get().no(), there.get().version());
        }
        int no = there.map(Newest::no).orElse(0);
        int version = there.map(Newest::version).orElse(0) + 1;
        if (there.isEmpty()) {
            no = ++lastStory;
            stories.add(new Object[] {no, StoryStore.hash(incoming.key()), incoming.key(), version});
        } else {
            moved.put(no, version);
        }
        newest.merge(incoming.key(), new Newest(no, version, sha, known(incoming)), Newest::followedBy);
        add(story, no, version);
        return new Kept(there.isEmpty() ? Kept.Outcome.ADDED : Kept.Outcome.CHANGED, no, version);
    }

    private void add(Prepared prepared, int no, int version) {
        Incoming incoming = prepared.incoming();
        Story story = incoming.story();
        versions.add(new Object[] {
            no,
            version,
            run,
            now,
            story.id(),
            story.title(),
            story.published().map(Object::toString),
            incoming.publishedAt(),
            story.language(),
            story.outlet(),
            story.agency(),
            incoming.byline(),
            story.place(),
            story.url(),
            incoming.foundIn(),
            incoming.origin().mediaType(),
            prepared.textSha256(),
            prepared.bytesSha256(),
            prepared.sketch().bytes()
        });
        contents.add(new Object[] {
            no, version, prepared.textSize(), prepared.text(), incoming.origin().bytes().length, prepared.bytes()
        });
        prepared.minutes().ifPresent(rows -> minutes.add(no, version, rows));
    }
}
