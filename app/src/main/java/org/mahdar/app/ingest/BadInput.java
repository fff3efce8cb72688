package org.mahdar.app.ingest;

import java.io.IOException;

/** An input that cannot be read or is not read, and not because a disk or a line fails: what is wrong, and a way out. */
public final class BadInput extends IOException {
    private static final long serialVersionUID = 1L;

    private final String wayOut;

    /**
     * With what the user is told.
     *
     * @param what is wrong, one clause
     * @param wayOut what to do about it, one sentence
     */
    public BadInput(String what, String wayOut) {
        super(what);
        this.wayOut = wayOut;
    }

    /** What is wrong, one clause. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** What to do about it, one sentence. */
    public String wayOut() {
        return wayOut;
    }
}
