package org.mahdar.app.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads feeds, RSS and Atom, forgivingly: feeds of newspapers are broken often, and an ampersand too many shall not cost
 * the day's stories.
 */
public final class FeedReader {
    private FeedReader() {}

    /**
     * An entry of a feed.
     *
     * @param title as it stands there; may be empty
     * @param url where the story stands; may be empty
     * @param id the feed's own name for it
     * @param published as written
     * @param byline as written
     * @param text the story as far as the feed holds it, paragraphs parted by a blank line; may be empty
     */
    public record Entry(
            String title,
            String url,
            Optional<String> id,
            Optional<String> published,
            Optional<String> byline,
            String text) {}

    /**
     * A feed.
     *
     * @param title what it calls itself; may be empty
     * @param entries in their order
     */
    public record Feed(String title, List<Entry> entries) {}

    /** Whether a text looks like a feed, going by its first tags. */
    public static boolean isFeed(String begin) {
        String lower = begin.toLowerCase(Locale.ROOT);
        return lower.contains("<rss") || lower.contains("<feed") || lower.contains("<rdf:rdf");
    }

    /** The entries of a feed; relative addresses in it are of {@code base}. */
    public static Feed read(String xml, String base) {
        Document document = Jsoup.parse(xml, base, Parser.xmlParser());
        List<Entry> entries = new ArrayList<>();
        for (Element item : document.select("item, entry")) {
            entries.add(new Entry(
                    plain(text(item, "title").orElse("")),
                    url(item),
                    text(item, "guid").or(() -> text(item, "id")),
                    text(item, "pubDate")
                            .or(() -> text(item, "published"))
                            .or(() -> text(item, "dc:date"))
                            .or(() -> text(item, "updated")),
                    text(item, "dc:creator").or(() -> text(item, "author")),
                    MainText.all(text(item, "content:encoded")
                            .or(() -> text(item, "content"))
                            .or(() -> text(item, "description"))
                            .or(() -> text(item, "summary"))
                            .orElse(""))));
        }
        Optional<Element> channel = Optional.ofNullable(document.selectFirst("channel, feed"));
        return new Feed(
                channel.flatMap(c -> text(c, "title")).map(FeedReader::plain).orElse(""), entries);
    }

    /** The entries of a feed as it was received. */
    public static Feed read(byte[] bytes, Optional<String> contentType, String base) {
        return read(MarkupText.of(bytes, contentType).text(), base);
    }

    private static String url(Element item) {
        for (Element link : item.children()) {
            if (link.tagName().equalsIgnoreCase("link")) {
                String rel = link.attr("rel");
                if (link.hasAttr("href") && (rel.isEmpty() || rel.equals("alternate"))) {
                    return link.absUrl("href");
                }
                if (!link.text().isBlank()) {
                    link.attr("href", link.text().strip());
                    return link.absUrl("href");
                }
            }
        }
        // RSS lets the id be the address unless it says otherwise.
        return text(item, "guid").filter(guid -> guid.startsWith("http")).orElse("");
    }

    private static Optional<String> text(Element parent, String name) {
        for (Element child : parent.children()) {
            if (child.tagName().equalsIgnoreCase(name)) {
                String text = child.wholeText().strip();
                // Atom writes XHTML as elements.
                return Optional.of(child.children().isEmpty() ? text : child.html())
                        .filter(t -> !t.isEmpty());
            }
        }
        return Optional.empty();
    }

    /** Titles hold entities twice escaped, or tags. */
    private static String plain(String title) {
        return StoryMaker.strip(Jsoup.parseBodyFragment(title).text());
    }
}
