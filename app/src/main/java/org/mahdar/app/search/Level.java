package org.mahdar.app.search;

import java.util.Locale;

/** How closely words of a query and of a text have to agree. */
public enum Level {
    /** Letter by letter. */
    EXACT,
    /** Letters that are written either way, marks and digits of other scripts are one. */
    FOLDED,
    /** Prefixes and endings are left out too. */
    STEM;

    /** The word in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
