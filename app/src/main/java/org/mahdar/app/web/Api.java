package org.mahdar.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.StoredMinutes;
import org.mahdar.app.archive.StoryInfo;
import org.mahdar.app.archive.StoryVersion;
import org.mahdar.app.ingest.Defaults;
import org.mahdar.app.ingest.Input;
import org.mahdar.app.wire.Json;
import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.app.wire.Sha256;
import org.mahdar.app.wire.Version;

/** Stories, lines, reading without keeping, and the state of the server, for programs. */
final class Api {
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 500;

    /** How many keys of additions are remembered. */
    private static final int KEYS = 10_000;

    private final Site site;
    private final Archive archive;
    private final Lines lines;
    private final Intake intake;
    private final Map<String, Addition> additions = new ConcurrentHashMap<>();

    /** An addition that was made: of what, and what was answered. */
    private record Addition(String request, String answer) {}

    Api(Site site, Lines lines, Intake intake) {
        this.site = site;
        this.archive = site.archive();
        this.lines = lines;
        this.intake = intake;
    }

    List<Route> routes(Metrics metrics) {
        return List.of(
                Route.get("/api/openapi.yaml", Right.ANYBODY, ask -> description()),
                Route.get("/api/health", Right.ANYBODY, this::health),
                Route.get("/api/metrics", Right.ADMIN, metrics::answer),
                Route.get("/api/problems/{type}", Right.ANYBODY, this::problem),
                Route.get("/api/stories", Right.READ, this::stories),
                Route.post("/api/stories", Right.WRITE, this::add),
                Route.get("/api/stories/{story}", Right.READ, this::story),
                Route.get("/api/stories/{story}/minutes", Right.READ, this::minutes),
                Route.get("/api/stories/{story}/copies", Right.READ, this::copies),
                Route.get("/api/lines/{line}", Right.READ, this::line),
                Route.get("/api/minutes", Right.READ, this::allMinutes),
                Route.post("/api/read", Right.READ, this::read));
    }

