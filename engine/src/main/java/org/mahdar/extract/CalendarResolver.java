package org.mahdar.extract;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.mahdar.extract.Stretch.Unit;
import org.mahdar.model.TimeExpression;
import org.mahdar.model.TimeExpression.Precision;

/**
 * Resolves years and what is counted in them: ranges of years, decades, centuries, seasons, quarters, halves. Labels it
 * reads: year, year2, word (a word for year stands there), ah (the year is Hijri); decade, century; season; quarter;
 * half; which, of, of-this.
 */
final class CalendarResolver {
    private static final int FIRST_BARE = 1900;
    private static final int LAST_BARE = 2100;
    private static final int CENTURY = 100;
    private static final int DECADE = 10;

    private CalendarResolver() {}

    /** A year or two. */
    static Optional<TimeValue> year(TimeParts parts) {
        OptionalInt first = parts.number("year");
        OptionalInt second = parts.has("year2") ? parts.number("year2") : first;
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        int begin = first.getAsInt();
        int end = second.getAsInt();
        if (parts.has("year2") && end < CENTURY && begin >= FIRST_BARE) {
            // "2014-15"
            end += begin / CENTURY * CENTURY;
        }
        if (parts.has("ah") || (parts.has("word") && !parts.has("ad") && Hijri.isLikelyYear(begin))) {
            return Hijri.years(begin, end);
        }
        boolean bare = !parts.has("word");
        if (begin > end || begin < 1 || (bare && begin < FIRST_BARE) || end > LAST_BARE) {
            return Optional.empty();
        }
        return Optional.of(TimeValue.range(year(begin), year(end), false));
    }

    /** A bare number that "and" joins to a year just named. */
    static Optional<TimeValue> yearAgain(TimeParts parts, TimeContext context) {
        boolean joined = context.namedEnd() == parts.from() - 1
                && context.named().isPresent()
                && context.named().get().unit() == Unit.YEAR;
        return joined ? year(parts) : Optional.empty();
    }

    private static Stretch year(int year) {
        return new Stretch(Unit.YEAR, LocalDate.of(year, 1, 1));
    }

    /** The tens of a century. */
    static Optional<TimeValue> decade(TimeParts parts, TimeContext context) {
        OptionalInt tens = parts.code("decade", "decades", "decade");
        if (tens.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt century = parts.number("century");
        int hundred = (FIRST_BARE / CENTURY) * CENTURY;
        if (century.isPresent()) {
            hundred = (century.getAsInt() - 1) * CENTURY;
        } else if (parts.has("which")) {
            Optional<Stretch> stretch = Step.of(parts, "which").flatMap(step -> step.lead(context, Unit.CENTURY));
            hundred = stretch.map(s -> s.first().getYear()).orElse(hundred);
        }
        int begin = hundred + tens.getAsInt() * DECADE;
        return begin < 1
                ? Optional.empty()
                : Optional.of(TimeValue.of(new Stretch(Unit.DECADE, LocalDate.of(begin, 1, 1)), false));
    }

    /** A numbered century. */
    static Optional<TimeValue> century(TimeParts parts) {
        OptionalInt number = parts.number("century");
        if (number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > 30) {
            return Optional.empty();
        }
        LocalDate first = LocalDate.of((number.getAsInt() - 1) * CENTURY, 1, 1);
        return Optional.of(TimeValue.of(new Stretch(Unit.CENTURY, first), false));
    }

    /** A numbered thousand of years. */
    static Optional<TimeValue> millennium(TimeParts parts) {
        OptionalInt number = parts.number("millennium");
        return number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > 3
                ? Optional.empty()
                : Optional.of(new TimeValue(
                        TimeExpression.Type.DATE,
                        String.valueOf(number.getAsInt() - 1),
                        Precision.DECADE,
                        false,
                        Optional.empty()));
    }

    /** A season of a year. */
    static Optional<TimeValue> season(TimeParts parts, TimeContext context) {
        String code = parts.value("season", "seasons", "season").orElse("");
        int month = switch (code) {
            case "SP" -> 3;
            case "SU" -> 6;
            case "FA" -> 9;
            default -> 12;
        };
        Years years = Years.of(parts, context);
        if (years.end().isPresent()) {
            Stretch season = new Stretch(Unit.SEASON, LocalDate.of(years.end().getAsInt(), month, 1));
            return Optional.of(TimeValue.of(season, !years.explicit()));
        }
        if (context.day().isEmpty()) {
            return Optional.of(TimeValue.open("XXXX-" + code, Precision.SEASON));
        }
        LocalDate writing = context.day().get();
        Stretch now = Stretch.around(writing, Unit.SEASON);
        Stretch same = new Stretch(Unit.SEASON, now.first().withMonth(month));
        int shift = Step.of(parts, "which").map(Step::shift).orElse(0);
        Stretch found = same;
        if (shift < 0 && !same.first().isBefore(now.first())) {
            found = same.shift(-1);
        } else if (shift > 0 && !same.first().isAfter(now.first())) {
            found = same.shift(1);
        } else if (shift == 0
                && same.first().isAfter(writing)
                && context.direction(parts).isPast()) {
            found = same.shift(-1);
        } else if (shift == 0
                && same.first().isBefore(now.first())
                && context.direction(parts).isFuture()) {
            found = same.shift(1);
        }
        return Optional.of(TimeValue.of(found, true));
    }

    /** A quarter or a half of a year. */
    static Optional<TimeValue> part(TimeParts parts, TimeContext context, Unit unit) {
        int count = unit == Unit.QUARTER ? 4 : 2;
        OptionalInt number = parts.has("final") ? OptionalInt.of(count) : parts.number("number");
        if (number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > count) {
            return Optional.empty();
        }
        int month = (number.getAsInt() - 1) * (12 / count) + 1;
        Years years = Years.of(parts, context);
        if (years.end().isEmpty() && context.day().isEmpty()) {
            return Optional.of(
                    TimeValue.open("XXXX-" + (unit == Unit.QUARTER ? "Q" : "H") + number.getAsInt(), Precision.SEASON));
        }
        int year = years.end().orElseGet(() -> context.day().orElseThrow().getYear());
        Stretch stretch = new Stretch(unit, LocalDate.of(year, month, 1));
        boolean ahead = context.day().isPresent()
                && stretch.first().isAfter(context.day().get());
        if (!years.known() && ahead && context.direction(parts).isPast()) {
            stretch = new Stretch(unit, LocalDate.of(year - 1, month, 1));
        }
        return Optional.of(TimeValue.of(stretch, !years.explicit()));
    }
}
