package org.mahdar.app.ingest;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * How the bytes of a file spell letters: a byte order mark is believed first, then whether the bytes are UTF-8 at all,
 * and only what is neither is guessed at.
 */
sealed interface Encoding {
    /**
     * A known encoding.
     *
     * @param charset its name
     * @param mark how many bytes of byte order mark stand before the text
     * @param guessed whether it was concluded from the letters
     */
    record Known(Charset charset, int mark, boolean guessed) implements Encoding {}

    /**
     * Not text, or in no encoding that is recognised.
     *
     * @param what is wrong, one clause
     * @param wayOut what to do about it
     */
    record Unknown(String what, String wayOut) implements Encoding {}

    /** Encodings of Arabic that a guess may name; any other guess is only told. */
    Set<String> LEGACY = Set.of("windows-1256", "ISO-8859-6");

    /** Below this the detector is not sure of anything. */
    int LEAST_CONFIDENCE = 20;

    /**
     * The encoding of a file that begins with these bytes.
     *
     * @param head the first bytes
     * @param whole whether the file has no more
     */
    static Encoding of(byte[] head, boolean whole) {
        return of(head, whole, false);
    }

    /** The same of a file whose tags the detector of encodings should not look at. */
    static Encoding of(byte[] head, boolean whole, boolean markup) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new Known(StandardCharsets.UTF_8, 3, false);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new Known(StandardCharsets.UTF_16LE, 2, false);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new Known(StandardCharsets.UTF_16BE, 2, false);
        }
        Utf8 utf8 = Utf8.count(head, whole);
        // A stray NUL or control character is a fault of a text, to be named by its place; many of them are no text.
        if (utf8.controls() > 3 && utf8.controls() * 50L > head.length) {
            return new Unknown(
                    "is not text: " + utf8.controls() + " of its first " + head.length
                            + " bytes are control characters",
                    "Give text, JSON, JSON Lines or a zip of these; UTF-16 needs a byte order mark.");
        }
        // A few broken bytes among many letters that are UTF-8 are damage, to be named by line, not another encoding.
        if (utf8.broken() * 20L <= utf8.letters()) {
            return new Known(StandardCharsets.UTF_8, 0, false);
        }
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(markup);
        CharsetMatch best = detector.setText(head).detect();
        if (best != null && LEGACY.contains(best.getName()) && best.getConfidence() >= LEAST_CONFIDENCE) {
            return new Known(Charset.forName(best.getName()), 0, true);
        }
        return new Unknown(
                "is neither UTF-8 nor an encoding of Arabic that is recognised"
                        + (best == null ? "" : "; it might be " + best.getName()),
                "Save it as UTF-8, for example with: iconv -f " + (best == null ? "windows-1256" : best.getName())
                        + " -t UTF-8");
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
