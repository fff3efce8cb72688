package org.mahdar.app.wire;

/** JSON that cannot be read: where, and what is wrong there. */
public final class JsonFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final boolean unreadable;

    /**
     * A fault at a place.
     *
     * @param line from 1; 0 where it is not known
     * @param column from 1; 0 where the whole line is meant
     * @param what one clause
     */
    public JsonFault(int line, int column, String what) {
        this(line, column, what, false);
    }

    JsonFault(int line, int column, String what, boolean unreadable) {
        super(what);
        this.line = line;
        this.column = column;
        this.unreadable = unreadable;
    }

    /** Whether the bytes could not be read, and the JSON is not to blame. */
    public boolean unreadable() {
        return unreadable;
    }

    /** Line from 1; 0 where it is not known. */
    public int line() {
        return line;
    }

    /** Column from 1; 0 where the whole line is meant. */
    public int column() {
        return column;
    }

    /** What is wrong, one clause. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
