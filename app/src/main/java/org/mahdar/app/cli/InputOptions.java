package org.mahdar.app.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.app.ingest.Defaults;
import org.mahdar.app.ingest.Stories;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Option(names = "--outlet", paramLabel = "NAME", description = "Who published stories that do not say.")
    private Optional<String> outlet = Optional.empty();

    @Option(
            names = "--field",
            paramLabel = "FIELD=PATH",
            description = {
                "Where in JSON or CSV a field stands, such as title=headline.main; may be given several times.",
                "Fields: id, title, body, published, outlet, agency, byline, place, language, url."
            })
    private Map<String, String> fields = Map.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    // picocli sets the spec.
    @SuppressWarnings("NullAway.Init")
    InputOptions() {}

    /** What holds for stories that do not say themselves. */
    Defaults defaults() {
        for (String field : fields.keySet()) {
            if (!Defaults.FIELDS.contains(field)) {
                throw new ParameterException(
                        spec.commandLine(), "--field has no field \"" + field + "\"; there are " + Defaults.FIELDS);
            }
        }
        return new Defaults(
                published, language, outlet, fields, () -> Readers.plain().facts(language));
    }

    Stories open(List<String> files, Console console) {
        return Stories.of(files, console.in(), defaults());
    }
}
