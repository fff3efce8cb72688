package org.mahdar.app.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.ArchiveException;
import org.mahdar.app.archive.CorrectionRow;
import org.mahdar.app.archive.StoredMinutes;
import org.mahdar.app.archive.StoryInfo;
import org.mahdar.app.wire.CorrectionJson;
import org.mahdar.app.wire.JsonFault;
import org.mahdar.correct.Corrected;
import org.mahdar.correct.Corrections;
import org.mahdar.model.Correction;
import org.mahdar.model.Span;

/** The minutes of an archive with their corrections applied. */
public final class Reads {
    private static final int CHUNK = 100;

    private final Archive archive;

    /** Of an archive. */
    public Reads(Archive archive) {
        this.archive = archive;
    }

    /** A story; empty where there is none of that number or nothing could read it. */
    public Optional<Read> of(int story) {
        return of(List.of(story)).stream().findFirst();
    }

    /** These stories, in order of number; those that nothing could read are left out. */
    public List<Read> of(Collection<Integer> stories) {
        List<Integer> left = stories.stream().distinct().sorted().toList();
        List<Read> out = new ArrayList<>();
        for (int from = 0; from < left.size(); from += CHUNK) {
            List<Integer> chunk = left.subList(from, Math.min(from + CHUNK, left.size()));
            out.addAll(corrected(archive.minutes().newest(chunk)));
        }
        return out;
    }

    /**
     * These stories with the lines wanted, by their ids: more than those is there only of stories that readers corrected,
     * since a correction may be about any line. In order of number; stories that nothing could read are left out.
     */
    List<Read> lines(Map<Integer, Set<String>> wanted) {
        Map<Integer, Set<String>> left = new HashMap<>(wanted);
        archive.corrections().of(wanted.keySet()).forEach(row -> left.remove(row.story()));
        Set<Integer> corrected = new HashSet<>(wanted.keySet());
        corrected.removeAll(left.keySet());
        List<Read> out = new ArrayList<>(of(corrected));
        Map<Integer, Integer> groups = archive.copies().groups(left.keySet());
        for (StoredMinutes stored : archive.minutes().lines(left)) {
            int no = stored.info().no();
            out.add(new Read(stored, Corrected.none(stored.minutes()), groups.getOrDefault(no, no)));
        }
        out.sort(Comparator.comparingInt(read -> read.info().no()));
        return out;
    }

    /** Stories whose minutes have a number above {@code after}, in its order, at most {@code limit}. */
    public List<Read> after(int after, int limit) {
        return corrected(archive.minutes().after(after, limit));
    }

    private List<Read> corrected(List<StoredMinutes> minutes) {
        List<Integer> stories =
                minutes.stream().map(stored -> stored.info().no()).toList();
        if (stories.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<CorrectionRow>> rows = new HashMap<>();
        archive.corrections()
                .of(stories)
                .forEach(row -> rows.computeIfAbsent(row.story(), no -> new ArrayList<>())
                        .add(row));
        Map<Integer, Integer> groups = archive.copies().groups(stories);
        return minutes.stream()
                .map(stored -> new Read(
                        stored,
                        corrected(stored, rows.getOrDefault(stored.info().no(), List.of())),
                        groups.getOrDefault(stored.info().no(), stored.info().no())))
                .toList();
    }

    private Corrected corrected(StoredMinutes stored, List<CorrectionRow> rows) {
        if (rows.isEmpty()) {
            return Corrected.none(stored.minutes());
        }
        Map<Integer, String> texts = new HashMap<>();
        for (StoryInfo version : archive.stories().versions(stored.info().no())) {
            texts.put(version.version(), version.textSha256());
        }
        List<Correction> fit = new ArrayList<>();
        List<Corrected.Outcome> orphans = new ArrayList<>();
        for (CorrectionRow row : rows) {
            Correction correction = correction(row);
            if (stored.info().textSha256().equals(texts.getOrDefault(row.version(), ""))) {
                fit.add(correction);
            } else {
                orphans.add(Corrections.orphan(correction));
            }
        }
        Corrected corrected = Corrections.apply(stored.minutes(), fit);
        orphans.addAll(corrected.outcomes());
        return new Corrected(corrected.minutes(), corrected.states(), corrected.rejected(), orphans);
    }

    /** A correction as the archive keeps it. */
    static Correction correction(CorrectionRow row) {
        try {
            return new Correction(
                    row.uid(),
                    row.kind(),
                    new Span(row.start(), row.end()),
                    Correction.Verdict.valueOf(row.verdict().toUpperCase(java.util.Locale.ROOT)),
                    CorrectionJson.fields(row.body(), "before"),
                    CorrectionJson.fields(row.body(), "set"),
                    row.by(),
                    row.at(),
                    row.why());
        } catch (JsonFault | IllegalArgumentException e) {
            throw new ArchiveException(
                    "correction " + row.uid() + " is damaged: " + e.getMessage() + ". Restore a backup.", e);
        }
    }

    /** A correction as a row of the archive. */
    static CorrectionRow row(StoryInfo story, Correction correction) {
        return new CorrectionRow(
                0,
                correction.uid(),
                story.no(),
                story.version(),
                correction.target(),
                correction.span().start(),
                correction.span().end(),
                correction.verdict().word(),
                CorrectionJson.body(correction),
                correction.by(),
                correction.at(),
                correction.why());
    }
}
