package org.mahdar.model;

/**
 * Something in a story that could not be resolved, or was resolved by a guess worth a second look.
 *
 * @param span where
 * @param what one sentence saying what
 */
public record Problem(Span span, String what) {}
