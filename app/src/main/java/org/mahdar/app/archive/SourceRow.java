package org.mahdar.app.archive;

import java.util.Optional;

/**
 * A feed or page that is looked at again and again.
 *
 * @param no number in this archive; 0 before it is kept
 * @param url its address
 * @param kind {@code feed} or {@code page}
 * @param outlet who publishes it, for stories that do not say
 * @param language of stories that do not say
 * @param active whether it is looked at; a source that is gone is not
 * @param etag what the server called its state at the last look
 * @param lastModified when the server says it changed, as the server wrote it
 * @param lookedAt when it was looked at last, ISO 8601 in UTC
 * @param nextAt before when it is not looked at again
 * @param failures how many looks have failed since one succeeded
 * @param outcome how the last look went, one clause
 */
public record SourceRow(
        int no,
        String url,
        String kind,
        Optional<String> outlet,
        String language,
        boolean active,
        Optional<String> etag,
        Optional<String> lastModified,
        Optional<String> lookedAt,
        Optional<String> nextAt,
        int failures,
        Optional<String> outcome) {
    /** A source that has not been looked at. */
    public static SourceRow of(String url, String kind, Optional<String> outlet, String language) {
        return new SourceRow(
                0,
                url,
                kind,
                outlet,
                language,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }
}
