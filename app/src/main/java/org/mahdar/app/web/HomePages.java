package org.mahdar.app.web;

import java.util.List;
import java.util.Map;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.DossierRow;

/** The first page, how things look, and help. */
final class HomePages {
    private static final int NEW = 12;

    private final Site site;
    private final Archive archive;

    private final SavedSearches saved;

    HomePages(Site site, SavedSearches saved) {
        this.site = site;
        this.saved = saved;
        this.archive = site.archive();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", Right.READ, this::home),
                Route.get("/settings", Right.ANYBODY, this::settings),
                Route.post("/settings", Right.ANYBODY, this::choose),
                Route.get("/help", Right.ANYBODY, ask -> site.page(ask, "help")));
    }

    private Answer home(Ask ask) {
        List<DossierRow> dossiers =
                archive.dossiers().list().stream().filter(row -> !row.closed()).toList();
        return site.page(
                ask,
                "home",
                "stories",
                StoryPages.newest(archive, Integer.MAX_VALUE, NEW),
                "count",
                archive.stories().count(),
                "lines",
                archive.minutes().count(),
                "dossiers",
                dossiers,
                "saved",
                saved.list(ask),
                "sources",
                archive.sources().list());
    }

    private Answer settings(Ask ask) {
        return site.page(
                ask,
                "settings",
                "choices",
                Taste.CHOICES,
                "back",
                ask.query("back").orElse("/"));
    }

    private Answer choose(Ask ask) {
        Taste taste = ask.taste();
        for (Map.Entry<String, String> old : taste.choices().entrySet()) {
            taste = taste.with(old.getKey(), ask.form(old.getKey()).orElse(old.getValue()));
        }
        ask.cookie(Taste.COOKIE, taste.cookie(), true);
        return Answer.seeOther(own(ask.form("back").orElse("/")));
    }

    /** An address of this server alone: nobody shall be sent elsewhere by a link that begins here. */
    static String own(String address) {
        return address.matches("/([^/\\\\].*)?") && address.chars().noneMatch(c -> c < ' ') ? address : "/";
    }
}
