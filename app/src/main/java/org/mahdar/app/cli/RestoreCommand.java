package org.mahdar.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mahdar.app.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mahdar restore}: a backup into an empty archive. */
@Command(
        name = "restore",
        description = "Fills an empty archive from a backup, whichever store the backup is of.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mahdar restore --data other mahdar-2022-01-11.zip",
            "  mahdar restore --db jdbc:postgresql://host/name mahdar-2022-01-11.zip"
        })
final class RestoreCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    // picocli sets the command's parent.
    @SuppressWarnings("NullAway.Init")
    RestoreCommand() {}

    @Override
    public Integer call() throws Failure {
        if (!Files.isRegularFile(file)) {
            throw new Failure(file + ": there is no such file. Check the name.");
        }
        try (Archive archive = where.openOrCreate()) {
            String fingerprint = archive.restore(file);
            main.console().out().println(archive.stories().count() + " stories, fingerprint " + fingerprint);
            main.console().out().flush();
        }
        return Exit.DONE;
    }
}
