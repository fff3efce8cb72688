package org.mahdar.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.app.archive.SearchRow;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.search.QueryFault;
import org.mahdar.app.wire.Json;
import org.mahdar.app.wire.JsonFault;
import org.mahdar.app.wire.JsonRecords;

/**
 * Searches that are kept under a name: how much came since they were last looked at, their feeds, and the same for programs.
 * Kept ones are everybody's; when somebody looked at one is known to their browser alone.
 */
final class SavedSearches {
    private static final int LONGEST_NAME = 200;

    private final Site site;

    SavedSearches(Site site) {
        this.site = site;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/searches", Right.WRITE, this::keep),
                Route.get("/searches/{search}", Right.READ, this::open),
                Route.post("/searches/{search}/delete", Right.WRITE, this::putAway),
                Route.get("/searches/{search}/feed.atom", Right.READ, ask -> feed(ask, true)),
                Route.get("/searches/{search}/feed.json", Right.READ, ask -> feed(ask, false)),
                Route.get("/api/searches", Right.READ, this::apiList),
                Route.post("/api/searches", Right.WRITE, this::apiKeep),
                Route.get("/api/searches/{search}", Right.READ, ask -> Answer.json(Json.line(tree(row(ask))))),
                Route.delete("/api/searches/{search}", Right.WRITE, this::apiPutAway));
    }

    /**
     * A search with what is new in it.
     *
     * @param row what is sought
     * @param fresh how much was found in stories that came since this browser looked last; all of it where it never did
     */
    record Saved(SearchRow row, int fresh) {
        String address() {
            return "/searches/" + row.no();
        }
    }

    /** All that are kept. */
    List<Saved> list(Ask ask) {
        List<Saved> out = new ArrayList<>();
        Desk desk = site.desk();
        for (SearchRow row : site.archive().searches().list()) {
            try {
                int seen = ask.cookie(cookie(row))
                        .filter(value -> value.matches("[0-9]{1,9}"))
                        .map(Integer::valueOf)
                        .orElse(0);
                SearchPages.Asked asked = SearchPages.Asked.of(row);
                out.add(new Saved(row, desk.countAfter(asked.request(1), seen)));
            } catch (QueryFault e) {
                // Kept by a Mahdar that understood it; the page says what is wrong with it when it is opened.
                out.add(new Saved(row, 0));
            }
        }
        return out;
    }

    private static String cookie(SearchRow row) {
        return "mahdar-searched-" + row.no();
    }

    private SearchRow row(Ask ask) {
        int no = ask.number("search");
        return site.archive().searches().get(no).orElseThrow(() -> Problem.notFound("search " + no));
    }

    /** Leads to what is found, and remembers up to which story that was. */
    private Answer open(Ask ask) {
        SearchRow row = row(ask);
        // What the index has not got yet is new the next time.
        Desk desk = site.desk();
        int stories = site.archive().stories().count();
        if (desk.indexer().isUpToDate()) {
            ask.cookie(cookie(row), String.valueOf(stories), true);
        }
        return Answer.seeOther(SearchPages.Asked.of(row).address("/search", ""));
    }

    private Answer keep(Ask ask) {
        SearchRow kept = keep(
                ask,
                ask.form("name").orElse(""),
                ask.field("q").orElse(""),
                ask.form("level").orElse(""),
                ask.form("stories").isPresent(),
                ask.form("sort").orElse(""));
        return Answer.seeOther(SearchPages.Asked.of(kept).address("/search", ""));
    }

    /** Keeps a search; refused where it cannot be understood. Without a name it is called by its query. */
    private SearchRow keep(Ask ask, String name, String query, String level, boolean stories, String sort) {
        SearchPages.Asked asked = SearchPages.Asked.of(query, level, stories, sort, 0);
        String called = name.isBlank() ? asked.query() : name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Problem.badRequest("A search that is kept has a name of at most " + LONGEST_NAME + " letters.");
        }
        try {
            site.desk().countAfter(asked.request(1), 0);
        } catch (QueryFault e) {
            throw Problem.badRequest("The query cannot be understood at " + e.at() + ": " + e.what());
        }
        return site.archive()
                .searches()
                .keep(new SearchRow(
                        0,
                        called,
                        asked.query(),
                        asked.level().word(),
                        asked.stories(),
                        asked.sorting(),
                        ask.visit().name(),
                        ""));
    }

    private Answer putAway(Ask ask) {
        site.archive().searches().close(row(ask).no());
        return Answer.seeOther(HomePages.own(ask.form("back").orElse("/search")));
    }

    private Answer feed(Ask ask, boolean atom) {
        SearchRow row = row(ask);
        List<Feed.Entry> entries = SearchPages.entries(site, SearchPages.Asked.of(row), ask.origin());
        String self = ask.origin() + ask.path();
        return atom ? Feed.atom(row.name(), self, entries) : Feed.json(row.name(), self, entries);
    }

    private static Map<String, Object> tree(SearchRow row) {
        SearchPages.Asked asked = SearchPages.Asked.of(row);
        return Json.object(
                "no", row.no(),
                "name", row.name(),
                "query", row.query(),
                "level", row.level(),
                "stories", row.stories(),
                "sort", row.sorting(),
                "by", row.by(),
                "at", row.at(),
                "results", asked.address("/api/search", ""),
                "atom", "/searches/" + row.no() + "/feed.atom",
                "feed", "/searches/" + row.no() + "/feed.json");
    }

    private Answer apiList(Ask ask) {
        List<Map<String, Object>> all = site.archive().searches().list().stream()
                .map(SavedSearches::tree)
                .toList();
        return Answer.json(Json.line(Json.object("searches", all)));
    }

    private Answer apiKeep(Ask ask) {
        try {
            if (!(JsonRecords.line(new String(ask.body(), java.nio.charset.StandardCharsets.UTF_8), 1)
                    instanceof Map<?, ?> sent)) {
                throw Problem.badRequest("A search is an object with name and query.");
            }
            SearchRow kept = keep(
                    ask,
                    text(sent, "name"),
                    text(sent, "query"),
                    text(sent, "level"),
                    Boolean.TRUE.equals(sent.get("stories")),
                    text(sent, "sort"));
            return Answer.json(Json.line(tree(kept))).status(201).with("Location", "/api/searches/" + kept.no());
        } catch (JsonFault e) {
            throw Problem.badRequest("This is no JSON: " + e.what());
        }
    }

    private static String text(Map<?, ?> sent, String name) {
        return Optional.ofNullable(sent.get(name)).map(String::valueOf).orElse("");
    }

    private Answer apiPutAway(Ask ask) {
        site.archive().searches().close(row(ask).no());
        return Answer.of("text/plain", "").status(204);
    }
}
