package org.mahdar.app.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.intake.Rereader;
import org.mahdar.app.intake.Rereader.Difference;
import org.mahdar.app.intake.Rereader.Done;
import org.mahdar.app.intake.Rereader.Line;
import org.mahdar.app.wire.LineKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code mahdar reread}: the stories of the archive, read with the language pack of now. */
@Command(
        name = "reread",
        description = "Reads the stories of the archive again with the language pack of now, and shows what changed.",
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar reread", "  mahdar reread --all --dry-run"})
final class RereadCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    @Mixin
    private LexiconOption lexicon = new LexiconOption();

    @Option(names = "--all", description = "Also stories that this very language pack has read.")
    private boolean all;

    @Option(names = "--dry-run", description = "Show what would change, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "20",
            description = "Show the lines of so many stories that changed (default: ${DEFAULT-VALUE}).")
    private int show = 20;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many stories to read at once (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    // picocli sets the command's parent.
    @SuppressWarnings("NullAway.Init")
    RereadCommand() {}

    @Override
    public Integer call() {
        Console console = main.console();
        try (Archive archive = where.open()) {
            int run = dryRun ? 0 : archive.runs().begin("reread");
            Progress progress = new Progress(console.err(), 0, System::nanoTime);
            Telling telling = new Telling(console, progress, show);
            Rereader.Options options = new Rereader.Options(all, dryRun, Math.max(1, threads));
            Done done = new Rereader(archive, lexicon.languages(), options, telling).reread(run);
            progress.clear();
            if (!dryRun) {
                archive.runs().end(run, 0, done.changed(), done.same() + done.skipped(), List.of());
                try (Desk desk = DeskOptions.following(archive, lexicon.languages(), console)) {
                    open(desk, console);
                }
            }
            telling.sum(done, dryRun);
            return Exit.DONE;
        }
    }

    /** Says where readers said otherwise than the machine reads now. */
    private static void open(Desk desk, Console console) {
        int open = desk.correcting().list(true).size();
        if (open > 0) {
            console.say(open + (open == 1 ? " correction is" : " corrections are")
                    + " to be looked at again: mahdar correct list --open");
        }
    }

    /** Shows the bar and what changed. */
    private static final class Telling implements Rereader.Listener {
        private final Console console;
        private final Progress progress;
        private final int show;
        private final Map<LineKind, Integer> come = new EnumMap<>(LineKind.class);
        private final Map<LineKind, Integer> gone = new EnumMap<>(LineKind.class);
        private int shown;

        Telling(Console console, Progress progress, int show) {
            this.console = console;
            this.progress = progress;
            this.show = show;
        }

        @Override
        public void at(int stories) {
            if (console.errIsTerminal()) {
                progress.at(stories, 0);
            }
        }

        @Override
        public void differs(Difference difference) {
            difference.come().forEach(line -> come.merge(line.kind(), 1, Integer::sum));
            difference.gone().forEach(line -> gone.merge(line.kind(), 1, Integer::sum));
            if (shown++ < show) {
                progress.clear();
                console.out()
                        .println("story " + difference.story().no() + ": "
                                + difference.story().id());
                difference.gone().forEach(line -> console.out().println("  - " + line(line)));
                difference.come().forEach(line -> console.out().println("  + " + line(line)));
            }
        }

        private static String line(Line line) {
            return line.kind().word() + " " + line.span().start() + ".."
                    + line.span().end() + " " + line.words().replace('\n', ' ') + " " + line.parts();
        }

        void sum(Done done, boolean dryRun) {
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d stories: %,d %s, %,d read as before, %,d read by this pack already, %,d without a pack",
                            done.stories(),
                            done.changed(),
                            dryRun ? "would change" : "changed",
                            done.same(),
                            done.skipped(),
                            done.unread()));
            for (LineKind kind : LineKind.values()) {
                int more = come.getOrDefault(kind, 0);
                int less = gone.getOrDefault(kind, 0);
                if (more + less > 0) {
                    console.out().println(String.format(Locale.ROOT, "  %-10s +%,d -%,d", kind.word(), more, less));
                }
            }
            console.out().flush();
        }
    }
}
