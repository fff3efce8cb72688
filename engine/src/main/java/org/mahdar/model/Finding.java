package org.mahdar.model;

import java.util.List;

/** Anything read from a story: a line of the minutes, with its place and the reason it was read. */
public sealed interface Finding permits Statement, TimeExpression, Meeting, Position, Paper, Assessment {
    /** The words a reader would point at first. */
    Span span();

    /** Everything in the story that this line points at, {@link #span()} among it; the steps of the evidence are not. */
    default List<Span> spans() {
        return List.of(span());
    }

    /** Which pattern read it, from which words. */
    Evidence evidence();
}
