package org.mahdar.app.intake;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.mahdar.Mahdar;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Incoming;
import org.mahdar.app.archive.Kept;
import org.mahdar.app.archive.Kept.Outcome;
import org.mahdar.app.archive.Origin;
import org.mahdar.app.archive.Prepared;
import org.mahdar.app.archive.RunRow.Trouble;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Provenance;
import org.mahdar.model.Minutes;
import org.mahdar.model.Story;

/**
 * Takes stories into an archive: asks which are new, reads those with several threads, keeps them in batches, in the
 * order in which they came. A batch is kept whole or not at all, so that a process may be killed at any moment: whoever
 * begins again finds what was kept and goes on behind it.
 */
public final class Adder {
    /** How many stories are asked for at once. */
    private static final int ASKED = 64;

    /** How many stories are kept in one transaction. */
    private static final int BATCH = 256;

    /** How many stories may be under way, and how long they may be together, in UTF-16 code units. */
    private static final int MOST = 2 * BATCH;

    private static final long LONGEST = 32L * 1024 * 1024;

    /** How many kept stories may wait to be followed. */
    private static final int BEHIND = 3 * BATCH;

    /** What is found is kept after so long even where a batch is not full, in nanoseconds. */
    private static final long PATIENCE = 2_000_000_000L;

    private final Archive archive;
    private final Languages languages;
    private final Options options;
    private final Listener listener;
    private final Follower follower;

    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    private final List<Ready> batch = new ArrayList<>();
    private final Deque<Future<?>> behind = new ArrayDeque<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<Kept> changed = new ArrayList<>();
    private final AtomicLong reading = new AtomicLong();
    private final AtomicLong packing = new AtomicLong();
    private final AtomicLong following = new AtomicLong();
    private final AtomicInteger unread = new AtomicInteger();
    private long finding;
    private long asking;
    private long storing;
    private long length;
    private long lastKept = System.nanoTime();
    private int added;
    private int known;
    private int passedOver;
    private int begun;
    private int met;
    private int run;

    /** A story that is being read. */
    private record UnderWay(Item.Found found, Future<Ready> ready) {}

    /** A story that has been read and waits to be kept. */
    private record Ready(Prepared prepared, Optional<Minutes> minutes) {}

    /**
     * How to add.
     *
     * @param threads how many stories are read at once
     * @param limit how many stories are added at most
     * @param since stories published before this day are passed over; those that do not say are not
     */
    public record Options(int threads, Optional<Integer> limit, Optional<LocalDate> since) {
        boolean isTooOld(Story story) {
            return since.isPresent()
                    && story.published().map(day -> day.isBefore(since.get())).orElse(false);
        }
    }

    /** Is told how it goes. */
    public interface Listener {
        /** So many stories have been met. */
        void at(int stories);

        /** Something was read in a way that the user should know of. */
        void remark(Item.Remark remark);
    }

    /** Is given stories that were not there before, once they are kept, by several threads at once. */
    public interface Follower {
        /** The story of that number. */
        void added(int story, Minutes minutes);
    }

    /**
     * Adds to an archive.
     *
     * @param languages what reads stories
     */
    public Adder(Archive archive, Languages languages, Options options, Listener listener) {
        this(archive, languages, options, listener, (story, minutes) -> {});
    }

    /**
     * Adds to an archive, and hands on what was added.
     *
     * @param languages what reads stories
     */
    public Adder(Archive archive, Languages languages, Options options, Listener listener, Follower follower) {
        this.follower = follower;
        this.archive = archive;
        this.languages = languages;
        this.options = options;
        this.listener = listener;
    }

