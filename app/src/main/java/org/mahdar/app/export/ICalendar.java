package org.mahdar.app.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Writes a calendar of whole-day events as iCalendar (RFC 5545). */
final class ICalendar {
    private static final int OCTETS = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private final Writer out;

    /**
     * An event.
     *
     * @param id that no other event of the archive has
     * @param stamp when it was read
     * @param first its first day
     * @param last its last day
     * @param summary what it is and who takes part
     * @param status {@code CONFIRMED}, {@code TENTATIVE} or {@code CANCELLED}
     * @param kind the word of the sort of occasion
     * @param state the word of what is known of it
     */
    record Event(
            String id,
            Instant stamp,
            LocalDate first,
            LocalDate last,
            String summary,
            String status,
            String kind,
            String state,
            Optional<String> place,
            String description,
            Optional<String> url) {}

    /** Begins a calendar of this title. */
    ICalendar(Writer out, String title) throws IOException {
        this.out = out;
        content("BEGIN", "VCALENDAR");
        content("VERSION", "2.0");
        content("PRODID", "-//Mahdar//Mahdar//EN");
        content("X-WR-CALNAME", escape(title));
    }

    /** Adds an event. */
    void event(Event event) throws IOException {
        content("BEGIN", "VEVENT");
        content("UID", escape(event.id()) + "@mahdar");
        content("DTSTAMP", STAMP.format(event.stamp().atOffset(ZoneOffset.UTC)));
        content("DTSTART;VALUE=DATE", DAY.format(event.first()));
        // The end is the day after the last.
        content("DTEND;VALUE=DATE", DAY.format(event.last().plusDays(1)));
        content("SUMMARY", escape(event.summary()));
        content("STATUS", event.status());
        content("TRANSP", "TRANSPARENT");
        content("CATEGORIES", escape(event.kind()) + "," + escape(event.state()));
        if (event.place().isPresent()) {
            content("LOCATION", escape(event.place().get()));
        }
        content("DESCRIPTION", escape(event.description()));
        if (event.url().isPresent()) {
            content("URL", event.url().get().replaceAll("[\r\n]", ""));
        }
        content("END", "VEVENT");
    }

    /** Ends the calendar. */
    void end() throws IOException {
        content("END", "VCALENDAR");
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** A line of content, folded so that none is longer than 75 octets, between characters and never inside one. */
    private void content(String name, String value) throws IOException {
        String text = name + ":" + value;
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int width = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(Character.toString(c));
            octets += width;
            i += Character.charCount(c);
        }
        out.append("\r\n");
    }
}
