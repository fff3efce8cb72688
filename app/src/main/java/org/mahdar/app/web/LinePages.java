package org.mahdar.app.web;

import java.util.List;

/** A line by itself: the address under which it is cited. */
final class LinePages {
    private final Site site;
    private final Lines lines;

    LinePages(Site site, Lines lines) {
        this.site = site;
        this.lines = lines;
    }

    List<Route> routes() {
        return List.of(Route.get("/lines/{line}", Right.READ, this::line));
    }

    private Answer line(Ask ask) {
        LineId id = LineId.of(ask.part("line"));
        Lines.Line line = lines.find(id);
        return site.page(ask, "line", "line", line, "why", lines.why(line));
    }
}
