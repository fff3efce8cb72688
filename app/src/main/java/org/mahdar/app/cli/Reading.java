package org.mahdar.app.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.mahdar.Mahdar;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.view.Layer;
import org.mahdar.app.view.View;
import org.mahdar.model.Story;

/**
 * Stories in, shown minutes out, in order. Reading and showing are done by several threads, opening files and writing by
 * the one that calls; only so many stories are under way at a time, so that memory does not grow with the archive.
 */
final class Reading {
    private static final int UNDER_WAY = 8;

    private final Console console;
    private final Languages languages;
    private final View view;
    private final Set<Layer> layers;
    private final Output output;
    private final Progress progress;
    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    /** A story that is being read. */
    private record UnderWay(Item.Found found, Future<String> shown) {}

    private int begun;
    private int stories;
    private int bad;
    private boolean listened = true;

    Reading(Console console, Languages languages, View view, Set<Layer> layers, Output output, long bytes) {
        this.console = console;
        this.languages = languages;
        this.view = view;
        this.layers = layers;
        this.output = output;
        this.progress = new Progress(console.err(), bytes, System::nanoTime);
    }

    /** Reads all stories and returns the exit code. */
    int run(Stories items, int threads) throws IOException, Failure {
        if (threads == 1) {
            run(items, Runnable::run, 1);
        } else {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                run(items, pool, threads * UNDER_WAY);
            } finally {
                pool.shutdownNow();
            }
        }
        if (listened) {
            view.finish(output.writer());
            output.done();
        }
        progress.clear();
        if (bad > 0) {
            console.say(
                    stories + (stories == 1 ? " story read; " : " stories read; ") + bad + " could not be, see above");
        }
        return bad > 0 ? Exit.PARTLY : Exit.DONE;
    }

    private void run(Stories items, Executor executor, int most) throws IOException, Failure {
        while (listened && items.hasNext()) {
            Item item = items.next();
            if (item instanceof Item.Found found) {
                begin(found, executor);
                while (underWay.size() >= most) {
                    writeOne();
                }
                if (console.errIsTerminal()) {
                    progress.at(stories, items.consumed());
                }
            } else if (item instanceof Item.Bad wrong) {
                refuse(wrong);
            } else if (item instanceof Item.Remark remark) {
                tell(remark.place() + ": " + remark.what());
            }
        }
        while (listened && !underWay.isEmpty()) {
            writeOne();
        }
    }

    private void begin(Item.Found found, Executor executor) throws Failure {
        Story story = found.story();
        Optional<Mahdar> mahdar = languages.reader(story.language());
        if (mahdar.isEmpty()) {
            refuse(new Item.Bad(
                    found.place(),
                    "story " + story.id() + " is in \"" + story.language() + "\", for which there is no language pack",
                    "Leave it out, or mend its language if it is Arabic."));
            return;
        }
        stories++;
        int number = ++begun;
        FutureTask<String> task = new FutureTask<>(() -> {
            Story credited = found.credited(languages.facts(story.language())).story();
            return view.render(Layer.keep(mahdar.get().read(credited), layers), number);
        });
        underWay.add(new UnderWay(found, task));
        executor.execute(task);
    }

    private void writeOne() throws IOException {
        UnderWay first = underWay.remove();
        try {
            view.write(first.shown().get(), output.writer());
            listened = output.flush();
        } catch (ExecutionException e) {
            // Reading never fails by design; where it does all the same, the other stories shall not pay for it.
            stories--;
            refuse(new Item.Bad(
                    first.found().place(),
                    "story " + first.found().story().id() + " could not be read: " + e.getCause(),
                    "This is a fault of Mahdar; please report it with the story."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listened = false;
        }
    }

    private void refuse(Item.Bad wrong) {
        bad++;
        tell(wrong.place() + ": " + wrong.what() + ". " + wrong.wayOut());
    }

    private void tell(String message) {
        progress.clear();
        console.say(message);
    }
}
