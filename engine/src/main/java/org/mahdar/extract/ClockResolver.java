package org.mahdar.extract;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.mahdar.extract.Stretch.Unit;
import org.mahdar.model.TimeExpression.Precision;
import org.mahdar.text.Text;

/**
 * Puts a time of day on a day: parts of the day and clock times. Labels it reads: part; hour, minute, fraction, stamp
 * (hour and minute in one number), midnight, noon, zone; gmt, gmt-minute (the same moment at Greenwich); night, weekday2
 * (a night between two days).
 */
final class ClockResolver {
    private static final int NOON = 12;
    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    private ClockResolver() {}

    /** Whether the expression tells a time of day. */
    static boolean isTime(TimeParts parts) {
        return parts.has("part")
                || parts.has("hour")
                || parts.has("stamp")
                || parts.has("midnight")
                || parts.has("noon")
                || parts.has("night");
    }

    /** The time of day alone: it belongs to the day that the text speaks of. */
    static Optional<TimeValue> alone(TimeParts parts, TimeContext context) {
        Optional<Stretch> day = parts.has("night")
                ? context.day()
                        .map(d -> new Stretch(
                                Unit.DAY,
                                d.plusDays(
                                        parts.code("night", "nights", "shift").orElse(0))))
                : context.dayInTalk();
        TimeValue value = day.map(stretch -> TimeValue.of(stretch, true))
                .orElseGet(() -> TimeValue.open("XXXX-XX-XX", Precision.DAY));
        return on(parts, value);
    }

    /** The time of day on the given day. */
    static Optional<TimeValue> on(TimeParts parts, TimeValue day) {
        String part = parts.has("night")
                ? "NI"
                : parts.value("part", "dayparts", "part").orElse("");
        OptionalInt clock = hasHour(parts) ? minutes(parts, part) : OptionalInt.empty();
        TimeValue base = day;
        if (parts.has("weekday2") && day.value().contains("/") && day.begin().isPresent()) {
            // A night between two days is dated by the first, an hour after its midnight by the second.
            LocalDate first = day.begin().get().first();
            boolean after = clock.isPresent() && clock.getAsInt() < NOON * MINUTES;
            base = TimeValue.of(new Stretch(Unit.DAY, after ? first.plusDays(1) : first), day.counted());
        }
        if (!hasHour(parts)) {
            if (parts.has("midnight")) {
                return Optional.of(midnight(parts, base));
            }
            return Optional.of(
                    parts.has("noon") ? base.at("T12:00", Precision.MINUTE) : base.at("T" + part, Precision.DAYPART));
        }
        if (clock.isEmpty()) {
            return Optional.empty();
        }
        String zone = zone(parts, clock.getAsInt());
        return Optional.of(base.at("T" + clock(clock.getAsInt()) + zone, Precision.MINUTE));
    }

    /** The midnight at which a night's second day begins; of one day named, the midnight at its end. */
    private static TimeValue midnight(TimeParts parts, TimeValue day) {
        if (parts.has("weekday2") && day.begin().isPresent()) {
            return TimeValue.of(day.begin().get().shift(1), day.counted()).at("T00:00", Precision.MINUTE);
        }
        return day.at("T24:00", Precision.MINUTE);
    }

    private static boolean hasHour(TimeParts parts) {
        return parts.has("hour") || parts.has("stamp");
    }

    private static String clock(int minutes) {
        return Stretch.two(minutes / MINUTES) + ":" + Stretch.two(minutes % MINUTES);
    }

    /** Minutes since midnight; empty where the numbers are no clock time. */
    private static OptionalInt minutes(TimeParts parts, String part) {
        OptionalInt total = parts.has("stamp")
                ? stamp(parts.tape().text(), parts.start("stamp"))
                : hourAndMinute(parts.number("hour"), parts.has("minute") ? parts.number("minute") : OptionalInt.of(0));
        if (total.isEmpty()) {
            return total;
        }
        int fraction = parts.code("fraction", "clock", "minutes").orElse(0);
        int minutes = total.getAsInt() + fraction;
        int hour = Math.floorDiv(minutes, MINUTES);
        if (hour <= NOON) {
            minutes += shift(part, hour, parts.has("midnight")) * MINUTES;
        }
        return minutes >= 0 && minutes < HOURS * MINUTES ? OptionalInt.of(minutes) : OptionalInt.empty();
    }

    /** How many hours the part of the day adds to an hour of a clock with twelve. */
    private static int shift(String part, int hour, boolean afterMidnight) {
        if (afterMidnight) {
            return hour == NOON ? -NOON : 0;
        }
        switch (part) {
            case "AF", "EV":
                return hour < NOON ? NOON : 0;
            case "MI":
                return hour < 6 ? NOON : 0;
            case "NI":
                if (hour == NOON) {
                    return -NOON;
                }
                return hour >= 6 ? NOON : 0;
            default:
                return 0;
        }
    }

    private static OptionalInt hourAndMinute(OptionalInt hour, OptionalInt minute) {
        if (hour.isEmpty() || minute.isEmpty() || hour.getAsInt() > HOURS || minute.getAsInt() >= MINUTES) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(hour.getAsInt() % HOURS * MINUTES + minute.getAsInt());
    }

    /** Hour and minute in one number, parted by a point or comma or, in four digits, by nothing. */
    private static OptionalInt stamp(Text text, int token) {
        String digits = text.form(token);
        int cut = Math.max(digits.indexOf('.'), digits.indexOf(','));
        int rest = cut + 1;
        if (cut < 0 && digits.length() == 4) {
            cut = 2;
            rest = 2;
        }
        if (cut < 1 || cut > 2 || digits.length() != rest + 2 || text.kind(token) != Text.NUMBER) {
            return OptionalInt.empty();
        }
        int hour = digits.charAt(cut - 1) - '0' + (cut == 2 ? (digits.charAt(0) - '0') * 10 : 0);
        int minute = (digits.charAt(rest) - '0') * 10 + digits.charAt(rest + 1) - '0';
        return hourAndMinute(OptionalInt.of(hour), OptionalInt.of(minute));
    }

    /** The zone written, or the distance from the Greenwich time in brackets. */
    private static String zone(TimeParts parts, int minutes) {
        if (!parts.has("gmt")) {
            return parts.value("zone", "zones", "offset").orElse("");
        }
        OptionalInt there = parts.has("gmt-minute")
                ? hourAndMinute(parts.number("gmt"), parts.number("gmt-minute"))
                : stamp(parts.tape().text(), parts.start("gmt")).isPresent()
                        ? stamp(parts.tape().text(), parts.start("gmt"))
                        : hourAndMinute(parts.number("gmt"), OptionalInt.of(0));
        if (there.isEmpty()) {
            return "";
        }
        int day = HOURS * MINUTES;
        int offset = Math.floorMod(minutes - there.getAsInt() + day / 2, day) - day / 2;
        return offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + clock(Math.abs(offset));
    }
}
