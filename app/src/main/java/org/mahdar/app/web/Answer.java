package org.mahdar.app.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a request gets: status, headers, and a body that is there already or is written as it goes. */
final class Answer {
    private final int status;
    private final String type;
    private final byte[] body;
    private final Optional<Pour> stream;
    private final Map<String, String> headers;

    /** Writes a body piece by piece. */
    @FunctionalInterface
    interface Stream {
        void write(Writer out) throws IOException;
    }

    /** Writes a body of bytes piece by piece. */
    @FunctionalInterface
    interface Pour {
        void write(OutputStream out) throws IOException;
    }

    private Answer(int status, String type, byte[] body, Optional<Pour> stream, Map<String, String> headers) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.stream = stream;
        this.headers = headers;
    }

    /** A text of a media type, in UTF-8. */
    static Answer of(String type, String text) {
        return bytes(type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer json(String json) {
        return of("application/json", json);
    }

    static Answer bytes(String type, byte[] bytes) {
        return new Answer(200, type, bytes, Optional.empty(), Map.of());
    }

    /** A text that is written as it goes, however long. */
    static Answer stream(String type, Stream stream) {
        return pour(type + "; charset=utf-8", out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            stream.write(text);
            text.flush();
        });
    }

    /** Bytes that are written as they go, however many. */
    static Answer pour(String type, Pour pour) {
        return new Answer(200, type, new byte[0], Optional.of(pour), Map.of());
    }

    /** Go and look there. */
    static Answer seeOther(String where) {
        return of("text/plain", "").status(303).with("Location", where);
    }

    Answer status(int other) {
        return new Answer(other, type, body, stream, headers);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, body, stream, more);
    }

    /** As a file to keep. */
    Answer download(String name) {
        return with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }

    Optional<Pour> stream() {
        return stream;
    }

    Map<String, String> headers() {
        return headers;
    }
}