    private static Answer description() throws IOException {
        try (InputStream in = Api.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("This jar was built without openapi.yaml");
            }
            return Answer.bytes("application/yaml; charset=utf-8", in.readAllBytes());
        }
    }

    private Answer health(Ask ask) {
        return Answer.json(Json.line(Json.object(
                        "status",
                        "ok",
                        "version",
                        Version.current(),
                        "stories",
                        archive.stories().count(),
                        "fiction",
                        site.settings().fiction())))
                .with("Cache-Control", "no-store");
    }

    private Answer problem(Ask ask) {
        for (Problem.Type type : Problem.Type.values()) {
            if (type.word().equals(ask.part("type"))) {
                return Answer.json(
                        Json.line(Json.object("type", "/api/problems/" + type.word(), "status", type.status())));
            }
        }
        throw Problem.notFound("type of problem " + ask.part("type"));
    }

    private Answer stories(Ask ask) {
        int after = ask.query("after", 0, 0, Integer.MAX_VALUE);
        int limit = ask.query("limit", PAGE, 1, LONGEST_PAGE);
        List<StoryInfo> infos = archive.stories().list(after, limit);
        List<Map<String, Object>> items = infos.stream().map(Api::info).toList();
        Answer answer = Answer.json(Json.line(Json.object("stories", items)));
        if (infos.size() < limit) {
            return answer;
        }
        int last = infos.get(infos.size() - 1).no();
        return answer.with("Link", "</api/stories?after=" + last + "&limit=" + limit + ">; rel=\"next\"");
    }

    static Map<String, Object> info(StoryInfo info) {
        return Json.object(
                "story", info.no(),
                "version", info.version(),
                "id", info.id(),
                "title", info.title(),
                "language", info.language(),
                "published", info.published().map(Object::toString),
                "outlet", info.outlet(),
                "agency", info.agency(),
                "place", info.place(),
                "url", info.url(),
                "sha256", info.textSha256(),
                "added", info.addedAt());
    }

    private Answer story(Ask ask) {
        StoryVersion version = newest(ask);
        Map<String, Object> body = info(version.info());
        body.put("text", version.story().text());
        return Answer.json(Json.line(body));
    }

    private StoryVersion newest(Ask ask) {
        int no = ask.number("story");
        return archive.stories().newest(no).orElseThrow(() -> Problem.notFound("story " + no));
    }

    private Answer minutes(Ask ask) {
        int no = newest(ask).info().no();
        Optional<String> revision = ask.query("revision");
        StoredMinutes stored = (revision.isPresent()
                        ? archive.minutes().revision(no, ask.query("revision", 1, 1, Integer.MAX_VALUE))
                        : archive.minutes().newest(no))
                .orElseThrow(() -> Problem.notFound("reading of story " + no));
        return Answer.json(MinutesWriter.line(stored.minutes()))
                .with("Mahdar-Revision", String.valueOf(stored.revision()));
    }

    private Answer copies(Ask ask) {
        List<Map<String, Object>> items = archive.copies().of(newest(ask).info().no()).stream()
                .map(carrier -> {
                    Map<String, Object> item = info(carrier.story());
                    item.put("likeness", carrier.likeness());
                    return item;
                })
                .toList();
        return Answer.json(Json.line(Json.object("copies", items)));
    }

    private Answer line(Ask ask) {
        Lines.Line line = lines.find(LineId.of(ask.part("line")));
        Answer answer = Answer.json(Json.line(LineJson.of(line)));
        return line.tag().isEmpty() ? answer : answer.with("ETag", line.tag());
    }

    /** All minutes in force, one story a line, however many. */
    private Answer allMinutes(Ask ask) {
        int begin = ask.query("after", 0, 0, Integer.MAX_VALUE);
        return Answer.stream("application/x-ndjson", out -> {
            int after = begin;
            List<StoredMinutes> some = archive.minutes().after(after, PAGE);
            while (!some.isEmpty()) {
                for (StoredMinutes stored : some) {
                    out.write(MinutesWriter.line(stored.minutes()));
                    out.write('\n');
                    after = stored.no();
                }
                some = archive.minutes().after(after, PAGE);
            }
        });
    }

    private Answer read(Ask ask) {
        Intake.Found found = intake.read(List.of(sent(ask)).iterator(), defaults(ask));
        if (found.minutes().isEmpty()) {
            throw new Problem(
                    Problem.Type.UNREADABLE,
                    found.troubles().isEmpty() ? "There is no story in it." : String.join(" ", found.troubles()));
        }
        if (found.minutes().size() == 1) {
            return Answer.json(MinutesWriter.line(found.minutes().get(0)));
        }
        StringBuilder out = new StringBuilder();
        found.minutes().forEach(one -> out.append(MinutesWriter.line(one)).append('\n'));
        return Answer.of("application/x-ndjson", out.toString());
    }

    private Defaults defaults(Ask ask) {
        return intake.defaults(
                ask.query("published"),
                ask.query("outlet"),
                ask.query("language").orElse("ar"));
    }

    /** The body under a name that says what it is. */
    private static Input sent(Ask ask) {
        byte[] body = ask.body();
        if (body.length == 0) {
            throw Problem.badRequest(
                    "Send a story: text/plain, application/json, text/html or any form that add takes.");
        }
        String ending = switch (ask.bodyType()) {
            case "application/json" -> "json";
            case "application/x-ndjson", "application/jsonl" -> "jsonl";
            case "text/html" -> "html";
            case "text/csv" -> "csv";
            case "application/xml", "text/xml" -> "xml";
            case "application/pdf" -> "pdf";
            default -> "txt";
        };
        String name = "sent-" + Sha256.hex(Sha256.of(body)).substring(0, 12);
        return Intake.input(name + "." + ending, body);
    }

    /** Keeps what was sent. The same Idempotency-Key gets the same answer and adds nothing again. */
    private Answer add(Ask ask) {
        Optional<String> key =
                ask.header("Idempotency-Key").map(value -> ask.visit().name() + " " + value);
        String request = ask.address() + " " + Sha256.hex(Sha256.of(ask.body()));
        Optional<Addition> before = key.flatMap(value -> Optional.ofNullable(additions.get(value)));
        if (before.isPresent() && !before.get().request().equals(request)) {
            throw new Problem(
                    Problem.Type.KEY_REUSED,
                    "This Idempotency-Key came with something else before, and this was not added. Send it with a new key.");
        }
        if (before.isPresent()) {
            return Answer.json(before.get().answer()).status(201).with("Idempotency-Replayed", "true");
        }
        Intake.Kept kept = intake.keep(
                List.of(sent(ask)).iterator(), defaults(ask), ask.visit().name());
        if (kept.first().isEmpty()) {
            throw new Problem(
                    Problem.Type.UNREADABLE,
                    kept.troubles().isEmpty() ? "There is no story in it." : String.join(" ", kept.troubles()));
        }
        List<Object> troubles = new ArrayList<>(kept.troubles());
        Map<String, Object> body = new LinkedHashMap<>(Json.object(
                "added", kept.taken().added(),
                "changed", kept.taken().changed().size(),
                "known", kept.taken().known(),
                "first", kept.first(),
                "troubles", troubles));
        String answer = Json.line(body);
        if (additions.size() < KEYS) {
            key.ifPresent(value -> additions.put(value, new Addition(request, answer)));
        }
        return Answer.json(answer)
                .status(201)
                .with("Location", "/api/stories/" + kept.first().get());
    }
}
