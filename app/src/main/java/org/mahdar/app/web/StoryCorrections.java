package org.mahdar.app.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.app.desk.Correcting;
import org.mahdar.app.desk.Read;
import org.mahdar.app.wire.CorrectionJson;
import org.mahdar.app.wire.Json;
import org.mahdar.correct.Corrected;
import org.mahdar.model.Span;

/** For programs: what readers said of a whole story, and what is said of no line that is there, or of actors. */
final class StoryCorrections {
    private final Site site;

    StoryCorrections(Site site) {
        this.site = site;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/corrections", Right.READ, this::all),
                Route.get("/api/stories/{story}/corrections", Right.READ, this::list),
                Route.post("/api/stories/{story}/corrections", Right.WRITE, this::take));
    }

    /** All corrections of the archive as {@code mahdar correct import} takes them, one a line. */
    private Answer all(Ask ask) {
        return Answer.stream("application/x-ndjson", out -> {
            for (CorrectionJson.Portable one : site.desk().correcting().export()) {
                out.write(CorrectionJson.line(one));
                out.write('\n');
            }
        });
    }

    private Read read(Ask ask) {
        int story = ask.number("story");
        return site.read(story).orElseThrow(() -> Problem.notFound("reading of story " + story));
    }

    private Answer list(Ask ask) {
        return answer(read(ask));
    }

    private static Answer answer(Read read) {
        List<Map<String, Object>> all = read.corrected().outcomes().stream()
                .map(outcome -> {
                    Map<String, Object> one = Correct.json(outcome);
                    one.put("target", outcome.correction().target());
                    one.put("line", outcome.line());
                    return one;
                })
                .toList();
        return Answer.json(Json.line(Json.object("story", read.info().no(), "corrections", all)))
                .with("ETag", Lines.tag(read));
    }

    /**
     * Adds a line, {@code {"verdict": "add", "sort": …, "set": {…}}}, makes one of two actors, {@code {"verdict": "merge",
     * "actor": "12-17", "into": "40-52"}}, or two of one, {@code {"verdict": "split", "mentions": "12-17,30-34", "name": …}}.
     */
    private Answer take(Ask ask) {
        Read read = read(ask);
        Correct.matched(ask, Lines.tag(read));
        Map<?, ?> body = Correct.body(ask);
        Correcting.Reader reader =
                new Correcting.Reader(ask.visit().name(), text(body, "why").orElse(""));
        Correcting correcting = site.desk().correcting();
        Corrected.Outcome outcome;
        try {
            String verdict = text(body, "verdict").orElse("");
            outcome = switch (verdict) {
                case "add" -> correcting.add(read, needed(body, "sort"), Correct.fields(body), reader);
                case "merge" -> correcting.merge(read, span(needed(body, "actor")), span(needed(body, "into")), reader);
                case "split" ->
                    correcting.split(
                            read,
                            Arrays.stream(needed(body, "mentions").split(","))
                                    .map(StoryCorrections::span)
                                    .toList(),
                            text(body, "name"),
                            reader);
                default ->
                    throw Problem.badRequest("Of a story a verdict is one of add, merge, split; not \"" + verdict
                            + "\". A line is confirmed, rejected or changed at its own address.");
            };
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Type.UNREADABLE, String.valueOf(e.getMessage()));
        }
        site.changed();
        Answer answer = answer(read(ask)).status(201);
        return outcome.line().isEmpty()
                ? answer
                : answer.with("Location", "/api/lines/" + read.info().no() + "." + outcome.line());
    }

    private static Optional<String> text(Map<?, ?> body, String name) {
        return body.get(name) instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    private static String needed(Map<?, ?> body, String name) {
        return text(body, name).orElseThrow(() -> Problem.badRequest("\"" + name + "\" is missing."));
    }

    /** A place in the text; like all that corrections name, in UTF-16 code units. */
    private static Span span(String text) {
        String[] ends = text.strip().split("-");
        if (!text.strip().matches("[0-9]{1,9}-[0-9]{1,9}") || Integer.parseInt(ends[0]) >= Integer.parseInt(ends[1])) {
            throw Problem.badRequest("\"" + text + "\" is no span; write one as 12-17.");
        }
        return new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }
}
