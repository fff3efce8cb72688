package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import org.mahdar.app.wire.MinutesWriter;

/** Minutes as they are, one story a line. */
public final class JsonLinesExport extends TextExport {
    /** Writes to a stream, which it closes. */
    public JsonLinesExport(OutputStream out) {
        super(out);
    }

    @Override
    public void add(Entry entry) throws IOException {
        line(MinutesWriter.line(entry.minutes()));
    }
}
