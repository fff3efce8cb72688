package org.mahdar.app.ingest;

import java.io.IOException;

/** An input gives more than anything honest of its kind; what is wrong, and a way out. */
final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    private final String wayOut;

    TooMuch(String what, String wayOut) {
        super(what);
        this.wayOut = wayOut;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String wayOut() {
        return wayOut;
    }
}
