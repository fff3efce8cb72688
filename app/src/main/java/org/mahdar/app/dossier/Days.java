package org.mahdar.app.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of the calendar.
 *
 * @param first day
 * @param last day, not before the first
 */
public record Days(LocalDate first, LocalDate last) implements Comparable<Days> {
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(T.*)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})(-WE)?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");

    /** How many days an occasion lasts at most for its date to count as known. */
    private static final int FEW = 7;

    /** One day. */
    public static Days of(LocalDate day) {
        return new Days(day, day);
    }

    /** The days of a TIMEX3 value; empty where it names none, as {@code PAST_REF}. */
    public static Optional<Days> of(String timex) {
        int slash = timex.indexOf('/');
        if (slash >= 0) {
            Optional<Days> first = of(timex.substring(0, slash));
            Optional<Days> last = of(timex.substring(slash + 1));
            return first.isPresent() && last.isPresent()
                    ? first.filter(days -> !last.get().last().isBefore(days.first()))
                            .map(days -> new Days(days.first(), last.get().last()))
                    : Optional.empty();
        }
        try {
            return single(timex);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Days> single(String timex) {
        Matcher day = DAY.matcher(timex);
        if (day.matches()) {
            return Optional.of(of(LocalDate.of(number(day, 1), number(day, 2), number(day, 3))));
        }
        Matcher month = MONTH.matcher(timex);
        if (month.matches()) {
            LocalDate first = LocalDate.of(number(month, 1), number(month, 2), 1);
            return Optional.of(new Days(first, first.with(TemporalAdjusters.lastDayOfMonth())));
        }
        Matcher week = WEEK.matcher(timex);
        if (week.matches()) {
            LocalDate first = LocalDate.of(number(week, 1), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(week, 2))
                    .with(java.time.DayOfWeek.MONDAY);
            return Optional.of(new Days(first, first.plusDays(6)));
        }
        Matcher year = YEAR.matcher(timex);
        if (year.matches()) {
            return Optional.of(new Days(LocalDate.of(number(year, 1), 1, 1), LocalDate.of(number(year, 1), 12, 31)));
        }
        return Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** How many days, at least 1. */
    public long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** Whether this is a date, and not a month or a year. */
    public boolean isDate() {
        return length() <= FEW;
    }

    /** How many days lie between; 0 where the two touch or overlap. */
    public long gap(Days other) {
        if (other.first.isAfter(last)) {
            return ChronoUnit.DAYS.between(last, other.first);
        }
        return first.isAfter(other.last) ? ChronoUnit.DAYS.between(other.last, first) : 0;
    }

    @Override
    public int compareTo(Days other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : last.compareTo(other.last);
    }

    /** As people read it: one day, or the first and the last. */
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + "/" + last;
    }
}
