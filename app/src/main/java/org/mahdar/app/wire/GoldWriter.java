package org.mahdar.app.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.model.Actor;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;

/** Writes minutes that readers stand for as gold, which {@link GoldJson} reads and {@code mahdar score} compares with. */
public final class GoldWriter {
    private final Minutes minutes;

    private GoldWriter(Minutes minutes) {
        this.minutes = minutes;
    }

    /** One story on one line. */
    public static String line(Minutes minutes) {
        return new GoldWriter(minutes).story();
    }

    private String story() {
        return Json.line(without(Json.object(
                "id",
                minutes.story().id(),
                "published",
                minutes.story().published().map(Object::toString),
                "statements",
                minutes.statements().stream()
                        .map(s -> without(Json.object(
                                "cue",
                                span(s.cue()),
                                "source",
                                s.source().map(this::span),
                                "speaker",
                                s.speaker().map(this::name),
                                "kind",
                                s.kind().word(),
                                "content",
                                spans(s.content()))))
                        .toList(),
                "times",
                minutes.times().stream()
                        .map(t -> Json.object(
                                "span", span(t.span()), "type", t.type().name(), "value", t.value()))
                        .toList(),
                "meetings",
                minutes.meetings().stream()
                        .map(m -> without(Json.object(
                                "trigger",
                                span(m.trigger()),
                                "also",
                                spans(m.also()),
                                "kind",
                                m.kind().word(),
                                "status",
                                m.status().word(),
                                "participants",
                                m.participants().stream().map(this::name).toList(),
                                "date",
                                m.date())))
                        .toList(),
                "positions",
                minutes.positions().stream()
                        .map(p -> Json.object(
                                "span",
                                span(p.span()),
                                "party",
                                name(p.party()),
                                "act",
                                p.act().word()))
                        .toList(),
                "papers",
                minutes.papers().stream()
                        .map(p -> Json.object(
                                "span", span(p.span()), "kind", p.kind().word()))
                        .toList(),
                "assessments",
                minutes.assessments().stream()
                        .map(a -> Json.object(
                                "span",
                                span(a.span()),
                                "by",
                                name(a.by()),
                                "polarity",
                                a.polarity().word()))
                        .toList())));
    }

    private static Map<String, Object> without(Map<String, Object> object) {
        object.values().removeIf(value -> value instanceof Optional<?> maybe && maybe.isEmpty());
        return object;
    }

    private String name(String ref) {
        Actor actor = minutes.actor(ref);
        return actor.nameEn().orElse(actor.name());
    }

    private Map<String, Object> span(Span span) {
        return Json.object(
                "start",
                span.start(),
                "end",
                span.end(),
                "text",
                span.of(minutes.story().text()));
    }

    private List<Object> spans(List<Span> spans) {
        List<Object> out = new ArrayList<>();
        spans.forEach(span -> out.add(span(span)));
        return out;
    }
}
