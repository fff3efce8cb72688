package org.mahdar.extract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import org.mahdar.extract.Stretch.Unit;
import org.mahdar.model.TimeExpression.Precision;

/**
 * Resolves a unit of the calendar that an adjective or pronoun places: "last week", "this year", "the same month of last
 * year", "the next day", the week-end; and months by name. Labels it reads: unit, which, this, that, same; month,
 * pair, month2, pair2, year, year2, of.
 */
final class UnitResolver {
    private UnitResolver() {}

    /** A day, week, month, year, decade or century. */
    static Optional<TimeValue> unit(TimeParts parts, TimeContext context) {
        Optional<Unit> unit = parts.value("unit", "units", "unit").flatMap(UnitResolver::unitOf);
        return unit.isEmpty() ? Optional.empty() : placed(parts, context, unit.get());
    }

    /** A week-end. */
    static Optional<TimeValue> weekend(TimeParts parts, TimeContext context) {
        return placed(parts, context, Unit.WEEKEND);
    }

    private static Optional<TimeValue> placed(TimeParts parts, TimeContext context, Unit unit) {
        Optional<Step> step = Step.of(parts, "which");
        Optional<Stretch> stretch;
        if (step.isPresent()) {
            stretch = step.get().lead(context, unit);
        } else if (parts.has("that") || parts.has("same")) {
            stretch = context.named().map(named -> Stretch.around(named.first(), unit));
            if (stretch.isEmpty() && parts.has("that")) {
                return Optional.empty();
            }
            if (stretch.isEmpty()) {
                stretch = context.day().map(day -> Stretch.around(day, unit));
            }
        } else {
            stretch = context.day().map(day -> current(parts, context, day, unit));
        }
        if (stretch.isEmpty()) {
            return Optional.of(TimeValue.vague(step.map(Step::shift).orElse(0)));
        }
        return Optional.of(TimeValue.of(inYear(parts, context, stretch.get()), true));
    }

    /** The unit of the day of writing; a week-end is over when it is told in the past. */
    private static Stretch current(TimeParts parts, TimeContext context, LocalDate day, Unit unit) {
        Stretch now = Stretch.around(day, unit);
        boolean over = unit == Unit.WEEKEND
                && day.isBefore(now.first().plusDays(4))
                && context.direction(parts) != Tense.Direction.FUTURE
                && context.direction(parts) != Tense.Direction.UNTIL;
        return over ? now.shift(-1) : now;
    }

    /** The stretch of the calendar that a unit code means; empty for units shorter than a day. */
    static Optional<Unit> unitOf(String code) {
        return switch (code) {
            case "D" -> Optional.of(Unit.DAY);
            case "W" -> Optional.of(Unit.WEEK);
            case "M" -> Optional.of(Unit.MONTH);
            case "Y" -> Optional.of(Unit.YEAR);
            case "DE" -> Optional.of(Unit.DECADE);
            case "CE" -> Optional.of(Unit.CENTURY);
            default -> Optional.empty();
        };
    }

    /** The same month or day in the year that the words name, if they name one. */
    private static Stretch inYear(TimeParts parts, TimeContext context, Stretch stretch) {
        Years years = Years.of(parts, context);
        if (years.end().isEmpty()) {
            return stretch;
        }
        int year = years.end().getAsInt();
        LocalDate first = stretch.first();
        return new Stretch(stretch.unit(), first.withYear(year));
    }

    /** A month by name, or two of them. */
    static Optional<TimeValue> month(TimeParts parts, TimeContext context) {
        OptionalInt begin = DayResolver.monthOf(parts, "month", "pair");
        OptionalInt end = parts.has("month2") ? DayResolver.monthOf(parts, "month2", "pair2") : begin;
        if (begin.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        Years years = Years.of(parts, context);
        OptionalInt own = parts.has("month2") && !parts.has("year2") ? parts.number("year") : OptionalInt.empty();
        if (own.isPresent()) {
            // "From November 2019 until last February": the year is that of the first month.
            YearMonth first = YearMonth.of(own.getAsInt(), begin.getAsInt());
            YearMonth last = YearMonth.of(own.getAsInt(), end.getAsInt());
            return Optional.of(TimeValue.range(
                    new Stretch(Unit.MONTH, first.atDay(1)),
                    new Stretch(Unit.MONTH, years.after(first, last).atDay(1)),
                    false));
        }
        Optional<YearMonth> last = years.month(end.getAsInt());
        if (last.isEmpty()) {
            String value = "XXXX-" + Stretch.two(begin.getAsInt());
            String both = value + "/XXXX-" + Stretch.two(end.getAsInt());
            return Optional.of(TimeValue.open(parts.has("month2") ? both : value, Precision.MONTH));
        }
        YearMonth first = YearMonth.of(years.begin().orElse(last.get().getYear()), begin.getAsInt());
        if (first.isAfter(last.get())) {
            first = first.minusYears(1);
        }
        return Optional.of(TimeValue.range(
                new Stretch(Unit.MONTH, first.atDay(1)),
                new Stretch(Unit.MONTH, last.get().atDay(1)),
                !years.explicit()));
    }
}
