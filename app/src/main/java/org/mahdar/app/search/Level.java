package org.mahdar.app.search;

import java.util.Locale;

/** How closely words of a query and of a text have to agree. */
public enum Level {
    /** Letter by letter. */
    EXACT("x"),
    /** Letters that are written either way, marks and digits of other scripts are one. */
    FOLDED("f"),
    /** Prefixes and endings are left out too. */
    STEM("s");

    private final String field;

    Level(String field) {
        this.field = field;
    }

    /** The field of the index that holds words so. */
    String field() {
        return field;
    }

    /** The word in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
