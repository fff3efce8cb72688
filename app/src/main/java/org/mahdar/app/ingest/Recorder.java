package org.mahdar.app.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Remembers the bytes that pass through it until they are taken, so that a part of a stream can be kept as it came. */
final class Recorder extends FilterInputStream {
    private byte[] kept = new byte[8 * 1024];
    private int length;
    /** Offset in the stream of the first byte that is kept. */
    private long start;

    private boolean stopped;

    Recorder(InputStream in) {
        super(in);
    }

    /** The bytes from one offset of the stream to another; what lies before the second is forgotten. */
    byte[] take(long from, long to) {
        int begin = (int) Math.max(0, from - start);
        int end = (int) Math.min(length, to - start);
        byte[] out = end > begin ? Arrays.copyOfRange(kept, begin, end) : new byte[0];
        System.arraycopy(kept, end, kept, 0, length - end);
        length -= end;
        start += end;
        return out;
    }

    /** Lets the bytes pass from here on without remembering them. */
    void stop() {
        stopped = true;
        length = 0;
    }

    /** Everything that has passed and has not been taken. */
    byte[] take() {
        return take(start, start + length);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            keep(new byte[] {(byte) b}, 0, 1);
        }
        return b;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        int read = super.read(target, from, count);
        if (read > 0) {
            keep(target, from, read);
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 64 * 1024)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void keep(byte[] source, int from, int count) {
        if (stopped) {
            return;
        }
        if (length + count > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(kept.length * 2, length + count));
        }
        System.arraycopy(source, from, kept, length, count);
        length += count;
    }
}
