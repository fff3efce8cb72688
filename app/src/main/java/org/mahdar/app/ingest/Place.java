package org.mahdar.app.ingest;

/**
 * Where in the input something stands.
 *
 * @param file the file as the user named it, with {@code !} before the name of a file inside an archive
 * @param line from 1; 0 where the whole file is meant
 * @param column from 1; 0 where the whole line is meant
 */
public record Place(String file, int line, int column) {
    /** The whole file. */
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    /** {@code file:line:column}, as editors understand it. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
    }
}
