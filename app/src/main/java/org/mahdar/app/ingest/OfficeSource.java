package org.mahdar.app.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Documents of word processors, Office Open XML (.docx) and OpenDocument (.odt): one document, one story. */
final class OfficeSource {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    private static final Set<String> PARAGRAPHS = Set.of("p", "h");

    /** What is not the text of the author: struck out, moved away, said twice for old programs, remarked, hidden. */
    private static final Set<String> LEFT_OUT = Set.of(
            "del",
            "moveFrom",
            "Fallback",
            "tracked-changes",
            "annotation",
            "note",
            "ruby-text",
            "title",
            "desc",
            "sequence-decls",
            "forms");

    private final StoryMaker maker;

    OfficeSource(StoryMaker maker) {
        this.maker = maker;
    }

    /** Whether a zip archive is a document, going by the name of the first file in it. */
    static boolean isDocument(byte[] head) {
        if (head.length < 46) {
            return false;
        }
        int length = (head[26] & 0xFF) | (head[27] & 0xFF) << 8;
        int end = Math.min(head.length, 30 + length);
        String first = new String(head, 30, end - 30, StandardCharsets.ISO_8859_1);
        return first.equals("[Content_Types].xml") || first.equals("mimetype") || first.equals("_rels/.rels");
    }

    /** The story of a document. */
    List<Item> stories(String file, byte[] bytes) {
        try (ByteArrayInputStream packed = new ByteArrayInputStream(bytes);
                ZipInputStream zip = new ZipInputStream(packed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                boolean docx = entry.getName().equals("word/document.xml");
                if (docx || entry.getName().equals("content.xml")) {
                    InputStream xml = new Unpacked(zip, () -> bytes.length - packed.available());
                    List<String> paragraphs = paragraphs(xml);
                    return paragraphs.isEmpty()
                            ? bad(file, "is a document that holds no text", "Check that it is the right one.")
                            : maker.fromText(file, String.join("\n\n", paragraphs), docx ? DOCX : ODT, bytes);
                }
            }
            return bad(
                    file,
                    "is an Office document, but no text of .docx or .odt",
                    "Save a table as CSV, anything else as plain text, and give that.");
        } catch (BadInput e) {
            return bad(file, e.what(), e.wayOut());
        } catch (XMLStreamException | IOException | IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return bad(
                    file,
                    "is a document that is damaged or has a password: " + reason,
                    "Save it as plain text and give that.");
        }
    }

    private static List<Item> bad(String file, String what, String wayOut) {
        return List.of(new Item.Bad(Place.of(file), what, wayOut));
    }

    /** A reader that asks nobody for anything: no document types, no entities, no network. */
    private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    /** What stands in the paragraphs, those of boxes behind the one that they are anchored in. */
    private static List<String> paragraphs(InputStream in) throws XMLStreamException {
        List<String> out = new ArrayList<>();
        Deque<StringBuilder> open = new ArrayDeque<>();
        XMLStreamReader reader = reader(in);
        // In .docx text stands in elements for it, and all else between is layout; in .odt all of a paragraph is text.
        boolean tagged = false;
        boolean inText = false;
        int leftOut = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                tagged = tagged
                        || (name.equals("document")
                                && String.valueOf(reader.getNamespaceURI()).contains("wordprocessingml"));
                if (leftOut > 0 || LEFT_OUT.contains(name)) {
                    leftOut++;
                } else if (PARAGRAPHS.contains(name)) {
                    open.push(new StringBuilder());
                } else if (!open.isEmpty()) {
                    inText = name.equals("t");
                    open.peek().append(space(name));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                if (leftOut > 0) {
                    leftOut--;
                } else if (PARAGRAPHS.contains(reader.getLocalName()) && !open.isEmpty()) {
                    String text = tidy(open.pop().toString());
                    if (!text.isEmpty()) {
                        out.add(text);
                    }
                }
            } else if (reader.isCharacters() && leftOut == 0 && !open.isEmpty() && (inText || !tagged)) {
                open.peek().append(reader.getText());
            }
        }
        return out;
    }

    private static String space(String element) {
        return switch (element) {
            case "br", "cr", "line-break", "tab", "s" -> " ";
            case "noBreakHyphen" -> "-";
            default -> "";
        };
    }

    private static String tidy(String text) {
        return StoryMaker.strip(text.replaceAll("[\\s\u00A0]+", " "));
    }
}
