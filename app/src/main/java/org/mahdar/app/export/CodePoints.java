package org.mahdar.app.export;

/**
 * Turns offsets in UTF-16 code units, by which minutes count, into offsets in code points, by which the web counts. Costs
 * one pass over the text, and nothing where no character lies outside the basic plane.
 */
final class CodePoints {
    private final int[] before;

    CodePoints(String text) {
        boolean plain = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
        before = plain ? new int[0] : count(text);
    }

    private static int[] count(String text) {
        int[] out = new int[text.length() + 1];
        int points = 0;
        for (int i = 0; i < text.length(); ) {
            int width = Character.charCount(text.codePointAt(i));
            // An offset inside a pair belongs to the pair.
            for (int k = 0; k < width; k++) {
                out[i + k] = points;
            }
            i += width;
            points++;
        }
        out[text.length()] = points;
        return out;
    }

    int at(int unit) {
        return before.length == 0 ? unit : before[unit];
    }
}
