package org.mahdar.app.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which stories carry one text, word for word or nearly, as papers do with the text of an agency. */
public final class Copies {
    private final Database database;

    Copies(Database database) {
        this.database = database;
    }

    /**
     * A story among those that carry one text.
     *
     * @param story what is known of it
     * @param likeness which share of the runs of three words it has in common with the first, estimated, from 0 to 1
     */
    public record Carrier(StoryInfo story, double likeness) {}

    /**
     * The stories that carry the text of a story, itself among them, the first to carry it at the head: by moment or day
     * of publication, those without behind, then as they came. Empty where no other story carries it.
     */
    public List<Carrier> of(int story) {
        return database.read(connection -> {
            List<StoryInfo> all = StoryStore.infos(
                    connection,
                    "where s.no in (select b.story from copy a join copy b on b.grp = a.grp where a.story = ?)",
                    story);
            Map<Integer, Sketch> sketches =
                    sketches(connection, all.stream().map(StoryInfo::no).toList());
            List<StoryInfo> inOrder = all.stream().sorted(FIRST).toList();
            List<Carrier> out = new ArrayList<>();
            for (StoryInfo info : inOrder) {
                Sketch first = sketches.get(inOrder.get(0).no());
                Sketch own = sketches.get(info.no());
                out.add(new Carrier(info, first == null || own == null ? 0 : first.likeness(own)));
            }
            return out;
        });
    }

    private static final Comparator<StoryInfo> FIRST = Comparator.<StoryInfo, String>comparing(
                    info -> info.publishedAt()
                            .or(() -> info.published().map(Object::toString))
                            .orElse("9"))
            .thenComparing(StoryInfo::no);

    /** For each of these stories that is carried elsewhere too, the number of its group. */
    public Map<Integer, Integer> groups(Collection<Integer> stories) {
        return database.read(connection -> {
            Map<Integer, Integer> out = new TreeMap<>();
            Sql.listIn(
                            connection,
                            "select story, grp from copy where story in",
                            row -> Map.entry(row.getInt(1), row.getInt(2)),
                            stories)
                    .forEach(entry -> out.put(entry.getKey(), entry.getValue()));
            return out;
        });
    }

    /** How many groups there are, and how many stories in them. */
    public int[] count() {
        return database.read(connection -> Sql.first(
                        connection, "select count(distinct grp), count(*) from copy", row ->
                                new int[] {row.getInt(1), row.getInt(2)})
                .orElse(new int[2]));
    }

    private static Map<Integer, Sketch> sketches(Connection connection, Collection<Integer> stories)
            throws SQLException {
        Map<Integer, Sketch> out = new HashMap<>();
        Sql.listIn(
                        connection,
                        "select s.no, v.sketch from story s join version v on v.story = s.no and v.version = s.version"
                                + " where s.no in",
                        row -> Map.entry(row.getInt(1), Sketch.of(row.getBytes(2))),
                        stories)
                .forEach(entry -> out.put(entry.getKey(), entry.getValue()));
        return out;
    }

    /** Puts the stories of a batch into groups. */
    static final class Grouping {
        private final Connection connection;
        private final Map<Integer, Integer> bands = new HashMap<>();
        private final Map<Integer, Integer> newBands = new LinkedHashMap<>();
        private final Map<Integer, Sketch> sketches = new HashMap<>();
        private final Map<Integer, Integer> groups = new HashMap<>();
        private final Map<Integer, Integer> joined = new LinkedHashMap<>();

        Grouping(Connection connection) {
            this.connection = connection;
        }

        /** Stories with their numbers, already written. */
        void write(List<Prepared> stories, List<Kept> numbers) throws SQLException {
            know(stories, numbers);
            for (int i = 0; i < stories.size(); i++) {
                group(numbers.get(i).no(), stories.get(i).sketch());
            }
            List<Object[]> rows = new ArrayList<>();
            newBands.forEach((hash, story) -> rows.add(new Object[] {hash, story}));
            Sql.batch(connection, "insert into band (hash, story) values (?, ?)", rows);
            rows.clear();
            joined.forEach((story, group) -> rows.add(new Object[] {story, group}));
            Sql.batch(
                    connection,
                    "insert into copy (story, grp) values (?, ?)" + " on conflict (story) do nothing",
                    rows);
        }

        private void know(List<Prepared> stories, List<Kept> numbers) throws SQLException {
            Set<Integer> hashes = new HashSet<>();
            for (Prepared story : stories) {
                for (int band : story.sketch().bands()) {
                    hashes.add(band);
                }
            }
            Sql.listIn(
                            connection,
                            "select hash, story from band where hash in",
                            row -> Map.entry(row.getInt(1), row.getInt(2)),
                            hashes)
                    .forEach(entry -> bands.put(entry.getKey(), entry.getValue()));
            Set<Integer> others = new HashSet<>(bands.values());
            Sql.listIn(
                            connection,
                            "select story, grp from copy where story in",
                            row -> Map.entry(row.getInt(1), row.getInt(2)),
                            Stream.concat(others.stream(), numbers.stream().map(Kept::no))
                                    .toList())
                    .forEach(entry -> groups.put(entry.getKey(), entry.getValue()));
            others.addAll(groups.values());
            sketches.putAll(sketches(connection, others));
        }

        /**
         * Puts a story beside the one that it is most like among the first of their groups. It has to be a copy of some
         * story of the group, and something like the first: or stories of one mould, such as reports of the weather, would
         * hang together in a long chain.
         */
        private void group(int story, Sketch sketch) {
            Set<Integer> others = new TreeSet<>();
            for (int band : sketch.bands()) {
                Optional<Integer> first = Optional.ofNullable(bands.putIfAbsent(band, story));
                if (first.isPresent()) {
                    others.add(first.get());
                } else {
                    newBands.put(band, story);
                }
            }
            others.remove(story);
            sketches.put(story, sketch);
            if (groups.containsKey(story)) {
                // Once a copy always a copy, whatever becomes of the text.
                return;
            }
            int best = 0;
            double most = 0;
            for (int other : others) {
                int first = groups.getOrDefault(other, other);
                double likeness = likeness(first, sketch);
                if (likeness(other, sketch) >= Sketch.COPY && likeness >= Sketch.OF_ONE_GROUP && likeness > most) {
                    best = first;
                    most = likeness;
                }
            }
            if (best > 0) {
                put(best, best);
                put(story, best);
            }
        }

        private double likeness(int story, Sketch sketch) {
            return Optional.ofNullable(sketches.get(story))
                    .map(there -> there.likeness(sketch))
                    .orElse(0.0);
        }

        private void put(int story, int group) {
            groups.put(story, group);
            joined.put(story, group);
        }
    }
}
