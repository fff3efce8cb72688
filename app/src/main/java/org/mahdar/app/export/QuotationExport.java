package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mahdar.app.wire.JsonTree;
import org.mahdar.model.Actor;
import org.mahdar.model.Minutes;
import org.mahdar.model.Statement;
import org.mahdar.model.Story;

/**
 * What stands in quotation marks, as schema.org Quotations in one JSON-LD graph. Statements that only report what somebody
 * said are not quotations and stay out.
 */
public final class QuotationExport extends TextExport {
    private final Settings settings;
    private boolean started;

    /** Writes to a stream, which it closes. */
    public QuotationExport(OutputStream out, Settings settings) {
        super(out);
        this.settings = settings;
    }

    @Override
    public void add(Entry entry) throws IOException {
        for (Statement statement : entry.minutes().statements()) {
            if (statement.kind() != Statement.Kind.INDIRECT) {
                begin();
                out().append(JsonTree.line(quotation(entry, statement)));
            }
        }
    }

    private void begin() throws IOException {
        if (started) {
            out().append(",\n");
            return;
        }
        started = true;
        line("{\"@context\":\"https://schema.org\",\"@graph\":[");
    }

    @Override
    void finish() throws IOException {
        if (!started) {
            begin();
        }
        line("]}");
    }

    private Map<String, Object> quotation(Entry entry, Statement s) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("@type", "Quotation");
        out.put("@id", settings.line(entry, s.id()));
        out.put("text", s.content().stream().map(span -> span.of(entry.text())).collect(Collectors.joining(" … ")));
        out.put("inLanguage", entry.source().language());
        out.put("creator", s.speaker().map(ref -> actor(entry.minutes(), ref)));
        out.put("isBasedOn", article(entry.source()));
        return out;
    }

    private static Map<String, Object> actor(Minutes minutes, String ref) {
        Actor actor = minutes.actor(ref);
        boolean person = actor.kind() == Actor.Kind.PERSON || actor.kind() == Actor.Kind.UNNAMED;
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("@type", person ? "Person" : "Organization");
        out.put("name", actor.name());
        out.put("alternateName", actor.nameEn());
        if (person) {
            out.put("jobTitle", actor.office());
            out.put(
                    "affiliation",
                    actor.of()
                            .map(of -> Map.of(
                                    "@type",
                                    "Organization",
                                    "name",
                                    minutes.actor(of).name())));
        }
        out.put("identifier", actor.id());
        return out;
    }

    private static Map<String, Object> article(Story story) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("@type", "NewsArticle");
        out.put("@id", story.url());
        out.put("headline", Optional.of(story.title()).filter(title -> !title.isEmpty()));
        out.put("datePublished", story.published().map(Object::toString));
        out.put("publisher", story.outlet().map(name -> Map.of("@type", "Organization", "name", name)));
        out.put("inLanguage", story.language());
        return out;
    }
}
