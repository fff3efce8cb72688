package org.mahdar.app.export;

import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What all writers of XML need. */
final class XmlText {
    private XmlText() {}

    static XMLStreamWriter writer(Writer out) throws XMLStreamException {
        return XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    }

    /**
     * The text between the quotation marks of an attribute. White space is written by its number, since a reader makes a
     * blank of any other; {@link XMLStreamWriter} does not see to that.
     */
    static String attribute(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (char c : clean(text).toCharArray()) {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\t', '\n', '\r' -> out.append("&#").append((int) c).append(';');
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** The text with the replacement character where XML 1.0 has no way to write one; it keeps its length. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
                continue;
            }
            boolean writable = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= ' ' && c < Character.MIN_SURROGATE)
                    || (c > Character.MAX_SURROGATE && c < '\uFFFE');
            out.append(writable ? c : '\uFFFD');
        }
        return out.toString();
    }
}
