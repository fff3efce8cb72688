package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.mahdar.model.Actor;
import org.mahdar.model.Minutes;
import org.mahdar.model.Statement;

/** Statements as an Atom feed (RFC 4287), an entry each: who says it, the words, the story it stands in. */
public final class AtomExport extends TextExport {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final Settings settings;
    private Optional<XMLStreamWriter> started = Optional.empty();

    /** Writes to a stream, which it closes. */
    public AtomExport(OutputStream out, Settings settings) {
        super(out);
        this.settings = settings;
    }

    @Override
    public void add(Entry entry) throws IOException {
        try {
            XMLStreamWriter xml = begin();
            for (Statement statement : entry.minutes().statements()) {
                entry(xml, entry, statement);
            }
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private XMLStreamWriter begin() throws XMLStreamException {
        if (started.isPresent()) {
            return started.get();
        }
        XMLStreamWriter xml = XmlText.writer(out());
        started = Optional.of(xml);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        element(xml, "id", settings.base() + "statements");
        element(xml, "title", settings.title());
        element(xml, "updated", settings.now().truncatedTo(ChronoUnit.SECONDS).toString());
        element(xml, "generator", "Mahdar");
        return xml;
    }

    private void entry(XMLStreamWriter xml, Entry entry, Statement s) throws XMLStreamException {
        Minutes minutes = entry.minutes();
        String who = s.speaker()
                .map(minutes::actor)
                .map(Actor::name)
                .or(() -> s.source().map(span -> span.of(entry.text())))
                .orElse("");
        String words = s.content().stream().map(span -> span.of(entry.text())).collect(Collectors.joining(" … "));
        boolean quoted = s.kind() == Statement.Kind.DIRECT;
        Instant published = entry.source()
                .published()
                .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                .orElse(settings.now().truncatedTo(ChronoUnit.SECONDS));
        xml.writeStartElement("entry");
        xml.writeAttribute("xml", XML, "lang", entry.source().language());
        element(xml, "id", settings.line(entry, s.id()));
        element(xml, "title", (who.isEmpty() ? "" : who + ": ") + (quoted ? "«" + words + "»" : words));
        element(xml, "updated", published.toString());
        xml.writeStartElement("author");
        element(xml, "name", who.isEmpty() ? entry.source().outlet().orElse("?") : who);
        xml.writeEndElement();
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", s.act().word());
        if (entry.source().url().isPresent()) {
            xml.writeEmptyElement("link");
            xml.writeAttribute("rel", "alternate");
            xml.writeAttribute("href", XmlText.clean(entry.source().url().get()));
        }
        element(xml, "content", words);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.clean(text));
        xml.writeEndElement();
    }

    @Override
    void finish() throws IOException {
        try {
            XMLStreamWriter xml = begin();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
