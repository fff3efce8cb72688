package org.mahdar.app.web;

import java.util.Map;
import org.mahdar.app.wire.Json;

/** Why a request is not answered as asked, as RFC 9457 has it: a stable type, a title, what happened and a way out. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Type type;

    /** The sorts of problems; the address of a type is {@code /api/problems/} and its word. */
    enum Type {
        /** A parameter or body is not as it has to be. */
        BAD_REQUEST(400, "bad-request"),
        /** Nobody is logged in. */
        NOT_LOGGED_IN(401, "not-logged-in"),
        /** Whoever asks may not. */
        FORBIDDEN(403, "forbidden"),
        /** There is nothing at this address. */
        NOT_FOUND(404, "not-found"),
        /** The address is right and the method is not. */
        METHOD(405, "method-not-allowed"),
        /** The line has changed since it was looked at. */
        CHANGED(412, "changed-meanwhile"),
        /** More bytes than are taken. */
        TOO_LONG(413, "too-long"),
        /** What was sent can be understood and not be done. */
        UNREADABLE(422, "unreadable"),
        /** An idempotency key that came with another request before. */
        KEY_REUSED(422, "key-reused"),
        /** A correction without saying which state it is about. */
        STATE_NEEDED(428, "state-needed"),
        /** Too many tries. */
        TOO_MANY(429, "too-many-tries"),
        /** A fault of Mahdar. */
        FAULT(500, "fault");

        private final int status;
        private final String word;

        Type(int status, String word) {
            this.status = status;
            this.word = word;
        }

        int status() {
            return status;
        }

        String word() {
            return word;
        }
    }

    /** With what happened, one sentence for people. */
    Problem(Type type, String detail) {
        super(detail);
        this.type = type;
    }

    static Problem notFound(String what) {
        return new Problem(Type.NOT_FOUND, "There is no " + what + " here.");
    }

    static Problem badRequest(String detail) {
        return new Problem(Type.BAD_REQUEST, detail);
    }

    Type type() {
        return type;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    Answer json(String path) {
        Map<String, Object> body = Json.object(
                "type",
                "/api/problems/" + type.word(),
                "title",
                type.word().replace('-', ' '),
                "status",
                type.status(),
                "detail",
                detail(),
                "instance",
                path);
        return Answer.of("application/problem+json", Json.line(body)).status(type.status());
    }
}
