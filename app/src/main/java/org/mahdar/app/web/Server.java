package org.mahdar.app.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.wire.Sha256;
import org.mahdar.language.Language;

/** Answers requests at an address until it is closed. */
public final class Server implements AutoCloseable {
    /** The most that a request may bring, in bytes. */
    static final int MOST_BYTES = 32 * 1024 * 1024;

    /** The language of most stories, by which search compares words. */
    private static final String MAIN = "ar";

    private static final int FIRST_FREE_JAVA = 21;

    /**
     * Nothing from anywhere but this server, nothing inline, no frame around it: whatever a story says, the page asks the
     * network for nothing.
     */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Javalin javalin;
    private final Site site;
    private final Metrics metrics;
    private final List<Route> routes;

    private Server(Site site) {
        this.site = site;
        this.metrics = new Metrics(site.archive());
        this.routes = Routes.of(site, metrics);
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts to listen.
     *
     * @param languages what reads stories that are sent in
     * @throws PortTaken where somebody listens there already
     * @throws IllegalArgumentException where the address is open to others and nobody would have to log in
     */
    public static Server start(Archive archive, Languages languages, Settings settings) {
        boolean alone = isLoopback(settings.host());
        Users users = Users.of(archive.location().data());
        if (!alone && users.isEmpty()) {
            throw new IllegalArgumentException(
                    settings.host() + " can be reached by others, and there are no users who would have to log in."
                            + " Add one with: mahdar user add NAME --role admin; or listen at 127.0.0.1.");
        }
        if (languages.areChanged()) {
            // Somebody's own words may be wrong, and then the server shall say so and not start.
            language(languages);
        }
        Server server = new Server(new Site(
                Desk.over(archive, () -> language(languages)),
                languages,
                settings,
                alone ? new Access() : new Logins(users)));
        try {
            server.javalin.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            server.site.close();
            throw new PortTaken(e);
        }
        Thread behind = new Thread(
                () -> {
                    language(languages);
                    server.site.changed();
                },
                "mahdar-index");
        behind.setDaemon(true);
        behind.start();
        return server;
    }

    /** The language of most stories; loaded when it is asked for first. */
    private static Language language(Languages languages) {
        return languages
                .reader(MAIN)
                .orElseThrow(() -> new IllegalStateException("This jar was built without a language pack"))
                .language();
    }

    /** Somebody listens at the port already. */
    public static final class PortTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PortTaken(JavalinBindException cause) {
            super("The port is taken", cause);
        }
    }

    private static boolean isLoopback(String host) {
        return Set.of("127.0.0.1", "localhost", "::1", "[::1]").contains(host.toLowerCase(Locale.ROOT));
    }

    /** Everything that can be asked of it. */
    List<Route> routes() {
        return routes;
    }

    /** The port it listens at. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
        site.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = MOST_BYTES;
        config.concurrency.useVirtualThreads = Runtime.version().feature() >= FIRST_FREE_JAVA;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(16 * 1024);
        });
        config.routes.exception(Problem.class, this::problem);
        config.routes.exception(HttpResponseException.class, (e, context) -> problem(of(e), context));
        config.routes.exception(Exception.class, (e, context) -> {
            metrics.fault(e);
            problem(
                    new Problem(
                            Problem.Type.FAULT,
                            "Mahdar has failed here: " + e.getClass().getSimpleName()
                                    + ". What was kept is safe; please report it with what you did."),
                    context);
        });
        config.routes.error(404, context -> {
            if (context.result() == null || String.valueOf(context.result()).startsWith("Endpoint")) {
                problem(Problem.notFound("page " + context.path()), context);
            }
        });
        for (Route route : routes) {
            config.routes.addHttpHandler(
                    HandlerType.findOrCreate(route.method()), route.path(), context -> answer(route, context));
        }
    }

    private void answer(Route route, Context context) throws Exception {
        long start = System.nanoTime();
        try {
            Ask ask = admitted(route, context);
            send(route.handler().answer(ask), context);
        } finally {
            metrics.answered(route, context.statusCode(), System.nanoTime() - start);
        }
    }

    /** The request, where its maker may make it. */
    private Ask admitted(Route route, Context context) {
        refuseOtherNames(context);
        Access.Visit visit = site.access().visit(context);
        if (!route.method().equals("GET")) {
            site.access().refuseForeign(context, visit);
        }
        if (!visit.right().covers(route.right())) {
            throw new Problem(
                    visit.name().isEmpty() ? Problem.Type.NOT_LOGGED_IN : Problem.Type.FORBIDDEN,
                    visit.name().isEmpty() ? "Log in first." : "Your account may not do this.");
        }
        Ask ask = ask(context, visit);
        if (!route.isApi()
                && ask.cookie(Access.COOKIE).filter(visit.id()::equals).isEmpty()) {
            ask.cookie(Access.COOKIE, visit.id(), false);
        }
        return ask;
    }

