package org.mahdar.app.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.archive.ActorInfo;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Read;
import org.mahdar.app.dossier.Known;
import org.mahdar.app.search.QueryFault;
import org.mahdar.app.search.Request;
import org.mahdar.app.wire.Json;
import org.mahdar.model.Actor;

/** Somebody: names, offices, what was said by and about, meetings. */
final class ActorPages {
    private static final int PAGE = 30;
    private static final int LONGEST_PAGE = 500;

    /** In how many stories names and offices are looked for; the latest. */
    private static final int STORIES = 200;

    private final Site site;

    ActorPages(Site site) {
        this.site = site;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/people/{key}", Right.READ, this::actor),
                Route.get("/api/actors", Right.READ, this::apiList),
                Route.get("/api/actors/{actor}", Right.READ, this::api));
    }

    /**
     * An office that somebody is seen in.
     *
     * @param name as stories word it
     * @param first day of a story with it
     * @param last day
     * @param stories how many
     */
    record Office(String name, Optional<LocalDate> first, Optional<LocalDate> last, int stories) {}

    /**
     * Who it is.
     *
     * @param names as stories write them, the most frequent first
     * @param english names
     * @param offices in the order in which they are first seen
     */
    record Head(String key, List<String> names, List<String> english, List<Office> offices, int stories) {}

    private Answer actor(Ask ask) {
        String key = ask.part("key");
        String clean = key.replace('"', ' ');
        Head head = head(clean);
        String tab = ask.query("tab")
                .filter(List.of("said", "about", "meetings")::contains)
                .orElse("said");
        String name =
                head.names().isEmpty() ? clean.replace("~", "") : head.names().get(0);
        if (ask.query("tab").filter("wording"::equals).isPresent()) {
            return wording(ask, clean, head, name);
        }
        StringBuilder query = new StringBuilder(query(tab, clean, name));
        ask.query("q").ifPresent(more -> query.append(' ').append(more));
        ask.query("since").ifPresent(day -> query.append(" since:").append(day));
        ask.query("until").ifPresent(day -> query.append(" until:").append(day));
        int from = ask.query("from", 0, 0, 10_000);
        Request request = new Request(
                query.toString(), org.mahdar.app.search.Level.FOLDED, false, Request.Order.DATE, from, PAGE, true);
        try {
            Desk desk = site.desk();
            Desk.Results results = desk.search(request);
            if (head.stories() == 0
                    && results.answer().total() == 0
                    && tab.equals("said")
                    && ask.query("q").isEmpty()) {
                throw Problem.notFound("actor " + clean);
            }
            return site.page(
                    ask,
                    "actor",
                    "head",
                    head,
                    "name",
                    name,
                    "tab",
                    tab,
                    "query",
                    query.toString(),
                    "answer",
                    results.answer(),
                    "hits",
                    Hits.of(results),
                    "choices",
                    Hits.choices(results.answer(), new Ui(site, ask), desk.known()),
                    "histogram",
                    Histogram.of(results.answer().days()),
                    "next",
                    from + PAGE < results.answer().total() ? from + PAGE : 0);
        } catch (QueryFault e) {
            throw Problem.badRequest("The filter cannot be understood: " + e.what());
        }
    }

    /** What lies behind a tab, in the query language. */
    private static String query(String tab, String key, String name) {
        return switch (tab) {
            case "about" -> "\"" + name.replace('"', ' ') + "\" -speaker:\"" + key + "\"";
            case "meetings" -> "kind:meeting party:\"" + key + "\"";
            default -> "speaker:\"" + key + "\"";
        };
    }

    /** How the words on one issue change; without an issue, on which issues there are words. */
    private Answer wording(Ask ask, String key, Head head, String name) {
        try {
            Optional<String> issue = ask.query("issue");
            Wording wording = Wording.of(site.desk(), key, issue);
            if (head.stories() == 0 && wording.issues().isEmpty()) {
                throw Problem.notFound("actor " + key);
            }
            return site.page(ask, "wording", "head", head, "name", name, "wording", wording, "issue", issue.orElse(""));
        } catch (QueryFault e) {
            throw Problem.badRequest("The issue cannot be looked for: " + e.what());
        }
    }

    private Answer apiList(Ask ask) {
        String after = ask.query("after").orElse("");
        int limit = ask.query("limit", PAGE, 1, LONGEST_PAGE);
        List<ActorInfo> found = site.archive().minutes().actors(after, limit);
        Answer answer = Answer.json(
                Json.line(Json.object("actors", found.stream().map(this::tree).toList())));
        return found.size() < limit
                ? answer
                : answer.with(
                        "Link",
                        "</api/actors?after=" + Encoded.of(found.get(limit - 1).id()) + "&limit=" + limit
                                + ">; rel=\"next\"");
    }

    private Map<String, Object> tree(ActorInfo info) {
        Known known = site.desk().known();
        return Json.object(
                "id", info.id(),
                "kind", info.kind(),
                "name", known.name(info.id()).orElse(info.name()),
                "english", known.english(info.id()).orElse(info.nameEn()),
                "stories", info.stories(),
                "address", "/api/actors/" + Encoded.of(info.id()));
    }

    private Answer api(Ask ask) {
        String key = ask.part("actor").replace('"', ' ');
        Head head = head(key);
        if (head.stories() == 0) {
            throw Problem.notFound("actor " + key);
        }
        String name = head.names().isEmpty() ? key : head.names().get(0);
        Map<String, Object> lines = new LinkedHashMap<>();
        for (String tab : List.of("said", "about", "meetings")) {
            lines.put(tab, "/api/search?sort=date&q=" + Encoded.of(query(tab, key, name)));
        }
        return Answer.json(Json.line(Json.object(
                "id",
                key,
                "names",
                head.names(),
                "english",
                head.english(),
                "offices",
                head.offices().stream()
                        .map(office -> Json.object(
                                "name",
                                office.name(),
                                "first",
                                office.first().map(LocalDate::toString),
                                "last",
                                office.last().map(LocalDate::toString),
                                "stories",
                                office.stories()))
                        .toList(),
                "stories",
                head.stories(),
                "lines",
                lines,
                "page",
                "/people/" + Encoded.of(key))));
    }

    private Head head(String key) {
        Map<String, Integer> names = new LinkedHashMap<>();
        Set<String> english = new LinkedHashSet<>();
        Map<String, Office> offices = new LinkedHashMap<>();
        List<Integer> stories = site.archive().minutes().storiesWith(key);
        List<Integer> latest = stories.subList(Math.max(0, stories.size() - STORIES), stories.size());
        for (Read read : site.desk().reads().of(latest)) {
            for (Actor actor : read.minutes().actors()) {
                if (actor.id().filter(key::equals).isPresent()) {
                    names.merge(actor.name(), 1, Integer::sum);
                    actor.nameEn().ifPresent(english::add);
                    Optional<LocalDate> day = read.info().published();
                    actor.office()
                            .ifPresent(
                                    office -> offices.merge(office, new Office(office, day, day, 1), ActorPages::both));
                }
            }
        }
        List<String> sorted = new ArrayList<>(names.keySet());
        sorted.sort(java.util.Comparator.comparing((String name) -> -names.getOrDefault(name, 0)));
        return new Head(key, sorted, List.copyOf(english), List.copyOf(offices.values()), stories.size());
    }

    private static Office both(Office a, Office b) {
        List<LocalDate> days = new ArrayList<>();
        a.first().ifPresent(days::add);
        a.last().ifPresent(days::add);
        b.first().ifPresent(days::add);
        days.sort(null);
        return new Office(
                a.name(), days.stream().findFirst(), days.stream().reduce((x, y) -> y), a.stories() + b.stories());
    }
}
