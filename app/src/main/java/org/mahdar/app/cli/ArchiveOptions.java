package org.mahdar.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Location;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the archive lies. */
final class ArchiveOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "mahdar-data",
            description = "Folder of the archive (default: ./${DEFAULT-VALUE}).")
    private Path data = Path.of("mahdar-data");

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "PostgreSQL database to keep the archive in, such as jdbc:postgresql://host/name?user=u.")
    private Optional<String> database = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    // picocli sets the spec.
    @SuppressWarnings("NullAway.Init")
    ArchiveOptions() {}

    Location location() {
        try {
            return new Location(data, database);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--db: " + e.getMessage());
        }
    }

    /** The archive, which has to be there. */
    Archive open() {
        return Archive.open(location());
    }

    /** The archive, made where there is none. */
    Archive openOrCreate() {
        return Archive.openOrCreate(location());
    }
}
