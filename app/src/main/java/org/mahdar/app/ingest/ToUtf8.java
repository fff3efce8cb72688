package org.mahdar.app.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A stream in another encoding, read as UTF-8, so that everything behind it knows one encoding only. */
final class ToUtf8 extends InputStream {
    private final Reader reader;
    private final CharsetEncoder encoder =
            StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPORT);
    private final CharBuffer characters = CharBuffer.allocate(8 * 1024).limit(0);
    private final ByteBuffer bytes = ByteBuffer.allocate(32 * 1024).limit(0);
    private boolean end;

    /** Fails with {@link java.nio.charset.CharacterCodingException} at bytes that the encoding does not have. */
    ToUtf8(InputStream in, Charset charset) {
        this.reader = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(target, from, count);
        return count;
    }

    private boolean fill() throws IOException {
        while (!bytes.hasRemaining()) {
            if (end) {
                return false;
            }
            characters.compact();
            end = reader.read(characters) < 0;
            characters.flip();
            bytes.clear();
            CoderResult result = encoder.encode(characters, bytes, end);
            if (result.isError()) {
                result.throwException();
            }
            bytes.flip();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
