package org.mahdar.app.archive;

import java.util.Optional;

/**
 * One command that worked on the archive.
 *
 * @param no its number
 * @param command what was asked
 * @param engine version of Mahdar
 * @param startedAt ISO 8601 in UTC
 * @param endedAt empty while it works, and for ever where it was killed
 * @param added stories added
 * @param changed new versions
 * @param known stories that were there
 * @param failed stories that could not be taken in; each is named among its troubles
 */
public record RunRow(
        int no,
        String command,
        String engine,
        String startedAt,
        Optional<String> endedAt,
        int added,
        int changed,
        int known,
        int failed) {
    /**
     * Something a run could not do.
     *
     * @param place file and line, or address
     * @param what is wrong, one clause
     * @param wayOut what to do about it
     */
    public record Trouble(String place, String what, String wayOut) {}
}
