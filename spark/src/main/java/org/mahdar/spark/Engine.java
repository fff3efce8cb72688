package org.mahdar.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mahdar.Mahdar;
import org.mahdar.app.ingest.Defaults;
import org.mahdar.app.ingest.Facts;
import org.mahdar.app.intake.Languages;

/**
 * What reads, loaded by whoever asks first. It travels as a broadcast, of which Spark keeps one a worker process, so that all
 * tasks there share one engine; what has been loaded stays where it is.
 */
final class Engine implements Serializable {
    private static final long serialVersionUID = 1;

    private final Instructions how;
    private transient @Nullable Languages languages;

    Engine(Instructions how) {
        this.how = how;
    }

    Instructions how() {
        return how;
    }

    /** The engine with the words of the run; may be asked by many tasks at once. */
    Mahdar mahdar() {
        return languages()
                .reader(how.language())
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no language pack \"" + how.language() + "\""));
    }

    /** What holds for stories that do not say themselves: as {@code mahdar read} has it. */
    Defaults defaults() {
        return new Defaults(how.day(), how.language(), Optional.empty(), Map.of(), this::facts);
    }

    /** What is known of newspapers in the language of the run. */
    Facts facts() {
        return languages().facts(how.language());
    }

    private synchronized Languages languages() {
        Languages known = languages;
        if (known == null) {
            known = new Languages(how.lexicons().stream().map(Path::of).toList());
            languages = known;
        }
        return known;
    }
}
