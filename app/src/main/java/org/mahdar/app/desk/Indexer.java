package org.mahdar.app.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.CorrectionRow;
import org.mahdar.app.dossier.Known;
import org.mahdar.app.dossier.Sides;
import org.mahdar.app.dossier.Words;
import org.mahdar.app.search.Cursor;
import org.mahdar.app.search.Docs;
import org.mahdar.app.search.Index;

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
        java.util.Map<String, String> states = new java.util.HashMap<>();
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
