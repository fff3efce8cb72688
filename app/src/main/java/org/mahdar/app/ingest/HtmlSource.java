package org.mahdar.app.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Web pages: one page, one story. */
final class HtmlSource {
    /** The longest page that is read, in bytes. */
    static final int LONGEST = 16 * 1024 * 1024;

    private final StoryMaker maker;
    private final Supplier<Facts> facts;

    HtmlSource(StoryMaker maker, Supplier<Facts> facts) {
        this.maker = maker;
        this.facts = facts;
    }

    /**
     * The story of a page.
     *
     * @param url its address, where it comes from the web
     * @param contentType what the server says
     */
    List<Item> story(Place place, InputStream in, Optional<String> url, Optional<String> contentType) {
        byte[] bytes;
        try (in) {
            bytes = in.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            return List.of(StoryMaker.unreadable(place, e));
        }
        if (bytes.length > LONGEST) {
            return List.of(new Item.Bad(
                    place, "has more than " + LONGEST + " bytes, too long for a page", "Give the text alone."));
        }
        return story(place, bytes, url, contentType);
    }

    List<Item> story(Place place, byte[] bytes, Optional<String> url, Optional<String> contentType) {
        List<Item> out = new ArrayList<>();
        MarkupText markup = MarkupText.of(bytes, contentType);
        markup.remark().ifPresent(remark -> out.add(new Item.Remark(place, remark)));
        if (markup.unknown().isPresent()) {
            Encoding.Unknown unknown = markup.unknown().get();
            out.add(new Item.Bad(place, unknown.what(), unknown.wayOut()));
            return out;
        }
        Document document = Jsoup.parse(markup.text());
        Page page = new Page(document);
        Draft draft = new Draft();
        draft.title = page.title().map(HtmlSource::oneLine).orElse("");
        draft.url = url.or(page::address);
        draft.published = page.published();
        draft.outlet = page.outlet();
        draft.byline = page.byline().map(HtmlSource::oneLine);
        draft.language = page.language();
        draft.body = String.join("\n\n", new MainText(facts.get()).of(document, draft.title));
        if (draft.body.isBlank()) {
            out.add(new Item.Bad(
                    place,
                    "no story is found in the page",
                    "It may be a list of stories or be drawn by a script; give the story's own address or its text."));
            return out;
        }
        String name = StoryMaker.stem(
                url.map(address -> address.replaceFirst("[?#].*", "").replaceFirst("/+$", ""))
                        .orElse(place.file()));
        out.addAll(maker.make(place, draft, name, "text/html", bytes));
        return out;
    }

    private static String oneLine(String text) {
        return StoryMaker.strip(text.replaceAll("[\\s\u00A0]+", " "));
    }
}
