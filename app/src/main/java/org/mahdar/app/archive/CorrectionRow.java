package org.mahdar.app.archive;

/**
 * What a reader said of a line; never changed once it is written.
 *
 * @param no number in this archive, growing with time; 0 before it is kept
 * @param uid the same in every archive that imports it
 * @param story number of the story
 * @param version the version of its text over which the offsets lie
 * @param kind sort of line, {@code statement}, {@code meeting}, …; {@code actor} where actors are merged or split
 * @param start offset of the line's first character in UTF-16 code units
 * @param end offset behind its last
 * @param verdict what the reader said: {@code confirm}, {@code reject}, {@code replace}, {@code add}, …
 * @param body the particulars, a JSON object
 * @param by who
 * @param at when, ISO 8601 in UTC
 * @param why the reason; may be empty
 */
public record CorrectionRow(
        int no,
        String uid,
        int story,
        int version,
        String kind,
        int start,
        int end,
        String verdict,
        String body,
        String by,
        String at,
        String why) {}
