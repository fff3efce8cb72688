package org.mahdar.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.StoredMinutes;
import org.mahdar.app.export.Entry;
import org.mahdar.app.export.Export;
import org.mahdar.app.export.Format;
import org.mahdar.app.export.ParquetExport;
import org.mahdar.app.export.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mahdar export}: the archive in other people's formats. */
@Command(
        name = "export",
        description = "Writes the minutes of an archive in a format of other tools.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mahdar export --format plover -o events.jsonl",
            "  mahdar export --format csv --bom -o lines.csv",
            "  mahdar export --format parquet -o archive-parquet"
        })
final class ExportCommand implements Callable<Integer> {
    private static final int BATCH = 200;
    private static final String PARQUET = "parquet";

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "NAME",
            required = true,
            completionCandidates = Names.class,
            description = "${COMPLETION-CANDIDATES}.")
    private String format = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write there, and not to standard output; for parquet a folder, which has to be given.")
    private Optional<String> file = Optional.empty();

    @Option(names = "--bom", description = "Begin tables with a byte order mark, by which spreadsheets know UTF-8.")
    private boolean byteOrderMark;

    @Option(
            names = "--base",
            paramLabel = "URL",
            defaultValue = Settings.URN,
            description = "Address under which lines are cited (default: ${DEFAULT-VALUE}).")
    private String base = Settings.URN;

    /** The names of all formats. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            List<String> names = new ArrayList<>(
                    Arrays.stream(Format.values()).map(Format::word).toList());
            names.add(PARQUET);
            return names.iterator();
        }
    }

    // picocli sets the command's parent and spec.
    @SuppressWarnings("NullAway.Init")
    ExportCommand() {}

    @Override
    public Integer call() throws IOException, Failure {
        try (Archive archive = where.open()) {
            if (format.equals(PARQUET)) {
                String folder = file.orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "parquet is a folder of files: say where with -o FOLDER"));
                try (Export export = new ParquetExport(Path.of(folder))) {
                    all(archive, export);
                }
                return Exit.DONE;
            }
            Format wanted = Format.of(format)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "there is no format " + format + "; there are " + String.join(", ", new Names())));
            Settings settings = new Settings("Mahdar", base, byteOrderMark, Instant.now());
            try (Output out = file.isPresent()
                    ? Output.file(file.get())
                    : Output.stream(main.console().out())) {
                try (Export export = wanted.open(out.bytes(), settings)) {
                    all(archive, export);
                }
                out.done();
            }
            return Exit.DONE;
        }
    }

    private static void all(Archive archive, Export export) throws IOException {
        int after = 0;
        for (List<StoredMinutes> batch = archive.minutes().after(after, BATCH);
                !batch.isEmpty();
                batch = archive.minutes().after(after, BATCH)) {
            for (StoredMinutes stored : batch) {
                export.add(new Entry(
                        String.valueOf(stored.info().no()),
                        stored.revision(),
                        stored.engine(),
                        Optional.of(stored.readAt()),
                        stored.minutes()));
                after = stored.no();
            }
        }
    }
}
