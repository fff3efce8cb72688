package org.mahdar.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.mahdar.model.TimeExpression.Precision;

/**
 * A stretch of the calendar: a day, week, month, … as TIMEX3 values name them.
 *
 * @param unit how long it is
 * @param first its first day
 */
record Stretch(Unit unit, LocalDate first) {
    private static final int YEARS_OF_DECADE = 10;
    private static final int YEARS_OF_CENTURY = 100;

    /** Kinds of stretches. */
    enum Unit {
        DAY(Precision.DAY),
        WEEKEND(Precision.WEEK),
        WEEK(Precision.WEEK),
        MONTH(Precision.MONTH),
        QUARTER(Precision.SEASON),
        SEASON(Precision.SEASON),
        HALF(Precision.SEASON),
        YEAR(Precision.YEAR),
        DECADE(Precision.DECADE),
        CENTURY(Precision.DECADE);

        private final Precision precision;

        Unit(Precision precision) {
            this.precision = precision;
        }

        Precision precision() {
            return precision;
        }
    }

    /** The stretch of a kind in which a day lies; winter belongs to the year in which it begins. */
    static Stretch around(LocalDate day, Unit unit) {
        int month = day.getMonthValue();
        return new Stretch(
                unit,
                switch (unit) {
                    case DAY -> day;
                    case WEEK, WEEKEND -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case MONTH -> day.withDayOfMonth(1);
                    case QUARTER -> LocalDate.of(day.getYear(), (month - 1) / 3 * 3 + 1, 1);
                    case SEASON ->
                        LocalDate.of(month < 3 ? day.getYear() - 1 : day.getYear(), month < 3 ? 12 : month / 3 * 3, 1);
                    case HALF -> LocalDate.of(day.getYear(), month < 7 ? 1 : 7, 1);
                    case YEAR -> LocalDate.of(day.getYear(), 1, 1);
                    case DECADE -> LocalDate.of(Math.floorDiv(day.getYear(), YEARS_OF_DECADE) * YEARS_OF_DECADE, 1, 1);
                    case CENTURY ->
                        LocalDate.of(Math.floorDiv(day.getYear(), YEARS_OF_CENTURY) * YEARS_OF_CENTURY, 1, 1);
                });
    }

    /** The stretch {@code steps} after this one, before it where negative. */
    Stretch shift(int steps) {
        return new Stretch(
                unit,
                switch (unit) {
                    case DAY -> first.plusDays(steps);
                    case WEEK, WEEKEND -> first.plusWeeks(steps);
                    case MONTH -> first.plusMonths(steps);
                    case QUARTER -> first.plusMonths(3L * steps);
                    case HALF -> first.plusMonths(6L * steps);
                    case SEASON, YEAR -> first.plusYears(steps);
                    case DECADE -> first.plusYears((long) steps * YEARS_OF_DECADE);
                    case CENTURY -> first.plusYears((long) steps * YEARS_OF_CENTURY);
                });
    }

    /** The TIMEX3 value. */
    String value() {
        int year = first.getYear();
        int month = first.getMonthValue();
        return switch (unit) {
            case DAY -> first.toString();
            case WEEK -> week();
            case WEEKEND -> week() + "-WE";
            case MONTH -> four(year) + "-" + two(month);
            case QUARTER -> four(year) + "-Q" + ((month - 1) / 3 + 1);
            case HALF -> four(year) + "-H" + (month < 7 ? 1 : 2);
            case SEASON -> four(year) + "-" + season(month);
            case YEAR -> four(year);
            case DECADE -> four(year).substring(0, 3);
            case CENTURY -> four(year).substring(0, 2);
        };
    }

    private String week() {
        return four(first.get(IsoFields.WEEK_BASED_YEAR)) + "-W" + two(first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static String season(int month) {
        return switch (month) {
            case 3 -> "SP";
            case 6 -> "SU";
            case 9 -> "FA";
            default -> "WI";
        };
    }

    /** A number of two digits. */
    static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** A year of four digits. */
    static String four(int year) {
        String digits = String.valueOf(year);
        return "0000".substring(Math.min(4, digits.length())) + digits;
    }
}
