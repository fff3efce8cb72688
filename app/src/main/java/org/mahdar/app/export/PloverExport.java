package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.app.wire.JsonTree;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;

/**
 * Events as PLOVER JSON Lines: the field names of its chapter on JSON, one event a line, offsets in code points of the story
 * text. All who take part in a meeting are its source, as the scheme wants it. What PLOVER has no field for stands in one
 * extra object, {@code mahdar}: which line it is, whether it has happened, whether somebody denies it, who reports it.
 */
public final class PloverExport extends TextExport {
    private final Projection projection = Projection.bundled();

    /** Writes to a stream, which it closes. */
    public PloverExport(OutputStream out) {
        super(out);
    }

    @Override
    public void add(Entry entry) throws IOException {
        CodePoints points = new CodePoints(entry.text());
        for (Projection.Event event : projection.events(entry.minutes())) {
            if (event.row().plover().isPresent()) {
                line(JsonTree.line(event(entry, event, event.row().plover().get(), points)));
            }
        }
    }

    private static Map<String, Object> event(Entry entry, Projection.Event event, String category, CodePoints points) {
        Line line = event.line();
        Span extent = line.extent();
        Optional<Days> days = Days.of(line.when()).filter(Days::exact);
        Optional<LocalDate> first =
                days.map(Days::first).or(() -> entry.source().published());
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", entry.id(line.id()));
        out.put("date", first.map(LocalDate::toString).orElse(""));
        out.put("enddate", days.map(Days::last).map(LocalDate::toString));
        out.put("source", actors(entry.minutes(), sources(line)));
        List<Map<String, Object>> recipients = actors(entry.minutes(), recipients(line));
        out.put("recipient", recipients.isEmpty() ? Optional.empty() : recipients);
        out.put("event", List.of(category));
        out.put("mode", Optional.of(event.row().mode()).filter(mode -> !mode.isEmpty()));
        out.put("quad_code", Projection.quad(category));
        out.put("event_loc", location(line));
        out.put("event_text", List.of(extent.of(entry.text())));
        out.put("text_info", offsets(points, extent));
        out.put("cite_info", citation(entry));
        out.put("coder", "mahdar " + entry.engine() + ", " + entry.minutes().pack());
        out.put("coded_date", entry.readAt().map(at -> at.substring(0, 10)));
        out.put("mahdar", extra(entry, event));
        return out;
    }

    private static Map<String, Object> offsets(CodePoints points, Span extent) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("start", points.at(extent.start()));
        out.put("end", points.at(extent.end()));
        return out;
    }

    /** Who does it: of a meeting all who sit at it. */
    static List<String> sources(Line line) {
        return line.finding() instanceof Meeting meeting ? meeting.participants() : line.who();
    }

    /** To whom it is done, where the line says so. */
    static List<String> recipients(Line line) {
        return line.finding() instanceof Statement statement
                ? statement.addressee().map(List::of).orElse(List.of())
                : List.of();
    }

    private static List<Map<String, Object>> actors(Minutes minutes, List<String> refs) {
        List<Map<String, Object>> out = new ArrayList<>();
        for (String ref : refs) {
            Actor actor = minutes.actor(ref);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("code", actor.state());
            one.put("sector", sector(minutes, actor));
            one.put("actor_text", actor.mentions().get(0).of(minutes.story().text()));
            one.put("identifier_id", actor.id());
            one.put("identifier_text", actor.nameEn().orElse(actor.name()));
            one.put("office", actor.officeEn().or(actor::office));
            out.add(one);
        }
        return out;
    }

    /** Only what the minutes themselves say: a state, and who speaks for one, is government; a paper is the press. */
    static Optional<String> sector(Minutes minutes, Actor actor) {
        boolean ofState = actor.of()
                .map(minutes::actor)
                .filter(of -> of.kind() == Actor.Kind.STATE)
                .isPresent();
        if (actor.kind() == Actor.Kind.STATE || (actor.kind() == Actor.Kind.PERSON && ofState)) {
            return Optional.of("GOV");
        }
        return actor.kind() == Actor.Kind.OUTLET ? Optional.of("JRN") : Optional.empty();
    }

    private static Optional<Map<String, Object>> location(Line line) {
        return line.finding() instanceof Meeting meeting
                ? meeting.place().map(place -> Map.of("name", place.name()))
                : Optional.empty();
    }

    private static Map<String, Object> citation(Entry entry) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("citation", entry.source().id());
        out.put("url", entry.source().url());
        out.put("title", Optional.of(entry.source().title()).filter(title -> !title.isEmpty()));
        out.put("language", entry.source().language());
        out.put("publication", entry.source().outlet());
        out.put("codebook", "plover, by mahdar's projection.tsv");
        return out;
    }

    private static Map<String, Object> extra(Entry entry, Projection.Event event) {
        Line line = event.line();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("line", line.id());
        out.put("layer", line.layer().word());
        out.put("kind", line.kind());
        out.put("act", line.act());
        out.put("tense", event.row().tense());
        out.put("negated", line.negated());
        out.put("reported", reported(entry.minutes(), line));
        if (line.finding() instanceof Meeting meeting) {
            Map<String, Object> roles = new LinkedHashMap<>();
            Line.present(meeting)
                    .forEach(ref ->
                            Line.role(meeting, ref).ifPresent(role -> roles.put(name(entry, ref), role.word())));
            out.put("roles", roles);
        }
        return out;
    }

    private static String name(Entry entry, String ref) {
        Actor actor = entry.minutes().actor(ref);
        return actor.nameEn().orElse(actor.name());
    }

    /** Whose report it is, nearest to the reader first; empty where the story tells it in its own voice. */
    static List<String> reported(Minutes minutes, Line line) {
        List<String> refs = line.finding() instanceof Statement statement ? statement.relay() : List.of();
        return refs.stream()
                .map(minutes::actor)
                .map(actor -> actor.nameEn().orElse(actor.name()))
                .toList();
    }
}
