package org.mahdar.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How stories are to be read; travels to the workers. */
final class Instructions implements Serializable {
    private static final long serialVersionUID = 1;

    private final String language;
    private final @Nullable LocalDate day;
    private final String[] lexicons;
    private final LinkedHashMap<String, String> dossiers;

    /**
     * @param language BCP 47 tag of the language that is read, and of stories that do not name theirs
     * @param day of publication of stories that do not know theirs
     * @param lexicons folders of a user's own words, which every worker must be able to read
     */
    Instructions(String language, Optional<LocalDate> day, List<String> lexicons) {
        this(language, day, lexicons, Map.of());
    }

    /** The same, with the dossiers that are to be made: their definitions as JSON by their names. */
    Instructions(String language, Optional<LocalDate> day, List<String> lexicons, Map<String, String> dossiers) {
        this.language = language;
        this.day = day.orElse(null);
        this.lexicons = lexicons.toArray(String[]::new);
        this.dossiers = new LinkedHashMap<>(dossiers);
    }

    String language() {
        return language;
    }

    Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    List<String> lexicons() {
        return List.of(lexicons);
    }

    Map<String, String> dossiers() {
        return Collections.unmodifiableMap(dossiers);
    }
}
