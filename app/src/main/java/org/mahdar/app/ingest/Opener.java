package org.mahdar.app.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Looks at the first bytes of a file and chooses who reads it. */
final class Opener {
    private static final int HEAD = 64 * 1024;
    private static final int LONGEST_DOCUMENT = 64 * 1024 * 1024;

    /** A file format that is not read, by the bytes it begins with. */
    private record Signature(String begin, String name) {}

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("\u0089PNG", "a picture (PNG)"),
            new Signature("\u00FF\u00D8\u00FF", "a picture (JPEG)"),
            new Signature("GIF8", "a picture (GIF)"),
            new Signature("\u00D0\u00CF\u0011\u00E0", "an old Office document"),
            new Signature("\u007FELF", "a program"),
            new Signature("7z\u00BC\u00AF", "a 7z archive"),
            new Signature("Rar!", "a RAR archive"),
            new Signature("BZh", "a bzip2 archive"),
            new Signature("\u00FD7zXZ", "an xz archive"),
            new Signature("SQLite format 3", "a database"),
            new Signature("{\\rtf", "a rich text document"));

    private static final Pattern NEWSML =
            Pattern.compile("<(?:[A-Za-z0-9_-]+:)?(newsItem|newsMessage|packageItem|conceptItem|planningItem)\\b");

    private final StoryMaker maker;
    private final HtmlSource pages;

    Opener(StoryMaker maker, Supplier<Facts> facts) {
        this.maker = maker;
        this.pages = new HtmlSource(maker, facts);
    }

    /** The stories of an input; closing the source closes the stream. */
    Source open(Input input, InputStream stream) throws IOException {
        return open(new What(input.name(), input.url(), input.contentType(), true), stream);
    }

    /**
     * What is known of a stream before it is looked at.
     *
     * @param outermost whether it may be an archive
     */
    private record What(String file, Optional<String> url, Optional<String> contentType, boolean outermost) {
        boolean endsWith(String... endings) {
            String name = file.toLowerCase(Locale.ROOT);
            return List.of(endings).stream().anyMatch(name::endsWith);
        }

        boolean isSaid(String type) {
            return contentType
                    .map(said -> said.toLowerCase(Locale.ROOT).startsWith(type))
                    .orElse(false);
        }
    }

    /** What is understood only once all of it is there. */
    private static Source whole(String file, InputStream in, BiFunction<String, byte[], List<Item>> read) {
        byte[] bytes;
        try (in) {
            bytes = in.readNBytes(LONGEST_DOCUMENT + 1);
        } catch (IOException e) {
            return Source.of(List.of(StoryMaker.unreadable(Place.of(file), e)));
        }
        return bytes.length > LONGEST_DOCUMENT
                ? Source.bad(
                        Place.of(file),
                        "has more than " + LONGEST_DOCUMENT + " bytes, too many for one story",
                        "Split it into its texts.")
                : Source.of(read.apply(file, bytes));
    }

    private Source open(What what, InputStream stream) throws IOException {
        PushbackInputStream in = new PushbackInputStream(stream, HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.unread(head);
        String file = what.file();
        if (head.length == 0) {
            return closing(
                    Source.bad(
                            Place.of(file),
                            "is empty",
                            "Check that it was written whole; leave it out if it is meant so."),
                    in);
        }
        String latin = new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1);
        if (latin.startsWith("%PDF")) {
            return whole(file, in, new PdfSource(maker)::stories);
        }
        if (latin.startsWith("PK\u0003\u0004") && OfficeSource.isDocument(head)) {
            return whole(file, in, new OfficeSource(maker)::stories);
        }
        if (latin.startsWith("PK\u0003\u0004") && what.outermost()) {
            return new ZipSource(file, in, this);
        }
        if (latin.startsWith("\u001F\u008B") && what.outermost()) {
            return open(new What(withoutGz(file), what.url(), what.contentType(), false), Gunzip.of(in));
        }
        for (Signature signature : SIGNATURES) {
            if (latin.startsWith(signature.begin())) {
                return closing(notText(file, signature.name()), in);
            }
        }
        if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("\u001F\u008B")) {
            return closing(notText(file, "an archive inside an archive"), in);
        }
        if (latin.startsWith("WARC/")) {
            return new WarcSource(file, in, pages);
        }
        boolean whole = head.length < HEAD;
        Encoding encoding = Encoding.of(head, whole);
        if (isPage(what, latin.stripLeading().toLowerCase(Locale.ROOT))) {
            return Source.of(pages.story(Place.of(file), in, what.url(), what.contentType()));
        }
        if (encoding instanceof Encoding.Unknown unknown) {
            return closing(Source.bad(Place.of(file), unknown.what(), unknown.wayOut()), in);
        }
        return text(what, in, head, (Encoding.Known) encoding);
    }

    /** Opens a file inside an archive, whose stream goes on behind it and stays open. */
    Source openInside(String file, InputStream archive) throws IOException {
        return open(new What(file, Optional.empty(), Optional.empty(), false), new FilterInputStream(archive) {
            @Override
            public void close() {}
        });
    }

    /** Tags are ASCII in every encoding that pages have. */
    private static boolean isPage(What what, String begin) {
        if (what.isSaid("text/html") || what.isSaid("application/xhtml")) {
            return true;
        }
        // A byte order mark, read as Latin letters.
        String start =
                begin.startsWith("\u00EF\u00BB\u00BF") ? begin.substring(3).stripLeading() : begin;
        return start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || (start.startsWith("<?xml") && start.contains("<html"))
                || (what.endsWith(".html", ".htm", ".xhtml") && start.startsWith("<"));
    }

    private Source text(What what, PushbackInputStream in, byte[] head, Encoding.Known encoding) throws IOException {
        Recorder bytes = new Recorder(in);
        bytes.skipNBytes(encoding.mark());
        boolean utf8 = encoding.charset().equals(StandardCharsets.UTF_8);
        InputStream stream = utf8 ? bytes : new ToUtf8(bytes, encoding.charset());
        // Half a character may end the head; it is only looked at, never read on.
        String begin = new String(Arrays.copyOfRange(head, encoding.mark(), head.length), encoding.charset());
        String file = what.file();
        Source source = choose(what, begin, stream, bytes);
        if (!utf8) {
            String how = encoding.guessed() ? ", going by its letters" : ", going by its byte order mark";
            return Source.after(
                    new Item.Remark(
                            Place.of(file),
                            "was converted from " + encoding.charset().name() + how),
                    source);
        }
        if (encoding.mark() > 0) {
            return Source.after(
                    new Item.Remark(Place.of(file), "begins with a byte order mark, which is no part of the text"),
                    source);
        }
        return source;
    }

    private Source choose(What what, String begin, InputStream stream, Recorder bytes) throws IOException {
        String file = what.file();
        if (what.endsWith(".jsonl", ".ndjson")) {
            return new LinesSource(file, unrecorded(stream, bytes), maker);
        }
        String start = begin.stripLeading();
        if (what.endsWith(".json") || (!what.endsWith(".txt") && looksLikeJson(start))) {
            return start.startsWith("{") && firstLineIsWhole(start)
                    ? new LinesSource(file, unrecorded(stream, bytes), maker)
                    : new JsonSource(file, unrecorded(stream, bytes), maker);
        }
        if (what.endsWith(".csv", ".tsv")) {
            return new CsvSource(file, unrecorded(stream, bytes), start, maker);
        }
        if (start.startsWith("<") && (what.endsWith(".xml", ".rss", ".atom") || looksLikeXml(start))) {
            return Source.of(xml(file, start, stream, bytes));
        }
        return new TextSource(file, stream, bytes, maker);
    }

    /** Files with many stories are not kept whole. */
    private static InputStream unrecorded(InputStream stream, Recorder bytes) {
        bytes.stop();
        return stream;
    }

    private static boolean looksLikeXml(String start) {
        return start.startsWith("<?xml") || FeedReader.isFeed(start.substring(0, Math.min(start.length(), 100)));
    }

    private List<Item> xml(String file, String start, InputStream stream, Recorder bytes) {
        String begin = start.substring(0, Math.min(start.length(), 4096));
        byte[] utf8;
        try (stream) {
            utf8 = stream.readNBytes(HtmlSource.LONGEST + 1);
        } catch (IOException e) {
            return List.of(StoryMaker.unreadable(Place.of(file), e));
        }
        if (utf8.length > HtmlSource.LONGEST) {
            return List.of(new Item.Bad(
                    Place.of(file),
                    "has more than " + HtmlSource.LONGEST + " bytes, too long for XML",
                    "Split it into documents of its items."));
        }
        if (NEWSML.matcher(begin).find()) {
            return new NewsmlSource(maker).stories(file, bytes.take());
        }
        if (FeedReader.isFeed(begin)) {
            return maker.fromFeed(file, FeedReader.read(new String(utf8, StandardCharsets.UTF_8), ""));
        }
        return NewsmlSource.declaresType(begin)
                ? List.of(NewsmlSource.typed(Place.of(file)))
                : List.of(new Item.Bad(
                        Place.of(file),
                        "is XML of a kind that is not read",
                        "NewsML-G2, RSS, Atom and XHTML are read; give the text in a .txt file, or JSON."));
    }

    private static boolean looksLikeJson(String start) {
        String second = start.isEmpty() ? "" : start.substring(1).stripLeading();
        return (start.startsWith("[") && (second.startsWith("{") || second.startsWith("]")))
                || (start.startsWith("{") && (second.startsWith("\"") || second.startsWith("}")));
    }

    /** Whether the first line closes every brace it opens, as in JSON Lines, and is not the first of an indented object. */
    private static boolean firstLineIsWhole(String start) {
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (c == '\n') {
                return depth == 0;
            }
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return false;
    }

    private static Source notText(String file, String what) {
        return Source.bad(
                Place.of(file),
                "is " + what + ", not text",
                "Give its text in a .txt file, or JSON with \"title\" and \"text\".");
    }

    private static Source closing(Source source, InputStream in) throws IOException {
        in.close();
        return source;
    }

    private static String withoutGz(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".gz") ? file.substring(0, file.length() - 3) : file;
    }
}
