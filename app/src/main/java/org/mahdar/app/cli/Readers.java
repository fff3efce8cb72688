package org.mahdar.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mahdar.app.intake.Languages;

/** The languages of this process, each loaded once for all: they never change. */
final class Readers {
    private static final Map<List<Path>, Languages> LOADED = new ConcurrentHashMap<>();

    private Readers() {}

    /** The languages as they come. */
    static Languages plain() {
        return with(List.of());
    }

    /** With the user's own lexicon folders laid over each pack; what lay in a folder when it was first read counts. */
    static Languages with(List<Path> overlays) {
        return LOADED.computeIfAbsent(List.copyOf(overlays), Languages::new);
    }
}
