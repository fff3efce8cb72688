package org.mahdar.app.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.view.CsvView;
import org.mahdar.app.view.HtmlView;
import org.mahdar.app.view.JsonLinesView;
import org.mahdar.app.view.JsonView;
import org.mahdar.app.view.Labels;
import org.mahdar.app.view.Layer;
import org.mahdar.app.view.TableView;
import org.mahdar.app.view.View;
import picocli.CommandLine.Option;

/** How minutes are shown, and where. */
final class OutputOptions {
    /** The ways to show minutes. */
    enum Format {
        TABLE,
        JSON,
        JSONL,
        CSV,
        HTML;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write there, and not to standard output.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            split = ",",
            description = "Only these sorts of lines: ${COMPLETION-CANDIDATES}; several parted by commas.")
    private List<Layer> layers = List.of();

    @Option(
            names = "--ui-language",
            paramLabel = "TAG",
            description = "Language of headings and labels in table and html: en or ar (default: by the locale).")
    private Optional<String> uiLanguage = Optional.empty();

    View view(Main main) {
        Labels labels = Labels.of(uiLanguage.orElseGet(() -> main.console().language()));
        return switch (format) {
            case TABLE -> new TableView(labels, main.console().columns(), file.isEmpty() && main.colour());
            case JSON -> new JsonView();
            case JSONL -> new JsonLinesView();
            case CSV -> new CsvView();
            case HTML -> new HtmlView(labels);
        };
    }

    Set<Layer> layers() {
        return layers.isEmpty() ? EnumSet.allOf(Layer.class) : EnumSet.copyOf(layers);
    }

    Output open(Console console) throws Failure {
        return file.isPresent() ? Output.file(file.get()) : Output.stream(console.out());
    }

    /** Whether a person reads minutes on the terminal. */
    boolean isForReading() {
        return isTable() && file.isEmpty();
    }

    boolean isTable() {
        return format == Format.TABLE;
    }
}
