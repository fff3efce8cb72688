package org.mahdar.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mahdar.extract.Stretch.Unit;
import org.mahdar.language.Term;
import org.mahdar.pattern.Pattern;
import org.mahdar.pattern.PatternException;
import org.mahdar.text.Text;

/** The ways in which time patterns are resolved, by the name that their {@code as} line gives. */
final class Resolvers {
    private static final Map<String, Resolver> BY_NAME = Map.ofEntries(
            Map.entry("day", Resolvers::day),
            Map.entry("hijri-or-day", Resolvers::hijriOrDay),
            Map.entry("like-this", DayResolver::likeThis),
            Map.entry("weekday-of-month", DayResolver::weekdayOfMonth),
            Map.entry("that-date", (parts, context) -> context.namedDay().map(day -> TimeValue.of(day, true))),
            Map.entry("landmark", Resolvers::landmark),
            Map.entry("clock", ClockResolver::alone),
            Map.entry("hijri-month", Hijri::month),
            Map.entry("feast", Hijri::feast),
            Map.entry("month", UnitResolver::month),
            Map.entry("unit", Resolvers::unit),
            Map.entry("weekend", UnitResolver::weekend),
            Map.entry("year", (parts, context) -> CalendarResolver.year(parts)),
            Map.entry("year-again", CalendarResolver::yearAgain),
            Map.entry("decade", CalendarResolver::decade),
            Map.entry("century", (parts, context) -> CalendarResolver.century(parts)),
            Map.entry("millennium", (parts, context) -> CalendarResolver.millennium(parts)),
            Map.entry("season", CalendarResolver::season),
            Map.entry("quarter", (parts, context) -> CalendarResolver.part(parts, context, Unit.QUARTER)),
            Map.entry("half", (parts, context) -> CalendarResolver.part(parts, context, Unit.HALF)),
            Map.entry("length", LengthResolver::length),
            Map.entry("open-length", (parts, context) -> Optional.of(LengthResolver.open())),
            Map.entry("counted", LengthResolver::counted),
            Map.entry("set", (parts, context) -> LengthResolver.set(parts)),
            Map.entry("vague", (parts, context) -> vague(parts)),
            Map.entry("since", (parts, context) -> Optional.of(TimeValue.vague(-1))));

    private Resolvers() {}

    /** A way to make the value of what a pattern took. */
    @FunctionalInterface
    private interface Resolver {
        /** The value; empty where the words turn out to be no time. */
        Optional<TimeValue> resolve(TimeParts parts, TimeContext context);
    }

    /** Fails where a pattern names a way that there is not, so that reading never does. */
    static void check(List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            String as = pattern.setting("as").orElse("");
            if (!BY_NAME.containsKey(as)) {
                throw new PatternException(
                        pattern.place(),
                        "pattern".length(),
                        "pattern " + pattern.id() + " is resolved as \"" + as + "\", which no resolver knows",
                        "Ways to resolve a time: " + String.join(", ", new TreeSet<>(BY_NAME.keySet())) + ".");
            }
        }
    }

    /** The value of what a pattern took; empty where the words turn out to be no time. */
    static Optional<TimeValue> resolve(TimeParts parts, TimeContext context) {
        Resolver resolver = BY_NAME.get(parts.pattern().setting("as").orElse(""));
        return resolver == null ? Optional.empty() : resolver.resolve(parts, context);
    }

    private static Optional<TimeValue> day(TimeParts parts, TimeContext context) {
        return at(parts, DayResolver.resolve(parts, context));
    }

    private static Optional<TimeValue> hijriOrDay(TimeParts parts, TimeContext context) {
        // Where a Gregorian date stands beside the Hijri one, that one wins.
        boolean gregorian = parts.has("month") || parts.has("nmonth") || parts.has("dotted");
        return gregorian ? day(parts, context) : at(parts, Hijri.date(parts, context));
    }

    private static Optional<TimeValue> unit(TimeParts parts, TimeContext context) {
        return at(parts, UnitResolver.unit(parts, context));
    }

    /** The time of day on a day, where the words tell one. */
    private static Optional<TimeValue> at(TimeParts parts, Optional<TimeValue> day) {
        return ClockResolver.isTime(parts) ? day.flatMap(value -> ClockResolver.on(parts, value)) : day;
    }

    private static Optional<TimeValue> landmark(TimeParts parts, TimeContext context) {
        return parts.value("landmark", "landmarks", "date").map(DayResolver::written);
    }

    /** Words that say only past, present or future: by the column of their list, or by the adjective beside a period. */
    private static Optional<TimeValue> vague(TimeParts parts) {
        Optional<Term> ref = parts.term("ref", "refs");
        int first = parts.from();
        Text text = parts.tape().text();
        if (ref.isPresent() && ref.get().role().equals("lately") && text.sentenceStart(text.sentence(first)) == first) {
            // At the head of a sentence the word for lately means at last.
            return Optional.empty();
        }
        return parts.value("ref", "refs", "value")
                .map(TimeValue::vague)
                .or(() -> Step.of(parts, "which").map(step -> TimeValue.vague(step.shift())))
                .or(() -> Optional.of(TimeValue.vague(0)));
    }
}
