package org.mahdar.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mahdar.app.intake.Languages;
import picocli.CommandLine.Option;

/** The user's own words, laid over the language pack. */
final class LexiconOption {
    @Option(
            names = "--lexicon",
            paramLabel = "DIR",
            description = {
                "A folder of your own people, bodies, places (people.tsv, bodies.tsv, …), laid over the language pack.",
                "May be given more than once; where two speak of the same line, the later one wins."
            })
    private List<Path> folders = List.of();

    /** The engine for each language, with these words. */
    Languages languages() {
        return Readers.with(folders);
    }

    /** The same with one more folder laid over the pack first. */
    Languages languagesWith(Path folder) {
        List<Path> all = new ArrayList<>(List.of(folder));
        all.addAll(folders);
        return Readers.with(all);
    }
}
