package org.mahdar.app.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A bar on a terminal while many stories are read; it goes when they are. */
final class Progress {
    private static final long MILLISECOND = 1_000_000L;
    private static final int WIDTH = 24;

    private final PrintStream err;
    private final long bytes;
    private final LongSupplier nanos;
    private final long start;
    private long shown;
    private boolean visible;

    /**
     * A bar that shows itself when the work has taken a second.
     *
     * @param bytes how many there are to read; 0 where that is not known
     * @param nanos the clock
     */
    Progress(PrintStream err, long bytes, LongSupplier nanos) {
        this.err = err;
        this.bytes = bytes;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.shown = start + 1000 * MILLISECOND;
    }

    /** Says how far the work is. */
    void at(int stories, long consumed) {
        long now = nanos.getAsLong();
        if (now < shown) {
            return;
        }
        shown = now + 100 * MILLISECOND;
        visible = true;
        double seconds = (now - start) / 1e9;
        StringBuilder line = new StringBuilder("\r");
        if (bytes > 0) {
            double share = Math.min(1, (double) consumed / bytes);
            int full = (int) (share * WIDTH);
            line.append('[')
                    .append("#".repeat(full))
                    .append(".".repeat(WIDTH - full))
                    .append("] ");
            line.append(String.format(Locale.ROOT, "%3d %%  ", (int) (share * 100)));
        }
        line.append(String.format(Locale.ROOT, "%,d stories  %,.0f/s \u001B[K", stories, stories / seconds));
        err.print(line);
        err.flush();
    }

    /** Takes the bar away, so that a message or the prompt has the line for itself. */
    void clear() {
        if (visible) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }
}
