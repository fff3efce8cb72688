package org.mahdar.app.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What the formats have to be told.
 *
 * @param title what the export is of, for people
 * @param base address under which lines and stories are cited, ending in a slash or a colon
 * @param byteOrderMark whether tables begin with the mark by which spreadsheets know UTF-8
 * @param now the moment of the export, for formats that have to name it
 */
public record Settings(String title, String base, boolean byteOrderMark, Instant now) {
    /** Without an archive that can be reached from elsewhere, lines are cited as URNs. */
    public static final String URN = "urn:mahdar:";

    /** What a line is cited as. */
    String line(Entry entry, String line) {
        return base + "line/" + escape(entry.id(line));
    }

    /** A part of an address: stories outside archives go by ids of any form. */
    static String escape(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }

    /** What the text of a story is cited as: by its fingerprint, so that it can be no other text. */
    String text(String sha256) {
        return base + "text/" + sha256;
    }
}
