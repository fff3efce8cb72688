package org.mahdar.app.archive;

/** The archive cannot do what it was asked; the message says why and what to do about it. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message for the user: what is wrong, and a way out. */
    public ArchiveException(String message) {
        super(message);
    }

    /** With a message that says what to do, and what caused it. */
    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
