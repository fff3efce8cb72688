package org.mahdar.app.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.mahdar.app.wire.JsonFault;
import org.mahdar.app.wire.JsonRecords;

/** What a web page says of itself: JSON-LD first, then what social networks are told, then the page's own markup. */
final class Page {
    private final Document page;
    private final Optional<Map<?, ?>> article;

    Page(Document page) {
        this.page = page;
        this.article = article(page);
    }

    /** The object of the page's JSON-LD that has a headline. */
    private static Optional<Map<?, ?>> article(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                Optional<Map<?, ?>> found = article(JsonRecords.all(script.data()), 0);
                if (found.isPresent()) {
                    return found;
                }
            } catch (JsonFault e) {
                // Other sources tell the same.
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<?, ?>> article(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey("headline")) {
                return Optional.of(map);
            }
            Object graph = map.get("@graph");
            return graph == null || depth > 3 ? Optional.empty() : article(graph, depth + 1);
        }
        if (value instanceof List<?> list && depth <= 3) {
            for (Object one : list) {
                Optional<Map<?, ?>> found = article(one, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> fromArticle(String name) {
        return article.flatMap(map -> new Properties(map, Map.of()).names(name, List.of(name)));
    }

    private Optional<String> attribute(String selector, String attribute) {
        return Optional.ofNullable(page.selectFirst(selector))
                .map(element -> element.attr(attribute).strip())
                .filter(value -> !value.isEmpty());
    }

    private Optional<String> meta(String name) {
        return attribute(
                "meta[property=" + name + "], meta[name=" + name + "], meta[itemprop=" + name + "]", "content");
    }

    private Optional<String> text(String selector) {
        return Optional.ofNullable(page.selectFirst(selector))
                .map(element -> element.text().strip())
                .filter(value -> !value.isEmpty());
    }

    /** The headline. */
    Optional<String> title() {
        return text("h1[itemprop=headline]")
                .or(() -> fromArticle("headline"))
                .or(() -> meta("og:title"))
                .or(() -> text("article h1"))
                .or(() -> text("h1"))
                .or(() -> text("title"));
    }

    /** Day or moment of publication as written. */
    Optional<String> published() {
        return fromArticle("datePublished")
                .or(() -> meta("article:published_time"))
                .or(() -> meta("datePublished"))
                .or(() -> meta("dc.date"))
                .or(() -> meta("date"))
                .or(() -> attribute("article time[datetime], time[datetime][pubdate]", "datetime"))
                .or(() -> attribute("time[datetime]", "datetime"));
    }

    /** Who publishes. */
    Optional<String> outlet() {
        return meta("og:site_name").or(() -> fromArticle("publisher"));
    }

    /** Who wrote it, as the page says. */
    Optional<String> byline() {
        return fromArticle("author")
                .or(() -> meta("author"))
                .filter(author -> !author.startsWith("http"))
                .or(() -> text("[rel=author], [itemprop=author]"));
    }

    /** The language of the page, as far as it says. */
    Optional<String> language() {
        return attribute("html[lang]", "lang").filter(tag -> tag.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*"));
    }

    /** The address that the page calls its own; only a whole one. */
    Optional<String> address() {
        return attribute("link[rel=canonical]", "href")
                .or(() -> meta("og:url"))
                .filter(url -> url.startsWith("http://") || url.startsWith("https://"));
    }
}