    /** A name that somebody else's DNS leads here is not ours: it would make their page one of this server's. */
    private void refuseOtherNames(Context context) {
        if (site.access().hasUsers()) {
            return;
        }
        String host = Optional.ofNullable(context.host()).orElse("localhost").toLowerCase(Locale.ROOT);
        String name = host.replaceFirst(":[0-9]+$", "");
        if (!isLoopback(name)) {
            throw new Problem(Problem.Type.FORBIDDEN, "This server answers to 127.0.0.1 and localhost alone.");
        }
    }

    private static Ask ask(Context context, Access.Visit visit) {
        Taste taste = Taste.of(
                Optional.ofNullable(context.cookie(Taste.COOKIE)),
                Optional.ofNullable(context.header("Accept-Language")));
        Optional<String> lang = Optional.ofNullable(context.queryParam("lang"));
        return new Ask(context, visit, lang.isPresent() ? taste.with("language", lang.get()) : taste);
    }

    private static void headers(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    private static void send(Answer answer, Context context) {
        headers(context);
        answer.headers().forEach(context::header);
        context.status(answer.status());
        context.contentType(answer.type());
        if (answer.stream().isPresent()) {
            try (OutputStream out = context.outputStream()) {
                answer.stream().get().write(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return;
        }
        if (answer.status() == 200 && context.method().equals(HandlerType.GET)) {
            String tag = Optional.ofNullable(answer.headers().get("ETag"))
                    .orElseGet(() -> "\"" + Sha256.hex(Sha256.of(answer.body())).substring(0, 20) + "\"");
            context.header("ETag", tag);
            if (!answer.headers().containsKey("Cache-Control")) {
                context.header("Cache-Control", "private, no-cache");
            }
            String known = Optional.ofNullable(context.header("If-None-Match")).orElse("");
            // Compression may have marked it.
            if (known.replace("--gzip", "").contains(tag)) {
                context.status(304);
                return;
            }
        }
        context.result(answer.body());
    }

    private static Problem of(HttpResponseException e) {
        Problem.Type type = switch (e.getStatus()) {
            case 404 -> Problem.Type.NOT_FOUND;
            case 405 -> Problem.Type.METHOD;
            case 413 -> Problem.Type.TOO_LONG;
            default -> e.getStatus() >= 500 ? Problem.Type.FAULT : Problem.Type.BAD_REQUEST;
        };
        String detail = switch (type) {
            case NOT_FOUND -> "There is nothing at this address.";
            case TOO_LONG -> "At most " + MOST_BYTES / 1024 / 1024 + " MB are taken at once.";
            default -> String.valueOf(e.getMessage());
        };
        return new Problem(type, detail);
    }

    private void problem(Problem problem, Context context) {
        boolean api = context.path().startsWith("/api")
                || !Optional.ofNullable(context.header("Accept")).orElse("").contains("text/html");
        if (api) {
            Answer answer = problem.json(context.path());
            send(
                    problem.type() == Problem.Type.NOT_LOGGED_IN
                            ? answer.with("WWW-Authenticate", "Basic realm=\"mahdar\", charset=\"UTF-8\"")
                            : answer,
                    context);
            return;
        }
        if (problem.type() == Problem.Type.NOT_LOGGED_IN && context.method().equals(HandlerType.GET)) {
            send(Answer.seeOther("/login?back=" + Encoded.of(context.path())), context);
            return;
        }
        Ask ask = ask(context, site.access().visit(context));
        send(site.page(ask, "problem", "problem", problem).status(problem.type().status()), context);
    }
}
