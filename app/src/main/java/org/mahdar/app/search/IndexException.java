package org.mahdar.app.search;

/** The index cannot do its work; the message says why and what to do. */
public final class IndexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
