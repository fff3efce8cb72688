package org.mahdar.app.export;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.view.Html;
import org.mahdar.app.view.Labels;

/**
 * The brief of a dossier as PDF: the page that {@link Brief} writes, laid out from right to left with its letters joined and its
 * fonts inside. Everything that knows the library for it is here; without its jars only this format is missing.
 */
public final class BriefPdf {
    private static final String FAMILY = "Noto Naskh Arabic";
    private static final String LATIN = "Noto Naskh Latin";

    private BriefPdf() {}

    /** Writes the brief of a dossier under a title. */
    public static void write(Dossier dossier, String title, Labels words, OutputStream out) throws IOException {
        StringBuilder page = new StringBuilder();
        Brief.write(dossier, title, words, page);
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new Joined());
        builder.defaultTextDirection(Html.rightToLeft(words.language()) ? TextDirection.RTL : TextDirection.LTR);
        builder.useFont(() -> font("arabic"), FAMILY);
        builder.useFont(() -> font("latin"), LATIN);
        builder.withHtmlContent(wellFormed(page), "");
        builder.toStream(out);
        builder.run();
    }

    private static InputStream font(String script) {
        String name = "fonts/noto-naskh-arabic-" + script + ".ttf";
        InputStream in = BriefPdf.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("This jar was built without " + name);
        }
        return in;
    }

    private static boolean isOfXml(int c) {
        if (c < ' ') {
            return c == '\n' || c == '\t';
        }
        return c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
    }

    /** XML knows no control characters, and no halves of pairs. */
    private static String wellFormed(StringBuilder page) {
        StringBuilder out = new StringBuilder();
        page.codePoints().filter(BriefPdf::isOfXml).forEach(out::appendCodePoint);
        return out.toString().replace("<!DOCTYPE html>\n", "").replace("\"Amiri\"", '"' + LATIN + '"');
    }

    /**
     * Letters joined by their presentation forms, as fonts without shaping need them. ICU makes vowel marks stand apart, each
     * with room of its own; here they stay marks, which the font draws over the letter that follows them from left to right.
     */
    private static final class Joined implements BidiReorderer {
        private static final char FIRST_FORM = '\uFE70';
        private static final char LAST_FORM = '\uFE7F';
        private static final char FIRST_MARK = '\u064B';

        private final BidiReorderer icu = new ICUBidiReorderer();

        @Override
        public String shapeText(String text) {
            StringBuilder out = new StringBuilder(icu.shapeText(text));
            for (int i = 0; i < out.length(); i++) {
                char c = out.charAt(i);
                // Two forms for each mark: alone, and over a joining line; the mark for genitive has one, with a gap
                // behind it.
                if (c >= FIRST_FORM && c <= LAST_FORM && c != '\uFE73' && c != '\uFE75') {
                    out.setCharAt(i, (char) (FIRST_MARK + (c - FIRST_FORM) / 2));
                }
            }
            return out.toString();
        }

        @Override
        public String reorderRTLTextToLTR(String text) {
            return icu.reorderRTLTextToLTR(text);
        }

        @Override
        public String deshapeText(String text) {
            return icu.deshapeText(text);
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
