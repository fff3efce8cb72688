package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mahdar.model.Actor;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;

/**
 * Minutes as UIMA CAS, for INCEpTION and other tools of linguistic annotation: a zip with {@code typesystem.xml} and one XMI
 * file a story. UIMA counts in UTF-16 code units, as minutes do. Where XML cannot write a character of the text the
 * replacement character takes its place, so that offsets stay.
 */
public final class XmiExport implements Export {
    private static final List<String> MENTION = List.of("ref", "identifier", "kind", "name", "office", "state");
    private static final List<String> LINE =
            List.of("line", "layer", "role", "kind", "act", "who", "when", "about", "negated", "pattern");

    private final ZipOutputStream zip;
    private int number;

    /** Writes to a stream, which it closes. */
    public XmiExport(OutputStream out) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        file("typesystem.xml", typeSystem());
    }

    private void file(String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void add(Entry entry) throws IOException {
        file(String.format(Locale.ROOT, "story-%07d.xmi", ++number), cas(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static String typeSystem() {
        return "<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\"><name>mahdar</name><types>\n"
                + type("org.mahdar.Mention", "A mention of an actor.", MENTION)
                + type("org.mahdar.Line", "Words of a line of minutes, and what they are in it.", LINE)
                + "</types></typeSystemDescription>\n";
    }

    private static String type(String name, String about, List<String> features) {
        StringBuilder out = new StringBuilder();
        out.append("<typeDescription><name>")
                .append(name)
                .append("</name><description>")
                .append(about);
        out.append("</description><supertypeName>uima.tcas.Annotation</supertypeName><features>\n");
        for (String feature : features) {
            out.append("<featureDescription><name>").append(feature);
            out.append("</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>\n");
        }
        return out.append("</features></typeDescription>\n").toString();
    }

    private static String cas(Entry entry) {
        Minutes minutes = entry.minutes();
        StringBuilder xml = new StringBuilder(4 * entry.text().length());
        xml.append("<xmi:XMI xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\"")
                .append(" xmlns:cas=\"http:///uima/cas.ecore\" xmlns:tcas=\"http:///uima/tcas.ecore\"")
                .append(" xmlns:mahdar=\"http:///org/mahdar.ecore\">\n<cas:NULL xmi:id=\"0\"/>\n");
        // 1 is the text, 2 the document; annotations follow.
        List<Integer> members = new ArrayList<>(List.of(2));
        begin(xml, "tcas:DocumentAnnotation", 2, 0, entry.text().length());
        values(xml, List.of("language"), List.of(entry.source().language()));
        int next = 3;
        for (Actor actor : minutes.actors()) {
            for (Span mention : actor.mentions()) {
                members.add(next);
                begin(xml, "mahdar:Mention", next++, mention.start(), mention.end());
                values(xml, MENTION, mention(actor));
            }
        }
        for (Line line : Line.of(minutes)) {
            for (Line.Piece piece : line.pieces()) {
                members.add(next);
                begin(
                        xml,
                        "mahdar:Line",
                        next++,
                        piece.span().start(),
                        piece.span().end());
                values(xml, LINE, piece(minutes, line, piece));
            }
        }
        xml.append("<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text/plain\"");
        values(xml, List.of("sofaString"), List.of(entry.text()));
        xml.append("<cas:View sofa=\"1\"");
        values(
                xml,
                List.of("members"),
                List.of(String.join(" ", members.stream().map(String::valueOf).toList())));
        return xml.append("</xmi:XMI>\n").toString();
    }

    private static List<String> mention(Actor actor) {
        return List.of(
                actor.ref(),
                actor.id().orElse(""),
                actor.kind().word(),
                actor.name(),
                actor.office().orElse(""),
                actor.state().orElse(""));
    }

    private static List<String> piece(Minutes minutes, Line line, Line.Piece piece) {
        return List.of(
                line.id(),
                line.layer().word(),
                piece.role(),
                line.kind(),
                line.act(),
                String.join(
                        "; ",
                        line.who().stream()
                                .map(ref -> minutes.actor(ref).name())
                                .toList()),
                line.when(),
                line.about(),
                line.negated() ? "true" : "",
                line.finding().evidence().pattern());
    }

    private static void begin(StringBuilder xml, String element, int id, int begin, int end) {
        xml.append('<').append(element).append(" xmi:id=\"").append(id).append("\" sofa=\"1\" begin=\"");
        xml.append(begin).append("\" end=\"").append(end).append('"');
    }

    /** The attributes that are not empty, and the end of the element. */
    private static void values(StringBuilder xml, List<String> names, List<String> values) {
        for (int i = 0; i < names.size(); i++) {
            if (!values.get(i).isEmpty()) {
                xml.append(' ').append(names.get(i)).append("=\"");
                xml.append(XmlText.attribute(values.get(i))).append('"');
            }
        }
        xml.append("/>\n");
    }
}
