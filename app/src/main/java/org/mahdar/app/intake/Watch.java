package org.mahdar.app.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.PageRow;
import org.mahdar.app.archive.SourceRow;
import org.mahdar.app.fetch.Fetched;
import org.mahdar.app.fetch.Fetched.Validators;
import org.mahdar.app.fetch.Fetcher;
import org.mahdar.app.ingest.Defaults;
import org.mahdar.app.ingest.FeedReader;
import org.mahdar.app.ingest.FeedReader.Entry;
import org.mahdar.app.ingest.FeedReader.Feed;
import org.mahdar.app.ingest.Provenance;

/**
 * Looks at the sources of an archive, each when its time has come, and takes in the stories that they lead to. Pages that
 * were taken are looked at again a few times, for changes.
 *
 * <p>What was looked at is written down when its stories are kept, and not before: a process that is killed on the way
 * looks again.
 */
public final class Watch {
    /** After how long a page is looked at again, and again. */
    private static final List<Duration> REVISITS =
            List.of(Duration.ofHours(2), Duration.ofHours(12), Duration.ofDays(2));

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int MOST_REVISITS = 200;

    private final Archive archive;
    private final Languages languages;
    private final Fetcher fetcher;
    private final Options options;
    private final Adder.Listener listener;

    /**
     * How to watch.
     *
     * @param every how long to wait between two looks at a source
     * @param adding how stories are added
     */
    public record Options(Duration every, Adder.Options adding) {}

    /**
     * What a round of looks came to.
     *
     * @param sources how many sources were looked at
     * @param taken what became of their stories
     * @param next when the next source or page is due
     */
    public record Round(int sources, Taken taken, Optional<Instant> next) {}

    /** Over an archive. */
    public Watch(Archive archive, Languages languages, Fetcher fetcher, Options options, Adder.Listener listener) {
        this.archive = archive;
        this.languages = languages;
        this.fetcher = fetcher;
        this.options = options;
        this.listener = listener;
    }

    /** A source that was looked at, and what it will be known as. */
    private record Seen(SourceRow row, List<Pages.Wanted> pages) {}

    /** Looks at everything that is due at a moment. */
    public Round round(Instant now) {
        String moment = text(now);
        List<SourceRow> due = archive.sources().list().stream()
                .filter(source -> source.active() && source.nextAt().orElse("").compareTo(moment) <= 0)
                .toList();
        List<Seen> seen = new ArrayList<>();
        Map<String, Pages.Wanted> wanted = new LinkedHashMap<>();
        for (SourceRow source : due) {
            Seen one = look(source, now);
            seen.add(one);
            one.pages().forEach(page -> wanted.putIfAbsent(page.url(), page));
        }
        List<PageRow> again = archive.sources().duePages(moment, MOST_REVISITS);
        again.forEach(page -> wanted.putIfAbsent(
                page.url(),
                new Pages.Wanted(
                        page.url(),
                        new Validators(page.etag(), page.lastModified()),
                        defaults(Optional.empty(), "ar", Optional.empty()),
                        Optional.empty())));
        Taken taken = Taken.NOTHING;
        Map<String, PageRow> known = rows(wanted.keySet().stream().toList());
        if (!wanted.isEmpty()) {
            int run = archive.runs().begin("watch");
            Pages pages = new Pages(fetcher, List.copyOf(wanted.values()));
            taken = new Adder(archive, languages, options.adding(), listener).add(pages, run);
            archive.runs().end(run, taken.added(), taken.changed().size(), taken.known(), taken.troubles());
            archive.sources()
                    .looked(pages.looked().stream()
                            .map(page -> row(page, Optional.ofNullable(known.get(page.url())), now))
                            .toList());
        }
        seen.forEach(source -> archive.sources().looked(source.row()));
        return new Round(due.size(), taken, next());
    }