    /** Adds all stories; {@code runNo} is the run that is to be named as having added them. */
    public Taken add(Iterator<Item> items, int runNo) {
        run = runNo;
        ExecutorService pool = Executors.newFixedThreadPool(options.threads(), task -> {
            Thread thread = new Thread(task, "mahdar-reader");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Item.Found> asked = new ArrayList<>();
            while (begun + asked.size() < options.limit().orElse(Integer.MAX_VALUE) && hasNext(items)) {
                take(next(items), asked);
                boolean few = begun + asked.size() >= options.limit().orElse(Integer.MAX_VALUE);
                if (asked.size() >= ASKED || few || isLate()) {
                    ask(asked, pool);
                }
            }
            ask(asked, pool);
            while (!underWay.isEmpty()) {
                collect(pool);
            }
            keep(pool);
            waitFor(0);
        } finally {
            pool.shutdownNow();
        }
        Taken.Work work = new Taken.Work(finding, asking, reading.get(), packing.get(), storing, following.get());
        return new Taken(added, changed, known, passedOver, unread.get(), troubles, work);
    }

    private boolean isLate() {
        return System.nanoTime() - lastKept > PATIENCE;
    }

    private boolean hasNext(Iterator<Item> items) {
        long start = System.nanoTime();
        try {
            return items.hasNext();
        } finally {
            finding += System.nanoTime() - start;
        }
    }

    private Item next(Iterator<Item> items) {
        long start = System.nanoTime();
        try {
            return items.next();
        } finally {
            finding += System.nanoTime() - start;
        }
    }

    private void take(Item item, List<Item.Found> asked) {
        if (item instanceof Item.Bad bad) {
            troubles.add(new Trouble(bad.place().toString(), bad.what(), bad.wayOut()));
        } else if (item instanceof Item.Remark remark) {
            listener.remark(remark);
        } else if (item instanceof Item.Found found) {
            listener.at(++met);
            if (options.isTooOld(found.story())) {
                passedOver++;
            } else {
                asked.add(found);
            }
        }
    }

    static Incoming incoming(Item.Found found) {
        Provenance from = found.provenance();
        return new Incoming(
                from.key(),
                found.story(),
                from.publishedAt(),
                from.byline(),
                new Origin(from.mediaType(), from.bytes()),
                found.place().toString());
    }

    private void ask(List<Item.Found> asked, ExecutorService pool) {
        long start = System.nanoTime();
        List<Incoming> stories = asked.stream().map(Adder::incoming).toList();
        List<Outcome> outlook = archive.stories().outlook(stories);
        asking += System.nanoTime() - start;
        for (int i = 0; i < stories.size(); i++) {
            if (outlook.get(i) == Outcome.KNOWN) {
                known++;
            } else {
                begun++;
                begin(asked.get(i), stories.get(i), pool);
            }
        }
        asked.clear();
        while (underWay.size() > MOST || length > LONGEST || (isLate() && !underWay.isEmpty())) {
            collect(pool);
        }
        if (isLate()) {
            keep(pool);
        }
    }

    private void begin(Item.Found found, Incoming incoming, ExecutorService pool) {
        length += incoming.story().text().length();
        underWay.add(new UnderWay(found, pool.submit(() -> prepare(found))));
    }

    private Ready prepare(Item.Found found) {
        long start = System.nanoTime();
        Item.Found credited = found.credited(languages.facts(found.story().language()));
        Story story = credited.story();
        Optional<Mahdar> mahdar = languages.reader(story.language());
        if (mahdar.isEmpty()) {
            unread.incrementAndGet();
        }
        Optional<Minutes> minutes = mahdar.map(reader -> reader.read(story));
        long read = System.nanoTime();
        Prepared prepared = Prepared.of(incoming(credited), minutes);
        reading.addAndGet(read - start);
        packing.addAndGet(System.nanoTime() - read);
        return new Ready(prepared, minutes);
    }

    private void collect(ExecutorService pool) {
        UnderWay first = underWay.remove();
        length -= first.found().story().text().length();
        try {
            batch.add(first.ready().get());
        } catch (ExecutionException e) {
            // Reading never fails by design; where it does all the same, the other stories shall not pay for it.
            troubles.add(new Trouble(
                    first.found().place().toString(),
                    "story " + first.found().story().id() + " could not be read: " + e.getCause(),
                    "This is a fault of Mahdar; please report it with the story."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while adding", e);
        }
        if (batch.size() >= BATCH) {
            keep(pool);
        }
    }

    private void keep(ExecutorService pool) {
        lastKept = System.nanoTime();
        if (batch.isEmpty()) {
            return;
        }
        List<Kept> outcome =
                archive.stories().keep(batch.stream().map(Ready::prepared).toList(), run);
        for (int i = 0; i < batch.size(); i++) {
            Kept kept = outcome.get(i);
            switch (kept.outcome()) {
                case ADDED -> {
                    added++;
                    batch.get(i)
                            .minutes()
                            .ifPresent(minutes -> behind.add(pool.submit(() -> {
                                long start = System.nanoTime();
                                follower.added(kept.no(), minutes);
                                following.addAndGet(System.nanoTime() - start);
                            })));
                }
                case CHANGED -> changed.add(kept);
                case KNOWN -> known++;
            }
        }
        batch.clear();
        storing += System.nanoTime() - lastKept;
        waitFor(BEHIND);
        lastKept = System.nanoTime();
    }

    /** Waits until no more than so many kept stories are to be followed. */
    private void waitFor(int most) {
        while (behind.size() > most) {
            try {
                behind.remove().get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException("What was added could not be followed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while adding", e);
            }
        }
    }
}
