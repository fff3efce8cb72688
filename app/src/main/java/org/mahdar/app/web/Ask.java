package org.mahdar.app.web;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mahdar.app.ingest.Input;

/** A request, with who makes it and how its maker wants to see things. */
final class Ask {
    private final Context context;
    private final Access.Visit visit;
    private final Taste taste;

    Ask(Context context, Access.Visit visit, Taste taste) {
        this.context = context;
        this.visit = visit;
        this.taste = taste;
    }

    Access.Visit visit() {
        return visit;
    }

    Taste taste() {
        return taste;
    }

    String path() {
        return context.path();
    }

    /** Path and query as they were asked. */
    String address() {
        String query = context.queryString();
        return query == null || query.isEmpty() ? context.path() : context.path() + "?" + query;
    }

    /** What all addresses of this server begin with, as the asker sees it. */
    String origin() {
        return context.scheme() + "://" + Optional.ofNullable(context.host()).orElse("localhost");
    }

    /** A part of the path. */
    String part(String name) {
        return context.pathParam(name);
    }

    /** A part of the path that is a number above zero. */
    int number(String name) {
        String part = part(name);
        if (!part.matches("[1-9][0-9]{0,8}")) {
            throw Problem.notFound(name + " " + part);
        }
        return Integer.parseInt(part);
    }

    /** A parameter of the query that is not blank. */
    Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** All values of a parameter that are not blank. */
    List<String> queries(String name) {
        return context.queryParams(name).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A number of the query within bounds. */
    int query(String name, int otherwise, int least, int most) {
        Optional<String> value = query(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.get().matches("[0-9]{1,9}")) {
            throw Problem.badRequest(name + " has to be a number, not \"" + value.get() + "\".");
        }
        return Math.max(least, Math.min(most, Integer.parseInt(value.get())));
    }

    /** A field of a form that is not blank. */
    Optional<String> form(String name) {
        return Optional.ofNullable(context.formParam(name)).filter(value -> !value.isBlank());
    }

    /** A field of a form as it was sent, though it be blank; empty where the form had none. */
    Optional<String> field(String name) {
        return Optional.ofNullable(context.formParam(name));
    }

    /** All values of a field of a form that are not blank. */
    List<String> forms(String name) {
        return context.formParams(name).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The files of a form that hold something. */
    List<Input> uploads(String name) throws IOException {
        List<Input> out = new ArrayList<>();
        for (UploadedFile file : context.uploadedFiles(name)) {
            if (file.size() > 0) {
                try (InputStream in = file.content()) {
                    String given = Optional.ofNullable(file.filename()).orElse("file");
                    // Some browsers send a path; only the name is wanted.
                    String plain = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
                    out.add(Intake.input(plain, in.readAllBytes()));
                }
            }
        }
        return out;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(context.cookie(name));
    }

    byte[] body() {
        return context.bodyAsBytes();
    }

    /** The media type of the body without its parameters. */
    String bodyType() {
        String type = Optional.ofNullable(context.contentType()).orElse("");
        return type.split(";", 2)[0].strip();
    }

    /** Sets a cookie that scripts cannot read; for a year, or until the browser is closed. */
    void cookie(String name, String value, boolean lasting) {
        String secure = context.scheme().equals("https") ? "; Secure" : "";
        context.res()
                .addHeader(
                        "Set-Cookie",
                        name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + secure
                                + (lasting ? "; Max-Age=31536000" : ""));
    }

    /** From where it comes, for counting tries. */
    String from() {
        return context.ip();
    }
}
