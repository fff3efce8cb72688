package org.mahdar.app.search;

/** A query that cannot be understood: where, and what would help. */
public final class QueryFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int at;

    QueryFault(int at, String what) {
        super(what);
        this.at = at;
    }

    /** Offset in the query in UTF-16 code units. */
    public int at() {
        return at;
    }

    /** What is wrong and the way out, one sentence. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
