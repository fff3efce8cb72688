package org.mahdar.model;

/** Anything read from a story: a line of the minutes, with its place and the reason it was read. */
public sealed interface Finding permits Statement, TimeExpression, Meeting, Position, Paper, Assessment {
    /** The words a reader would point at first. */
    Span span();

    /** Which pattern read it, from which words. */
    Evidence evidence();
}
