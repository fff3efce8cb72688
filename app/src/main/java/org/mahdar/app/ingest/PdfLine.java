package org.mahdar.app.ingest;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** A line of a page: its glyphs from left to right, whichever way they are read. */
final class PdfLine {
    /** Stands for a glyph that says nothing of its direction. */
    private static final char NEUTRAL = '\uFFFC';

    /** A gap within a line that is so many times the size of its letters parts columns, not words. */
    private static final float COLUMN_GAP = 3;

    private final List<Glyph> glyphs;
    private final boolean rightToLeft;

    /**
     * A glyph.
     *
     * @param letters it stands for: none, one, or those of a ligature in reading order
     * @param left its left edge, in points from the left edge of the page
     * @param right its right edge
     * @param y where its line stands, in points from the top of the page
     * @param size of its font, in points
     */
    record Glyph(String letters, float left, float right, float y, float size) {
        /** Fonts that have a glyph for each form of a letter make many programs name the form; what is meant is the letter. */
        Glyph {
            if (letters.chars().anyMatch(c -> Script.isShape((char) c))) {
                // Forms of marks stand on a space of their own.
                letters = Normalizer.normalize(letters, Normalizer.Form.NFKC).replace(" ", "");
            }
        }

        Glyph spaceBehind() {
            return new Glyph(" ", right, right, y, size);
        }

        boolean isBlank() {
            return letters.isBlank();
        }
    }

    PdfLine(List<Glyph> glyphs) {
        this.glyphs = List.copyOf(glyphs);
        int balance = 0;
        for (Glyph glyph : glyphs) {
            balance += glyph.letters()
                    .codePoints()
                    .map(c -> switch (Character.getDirectionality(c)) {
                        case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> 1;
                        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> -1;
                        default -> 0;
                    })
                    .sum();
        }
        this.rightToLeft = balance > 0;
    }

    boolean isBlank() {
        return glyphs.stream().allMatch(Glyph::isBlank);
    }

    boolean isRightToLeft() {
        return rightToLeft;
    }

    float left() {
        return (float) inked().mapToDouble(Glyph::left).min().orElse(0);
    }

    float right() {
        return (float) inked().mapToDouble(Glyph::right).max().orElse(0);
    }

    float y() {
        return glyphs.get(0).y();
    }

    float size() {
        return (float) inked().mapToDouble(Glyph::size).max().orElse(0);
    }

    private java.util.stream.Stream<Glyph> inked() {
        return glyphs.stream().filter(glyph -> !glyph.isBlank());
    }

    /** Whether it runs over the gap between two columns. */
    boolean spansColumns() {
        float last = Float.MAX_VALUE;
        for (Glyph glyph : glyphs) {
            if (!glyph.isBlank()) {
                if (glyph.left() - last > COLUMN_GAP * glyph.size()) {
                    return true;
                }
                last = glyph.right();
            }
        }
        return false;
    }

    /**
     * Its letters in reading order.
     *
     * @param mirror whether brackets in what is read from right to left stand there as they look, so that the other of the
     *     pair is meant
     */
    String text(boolean mirror) {
        StringBuilder looks = new StringBuilder();
        for (Glyph glyph : glyphs) {
            String letters = glyph.letters();
            // One unit a glyph, so that the letters of a ligature are never turned round.
            boolean tells = !letters.isEmpty() && !Character.isSurrogate(letters.charAt(0));
            looks.append(tells ? letters.charAt(0) : NEUTRAL);
        }
        Bidi bidi = new Bidi();
        bidi.setReorderingMode(Bidi.REORDER_INVERSE_LIKE_DIRECT);
        bidi.setPara(looks.toString(), rightToLeft ? Bidi.RTL : Bidi.LTR, null);
        StringBuilder out = new StringBuilder();
        for (int index : order(bidi)) {
            String letters = glyphs.get(index).letters();
            boolean turned =
                    mirror && (bidi.getLevelAt(index) & 1) == 1 && letters.codePointCount(0, letters.length()) == 1;
            if (turned) {
                out.appendCodePoint(UCharacter.getMirror(letters.codePointAt(0)));
            } else {
                out.append(letters);
            }
        }
        return StoryMaker.strip(out.toString().replaceAll("[\\s\u00A0]+", " "));
    }

    private List<Integer> order(Bidi bidi) {
        List<Integer> out = new ArrayList<>();
        for (int index : bidi.getVisualMap()) {
            if (index >= 0) {
                out.add(index);
            }
        }
        return out;
    }
}
