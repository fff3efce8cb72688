package org.mahdar.app.ingest;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The glyphs of a PDF, gathered into the lines in which they stand on its pages. PDFBox turns round what is written from
 * right to left word by word, so that words which only a gap parts stay in the wrong order; here it only says which glyphs
 * stand in one line, and {@link PdfLine} brings the line into reading order.
 */
final class PdfText extends PDFTextStripper {
    /** More letters than this are no story. */
    private static final int MOST = 4_000_000;

    private final List<List<PdfLine>> pages = new ArrayList<>();
    private List<PdfLine> page = new ArrayList<>();
    private List<PdfLine.Glyph> line = new ArrayList<>();
    private int glyphs;

    private PdfText() {
        setSortByPosition(true);
        setShouldSeparateByBeads(false);
        // Bold letters are often printed twice, a hair apart.
        setSuppressDuplicateOverlappingText(true);
    }

    /** The lines of each page, from the top down. */
    static List<List<PdfLine>> pages(PDDocument document) throws IOException {
        PdfText text = new PdfText();
        text.writeText(document, Writer.nullWriter());
        return text.pages;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (++glyphs <= MOST) {
            super.processTextPosition(position);
        }
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        if (glyphs > MOST) {
            throw new BadInput(
                    "has more than " + MOST + " letters, too many for one story", "Split it into its texts.");
        }
        for (TextPosition at : positions) {
            line.add(new PdfLine.Glyph(
                    at.getUnicode(),
                    at.getXDirAdj(),
                    at.getXDirAdj() + at.getWidthDirAdj(),
                    at.getYDirAdj(),
                    Math.abs(at.getFontSizeInPt())));
        }
    }

    @Override
    protected void writeWordSeparator() {
        if (!line.isEmpty()) {
            line.add(line.get(line.size() - 1).spaceBehind());
        }
    }

    @Override
    protected void writeLineSeparator() {
        if (!line.isEmpty()) {
            page.add(new PdfLine(line));
            line = new ArrayList<>();
        }
    }

    @Override
    protected void endPage(PDPage ended) {
        writeLineSeparator();
        pages.add(page);
        page = new ArrayList<>();
    }
}
