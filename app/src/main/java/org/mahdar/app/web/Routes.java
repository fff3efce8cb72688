package org.mahdar.app.web;

import java.util.ArrayList;
import java.util.List;

/** Everything that can be asked. */
final class Routes {
    private Routes() {}

    static List<Route> of(Site site, Metrics metrics) {
        Lines lines = new Lines(site);
        Intake intake = new Intake(site.archive(), site.languages());
        List<Route> out = new ArrayList<>();
        out.add(Route.get("/assets/{version}/{name}", Right.ANYBODY, site.assets()::answer));
        SavedSearches saved = new SavedSearches(site);
        out.addAll(new HomePages(site, saved).routes());
        out.addAll(new StoryPages(site).routes());
        out.addAll(new LinePages(site, lines).routes());
        out.addAll(new Correct(site, lines).routes());
        out.addAll(new StoryCorrections(site).routes());
        out.addAll(new SearchPages(site, saved).routes());
        out.addAll(saved.routes());
        out.addAll(new ActorPages(site).routes());
        DossierPages dossiers = new DossierPages(site);
        out.addAll(dossiers.routes());
        out.addAll(new ExportPages(site, dossiers).routes());
        out.addAll(new AddPages(site, intake).routes());
        out.addAll(site.access().routes(site));
        out.addAll(new Api(site, lines, intake).routes(metrics));
        return out;
    }
}
