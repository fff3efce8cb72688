package org.mahdar.app.ingest;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for stories that do not say themselves, and how records are to be understood.
 *
 * @param published day of publication
 * @param language BCP 47 tag
 * @param outlet who published them
 * @param fields where in records things stand, by the name that Mahdar has for them: {@code title=headline.main}; names
 *     that are not among them are looked for where they usually stand
 * @param facts what is known of the language
 */
public record Defaults(
        Optional<LocalDate> published,
        String language,
        Optional<String> outlet,
        Map<String, String> fields,
        Facts facts) {
    /** Copies the fields. */
    public Defaults {
        fields = Map.copyOf(fields);
    }

    /** A day and a language, and nothing unusual. */
    public static Defaults of(Optional<LocalDate> published, String language) {
        return new Defaults(published, language, Optional.empty(), Map.of(), Facts.NONE);
    }
}
