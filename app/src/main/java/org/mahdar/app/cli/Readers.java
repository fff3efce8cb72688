package org.mahdar.app.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mahdar.Mahdar;
import org.mahdar.app.ingest.Facts;
import org.mahdar.app.ingest.PressFacts;

/** The engine for each language that turns up, loaded when its first story does, once for all: it never changes. */
final class Readers {
    private static final Map<String, Optional<Mahdar>> BY_LANGUAGE = new ConcurrentHashMap<>();

    private static final Map<String, Facts> FACTS = new ConcurrentHashMap<>();

    private Readers() {}

    /** The engine for a language, going by its main part: {@code ar} for {@code ar-SY}; empty where there is none. */
    static Optional<Mahdar> of(String tag) {
        return BY_LANGUAGE.computeIfAbsent(tag.split("[-_]")[0], Readers::load);
    }

    /** What has to be known of a language to take stories in. */
    static Facts facts(String tag) {
        return FACTS.computeIfAbsent(
                tag.split("[-_]")[0],
                main -> of(main).<Facts>map(PressFacts::new).orElse(Facts.NONE));
    }

    private static Optional<Mahdar> load(String language) {
        if (Mahdar.class.getResource("/languages/" + language + "/pack.txt") == null) {
            return Optional.empty();
        }
        return Optional.of(Mahdar.forLanguage(language));
    }
}
