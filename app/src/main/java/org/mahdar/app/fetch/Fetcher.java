package org.mahdar.app.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Security;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.mahdar.app.fetch.Fetched.Failed;
import org.mahdar.app.fetch.Fetched.Page;
import org.mahdar.app.fetch.Fetched.Refused;
import org.mahdar.app.fetch.Fetched.Unchanged;
import org.mahdar.app.fetch.Fetched.Validators;

/**
 * Fetches pages one after the other, with {@link Manners}. Every hop of a redirect is checked like the first address. Not
 * for several threads.
 *
 * <p>A host's addresses are looked up and checked before the request, and the request uses the same look-up: Java keeps it
 * for a minute, which this class makes sure of.
 */
public final class Fetcher {
    private static final int HOPS = 5;

    /** The longest pause between two requests that robots.txt can ask for. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final Duration RULES_LAST = Duration.ofHours(12);

    /** What is read of a robots.txt, as RFC 9309 has it. */
    private static final int ROBOTS_BYTES = 512 * 1024;

    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private final Manners manners;
    private final HttpClient client;
    private final Map<String, Rules> robots = new HashMap<>();
    private final Map<String, Long> lastAsked = new HashMap<>();

    /** What a host's robots.txt says, and until when that is believed. */
    private record Rules(BaseRobotRules rules, Instant until) {}

