package org.mahdar.app.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.ArchiveException;
import org.mahdar.app.archive.CorrectionRow;
import org.mahdar.app.archive.StoredMinutes;
import org.mahdar.app.archive.StoryInfo;
import org.mahdar.app.wire.CorrectionJson.Portable;
import org.mahdar.correct.Corrected;
import org.mahdar.correct.Corrected.Fate;
import org.mahdar.correct.Corrected.Outcome;
import org.mahdar.correct.Corrections;
import org.mahdar.correct.Fields;
import org.mahdar.model.Correction;
import org.mahdar.model.Correction.Verdict;
import org.mahdar.model.Finding;
import org.mahdar.model.Span;

/** What readers say of lines: taken down, listed, carried between archives. */
public final class Correcting {
    private static final int CHUNK = 500;

    private final Archive archive;
    private final Clock clock;

    Correcting(Archive archive) {
        this.archive = archive;
        this.clock = Clock.systemUTC();
    }

    /**
     * Who says something, and why.
     *
     * @param by who
     * @param why the reason; may be empty
     */
    public record Reader(String by, String why) {}

    /** A correction with the story that it is about and what became of it. */
    public record Listed(StoryInfo story, Outcome outcome) {}

    /** Confirms or rejects a line, or replaces fields of it, by its id among the lines that stand. */
    public Outcome line(Read read, String line, Verdict verdict, Map<String, String> set, Reader reader) {
        Named named = named(read, line);
        return take(read, named.target(), named.span(), verdict, named.machine(), set, reader);
    }

