package org.mahdar.app.cli;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.fetch.Fetcher;
import org.mahdar.app.ingest.Input;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.app.intake.Adder;
import org.mahdar.app.intake.DryRun;
import org.mahdar.app.intake.Pages;
import org.mahdar.app.intake.Taken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mahdar add}: stories into the archive. */
@Command(
        name = "add",
        subcommands = AddFeedCommand.class,
        description = "Adds stories to the archive, with the bytes they came from, and reads them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mahdar add stories.jsonl pages/ archive.warc.gz",
            "  mahdar add https://news.example/2022/01/11/talks.html",
            "  mahdar add --field title=headline.main --field body=text dump.json",
            "  mahdar add --parquet minutes/",
            "  mahdar add --dry-run --since 2022-01-01 news/"
        })
final class AddCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = {
                "Files, folders or addresses of pages: text, HTML, JSON, JSON Lines, CSV, WARC, ninjs, NewsML-G2, RSS, PDF, .docx, .odt,"
                        + " zip or gzip of these;"
                        + " - is standard input."
            })
    private List<String> files = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private FetchOptions fetch = new FetchOptions();

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    @Mixin
    private LexiconOption lexicon = new LexiconOption();

    @Option(names = "--dry-run", description = "Say what would be added, and add nothing.")
    private boolean dryRun;

    @Option(names = "--limit", paramLabel = "N", description = "Add at most so many stories.")
    private Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "DAY",
            description = "Pass over stories published before that day, such as 2022-01-11.")
    private Optional<LocalDate> since = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many stories to read at once (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--parquet",
            description =
                    "The inputs are folders that the cluster's job or mahdar export --format parquet wrote: add the stories in them.")
    private boolean parquet;

    @Option(names = "--timing", description = "Say where the time went.")
    private boolean timing;

    // picocli sets the command's parent and spec.
    @SuppressWarnings("NullAway.Init")
    AddCommand() {}

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            // Not said to picocli, which would ask for it before a subcommand too.
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'INPUT'");
        }
        if (parquet) {
            files = Stories.tables(files);
        }
        Adder.Options options = new Adder.Options(Math.max(1, threads), limit, since);
        Taken taken = dryRun ? look(options) : add(options);
        return taken.troubles().isEmpty() ? Exit.DONE : Exit.PARTLY;
    }

    private Taken add(Adder.Options options) {
        try (Archive archive = where.openOrCreate();
                Stories stories = open()) {
            Telling telling = telling(stories);
            int run = archive.runs().begin("add " + String.join(" ", files));
            Taken[] done = {Taken.NOTHING};
            long[] kept = {0};
            try (Desk desk = DeskOptions.over(archive, lexicon.languages())) {
                boolean busy = desk.indexer()
                        .during(n -> {}, live -> {
                            Adder adder = new Adder(archive, lexicon.languages(), options, telling, live::added);
                            Taken taken = adder.add(stories, run);
                            telling.progress().clear();
                            archive.runs()
                                    .end(run, taken.added(), taken.changed().size(), taken.known(), taken.troubles());
                            done[0] = taken;
                            kept[0] = System.nanoTime();
                        })
                        .busy();
                DeskOptions.tell(busy, main.console());
                new Summary(main.console()).tell(done[0], archive, timing);
                if (timing) {
                    main.console()
                            .out()
                            .println(String.format(
                                    Locale.ROOT,
                                    "finishing the index: %.1f s; %,d lines and stories to be found",
                                    (System.nanoTime() - kept[0]) / 1e9,
                                    desk.indexSize()));
                }
            }
            return done[0];
        }
    }

    private Taken look(Adder.Options options) {
        Optional<Archive> archive = Archive.openIfThere(where.location());
        try (Stories stories = open()) {
            Taken taken = new DryRun(archive, options, telling(stories)).look(stories);
            new Summary(main.console()).tellWouldBe(taken);
            return taken;
        } finally {
            archive.ifPresent(Archive::close);
        }
    }

    private Stories open() {
        Fetcher fetcher = fetch.fetcher();
        Iterator<Input> inputs = Stories.inputs(files, main.console().in(), url -> Pages.input(fetcher, url));
        return Stories.of(inputs, input.defaults());
    }

    Main main() {
        return main;
    }

    private Telling telling(Stories stories) {
        Progress progress = new Progress(main.console().err(), Stories.size(files), System::nanoTime);
        return new Telling(main.console(), progress, stories);
    }

    /** Shows the bar and passes on remarks. */
    private record Telling(Console console, Progress progress, Stories stories) implements Adder.Listener {
        @Override
        public void at(int met) {
            if (console.errIsTerminal()) {
                progress.at(met, stories.consumed());
            }
        }

        @Override
        public void remark(Item.Remark remark) {
            progress.clear();
            console.say(remark.place() + ": " + remark.what());
        }
    }
}
