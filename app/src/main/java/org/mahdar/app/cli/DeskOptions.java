package org.mahdar.app.cli;

import org.mahdar.app.archive.Archive;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Indexer;
import org.mahdar.app.intake.Languages;
import org.mahdar.language.Language;

/** Opens the desk over an archive. */
final class DeskOptions {
    /** The language of most stories: the one whose pack comes with Mahdar. */
    private static final String MAIN = "ar";

    private DeskOptions() {}

    static Desk over(Archive archive, Languages languages) {
        Language language = languages
                .reader(MAIN)
                .orElseThrow(() -> new IllegalStateException("This jar was built without a language pack"))
                .language();
        return Desk.over(archive, language);
    }

    /** Opens the desk and brings its index to the state of the archive. */
    static Desk following(Archive archive, Languages languages, Console console) {
        Desk desk = over(archive, languages);
        follow(desk, console);
        return desk;
    }

    /** Puts into the index what is new. */
    static int follow(Desk desk, Console console) {
        Progress progress = new Progress(console.err(), 0, System::nanoTime);
        Indexer.Done done = desk.indexer().follow(stories -> {
            if (console.errIsTerminal()) {
                progress.at(stories, 0);
            }
        });
        progress.clear();
        tell(done.busy(), console);
        return done.stories();
    }

    /** Says where the index could not be brought to the state of the archive. */
    static void tell(boolean busy, Console console) {
        if (busy) {
            console.say("another Mahdar is writing the index; what was added last may be missing from it for now");
        }
    }
}
