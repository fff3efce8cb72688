package org.mahdar.app.archive;

import java.util.Optional;
import org.mahdar.model.Story;

/**
 * A story on its way into the archive.
 *
 * @param key what makes it this story and no other, whatever its text: its address, or its id with its outlet, or a
 *     fingerprint where it has neither
 * @param story text and what is known of it
 * @param publishedAt the moment of publication, ISO 8601, where more than the day is known
 * @param byline who wrote it, as written
 * @param origin the bytes it was made from
 * @param foundIn the file or address in which those were found
 */
public record Incoming(
        String key,
        Story story,
        Optional<String> publishedAt,
        Optional<String> byline,
        Origin origin,
        String foundIn) {}
