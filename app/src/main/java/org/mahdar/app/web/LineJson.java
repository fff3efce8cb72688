package org.mahdar.app.web;

import java.util.List;
import java.util.Map;
import org.mahdar.app.view.Row;
import org.mahdar.app.wire.Json;
import org.mahdar.model.Span;
import org.mahdar.model.Story;

/** A line as the API gives it. Offsets are code points, as W3C Web Annotation counts; those of browsers stand beside. */
final class LineJson {
    private LineJson() {}

    static Map<String, Object> of(Lines.Line line) {
        Story story = line.minutes().story();
        Row row = line.row();
        Map<String, Object> out = Json.object(
                "line", line.id().toString(),
                "address", line.id().address(),
                "inForce", line.newest(),
                "state", line.state(),
                "layer", row.layer().word(),
                "kind", row.kind(),
                "act", row.act(),
                "when", row.when(),
                "who", row.who().stream().map(LineJson::who).toList(),
                "words",
                        row.words().stream()
                                .map(span -> span(span, story.text()))
                                .toList(),
                "evidence", row.evidence().pattern(),
                "story", Api.info(line.info()));
        row.parts().forEach(part -> out.put(part.name(), part.value().isEmpty() ? true : part.value()));
        return out;
    }

    private static Map<String, Object> who(Row.Who who) {
        return Json.object(
                "id", who.id(),
                "name", who.name(),
                "english", who.english(),
                "office", who.office(),
                "role", who.role());
    }

    static Map<String, Object> span(Span span, String text) {
        int start = text.codePointCount(0, span.start());
        return Json.object(
                "text",
                span.of(text),
                "start",
                start,
                "end",
                start + text.codePointCount(span.start(), span.end()),
                "utf16",
                List.of(span.start(), span.end()));
    }
}
