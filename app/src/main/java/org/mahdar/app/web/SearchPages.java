package org.mahdar.app.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mahdar.app.archive.SearchRow;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Trees;
import org.mahdar.app.search.Level;
import org.mahdar.app.search.QueryFault;
import org.mahdar.app.search.Request;
import org.mahdar.app.wire.Json;

/** Search, for people, for programs and as a feed. */
final class SearchPages {
    private static final int PAGE = 20;
    private static final int LONGEST_QUERY = 2000;

    /** How many entries a feed has. */
    private static final int FED = 50;

    private final Site site;
    private final SavedSearches saved;

    SearchPages(Site site, SavedSearches saved) {
        this.site = site;
        this.saved = saved;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/search", Right.READ, this::search),
                Route.get("/search/feed.atom", Right.READ, this::feed),
                Route.get("/api/search", Right.READ, this::api));
    }

    /**
     * What is asked.
     *
     * @param from number of the first hit, from 0
     */
    record Asked(String query, Level level, boolean stories, Request.Order order, int from) {
        static Asked of(Ask ask) {
            StringBuilder query = new StringBuilder(ask.query("q").orElse(""));
            ask.query("since").ifPresent(day -> query.append(" since:").append(day));
            ask.query("until").ifPresent(day -> query.append(" until:").append(day));
            return of(
                    query.toString(),
                    ask.query("level").orElse(""),
                    ask.query("stories").isPresent(),
                    ask.query("sort").orElse(""),
                    ask.query("from", 0, 0, 10_000));
        }

        /** The search that somebody keeps. */
        static Asked of(SearchRow row) {
            return of(row.query(), row.level(), row.stories(), row.sorting(), 0);
        }

        static Asked of(String query, String level, boolean stories, String sort, int from) {
            if (query.length() > LONGEST_QUERY) {
                throw Problem.badRequest("A query has at most " + LONGEST_QUERY + " letters.");
            }
            return new Asked(
                    query.strip(),
                    switch (level) {
                        case "exact" -> Level.EXACT;
                        case "stem" -> Level.STEM;
                        default -> Level.FOLDED;
                    },
                    stories,
                    sort.equals("date") ? Request.Order.DATE : Request.Order.FIT,
                    from);
        }

        Request request(int limit) {
            return new Request(query, level, stories, order, from, limit, true);
        }

        /** The address of the same search with more in the query, from the first hit on. */
        String address(String path, String more) {
            return path + "?q=" + Encoded.of((query + " " + more).strip()) + rest();
        }

        /** The address of the same search from another hit on. */
        String from(int other) {
            return "/search?q=" + Encoded.of(query) + rest() + "&from=" + other;
        }

        String rest() {
            return (level == Level.FOLDED ? "" : "&level=" + level.word())
                    + (stories ? "&stories=yes" : "")
                    + (order == Request.Order.DATE ? "&sort=" + sorting() : "");
        }

        String sorting() {
            return order.name().toLowerCase(Locale.ROOT);
        }

        /** The same at another level. */
        Asked at(Level other) {
            return new Asked(query, other, stories, order, from);
        }
    }

    private Answer search(Ask ask) {
        Asked asked = Asked.of(ask);
        Ui ui = new Ui(site, ask);
        try {
            Desk desk = site.desk();
            Desk.Results results = desk.search(asked.request(PAGE));
            return site.page(
                    ask,
                    "search",
                    "asked",
                    asked,
                    "answer",
                    Optional.of(results.answer()),
                    "hits",
                    Hits.of(results),
                    "choices",
                    Hits.choices(results.answer(), ui, desk.known()),
                    "histogram",
                    Histogram.of(results.answer().days()),
                    "saved",
                    saved.list(ask),
                    "fault",
                    "",
                    "next",
                    asked.from() + PAGE < results.answer().total() ? asked.from() + PAGE : 0);
        } catch (QueryFault e) {
            String at = asked.query().substring(Math.min(e.at(), asked.query().length()));
            return site.page(
                    ask,
                    "search",
                    "asked",
                    asked,
                    "answer",
                    Optional.empty(),
                    "hits",
                    List.of(),
                    "choices",
                    java.util.Map.of(),
                    "histogram",
                    Histogram.of(java.util.Map.of()),
                    "saved",
                    saved.list(ask),
                    "fault",
                    e.what() + (at.isEmpty() ? "" : " \u2014 " + at),
                    "next",
                    0);
        }
    }

    private Answer api(Ask ask) {
        try {
            Asked asked = Asked.of(ask);
            int limit = ask.query("limit", PAGE, 1, 200);
            Desk.Results results = site.desk().search(asked.request(limit));
            Answer answer = Answer.json(Json.line(Trees.of(results)));
            int next = asked.from() + limit;
            return next < results.answer().total()
                    ? answer.with(
                            "Link",
                            "<" + asked.address("/api/search", "") + "&limit=" + limit + "&from=" + next
                                    + ">; rel=\"next\"")
                    : answer;
        } catch (QueryFault e) {
            throw Problem.badRequest("The query cannot be understood at " + e.at() + ": " + e.what());
        }
    }

    private Answer feed(Ask ask) {
        Asked asked = Asked.of(ask);
        return Feed.atom(asked.query(), ask.origin() + ask.address(), entries(site, asked, ask.origin()));
    }

    /** What was published last of what a search finds, for feeds. */
    static List<Feed.Entry> entries(Site site, Asked asked, String origin) {
        Request request = new Request(asked.query(), asked.level(), asked.stories(), Request.Order.DATE, 0, FED, false);
        try {
            return Hits.of(site.desk().search(request)).stream()
                    .map(hit -> Feed.entry(hit, origin))
                    .toList();
        } catch (QueryFault e) {
            throw Problem.badRequest(e.what());
        }
    }
}
