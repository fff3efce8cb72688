package org.mahdar.app.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.mahdar.model.Story;

/** Makes stories of texts and records: what is title, what body, what is known of the story beside. */
final class StoryMaker {
    private static final List<String> TITLE = List.of("title", "headline");
    private static final List<String> BODY = List.of("body", "content", "text", "articleBody");
    private static final List<String> PUBLISHED =
            List.of("published", "date", "published_at", "publishedAt", "datePublished", "pubDate", "date_extracted");
    private static final List<String> OUTLET = List.of("outlet", "source", "publisher");
    private static final List<String> BYLINE = List.of("byline", "author", "authors", "creator");
    private static final List<String> URL = List.of("url", "link");
    private static final List<String> LANGUAGE = List.of("language", "lang", "inLanguage");

    static final String JSON = "application/json";

    private final Defaults defaults;
    private int number;

    StoryMaker(Defaults defaults) {
        this.defaults = defaults;
    }

    /** The story of a text file: its first line that is not blank is the title, the rest the body. */
    List<Item> fromText(String file, String content, byte[] bytes) {
        return fromText(file, content, "text/plain", bytes);
    }

    /** The same of a text that was taken out of bytes of another kind. */
    List<Item> fromText(String file, String content, String mediaType, byte[] bytes) {
        String text = strip(content);
        if (text.isEmpty()) {
            return List.of(new Item.Bad(Place.of(file), "holds no text", "Check that it was written whole."));
        }
        int wrong = Script.firstUnfit(content);
        if (wrong < content.length()) {
            return List.of(unfit(content, wrong, "the text", at(file, content, wrong)));
        }
        int lineEnd = lineEnd(text);
        Draft draft = new Draft();
        draft.title = lineEnd == text.length() ? "" : strip(text.substring(0, lineEnd));
        draft.body = strip(text.substring(draft.title.isEmpty() ? 0 : lineEnd));
        return make(Place.of(file), draft, stem(file), mediaType, bytes);
    }

    /** The story of a JSON object, or of a row of a table as such. */
    List<Item> fromRecord(Place place, Object value, String mediaType, byte[] bytes) {
        number++;
        if (!(value instanceof Map<?, ?> map)) {
            return List.of(new Item.Bad(place, "is not a JSON object", "Give an object with \"title\" and \"text\"."));
        }
        if (Ninjs.isNinjs(map) && defaults.fields().isEmpty()) {
            return Ninjs.stories(this, place, map, bytes);
        }
        Properties record = new Properties(map, defaults.fields());
        Draft draft = new Draft();
        draft.title = record.text("title", TITLE).orElse("");
        draft.body = record.text("body", BODY).orElse("");
        if (record.wrong().isPresent()) {
            return List.of(new Item.Bad(
                    place,
                    "\"" + record.wrong().get() + "\" is not a string",
                    "Give title and text as strings; the other stories are read."));
        }
        if (draft.title.isEmpty() && draft.body.isBlank()) {
            return List.of(nothing(place, map));
        }
        draft.id = record.names("id", List.of("id"));
        draft.published = record.names("published", PUBLISHED);
        draft.outlet = record.names("outlet", OUTLET);
        draft.agency = record.names("agency", List.of("agency"));
        draft.byline = record.names("byline", BYLINE);
        draft.place = record.names("place", List.of("place"));
        draft.url = record.names("url", URL);
        draft.language = record.names("language", LANGUAGE);
        String name = draft.outlet.or(defaults::outlet).orElseGet(() -> stem(place.file())) + "-" + number;
        return make(place, draft, name, mediaType, bytes);
    }

    /** The stories of a feed, as far as it holds them. */
    List<Item> fromFeed(String file, FeedReader.Feed feed) {
        List<Item> out = new ArrayList<>();
        for (FeedReader.Entry entry : feed.entries()) {
            number++;
            Draft draft = new Draft();
            draft.title = entry.title();
            draft.body = entry.text();
            draft.id = entry.id();
            draft.published = entry.published();
            draft.byline = entry.byline();
            draft.outlet = Optional.of(feed.title()).filter(title -> !title.isBlank());
            draft.url = Optional.of(entry.url()).filter(url -> !url.isBlank());
            if (draft.title.isBlank() && draft.body.isBlank()) {
                out.add(new Item.Bad(
                        Place.of(file),
                        "entry " + number + " of the feed is empty",
                        "Leave it out; the others are read."));
            } else {
                byte[] text = (draft.title + "\n\n" + draft.body).getBytes(StandardCharsets.UTF_8);
                out.addAll(make(Place.of(file), draft, stem(file) + "-" + number, "text/plain", text));
            }
        }
        if (out.isEmpty()) {
            out.add(new Item.Bad(Place.of(file), "is a feed without entries", "Check that it was written whole."));
        }
        return out;
    }

