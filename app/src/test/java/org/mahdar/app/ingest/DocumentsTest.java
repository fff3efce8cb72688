package org.mahdar.app.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mahdar.app.export.BriefPdf;

/** Documents made for paper: their text in reading order, or a refusal that says why. */
class DocumentsTest {
    private static final String DOCX = """
            <?xml version="1.0" encoding="UTF-8"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>
              <w:p><w:r><w:t>وفد الجبال</w:t></w:r><w:r><w:t xml:space="preserve"> يغادر</w:t></w:r></w:p>
              <w:p><w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del><w:r><w:t>قال الوزير</w:t><w:br/><w:t>إن الوفد غادر.</w:t></w:r>
                <mc:AlternateContent><mc:Choice/><mc:Fallback><w:p><w:r><w:t>مكرر</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>
              <w:moveFrom><w:p><w:r><w:t>منقول</w:t></w:r></w:p></w:moveFrom>
              <w:p/>
            </w:body></w:document>""";

    private static final String ODT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
              <text:tracked-changes><text:p>محذوف</text:p></text:tracked-changes>
              <text:h>وفد الجبال<text:s/>يغادر</text:h>
              <text:p>قال <text:span>الوزير</text:span><text:line-break/>إن الوفد
                غادر.<office:annotation><text:p>ملاحظة</text:p></office:annotation></text:p>
            </office:text></office:body></office:document-content>""";

    private static final String READ = "وفد الجبال يغادر\n\nقال الوزير إن الوفد غادر.";

    @TempDir
    private Path folder;

    private List<Item> read(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        List<Item> out = new ArrayList<>();
        try (Stories stories =
                Stories.of(List.of(file.toString()), InputStream.nullInputStream(), Optional.empty(), "ar")) {
            stories.forEachRemaining(out::add);
        }
        return out;
    }

    private Item.Found story(String name, byte[] content) throws IOException {
        List<Item> items = read(name, content);
        assertThat(items.get(items.size() - 1)).isInstanceOf(Item.Found.class);
        return (Item.Found) items.get(items.size() - 1);
    }

    private String refusal(String name, byte[] content) throws IOException {
        List<Item> items = read(name, content);
        assertThat(items).last().isInstanceOf(Item.Bad.class);
        Item.Bad bad = (Item.Bad) items.get(items.size() - 1);
        assertThat(bad.wayOut()).matches("[A-Z].*\\.");
        return bad.what();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** Writes words on a page. */
    private interface Writing {
        void on(PDPageContentStream page, PDFont font) throws IOException;
    }

    private static byte[] pdf(Writing... pages) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream arabic = BriefPdf.class.getResourceAsStream("fonts/noto-naskh-arabic-arabic.ttf")) {
            PDFont font = PDType0Font.load(document, arabic, true);
            for (Writing writing : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    writing.on(content, font);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** Letters as a page shows them, from left to right, ending at the right edge as lines of Arabic do. */
    private static void right(PDPageContentStream page, PDFont font, float size, float y, String shown)
            throws IOException {
        line(page, font, size, 550 - font.getStringWidth(shown) / 1000 * size, y, shown);
    }

    private static void line(PDPageContentStream page, PDFont font, float size, float x, float y, String shown)
            throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(shown);
        page.endText();
    }

    /** What is read from right to left, as it is shown; without digits, which go the other way. */
    private static String shown(String read) {
        return new StringBuilder(read).reverse().toString();
    }

    @Test
    void wordProcessors() throws IOException {
        byte[] docx = zip("[Content_Types].xml", "<Types/>", "word/document.xml", DOCX);
        byte[] odt = zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", ODT);
        Item.Found word = story("a.docx", docx);
        assertThat(word.story().text()).isEqualTo(READ);
        assertThat(word.story().title()).isEqualTo("وفد الجبال يغادر");
        assertThat(word.provenance().mediaType()).endsWith("wordprocessingml.document");
        assertThat(word.provenance().bytes()).isEqualTo(docx);
        assertThat(story("a.odt", odt).story().text()).isEqualTo(READ);
        // Inside an archive too, where an archive would be refused.
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("folder/a.docx"));
            zip.write(docx);
        }
        assertThat(story("all.zip", out.toByteArray()).story().text()).isEqualTo(READ);
    }

    @Test
    void documentsOfOtherSorts() throws IOException {
        assertThat(refusal("a.xlsx", zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>")))
                .isEqualTo("is an Office document, but no text of .docx or .odt");
        assertThat(refusal("b.docx", zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w:document")))
                .startsWith("is a document that is damaged or has a password");
        String typed = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><d><p>&x;</p></d>";
        assertThat(refusal("c.odt", zip("mimetype", "x", "content.xml", typed))).startsWith("is a document that ");
        assertThat(refusal("d.docx", zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<d/>")))
                .isEqualTo("is a document that holds no text");
    }

    @Test
    void aPdfIsReadByWhereItsLettersStand() throws IOException {
        byte[] pdf = pdf(
                (page, font) -> {
                    right(page, font, 20, 740, shown("وفد الجبال يغادر"));
                    // A line whose words stand there one by one, parted by gaps alone, the last of them first.
                    line(page, font, 12, 300, 700, shown("المحادثات"));
                    line(page, font, 12, 366, 700, shown("الوفد لن يعود إلى"));
                    line(page, font, 12, 468, 700, shown("قال الوزير إن"));
                    right(page, font, 12, 682, shown("قبل أيام"));
                    right(page, font, 12, 664, shown("وبلغ عدد الحاضرين") + " ");
                    line(page, font, 12, 415, 664, "١٢٣");
                    right(page, font, 12, 30, "١");
                },
                (page, font) -> right(page, font, 12, 740, shown("وانتهى اللقاء")));
        List<Item> items = read("a.pdf", pdf);
        assertThat(items.get(0))
                .isInstanceOfSatisfying(
                        Item.Remark.class,
                        remark -> assertThat(remark.what()).startsWith("was taken out of a PDF of 2 pages"));
        Item.Found found = (Item.Found) items.get(1);
        assertThat(found.story().text())
                .isEqualTo("وفد الجبال يغادر\n\nقال الوزير إن الوفد لن يعود إلى المحادثات قبل أيام\n\n"
                        + "وبلغ عدد الحاضرين ١٢٣\n\nوانتهى اللقاء");
        assertThat(found.provenance().mediaType()).isEqualTo("application/pdf");
        assertThat(found.provenance().bytes()).isEqualTo(pdf);
    }

    /** A line of glyphs, each a little to the right of the one before. */
    private static PdfLine glyphs(String... shown) {
        List<PdfLine.Glyph> out = new ArrayList<>();
        for (String letters : shown) {
            out.add(new PdfLine.Glyph(letters, out.size() * 5, out.size() * 5 + 5, 100, 12));
        }
        return new PdfLine(out);
    }

    private static PdfLine shownAs(String line) {
        return glyphs(line.codePoints().mapToObj(Character::toString).toArray(String[]::new));
    }

    @Test
    void aLineIsReadInItsOwnDirections() {
        assertThat(shownAs(".2022 ماع RIA ريبخ لاق").text(false)).isEqualTo("قال خبير RIA عام 2022.");
        // Brackets that stand there as they look are the others of their pairs.
        assertThat(shownAs("\u00AB\u0644\u0627\u0642\u00BB").text(true)).isEqualTo("\u00AB\u0642\u0627\u0644\u00BB");
        // The two letters of one glyph stay in their order.
        assertThat(glyphs("م", "لا", "س").text(true)).isEqualTo("سلام");
        assertThat(shownAs("He said لاق twice.").text(true)).isEqualTo("He said قال twice.");
        // Forms of letters, as many fonts name them, a ligature and a vowel mark among them.
        assertThat(glyphs("\uFEE1", "\uFEFC", "\uFE7A", "\uFEB3").text(true))
                .isEqualTo("\u0633\u0650\u0644\u0627\u0645");
        assertThat(glyphs("\uD83D\uDE00", " ", "م", "ع", "ن").text(true)).isEqualTo("نعم \uD83D\uDE00");
    }

    @Test
    void whatAPdfDoesNotTellIsRefused() throws IOException {
        String sentence = "قال الوزير إن المحادثات لن تعود";
        // Letters that stand on the page the wrong way round.
        assertThat(refusal(
                        "backwards.pdf",
                        pdf((page, font) -> right(page, font, 12, 700, "مدينة كبيرة وقرية صغيرة وبلدة ثالثة"))))
                .startsWith("its Arabic is written backwards");
        assertThat(refusal("columns.pdf", pdf((page, font) -> {
                    for (int y = 700; y > 600; y -= 18) {
                        right(page, font, 12, y, shown(sentence));
                        line(page, font, 12, 40, y, shown(sentence));
                    }
                })))
                .startsWith("is a PDF set in columns or tables (6 of its 6 lines)");
        assertThat(refusal("scanned.pdf", pdf((page, font) -> {})))
                .isEqualTo("is a PDF of pictures: there are no letters on its 1 pages");
        byte[] plain = pdf((page, font) -> right(page, font, 12, 700, shown(sentence)));
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(plain)) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            assertThat(refusal("locked.pdf", out.toByteArray())).isEqualTo("is a PDF that opens with a password only");
        }
        assertThat(refusal("cut.pdf", java.util.Arrays.copyOf(plain, 200))).startsWith("is a PDF that cannot be read");
    }
}
