package org.mahdar.app.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mahdar.app.ingest.Stories;
import picocli.CommandLine.Option;

/** What holds for stories that do not say themselves. */
final class InputOptions {
    @Option(
            names = "--published",
            paramLabel = "DAY",
            description = "Day of publication, such as 2022-01-11, of stories that do not say theirs.")
    private Optional<LocalDate> published = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "ar",
            description = "Language of stories that do not name theirs (default: ${DEFAULT-VALUE}).")
    private String language = "ar";

    Stories open(List<String> files, Console console) {
        return Stories.of(files, console.in(), published, language);
    }
}
