package org.mahdar.app.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a story was published.
 *
 * @param day the day, where it was written
 * @param at the moment, ISO 8601: in UTC where the zone is written, without a zone where it is not
 */
record Moment(LocalDate day, Optional<String> at) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss[XX][X]", Locale.ROOT);
    private static final Pattern DIGITS8 = Pattern.compile("[0-9]{8}");
    private static final Pattern BASIC_TIME = Pattern.compile("[0-9]{8}T[0-9]{6}.*");
    private static final Pattern EPOCH = Pattern.compile("[0-9]{10}|[0-9]{13}");
    private static final Pattern SLASHED = Pattern.compile("[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}");
    private static final Pattern ZONE = Pattern.compile("Z$|[+-][0-9]{2}:?[0-9]{2}$");
    private static final Pattern SHORT_ZONE = Pattern.compile("([+-][0-9]{2})([0-9]{2})$");
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT),
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT),
            DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT),
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT));

    /** What is written, in the ways that feeds, pages and data sets write it; empty where it is none of them. */
    static Optional<Moment> of(String written) {
        String text = written.strip();
        try {
            if (text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
                return Optional.of(iso(text));
            }
            if (DIGITS8.matcher(text).matches()) {
                return Optional.of(day(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)));
            }
            if (BASIC_TIME.matcher(text).matches()) {
                return Optional.of(basic(text));
            }
            if (EPOCH.matcher(text).matches()) {
                long number = Long.parseLong(text);
                return Optional.of(of(Instant.ofEpochSecond(text.length() == 10 ? number : number / 1000)
                        .atOffset(ZoneOffset.UTC)));
            }
            if (SLASHED.matcher(text).matches()) {
                return slashed(text);
            }
            ZonedDateTime mail = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(of(mail.toOffsetDateTime()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Moment iso(String text) {
        LocalDate day = LocalDate.parse(text.substring(0, 10));
        if (text.length() < 16) {
            return day(day);
        }
        String time = text.substring(11).replace(" ", "");
        String whole = day + "T" + time;
        try {
            return ZONE.matcher(time).find()
                    ? of(OffsetDateTime.parse(SHORT_ZONE.matcher(whole).replaceFirst("$1:$2")))
                    : new Moment(day, Optional.of(LocalDateTime.parse(whole).format(LOCAL)));
        } catch (DateTimeException e) {
            // The day is worth having where what follows it is not understood.
            return day(day);
        }
    }

    private static Moment basic(String text) {
        var parsed = BASIC.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        if (parsed instanceof OffsetDateTime moment) {
            return of(moment);
        }
        LocalDateTime local = LocalDateTime.from(parsed);
        return new Moment(local.toLocalDate(), Optional.of(local.format(LOCAL)));
    }

    private static Optional<Moment> slashed(String text) {
        for (DateTimeFormatter format : DAYS) {
            try {
                return Optional.of(day(LocalDate.parse(text, format)));
            } catch (DateTimeException e) {
                // Another order of day and year.
            }
        }
        return Optional.empty();
    }

    private static Moment of(OffsetDateTime moment) {
        return new Moment(
                moment.toLocalDate(),
                Optional.of(moment.toInstant().truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    static Moment day(LocalDate day) {
        return new Moment(day, Optional.empty());
    }
}