    private Map<String, PageRow> rows(List<String> urls) {
        return archive.sources().pages(urls).stream().collect(Collectors.toMap(PageRow::url, Function.identity()));
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Optional<Instant> next() {
        return archive.sources().list().stream()
                .filter(SourceRow::active)
                .map(source -> source.nextAt().map(Instant::parse).orElse(Instant.EPOCH))
                .min(Instant::compareTo);
    }

    private Seen look(SourceRow source, Instant now) {
        Fetched fetched = fetcher.fetch(source.url(), new Validators(source.etag(), source.lastModified()));
        if (fetched instanceof Fetched.Page page) {
            Feed feed = FeedReader.read(page.bytes(), page.contentType(), page.url());
            String outcome = feed.entries().size() + " entries";
            SourceRow row = row(source, now, Optional.of(page), outcome);
            if (feed.entries().isEmpty()) {
                return new Seen(
                        failed(source, now, "holds no entries; it may be no feed", Optional.empty()), List.of());
            }
            return new Seen(row, wanted(source, feed));
        }
        if (fetched instanceof Fetched.Unchanged) {
            return new Seen(row(source, now, Optional.empty(), "not changed"), List.of());
        }
        if (fetched instanceof Fetched.Failed failed) {
            return new Seen(failed(source, now, failed.what(), failed.pause()), List.of());
        }
        return new Seen(failed(source, now, ((Fetched.Refused) fetched).what(), Optional.empty()), List.of());
    }

    /** The entries whose pages are neither in the archive nor have been looked at. */
    private List<Pages.Wanted> wanted(SourceRow source, Feed feed) {
        List<Pages.Wanted> out = new ArrayList<>();
        List<String> urls = feed.entries().stream()
                .map(Entry::url)
                .filter(url -> !url.isBlank())
                .toList();
        Map<String, PageRow> looked = rows(urls);
        for (Entry entry : feed.entries()) {
            boolean known = looked.containsKey(entry.url())
                    || archive.stories().number(Provenance.keyOf(entry.url())).isPresent();
            if (!entry.url().isBlank() && !known) {
                Optional<String> outlet =
                        source.outlet().or(() -> Optional.of(feed.title()).filter(title -> !title.isBlank()));
                out.add(new Pages.Wanted(
                        entry.url(),
                        Validators.NONE,
                        defaults(outlet, source.language(), entry.published()),
                        Optional.of(new Feed(feed.title(), List.of(entry)))));
            }
        }
        return out;
    }

    private Defaults defaults(Optional<String> outlet, String language, Optional<String> published) {
        return new Defaults(
                published.flatMap(Defaults::day), language, outlet, Map.of(), () -> languages.facts(language));
    }

    private SourceRow row(SourceRow source, Instant now, Optional<Fetched.Page> page, String outcome) {
        return new SourceRow(
                source.no(),
                page.filter(Fetched.Page::moved).map(Fetched.Page::url).orElse(source.url()),
                source.kind(),
                source.outlet(),
                source.language(),
                true,
                page.isPresent() ? page.get().validators().etag() : source.etag(),
                page.isPresent() ? page.get().validators().lastModified() : source.lastModified(),
                Optional.of(text(now)),
                Optional.of(text(now.plus(options.every()))),
                0,
                Optional.of(outcome));
    }

    /** Each failure doubles the pause, up to a day; a server that says how long is obeyed. */
    private SourceRow failed(SourceRow source, Instant now, String what, Optional<Duration> asked) {
        int failures = source.failures() + 1;
        Duration pause = options.every().multipliedBy(1L << Math.min(failures, 10));
        pause = asked.isPresent() && asked.get().compareTo(pause) > 0 ? asked.get() : pause;
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        return new SourceRow(
                source.no(),
                source.url(),
                source.kind(),
                source.outlet(),
                source.language(),
                !what.contains(" answers 410"),
                source.etag(),
                source.lastModified(),
                Optional.of(text(now)),
                Optional.of(text(now.plus(pause))),
                failures,
                Optional.of(what));
    }

    private static PageRow row(Pages.Looked page, Optional<PageRow> before, Instant now) {
        int looks = before.map(PageRow::looks).orElse(0) + 1;
        Optional<Instant> next =
                looks <= REVISITS.size() ? Optional.of(now.plus(REVISITS.get(looks - 1))) : Optional.empty();
        Validators validators = page.fetched() instanceof Fetched.Page found
                ? found.validators()
                : before.map(row -> new Validators(row.etag(), row.lastModified()))
                        .orElse(Validators.NONE);
        return new PageRow(
                page.url(), validators.etag(), validators.lastModified(), text(now), next.map(Watch::text), looks);
    }
}
