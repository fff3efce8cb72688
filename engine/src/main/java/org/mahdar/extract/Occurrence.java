package org.mahdar.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.mahdar.extract.Tense.Direction;

/** Which of its many occurrences a weekday, a month or a day of a month means. */
final class Occurrence {
    private static final int DAYS_OF_WEEK = 7;
    /** How many times farther a day seems that does not fall on the weekday named beside it. */
    private static final double MISFIT = 6;
    /** Years looked over on either side for a day that should fall on a given weekday. */
    private static final int NEAR_YEARS = 8;

    private Occurrence() {}

    /** The weekday in the direction told; the day of writing itself counts. Without a direction the latest one. */
    static LocalDate weekday(LocalDate writing, int weekday, Direction direction) {
        DayOfWeek day = DayOfWeek.of(weekday);
        return writing.with(
                direction.isFuture() ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day));
    }

    /** The weekday some steps away; the day of writing itself does not count. */
    static LocalDate weekday(LocalDate writing, int weekday, int steps) {
        DayOfWeek day = DayOfWeek.of(weekday);
        if (steps == 0) {
            return writing.with(TemporalAdjusters.nextOrSame(day));
        }
        return steps < 0
                ? writing.with(TemporalAdjusters.previous(day)).plusDays((long) DAYS_OF_WEEK * (steps + 1))
                : writing.with(TemporalAdjusters.next(day)).plusDays((long) DAYS_OF_WEEK * (steps - 1));
    }

    /** The day that falls on a weekday and is nearest to a given one. */
    static LocalDate nearest(LocalDate day, int weekday) {
        int ahead = Math.floorMod(weekday - day.getDayOfWeek().getValue(), DAYS_OF_WEEK);
        return day.plusDays(ahead > DAYS_OF_WEEK / 2 ? ahead - DAYS_OF_WEEK : ahead);
    }

    /** The month that seems nearest, seen in the direction told. */
    static YearMonth month(LocalDate writing, int month, Direction direction) {
        YearMonth now = YearMonth.from(writing);
        YearMonth best = YearMonth.of(now.getYear(), month);
        for (int year = -1; year <= 1; year += 2) {
            YearMonth other = YearMonth.of(now.getYear() + year, month);
            if (direction.seen(ChronoUnit.MONTHS.between(now, other))
                    < direction.seen(ChronoUnit.MONTHS.between(now, best))) {
                best = other;
            }
        }
        return best;
    }

    /** The month some steps away; the month of writing does not count. */
    static YearMonth month(LocalDate writing, int month, int steps) {
        YearMonth now = YearMonth.from(writing);
        YearMonth same = YearMonth.of(now.getYear(), month);
        if (steps == 0) {
            return same;
        }
        if (steps < 0) {
            return (same.isBefore(now) ? same : same.minusYears(1)).plusYears(steps + 1L);
        }
        return (same.isAfter(now) ? same : same.plusYears(1)).plusYears(steps - 1L);
    }

    /**
     * The day of a month that seems nearest, seen in the direction told.
     *
     * @param weekday the weekday that it should fall on, or 0; writers err, so a day close by that does not fit still
     *     beats one in another year that does
     */
    static Optional<LocalDate> day(LocalDate writing, int month, int day, Direction direction, int weekday) {
        LocalDate best = null;
        double bestAway = Double.POSITIVE_INFINITY;
        int reach = weekday > 0 || day > YearMonth.of(writing.getYear(), month).lengthOfMonth() ? NEAR_YEARS : 1;
        for (int year = writing.getYear() - reach; year <= writing.getYear() + reach; year++) {
            if (day > YearMonth.of(year, month).lengthOfMonth()) {
                continue;
            }
            LocalDate candidate = LocalDate.of(year, month, day);
            boolean fits = weekday == 0 || candidate.getDayOfWeek().getValue() == weekday;
            double away = direction.seen(ChronoUnit.DAYS.between(writing, candidate)) * (fits ? 1 : MISFIT);
            if (away < bestAway) {
                best = candidate;
                bestAway = away;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The day of a month some steps away; the day of writing does not count. */
    static Optional<LocalDate> day(LocalDate writing, int month, int day, int steps) {
        if (steps == 0) {
            return valid(writing.getYear(), month, day);
        }
        Direction direction = steps < 0 ? Direction.SINCE : Direction.UNTIL;
        LocalDate edge = writing.plusDays(steps < 0 ? -1 : 1);
        return day(edge, month, day, direction, 0)
                .flatMap(found -> valid(found.getYear() + (steps < 0 ? steps + 1 : steps - 1), month, day));
    }

    /** That day, where the calendar has it. */
    static Optional<LocalDate> valid(int year, int month, int day) {
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, month, day));
    }
}
