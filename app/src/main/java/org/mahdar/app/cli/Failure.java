package org.mahdar.app.cli;

/** A command cannot go on, for a reason that the user can do something about; the message says what. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }
}
