package org.mahdar.app.archive;

import java.util.Optional;

/**
 * A page that a feed led to.
 *
 * @param url its address in the feed
 * @param etag what the server called its state at the last look
 * @param lastModified when the server says it changed, as the server wrote it
 * @param lookedAt when it was looked at last, ISO 8601 in UTC
 * @param nextAt when to look again for changes; never where empty
 * @param looks how often it has been looked at
 */
public record PageRow(
        String url,
        Optional<String> etag,
        Optional<String> lastModified,
        String lookedAt,
        Optional<String> nextAt,
        int looks) {}
