package org.mahdar.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.ingest.Input;
import org.mahdar.app.intake.Languages;

/** The demonstration archive: talks between states that do not exist, from the stories in the jar. */
public final class Demo {
    private static final String FOLDER = "/samples/negotiation/";
    private static final List<String> LEXICON = List.of("bodies", "cities", "offices", "people", "states");

    private Demo() {}

    /** What reads the stories: the language packs with the words of the invented world, which are put into a folder. */
    public static Languages languages(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : LEXICON) {
            try (InputStream in = open("lexicon/" + name + ".tsv")) {
                Files.copy(in, folder.resolve(name + ".tsv"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new Languages(List.of(folder));
    }

    private static InputStream open(String name) {
        return Optional.ofNullable(Demo.class.getResourceAsStream(FOLDER + name))
                .orElseThrow(() -> new IllegalStateException("This jar was built without " + FOLDER + name));
    }

    /** Fills an archive; what is there already stays as it is. */
    public static void fill(Archive archive, Languages languages) throws IOException {
        Intake intake = new Intake(archive, languages);
        try (InputStream in = open("stories.jsonl")) {
            Iterator<Input> inputs = List.of(Input.stream("stories.jsonl", in)).iterator();
            Intake.Kept kept = intake.keep(inputs, intake.defaults(Optional.empty(), Optional.empty(), "ar"), "demo");
            if (!kept.troubles().isEmpty()) {
                throw new IllegalStateException("The demonstration is broken: " + kept.troubles());
            }
        }
    }
}
