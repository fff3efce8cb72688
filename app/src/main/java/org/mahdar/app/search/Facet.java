package org.mahdar.app.search;

import java.util.Locale;

/** By what lines are told apart and counted; a query asks for it as a field of the same name. */
public enum Facet {
    /** Sort of line, and of statement, meeting or paper. */
    KIND,
    /** Who says so. */
    SPEAKER,
    /** Who takes part or is spoken for. */
    PARTY,
    /** What it is about. */
    ISSUE,
    /** What is done by saying it, or where a meeting stands. */
    ACT,
    /** What readers said of the line. */
    STATE,
    /** Who published it. */
    OUTLET,
    /** Where it takes place. */
    PLACE;

    /** The name in queries and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field that holds the words under which values are found. */
    String words() {
        return "q." + word();
    }

    /** The field that holds the keys to be counted. */
    String keys() {
        return "v." + word();
    }
}
