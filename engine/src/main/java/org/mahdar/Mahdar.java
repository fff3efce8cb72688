package org.mahdar;

import java.nio.file.Path;
import java.util.List;
import org.mahdar.extract.StoryReader;
import org.mahdar.language.Language;
import org.mahdar.model.Minutes;
import org.mahdar.model.Story;

/**
 * Reads news stories into minutes. Configure once, share between threads, call {@link #read} as often as you like: it is
 * a pure function, the same story and the same language pack give the same minutes.
 */
public final class Mahdar {
    private final Language language;
    private final StoryReader reader;

    private Mahdar(Language language) {
        this.language = language;
        this.reader = new StoryReader(language);
    }

    /** A reader with the language pack that comes with the engine, such as {@code ar}. */
    public static Mahdar forLanguage(String tag) {
        return new Mahdar(Language.bundled(tag));
    }

    /**
     * A reader with the language pack that comes with the engine, and a user's own lexicon folders laid over it; see
     * {@link Language#load(Path, List)} for their form and for how a broken one is refused.
     */
    public static Mahdar forLanguage(String tag, List<Path> overlays) {
        return new Mahdar(Language.bundled(tag, overlays));
    }

    /** A reader with the language pack in a folder, and a user's own lexicon folders laid over it. */
    public static Mahdar forPack(Path folder, List<Path> overlays) {
        return new Mahdar(Language.load(folder, overlays));
    }

    /** A reader with the language pack in a folder. */
    public static Mahdar forPack(Path folder) {
        return new Mahdar(Language.load(folder));
    }

    /** The language pack in use. */
    public Language language() {
        return language;
    }

    /** Reads one story. Never throws on a text. */
    public Minutes read(Story story) {
        return reader.read(story);
    }
}
