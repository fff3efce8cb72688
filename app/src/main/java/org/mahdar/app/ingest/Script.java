package org.mahdar.app.ingest;

import java.util.Optional;

/** What the letters of a text show to be wrong with it, going by how the Arabic script is written and by no word of it. */
final class Script {
    /** Fewer letters than this show nothing. */
    private static final int FEW = 20;

    private Script() {}

    /** Something wrong with a text: what, and a way out. */
    record Fault(String what, String wayOut) {}

    /** Where a text has what no text has, since it could be neither stored nor pointed at; its length where nowhere. */
    static int firstUnfit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return text.length();
    }

    /** Whether a program that takes texts out of pages for print has spoilt the letters or their order. */
    static Optional<Fault> spoilt(String text) {
        int letters = 0;
        int shapes = 0;
        int finalAtStart = 0;
        int finalAtEnd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '\u0600') {
                continue;
            }
            boolean shape = isShape(c);
            if (!shape && (c < '\u0621' || c > '\u064A' || c == '\u0640')) {
                continue;
            }
            letters++;
            shapes += shape ? 1 : 0;
            if (isFinalOnly(c)) {
                boolean before = i > 0 && isLetter(text.charAt(i - 1));
                boolean after = i + 1 < text.length() && isLetter(text.charAt(i + 1));
                finalAtStart += !before && after ? 1 : 0;
                finalAtEnd += before && !after ? 1 : 0;
            }
        }
        if (letters >= FEW && shapes * 2 > letters) {
            return Optional.of(new Fault(
                    "its Arabic letters are presentation forms, pictures of letters as programs take them out of PDF",
                    "Take the text out again with a program that gives letters, such as pdftotext."));
        }
        if (letters >= FEW && finalAtStart > 2 && finalAtStart > 2 * finalAtEnd) {
            return Optional.of(new Fault(
                    "its Arabic is written backwards: letters that only end words begin them (" + finalAtStart
                            + " against " + finalAtEnd + ")",
                    "Take the text out again with a program that gives letters in reading order, such as pdftotext."));
        }
        return Optional.empty();
    }

    /** Presentation forms A and B, but for ligatures and ornate brackets that people write on purpose. */
    static boolean isShape(char c) {
        return (c >= '\uFB50' && c <= '\uFD3D') || (c >= '\uFD50' && c <= '\uFDEF') || (c >= '\uFE70' && c <= '\uFEFC');
    }

    /** Ta marbuta and alef maksura stand at the end of a word only. */
    private static boolean isFinalOnly(char c) {
        return c == '\u0629' || c == '\u0649';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
