package org.mahdar.app.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.app.intake.Adder;
import org.mahdar.app.intake.Languages;
import org.mahdar.language.Language;

/** The invented negotiation that comes with Mahdar, as an archive. */
public final class Demo {
    private static final String FOLDER = "/samples/negotiation/";

    private static final Languages LANGUAGES = new Languages(List.of(resource("lexicon")));

    private Demo() {}

    private static Path resource(String name) {
        try {
            return Path.of(java.util.Objects.requireNonNull(Demo.class.getResource(FOLDER + name))
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Language language() {
        return LANGUAGES.reader("ar").orElseThrow().language();
    }

    public static Languages languages() {
        return LANGUAGES;
    }

    /** The lines of its file of stories. */
    public static List<String> lines() throws IOException {
        return Files.readAllLines(resource("stories.jsonl"));
    }

    /** Adds its stories. */
    public static void add(Archive archive) {
        add(archive, resource("stories.jsonl"));
    }

    /** Adds the stories of a file. */
    public static void add(Archive archive, Path file) {
        int run = archive.runs().begin("test");
        try (Stories stories = Stories.of(List.of(file.toString()), System.in, Optional.empty(), "ar")) {
            new Adder(
                            archive,
                            LANGUAGES,
                            new Adder.Options(1, Optional.empty(), Optional.empty()),
                            new Adder.Listener() {
                                @Override
                                public void at(int met) {}

                                @Override
                                public void remark(Item.Remark remark) {}
                            })
                    .add(stories, run);
        }
        archive.runs().end(run, 0, 0, 0, List.of());
    }
}
