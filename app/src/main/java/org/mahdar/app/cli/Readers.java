package org.mahdar.app.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mahdar.Mahdar;

/** The engine for each language that turns up, loaded when its first story does, once for all: it never changes. */
final class Readers {
    private static final Map<String, Optional<Mahdar>> BY_LANGUAGE = new ConcurrentHashMap<>();

    private Readers() {}

    /** The engine for a language, going by its main part: {@code ar} for {@code ar-SY}; empty where there is none. */
    static Optional<Mahdar> of(String tag) {
        return BY_LANGUAGE.computeIfAbsent(tag.split("[-_]")[0], Readers::load);
    }

    private static Optional<Mahdar> load(String language) {
        if (Mahdar.class.getResource("/languages/" + language + "/pack.txt") == null) {
            return Optional.empty();
        }
        return Optional.of(Mahdar.forLanguage(language));
    }
}
