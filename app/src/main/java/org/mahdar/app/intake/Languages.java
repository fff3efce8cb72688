package org.mahdar.app.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mahdar.Mahdar;
import org.mahdar.app.ingest.Facts;
import org.mahdar.app.ingest.PressFacts;

/** The engine for each language that turns up and what it knows of its press, loaded when the first story does. */
public final class Languages {
    private final Map<String, Optional<Mahdar>> readers = new ConcurrentHashMap<>();
    private final Map<String, Facts> facts = new ConcurrentHashMap<>();
    private final List<Path> overlays;

    /** @param overlays the user's own lexicon folders, laid over each pack in this order */
    public Languages(List<Path> overlays) {
        this.overlays = List.copyOf(overlays);
    }

    /** Whether the packs are not as they come with Mahdar. */
    public boolean areChanged() {
        return !overlays.isEmpty();
    }

    /** The engine for a language, going by its main part: {@code ar} for {@code ar-SY}; empty where there is none. */
    public Optional<Mahdar> reader(String tag) {
        return readers.computeIfAbsent(main(tag), this::load);
    }

    /** What has to be known of a language to take stories in. */
    public Facts facts(String tag) {
        return facts.computeIfAbsent(
                main(tag), main -> reader(main).<Facts>map(PressFacts::new).orElse(Facts.NONE));
    }

    private static String main(String tag) {
        return tag.split("[-_]", 2)[0];
    }

    private Optional<Mahdar> load(String language) {
        if (Mahdar.class.getResource("/languages/" + language + "/pack.txt") == null) {
            return Optional.empty();
        }
        return Optional.of(Mahdar.forLanguage(language, overlays));
    }
}
