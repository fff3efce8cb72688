package org.mahdar.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.Mahdar;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.app.wire.GoldJson;
import org.mahdar.app.wire.JsonFault;
import org.mahdar.model.Story;
import org.mahdar.score.Gold;

/** The stories written for this project, with what people found in them. */
public final class OwnGold {
    public static final Path FOLDER = Path.of("../languages/ar/gold");

    private OwnGold() {}

    /** The stories by their ids, in their order. */
    public static Map<String, Story> stories() {
        Map<String, Story> out = new LinkedHashMap<>();
        try (Stories stories = Stories.of(
                List.of(FOLDER.resolve("stories.jsonl").toString()),
                InputStream.nullInputStream(),
                Optional.empty(),
                "ar")) {
            stories.forEachRemaining(item -> {
                Story story = ((Item.Found) item).story();
                out.put(story.id(), story);
            });
        }
        return out;
    }

    /** What people found. */
    public static List<Gold> gold() {
        try (InputStream in = Files.newInputStream(FOLDER.resolve("gold.jsonl"))) {
            return GoldJson.readAll(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonFault e) {
            throw new IllegalStateException(e);
        }
    }

    /** A reader that knows the invented states. */
    public static Mahdar reader() {
        return Mahdar.forLanguage("ar", List.of(FOLDER.resolve("lexicon")));
    }
}
