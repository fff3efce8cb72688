package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Round;
import org.mahdar.app.dossier.Side;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;

/**
 * Meetings whose days are known as iCalendar (RFC 5545), a whole-day event each, with the address of the story: held ones
 * confirmed, planned ones tentative, those called off cancelled. Meetings that somebody merely wants or that were refused
 * are no dates and stay out.
 */
public final class CalendarExport extends TextExport {
    private static final int OCTETS = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private final Settings settings;
    private final Optional<Dossier> dossier;
    private boolean started;

    /** Writes to a stream, which it closes. */
    public CalendarExport(OutputStream out, Settings settings) {
        this(out, settings, Optional.empty());
    }

    /** Of a dossier its rounds, each once, however many stories tell of it. */
    CalendarExport(OutputStream out, Settings settings, Optional<Dossier> dossier) {
        super(out);
        this.settings = settings;
        this.dossier = dossier;
    }

    @Override
    public void add(Entry entry) throws IOException {
        begin();
        if (dossier.isPresent()) {
            return;
        }
        for (Meeting meeting : entry.minutes().meetings()) {
            Optional<Days> days = meeting.date().flatMap(Days::of).filter(Days::exact);
            if (days.isPresent() && status(meeting).isPresent()) {
                event(entry, meeting, days.get(), status(meeting).get());
            }
        }
    }

    private static Optional<String> status(Meeting meeting) {
        return switch (meeting.status()) {
            case HELD, ONGOING -> Optional.of("CONFIRMED");
            case SCHEDULED -> Optional.of("TENTATIVE");
            case CANCELLED, POSTPONED -> Optional.of("CANCELLED");
            case PROPOSED, REFUSED -> Optional.empty();
        };
    }

    private void event(Round round) throws IOException {
        Optional<String> status = switch (round.state()) {
            case HELD, ONGOING -> Optional.of("CONFIRMED");
            case ANNOUNCED -> Optional.of("TENTATIVE");
            case CANCELLED, POSTPONED, DENIED -> Optional.of("CANCELLED");
            case PROPOSED, REFUSED -> Optional.empty();
        };
        Optional<org.mahdar.app.dossier.Days> days = round.days().filter(org.mahdar.app.dossier.Days::isDate);
        if (days.isEmpty() || status.isEmpty()) {
            return;
        }
        var first = round.lines().get(0);
        String who = round.parties().stream().map(Side::name).collect(Collectors.joining(", "));
        content("BEGIN", "VEVENT");
        content("UID", first.story() + "." + first.id() + "@mahdar");
        content("DTSTAMP", stamp(settings.now()));
        content("DTSTART;VALUE=DATE", DAY.format(days.get().first()));
        content("DTEND;VALUE=DATE", DAY.format(days.get().last().plusDays(1)));
        content("SUMMARY", escape(who.isEmpty() ? round.title() : round.title() + ": " + who));
        content("STATUS", status.get());
        content("TRANSP", "TRANSPARENT");
        content(
                "CATEGORIES",
                escape(round.kind().word()) + "," + escape(round.state().name().toLowerCase(Locale.ROOT)));
        if (round.place().isPresent()) {
            content("LOCATION", escape(round.place().get().name()));
        }
        content(
                "DESCRIPTION",
                escape(round.life().stream()
                        .map(stage -> stage.state().name().toLowerCase(Locale.ROOT)
                                + stage.reported().map(day -> " " + day).orElse(""))
                        .collect(Collectors.joining("\n"))));
        content("END", "VEVENT");
    }

    private void event(Entry entry, Meeting meeting, Days days, String status) throws IOException {
        Minutes minutes = entry.minutes();
        String who = meeting.participants().stream()
                .map(minutes::actor)
                .map(Actor::name)
                .collect(Collectors.joining(", "));
        String words = meeting.trigger().of(entry.text());
        content("BEGIN", "VEVENT");
        content("UID", escape(entry.id(meeting.id())) + "@mahdar");
        content("DTSTAMP", stamp(entry.readAt().map(Instant::parse).orElse(settings.now())));
        content("DTSTART;VALUE=DATE", DAY.format(days.first()));
        // The end is the day after the last.
        content("DTEND;VALUE=DATE", DAY.format(days.last().plusDays(1)));
        content("SUMMARY", escape(who.isEmpty() ? words : words + ": " + who));
        content("STATUS", status);
        content("TRANSP", "TRANSPARENT");
        content(
                "CATEGORIES",
                escape(meeting.kind().word()) + "," + escape(meeting.status().word()));
        Optional<String> place = meeting.place().map(p -> p.span().of(entry.text()));
        if (place.isPresent()) {
            content("LOCATION", escape(place.get()));
        }
        content("DESCRIPTION", escape(description(entry, meeting)));
        if (entry.source().url().isPresent()) {
            content("URL", entry.source().url().get().replaceAll("[\\r\\n]", ""));
        }
        content("END", "VEVENT");
    }

    private static String description(Entry entry, Meeting meeting) {
        return List.of(
                        meeting.about().map(span -> span.of(entry.text())).orElse(""),
                        entry.source().outlet().orElse(""),
                        entry.source().published().map(LocalDate::toString).orElse(""),
                        entry.source().title())
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private void begin() throws IOException {
        if (!started) {
            started = true;
            content("BEGIN", "VCALENDAR");
            content("VERSION", "2.0");
            content("PRODID", "-//Mahdar//Mahdar//EN");
            content("X-WR-CALNAME", escape(settings.title()));
        }
    }

    @Override
    void finish() throws IOException {
        begin();
        if (dossier.isPresent()) {
            for (Round round : dossier.get().rounds()) {
                event(round);
            }
        }
        content("END", "VCALENDAR");
    }

    private static String stamp(Instant moment) {
        return STAMP.format(moment.atOffset(ZoneOffset.UTC));
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
                out().append("\r\n ");
                octets = 1;
            }
            out().append(Character.toString(c));
            octets += width;
            i += Character.charCount(c);
        }
        out().append("\r\n");
    }
}
