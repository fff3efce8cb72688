package org.mahdar;

import java.nio.file.Path;
import java.util.List;
import org.mahdar.extract.TimeFinder;
import org.mahdar.extract.Times;
import org.mahdar.language.Language;
import org.mahdar.model.Minutes;
import org.mahdar.model.Story;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/**
 * Reads news stories into minutes. Configure once, share between threads, call {@link #read} as often as you like: it is
 * a pure function, the same story and the same language pack give the same minutes.
 */
public final class Mahdar {
    private final Language language;
    private final TimeFinder times;

    private Mahdar(Language language) {
        this.language = language;
        this.times = new TimeFinder(language);
    }

    /** A reader with the language pack that comes with the engine, such as {@code ar}. */
    public static Mahdar forLanguage(String tag) {
        return new Mahdar(Language.bundled(tag));
    }

    /** A reader with the language pack in a folder. */
    public static Mahdar forPack(Path folder) {
        return new Mahdar(Language.load(folder));
    }

    /** The language pack in use. */
    public Language language() {
        return language;
    }

    /** Reads one story; the lines below, top to bottom, are the whole way from text to minutes. Never throws on a text. */
    public Minutes read(Story story) {
        Text text = Text.of(story, language.letters());
        Tape tape = language.tape(text);
        Times when = times.find(tape, story.published());
        return new Minutes(
                story,
                language.version(),
                List.of(),
                when.expressions(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
