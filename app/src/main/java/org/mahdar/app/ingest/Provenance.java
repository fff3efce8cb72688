package org.mahdar.app.ingest;

import java.util.Optional;

/** Where a story came from and what is known of it beyond what reading it needs. */
public final class Provenance {
    private final String key;
    private final Optional<String> publishedAt;
    private final Optional<String> byline;
    private final String mediaType;
    private final byte[] bytes;

    Provenance(String key, Optional<String> publishedAt, Optional<String> byline, String mediaType, byte[] bytes) {
        this.key = key;
        this.publishedAt = publishedAt;
        this.byline = byline;
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /**
     * What makes it this story and no other, whatever its text: {@code url:} and its address, else {@code id:}, its
     * outlet (or the file it came in) and its own id, else {@code text:} and the SHA-256 of its text.
     */
    public String key() {
        return key;
    }

    /** The same written by somebody else. */
    Provenance by(Optional<String> other) {
        return new Provenance(key, publishedAt, other, mediaType, bytes);
    }

    /** The key of a story with an address. */
    public static String keyOf(String url) {
        return "url:" + Key.address(url);
    }

    /** The moment of publication, ISO 8601: in UTC where the zone is known, else without a zone. */
    public Optional<String> publishedAt() {
        return publishedAt;
    }

    /** Who wrote it, as written. */
    public Optional<String> byline() {
        return byline;
    }

    /** Of the bytes, such as {@code text/html}. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The bytes it was made from, not a copy: the file or page, or of a file with many stories its own part. Records in
     * another encoding than UTF-8 come as UTF-8.
     */
    public byte[] bytes() {
        return bytes;
    }
}
