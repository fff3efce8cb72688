package org.mahdar.app.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Read;
import org.mahdar.app.search.QueryFault;
import org.mahdar.app.search.Request;
import org.mahdar.model.Actor;

/** Somebody: names, offices, what was said by and about, meetings. */
final class ActorPages {
    private static final int PAGE = 30;

    /** In how many stories names and offices are looked for; the latest. */
    private static final int STORIES = 200;

    private final Site site;

    ActorPages(Site site) {
        this.site = site;
    }

    List<Route> routes() {
        return List.of(Route.get("/people/{key}", Right.READ, this::actor));
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
        String base = switch (tab) {
            case "about" -> "\"" + name.replace('"', ' ') + "\" -speaker:\"" + clean + "\"";
            case "meetings" -> "kind:meeting party:\"" + clean + "\"";
            default -> "speaker:\"" + clean + "\"";
        };
        StringBuilder query = new StringBuilder(base);
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
