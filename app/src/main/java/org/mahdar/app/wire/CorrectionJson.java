package org.mahdar.app.wire;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.mahdar.model.Correction;
import org.mahdar.model.Span;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Corrections as JSON: the particulars of one for stores, and whole ones for JSON Lines that other archives take in. */
public final class CorrectionJson {
    /** The name of the format of whole ones. */
    public static final String FORMAT = "mahdar-correction/1";

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private CorrectionJson() {}

    /**
     * A correction that can be taken to another archive.
     *
     * @param key what makes the story that story in any archive
     * @param textSha256 fingerprint of the text over which the offsets lie
     * @param words what stands at the correction's span, for people
     * @param correction what was said
     */
    public record Portable(String key, String textSha256, String words, Correction correction) {}

    /** The particulars: what the machine read and what the reader has. */
    public static String body(Correction correction) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            fields(json, "before", correction.before());
            fields(json, "set", correction.set());
            json.writeEndObject();
        }
        return out.toString();
    }

    /** The particulars read back: what stands under {@code before} or {@code set}. */
    public static Map<String, String> fields(String body, String name) throws JsonFault {
        return fields(JsonObject.of(JsonRecords.line(body, 1), 1), name);
    }

    private static Map<String, String> fields(JsonObject object, String name) throws JsonFault {
        JsonObject fields = object.needObject(name);
        Map<String, String> out = new LinkedHashMap<>();
        for (String field : fields.names()) {
            out.put(field, fields.needText(field));
        }
        return out;
    }

    private static void fields(JsonGenerator json, String name, Map<String, String> fields) {
        json.writeName(name);
        json.writeStartObject();
        fields.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    /** A correction on one line of JSON Lines. */
    public static String line(Portable portable) {
        Correction c = portable.correction();
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("uid", c.uid());
            json.writeStringProperty("story", portable.key());
            json.writeStringProperty("sha256", portable.textSha256());
            json.writeStringProperty("target", c.target());
            json.writeName("span");
            json.writeStartObject();
            json.writeNumberProperty("start", c.span().start());
            json.writeNumberProperty("end", c.span().end());
            json.writeStringProperty("text", portable.words());
            json.writeEndObject();
            json.writeStringProperty("verdict", c.verdict().word());
            fields(json, "before", c.before());
            fields(json, "set", c.set());
            json.writeStringProperty("by", c.by());
            json.writeStringProperty("at", c.at());
            json.writeStringProperty("why", c.why());
            json.writeEndObject();
        }
        return out.toString();
    }

    /** A line read back; {@code number} is the line's, for faults. */
    public static Portable read(String line, int number) throws JsonFault {
        JsonObject o = JsonObject.of(JsonRecords.line(line, number), number);
        o.only(Set.of(
                "format", "uid", "story", "sha256", "target", "span", "verdict", "before", "set", "by", "at", "why"));
        if (!o.needText("format").equals(FORMAT)) {
            throw o.fault("the format is " + o.needText("format") + "; this Mahdar reads " + FORMAT);
        }
        JsonObject place = o.needObject("span");
        Span span = place.span();
        Correction correction = new Correction(
                o.needText("uid"),
                o.needText("target"),
                span,
                o.word("verdict", Correction.Verdict.class),
                fields(o, "before"),
                fields(o, "set"),
                o.needText("by"),
                o.needText("at"),
                o.text("why").orElse(""));
        return new Portable(
                o.needText("story"), o.needText("sha256"), place.text("text").orElse(""), correction);
    }
}
