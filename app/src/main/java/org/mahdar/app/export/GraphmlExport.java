package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Networks as GraphML, which Gephi, visone, igraph and NetworkX read. In two modes a tie says how often an actor stood for
 * ({@code agree}) or against ({@code disagree}) a concept; in one mode on how many concepts two actors stand together or
 * apart, and at how many meetings both sat.
 */
public final class GraphmlExport extends TextExport {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private final Network network = new Network();
    private final boolean twoMode;

    /** Writes to a stream, which it closes. */
    public GraphmlExport(OutputStream out, boolean twoMode) {
        super(out);
        this.twoMode = twoMode;
    }

    @Override
    public void add(Entry entry) {
        network.add(entry.minutes());
    }

    @Override
    void finish() throws IOException {
        try {
            write(twoMode ? network.twoMode() : network.oneMode());
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void write(Network.Graph graph) throws XMLStreamException {
        XMLStreamWriter xml = XmlText.writer(out());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        for (String key : List.of("label", "english", "kind")) {
            key(xml, key, "node", "string");
        }
        for (String key : List.of("weight", "agree", "disagree", "meetings")) {
            key(xml, key, "edge", "int");
        }
        xml.writeStartElement("graph");
        xml.writeAttribute("id", twoMode ? "actors-and-concepts" : "actors");
        xml.writeAttribute("edgedefault", "undirected");
        for (int i = 0; i < graph.nodes().size(); i++) {
            Network.Node node = graph.nodes().get(i);
            xml.writeStartElement("node");
            xml.writeAttribute("id", "n" + i);
            data(xml, "label", XmlText.clean(node.label()));
            data(xml, "english", XmlText.clean(node.english()));
            data(xml, "kind", node.kind());
            xml.writeEndElement();
        }
        for (int i = 0; i < graph.edges().size(); i++) {
            edge(xml, i, graph.edges().get(i));
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static void edge(XMLStreamWriter xml, int number, Network.Edge edge) throws XMLStreamException {
        xml.writeStartElement("edge");
        xml.writeAttribute("id", "e" + number);
        xml.writeAttribute("source", "n" + edge.from());
        xml.writeAttribute("target", "n" + edge.to());
        data(xml, "weight", String.valueOf(edge.tie().weight()));
        data(xml, "agree", String.valueOf(edge.tie().agree()));
        data(xml, "disagree", String.valueOf(edge.tie().disagree()));
        data(xml, "meetings", String.valueOf(edge.tie().meetings()));
        xml.writeEndElement();
    }

    private static void key(XMLStreamWriter xml, String name, String of, String type) throws XMLStreamException {
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", name);
        xml.writeAttribute("for", of);
        xml.writeAttribute("attr.name", name);
        xml.writeAttribute("attr.type", type);
    }

    private static void data(XMLStreamWriter xml, String key, String value) throws XMLStreamException {
        xml.writeStartElement("data");
        xml.writeAttribute("key", key);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
