package org.mahdar.model;

import java.util.List;

/**
 * Why a line was read: the pattern, and the words under each of its named steps.
 *
 * @param pattern id of the pattern in the language pack
 * @param steps the named parts of the match in text order; behind them, under its own id, what each further pattern took
 *     that read the same words
 */
public record Evidence(String pattern, List<Step> steps) {
    /** Copies the steps. */
    public Evidence {
        steps = List.copyOf(steps);
    }

    /**
     * One named part of a match.
     *
     * @param name the label that the pattern gives it, or the id of a further pattern
     * @param span the words it took
     */
    public record Step(String name, Span span) {}
}
