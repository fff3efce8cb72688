package org.mahdar.extract;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mahdar.extract.Stretch.Unit;
import org.mahdar.language.Term;
import org.mahdar.model.TimeExpression.Precision;
import org.mahdar.text.Text;

/**
 * Resolves lengths of time, dates counted by a length ("two years ago"), and repeated times. Labels it reads: amount,
 * amount2 (the end of a range), quant (an open number), unit, half, share (a half or quarter of one unit), more and
 * more-unit (a smaller unit on top), which, ordinal; before, after (the length is counted from now), it (from the date
 * named last); weekday, part, day, month.
 */
final class LengthResolver {
    private static final int HOURS_OF_DAY = 24;

    private LengthResolver() {}

    /** A length, or two as a range. */
    static Optional<TimeValue> length(TimeParts parts, TimeContext context) {
        Optional<Length> length = of(parts, "amount");
        if (length.isEmpty()) {
            return Optional.empty();
        }
        if (isConstruct(parts, context)) {
            return Optional.empty();
        }
        Optional<Step> step = Step.of(parts, "which");
        if (step.isPresent() && length.get().amount().isEmpty()) {
            // "the last few days" have neither a length nor an end that a reader could name.
            return Optional.of(TimeValue.vague(step.get().shift()));
        }
        String value = length.get().value();
        if (parts.has("more-unit")) {
            value = sum(parts, length.get());
        } else if (parts.has("amount2")) {
            Optional<Length> end = of(parts, "amount2");
            if (end.isEmpty() || end.get().amount().isEmpty()) {
                return Optional.empty();
            }
            value = value + "/" + end.get().value();
        }
        return Optional.of(TimeValue.length(value, length.get().precision()));
    }

    /** Whether a bare noun of time belongs to the definite noun after it: "days of the feast" names days and no length. */
    private static boolean isConstruct(TimeParts parts, TimeContext context) {
        boolean bare = !parts.has("amount") && !parts.has("quant") && !parts.has("which") && !parts.has("half");
        if (!bare || parts.end("unit") != parts.to() || !context.isDefinite(parts.to())) {
            return false;
        }
        Optional<Term> unit = parts.term("unit", "units");
        return unit.isPresent()
                && (unit.get().role().equals("plural")
                        || (unit.get().role().isEmpty()
                                && unit.get().entry().need("unit").equals("D")));
    }

    /** "one year and two months": the smaller unit stands behind the larger one. */
    private static String sum(TimeParts parts, Length large) {
        OptionalDouble amount = amount(parts, "more", "more-unit");
        String unit = parts.value("more-unit", "units", "unit").orElse("D");
        Length small = new Length(amount, unit, false);
        boolean clock = small.isClock() && !large.isClock();
        return large.value() + (clock ? "T" : "") + small.body();
    }

