package org.mahdar.app.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mahdar.app.dossier.Coverage;
import org.mahdar.app.dossier.Document;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Judgement;
import org.mahdar.app.dossier.Ledger;
import org.mahdar.app.dossier.Line;
import org.mahdar.app.dossier.Party;
import org.mahdar.app.dossier.Round;
import org.mahdar.app.dossier.Saying;
import org.mahdar.app.dossier.Side;
import org.mahdar.app.dossier.Stand;
import org.mahdar.app.dossier.Who;

/** A dossier for the terminal. */
final class DossierText {
    private final PrintStream out;
    private final int limit;

    DossierText(PrintStream out, int limit) {
        this.out = out;
        this.limit = Math.max(0, limit);
    }

    void all(String title, Dossier dossier, Optional<LocalDate> asOf) {
        out.println(title);
        head("parties", dossier.parties().size());
        dossier.parties().stream().limit(limit).forEach(this::party);
        head("rounds", dossier.rounds().size());
        dossier.rounds().stream().limit(limit).forEach(this::round);
        List<Ledger.Cell> cells = asOf.map(dossier.positions()::asOf)
                .orElseGet(() -> dossier.positions().newest());
        head("positions" + asOf.map(day -> " as of " + day).orElse(""), cells.size());
        cells.stream().limit(limit).forEach(this::cell);
        head("papers", dossier.papers().size());
        dossier.papers().stream().limit(limit).forEach(this::paper);
        head("statements", dossier.statements().size());
        dossier.statements().stream().limit(limit).forEach(this::saying);
        head("assessments", dossier.assessments().size());
        dossier.assessments().stream().limit(limit).forEach(this::judgement);
        coverage(dossier.coverage());
    }

    private void head(String title, int count) {
        out.println();
        out.println(String.format(
                Locale.ROOT, "%s: %,d%s", title, count, count > limit ? ", the first " + limit + " of them" : ""));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("no day    ");
    }

    private static String name(Side side) {
        return side.nameEn().orElse(side.name());
    }

    private static String names(List<Side> sides) {
        return sides.stream().map(DossierText::name).collect(Collectors.joining(", "));
    }

    private static String name(Who who) {
        return who.nameEn().orElse(who.name());
    }

    private static String flat(String words) {
        return words.replace('\n', ' ');
    }

    private static String cite(List<Line> lines) {
        return lines.stream()
                        .limit(4)
                        .map(line -> line.story() + "/" + line.id())
                        .collect(Collectors.joining(" "))
                + (lines.size() > 4 ? " …" : "");
    }

    private void party(Party party) {
        out.println("  " + name(party.side()) + (party.asked() ? "" : " (met in the rounds)") + ", " + party.stories()
                + " stories, " + party.statements() + " statements"
                + party.roles().keySet().stream()
                        .map(role -> ", " + role.word())
                        .collect(Collectors.joining()));
        String heads = party.heads().stream()
                .limit(5)
                .map(head -> name(head.who()) + " (" + head.lines() + ")")
                .collect(Collectors.joining(", "));
        if (!heads.isEmpty()) {
            out.println("      " + heads);
        }
    }

    private void round(Round round) {
        out.println("  " + round.days().map(Object::toString).orElse("no day") + "  "
                + round.kind().word()
                + round.number().map(number -> " round " + number).orElse("")
                + round.place().map(place -> ", " + place.name()).orElse("")
                + "  " + names(round.parties()) + "  [" + round.texts() + " texts]");
        out.println("      " + flat(round.title()));
        out.println("      "
                + round.life().stream()
                        .map(stage -> stage.state().name().toLowerCase(Locale.ROOT) + " " + day(stage.reported()) + " ("
                                + cite(stage.lines()) + ")")
                        .collect(Collectors.joining(" → ")));
    }

    void changes(List<Ledger.Change> changes) {
        for (Ledger.Change change : changes) {
            change.before().ifPresent(cell -> {
                out.println("before:");
                cell(cell);
            });
            out.println(change.before().isPresent() ? "after:" : "new:");
            cell(change.after());
        }
        out.println(changes.size() + " changed");
    }

    private void cell(Ledger.Cell cell) {
        out.println("  " + name(cell.party()) + (cell.issue().isEmpty() ? "" : " on " + cell.issue())
                + (cell.divided() ? ", divided" : "") + ", " + cell.superseded().size() + " superseded");
        cell.current().stream().limit(limit).forEach(this::stand);
    }

    private void stand(Stand stand) {
        out.println("      " + day(stand.day()) + "  " + stand.act().word() + "  " + flat(stand.words())
                + stand.voice().map(who -> "  (" + name(who) + ")").orElse("") + "  " + cite(stand.lines()));
    }

    private void paper(Document document) {
        out.println("  " + document.kind().word() + "  " + flat(document.name())
                + (document.by().isEmpty() ? "" : "  by " + names(document.by())) + "  [" + document.texts()
                + " texts]");
        if (!document.life().isEmpty()) {
            out.println("      "
                    + document.life().stream()
                            .limit(limit)
                            .map(stage ->
                                    stage.status() + " " + day(stage.reported()) + " (" + cite(stage.lines()) + ")")
                            .collect(Collectors.joining(" → ")));
        }
    }

    private void saying(Saying saying) {
        out.println("  " + day(saying.day()) + "  " + name(saying.speaker()) + "  "
                + saying.act().word() + "  " + flat(saying.words()));
        long others = saying.carriers().stream().filter(Saying.Carrier::differs).count();
        if (saying.carriers().size() > 1) {
            out.println("      carried by " + saying.carriers().size() + " stories, " + saying.texts() + " texts"
                    + (others > 0 ? ", " + others + " worded otherwise" : ""));
        }
    }

    private void judgement(Judgement judgement) {
        out.println("  " + day(judgement.day()) + "  " + name(judgement.by()) + "  "
                + judgement.polarity().word() + "  " + flat(judgement.words()) + "  " + cite(judgement.lines()));
    }

    private void coverage(Coverage coverage) {
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "coverage: %,d stories (%,d texts) from %,d outlets, %s to %s, %,d days between without a story;"
                        + " what no story tells is not here",
                coverage.stories(),
                coverage.texts(),
                coverage.outlets().size(),
                day(coverage.first()),
                day(coverage.last()),
                coverage.silent()));
    }
}
