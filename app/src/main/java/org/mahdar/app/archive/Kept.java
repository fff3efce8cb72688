package org.mahdar.app.archive;

/**
 * What became of a story that was to be kept.
 *
 * @param outcome whether it was new
 * @param no its number
 * @param version the version that holds its text
 */
public record Kept(Outcome outcome, int no, int version) {
    /** Whether a story was new. */
    public enum Outcome {
        /** A story that was not there. */
        ADDED,
        /** A new version of a story that was there. */
        CHANGED,
        /** Nothing new: the newest version has this text. */
        KNOWN
    }
}
