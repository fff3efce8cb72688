package org.mahdar.app.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.app.archive.StoryInfo;
import org.mahdar.app.view.Layer;
import org.mahdar.app.view.Row;
import org.mahdar.app.wire.Json;

/**
 * How a line is cited. Every form names outlet, day, the line's own address with its revision, and the fingerprint of the
 * text.
 *
 * @param info the story
 * @param address of the line
 * @param key for programs that keep citations
 * @param speaker whose words they are; empty where nobody's
 * @param words of the line
 * @param quotation whether they are somebody's words
 */
record Cite(StoryInfo info, String address, String key, Optional<Row.Who> speaker, String words, boolean quotation) {
    private static final int LONGEST_NOTE = 300;

    static Cite of(Lines.Line line, String origin) {
        return new Cite(
                line.info(),
                origin + line.id().address(),
                "mahdar-" + line.id().toString().replace('@', '-'),
                line.row().who().stream().findFirst(),
                line.words(),
                line.row().layer() == Layer.STATEMENTS);
    }

    private String title() {
        return info.title().isEmpty() ? info.id() : info.title();
    }

    private String outlet() {
        return info.outlet().or(info::agency).orElse("");
    }

    private Optional<String> day() {
        return info.published().map(LocalDate::toString);
    }

    private String fingerprint() {
        return "SHA-256 " + info.textSha256();
    }

    private String name() {
        return speaker.map(Row.Who::name).orElse("");
    }

    private String shortWords() {
        return words.length() <= LONGEST_NOTE ? words : words.substring(0, LONGEST_NOTE) + "\u2026";
    }

    /** A note in the Chicago manner, with the words that a language has for it. */
    String note(Ui ui) {
        List<String> parts = new ArrayList<>();
        if (!name().isEmpty()) {
            parts.add(name());
        }
        parts.add("\u201C" + shortWords() + "\u201D");
        parts.add(ui.t("cite.in") + " \u201C" + title() + "\u201D");
        if (!outlet().isEmpty()) {
            parts.add(outlet());
        }
        day().ifPresent(day -> parts.add(ui.date(day)));
        parts.add(address);
        parts.add(fingerprint());
        return String.join(ui.t("cite.comma") + " ", parts) + ".";
    }

    String bibtex() {
        StringBuilder out = new StringBuilder("@online{").append(key).append(",\n");
        put(out, "author", name().isEmpty() ? outlet() : name());
        put(out, "title", title());
        put(out, "journaltitle", outlet());
        day().ifPresent(day -> put(out, "date", day));
        put(out, "language", info.language());
        info.url().ifPresent(url -> put(out, "url", url));
        put(out, "note", shortWords() + " \u2014 " + address + " \u2014 " + fingerprint());
        return out.append("}\n").toString();
    }

    private static void put(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append("  ").append(name).append(" = {");
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                out.append("{}\\%#$&_~^".indexOf(c) < 0 ? String.valueOf(c) : escaped(c));
            }
            out.append("},\n");
        }
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\\' -> "{\\textbackslash}";
            case '~' -> "{\\textasciitilde}";
            case '^' -> "{\\textasciicircum}";
            default -> "\\" + c;
        };
    }

    String ris() {
        StringBuilder out = new StringBuilder("TY  - NEWS\r\n");
        line(out, "AU", name());
        line(out, "TI", title());
        line(out, "T2", outlet());
        day().ifPresent(day -> line(out, "DA", day.replace('-', '/')));
        day().ifPresent(day -> line(out, "PY", day.substring(0, 4)));
        line(out, "LA", info.language());
        line(out, "UR", info.url().orElse(address));
        line(out, "AB", shortWords());
        line(out, "N1", address + " " + fingerprint());
        line(out, "ID", key);
        return out.append("ER  - \r\n").toString();
    }

    private static void line(StringBuilder out, String tag, String value) {
        if (!value.isEmpty()) {
            out.append(tag).append("  - ").append(value.replaceAll("\\s+", " ")).append("\r\n");
        }
    }

    String csl() {
        Map<String, Object> item = Json.object("id", key, "type", "article-newspaper", "title", title());
        item.put("container-title", outlet());
        if (!name().isEmpty()) {
            item.put("author", List.of(Json.object("literal", name())));
        }
        info.published()
                .ifPresent(day -> item.put(
                        "issued",
                        Json.object(
                                "date-parts",
                                List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth())))));
        item.put("language", info.language());
        item.put("URL", info.url().orElse(address));
        item.put("note", address + " " + fingerprint());
        item.put("abstract", shortWords());
        return Json.line(List.of(item));
    }

    /** schema.org: somebody's words are a Quotation of theirs, anything else a Claim that the article makes. */
    String jsonLd() {
        Map<String, Object> article = Json.object(
                "@type",
                "NewsArticle",
                "headline",
                title(),
                "inLanguage",
                info.language(),
                "identifier",
                fingerprint());
        day().ifPresent(day -> article.put("datePublished", day));
        info.url().ifPresent(url -> article.put("url", url));
        if (!outlet().isEmpty()) {
            article.put("publisher", Json.object("@type", "Organization", "name", outlet()));
        }
        Map<String, Object> out = Json.object(
                "@context",
                "https://schema.org",
                "@type",
                quotation ? "Quotation" : "CreativeWork",
                "@id",
                address,
                "text",
                words,
                "inLanguage",
                info.language());
        if (quotation && !name().isEmpty()) {
            out.put("creator", Json.object("@type", "Person", "name", name()));
        }
        out.put("isBasedOn", article);
        return Json.line(out);
    }

    /** The names and values of the meta tags that Zotero reads. */
    List<Map.Entry<String, String>> meta() {
        List<Map.Entry<String, String>> out = new ArrayList<>();
        out.add(Map.entry("citation_title", title()));
        if (!name().isEmpty()) {
            out.add(Map.entry("citation_author", name()));
        }
        day().ifPresent(day -> out.add(Map.entry("citation_publication_date", day.replace('-', '/'))));
        if (!outlet().isEmpty()) {
            out.add(Map.entry("citation_journal_title", outlet()));
        }
        out.add(Map.entry("citation_language", info.language()));
        out.add(Map.entry("citation_public_url", address));
        return out;
    }
}
