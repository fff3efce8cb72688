package org.mahdar.app.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that a TIMEX3 value takes in, as far as it is as fine as a month.
 *
 * @param first the first
 * @param last the last, which may be the same
 * @param exact whether the value names days and not months
 */
record Days(LocalDate first, LocalDate last, boolean exact) {
    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2}))?(?:T.{0,12})?");

    /** Empty for weeks, years, lengths and whatever else names no day or month. */
    static Optional<Days> of(String value) {
        int slash = value.indexOf('/');
        if (slash < 0) {
            return one(value);
        }
        Optional<Days> from = one(value.substring(0, slash));
        Optional<Days> to = one(value.substring(slash + 1));
        if (from.isEmpty()
                || to.isEmpty()
                || to.get().last().isBefore(from.get().first())) {
            return Optional.empty();
        }
        return Optional.of(new Days(
                from.get().first(),
                to.get().last(),
                from.get().exact() && to.get().exact()));
    }

    private static Optional<Days> one(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (matcher.group(3) == null) {
                return Optional.of(new Days(month.atDay(1), month.atEndOfMonth(), false));
            }
            LocalDate day = month.atDay(Integer.parseInt(matcher.group(3)));
            return Optional.of(new Days(day, day, true));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
