package org.mahdar.app.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** What exports that are one text in UTF-8 have in common. Lines end in a line feed on every machine. */
abstract class TextExport implements Export {
    private final Writer out;

    TextExport(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    final Writer out() {
        return out;
    }

    final void line(String text) throws IOException {
        out.append(text).append('\n');
    }

    /** Writes what belongs after the last entry. */
    void finish() throws IOException {}

    @Override
    public final void close() throws IOException {
        try (Writer closing = out) {
            finish();
            closing.flush();
        }
    }
}
