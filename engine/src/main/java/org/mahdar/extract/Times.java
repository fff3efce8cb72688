package org.mahdar.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.TimeExpression;
import org.mahdar.model.TimeExpression.Anchor;

/**
 * What the time finder read.
 *
 * @param expressions the time expressions in text order
 * @param day the day of writing, from which relative expressions were counted; empty where neither the text nor the
 *     metadata tells it
 * @param anchor who told the day: a dateline or a named weekday in the text, or the metadata
 */
public record Times(List<TimeExpression> expressions, Optional<LocalDate> day, Anchor anchor) {
    /** Copies the list. */
    public Times {
        expressions = List.copyOf(expressions);
    }
}
