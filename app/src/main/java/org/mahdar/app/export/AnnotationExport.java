package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mahdar.app.wire.JsonTree;
import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;

/**
 * Lines as W3C Web Annotations: one annotation page, an item a line, each stretch of words a target with two selectors, by
 * place in code points and by quotation with the words around it. The target is the text that was read, under its
 * fingerprint, since a page on the web may have changed; its address stands beside it.
 */
public final class AnnotationExport extends TextExport {
    private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";
    private static final int AROUND = 32;

    private final Settings settings;
    private boolean started;

    /** Writes to a stream, which it closes. */
    public AnnotationExport(OutputStream out, Settings settings) {
        super(out);
        this.settings = settings;
    }

    @Override
    public void add(Entry entry) throws IOException {
        CodePoints points = new CodePoints(entry.text());
        String sha = MinutesWriter.fingerprint(entry.source());
        for (Line line : Line.of(entry.minutes())) {
            begin();
            out().append(JsonTree.line(annotation(entry, line, points, sha)));
        }
    }

    private void begin() throws IOException {
        if (started) {
            out().append(",\n");
            return;
        }
        started = true;
        line("{\"@context\":\"" + CONTEXT + "\",\"id\":" + JsonTree.line(settings.base() + "annotations")
                + ",\"type\":\"AnnotationPage\",\"items\":[");
    }

    @Override
    void finish() throws IOException {
        if (!started) {
            begin();
        }
        line("]}");
    }

    private Map<String, Object> annotation(Entry entry, Line line, CodePoints points, String sha) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", settings.line(entry, line.id()));
        out.put("type", "Annotation");
        out.put("motivation", "classifying");
        out.put("generated", entry.readAt());
        Map<String, Object> generator = new LinkedHashMap<>();
        generator.put("id", settings.base() + "engine/" + entry.engine());
        generator.put("type", "Software");
        generator.put(
                "name", "mahdar " + entry.engine() + ", " + entry.minutes().pack());
        out.put("generator", generator);
        out.put("body", bodies(entry.minutes(), line));
        List<Map<String, Object>> targets = new ArrayList<>();
        for (Line.Piece piece : line.pieces()) {
            targets.add(target(entry, piece, points, sha));
        }
        out.put("target", targets);
        return out;
    }

    private static List<Map<String, Object>> bodies(Minutes minutes, Line line) {
        List<Map<String, Object>> out = new ArrayList<>();
        out.add(body("classifying", line.layer().word(), "en"));
        for (String word : List.of(line.kind(), line.act(), line.negated() ? "negated" : "")) {
            if (!word.isEmpty()) {
                out.add(body("tagging", word, "en"));
            }
        }
        for (String ref : line.who()) {
            out.add(body(
                    "identifying", minutes.actor(ref).name(), minutes.story().language()));
        }
        if (!line.when().isEmpty()) {
            out.add(body("describing", line.when(), "en"));
        }
        if (!line.about().isEmpty()) {
            out.add(body("describing", line.about(), minutes.story().language()));
        }
        return out;
    }

    private static Map<String, Object> body(String purpose, String value, String language) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "TextualBody");
        out.put("purpose", purpose);
        out.put("value", value);
        out.put("format", "text/plain");
        out.put("language", language);
        return out;
    }

    private Map<String, Object> target(Entry entry, Line.Piece piece, CodePoints points, String sha) {
        String text = entry.text();
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("id", settings.text(sha));
        source.put("type", "Text");
        source.put("format", "text/plain");
        source.put("language", entry.source().language());
        source.put("via", entry.source().url());
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "SpecificResource");
        out.put("source", source);
        Span span = piece.span();
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("type", "TextPositionSelector");
        place.put("start", points.at(span.start()));
        place.put("end", points.at(span.end()));
        Map<String, Object> quote = new LinkedHashMap<>();
        quote.put("type", "TextQuoteSelector");
        quote.put("exact", span.of(text));
        quote.put("prefix", text.substring(whole(text, Math.max(0, span.start() - AROUND)), span.start()));
        quote.put("suffix", text.substring(span.end(), whole(text, Math.min(text.length(), span.end() + AROUND))));
        out.put("selector", List.of(place, quote));
        return out;
    }

    /** The offset, or the one before it where it lies inside a surrogate pair. */
    private static int whole(String text, int offset) {
        boolean inside = offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
        return inside ? offset - 1 : offset;
    }
}
