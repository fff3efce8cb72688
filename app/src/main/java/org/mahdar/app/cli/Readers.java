package org.mahdar.app.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mahdar.Mahdar;
import org.mahdar.pattern.PatternException;

/** The engine for each language that turns up, loaded when its first story does, once for all: it never changes. */
final class Readers {
    private record Key(String language, List<Path> overlays) {}

    private static final Map<Key, Mahdar> LOADED = new ConcurrentHashMap<>();

    private final List<Path> overlays;

    /** Engines with the user's own lexicon folders laid over each pack; what lay in a folder when it was first read counts. */
    Readers(List<Path> overlays) {
        this.overlays = List.copyOf(overlays);
    }

    /** The engine for a language, going by its main part: {@code ar} for {@code ar-SY}; empty where there is none. */
    Optional<Mahdar> of(String tag) throws Failure {
        String language = tag.split("[-_]")[0];
        if (Mahdar.class.getResource("/languages/" + language + "/pack.txt") == null) {
            return Optional.empty();
        }
        Key key = new Key(language, overlays);
        Mahdar known = LOADED.get(key);
        if (known == null) {
            known = load(language);
            LOADED.put(key, known);
        }
        return Optional.of(known);
    }

    private Mahdar load(String language) throws Failure {
        try {
            return Mahdar.forLanguage(language, overlays);
        } catch (PatternException | UncheckedIOException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }
}
