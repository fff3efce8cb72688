package org.mahdar.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;
import org.mahdar.extract.Stretch.Unit;
import org.mahdar.extract.Tense.Direction;
import org.mahdar.model.TimeExpression.Precision;

/**
 * Resolves days of the Gregorian calendar and ranges of them: "yesterday", weekdays, day and month, day of a month named
 * by an adjective. Labels it reads: near; weekday, weekday2, nth; dotted; day, last, month, pair, nmonth, year; month2,
 * pair2, year2; which; of (the adjective of the year); this, same (the month of an elliptic day).
 */
final class DayResolver {
    private DayResolver() {}

    /** The day or days; empty where the words cannot be that. */
    static Optional<TimeValue> resolve(TimeParts parts, TimeContext context) {
        if (parts.has("near")) {
            return near(parts, context);
        }
        if (parts.has("dotted")) {
            return dotted(parts);
        }
        if (parts.has("month") || parts.has("nmonth")) {
            return date(parts, context);
        }
        if (parts.has("day")) {
            return ofMonth(parts, context);
        }
        return parts.has("weekday") ? weekday(parts, context) : Optional.empty();
    }

    private static Optional<TimeValue> near(TimeParts parts, TimeContext context) {
        int shift = parts.code("near", "deictics", "shift").orElse(0);
        OptionalInt weekday = weekdayOf(parts, "weekday");
        if (context.day().isEmpty()) {
            return Optional.of(
                    weekday.isPresent()
                            ? TimeValue.open("XXXX-WXX-" + weekday.getAsInt(), Precision.DAY)
                            : TimeValue.vague(shift));
        }
        LocalDate day = context.day().get().plusDays(shift);
        if (weekday.isPresent()) {
            day = Occurrence.nearest(day, weekday.getAsInt());
        }
        return Optional.of(TimeValue.of(new Stretch(Unit.DAY, day), true));
    }

    static OptionalInt weekdayOf(TimeParts parts, String label) {
        return parts.code(label, "weekdays", "day");
    }

    private static Optional<TimeValue> weekday(TimeParts parts, TimeContext context) {
        int first = weekdayOf(parts, "weekday").orElse(1);
        OptionalInt second = weekdayOf(parts, "weekday2");
        if (context.day().isEmpty()) {
            String open = "XXXX-WXX-" + first;
            return Optional.of(
                    TimeValue.open(second.isPresent() ? open + "/XXXX-WXX-" + second.getAsInt() : open, Precision.DAY));
        }
        LocalDate writing = context.day().get();
        Optional<Step> step = Step.of(parts, "which");
        int anchor = second.orElse(first);
        LocalDate last;
        if (step.isPresent() && step.get().from() == Step.From.NAMED) {
            LocalDate from = context.namedDay().map(Stretch::first).orElse(writing);
            last = Occurrence.weekday(from, anchor, step.get().shift());
        } else if (step.isPresent()) {
            int shift = step.get().shift();
            last = Occurrence.weekday(writing, shift > 0 ? first : anchor, shift);
            if (second.isEmpty() && last.equals(writing.minusDays(1))) {
                // A writer calls yesterday yesterday.
                last = last.minusWeeks(1);
            }
            if (shift > 0 && second.isPresent()) {
                last = Occurrence.weekday(last, anchor, Direction.FUTURE);
            }
        } else {
            Direction direction = context.direction(parts);
            // A night is near when its second day is still today; of two days the first decides.
            boolean byFirst = direction.isFuture() && !ClockResolver.isTime(parts);
            last = Occurrence.weekday(writing, byFirst ? first : anchor, direction);
            if (byFirst && second.isPresent()) {
                last = Occurrence.weekday(last, anchor, direction);
            }
        }
        Stretch end = new Stretch(Unit.DAY, last);
        Stretch begin = new Stretch(Unit.DAY, Occurrence.weekday(last, first, Direction.PAST));
        return Optional.of(TimeValue.range(begin, end, true));
    }

