package org.mahdar.app.archive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mahdar.app.wire.Sha256;
import org.mahdar.model.Minutes;

/**
 * A story packed, fingerprinted and turned into rows: all the work that needs no store, so that many threads can do it
 * while one writes.
 */
public final class Prepared {
    private final Incoming incoming;
    private final byte[] textSha256;
    private final byte[] bytesSha256;
    private final Sketch sketch;
    private final int textSize;
    private final byte[] text;
    private final byte[] bytes;
    private final Optional<MinutesRows> minutes;

    private Prepared(Incoming incoming, Optional<MinutesRows> minutes) {
        byte[] utf8 = incoming.story().text().getBytes(StandardCharsets.UTF_8);
        this.incoming = incoming;
        this.textSha256 = Sha256.of(utf8);
        this.bytesSha256 = Sha256.of(incoming.origin().bytes());
        this.sketch = Sketch.of(incoming.story().text());
        this.textSize = utf8.length;
        Packing packing = new Packing(utf8, incoming.origin().bytes());
        this.text = packing.text();
        this.bytes = packing.bytes();
        this.minutes = minutes;
    }

    /** A story and its minutes; without minutes where no language pack reads it. */
    public static Prepared of(Incoming incoming, Optional<Minutes> minutes) {
        return new Prepared(incoming, minutes.map(MinutesRows::of));
    }

    Incoming incoming() {
        return incoming;
    }

    byte[] textSha256() {
        return textSha256;
    }

    byte[] bytesSha256() {
        return bytesSha256;
    }

    Sketch sketch() {
        return sketch;
    }

    int textSize() {
        return textSize;
    }

    byte[] text() {
        return text;
    }

    byte[] bytes() {
        return bytes;
    }

    Optional<MinutesRows> minutes() {
        return minutes;
    }
}
