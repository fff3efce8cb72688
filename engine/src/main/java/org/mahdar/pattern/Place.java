package org.mahdar.pattern;

/**
 * Where something stands in a data file.
 *
 * @param file the file, relative to the language folder
 * @param line line number, from 1
 * @param column column in that line, from 1; 0 where the whole line is meant
 * @param text the line itself
 */
public record Place(String file, int line, int column, String text) {
    /** The same line, another column. */
    public Place at(int newColumn) {
        return new Place(file, line, newColumn, text);
    }

    /** {@code file:line} for lists. */
    public String where() {
        return file + ":" + line;
    }
}
