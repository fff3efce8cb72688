package org.mahdar.app.wire;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mahdar.app.wire.JsonRecords.JsonRecord;
import org.mahdar.model.Span;
import org.mahdar.score.Gold;
import org.mahdar.score.Lines;

/** Reads gold: what people say that stories hold, one object a story, every span with its words. */
public final class GoldJson {
    private final List<Gold.Words> words = new ArrayList<>();

    private GoldJson() {}

    /** All stories of a stream of UTF-8: objects one after the other, or an array of them. */
    public static List<Gold> readAll(InputStream utf8) throws JsonFault {
        List<Gold> out = new ArrayList<>();
        try (JsonRecords records = JsonRecords.of(utf8)) {
            for (Optional<JsonRecord> record = records.next(); record.isPresent(); record = records.next()) {
                JsonObject story =
                        JsonObject.of(record.get().value(), record.get().line());
                out.add(new GoldJson().story(story));
            }
        }
        return out;
    }

    private Gold story(JsonObject story) throws JsonFault {
        Lines lines = new Lines(
                story.needText("id"),
                statements(story),
                times(story),
                meetings(story),
                positions(story),
                papers(story),
                assessments(story));
        return new Gold(published(story), lines, words);
    }

    private static Optional<LocalDate> published(JsonObject story) throws JsonFault {
        Optional<String> day = story.text("published");
        try {
            return day.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw story.fault("\"published\" should be a day such as 2022-01-11, not \"" + day.orElse("") + "\"");
        }
    }

    private List<Lines.Said> statements(JsonObject story) throws JsonFault {
        List<Lines.Said> out = new ArrayList<>();
        for (JsonObject s : story.objects("statements")) {
            List<Span> content = spans(s, "content");
            if (content.isEmpty()) {
                throw s.fault("a statement needs \"content\"");
            }
            out.add(new Lines.Said(
                    span(s.needObject("cue")),
                    span(s, "source"),
                    s.text("speaker").orElse(""),
                    Optional.empty(),
                    s.needText("kind"),
                    content));
        }
        return out;
    }

    private List<Lines.When> times(JsonObject story) throws JsonFault {
        List<Lines.When> out = new ArrayList<>();
        for (JsonObject t : story.objects("times")) {
            out.add(new Lines.When(
                    span(t.needObject("span")),
                    t.needText("type"),
                    t.text("value").orElse("")));
        }
        return out;
    }

    private List<Lines.Met> meetings(JsonObject story) throws JsonFault {
        List<Lines.Met> out = new ArrayList<>();
        for (JsonObject m : story.objects("meetings")) {
            out.add(new Lines.Met(
                    span(m.needObject("trigger")),
                    spans(m, "also"),
                    m.text("status").orElse(""),
                    m.texts("participants"),
                    m.text("date").orElse("")));
        }
        return out;
    }

    private List<Lines.Stance> positions(JsonObject story) throws JsonFault {
        List<Lines.Stance> out = new ArrayList<>();
        for (JsonObject p : story.objects("positions")) {
            out.add(new Lines.Stance(span(p.needObject("span")), p.text("party").orElse(""), p.needText("act")));
        }
        return out;
    }

    private List<Lines.Document> papers(JsonObject story) throws JsonFault {
        List<Lines.Document> out = new ArrayList<>();
        for (JsonObject p : story.objects("papers")) {
            out.add(new Lines.Document(
                    span(p.needObject("span")), p.text("kind").orElse("")));
        }
        return out;
    }

    private List<Lines.Judged> assessments(JsonObject story) throws JsonFault {
        List<Lines.Judged> out = new ArrayList<>();
        for (JsonObject a : story.objects("assessments")) {
            out.add(new Lines.Judged(
                    span(a.needObject("span")),
                    a.text("by").orElse(""),
                    a.text("polarity").orElse("")));
        }
        return out;
    }

    private Optional<Span> span(JsonObject parent, String name) throws JsonFault {
        Optional<JsonObject> found = parent.object(name);
        return found.isPresent() ? Optional.of(span(found.get())) : Optional.empty();
    }

    private List<Span> spans(JsonObject parent, String name) throws JsonFault {
        List<Span> out = new ArrayList<>();
        for (JsonObject piece : parent.objects(name)) {
            out.add(span(piece));
        }
        return out;
    }

    private Span span(JsonObject piece) throws JsonFault {
        Span span = piece.span();
        words.add(new Gold.Words(span, piece.needText("text")));
        return span;
    }
}
