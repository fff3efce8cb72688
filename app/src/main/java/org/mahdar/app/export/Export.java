package org.mahdar.app.export;

import java.io.Closeable;
import java.io.IOException;

/**
 * An export under way. Entries come one at a time, in the order of the archive, and only networks keep more of them than
 * the one at hand. {@link #close} writes what belongs after the last; without it the export is not whole.
 */
public interface Export extends Closeable {
    /** Adds what is found in one story. */
    void add(Entry entry) throws IOException;
}
