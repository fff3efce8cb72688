package org.mahdar.app.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mahdar.app.desk.Correcting;
import org.mahdar.app.desk.Read;
import org.mahdar.app.view.Row;
import org.mahdar.app.wire.Json;
import org.mahdar.app.wire.JsonFault;
import org.mahdar.app.wire.JsonRecords;
import org.mahdar.correct.Corrected;
import org.mahdar.correct.Fields;
import org.mahdar.model.Correction;
import org.mahdar.model.Correction.Verdict;

/** Readers' verdicts on lines: in place, with a look at what changed meanwhile, and back again. */
final class Correct {
    /** The reason of what takes something back. */
    static final String UNDO = "undo";

    private final Site site;
    private final Lines lines;

    Correct(Site site, Lines lines) {
        this.site = site;
        this.lines = lines;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/lines/{line}/correct", Right.WRITE, this::form),
                Route.post("/lines/{line}/correct", Right.WRITE, this::correct),
                Route.get("/corrections", Right.READ, this::list),
                Route.get("/api/lines/{line}/corrections", Right.READ, this::history),
                Route.post("/api/lines/{line}/corrections", Right.WRITE, this::take));
    }

    /**
     * A field of a line as a form shows it.
     *
     * @param name in the minutes format
     * @param value as corrections write it
     * @param words what stands under it, where it is a place in the text
     * @param choices the words it may have; none where it may be anything
     */
    record Field(String name, String value, String words, List<String> choices) {
        boolean isPlace() {
            return value.matches("[0-9]+-[0-9]+(,[0-9]+-[0-9]+)*") || PLACES.contains(name);
        }

        private static final List<String> PLACES =
                List.of("cue", "content", "source", "occasion", "trigger", "also", "level", "about", "span");
    }

    private Answer form(Ask ask) {
        Lines.Line line = inForce(ask);
        return site.page(
                ask,
                "correct",
                "line",
                line,
                "fields",
                fields(line),
                "copies",
                copies(line).size());
    }

    private Lines.Line inForce(Ask ask) {
        Lines.Line line = lines.find(LineId.of(ask.part("line")));
        if (!line.newest()) {
            throw new Problem(Problem.Type.CHANGED, "The story has been read anew since; correct the newer line.");
        }
        return line;
    }

    static List<Field> fields(Lines.Line line) {
        Map<String, String> values = Fields.of(line.minutes(), line.row().finding());
        List<Field> out = new ArrayList<>();
        for (String name : Fields.names(Fields.target(line.row().finding()))) {
            String value = values.getOrDefault(name, "");
            out.add(new Field(name, value, words(value, line.text()), choices(line, name)));
        }
        return out;
    }

    private static String words(String value, String text) {
        if (!value.matches("[0-9]{1,8}-[0-9]{1,8}(,[0-9]{1,8}-[0-9]{1,8})*")) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (String span : value.split(",")) {
            String[] ends = span.split("-");
            int start = Integer.parseInt(ends[0]);
            int end = Integer.parseInt(ends[1]);
            if (start < end && end <= text.length()) {
                out.append(out.length() == 0 ? "" : " \u2026 ").append(text, start, end);
            }
        }
        return out.toString();
    }

    private static List<String> choices(Lines.Line line, String name) {
        return switch (Fields.target(line.row().finding()) + "." + name) {
            case "statement.kind" -> words(org.mahdar.model.Statement.Kind.values());
            case "statement.act" -> words(org.mahdar.model.Statement.Act.values());
            case "statement.negated" -> List.of("", "true");
            case "meeting.kind" -> words(org.mahdar.model.Meeting.Kind.values());
            case "meeting.status" -> words(org.mahdar.model.Meeting.Status.values());
            case "position.act" -> words(org.mahdar.model.Position.Act.values());
            case "paper.kind" -> words(org.mahdar.model.Paper.Kind.values());
            case "assessment.polarity" -> words(org.mahdar.model.Assessment.Polarity.values());
            default -> List.of();
        };
    }

    private static List<String> words(Enum<?>[] values) {
        List<String> out = new ArrayList<>();
        for (Enum<?> value : values) {
            out.add(value.name().toLowerCase(java.util.Locale.ROOT));
        }
        return out;
    }

    /** What a form asks for: a verdict, and for a change the fields that differ. */
    private Answer correct(Ask ask) {
        Lines.Line line = inForce(ask);
        current(line, ask.form("state").orElse(""));
        String deed = ask.form("verdict").orElse("");
        String why = ask.form("why").orElse("");
        if (deed.equals("undo")) {
            undo(line, ask.visit().name());
        } else {
            Map<String, String> set = new TreeMap<>();
            if (deed.equals("replace")) {
                for (Field field : fields(line)) {
                    String now = ask.field(field.name()).map(String::strip).orElse(field.value());
                    if (!now.equals(field.value())) {
                        set.put(field.name(), now);
                    }
                }
            }
            Verdict verdict = verdict(deed);
            if (verdict != Verdict.REPLACE || !set.isEmpty()) {
                Correcting.Reader reader = new Correcting.Reader(ask.visit().name(), why);
                take(line.id(), verdict, set, reader);
                if (ask.form("copies").isPresent()) {
                    alsoInCopies(line, verdict, set, reader);
                }
            }
        }
        site.changed();
        String back = HomePages.own(ask.form("back").orElse(""));
        return Answer.seeOther(
                back.equals("/") ? line.id().address() : back + "#" + line.row().id() + "-line");
    }

    private static void current(Lines.Line line, String tag) {
        if (!line.tag().equals(tag)) {
            throw changed();
        }
    }

    /** Holds If-Match against the state of a story's lines; a star stands for whatever state it is in (RFC 9110). */
    static void matched(Ask ask, String tag) {
        String seen = ask.header("If-Match")
                .orElseThrow(() -> new Problem(
                        Problem.Type.STATE_NEEDED,
                        "Say with If-Match which state of the line you saw: its ETag, or * for any."));
        // Compression may have marked it.
        List<String> tags = List.of(seen.replace("--gzip", "").split("\\s*,\\s*"));
        if (!tags.contains("*") && !tags.contains(tag)) {
            throw changed();
        }
    }

    private static Problem changed() {
        return new Problem(
                Problem.Type.CHANGED,
                "Somebody has corrected this story since you looked at it. Look at the line again and repeat.");
    }

    private static Verdict verdict(String word) {
        return switch (word) {
            case "confirm" -> Verdict.CONFIRM;
            case "reject" -> Verdict.REJECT;
            case "replace" -> Verdict.REPLACE;
            default ->
                throw Problem.badRequest("A verdict is one of confirm, reject, replace, undo; not \"" + word + "\".");
        };
    }

    private Corrected.Outcome take(LineId id, Verdict verdict, Map<String, String> set, Correcting.Reader reader) {
        Read read = site.read(id.story()).orElseThrow(() -> Problem.notFound("line " + id));
        try {
            return site.desk().correcting().line(read, id.line(), verdict, set, reader);
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Type.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Takes the last verdict back by giving its opposite; nothing is ever deleted. */
    private void undo(Lines.Line line, String who) {
        Correction last = line.last()
                .orElseThrow(() -> Problem.badRequest("There is nothing that could be taken back on this line."));
        Correcting.Reader reader = new Correcting.Reader(who, UNDO);
        if (last.verdict() == Verdict.REJECT) {
            take(line.id(), Verdict.CONFIRM, Map.of(), reader);
            return;
        }
        Map<String, String> set = new TreeMap<>();
        last.set().keySet().forEach(name -> set.put(name, last.before().getOrDefault(name, "")));
        take(line.id(), Verdict.REPLACE, set, reader);
    }

    /** The lines of copies of a story that have the same wording. */
    private List<LineId> copies(Lines.Line line) {
        List<LineId> out = new ArrayList<>();
        String target = Fields.target(line.row().finding());
        for (var carrier : site.archive().copies().of(line.info().no())) {
            int other = carrier.story().no();
            Optional<Read> read = other == line.info().no() ? Optional.empty() : site.read(other);
            if (read.isPresent()) {
                for (Row row : Row.of(read.get().minutes())) {
                    String words = String.join(
                            " \u2026 ",
                            StoryView.card(row, read.get().minutes(), "", "", false, List.of())
                                    .words());
                    if (Fields.target(row.finding()).equals(target) && words.equals(line.words())) {
                        out.add(LineId.of(other, row.id(), read.get().machine().revision()));
                    }
                }
            }
        }
        return out;
    }

    private void alsoInCopies(Lines.Line line, Verdict verdict, Map<String, String> set, Correcting.Reader reader) {
        Map<String, String> elsewhere = new TreeMap<>(set);
        // A place in this text is no place in another.
        fields(line).stream().filter(Field::isPlace).forEach(field -> elsewhere.remove(field.name()));
        if (verdict == Verdict.REPLACE && elsewhere.isEmpty()) {
            return;
        }
        for (LineId copy : copies(line)) {
            take(copy, verdict, elsewhere, reader);
        }
    }

    private Answer list(Ask ask) {
        boolean open = ask.query("open").isPresent();
        return site.page(ask, "corrections", "listed", site.desk().correcting().list(open), "open", open);
    }

    private Answer history(Ask ask) {
        Lines.Line line = lines.find(LineId.of(ask.part("line")));
        return Answer.json(Json.line(Json.object(
                        "line",
                        line.id().toString(),
                        "state",
                        line.state(),
                        "corrections",
                        line.history().stream().map(Correct::json).toList())))
                .with("ETag", line.tag().isEmpty() ? "\"old\"" : line.tag());
    }

    static Map<String, Object> json(Corrected.Outcome outcome) {
        Correction correction = outcome.correction();
        return Json.object(
                "uid", correction.uid(),
                "verdict", correction.verdict().word(),
                "set", correction.set(),
                "before", correction.before(),
                "by", correction.by(),
                "at", correction.at(),
                "why", correction.why(),
                "fate", outcome.fate().word(),
                "now", outcome.now(),
                "note", outcome.note());
    }

    /** A correction by a program: {@code {"verdict": …, "set": {…}, "why": …}} with the ETag of the line in If-Match. */
    private Answer take(Ask ask) {
        Lines.Line line = inForce(ask);
        matched(ask, line.tag());
        Map<?, ?> body = body(ask);
        String deed = String.valueOf(body.get("verdict"));
        String why = body.get("why") instanceof String text ? text : "";
        if (deed.equals("undo")) {
            undo(line, ask.visit().name());
        } else {
            take(
                    line.id(),
                    verdict(deed),
                    fields(body),
                    new Correcting.Reader(ask.visit().name(), why));
        }
        site.changed();
        Lines.Line now = lines.find(line.id());
        return Answer.json(Json.line(LineJson.of(now))).status(201).with("ETag", now.tag());
    }

    /** The fields under {@code set}. */
    static Map<String, String> fields(Map<?, ?> body) {
        Map<String, String> set = new LinkedHashMap<>();
        if (body.get("set") instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> set.put(String.valueOf(name), String.valueOf(value)));
        }
        return set;
    }

    static Map<?, ?> body(Ask ask) {
        try {
            String json = new String(ask.body(), java.nio.charset.StandardCharsets.UTF_8);
            List<Object> values = JsonRecords.all(json);
            if (values.size() == 1 && values.get(0) instanceof Map<?, ?> map) {
                return map;
            }
            throw Problem.badRequest("Send one JSON object.");
        } catch (JsonFault e) {
            throw Problem.badRequest("The body is no JSON: " + e.what());
        }
    }
}
