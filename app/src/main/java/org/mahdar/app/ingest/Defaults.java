package org.mahdar.app.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What holds for stories that do not say themselves, and how records are to be understood.
 *
 * @param published day of publication
 * @param language BCP 47 tag
 * @param outlet who published them
 * @param fields where in records things stand, by the name that Mahdar has for them: {@code title=headline.main}; names
 *     that are not among them are looked for where they usually stand
 * @param facts what is known of the language, asked for when it is needed: knowing costs the start of an engine
 */
public record Defaults(
        Optional<LocalDate> published,
        String language,
        Optional<String> outlet,
        Map<String, String> fields,
        Supplier<Facts> facts) {
    /** The names that {@link #fields} may have. */
    public static final List<String> FIELDS =
            List.of("id", "title", "body", "published", "outlet", "agency", "byline", "place", "language", "url");

    /** Copies the fields. */
    public Defaults {
        fields = Map.copyOf(fields);
    }

    /** The day of publication that is written in one of the usual ways. */
    public static Optional<LocalDate> day(String written) {
        return Moment.of(written).map(Moment::day);
    }

    /** A day and a language, and nothing unusual. */
    public static Defaults of(Optional<LocalDate> published, String language) {
        return new Defaults(published, language, Optional.empty(), Map.of(), () -> Facts.NONE);
    }
}
