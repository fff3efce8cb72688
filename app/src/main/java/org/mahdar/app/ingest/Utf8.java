package org.mahdar.app.ingest;

/**
 * What a stretch of bytes looks like when it is taken for UTF-8.
 *
 * @param letters whole characters of two bytes or more
 * @param broken bytes that belong to no character
 * @param controls control characters that no text has
 */
record Utf8(int letters, int broken, int controls) {
    /**
     * Counts.
     *
     * @param whole whether the bytes are everything; else a character cut off at their end is not broken
     */
    static Utf8 count(byte[] bytes, boolean whole) {
        int letters = 0;
        int broken = 0;
        int controls = 0;
        int i = 0;
        while (i < bytes.length) {
            int b = bytes[i] & 0xFF;
            int length = length(b);
            if (b < 0x80) {
                boolean blank = b == '\n' || b == '\r' || b == '\t' || b == '\f';
                controls += (b < 0x20 && !blank) || b == 0x7F ? 1 : 0;
                i++;
            } else if (length == 0) {
                broken++;
                i++;
            } else if (i + length > bytes.length && !whole && follows(bytes, i + 1, bytes.length)) {
                i = bytes.length;
            } else if (i + length <= bytes.length && follows(bytes, i + 1, i + length)) {
                letters++;
                i += length;
            } else {
                broken++;
                i++;
            }
        }
        return new Utf8(letters, broken, controls);
    }

    private static int length(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 2;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 3;
        }
        return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
    }

    private static boolean follows(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
