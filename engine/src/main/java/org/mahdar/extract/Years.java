package org.mahdar.extract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import org.mahdar.extract.Stretch.Unit;
import org.mahdar.extract.Tense.Direction;

/**
 * Decides the year of a day or month: the year written beside it (label year, year2), an adjective of the year (of), an
 * adjective of the month (which), and else the tense around it.
 */
final class Years {
    private final TimeParts parts;
    private final TimeContext context;
    private final OptionalInt begin;
    private final OptionalInt end;
    private final boolean explicit;
    private final Optional<Step> step;

    private Years(TimeParts parts, TimeContext context) {
        this.parts = parts;
        this.context = context;
        OptionalInt first = parts.number("year");
        OptionalInt second = parts.number("year2");
        this.explicit = first.isPresent() || second.isPresent();
        this.begin = second.isPresent() ? first : OptionalInt.empty();
        this.end = explicit ? (second.isPresent() ? second : first) : ofAdjective();
        this.step = Step.of(parts, "which");
    }

    static Years of(TimeParts parts, TimeContext context) {
        return new Years(parts, context);
    }

    private OptionalInt ofAdjective() {
        Optional<Stretch> year;
        Optional<Step> of = Step.of(parts, "of");
        if (of.isPresent()) {
            year = of.get().lead(context, Unit.YEAR);
        } else if (parts.has("of-this")) {
            year = context.day().map(day -> Stretch.around(day, Unit.YEAR));
        } else if (parts.has("of-that")) {
            year = context.named().map(stretch -> Stretch.around(stretch.first(), Unit.YEAR));
        } else {
            return OptionalInt.empty();
        }
        return year.isPresent() ? OptionalInt.of(year.get().first().getYear()) : OptionalInt.empty();
    }

    /** Whether a number in the words gives the year. */
    boolean explicit() {
        return explicit;
    }

    /** Whether the words give the year. */
    boolean known() {
        return end.isPresent();
    }

    /** The year of the first of two dates, where it has one of its own. */
    OptionalInt begin() {
        return begin;
    }

    /** The year given for the only or last date. */
    OptionalInt end() {
        return end;
    }

    /** That day in the year meant; empty where there is no such day or nothing tells the year. */
    Optional<LocalDate> day(int month, int day, OptionalInt weekday) {
        if (end.isPresent()) {
            return Occurrence.valid(end.getAsInt(), month, day);
        }
        if (context.day().isEmpty() || day < 1 || day > 31 || month < 1 || month > 12) {
            return Optional.empty();
        }
        LocalDate writing = context.day().get();
        if (step.isPresent() && step.get().from() == Step.From.WRITING) {
            return Occurrence.day(writing, month, day, step.get().shift());
        }
        return Occurrence.day(writing, month, day, context.direction(parts), weekday.orElse(0));
    }

    /** The second of two months, of which the first has a year: where an adjective says which, that one, else the next. */
    YearMonth after(YearMonth first, YearMonth sameYear) {
        YearMonth next = sameYear.isBefore(first) ? sameYear.plusYears(1) : sameYear;
        return step.filter(which -> which.from() == Step.From.WRITING)
                .flatMap(which -> context.day()
                        .map(writing -> Occurrence.month(writing, sameYear.getMonthValue(), which.shift())))
                .filter(month -> !month.isBefore(first))
                .orElse(next);
    }

    /** That month in the year meant; empty where nothing tells the year. */
    Optional<YearMonth> month(int month) {
        if (end.isPresent()) {
            return Optional.of(YearMonth.of(end.getAsInt(), month));
        }
        if (context.day().isEmpty()) {
            return Optional.empty();
        }
        LocalDate writing = context.day().get();
        if (step.isPresent() && step.get().from() == Step.From.WRITING) {
            return Optional.of(Occurrence.month(writing, month, step.get().shift()));
        }
        Direction direction = context.direction(parts);
        return Optional.of(Occurrence.month(writing, month, direction));
    }
}
