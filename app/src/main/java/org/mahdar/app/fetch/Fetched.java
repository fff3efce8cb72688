package org.mahdar.app.fetch;

import java.time.Duration;
import java.util.Optional;

/** What became of a request. */
public sealed interface Fetched {
    /** An answer with content. */
    final class Page implements Fetched {
        private final String url;
        private final boolean moved;
        private final byte[] bytes;
        private final Optional<String> contentType;
        private final Validators validators;

        Page(String url, boolean moved, byte[] bytes, Optional<String> contentType, Validators validators) {
            this.url = url;
            this.moved = moved;
            this.bytes = bytes;
            this.contentType = contentType;
            this.validators = validators;
        }

        /** The address at which it was found in the end. */
        public String url() {
            return url;
        }

        /** Whether the server says that this is its address for good. */
        public boolean moved() {
            return moved;
        }

        /** The content, unpacked; not a copy. */
        public byte[] bytes() {
            return bytes;
        }

        /** As the server says. */
        public Optional<String> contentType() {
            return contentType;
        }

        /** What to ask with next time, so that only a change is sent. */
        public Validators validators() {
            return validators;
        }
    }

    /** Nothing has changed since the last request. */
    record Unchanged() implements Fetched {}

    /**
     * It is not fetched, and would not be another time: forbidden, gone, or no page.
     *
     * @param what is wrong, one clause
     * @param wayOut what to do about it
     */
    record Refused(String what, String wayOut) implements Fetched {}

    /**
     * It could not be fetched this time.
     *
     * @param what went wrong, one clause
     * @param pause how long the server wants to be left alone
     */
    record Failed(String what, Optional<Duration> pause) implements Fetched {}

    /**
     * What a server calls the state of a page.
     *
     * @param etag its name for it
     * @param lastModified when it changed, as the server wrote it
     */
    record Validators(Optional<String> etag, Optional<String> lastModified) {
        /** Nothing is known. */
        public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
    }
}
