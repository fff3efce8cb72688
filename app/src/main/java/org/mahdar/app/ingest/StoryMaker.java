package org.mahdar.app.ingest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.model.Story;

/** Makes stories of texts and records: what is title, what body, what is known of the story beside. */
final class StoryMaker {
    private static final List<String> TITLE = List.of("title", "headline");
    private static final List<String> BODY = List.of("body", "content", "text");
    private static final List<String> PUBLISHED =
            List.of("published", "date", "published_at", "publishedAt", "datePublished", "pubDate", "date_extracted");
    private static final List<String> OUTLET = List.of("outlet", "source");
    private static final List<String> URL = List.of("url", "link");
    private static final List<String> LANGUAGE = List.of("language", "lang");

    private final Optional<LocalDate> published;
    private final String language;
    private int number;

    /**
     * What holds for stories that do not say themselves.
     *
     * @param published their day of publication
     * @param language their language
     */
    StoryMaker(Optional<LocalDate> published, String language) {
        this.published = published;
        this.language = language;
    }

    /** The story of a text file: its first line that is not blank is the title, the rest the body. */
    List<Item> fromText(String file, String content) {
        String text = strip(content);
        if (text.isEmpty()) {
            return List.of(new Item.Bad(Place.of(file), "holds no text", "Check that it was written whole."));
        }
        int wrong = firstUnfit(content);
        if (wrong < content.length()) {
            return List.of(unfit(content, wrong, "the text", at(file, content, wrong)));
        }
        int lineEnd = lineEnd(text);
        String title = lineEnd == text.length() ? "" : strip(text.substring(0, lineEnd));
        String body = strip(text.substring(title.isEmpty() ? 0 : lineEnd));
        number++;
        Story story = Story.of(stem(file), title, body, published).with(Optional.empty(), Optional.empty(), language);
        return List.of(new Item.Found(Place.of(file), story));
    }

    /** The story of a JSON object. */
    List<Item> fromRecord(Place place, Object value) {
        number++;
        if (!(value instanceof Map<?, ?> map)) {
            return List.of(new Item.Bad(place, "is not a JSON object", "Give an object with \"title\" and \"text\"."));
        }
        List<Item> out = new ArrayList<>();
        Properties record = new Properties(map);
        String title = record.text(TITLE).filter(t -> !t.isBlank()).orElse("");
        String body = record.text(BODY).orElse("");
        if (record.wrong().isPresent()) {
            return List.of(new Item.Bad(
                    place,
                    "\"" + record.wrong().get() + "\" is not a string",
                    "Give title and text as strings; the other stories are read."));
        }
        if (title.isEmpty() && body.isBlank()) {
            return List.of(nothing(place, map));
        }
        int wrong = firstUnfit(title);
        if (wrong < title.length()) {
            return List.of(unfit(title, wrong, "the title", place));
        }
        wrong = firstUnfit(body);
        if (wrong < body.length()) {
            return List.of(unfit(body, wrong, "the text", place));
        }
        Optional<String> day = record.text(PUBLISHED);
        Optional<LocalDate> read = day.flatMap(StoryMaker::day);
        if (day.isPresent() && read.isEmpty()) {
            out.add(new Item.Remark(
                    place,
                    "the day of publication \"" + day.get() + "\" is not understood and left out;"
                            + " write it as 2022-01-11"));
        }
        Optional<String> outlet = record.text(OUTLET);
        String text = title.isEmpty() ? body : title + "\n\n" + body;
        out.add(new Item.Found(
                place,
                new Story(
                        record.text(List.of("id")).orElseGet(() -> outlet.orElse(stem(place.file())) + "-" + number),
                        title,
                        text,
                        read.or(() -> published),
                        record.text(LANGUAGE).orElse(language),
                        outlet,
                        record.text(List.of("agency")),
                        record.text(List.of("place")),
                        record.text(URL))));
        return out;
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

    /** A record's properties under the names that are in use for them. */
    private static final class Properties {
        private final Map<?, ?> map;
        private Optional<String> wrong = Optional.empty();

        Properties(Map<?, ?> map) {
            this.map = map;
        }

        /** The first of these that is there and not blank. */
        Optional<String> text(List<String> names) {
            for (String name : names) {
                Object value = map.get(name);
                if (value instanceof Map<?, ?> inner && inner.get("name") instanceof String inside) {
                    value = inside;
                }
                if (value instanceof String || value instanceof Long) {
                    String text = String.valueOf(value);
                    if (!text.isBlank()) {
                        return Optional.of(text);
                    }
                } else if (value != null) {
                    wrong = Optional.of(name);
                }
            }
            return Optional.empty();
        }

        /** A property that was asked for and is neither text nor number. */
        Optional<String> wrong() {
            return wrong;
        }
    }

    private static Optional<LocalDate> day(String written) {
        String text = written.strip();
        try {
            if (text.length() >= 10 && text.charAt(4) == '-') {
                return Optional.of(LocalDate.parse(text.substring(0, 10)));
            }
            if (text.length() == 8) {
                return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
            }
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Item unfit(String text, int at, String what, Place place) {
        int c = text.charAt(at);
        return new Item.Bad(
                place,
                String.format(
                        "%s has %s (U+%04X) at offset %d", what, c == 0 ? "a NUL" : "half a surrogate pair", c, at),
                "Take it out, or write the story again from its source; the other stories are read.");
    }

    /** Where a text has what no text has, since it could be neither stored nor pointed at; its length where nowhere. */
    private static int firstUnfit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return text.length();
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
        return e instanceof CharacterCodingException
                ? new Item.Bad(
                        place,
                        "its bytes do not keep to the encoding it begins with",
                        "Save it as UTF-8 and try again.")
                : new Item.Bad(place, "cannot be read further: " + e.getMessage(), "Check the disk and its rights.");
    }

    /** The file's name without folder and ending. */
    private static String stem(String file) {
        String path = file.substring(file.lastIndexOf('!') + 1);
        Path last = Path.of(path).getFileName();
        String name = last == null ? path : last.toString();
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

    private static String strip(String text) {
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
