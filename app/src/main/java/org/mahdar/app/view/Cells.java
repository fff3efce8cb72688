package org.mahdar.app.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in columns of a terminal. Every piece of text that is put into a line is isolated, so that a terminal that knows
 * about right to left shows each in its own direction and all of them in the order of the columns; one that does not is
 * none the worse, since the marks take no room.
 */
final class Cells {
    private static final char LEFT_TO_RIGHT = '\u2066';
    private static final char RIGHT_TO_LEFT = '\u2067';
    private static final char END = '\u2069';

    private Cells() {}

    /** Whether a text runs from right to left, going by its first letter. */
    static boolean rightToLeft(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            byte direction = Character.getDirectionality(c);
            if (direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                return false;
            }
            if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    /**
     * A piece of text in its own direction. The direction is named and not left to be found, since the second line of an
     * Arabic sentence may well begin with a Latin name.
     */
    static String isolate(String text, boolean rightToLeft) {
        return text.isEmpty() ? "" : (rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT) + text + END;
    }

    /** A piece of text in the direction of its first letter. */
    static String isolate(String text) {
        return isolate(text, rightToLeft(text));
    }

    /** How many columns a terminal gives to a text: none for marks over letters and for format characters. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += width(c);
            i += Character.charCount(c);
        }
        return width;
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || type == Character.CONTROL) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /** Lines of at most {@code columns}, broken at white space, inside a word only where it is longer than a line. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : harmless(text).strip().split("\\s+")) {
            int width = width(word);
            if (used > 0 && used + 1 + width > columns) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            for (int i = 0; i < word.length(); ) {
                int c = word.codePointAt(i);
                if (used + width(c) > columns) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.appendCodePoint(c);
                used += width(c);
                i += Character.charCount(c);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text without what would steer the terminal or end the isolation early: it comes from outside. */
    private static String harmless(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean steers = Character.isISOControl(c) && !Character.isWhitespace(c);
            boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= LEFT_TO_RIGHT && c <= END);
            if (!steers && !turns) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** A text with blanks before or after it, so that it takes {@code columns}; longer ones stay as they are. */
    static String pad(String text, int columns, boolean atEnd) {
        String blanks = " ".repeat(Math.max(0, columns - width(text)));
        return atEnd ? blanks + text : text + blanks;
    }
}