    /**
     * The story of what a format told, checked.
     *
     * @param name what to call a story that has no id of its own
     */
    List<Item> make(Place place, Draft draft, String name, String mediaType, byte[] bytes) {
        int wrong = Script.firstUnfit(draft.title);
        if (wrong < draft.title.length()) {
            return List.of(unfit(draft.title, wrong, "the title", place));
        }
        wrong = Script.firstUnfit(draft.body);
        if (wrong < draft.body.length()) {
            return List.of(unfit(draft.body, wrong, "the text", place));
        }
        String text = draft.title.isEmpty() ? draft.body : draft.title + "\n\n" + draft.body;
        Optional<Script.Fault> spoilt = Script.spoilt(text);
        if (spoilt.isPresent()) {
            return List.of(new Item.Bad(place, spoilt.get().what(), spoilt.get().wayOut()));
        }
        List<Item> out = new ArrayList<>();
        Optional<Moment> moment = draft.published.flatMap(this::moment);
        if (draft.published.isPresent() && moment.isEmpty()) {
            out.add(new Item.Remark(
                    place,
                    "the day of publication \"" + draft.published.get() + "\" is not understood and left out;"
                            + " write it as 2022-01-11"));
        }
        Optional<String> outlet = draft.outlet.or(defaults::outlet);
        Story story = new Story(
                draft.id.orElse(name),
                draft.title,
                text,
                moment.map(Moment::day).or(defaults::published),
                draft.language.orElse(defaults.language()),
                outlet,
                draft.agency,
                draft.place,
                draft.url);
        String key = Key.of(draft, outlet, container(place), text);
        out.add(new Item.Found(
                place, story, new Provenance(key, moment.flatMap(Moment::at), draft.byline, mediaType, bytes)));
        return out;
    }

    private Optional<Moment> moment(String written) {
        Optional<Moment> known = Moment.of(written);
        if (known.isPresent()) {
            return known;
        }
        Optional<LocalDate> inWords = defaults.facts().get().day(written);
        return inWords.map(Moment::day);
    }

    private static Item nothing(Place place, Map<?, ?> map) {
        boolean blank =
                TITLE.stream().anyMatch(map::containsKey) || BODY.stream().anyMatch(map::containsKey);
        return blank
                ? new Item.Bad(place, "title and text are empty", "Leave the story out, or look where it came from.")
                : new Item.Bad(
                        place,
                        "the story has neither title nor text; its properties: " + map.keySet(),
                        "The title is looked for in " + TITLE + ", the text in " + BODY + ".");
    }

    private static Item unfit(String text, int at, String what, Place place) {
        int c = text.charAt(at);
        return new Item.Bad(
                place,
                String.format(
                        "%s has %s (U+%04X) at offset %d", what, c == 0 ? "a NUL" : "half a surrogate pair", c, at),
                "Take it out, or write the story again from its source; the other stories are read.");
    }

    /** The place of an offset in the text of a file. */
    static Place at(String file, String text, int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset && i < text.length(); i++) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return new Place(file, line, column);
    }

    static Item.Bad notUtf8(Place place, byte wrong) {
        return new Item.Bad(
                place,
                String.format("byte 0x%02X is not UTF-8, though the text before it is", wrong & 0xFF),
                "Mend the character there, or save the whole file again as UTF-8.");
    }

    static Item.Bad unreadable(Place place, IOException e) {
        if (e instanceof CharacterCodingException) {
            return new Item.Bad(
                    place, "its bytes do not keep to the encoding it begins with", "Save it as UTF-8 and try again.");
        }
        if (brokenGzip(e)) {
            return new Item.Bad(
                    place,
                    "the gzip breaks off or is damaged: " + e.getMessage(),
                    "Fetch or write it again; of one that is damaged nothing behind the damage can be read.");
        }
        return e instanceof BadInput bomb
                ? new Item.Bad(place, bomb.what(), bomb.wayOut())
                : new Item.Bad(place, "cannot be read further: " + e.getMessage(), "Check the disk and its rights.");
    }

    /** Whether a fault is one of packed bytes and not of the disk that they lie on. */
    private static boolean brokenGzip(IOException e) {
        return e instanceof ZipException || e instanceof EOFException;
    }

    private static String container(Place place) {
        String path = place.file().substring(place.file().lastIndexOf('!') + 1);
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** The file's name without folder and ending. */
    static String stem(String file) {
        String name = container(Place.of(file));
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return stem.isBlank() ? "story" : stem;
    }

    private static int lineEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return text.length();
    }

    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isWhite(text.charAt(from))) {
            from++;
        }
        while (to > from && isWhite(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isWhite(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
