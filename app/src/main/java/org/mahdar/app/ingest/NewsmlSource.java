package org.mahdar.app.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Items in the IPTC's NewsML-G2, alone or in a message, whose text is XHTML or NITF or plain. */
final class NewsmlSource {
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "hl2", "h2", "h3", "h4", "li", "blockquote", "pre", "td", "dt", "dd");

    private final StoryMaker maker;

    NewsmlSource(StoryMaker maker) {
        this.maker = maker;
    }

    /** The stories of a document. */
    List<Item> stories(String file, byte[] bytes) {
        Document document;
        try {
            document = parser().parse(new ByteArrayInputStream(bytes));
        } catch (SAXParseException e) {
            return List.of(broken(file, e));
        } catch (SAXException | IOException e) {
            return List.of(new Item.Bad(Place.of(file), "is no XML that can be read: " + e.getMessage(), MEND));
        }
        List<Item> out = new ArrayList<>();
        NodeList items = document.getElementsByTagNameNS("*", "newsItem");
        for (int i = 0; i < items.getLength(); i++) {
            Element item = (Element) items.item(i);
            out.addAll(story(new Place(file, 0, 0), item, items.getLength() == 1 ? bytes : bytes(item)));
        }
        if (items.getLength() == 0) {
            out.add(new Item.Bad(
                    Place.of(file),
                    "is NewsML-G2 without a newsItem",
                    "Packages only point at items; give the items."));
        }
        return out;
    }

    private static final String MEND = "Write it again from its source.";

    private static Item broken(String file, SAXParseException e) {
        String message = String.valueOf(e.getMessage());
        Place place = new Place(file, Math.max(0, e.getLineNumber()), Math.max(0, e.getColumnNumber()));
        return message.contains("DOCTYPE") ? typed(place) : new Item.Bad(place, "is broken XML: " + message, MEND);
    }

    static boolean declaresType(String begin) {
        return begin.contains("<!DOCTYPE") || begin.contains("<!ENTITY");
    }

    static Item typed(Place place) {
        return new Item.Bad(
                place,
                "declares a document type, which could make it read other files",
                "Take the DOCTYPE out; the formats that are read do without it.");
    }

    /** A parser that asks nobody for anything: no document types, no entities but the five of XML, no network. */
    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java has this parser", e);
        }
    }

    /** Faults are told to the user and not to standard error. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    private List<Item> story(Place place, Element item, byte[] bytes) {
        Optional<Element> meta = child(item, "contentMeta");
        Optional<Element> itemMeta = child(item, "itemMeta");
        Draft draft = new Draft();
        draft.id = Optional.of(item.getAttribute("guid")).filter(guid -> !guid.isBlank());
        draft.title = meta.flatMap(m -> first(m, "headline"))
                .or(() -> itemMeta.flatMap(m -> first(m, "title")))
                .orElse("");
        draft.body = child(item, "contentSet").map(NewsmlSource::body).orElse("");
        if (draft.title.isBlank() && draft.body.isBlank()) {
            return List.of(new Item.Remark(place, "item " + item.getAttribute("guid") + " holds no text"));
        }
        draft.published = meta.flatMap(m -> first(m, "contentCreated"))
                .or(() -> itemMeta.flatMap(m -> first(m, "firstCreated")))
                .or(() -> itemMeta.flatMap(m -> first(m, "versionCreated")));
        draft.byline = meta.flatMap(m -> first(m, "by")).or(() -> meta.flatMap(m -> name(m, "creator")));
        draft.agency = meta.flatMap(m -> first(m, "creditline"))
                .or(() -> meta.flatMap(m -> name(m, "infoSource")))
                .or(() -> itemMeta.flatMap(m -> name(m, "provider")));
        draft.place = meta.flatMap(m -> name(m, "located"));
        draft.language = meta.flatMap(m -> child(m, "language"))
                .map(language -> language.getAttribute("tag"))
                .filter(tag -> !tag.isBlank())
                .or(() -> Optional.of(item.getAttributeNS(XMLConstants.XML_NS_URI, "lang"))
                        .filter(tag -> !tag.isBlank()));
        return maker.make(place, draft, StoryMaker.stem(place.file()), "application/xml", bytes);
    }

    private static String body(Element contentSet) {
        Optional<Element> inline = child(contentSet, "inlineXML");
        if (inline.isPresent()) {
            List<String> out = new ArrayList<>();
            paragraphs(inline.get(), out);
            return out.isEmpty() ? oneLine(inline.get()) : String.join("\n\n", out);
        }
        return child(contentSet, "inlineData")
                .map(data -> data.getAttribute("contenttype").contains("html")
                        ? MainText.all(data.getTextContent())
                        : StoryMaker.strip(data.getTextContent()))
                .orElse("");
    }

    private static void paragraphs(Element element, List<String> out) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element inner) {
                String name = inner.getLocalName().toLowerCase(Locale.ROOT);
                if (name.equals("head") || name.equals("media") || name.equals("figure") || name.equals("hedline")) {
                    continue;
                }
                boolean holdsMore = inner.getElementsByTagNameNS("*", "p").getLength() > 0;
                if (PARAGRAPHS.contains(name) && !holdsMore) {
                    String text = oneLine(inner);
                    if (!text.isEmpty()) {
                        out.add(text);
                    }
                } else {
                    paragraphs(inner, out);
                }
            }
        }
    }

    private static String oneLine(Node node) {
        return StoryMaker.strip(node.getTextContent().replaceAll("[\\s\u00A0]+", " "));
    }

    private static Optional<Element> child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> first(Element parent, String name) {
        return child(parent, name).map(NewsmlSource::oneLine).filter(text -> !text.isEmpty());
    }

    /** The name of a party or place: a child {@code name}, else what the element says itself, else its literal. */
    private static Optional<String> name(Element parent, String name) {
        Optional<Element> found = child(parent, name);
        return found.flatMap(element -> first(element, "name"))
                .or(() -> found.map(element -> element.getAttribute("literal")).filter(text -> !text.isBlank()));
    }

    /** An item of a message as a document of its own. */
    private static byte[] bytes(Element item) {
        return Xml.write(item);
    }
}
