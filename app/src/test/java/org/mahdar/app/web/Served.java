package org.mahdar.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Location;
import org.mahdar.app.intake.Languages;

/** A server over an archive of its own, and a browser of sorts that asks it. */
final class Served implements AutoCloseable {
    private final Archive archive;
    private final Server server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;

    private Served(Archive archive, Server server) {
        this.archive = archive;
        this.server = server;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** With the demonstration archive. */
    static Served demo(Path folder) {
        try {
            Languages languages = Demo.languages(folder.resolve("lexicon"));
            Archive archive = Archive.openOrCreate(Location.folder(folder.resolve("data")));
            Demo.fill(archive, languages);
            return new Served(
                    archive, Server.start(archive, languages, Settings.alone(0).fictional()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With an archive that is empty. */
    static Served empty(Path folder) {
        Archive archive = Archive.openOrCreate(Location.folder(folder.resolve("data")));
        return new Served(archive, Server.start(archive, new Languages(List.of()), Settings.alone(0)));
    }

    /** With an archive that is empty and open to others, so that users log in. */
    static Served open(Path folder) {
        Archive archive = Archive.openOrCreate(Location.folder(folder.resolve("data")));
        return new Served(archive, Server.start(archive, new Languages(List.of()), new Settings("0.0.0.0", 0, false)));
    }

    /** Forgets all cookies. */
    void forget() {
        cookies.getCookieStore().removeAll();
    }

    Server server() {
        return server;
    }

    Archive archive() {
        return archive;
    }

    int port() {
        return server.port();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(address(path))).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /** A page, which has to be there. */
    Document page(String path) {
        HttpResponse<String> answer = get(path, "Accept", "text/html");
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return Jsoup.parse(answer.body(), address(path));
    }

    HttpResponse<String> post(String path, String type, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", type));
        all.addAll(List.of(headers));
        return send(request(path, all.toArray(new String[0]))
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE().build());
    }

    /** Fills in a form as it stands on a page, with these fields besides, and sends it. */
    HttpResponse<String> submit(Document page, String action, Map<String, String> fields) {
        String token = page.selectFirst("input[name=token]").val();
        StringBuilder body = new StringBuilder("token=" + encode(token));
        Element state = page.selectFirst("input[name=state]");
        if (state != null && !fields.containsKey("state")) {
            body.append("&state=").append(encode(state.val()));
        }
        fields.forEach((name, value) ->
                body.append('&').append(encode(name)).append('=').append(encode(value)));
        return post(action, "application/x-www-form-urlencoded", body.toString(), "Accept", "text/html");
    }

    static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
        archive.close();
    }
}
