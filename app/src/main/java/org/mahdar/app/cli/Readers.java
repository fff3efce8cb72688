package org.mahdar.app.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mahdar.Mahdar;

/** The engine for each language that turns up, loaded when its first story does. */
final class Readers {
    private final Map<String, Optional<Mahdar>> byLanguage = new ConcurrentHashMap<>();

    /** The engine for a language, going by its main part: {@code ar} for {@code ar-SY}; empty where there is none. */
    Optional<Mahdar> of(String tag) {
        return byLanguage.computeIfAbsent(tag.split("[-_]")[0], Readers::load);
    }

    private static Optional<Mahdar> load(String language) {
        if (Mahdar.class.getResource("/languages/" + language + "/pack.txt") == null) {
            return Optional.empty();
        }
        return Optional.of(Mahdar.forLanguage(language));
    }
}
