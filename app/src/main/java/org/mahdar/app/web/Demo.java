package org.mahdar.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.DossierRow;
import org.mahdar.app.desk.Correcting;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Read;
import org.mahdar.app.ingest.Input;
import org.mahdar.app.intake.Languages;
import org.mahdar.model.Correction;

/** The demonstration archive: talks between states that do not exist, from the stories in the jar. */
public final class Demo {
    private static final String FOLDER = "/samples/negotiation/";
    private static final String WHO = "demo";
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
        if (kept(archive)) {
            return;
        }
        Properties said = properties();
        archive.dossiers()
                .keep(new DossierRow(
                        said.getProperty("dossier.name"),
                        0,
                        said.getProperty("dossier.title"),
                        said.getProperty("dossier.definition"),
                        false,
                        WHO,
                        said.getProperty("day") + "T00:00:00Z"));
        try (Desk desk = Desk.over(archive, languages.reader("ar").orElseThrow().language())) {
            correct(desk, said);
            desk.indexer().follow(stories -> {});
        }
    }

    private static boolean kept(Archive archive) {
        return !archive.dossiers().list().isEmpty();
    }

    /** Corrects the one line that the stories' reader is known to have read otherwise. */
    private static void correct(Desk desk, Properties said) {
        Read read = desk.reads()
                .of(Integer.parseInt(said.getProperty("correction.story")))
                .orElseThrow();
        desk.correcting()
                .line(
                        read,
                        said.getProperty("correction.line"),
                        Correction.Verdict.REPLACE,
                        Map.of(said.getProperty("correction.field"), said.getProperty("correction.value")),
                        new Correcting.Reader(WHO, said.getProperty("correction.why")));
    }

    private static Properties properties() throws IOException {
        Properties out = new Properties();
        try (InputStream in = open("demo.properties")) {
            out.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return out;
    }
}
