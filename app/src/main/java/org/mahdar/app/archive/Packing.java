package org.mahdar.app.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * How texts and bytes are packed: raw deflate. The bytes a text was made from mostly hold that text, so they are packed
 * with its end as preset dictionary and cost next to nothing.
 */
final class Packing {
    /** Deflate looks back no further. */
    private static final int WINDOW = 32 * 1024;

    /** Two per cent more room than the best level in half the time, on newspaper stories. */
    private static final int LEVEL = 4;

    private final byte[] text;
    private final byte[] bytes;

    /** Packs a text, given in UTF-8, and the bytes it was made from. */
    Packing(byte[] utf8, byte[] origin) {
        // Making a deflater costs as much as packing a short text; one does for both.
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            text = pack(deflater, utf8);
            deflater.reset();
            int known = Math.min(utf8.length, WINDOW);
            if (known > 0) {
                deflater.setDictionary(utf8, utf8.length - known, known);
            }
            bytes = pack(deflater, origin);
        } finally {
            deflater.end();
        }
    }

    /** The packed text. */
    byte[] text() {
        return text;
    }

    /** The packed bytes. */
    byte[] bytes() {
        return bytes;
    }

    static String unpackText(byte[] packed, int size) {
        return new String(unpack(packed, size, new byte[0]), StandardCharsets.UTF_8);
    }

    static byte[] unpackBytes(byte[] packed, int size, String text) {
        return unpack(packed, size, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] pack(Deflater deflater, byte[] bytes) {
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[64 + bytes.length / 2];
        int length = 0;
        while (!deflater.finished()) {
            if (length == out.length) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            length += deflater.deflate(out, length, out.length - length);
        }
        return Arrays.copyOf(out, length);
    }

    private static byte[] unpack(byte[] packed, int size, byte[] before) {
        Inflater inflater = new Inflater(true);
        try {
            int known = Math.min(before.length, WINDOW);
            if (known > 0) {
                inflater.setDictionary(before, before.length - known, known);
            }
            inflater.setInput(packed);
            byte[] out = new byte[size];
            int length = 0;
            while (length < size) {
                int more = inflater.inflate(out, length, size - length);
                if (more == 0) {
                    throw new ArchiveException("a packed text of the archive ends after " + length + " of " + size
                            + " bytes. Restore a backup; mahdar doctor names what is damaged.");
                }
                length += more;
            }
            return out;
        } catch (DataFormatException e) {
            throw new ArchiveException(
                    "a packed text of the archive is damaged. Restore a backup; mahdar doctor names what is damaged.",
                    e);
        } finally {
            inflater.end();
        }
    }
}
