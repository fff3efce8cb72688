package org.mahdar.app.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Web pages: one page, one story. */
final class HtmlSource {
    /** The longest page that is read, in bytes. */
    static final int LONGEST = 16 * 1024 * 1024;

    /** How far the page is searched for what it says of its encoding. */
    private static final int HEAD = 4096;

    /** How much of it is looked at for its encoding. */
    private static final int SAMPLE = 64 * 1024;

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)");

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
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Optional<String> label = contentType.flatMap(HtmlSource::charset).or(() -> charset(head));
        Encoding encoding =
                Encoding.of(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)), bytes.length <= SAMPLE, true);
        Optional<String> html = decode(bytes, label, encoding, place, out);
        if (html.isEmpty()) {
            return out;
        }
        Document document = Jsoup.parse(html.get());
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

    private static Optional<String> charset(String text) {
        Matcher matcher = CHARSET.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** UTF-8 shows itself; what is not UTF-8 is what the page says, if its bytes fit, else what its letters suggest. */
    private static Optional<String> decode(
            byte[] bytes, Optional<String> label, Encoding encoding, Place place, List<Item> out) {
        if (encoding instanceof Encoding.Known known && !known.guessed()) {
            boolean utf8 = known.charset().equals(StandardCharsets.UTF_8);
            boolean ascii = utf8 && known.mark() == 0 && isAscii(bytes);
            if (!ascii && label.isPresent() && !isCalled(known.charset(), label.get())) {
                out.add(new Item.Remark(
                        place, "says it is " + label.get() + " and is " + known.charset() + "; read as what it is"));
            }
            // Single broken bytes in a page are the page's fault and cost themselves only.
            return Optional.of(new String(bytes, known.mark(), bytes.length - known.mark(), known.charset()));
        }
        Optional<Charset> said = label.flatMap(HtmlSource::named).filter(c -> !c.equals(StandardCharsets.UTF_8));
        if (said.isPresent()) {
            Optional<String> decoded = strictly(bytes, said.get());
            // Any bytes at all can be read as Latin letters; where they make good Arabic, they are not.
            if (decoded.isPresent() && (hasArabic(decoded.get()) || encoding instanceof Encoding.Unknown)) {
                return decoded;
            }
        }
        if (encoding instanceof Encoding.Known known) {
            out.add(new Item.Remark(
                    place,
                    label.map(l -> "says it is " + l + " and is not; ").orElse("does not say its encoding; ")
                            + "read as " + known.charset() + ", going by its letters"));
            return Optional.of(new String(bytes, known.charset()));
        }
        Encoding.Unknown unknown = (Encoding.Unknown) encoding;
        out.add(new Item.Bad(place, unknown.what(), unknown.wayOut()));
        return Optional.empty();
    }

    private static boolean hasArabic(String text) {
        return text.chars().anyMatch(c -> c >= '\u0621' && c <= '\u064A');
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCalled(Charset charset, String label) {
        return named(label).map(charset::equals).orElse(false);
    }

    private static Optional<Charset> named(String label) {
        try {
            return Optional.of(Charset.forName(label));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
