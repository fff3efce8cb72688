package org.mahdar.app.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.CorrectionRow;
import org.mahdar.app.archive.MinutesStore.InForce;
import org.mahdar.app.dossier.Known;
import org.mahdar.app.dossier.Sides;
import org.mahdar.app.dossier.Words;
import org.mahdar.app.search.Cursor;
import org.mahdar.app.search.Docs;
import org.mahdar.app.search.Index;
import org.mahdar.model.Minutes;

/** Brings the index of an archive to its state: whatever was read or corrected since is put in. */
public final class Indexer {
    private static final int CHUNK = 100;

    private final Archive archive;
    private final Index index;
    private final Words words;
    private final Known known;

    /** What was put in: so many stories; {@code busy} where another process is doing it. */
    public record Done(int stories, boolean busy) {}

    /** Is told how many stories have been put in. */
    public interface Listener {
        /** So many. */
        void at(int stories);
    }

    /** For an archive and its index. */
    public Indexer(Archive archive, Index index, Words words, Known known) {
        this.archive = archive;
        this.index = index;
        this.words = words;
        this.known = known;
    }

    /** Whether the index holds all that the archive does. */
    public boolean isUpToDate() {
        return index.cursor().equals(goal());
    }

    private Cursor goal() {
        return new Cursor(
                archive.identity(),
                archive.minutes().last(),
                archive.corrections().last());
    }

    /** Puts in what is new; everything, where the index is of another archive or of an earlier state of this one. */
    public Done follow(Listener listener) {
        Cursor goal = goal();
        Cursor from = index.cursor();
        if (from.equals(goal)) {
            return new Done(0, false);
        }
        return work(from, goal, listener);
    }

    /** Makes the index anew. */
    public Done rebuild(Listener listener) {
        return work(Cursor.NOTHING, goal(), listener);
    }

    /** What happens while the index waits for what it brings. */
    public interface Adding {
        /** Adds; whatever is handed to {@code live} is in the index without having to be fetched from the archive. */
        void with(Live live);
    }

    /** Takes stories that were not in the archive before, as they were read first; from several threads at once. */
    public interface Live {
        /** The story of that number. */
        void added(int story, Minutes minutes);
    }

    /**
     * Puts stories in while they are added. The index is at the state of the archive at the end, whoever else wrote to
     * either; where a process is killed on the way, it is as it was, and the next {@link #follow} brings what is missing.
     */
    public Done during(Listener listener, Adding adding) {
        follow(listener);
        int[] count = {0};
        boolean done = index.change(change -> {
            Cursor from = index.cursor();
            Set<Integer> there = ConcurrentHashMap.newKeySet();
            adding.with((story, minutes) -> {
                change.add(Docs.of(new Sides(words, known), story, minutes, Map.of()));
                there.add(story);
            });
            Cursor goal = goal();
            if (!from.archive().equals(goal.archive())) {
                // A new archive, or one that was put in another's place: nothing else can be in it.
                from = new Cursor(goal.archive(), 0, 0);
            }
            Set<Integer> rest = correctedSince(from.correction());
            for (InForce minutes : archive.minutes().inForce(from.minutes())) {
                if (minutes.no() <= goal.minutes() && (minutes.revision() > 1 || !there.contains(minutes.story()))) {
                    rest.add(minutes.story());
                }
            }
            Reads reads = new Reads(archive);
            reads.of(rest).parallelStream().forEach(read -> put(change, read));
            change.keep(goal);
            count[0] = there.size() + rest.size();
        });
        if (!done) {
            adding.with((story, minutes) -> {});
        }
        return new Done(count[0], !done);
    }

    private Done work(Cursor from, Cursor goal, Listener listener) {
        boolean anew = !from.archive().equals(goal.archive())
                || from.minutes() > goal.minutes()
                || from.correction() > goal.correction();
        Cursor start = anew ? Cursor.NOTHING : from;
        int[] count = {0};
        boolean done = index.change(change -> {
            if (anew) {
                change.clear();
            }
            Reads reads = new Reads(archive);
            Set<Integer> seen = new HashSet<>();
            int after = start.minutes();
            while (after < goal.minutes()) {
                List<Read> chunk = reads.after(after, CHUNK);
                if (chunk.isEmpty()) {
                    break;
                }
                for (Read read : chunk) {
                    seen.add(read.info().no());
                    after = read.machine().no();
                }
                chunk.parallelStream().forEach(read -> put(change, read));
                count[0] += chunk.size();
                listener.at(count[0]);
            }
            Set<Integer> corrected = correctedSince(start.correction());
            corrected.removeAll(seen);
            for (Read read : reads.of(corrected)) {
                put(change, read);
                listener.at(++count[0]);
            }
            change.keep(goal);
        });
        return new Done(count[0], !done);
    }

    private void put(Index.Change change, Read read) {
        Sides sides = new Sides(words, known);
        Map<String, String> states = new HashMap<>();
        read.corrected().states().forEach((id, state) -> states.put(id, state.word()));
        change.replace(read.info().no(), Docs.of(sides, read.info().no(), read.minutes(), states));
    }

    private Set<Integer> correctedSince(int after) {
        Set<Integer> out = new HashSet<>();
        int last = after;
        while (true) {
            List<CorrectionRow> rows = archive.corrections().after(last, 1000);
            if (rows.isEmpty()) {
                return out;
            }
            for (CorrectionRow row : rows) {
                out.add(row.story());
                last = row.no();
            }
        }
    }
}
