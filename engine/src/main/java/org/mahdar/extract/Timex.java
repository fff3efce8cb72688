package org.mahdar.extract;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.mahdar.model.TimeExpression;

/** Compares TIMEX3 values with a day. */
final class Timex {
    private static final int DAY = 10;
    private static final int MONTH = 7;
    private static final int YEAR = 4;

    private Timex() {}

    /** Where the stretch of a value lies seen from a day: below 0 before it, above 0 behind it, 0 around it or unknown. */
    static int compare(String value, LocalDate day) {
        switch (value) {
            case "PAST_REF":
                return -1;
            case "FUTURE_REF":
                return 1;
            case "PRESENT_REF":
                return 0;
            default:
        }
        int slash = value.indexOf('/');
        int begin = compareOne(slash < 0 ? value : value.substring(0, slash), day);
        return slash < 0 || begin > 0 ? begin : Math.max(begin, compareOne(value.substring(slash + 1), day));
    }

    private static int compareOne(String value, LocalDate day) {
        if (value.length() < YEAR || !Character.isDigit(value.charAt(0))) {
            return 0;
        }
        if (value.startsWith("-W", YEAR)) {
            String week = String.format(
                    Locale.ROOT,
                    "%04d-W%02d",
                    day.get(IsoFields.WEEK_BASED_YEAR),
                    day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            return value.substring(0, Math.min(value.length(), week.length())).compareTo(week);
        }
        String iso = day.toString();
        boolean inDays = value.length() >= DAY && Character.isDigit(value.charAt(DAY - 1));
        boolean inMonths = value.length() >= MONTH && Character.isDigit(value.charAt(MONTH - 1));
        int length = inDays ? DAY : inMonths ? MONTH : YEAR;
        return value.substring(0, length).compareTo(iso.substring(0, length));
    }

    /** The value of a day or coarser stretch that an expression gives: of a time of day its day. */
    static String date(TimeExpression time) {
        int at = time.value().indexOf('T');
        return time.type() == TimeExpression.Type.TIME && at == DAY
                ? time.value().substring(0, DAY)
                : time.value();
    }

    /** Whether an expression names one day. */
    static boolean isDay(TimeExpression time) {
        String value = date(time);
        return value.length() == DAY && Character.isDigit(value.charAt(0)) && Character.isDigit(value.charAt(DAY - 1));
    }

    /** Whether an expression names one day or the days from one to another. */
    static boolean isInDays(TimeExpression time) {
        String value = date(time);
        return isDay(time) || (value.length() == 2 * DAY + 1 && value.charAt(DAY) == '/');
    }

    /** Whether an expression only tells before from after: "later", "recently". */
    static boolean isVague(TimeExpression time) {
        return time.value().endsWith("_REF");
    }

    /** Whether an expression can be when something takes place. */
    static boolean isWhen(TimeExpression time) {
        boolean day = time.type() == TimeExpression.Type.DATE;
        return day || (time.type() == TimeExpression.Type.TIME && time.value().indexOf('T') == DAY);
    }
}