    /** The length under the labels; the unit of a range is named once. */
    private static Optional<Length> of(TimeParts parts, String amountLabel) {
        Optional<String> unit = parts.value("unit", "units", "unit");
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        if (parts.has("ordinal")) {
            OptionalInt ordinal = parts.number("ordinal");
            return ordinal.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Length(OptionalDouble.of(ordinal.getAsInt()), unit.get(), false));
        }
        if (parts.has("quant")) {
            return Optional.of(new Length(OptionalDouble.empty(), unit.get(), false));
        }
        if (parts.has("share")) {
            double share =
                    Double.parseDouble(parts.value("share", "shares", "share").orElse("0.5"));
            return Optional.of(new Length(OptionalDouble.of(share), unit.get(), false));
        }
        OptionalDouble amount = amount(parts, amountLabel, "unit");
        if (parts.has(amountLabel) && amount.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Length(amount, unit.get(), parts.has("half")));
    }

    /** The number under a label; without one a singular is one, a dual two, a plural open. */
    private static OptionalDouble amount(TimeParts parts, String label, String unitLabel) {
        if (parts.has(label)) {
            OptionalInt whole = parts.number(label);
            return whole.isPresent() ? OptionalDouble.of(whole.getAsInt()) : fraction(parts, label);
        }
        String role = parts.term(unitLabel, "units").map(Term::role).orElse("");
        return switch (role) {
            case "dual" -> OptionalDouble.of(2);
            case "plural", "open" -> OptionalDouble.empty();
            default -> OptionalDouble.of(1);
        };
    }

    /** A number with a point or comma, such as 2,5. */
    private static OptionalDouble fraction(TimeParts parts, String label) {
        Text text = parts.tape().text();
        int token = parts.start(label);
        if (text.kind(token) != Text.NUMBER || parts.end(label) != token + 1) {
            return OptionalDouble.empty();
        }
        String digits = text.form(token).replace(',', '.');
        if (digits.indexOf('.') != digits.lastIndexOf('.') || digits.length() > 6) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(digits));
    }

    /** A date that lies a length before or after the day of writing, or the date named last. */
    static Optional<TimeValue> counted(TimeParts parts, TimeContext context) {
        Optional<Length> found = of(parts, "amount");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (isConstruct(parts, context)) {
            return Optional.empty();
        }
        Length length = found.get();
        int sign = parts.has("before") ? -1 : 1;
        if (parts.has("it")) {
            return fromNamed(length, sign, context);
        }
        if (length.amount().isEmpty()) {
            return Optional.of(TimeValue.vague(sign));
        }
        boolean ages = length.unit().equals("DE") || length.unit().equals("CE");
        if (sign > 0 && (ages || context.direction(parts).isPast())) {
            // "after three days" in a tale of the past counts from what was told, not from today.
            return Optional.of(TimeValue.length(length.value(), length.precision()));
        }
        Optional<Stretch> stretch = context.day().flatMap(day -> shift(day, length, sign));
        return Optional.of(stretch.map(s -> TimeValue.of(s, true)).orElseGet(() -> TimeValue.vague(sign)));
    }

    private static Optional<TimeValue> fromNamed(Length length, int sign, TimeContext context) {
        Optional<Stretch> stretch = context.named()
                .flatMap(named -> fits(named, length) ? shift(named.first(), length, sign) : Optional.empty());
        return Optional.of(stretch.map(s -> TimeValue.of(s, true))
                .orElseGet(() -> TimeValue.length(length.value(), length.precision())));
    }

    /** Whether a named stretch is precise enough to count this length from. */
    private static boolean fits(Stretch named, Length length) {
        return named.unit().precision().compareTo(length.precision()) <= 0;
    }

    private static Optional<Stretch> shift(LocalDate day, Length length, int sign) {
        double amount = length.amount().orElse(1);
        if (length.isClock()) {
            double days = length.unit().equals("H") ? amount / HOURS_OF_DAY : 0;
            return days >= 1 && days == Math.rint(days)
                    ? Optional.of(new Stretch(Unit.DAY, day.plusDays(sign * (long) days)))
                    : Optional.empty();
        }
        if (amount > 1000) {
            return Optional.empty();
        }
        if (length.half() && length.unit().equals("Y")) {
            return Optional.of(Stretch.around(day, Unit.MONTH).shift(sign * (int) (amount * 12 + 6)));
        }
        if (amount == 0.5 && length.unit().equals("Y")) {
            return Optional.of(Stretch.around(day, Unit.MONTH).shift(sign * 6));
        }
        if (amount != Math.rint(amount) || length.half()) {
            // "a quarter of a century ago", "a decade and a half ago"
            double years = length.years();
            return years > 0 && years == Math.rint(years)
                    ? Optional.of(Stretch.around(day, Unit.YEAR).shift(sign * (int) years))
                    : Optional.empty();
        }
        return UnitResolver.unitOf(length.unit())
                .map(unit -> Stretch.around(day, unit).shift(sign * (int) amount));
    }

    /** A length that the words leave quite open, such as "a long time". */
    static TimeValue open() {
        return TimeValue.length("PXX", Precision.VAGUE);
    }

    /** A repeated time. */
    static Optional<TimeValue> set(TimeParts parts) {
        Optional<String> adverb = parts.value("set", "sets", "value");
        if (adverb.isPresent()) {
            return Optional.of(TimeValue.set(adverb.get(), Precision.DAY));
        }
        OptionalInt weekday = DayResolver.weekdayOf(parts, "weekday");
        if (weekday.isPresent()) {
            return Optional.of(TimeValue.set("XXXX-WXX-" + weekday.getAsInt(), Precision.DAY));
        }
        OptionalInt month = DayResolver.monthOf(parts, "month", "pair");
        if (month.isPresent()) {
            OptionalInt day = parts.number("day");
            String value = "XXXX-" + Stretch.two(month.getAsInt());
            if (day.isEmpty()) {
                return Optional.of(TimeValue.set(value, Precision.MONTH));
            }
            // 2000 has a 29th of February.
            return Occurrence.valid(2000, month.getAsInt(), day.getAsInt())
                    .map(valid -> TimeValue.set(value + "-" + Stretch.two(day.getAsInt()), Precision.DAY));
        }
        if (parts.has("part")) {
            return Optional.of(TimeValue.set("P1D", Precision.DAYPART));
        }
        return of(parts, "amount").map(length -> TimeValue.set(length.value(), length.precision()));
    }
}
