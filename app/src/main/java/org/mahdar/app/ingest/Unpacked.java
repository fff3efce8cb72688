package org.mahdar.app.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * What comes out of an archive, watched: it fails where so much comes out of so little that it can only be meant to do
 * harm. Text packs to a tenth, markup to a fiftieth; what packs to less than a two-hundredth is not read.
 */
final class Unpacked extends FilterInputStream {
    private static final long RATIO = 200;
    /** So much may always come out, in bytes. */
    private static final long HARMLESS = 64L * 1024 * 1024;

    private final LongSupplier packed;
    private final long packedBefore;
    private long out;

    /** Watches a stream; {@code packed} says how many bytes have been taken from the archive so far. */
    Unpacked(InputStream in, LongSupplier packed) {
        super(in);
        this.packed = packed;
        this.packedBefore = packed.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) throws IOException {
        out += more;
        if (out > HARMLESS && out > RATIO * (packed.getAsLong() - packedBefore)) {
            throw new BadInput(
                    "unpacks to more than " + RATIO
                            + " times its size, as only archives do that are made to fill disks",
                    "Leave it out; if it is honest, unpack it and give its files.");
        }
    }
}
