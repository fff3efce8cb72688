package org.mahdar.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mahdar.app.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mahdar backup}: the archive into one file. */
@Command(
        name = "backup",
        description = "Writes the whole archive into one file, from which restore fills SQLite or PostgreSQL.",
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar backup mahdar-2022-01-11.zip", "  mahdar backup --db jdbc:postgresql://host/name out.zip"})
final class BackupCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    @Parameters(paramLabel = "FILE", description = "The file to write.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    // picocli sets the command's parent.
    @SuppressWarnings("NullAway.Init")
    BackupCommand() {}

    @Override
    public Integer call() throws Failure {
        if (Files.exists(file) && !force) {
            throw new Failure(file + " is there already. Give another name, or --force to write over it.");
        }
        try (Archive archive = where.open()) {
            String fingerprint = archive.backup(file);
            main.console().out().println(archive.stories().count() + " stories, fingerprint " + fingerprint);
            main.console().out().flush();
        }
        return Exit.DONE;
    }
}
