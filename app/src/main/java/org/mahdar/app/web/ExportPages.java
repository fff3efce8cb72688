package org.mahdar.app.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mahdar.app.archive.DossierRow;
import org.mahdar.app.desk.Exports;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.export.Brief;
import org.mahdar.app.export.BriefPdf;
import org.mahdar.app.export.Format;
import org.mahdar.app.export.Settings;
import org.mahdar.app.export.Unclosed;
import org.mahdar.app.view.Labels;

/** {@code /api/export}: the archive, or what a dossier takes of it, in the formats of other tools. */
final class ExportPages {
    private static final String BRIEF = "brief";
    private static final String PDF = "brief-pdf";

    private final Site site;
    private final DossierPages dossiers;

    ExportPages(Site site, DossierPages dossiers) {
        this.site = site;
        this.dossiers = dossiers;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/export", Right.READ, this::export));
    }

    private Answer export(Ask ask) {
        String name = ask.query("format").orElse("");
        Optional<Format> format = Format.of(name);
        boolean brief = name.equals(BRIEF) || name.equals(PDF);
        if (format.isEmpty() && !brief) {
            List<String> names = new ArrayList<>(
                    Arrays.stream(Format.values()).map(Format::word).toList());
            names.addAll(List.of(BRIEF, PDF));
            throw Problem.badRequest("format has to be one of " + String.join(", ", names) + ".");
        }
        Optional<DossierRow> row = ask.query("dossier").map(dossiers::row);
        if (brief && row.isEmpty()) {
            throw Problem.badRequest("A brief is of one dossier: say which with dossier=.");
        }
        Optional<Dossier> dossier = row.map(dossiers::compute);
        String title = row.map(DossierRow::title).orElse("Mahdar");
        String file = row.map(DossierRow::name).orElse("mahdar");
        Labels words = Labels.of("ar");
        if (name.equals(PDF)) {
            return Answer.pour("application/pdf", out -> BriefPdf.write(dossier.orElseThrow(), title, words, out))
                    .download(file + ".pdf");
        }
        if (name.equals(BRIEF)) {
            return Answer.stream("text/html", out -> Brief.write(dossier.orElseThrow(), title, words, out));
        }
        Format wanted = format.orElseThrow();
        Settings settings =
                new Settings(title, ask.origin() + "/", ask.query("bom").isPresent(), Instant.now(Clock.systemUTC()));
        String type = wanted.mediaType() + (wanted == Format.XMI ? "" : "; charset=utf-8");
        return Answer.pour(type, out -> Exports.write(site.archive(), wanted, dossier, new Unclosed(out), settings))
                .download(file + "." + wanted.extension());
    }
}
