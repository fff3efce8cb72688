package org.mahdar.app.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.Mahdar;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.fetch.Fetcher;
import org.mahdar.app.fetch.Manners;
import org.mahdar.app.ingest.Defaults;
import org.mahdar.app.ingest.Input;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.app.intake.Adder;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.intake.Pages;
import org.mahdar.app.intake.Taken;
import org.mahdar.app.wire.Sha256;
import org.mahdar.app.wire.Version;
import org.mahdar.model.Minutes;

/** Stories that come over the network: read and shown, or kept. */
final class Intake {
    /** How many stories are read without being kept; more are kept, and looked at then. */
    private static final int MOST_READ = 50;

    private final Archive archive;
    private final Languages languages;

    Intake(Archive archive, Languages languages) {
        this.archive = archive;
        this.languages = languages;
    }

    /**
     * What was found in what somebody sent.
     *
     * @param minutes of the stories, in order
     * @param troubles what could not be read, a sentence or two each
     * @param more whether there were more stories than are read at once
     */
    record Found(List<Minutes> minutes, List<String> troubles, boolean more) {}

    /**
     * What was kept.
     *
     * @param taken what became of it all
     * @param first number of the first story; empty where none was found
     * @param troubles what could not be taken, a sentence or two each
     */
    record Kept(Taken taken, Optional<Integer> first, List<String> troubles) {}

    /** Bytes under a name that tells what they hold, as far as they do not themselves. */
    static Input input(String name, byte[] bytes) {
        return Input.stream(name, new ByteArrayInputStream(bytes));
    }

    /** A text that somebody has pasted; named after what it says, so that another is another story. */
    static Input pasted(Optional<String> title, String text) {
        String whole = title.map(line -> line.strip() + "\n\n").orElse("") + text;
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        return input("pasted-" + Sha256.hex(Sha256.of(bytes)).substring(0, 12) + ".txt", bytes);
    }

    /** A page of the web, fetched now; addresses of this machine and its own network are refused. */
    static Input page(String url) {
        return Pages.input(new Fetcher(Manners.usual(Version.current())), url);
    }

    Defaults defaults(Optional<String> published, Optional<String> outlet, String language) {
        return new Defaults(
                published.flatMap(Defaults::day), language, outlet, Map.of(), () -> languages.facts(language));
    }

    /** Reads stories and keeps none. */
    Found read(Iterator<Input> inputs, Defaults defaults) {
        List<Minutes> minutes = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        try (Stories stories = Stories.of(inputs, defaults)) {
            while (minutes.size() < MOST_READ && stories.hasNext()) {
                Item item = stories.next();
                if (item instanceof Item.Bad bad) {
                    troubles.add(bad.place() + ": " + bad.what() + ". " + bad.wayOut());
                } else if (item instanceof Item.Found found) {
                    String language = found.story().language();
                    Optional<Mahdar> mahdar = languages.reader(language);
                    if (mahdar.isPresent()) {
                        Item.Found credited = found.credited(languages.facts(language));
                        minutes.add(mahdar.get().read(credited.story()));
                    } else {
                        troubles.add(found.place() + ": there is no language pack for \"" + language + "\".");
                    }
                }
            }
            return new Found(minutes, troubles, stories.hasNext());
        }
    }

    /** Keeps stories; {@code who} is named as having sent them. */
    Kept keep(Iterator<Input> inputs, Defaults defaults, String who) {
        List<String> keys = new ArrayList<>();
        try (Stories stories = Stories.of(inputs, defaults)) {
            Iterator<Item> watched = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return stories.hasNext();
                }

                @Override
                public Item next() {
                    Item item = stories.next();
                    if (keys.isEmpty() && item instanceof Item.Found found) {
                        keys.add(found.provenance().key());
                    }
                    return item;
                }
            };
            Adder.Options options = new Adder.Options(1, Optional.empty(), Optional.empty());
            int run = archive.runs().begin("page: " + who);
            Taken taken = new Adder(archive, languages, options, new Silent()).add(watched, run);
            archive.runs().end(run, taken.added(), taken.changed().size(), taken.known(), taken.troubles());
            Optional<Integer> first = keys.stream().findFirst().flatMap(archive.stories()::number);
            List<String> troubles = taken.troubles().stream()
                    .map(trouble -> trouble.place() + ": " + trouble.what() + ". " + trouble.wayOut())
                    .toList();
            return new Kept(taken, first, troubles);
        }
    }

    /** Nobody watches while a request is answered. */
    private static final class Silent implements Adder.Listener {
        @Override
        public void at(int stories) {
            // The answer comes when all is done.
        }

        @Override
        public void remark(Item.Remark remark) {
            // What was read in an unusual way can be seen in the story.
        }
    }
}
