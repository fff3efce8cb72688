package org.mahdar.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.mahdar.extract.Stretch.Unit;
import org.mahdar.extract.Tense.Direction;
import org.mahdar.language.Entry;
import org.mahdar.model.TimeExpression;
import org.mahdar.model.TimeExpression.Precision;

/**
 * Resolves dates of the Hijri calendar as Umm al-Qura reckons it, years 1300 to 1600, and feasts. Labels it reads: hday,
 * hlast, hmonth, hnumber (the month as a number), hyear, which, of; feast, nth, year.
 */
final class Hijri {
    private static final int FIRST_YEAR = 1300;
    private static final int LAST_YEAR = 1600;
    /** Years in which a bare number after the word for year is taken for a Hijri one. */
    private static final int FIRST_LIKELY = 1380;

    private static final int LAST_LIKELY = 1470;
    private static final String FEASTS = "feasts";

    private Hijri() {}

    /** Whether a year is more likely Hijri than Gregorian where nothing says which. */
    static boolean isLikelyYear(int year) {
        return year >= FIRST_LIKELY && year <= LAST_LIKELY;
    }

    /** The Gregorian interval of some Hijri years. */
    static Optional<TimeValue> years(int first, int last) {
        Optional<LocalDate> begin = day(first, 1, 1);
        Optional<LocalDate> next = day(last + 1, 1, 1);
        if (first > last || begin.isEmpty() || next.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(interval(begin.get(), next.get().minusDays(1), Precision.YEAR, false));
    }

    private static TimeValue interval(LocalDate begin, LocalDate end, Precision precision, boolean counted) {
        return new TimeValue(
                TimeExpression.Type.DATE,
                begin + "/" + end,
                precision,
                counted,
                Optional.of(new Stretch(Unit.DAY, begin)));
    }

    /** That day of the Hijri calendar; empty where the calendar has none. */
    static Optional<LocalDate> day(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 30) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.from(HijrahDate.of(year, month, day)));
        } catch (DateTimeException e) {
            // The month has only 29 days, or the table of the runtime ends before this year.
            return Optional.empty();
        }
    }

    /** Day, month and perhaps year. */
    static Optional<TimeValue> date(TimeParts parts, TimeContext context) {
        OptionalInt month = parts.has("hnumber") ? parts.number("hnumber") : parts.code("hmonth", "hijri", "month");
        OptionalInt first = parts.number("hday");
        if (month.isEmpty() || first.isEmpty()) {
            return Optional.empty();
        }
        int m = month.getAsInt();
        int from = first.getAsInt();
        int to = parts.number("hlast").orElse(from);
        if (m < 1 || m > 12 || from < 1 || to < from || to > 30) {
            return Optional.empty();
        }
        OptionalInt year = year(parts, context, m, from);
        if (year.isEmpty()) {
            return Optional.of(TimeValue.open("XXXX-XX-XX", Precision.DAY));
        }
        Optional<LocalDate> begin = day(year.getAsInt(), m, from);
        Optional<LocalDate> end = day(year.getAsInt(), m, to);
        if (begin.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(TimeValue.range(
                new Stretch(Unit.DAY, begin.get()), new Stretch(Unit.DAY, end.get()), !parts.has("hyear")));
    }

    /** A whole month, as its Gregorian interval; or its last ten days. */
    static Optional<TimeValue> month(TimeParts parts, TimeContext context) {
        OptionalInt month = parts.code("hmonth", "hijri", "month");
        if (month.isEmpty()) {
            return Optional.empty();
        }
        int m = month.getAsInt();
        OptionalInt year = year(parts, context, m, 0);
        if (year.isEmpty()) {
            return Optional.of(TimeValue.open("XXXX-XX", Precision.MONTH));
        }
        Optional<LocalDate> begin = day(year.getAsInt(), m, parts.has("last-ten") ? 21 : 1);
        Optional<LocalDate> next = day(m == 12 ? year.getAsInt() + 1 : year.getAsInt(), m % 12 + 1, 1);
        if (begin.isEmpty() || next.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(interval(begin.get(), next.get().minusDays(1), Precision.MONTH, !parts.has("hyear")));
    }

    /** The year written, or the one that adjective and tense mean; empty where nothing tells it. */
    private static OptionalInt year(TimeParts parts, TimeContext context, int month, int day) {
        if (parts.has("hyear")) {
            return parts.number("hyear");
        }
        if (context.day().isEmpty()) {
            return OptionalInt.empty();
        }
        LocalDate writing = context.day().get();
        int now = hijriYear(writing);
        if (now < FIRST_YEAR) {
            return OptionalInt.empty();
        }
        Optional<Step> of = Step.of(parts, "of");
        if (of.isPresent()) {
            return OptionalInt.of(now + of.get().shift());
        }
        Optional<Step> step = Step.of(parts, "which");
        // Feasts are named near their day, in the past and the future alike.
        Direction tense = parts.has("feast") ? Direction.OPEN : context.direction(parts);
        Direction direction = step.isEmpty()
                ? tense
                : step.get().shift() < 0 ? Direction.SINCE : step.get().shift() > 0 ? Direction.UNTIL : Direction.OPEN;
        boolean excluded = step.isPresent() && step.get().shift() != 0;
        return nearest(writing, now, month, day, direction, excluded);
    }

    private static OptionalInt nearest(
            LocalDate writing, int now, int month, int day, Direction direction, boolean excluded) {
        int best = 0;
        double bestAway = Double.POSITIVE_INFINITY;
        for (int year = now - 1; year <= now + 1; year++) {
            Optional<LocalDate> begin = day(year, month, Math.max(1, day));
            if (begin.isEmpty()) {
                continue;
            }
            LocalDate end = day > 0 ? begin.get() : begin.get().plusDays(28);
            boolean outside = excluded
                    && (direction.isPast()
                            ? !end.isBefore(writing)
                            : !begin.get().isAfter(writing));
            if (outside) {
                continue;
            }
            double away = direction.seen(ChronoUnit.DAYS.between(writing, begin.get()));
            if (away < bestAway) {
                best = year;
                bestAway = away;
            }
        }
        return best == 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static int hijriYear(LocalDate day) {
        try {
            return HijrahDate.from(day).get(ChronoField.YEAR);
        } catch (DateTimeException e) {
            // Outside the years that the runtime has a table for.
            return 0;
        }
    }

    /** A feast on a fixed day of one of the calendars; with "nth" a day of the feast. */
    static Optional<TimeValue> feast(TimeParts parts, TimeContext context) {
        Optional<Entry> found = parts.entry("feast", FEASTS);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Entry feast = found.get();
        int month = Integer.parseInt(feast.need("month"));
        int day = Integer.parseInt(feast.need("day"));
        long later = parts.number("nth").orElse(1) - 1L;
        if (!feast.need("calendar").equals("hijri")) {
            Years years = Years.of(parts, context);
            Optional<LocalDate> date = (years.known() || parts.has("which")
                            ? years.day(month, day, OptionalInt.empty())
                            : context.day().flatMap(writing -> Occurrence.day(writing, month, day, Direction.OPEN, 0)))
                    .map(d -> d.plusDays(later));
            return Optional.of(
                    date.isPresent()
                            ? TimeValue.of(new Stretch(Unit.DAY, date.get()), true)
                            : TimeValue.open("XXXX-" + Stretch.two(month) + "-" + Stretch.two(day), Precision.DAY));
        }
        OptionalInt gregorian = Years.of(parts, context).end();
        OptionalInt year = gregorian.isPresent()
                ? nearest(
                        LocalDate.of(gregorian.getAsInt(), 7, 1),
                        hijriYear(LocalDate.of(gregorian.getAsInt(), 7, 1)),
                        month,
                        day,
                        Direction.OPEN,
                        false)
                : year(parts, context, month, day);
        if (year.isEmpty()) {
            return Optional.of(TimeValue.open("XXXX-XX-XX", Precision.DAY));
        }
        return announced(feast, year.getAsInt())
                .or(() -> day(year.getAsInt(), month, day))
                .map(date -> TimeValue.of(new Stretch(Unit.DAY, date.plusDays(later)), true));
    }

    private static Optional<LocalDate> announced(Entry feast, int year) {
        String prefix = year + "=";
        for (String pair : feast.value("announced").orElse("").split(" ")) {
            if (pair.startsWith(prefix)) {
                return Optional.of(LocalDate.parse(pair.substring(prefix.length())));
            }
        }
        return Optional.empty();
    }
}
