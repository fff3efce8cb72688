package org.mahdar.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One published text and what is known of it. A changed text is a new story version, never an edit.
 *
 * @param id the name under which the story is known; never empty
 * @param title the headline as received; empty where the story has none
 * @param text title, two line feeds and body, exactly as received; the body alone where there is no title. All spans are
 *     over this text
 * @param published the day of publication as far as the metadata knows it; a dateline in the text may know better
 * @param language BCP 47 tag, such as {@code ar}
 * @param outlet who published it
 * @param agency the news agency it was taken from
 * @param place where it was written
 * @param url where it was found
 */
public record Story(
        String id,
        String title,
        String text,
        Optional<LocalDate> published,
        String language,
        Optional<String> outlet,
        Optional<String> agency,
        Optional<String> place,
        Optional<String> url) {
    private static final String GAP = "\n\n";

    /** Checks that the text begins with the title. */
    public Story {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A story needs an id");
        }
        if (!title.isEmpty() && !text.startsWith(title + GAP)) {
            throw new IllegalArgumentException(
                    "The text of story " + id + " must begin with its title and a blank line");
        }
    }

    /** A story of title and body with nothing else known of it but the day. */
    public static Story of(String id, String title, String body, Optional<LocalDate> published) {
        String text = title.isEmpty() ? body : title + GAP + body;
        return new Story(
                id,
                title,
                text,
                published,
                "ar",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A text without a title, published on the given day. */
    public static Story of(String text, LocalDate published) {
        return of("text", "", text, Optional.of(published));
    }

    /** Offset in {@link #text()} at which the body begins. */
    public int bodyStart() {
        return title.isEmpty() ? 0 : title.length() + GAP.length();
    }

    /** The same story with other metadata; the text stays as it is. */
    public Story with(Optional<String> newOutlet, Optional<String> newUrl, String newLanguage) {
        return new Story(id, title, text, published, newLanguage, newOutlet, agency, place, newUrl);
    }

    /** The same story published on another day. */
    public Story on(Optional<LocalDate> day) {
        return new Story(id, title, text, day, language, outlet, agency, place, url);
    }
}
