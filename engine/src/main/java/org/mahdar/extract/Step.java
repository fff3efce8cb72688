package org.mahdar.extract;

import java.util.Optional;
import org.mahdar.language.Entry;

/**
 * What an adjective such as "last", "coming", "same" says: how many steps, counted from what.
 *
 * @param shift steps of the unit beside it, negative into the past
 * @param from what the steps count from
 */
record Step(int shift, From from) {
    /** What steps count from. */
    enum From {
        /** The day of writing. */
        WRITING,
        /** The date named last. */
        NAMED
    }

    /** The step that the adjective under a label says. */
    static Optional<Step> of(TimeParts parts, String label) {
        Optional<Entry> entry = parts.entry(label, "which");
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Entry which = entry.get();
        boolean named = which.is("after") || which.is("same") || which.is("prior");
        return Optional.of(new Step(Integer.parseInt(which.need("shift")), named ? From.NAMED : From.WRITING));
    }

    /** The stretch of a kind that this step leads to; empty where there is nothing to count from. */
    Optional<Stretch> lead(TimeContext context, Stretch.Unit unit) {
        if (from == From.NAMED && context.named().isPresent()) {
            return Optional.of(
                    Stretch.around(context.named().get().first(), unit).shift(shift));
        }
        return context.day().map(day -> Stretch.around(day, unit).shift(shift));
    }
}
