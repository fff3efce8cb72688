package org.mahdar.extract;

import java.util.Optional;
import org.mahdar.model.TimeExpression;
import org.mahdar.model.TimeExpression.Precision;

/**
 * What a time expression comes to.
 *
 * @param type its kind
 * @param value the TIMEX3 value
 * @param precision the smallest unit that the words give
 * @param counted whether the value was counted from the day of writing; if not, the words alone gave it
 * @param begin the first stretch of the calendar that it names, from which later words such as "the next day" count
 */
record TimeValue(
        TimeExpression.Type type, String value, Precision precision, boolean counted, Optional<Stretch> begin) {
    static final String PAST = "PAST_REF";
    static final String PRESENT = "PRESENT_REF";
    static final String FUTURE = "FUTURE_REF";

    /** A date that the calendar knows. */
    static TimeValue of(Stretch stretch, boolean counted) {
        return new TimeValue(
                TimeExpression.Type.DATE, stretch.value(), stretch.unit().precision(), counted, Optional.of(stretch));
    }

    /** Two dates and what lies between them. */
    static TimeValue range(Stretch begin, Stretch end, boolean counted) {
        if (begin.equals(end)) {
            return of(begin, counted);
        }
        return new TimeValue(
                TimeExpression.Type.DATE,
                begin.value() + "/" + end.value(),
                begin.unit().precision(),
                counted,
                Optional.of(begin));
    }

    /** A date of which parts stay open, such as {@code XXXX-07-14}. */
    static TimeValue open(String value, Precision precision) {
        return new TimeValue(TimeExpression.Type.DATE, value, precision, true, Optional.empty());
    }

    /** Past, present or future, no more. */
    static TimeValue vague(String value) {
        return new TimeValue(TimeExpression.Type.DATE, value, Precision.VAGUE, false, Optional.empty());
    }

    /** A time that can only be told as past, present or future, by the sign of a step. */
    static TimeValue vague(int step) {
        return vague(step < 0 ? PAST : step > 0 ? FUTURE : PRESENT);
    }

    /** A length. */
    static TimeValue length(String value, Precision precision) {
        return new TimeValue(TimeExpression.Type.DURATION, value, precision, false, Optional.empty());
    }

    /** A repeated time. */
    static TimeValue set(String value, Precision precision) {
        return new TimeValue(TimeExpression.Type.SET, value, precision, false, Optional.empty());
    }

    /** A time of this day: {@code suffix} is what stands behind the day, such as {@code TMO}. */
    TimeValue at(String suffix, Precision precise) {
        String day = precision == Precision.DAY && !value.contains("/") ? value : "XXXX-XX-XX";
        return new TimeValue(TimeExpression.Type.TIME, day + suffix, precise, counted, begin);
    }
}
