package org.mahdar.app.search;

/**
 * How far an index has followed an archive.
 *
 * @param archive tells archives apart
 * @param minutes the highest number of minutes that it has
 * @param correction the highest number of a correction
 */
public record Cursor(String archive, int minutes, int correction) {
    /** Of an index that holds nothing. */
    public static final Cursor NOTHING = new Cursor("", 0, 0);
}
