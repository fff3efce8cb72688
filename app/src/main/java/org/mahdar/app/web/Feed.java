package org.mahdar.app.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.app.view.Html;
import org.mahdar.app.view.Row;
import org.mahdar.app.wire.Json;

/** Lists as feeds: Atom, JSON Feed, iCalendar. */
final class Feed {

    private Feed() {}

    /**
     * Something new.
     *
     * @param id its address, which stays
     * @param day of it; empty where unknown
     */
    record Entry(String id, String title, String text, Optional<LocalDate> day) {
        String updated() {
            return day.map(LocalDate::toString).orElse("1970-01-01") + "T00:00:00Z";
        }
    }

    static Entry entry(Hits.Hit hit, String origin) {
        StringBuilder text = new StringBuilder();
        hit.pieces().forEach(piece -> text.append(piece.text()));
        String who = hit.card()
                .flatMap(card -> card.row().who().stream().findFirst())
                .map(Row.Who::name)
                .orElse(hit.info().outlet().orElse(""));
        return new Entry(
                origin + hit.address(), who, text.toString(), hit.info().published());
    }

    static Answer atom(String title, String self, List<Entry> entries) {
        String updated =
                entries.stream().map(Entry::updated).max(String::compareTo).orElse("1970-01-01T00:00:00Z");
        StringBuilder out = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        element(out, "title", "Mahdar: " + title);
        element(out, "id", self);
        out.append("<link rel=\"self\" href=\"").append(xml(self)).append("\"/>\n");
        element(out, "updated", updated);
        out.append("<author><name>Mahdar</name></author>\n");
        for (Entry entry : entries) {
            out.append("<entry>\n");
            element(out, "id", entry.id());
            element(out, "title", entry.title());
            out.append("<link href=\"").append(xml(entry.id())).append("\"/>\n");
            element(out, "updated", entry.updated());
            element(out, "summary", entry.text());
            out.append("</entry>\n");
        }
        return Answer.of("application/atom+xml", out.append("</feed>\n").toString());
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append('<')
                .append(name)
                .append('>')
                .append(xml(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    /** Text for XML 1.0, without the characters that it cannot hold. */
    private static String xml(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        c >= 0x20 ? c < 0xD800 || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF) : c == '\n' || c == '\t')
                .forEach(out::appendCodePoint);
        return Html.escape(out.toString());
    }

    static Answer json(String title, String self, List<Entry> entries) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Entry entry : entries) {
            items.add(Json.object(
                    "id", entry.id(),
                    "url", entry.id(),
                    "title", entry.title(),
                    "content_text", entry.text(),
                    "date_published", entry.updated()));
        }
        return Answer.of(
                "application/feed+json",
                Json.line(Json.object(
                        "version",
                        "https://jsonfeed.org/version/1.1",
                        "title",
                        "Mahdar: " + title,
                        "feed_url",
                        self,
                        "items",
                        items)));
    }
}
