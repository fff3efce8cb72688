package org.mahdar.app.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Indexer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code mahdar reindex}: the index made anew. */
@Command(
        name = "reindex",
        description = "Makes the search index anew from the archive.",
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar reindex", "  mahdar reindex --data archive"})
final class ReindexCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    @Mixin
    private LexiconOption lexicon = new LexiconOption();

    // picocli sets the command's parent.
    @SuppressWarnings("NullAway.Init")
    ReindexCommand() {}

    @Override
    public Integer call() throws Failure {
        Console console = main.console();
        try (Archive archive = where.open();
                Desk desk = DeskOptions.over(archive, lexicon.languages())) {
            Progress progress = new Progress(console.err(), 0, System::nanoTime);
            Indexer.Done done = desk.indexer().rebuild(stories -> {
                if (console.errIsTerminal()) {
                    progress.at(stories, 0);
                }
            });
            progress.clear();
            if (done.busy()) {
                throw new Failure("another Mahdar is writing the index. Wait until it is done, and try again.");
            }
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d stories, %,d lines and stories to be found",
                            done.stories(),
                            desk.indexSize()));
            console.out().flush();
            return Exit.DONE;
        }
    }
}
