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
        return List.of(
                Route.get("/lines/{line}", Right.READ, this::line),
                Route.get("/lines/{line}/cite/{format}", Right.READ, this::cite));
    }

    private Answer line(Ask ask) {
        LineId id = LineId.of(ask.part("line"));
        Lines.Line line = lines.find(id);
        return site.page(ask, "line", "line", line, "why", lines.why(line), "cite", Cite.of(line, ask.origin()));
    }

    private Answer cite(Ask ask) {
        Lines.Line line = lines.find(LineId.of(ask.part("line")));
        Cite cite = Cite.of(line, ask.origin());
        String name = "mahdar-" + line.id().toString().replace('@', '-');
        return switch (ask.part("format")) {
            case "bibtex" -> Answer.of("application/x-bibtex", cite.bibtex()).download(name + ".bib");
            case "ris" ->
                Answer.of("application/x-research-info-systems", cite.ris()).download(name + ".ris");
            case "csl" ->
                Answer.of("application/vnd.citationstyles.csl+json", cite.csl()).download(name + ".json");
            case "jsonld" -> Answer.of("application/ld+json", cite.jsonLd());
            default -> throw Problem.notFound("format " + ask.part("format"));
        };
    }
}
