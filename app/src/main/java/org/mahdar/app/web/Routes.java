package org.mahdar.app.web;

import java.util.ArrayList;
import java.util.List;

/** Everything that can be asked. */
final class Routes {
    private Routes() {}

    static List<Route> of(Site site, Metrics metrics) {
        Lines lines = new Lines(site.archive(), site.languages());
        Intake intake = new Intake(site.archive(), site.languages());
        List<Route> out = new ArrayList<>();
        out.add(Route.get("/assets/{version}/{name}", Right.ANYBODY, site.assets()::answer));
        out.addAll(new HomePages(site).routes());
        out.addAll(new StoryPages(site).routes());
        out.addAll(new LinePages(site, lines).routes());
        out.addAll(new AddPages(site, intake).routes());
        out.addAll(new Api(site, lines, intake).routes(metrics));
        return out;
    }
}
