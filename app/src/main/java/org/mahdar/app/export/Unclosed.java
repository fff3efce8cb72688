package org.mahdar.app.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** For formats that close what they are given, where it is not theirs to close: closing this one only passes on what is written. */
public final class Unclosed extends FilterOutputStream {
    /** Writes to a stream that somebody else closes. */
    public Unclosed(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
        out.write(from, start, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
