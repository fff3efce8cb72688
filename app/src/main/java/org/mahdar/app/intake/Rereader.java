package org.mahdar.app.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mahdar.Mahdar;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.MinutesStore.Reread;
import org.mahdar.app.archive.StoredMinutes;
import org.mahdar.app.archive.StoryInfo;
import org.mahdar.app.archive.StoryVersion;
import org.mahdar.app.wire.LineKind;
import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.app.wire.Version;
import org.mahdar.model.Finding;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;

/**
 * Reads the newest versions of all stories again, with the language packs and the engine of now, and tells what is read
 * otherwise. Readings that differ become new revisions; what was read before stays.
 */
public final class Rereader {
    private static final int CHUNK = 100;

    /** References to actors and statements, whose numbers shift where another is found before them. */
    private static final Pattern REFERENCES = Pattern.compile("\"([as][0-9]+)\"");

    private final Archive archive;
    private final Languages languages;
    private final Options options;
    private final Listener listener;
    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    private int stories;
    private int skipped;
    private int same;
    private int changed;
    private int unread;

    /**
     * How to read again.
     *
     * @param all also stories that were read by this very pack and engine
     * @param dryRun tell, and keep nothing
     * @param threads how many stories are read at once
     */
    public record Options(boolean all, boolean dryRun, int threads) {}

    /** Is told how it goes. */
    public interface Listener {
        /** So many stories have been looked at. */
        void at(int stories);

        /** A story is read otherwise than before. */
        void differs(Difference difference);
    }

    /**
     * What is read otherwise in a story.
     *
     * @param story which
     * @param gone lines that are read no more
     * @param come lines that are read now
     */
    public record Difference(StoryInfo story, List<Line> gone, List<Line> come) {}

    /**
     * A line.
     *
     * @param kind its sort
     * @param span what it points at first
     * @param words the words there
     * @param parts what else there is to it, as JSON, with names in the place of references
     */
    public record Line(LineKind kind, Span span, String words, String parts) {}

    /**
     * What was done.
     *
     * @param stories looked at
     * @param skipped that were read by this pack and engine already
     * @param same that are read as before
     * @param changed that are read otherwise
     * @param unread for which there is no language pack
     */
    public record Done(int stories, int skipped, int same, int changed, int unread) {}

    /** Over an archive. */
    public Rereader(Archive archive, Languages languages, Options options, Listener listener) {
        this.archive = archive;
        this.languages = languages;
        this.options = options;
        this.listener = listener;
    }

    /** A story that is being read again. */
    private record UnderWay(StoryVersion version, Optional<StoredMinutes> before, Future<Minutes> now) {}

    /** Reads all stories again; {@code run} is the run to be named as having read what differs. */
    public Done reread(int run) {
        ExecutorService pool = Executors.newFixedThreadPool(options.threads());
        try {
            List<StoryInfo> chunk = archive.stories().list(0, CHUNK);
            while (!chunk.isEmpty()) {
                for (StoryInfo info : chunk) {
                    listener.at(++stories);
                    begin(info, pool);
                    while (underWay.size() > options.threads() * 8) {
                        end(underWay.remove(), run);
                    }
                }
                chunk = archive.stories().list(chunk.get(chunk.size() - 1).no(), CHUNK);
            }
            while (!underWay.isEmpty()) {
                end(underWay.remove(), run);
            }
        } finally {
            pool.shutdownNow();
        }
        return new Done(stories, skipped, same, changed, unread);
    }

    private void begin(StoryInfo info, ExecutorService pool) {
        Optional<Mahdar> mahdar = languages.reader(info.language());
        if (mahdar.isEmpty()) {
            unread++;
            return;
        }
        Optional<StoredMinutes> before = archive.minutes().newest(info.no());
        boolean upToDate = before.isPresent()
                && before.get().minutes().pack().equals(mahdar.get().language().version())
                && before.get().engine().equals(Version.current());
        if (upToDate && !options.all()) {
            skipped++;
            return;
        }
        StoryVersion version = archive.stories().newest(info.no()).orElseThrow();
        underWay.add(
                new UnderWay(version, before, pool.submit(() -> mahdar.get().read(version.story()))));
    }

    private void end(UnderWay story, int run) {
        Minutes now;
        try {
            now = story.now().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Story " + story.version().info().no() + " cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading", e);
        }
        StoryInfo info = story.version().info();
        Difference difference = difference(info, story.before().map(StoredMinutes::minutes), now);
        boolean differs = !difference.gone().isEmpty() || !difference.come().isEmpty();
        if (!options.dryRun()) {
            differs |= archive.minutes().reread(info, now, run) == Reread.CHANGED;
        }
        if (differs) {
            changed++;
            listener.differs(difference);
        } else {
            same++;
        }
    }

    /** Which lines of two readings of one text are in one of them only; who is meant counts, the numbering does not. */
    static Difference difference(StoryInfo info, Optional<Minutes> before, Minutes now) {
        Map<Line, Integer> count = new HashMap<>();
        List<Line> old = before.map(Rereader::lines).orElse(List.of());
        List<Line> fresh = lines(now);
        old.forEach(line -> count.merge(line, 1, Integer::sum));
        List<Line> come = new ArrayList<>();
        for (Line line : fresh) {
            if (count.merge(line, -1, Integer::sum) < 0) {
                come.add(line);
                count.put(line, 0);
            }
        }
        List<Line> gone = new ArrayList<>();
        for (Line line : old) {
            if (count.getOrDefault(line, 0) > 0) {
                gone.add(line);
                count.merge(line, -1, Integer::sum);
            }
        }
        return new Difference(info, gone, come);
    }

    private static List<Line> lines(Minutes minutes) {
        Map<String, String> names = new HashMap<>();
        minutes.actors().forEach(actor -> names.put(actor.ref(), actor.id().orElse(actor.name())));
        minutes.statements()
                .forEach(statement -> names.put(statement.id(), statement.cue().toString()));
        List<Line> out = new ArrayList<>();
        for (Finding finding : minutes.findings()) {
            String parts = REFERENCES
                    .matcher(MinutesWriter.parts(minutes, finding))
                    .replaceAll(match ->
                            Matcher.quoteReplacement('"' + names.getOrDefault(match.group(1), match.group(1)) + '"'));
            String words = finding.span().of(minutes.story().text());
            out.add(new Line(LineKind.of(finding), finding.span(), words, parts));
        }
        return out;
    }
}
