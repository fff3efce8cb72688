package org.mahdar.app.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Reads gzip, all members of a file, without being fooled by a stream that says for a moment that it has no more. */
final class Gunzip {
    private Gunzip() {}

    static InputStream of(InputStream in) throws IOException {
        Counted counted = new Counted(new PushbackInputStream(in, 1));
        return new Unpacked(new GZIPInputStream(counted, 64 * 1024), () -> counted.count);
    }

    /** Java's own reader takes an available() of nothing for the end of the file. */
    private static final class Counted extends FilterInputStream {
        private final PushbackInputStream source;
        private long count;

        Counted(PushbackInputStream in) {
            super(in);
            this.source = in;
        }

        @Override
        public int available() throws IOException {
            int next = source.read();
            if (next < 0) {
                return 0;
            }
            source.unread(next);
            return 1;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
