package org.mahdar.app.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.mahdar.app.archive.DossierRow;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Trees;
import org.mahdar.app.dossier.Definition;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Round;
import org.mahdar.app.dossier.Saying;
import org.mahdar.app.export.DossierTables;
import org.mahdar.app.export.Format;
import org.mahdar.app.export.Settings;
import org.mahdar.app.wire.DefinitionJson;
import org.mahdar.app.wire.Json;
import org.mahdar.app.wire.JsonFault;

/** Dossiers: one negotiation on a page, its feeds, and what it asks for. */
final class DossierPages {
    private static final int LATEST = 40;

    private final Site site;
    private final Map<String, Computed> computed = new ConcurrentHashMap<>();
    private final ReentrantLock computing = new ReentrantLock();

    /** A dossier as it was computed, and over what. */
    private record Computed(String over, Dossier dossier) {}

    DossierPages(Site site) {
        this.site = site;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/dossiers", Right.READ, this::list),
                Route.get("/dossiers/{name}", Right.READ, this::dossier),
                Route.get("/dossiers/{name}/edit", Right.WRITE, this::edit),
                Route.post("/dossiers", Right.WRITE, this::keep),
                Route.get("/dossiers/{name}/feed.atom", Right.READ, ask -> feed(ask, true)),
                Route.get("/dossiers/{name}/feed.json", Right.READ, ask -> feed(ask, false)),
                Route.get("/dossiers/{name}/rounds.ics", Right.READ, this::calendar),
                Route.get("/api/dossiers", Right.READ, this::apiList),
                Route.get("/api/dossiers/{name}", Right.READ, this::api));
    }

    private List<DossierRow> open() {
        return site.archive().dossiers().list().stream()
                .filter(row -> !row.closed())
                .toList();
    }

    private Answer list(Ask ask) {
        return site.page(ask, "dossiers", "dossiers", open());
    }

    private DossierRow row(Ask ask) {
        return row(ask.part("name"));
    }

    /** The dossier of a name; refused where there is none. */
    DossierRow row(String name) {
        return site.archive().dossiers().get(name).orElseThrow(() -> Problem.notFound("dossier " + name));
    }

    private static Definition definition(DossierRow row) {
        try {
            return DefinitionJson.read(row.definition());
        } catch (JsonFault e) {
            throw new IllegalStateException("The definition of dossier " + row.name() + " is damaged: " + e.what(), e);
        }
    }

    /** The dossier over what the archive holds now; computed anew only where that has changed. */
    Dossier compute(DossierRow row) {
        String over = row.revision() + " " + site.archive().minutes().last() + " "
                + site.archive().corrections().last();
        Optional<Dossier> known = known(row, over);
        if (known.isPresent()) {
            return known.get();
        }
        // Readers who ask at once wait for one answer, instead of working it out each for themselves.
        computing.lock();
        try {
            return known(row, over).orElseGet(() -> compute(row, over));
        } finally {
            computing.unlock();
        }
    }

    private Optional<Dossier> known(DossierRow row, String over) {
        return Optional.ofNullable(computed.get(row.name()))
                .filter(known -> known.over().equals(over))
                .map(Computed::dossier);
    }

    private Dossier compute(DossierRow row, String over) {
        Desk desk = site.desk();
        // While the index is behind, stories are missing: what is computed then is not kept.
        boolean whole = desk.indexer().isUpToDate();
        Dossier dossier = desk.dossier(definition(row));
        if (whole) {
            computed.put(row.name(), new Computed(over, dossier));
        }
        return dossier;
    }

    private static Optional<LocalDate> day(Ask ask, String name) {
        try {
            return ask.query(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw Problem.badRequest(name + " has to be a day such as 2025-11-30.");
        }
    }

    private Answer dossier(Ask ask) {
        DossierRow row = row(ask);
        Dossier dossier = compute(row);
        String cookie = "mahdar-seen-" + row.name();
        int seen = ask.cookie(cookie)
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(0);
        ask.cookie(cookie, String.valueOf(site.archive().stories().count()), true);
        Matrix matrix = Matrix.of(dossier, definition(row), day(ask, "asof"), day(ask, "compare"));
        Optional<String> party = ask.query("party");
        boolean direct = ask.query("direct").isPresent();
        List<Saying> sayings = dossier.statements().stream()
                .filter(saying ->
                        party.isEmpty() || saying.speaker().side().key().equals(party.get()))
                .filter(saying -> !direct || saying.kind() != org.mahdar.model.Statement.Kind.INDIRECT)
                .toList();
        return site.page(
                ask,
                "dossier",
                "row",
                row,
                "dossier",
                dossier,
                "matrix",
                matrix,
                "status",
                Status.of(dossier, seen),
                "timeline",
                Timeline.of(dossier, ask.taste().language().equals("ar")),
                "sayings",
                sayings.subList(0, Math.min(LATEST, sayings.size())),
                "count",
                sayings.size(),
                "party",
                party.orElse(""),
                "direct",
                direct);
    }

    /**
     * Where a negotiation stands.
     *
     * @param last the last occasion that was held
     * @param next the next that is announced, after the last story
     * @param silence days from the last occasion to the last story
     * @param statements said in stories that came since the last visit; 0 where there was none
     * @param positions taken in them
     */
    record Status(Optional<Round> last, Optional<Round> next, long silence, int statements, int positions) {
        static Status of(Dossier dossier, int seen) {
            LocalDate end = dossier.coverage().last().orElse(LocalDate.MIN);
            Optional<Round> last = dossier.rounds().stream()
                    .filter(round -> round.days().isPresent() && round.state() == Round.State.HELD)
                    .filter(round -> !round.days().get().last().isAfter(end))
                    .max(java.util.Comparator.comparing(
                            round -> round.days().get().last()));
            Optional<Round> next = dossier.rounds().stream()
                    .filter(round -> round.days().isPresent()
                            && (round.state() == Round.State.ANNOUNCED || round.state() == Round.State.PROPOSED)
                            && round.days().get().first().isAfter(end))
                    .min(java.util.Comparator.comparing(
                            round -> round.days().get().first()));
            long silence = last.map(round -> java.time.temporal.ChronoUnit.DAYS.between(
                            round.days().get().last(), end))
                    .orElse(-1L);
            int statements = 0;
            int positions = 0;
            if (seen > 0) {
                statements = (int) dossier.statements().stream()
                        .filter(saying -> saying.carriers().stream()
                                .allMatch(carrier -> carrier.line().story() > seen))
                        .count();
                positions = (int) dossier.positions().stands().stream()
                        .filter(stand -> stand.lines().stream().allMatch(line -> line.story() > seen))
                        .count();
            }
            return new Status(last, next, silence, statements, positions);
        }
    }

    private Answer feed(Ask ask, boolean atom) {
        DossierRow row = row(ask);
        List<Feed.Entry> entries = compute(row).statements().stream()
                .limit(LATEST)
                .map(saying -> {
                    var line = saying.carriers().get(0).line();
                    return new Feed.Entry(
                            ask.origin()
                                    + LineId.of(line.story(), line.id(), line.revision())
                                            .address(),
                            saying.speaker().name(),
                            saying.words(),
                            saying.day());
                })
                .toList();
        String self = ask.origin() + ask.path();
        return atom ? Feed.atom(row.title(), self, entries) : Feed.json(row.title(), self, entries);
    }

    private Answer calendar(Ask ask) {
        DossierRow row = row(ask);
        Settings settings = new Settings(row.title(), ask.origin() + "/", false, Instant.now(Clock.systemUTC()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DossierTables.write(Format.ICALENDAR, compute(row), out, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Answer.bytes("text/calendar; charset=utf-8", out.toByteArray());
    }

    private Answer apiList(Ask ask) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (DossierRow row : open()) {
            items.add(Json.object("name", row.name(), "title", row.title(), "revision", row.revision()));
        }
        return Answer.json(Json.line(Json.object("dossiers", items)));
    }

    private Answer api(Ask ask) {
        DossierRow row = row(ask);
        Map<String, Object> body = new LinkedHashMap<>(Json.object("name", row.name(), "title", row.title()));
        body.putAll(Trees.of(compute(row), day(ask, "asof")));
        return Answer.json(Json.line(body));
    }

    /** What stands in the form of a dossier. */
    record Form(String name, String title, String parties, String issues, String words, String from, String to) {}

    private Answer edit(Ask ask) {
        String name = ask.part("name");
        if (name.equals("new")) {
            return site.page(ask, "editdossier", "form", new Form("", "", "", "", "", "", ""), "trouble", "");
        }
        DossierRow row = row(ask);
        Definition definition = definition(row);
        StringBuilder issues = new StringBuilder();
        definition
                .issues()
                .forEach(issue -> issues.append(issue.name())
                        .append(": ")
                        .append(String.join(", ", issue.words()))
                        .append('\n'));
        return site.page(
                ask,
                "editdossier",
                "form",
                new Form(
                        row.name(),
                        row.title(),
                        String.join("\n", definition.parties()),
                        issues.toString(),
                        String.join(", ", definition.words()),
                        definition.from().map(LocalDate::toString).orElse(""),
                        definition.to().map(LocalDate::toString).orElse("")),
                "trouble",
                "");
    }

    private Answer keep(Ask ask) {
        Form form = new Form(
                ask.form("name").orElse("").strip(),
                ask.form("title").orElse("").strip(),
                ask.form("parties").orElse(""),
                ask.form("issues").orElse(""),
                ask.form("words").orElse(""),
                ask.form("from").orElse(""),
                ask.form("to").orElse(""));
        boolean named =
                form.name().matches("[a-z0-9][a-z0-9-]{0,60}") && !form.name().equals("new");
        if (!named || form.title().isEmpty() || form.parties().isBlank()) {
            String trouble = Words.of(ask.taste().language()).word("dossier.incomplete");
            return site.page(ask, "editdossier", "form", form, "trouble", trouble);
        }
        List<String> before = site.archive().dossiers().get(form.name()).map(DossierRow::definition).stream()
                .toList();
        Set<String> in =
                before.isEmpty() ? Set.of() : definitionOf(before.get(0)).in();
        Set<String> out =
                before.isEmpty() ? Set.of() : definitionOf(before.get(0)).out();
        Definition definition = new Definition(
                split(form.parties(), "\\R"),
                issues(form.issues()),
                split(form.words(), "[,\u060C\\n]"),
                Optional.of(form.from()).filter(day -> !day.isBlank()).map(LocalDate::parse),
                Optional.of(form.to()).filter(day -> !day.isBlank()).map(LocalDate::parse),
                in,
                out);
        site.archive()
                .dossiers()
                .keep(new DossierRow(
                        form.name(),
                        0,
                        form.title(),
                        DefinitionJson.line(definition),
                        false,
                        ask.visit().name(),
                        java.time.Instant.now(java.time.Clock.systemUTC())
                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                .toString()));
        return Answer.seeOther("/dossiers/" + form.name());
    }

    private static Definition definitionOf(String json) {
        try {
            return DefinitionJson.read(json);
        } catch (JsonFault e) {
            throw new IllegalStateException("A definition is damaged: " + e.what(), e);
        }
    }

    private static List<String> split(String text, String by) {
        return Arrays.stream(text.split(by))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** One issue a line: its name, a colon, its words parted by commas; the name alone is its own word. */
    private static List<Definition.Issue> issues(String text) {
        List<Definition.Issue> out = new ArrayList<>();
        for (String line : split(text, "\\R")) {
            int colon = line.indexOf(':');
            String name = (colon < 0 ? line : line.substring(0, colon)).strip();
            List<String> words = colon < 0 ? List.of(name) : split(line.substring(colon + 1), "[,\u060C]");
            if (!name.isEmpty()) {
                out.add(new Definition.Issue(name, words.isEmpty() ? List.of(name) : words));
            }
        }
        return out;
    }
}
