package org.mahdar.app.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mahdar.app.wire.Sha256;

/** Users who log in: sessions, and patience that ends with those who guess. Programs log in with each request (Basic). */
final class Logins extends Access {
    private static final long SECOND = 1_000_000_000L;

    /** How long a session lasts that is not used, and how long a program's password is believed without a look. */
    private static final long IDLE = 12 * 3600 * SECOND;

    private static final long BELIEVED = 300 * SECOND;

    /** How many wrong passwords go unpunished, and the longest wait after more. */
    private static final int FREE = 5;

    private static final long LONGEST_WAIT = 900;
    private static final int MOST = 10_000;

    private final Users users;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Session> programs = new ConcurrentHashMap<>();
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    /** Who it is, and until when. */
    private record Session(String name, Right right, long until) {}

    /** How often it went wrong, and when the next try is heard. */
    private record Failures(int count, long next) {}

    Logins(Users users) {
        this.users = users;
    }

    @Override
    boolean hasUsers() {
        return true;
    }

    @Override
    Visit visit(String id, Context context) {
        Optional<Session> session = Optional.ofNullable(sessions.get(id)).filter(Logins::lasts);
        if (session.isPresent()) {
            Session found = session.get();
            sessions.put(id, new Session(found.name(), found.right(), System.nanoTime() + IDLE));
            return new Visit(found.name(), found.right(), id, token(id));
        }
        String header = Optional.ofNullable(context.header("Authorization")).orElse("");
        if (context.path().startsWith("/api") && header.startsWith("Basic ")) {
            Session program = program(header.substring("Basic ".length()), context.ip());
            return new Visit(program.name(), program.right(), id, token(id));
        }
        return new Visit("", Right.ANYBODY, id, token(id));
    }

    private static boolean lasts(Session session) {
        return session.until() - System.nanoTime() > 0;
    }

    private Session program(String encoded, String from) {
        String key = Sha256.hex(token(encoded));
        Optional<Session> known = Optional.ofNullable(programs.get(key)).filter(Logins::lasts);
        if (known.isPresent()) {
            return known.get();
        }
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The Authorization is not as Basic has it.");
        }
        int colon = pair.indexOf(':');
        String name = pair.substring(0, Math.max(0, colon));
        Right right = check(name, pair.substring(colon + 1), from);
        Session session = new Session(name, right, System.nanoTime() + BELIEVED);
        shrink(programs);
        programs.put(key, session);
        return session;
    }

    /** The right of somebody; fails where name and password do not fit, and for who has tried too often. */
    private Right check(String name, String password, String from) {
        List<String> keys = List.of("name " + name, "from " + from);
        long now = System.nanoTime();
        for (String key : keys) {
            Failures before = failures.get(key);
            if (before != null && before.next() - now > 0) {
                throw new Problem(
                        Problem.Type.TOO_MANY,
                        "Too many wrong passwords. Try again in " + ((before.next() - now) / SECOND + 1) + " seconds.");
            }
        }
        Optional<Right> right = users.check(name, password);
        if (right.isEmpty()) {
            shrink(failures);
            keys.forEach(key -> failures.merge(key, failed(0), (a, b) -> failed(a.count())));
            throw new Problem(Problem.Type.NOT_LOGGED_IN, "Name and password do not fit.");
        }
        failures.remove("name " + name);
        return right.get();
    }

    private static Failures failed(int before) {
        int count = before + 1;
        long wait = count < FREE ? 0 : Math.min(LONGEST_WAIT, 1L << Math.min(20, count - FREE + 1));
        return new Failures(count, System.nanoTime() + wait * SECOND);
    }

    /** So that nobody fills the memory. */
    private static void shrink(Map<String, ?> map) {
        if (map.size() >= MOST) {
            map.clear();
        }
    }

    @Override
    List<Route> routes(Site site) {
        return List.of(
                Route.get("/login", Right.ANYBODY, ask -> form(site, ask, "")),
                Route.post("/login", Right.ANYBODY, ask -> login(site, ask)),
                Route.post("/logout", Right.ANYBODY, this::logout));
    }

    private static Answer form(Site site, Ask ask, String trouble) {
        String back = HomePages.own(ask.query("back").or(() -> ask.form("back")).orElse("/"));
        return site.page(ask, "login", "trouble", trouble, "back", back);
    }

    private Answer login(Site site, Ask ask) {
        try {
            String name = ask.form("name").orElse("").strip();
            Right right = check(name, ask.form("password").orElse(""), ask.from());
            // Another id than before: whoever knew that one knows nothing of this.
            String id = newId();
            sessions.values().removeIf(session -> !lasts(session));
            shrink(sessions);
            sessions.put(id, new Session(name, right, System.nanoTime() + IDLE));
            ask.cookie(COOKIE, id, false);
            return Answer.seeOther(HomePages.own(ask.form("back").orElse("/")));
        } catch (Problem e) {
            String word = e.type() == Problem.Type.TOO_MANY ? "login.wait" : "login.wrong";
            return form(site, ask, Words.of(ask.taste().language()).word(word))
                    .status(e.type().status());
        }
    }

    private Answer logout(Ask ask) {
        sessions.remove(ask.visit().id());
        ask.cookie(COOKIE, newId(), false);
        return Answer.seeOther("/login");
    }
}