    /** With manners. */
    public Fetcher(Manners manners) {
        this.manners = manners;
        Security.setProperty("networkaddress.cache.ttl", "60");
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(manners.timeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Fetches a page; only a change, where validators of an earlier request are given. */
    public Fetched fetch(String url, Validators validators) {
        return fetch(url, validators, true);
    }

    private Fetched fetch(String url, Validators validators, boolean obey) {
        String at = url;
        boolean forGood = true;
        for (int hop = 0; hop <= HOPS; hop++) {
            Optional<URI> uri = uri(at);
            if (uri.isEmpty()) {
                return new Refused(
                        at + " is no address that can be asked", "Give one that begins with https:// or http://.");
            }
            Optional<Fetched> refusal = refuse(uri.get(), obey);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            HttpResponse<byte[]> answer;
            try {
                answer = ask(
                        uri.get(), hop == 0 ? validators : Validators.NONE, obey ? manners.mostBytes() : ROBOTS_BYTES);
            } catch (Body.TooLong e) {
                return new Refused(
                        at + ": " + e.getMessage(), "If it is meant to be so long, save it and give the file.");
            } catch (IOException e) {
                return new Failed(at + " cannot be fetched: " + reason(e), Optional.empty());
            }
            Optional<String> location = answer.headers().firstValue("Location");
            if (REDIRECTS.contains(answer.statusCode()) && location.isPresent()) {
                forGood &= answer.statusCode() == 301 || answer.statusCode() == 308;
                at = resolve(uri.get(), location.get());
            } else {
                return answer(answer, at, hop > 0 && forGood);
            }
        }
        return new Refused(
                url + " is redirected more than " + HOPS + " times", "Look at it in a browser and give where it ends.");
    }

    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return e.getClass().getSimpleName().replace("Exception", "") + (e.getMessage() == null ? "" : " " + message);
    }

    private static String resolve(URI base, String location) {
        try {
            return base.resolve(new URI(location.strip().replace(" ", "%20"))).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return location;
        }
    }

    /** An address that can be asked: http or https, with a host, letters that are not ASCII escaped. */
    private static Optional<URI> uri(String url) {
        try {
            URI uri = new URI(new URI(url.strip().replace(" ", "%20")).toASCIIString());
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getHost() != null && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<Fetched> refuse(URI uri, boolean obey) {
        try {
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                if (!manners.allowed().test(address)) {
                    return Optional.of(new Refused(
                            uri + " leads to " + address.getHostAddress() + ", a private address",
                            "If that is meant, allow it with --allow-private."));
                }
            }
        } catch (UnknownHostException e) {
            return Optional.of(new Failed("there is no host " + uri.getHost(), Optional.empty()));
        }
        if (obey && !rules(uri).isAllowed(uri.toString())) {
            return Optional.of(new Refused(
                    "robots.txt of " + uri.getHost() + " asks not to fetch " + uri,
                    "Ask its owner, or save the page and give the file."));
        }
        return Optional.empty();
    }

    private BaseRobotRules rules(URI uri) {
        String host = uri.getScheme() + "://" + uri.getRawAuthority();
        Rules known = robots.get(host);
        if (known != null && known.until().isAfter(Instant.now())) {
            return known.rules();
        }
        Fetched fetched = fetch(host + "/robots.txt", Validators.NONE, false);
        BaseRobotRules rules;
        if (fetched instanceof Page page) {
            rules = new SimpleRobotRulesParser()
                    .parseContent(
                            host + "/robots.txt",
                            page.bytes(),
                            page.contentType().orElse("text/plain"),
                            List.of("mahdar"));
        } else if (fetched instanceof Failed) {
            // A server that cannot say what it allows allows nothing for now (RFC 9309, 2.3.1.4).
            rules = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
        } else {
            rules = new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        }
        Duration lasts = fetched instanceof Failed ? Duration.ofMinutes(5) : RULES_LAST;
        robots.put(host, new Rules(rules, Instant.now().plus(lasts)));
        return rules;
    }

    private HttpResponse<byte[]> ask(URI uri, Validators validators, int most) throws IOException {
        pause(uri);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(manners.timeout())
                .header("User-Agent", manners.userAgent())
                .header(
                        "Accept",
                        "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5")
                .header("Accept-Encoding", "gzip");
        validators.etag().ifPresent(etag -> request.header("If-None-Match", etag));
        validators.lastModified().ifPresent(moment -> request.header("If-Modified-Since", moment));
        CompletableFuture<HttpResponse<byte[]>> future =
                client.sendAsync(request.GET().build(), info -> new Body(most));
        try {
            return future.get(manners.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new IOException("no whole answer in " + manners.timeout().toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.cancel(true);
            throw new IOException("interrupted", e);
        }
    }

    private void pause(URI uri) throws IOException {
        String host = uri.getHost();
        Duration pause = manners.pause();
        Rules rules = robots.get(uri.getScheme() + "://" + uri.getRawAuthority());
        if (rules != null && rules.rules().getCrawlDelay() > 0) {
            Duration asked = Duration.ofMillis(rules.rules().getCrawlDelay());
            asked = asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
            pause = asked.compareTo(pause) > 0 ? asked : pause;
        }
        Long last = lastAsked.get(host);
        try {
            if (last != null) {
                long left = pause.toNanos() - (System.nanoTime() - last);
                if (left > 0) {
                    TimeUnit.NANOSECONDS.sleep(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        lastAsked.put(host, System.nanoTime());
    }

    private Fetched answer(HttpResponse<byte[]> answer, String url, boolean moved) {
        int status = answer.statusCode();
        if (status == 304) {
            return new Unchanged();
        }
        if (status == 429 || status >= 500) {
            return new Failed(url + " answers " + status, pause(answer));
        }
        if (status != 200) {
            return new Refused(
                    url + " answers " + status + (status == 404 || status == 410 ? ": there is no such page" : ""),
                    "Look at it in a browser and check the address.");
        }
        try {
            boolean packed =
                    answer.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
            byte[] bytes = packed ? unpack(answer.body()) : answer.body();
            return new Page(
                    url,
                    moved,
                    bytes,
                    answer.headers().firstValue("Content-Type"),
                    new Validators(
                            answer.headers().firstValue("ETag"),
                            answer.headers().firstValue("Last-Modified")));
        } catch (Body.TooLong e) {
            return new Refused(url + ": " + e.getMessage(), "If it is meant to be so long, save it and give the file.");
        } catch (IOException e) {
            return new Failed(url + " sends broken gzip: " + e.getMessage(), Optional.empty());
        }
    }

    private byte[] unpack(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = in.readNBytes(manners.mostBytes() + 1);
            if (bytes.length > manners.mostBytes()) {
                throw new Body.TooLong(manners.mostBytes());
            }
            return bytes;
        }
    }

    private static Optional<Duration> pause(HttpResponse<byte[]> answer) {
        Optional<String> after = answer.headers().firstValue("Retry-After").map(String::strip);
        if (after.isEmpty()) {
            return Optional.empty();
        }
        if (after.get().matches("[0-9]{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(after.get())));
        }
        try {
            Instant then = ZonedDateTime.parse(after.get(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(Instant.now(), then);
            return left.isNegative() ? Optional.empty() : Optional.of(left);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
