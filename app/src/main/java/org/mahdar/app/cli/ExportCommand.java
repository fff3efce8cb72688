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
import org.mahdar.app.archive.DossierRow;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Exports;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.export.Brief;
import org.mahdar.app.export.BriefPdf;
import org.mahdar.app.export.Export;
import org.mahdar.app.export.Format;
import org.mahdar.app.export.ParquetExport;
import org.mahdar.app.export.Settings;
import org.mahdar.app.view.Labels;
import org.mahdar.app.wire.DefinitionJson;
import org.mahdar.app.wire.JsonFault;
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
            "  mahdar export --format brief --dossier rand -o brief.html",
            "  mahdar export --format brief-pdf --dossier rand -o brief.pdf",
            "  mahdar export --format parquet -o archive-parquet"
        })
final class ExportCommand implements Callable<Integer> {
    private static final String PARQUET = "parquet";
    private static final String BRIEF = "brief";
    private static final String PDF = "brief-pdf";
    private static final String MAIN = "ar";

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

    @Option(
            names = "--dossier",
            paramLabel = "SLUG",
            description = "Only what this dossier takes, with its issues; for briefs it has to be given.")
    private Optional<String> slug = Optional.empty();

    @Mixin
    private LexiconOption lexicon = new LexiconOption();

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
            names.add(BRIEF);
            names.add(PDF);
            return names.iterator();
        }
    }

    // picocli sets the command's parent and spec.
    @SuppressWarnings("NullAway.Init")
    ExportCommand() {}

    @Override
    public Integer call() throws IOException, Failure {
        boolean known = format.equals(PARQUET)
                || format.equals(BRIEF)
                || format.equals(PDF)
                || Format.of(format).isPresent();
        if (!known) {
            throw usage("there is no format " + format + "; there are " + String.join(", ", new Names()));
        }
        if (format.equals(PARQUET) && file.isEmpty()) {
            throw usage("parquet is a folder of files: say where with -o FOLDER");
        }
        if ((format.equals(BRIEF) || format.equals(PDF)) && slug.isEmpty()) {
            throw usage("a brief is of one dossier: say which with --dossier SLUG");
        }
        try (Archive archive = where.open()) {
            Optional<DossierRow> row = slug.isPresent() ? Optional.of(row(archive, slug.get())) : Optional.empty();
            Optional<Dossier> dossier = row.isPresent() ? Optional.of(dossier(archive, row.get())) : Optional.empty();
            if (format.equals(PARQUET)) {
                try (Export export = new ParquetExport(Path.of(file.orElseThrow()))) {
                    Exports.all(archive, dossier, export);
                }
                return Exit.DONE;
            }
            String title = row.map(DossierRow::title).orElse("Mahdar");
            try (Output out = file.isPresent()
                    ? Output.file(file.get())
                    : Output.stream(main.console().out())) {
                if (format.equals(BRIEF)) {
                    Brief.write(dossier.orElseThrow(), title, Labels.of(MAIN), out.writer());
                } else if (format.equals(PDF)) {
                    BriefPdf.write(dossier.orElseThrow(), title, Labels.of(MAIN), out.bytes());
                } else {
                    Settings settings = new Settings(title, base, byteOrderMark, Instant.now());
                    Exports.write(archive, Format.of(format).orElseThrow(), dossier, out.bytes(), settings);
                }
                out.done();
            }
            return Exit.DONE;
        }
    }

    private ParameterException usage(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private static DossierRow row(Archive archive, String slug) throws Failure {
        return archive.dossiers()
                .get(slug)
                .orElseThrow(() -> new Failure("there is no dossier " + slug + "; there are "
                        + archive.dossiers().list().stream()
                                .map(DossierRow::name)
                                .toList()));
    }

    private Dossier dossier(Archive archive, DossierRow row) throws Failure {
        try (Desk desk = DeskOptions.following(archive, lexicon.languages(), main.console())) {
            return desk.dossier(DefinitionJson.read(row.definition()));
        } catch (JsonFault e) {
            throw new Failure("the definition of dossier " + row.name() + " is damaged: " + e.getMessage());
        }
    }
}
