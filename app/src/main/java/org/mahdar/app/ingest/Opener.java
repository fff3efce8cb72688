package org.mahdar.app.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Looks at the first bytes of a file and chooses who reads it. */
final class Opener {
    private static final int HEAD = 64 * 1024;

    /** A file format that is not read, by the bytes it begins with. */
    private record Signature(String begin, String name) {}

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("%PDF", "a PDF document"),
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

    private final StoryMaker maker;

    Opener(StoryMaker maker) {
        this.maker = maker;
    }

    /** The stories of a file; closing the source closes the stream. */
    Source open(String file, InputStream stream) throws IOException {
        return open(file, stream, true);
    }

    private Source open(String file, InputStream stream, boolean outermost) throws IOException {
        PushbackInputStream in = new PushbackInputStream(stream, HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.unread(head);
        if (head.length == 0) {
            return closing(
                    Source.bad(
                            Place.of(file),
                            "is empty",
                            "Check that it was written whole; leave it out if it is meant so."),
                    in);
        }
        String latin = new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\u0003\u0004") && outermost) {
            return new ZipSource(file, in, this);
        }
        if (latin.startsWith("\u001F\u008B") && outermost) {
            return open(withoutGz(file), new GZIPInputStream(in), false);
        }
        for (Signature signature : SIGNATURES) {
            if (latin.startsWith(signature.begin())) {
                return closing(notText(file, signature.name()), in);
            }
        }
        if (latin.startsWith("PK\u0003\u0004")) {
            return closing(notText(file, "an archive inside an archive"), in);
        }
        boolean whole = head.length < HEAD;
        Encoding encoding = Encoding.of(head, whole);
        if (encoding instanceof Encoding.Unknown unknown) {
            return closing(Source.bad(Place.of(file), unknown.what(), unknown.wayOut()), in);
        }
        return text(file, in, head, (Encoding.Known) encoding);
    }

    /** Opens a file inside an archive, whose stream goes on behind it and stays open. */
    Source openInside(String file, InputStream archive) throws IOException {
        return open(
                file,
                new FilterInputStream(archive) {
                    @Override
                    public void close() {}
                },
                false);
    }

    private Source text(String file, PushbackInputStream in, byte[] head, Encoding.Known encoding) throws IOException {
        in.skipNBytes(encoding.mark());
        boolean utf8 = encoding.charset().equals(StandardCharsets.UTF_8);
        InputStream stream = utf8 ? in : new ToUtf8(in, encoding.charset());
        // Half a character may end the head; it is only looked at, never read on.
        String begin = new String(Arrays.copyOfRange(head, encoding.mark(), head.length), encoding.charset());
        Source source = choose(file, begin, stream);
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

    private Source choose(String file, String begin, InputStream stream) throws IOException {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return new LinesSource(file, stream, maker);
        }
        String start = begin.stripLeading();
        boolean json = name.endsWith(".json") || (!name.endsWith(".txt") && looksLikeJson(start));
        if (json) {
            return start.startsWith("{") && firstLineIsWhole(start)
                    ? new LinesSource(file, stream, maker)
                    : new JsonSource(file, stream, maker);
        }
        String lower = start.substring(0, Math.min(start.length(), 512)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.startsWith("<?xml")) {
            return closing(notText(file, "a web page or XML"), stream);
        }
        return new TextSource(file, stream, maker);
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