    /** Adds a line with these fields. */
    public Outcome add(Read read, String target, Map<String, String> set, Reader reader) {
        List<String> names = Fields.names(target);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("there is no sort of line \"" + target
                    + "\"; there are statement, meeting, position, paper, assessment, time");
        }
        String own = Optional.ofNullable(set.get(names.get(0)))
                .orElseThrow(() -> new IllegalArgumentException("a " + target + " needs " + names.get(0) + "=12-17"));
        Span span = span(own.split(",")[0]);
        return take(read, target, span, Verdict.ADD, Map.of(), set, reader);
    }

    /** Says that the actors named at two places are one: the one named at the second. */
    public Outcome merge(Read read, Span one, Span into, Reader reader) {
        Map<String, String> set = Map.of("into", Fields.span(into));
        return take(read, Correction.ACTOR, one, Verdict.MERGE, Map.of(), set, reader);
    }

    /** Says that an actor is somebody else where these mentions stand. */
    public Outcome split(Read read, List<Span> mentions, Optional<String> name, Reader reader) {
        if (mentions.isEmpty()) {
            throw new IllegalArgumentException("which mentions are of somebody else is missing");
        }
        Map<String, String> set = new TreeMap<>(Map.of("mentions", Fields.spans(mentions)));
        name.ifPresent(n -> set.put("name", n));
        return take(read, Correction.ACTOR, mentions.get(0), Verdict.SPLIT, Map.of(), set, reader);
    }

    /** A line as corrections name it. */
    private record Named(String target, Span span, Map<String, String> machine) {}

    /** The line that stands under an id: as the machine reads it, or as a reader added it. */
    private static Named named(Read read, String line) {
        int times = 0;
        for (Finding finding : machineLines(read)) {
            boolean time = Fields.target(finding).equals("time");
            times += time ? 1 : 0;
            if (org.mahdar.app.wire.LineKind.id(finding, times).equals(line)) {
                return new Named(
                        Fields.target(finding),
                        finding.span(),
                        Fields.of(read.machine().minutes(), finding));
            }
        }
        for (Outcome outcome : read.corrected().outcomes()) {
            if (outcome.line().equals(line) && outcome.correction().verdict() == Verdict.ADD) {
                return new Named(
                        outcome.correction().target(), outcome.correction().span(), Map.of());
            }
        }
        throw new IllegalArgumentException("story " + read.info().no() + " has no line " + line + "; mahdar show "
                + read.info().no() + " --format json tells what it has");
    }

    private static List<Finding> machineLines(Read read) {
        StoredMinutes machine = read.machine();
        List<Finding> out = new ArrayList<>(machine.minutes().times());
        machine.minutes().findings().stream()
                .filter(finding -> !Fields.target(finding).equals("time"))
                .forEach(out::add);
        return out;
    }

    private static Span span(String text) {
        int dash = text.indexOf('-');
        try {
            return new Span(
                    Integer.parseInt(text.substring(0, Math.max(0, dash))), Integer.parseInt(text.substring(dash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no span; write one as 12-17", e);
        }
    }

    /** Takes a verdict down, unless it does not fit: then nothing is kept, and it is said why. */
    private Outcome take(
            Read read,
            String target,
            Span span,
            Verdict verdict,
            Map<String, String> before,
            Map<String, String> set,
            Reader reader) {
        if (reader.by().isBlank()) {
            throw new IllegalArgumentException("who says so is missing");
        }
        Correction correction = new Correction(
                UUID.randomUUID().toString(),
                target,
                span,
                verdict,
                before,
                set,
                reader.by(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString(),
                reader.why());
        List<Correction> all = new ArrayList<>();
        read.corrected().outcomes().stream().map(Outcome::correction).forEach(all::add);
        all.add(correction);
        Corrected tried = Corrections.apply(read.machine().minutes(), all);
        Outcome outcome = tried.outcomes().get(tried.outcomes().size() - 1);
        if (outcome.fate() == Fate.ORPHAN) {
            throw new IllegalArgumentException(outcome.note());
        }
        archive.corrections().add(List.of(Reads.row(read.info(), correction)));
        return outcome;
    }

    /** Every correction of the archive with its outcome, in order of story; only those to be looked at, if so asked. */
    public List<Listed> list(boolean openOnly) {
        List<Integer> stories = new ArrayList<>();
        int after = 0;
        while (true) {
            List<CorrectionRow> rows = archive.corrections().after(after, CHUNK);
            if (rows.isEmpty()) {
                break;
            }
            rows.forEach(row -> stories.add(row.story()));
            after = rows.get(rows.size() - 1).no();
        }
        List<Listed> out = new ArrayList<>();
        List<Read> reads = new Reads(archive).of(stories);
        for (Read read : reads) {
            read.corrected().outcomes().stream()
                    .filter(outcome -> outcome.isOpen() || !openOnly)
                    .forEach(outcome -> out.add(new Listed(read.info(), outcome)));
        }
        return out;
    }

    /** Every correction as other archives take it in, in the order in which they were given. */
    public List<Portable> export() {
        List<Portable> out = new ArrayList<>();
        int after = 0;
        while (true) {
            List<CorrectionRow> rows = archive.corrections().after(after, CHUNK);
            if (rows.isEmpty()) {
                return out;
            }
            for (CorrectionRow row : rows) {
                out.add(portable(row));
                after = row.no();
            }
        }
    }

    private Portable portable(CorrectionRow row) {
        var version = archive.stories()
                .version(row.story(), row.version())
                .orElseThrow(() -> new ArchiveException("correction " + row.uid() + " is about a version of story "
                        + row.story() + " that is missing. Restore a backup."));
        String text = version.story().text();
        String words = row.end() <= text.length() ? text.substring(row.start(), row.end()) : "";
        return new Portable(version.info().key(), version.info().textSha256(), words, Reads.correction(row));
    }

    /**
     * What was taken in.
     *
     * @param added how many were new
     * @param known how many were there already
     * @param strange those whose story, or whose text of it, is not in this archive
     */
    public record Imported(int added, int known, List<Portable> strange) {}

    /** Takes in corrections from another archive, each once. */
    public Imported take(List<Portable> corrections) {
        List<CorrectionRow> rows = new ArrayList<>();
        List<Portable> strange = new ArrayList<>();
        for (Portable one : corrections) {
            Optional<StoryInfo> version = archive.stories().number(one.key()).stream()
                    .flatMap(no -> archive.stories().versions(no).stream())
                    .filter(info -> info.textSha256().equals(one.textSha256()))
                    .reduce((a, b) -> b);
            if (version.isPresent()) {
                rows.add(Reads.row(version.get(), one.correction()));
            } else {
                strange.add(one);
            }
        }
        int added = archive.corrections().add(rows);
        return new Imported(added, rows.size() - added, strange);
    }
}
