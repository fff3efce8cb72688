package org.mahdar.app.archive;

import java.time.LocalDate;
import java.util.Optional;
import org.mahdar.model.Story;

/**
 * What is known of one version of a story, without its text.
 *
 * @param no number of the story in this archive, from 1; not the same in another
 * @param version number of the version, from 1
 * @param key what makes it this story in any archive, see {@link Incoming#key}
 * @param id the name it came with; not unique
 * @param title its headline; empty where it has none
 * @param published day of publication
 * @param publishedAt moment of publication, ISO 8601, where it is known
 * @param language BCP 47 tag
 * @param outlet who published it
 * @param agency whose text it is, where the story credits an agency
 * @param byline who wrote it, as written
 * @param place where it was written
 * @param url where it stands on the web
 * @param foundIn the file or address in which it was found
 * @param mediaType of the bytes that are kept
 * @param textSha256 fingerprint of the text in UTF-8, hexadecimal
 * @param bytesSha256 fingerprint of the bytes, hexadecimal
 * @param addedAt when it was added, ISO 8601 in UTC
 * @param run the run that added it
 */
public record StoryInfo(
        int no,
        int version,
        String key,
        String id,
        String title,
        Optional<LocalDate> published,
        Optional<String> publishedAt,
        String language,
        Optional<String> outlet,
        Optional<String> agency,
        Optional<String> byline,
        Optional<String> place,
        Optional<String> url,
        String foundIn,
        String mediaType,
        String textSha256,
        String bytesSha256,
        String addedAt,
        int run) {
    /** The story of this version, with its text. */
    Story story(String text) {
        return new Story(id, title, text, published, language, outlet, agency, place, url);
    }
}
