package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;

/**
 * Meetings whose days are known as iCalendar (RFC 5545), a whole-day event each, with the address of the story: held ones
 * confirmed, planned ones tentative, those called off cancelled. Meetings that somebody merely wants or that were refused
 * are no dates and stay out.
 */
public final class CalendarExport extends TextExport {
    private final Settings settings;
    private Optional<ICalendar> calendar = Optional.empty();

    /** Writes to a stream, which it closes. */
    public CalendarExport(OutputStream out, Settings settings) {
        super(out);
        this.settings = settings;
    }

    @Override
    public void add(Entry entry) throws IOException {
        for (Meeting meeting : entry.minutes().meetings()) {
            Optional<Days> days = meeting.date().flatMap(Days::of).filter(Days::exact);
            if (days.isPresent() && status(meeting).isPresent()) {
                calendar()
                        .event(event(entry, meeting, days.get(), status(meeting).get()));
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

    private ICalendar.Event event(Entry entry, Meeting meeting, Days days, String status) {
        Minutes minutes = entry.minutes();
        String who = meeting.participants().stream()
                .map(minutes::actor)
                .map(Actor::name)
                .collect(Collectors.joining(", "));
        String words = meeting.trigger().of(entry.text());
        return new ICalendar.Event(
                entry.id(meeting.id()),
                entry.readAt().map(Instant::parse).orElse(settings.now()),
                days.first(),
                days.last(),
                who.isEmpty() ? words : words + ": " + who,
                status,
                meeting.kind().word(),
                meeting.status().word(),
                meeting.place().map(place -> place.span().of(entry.text())),
                description(entry, meeting),
                entry.source().url());
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

    private ICalendar calendar() throws IOException {
        if (calendar.isEmpty()) {
            calendar = Optional.of(new ICalendar(out(), settings.title()));
        }
        return calendar.get();
    }

    @Override
    void finish() throws IOException {
        calendar().end();
    }
}