    /** Day and month, with or without a year; or two such days. */
    private static Optional<TimeValue> date(TimeParts parts, TimeContext context) {
        OptionalInt month = monthOf(parts, "month", "pair");
        OptionalInt day = parts.number("day");
        if (month.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt lastDay = parts.number("last");
        boolean twoMonths = parts.has("month2");
        OptionalInt lastMonth = twoMonths ? monthOf(parts, "month2", "pair2") : month;
        if (lastMonth.isEmpty()) {
            return Optional.empty();
        }
        int endDay = lastDay.orElse(day.getAsInt());
        int endMonth = lastMonth.getAsInt();
        Years years = Years.of(parts, context);
        Optional<LocalDate> end = years.day(endMonth, endDay, weekdayOf(parts, "weekday"));
        if (end.isEmpty()) {
            return years.known() || context.day().isPresent()
                    ? Optional.empty()
                    : open(month.getAsInt(), day.getAsInt(), endMonth, endDay);
        }
        int beginYear = years.begin().orElse(end.get().getYear());
        Optional<LocalDate> begin = Occurrence.valid(beginYear, month.getAsInt(), day.getAsInt());
        if (begin.isPresent()
                && begin.get().isAfter(end.get())
                && twoMonths
                && years.begin().isEmpty()) {
            begin = Occurrence.valid(beginYear - 1, month.getAsInt(), day.getAsInt());
        }
        if (begin.isEmpty() || begin.get().isAfter(end.get())) {
            return Optional.empty();
        }
        return Optional.of(TimeValue.range(
                new Stretch(Unit.DAY, begin.get()), new Stretch(Unit.DAY, end.get()), !years.explicit()));
    }

    /** Day, month and year in one number with two points, the year at either end. */
    private static Optional<TimeValue> dotted(TimeParts parts) {
        String[] numbers = parts.form("dotted").split("\\.");
        if (numbers.length != 3 || parts.form("dotted").indexOf(',') >= 0) {
            return Optional.empty();
        }
        boolean yearFirst = numbers[0].length() == 4;
        String year = numbers[yearFirst ? 0 : 2];
        String day = numbers[yearFirst ? 2 : 0];
        if (year.length() != 4 || day.length() > 2 || numbers[1].length() > 2) {
            return Optional.empty();
        }
        return Occurrence.valid(Integer.parseInt(year), Integer.parseInt(numbers[1]), Integer.parseInt(day))
                .map(date -> TimeValue.of(new Stretch(Unit.DAY, date), false));
    }

    private static Optional<TimeValue> open(int month, int day, int endMonth, int endDay) {
        // 2000 has a 29th of February.
        if (Occurrence.valid(2000, month, day).isEmpty()
                || Occurrence.valid(2000, endMonth, endDay).isEmpty()) {
            return Optional.empty();
        }
        String begin = "XXXX-" + Stretch.two(month) + "-" + Stretch.two(day);
        String end = "XXXX-" + Stretch.two(endMonth) + "-" + Stretch.two(endDay);
        return Optional.of(TimeValue.open(begin.equals(end) ? begin : begin + "/" + end, Precision.DAY));
    }

    /** A day or month as ISO 8601 writes it. */
    static TimeValue written(String date) {
        boolean day = date.length() > "2000-01".length();
        LocalDate first = LocalDate.parse(day ? date : date + "-01");
        return TimeValue.of(new Stretch(day ? Unit.DAY : Unit.MONTH, first), false);
    }

    /** The day of writing in another year. */
    static Optional<TimeValue> likeThis(TimeParts parts, TimeContext context) {
        OptionalInt year = Years.of(parts, context).end();
        if (year.isEmpty() || year.getAsInt() < 1) {
            return Optional.empty();
        }
        return Optional.of(context.day()
                .map(day -> TimeValue.of(new Stretch(Unit.DAY, day.withYear(year.getAsInt())), true))
                .orElseGet(() -> TimeValue.open(Stretch.four(year.getAsInt()) + "-XX-XX", Precision.DAY)));
    }

    /** "Sunday the second of September" where that day is a Sunday, else the second Sunday of that September. */
    static Optional<TimeValue> weekdayOfMonth(TimeParts parts, TimeContext context) {
        OptionalInt weekday = weekdayOf(parts, "weekday");
        OptionalInt nth = parts.number("nth");
        OptionalInt month = monthOf(parts, "month", "pair");
        if (weekday.isEmpty() || nth.isEmpty() || nth.getAsInt() < 1 || month.isEmpty()) {
            return Optional.empty();
        }
        Years years = Years.of(parts, context);
        return years.month(month.getAsInt())
                .map(found -> nth(found, nth.getAsInt(), DayOfWeek.of(weekday.getAsInt())))
                .map(day -> TimeValue.of(new Stretch(Unit.DAY, day), !years.explicit()));
    }

    private static LocalDate nth(YearMonth month, int nth, DayOfWeek weekday) {
        boolean date = nth <= month.lengthOfMonth() && month.atDay(nth).getDayOfWeek() == weekday;
        return date ? month.atDay(nth) : month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
    }

    /** The number of a month that is named once or, by a pair of names that agree, twice; empty where they disagree. */
    static OptionalInt monthOf(TimeParts parts, String label, String pairLabel) {
        if (parts.has("nmonth") && label.equals("month")) {
            return parts.number("nmonth");
        }
        OptionalInt month = parts.code(label, "months", "month");
        OptionalInt pair = parts.code(pairLabel, "months", "month");
        return pair.isEmpty() || pair.equals(month) ? month : OptionalInt.empty();
    }

    /** A day of "this month", "the same month", "the current": the month stands in an adjective or a pronoun. */
    private static Optional<TimeValue> ofMonth(TimeParts parts, TimeContext context) {
        OptionalInt day = parts.number("day");
        Optional<Stretch> month = monthOf(parts, context);
        if (day.isEmpty() || day.getAsInt() < 1 || day.getAsInt() > 31) {
            return Optional.empty();
        }
        if (month.isEmpty()) {
            // "the fifth of it" is no day where no month was named.
            return context.day().isPresent()
                    ? Optional.empty()
                    : Optional.of(TimeValue.open("XXXX-XX-" + Stretch.two(day.getAsInt()), Precision.DAY));
        }
        LocalDate first = month.get().first();
        Optional<LocalDate> begin = Occurrence.valid(first.getYear(), first.getMonthValue(), day.getAsInt());
        Optional<LocalDate> end = Occurrence.valid(
                first.getYear(), first.getMonthValue(), parts.number("last").orElse(day.getAsInt()));
        if (begin.isEmpty() || end.isEmpty() || begin.get().isAfter(end.get())) {
            return Optional.empty();
        }
        return Optional.of(TimeValue.range(new Stretch(Unit.DAY, begin.get()), new Stretch(Unit.DAY, end.get()), true));
    }

    private static Optional<Stretch> monthOf(TimeParts parts, TimeContext context) {
        Optional<Step> step = Step.of(parts, "which");
        if (step.isPresent()) {
            return step.get().lead(context, Unit.MONTH);
        }
        if (parts.has("this")) {
            return context.day().map(day -> Stretch.around(day, Unit.MONTH));
        }
        Optional<Stretch> named = context.named();
        if (named.isPresent() && named.get().unit() != Unit.DAY && named.get().unit() != Unit.MONTH) {
            return Optional.empty();
        }
        return named.map(stretch -> Stretch.around(stretch.first(), Unit.MONTH));
    }
}
