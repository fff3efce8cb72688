package org.mahdar.app.export;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mahdar.app.dossier.Coverage;
import org.mahdar.app.dossier.Document;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Line;
import org.mahdar.app.dossier.Round;
import org.mahdar.app.dossier.Saying;
import org.mahdar.app.dossier.Side;
import org.mahdar.app.dossier.Stand;
import org.mahdar.app.view.Html;
import org.mahdar.app.view.Labels;

/**
 * A brief of a dossier to print: one page of HTML that needs nothing beside it, in the direction of its language. Every line ends in a number,
 * and the notes at the end say which story it stands in and where. The page is well-formed XML too, and keeps to what {@link BriefPdf}
 * can lay out.
 */
public final class Brief {
    private static final int LATEST = 40;
    private static final String STYLE = """
            body{font:11pt/1.7 "Noto Naskh Arabic","Amiri","Times New Roman",serif;max-width:46em;margin:2em auto;padding:0 1em}
            h1,h2{line-height:1.3}h2{border-bottom:1px solid;margin-top:1.6em}
            ul{list-style:none;padding:0}li{margin:.4em 0}sup{font-size:.7em;line-height:0}.note{color:#444;font-size:.85em}.note p{margin:.2em 0}
            a{color:inherit;text-decoration:none}@media print{h2{break-after:avoid}li{break-inside:avoid}@page{margin:18mm}}
            """;

    private final Appendable out;
    private final Notes notes = new Notes();

    private Brief(Appendable out) {
        this.out = out;
    }

    /** Numbers for the lines that are pointed at, in order of mention. */
    private static final class Notes {
        private final Map<String, Line> lines = new LinkedHashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        int number(Line line) {
            String key = line.story() + "." + line.id();
            lines.putIfAbsent(key, line);
            return numbers.computeIfAbsent(key, none -> numbers.size() + 1);
        }
    }

    /** Writes the brief of a dossier under a title. */
    public static void write(Dossier dossier, String title, Labels words, Appendable out) throws IOException {
        new Brief(out).write(dossier, title, words);
    }

    private void write(Dossier dossier, String title, Labels words) throws IOException {
        out.append("<!DOCTYPE html>\n<html " + Html.language(words.language())
                + "><head><meta charset=\"utf-8\"/><title>");
        out.append(Html.escape(title)).append("</title><style>\n").append(STYLE).append("</style></head><body>\n<h1>");
        out.append(Html.escape(title)).append("</h1>\n");
        coverage(dossier.coverage(), words);
        rounds(dossier.rounds(), words);
        positions(dossier.positions().stands(), words);
        papers(dossier.papers(), words);
        sayings(dossier.statements(), words);
        notes(words);
        out.append("</body></html>\n");
    }

    private void heading(Labels words, String name) throws IOException {
        out.append("<h2>").append(Html.escape(words.word(name))).append("</h2>\n");
    }

    private void coverage(Coverage coverage, Labels words) throws IOException {
        out.append("<p class=\"note\">");
        out.append(String.format(
                Locale.ROOT,
                Html.escape(words.word("brief.coverage")),
                coverage.stories(),
                coverage.texts(),
                coverage.outlets().size(),
                bdi(day(coverage.first())),
                bdi(day(coverage.last()))));
        out.append("</p>\n");
    }

    private void rounds(List<Round> rounds, Labels words) throws IOException {
        heading(words, "brief.rounds");
        out.append("<ul>\n");
        for (Round round : rounds) {
            String days = round.days().map(Object::toString).orElse("");
            out.append("<li>").append(days.isEmpty() ? "" : bdi(days) + " — ").append("<b>");
            out.append(bdi(round.title())).append("</b> — ");
            out.append(bdi(words.of("state", round.state().name().toLowerCase(Locale.ROOT))));
            out.append(round.parties().isEmpty() ? "" : " — " + sides(round.parties()));
            out.append(marks(round.lines())).append("</li>\n");
        }
        out.append("</ul>\n");
    }

    private void positions(List<Stand> stands, Labels words) throws IOException {
        heading(words, "brief.positions");
        Map<String, List<Stand>> byParty = stands.stream()
                .collect(Collectors.groupingBy(stand -> stand.party().name(), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Stand>> party : byParty.entrySet()) {
            out.append("<h3>").append(Html.escape(party.getKey())).append("</h3>\n<ul>\n");
            for (Stand stand : party.getValue()) {
                out.append("<li>").append(bdi(day(stand.day()))).append(" — ");
                out.append(bdi(words.of("act", stand.act().word())));
                out.append(stand.issue().isEmpty() ? "" : " (" + bdi(stand.issue()) + ")");
                out.append(": ")
                        .append(bdi(stand.words()))
                        .append(marks(stand.lines()))
                        .append("</li>\n");
            }
            out.append("</ul>\n");
        }
    }

    private void papers(List<Document> papers, Labels words) throws IOException {
        heading(words, "brief.papers");
        out.append("<ul>\n");
        for (Document paper : papers) {
            out.append("<li>").append(bdi(paper.name()));
            out.append(paper.by().isEmpty() ? "" : " — " + sides(paper.by()));
            out.append(marks(paper.lines())).append("</li>\n");
        }
        out.append("</ul>\n");
    }

    private void sayings(List<Saying> sayings, Labels words) throws IOException {
        heading(words, "brief.statements");
        out.append("<ul>\n");
        for (Saying saying : sayings.subList(0, Math.min(LATEST, sayings.size()))) {
            out.append("<li>")
                    .append(bdi(day(saying.day())))
                    .append(" — ")
                    .append(bdi(saying.speaker().name()));
            out.append(": ").append(bdi(saying.words()));
            out.append(marks(
                            saying.carriers().stream().map(Saying.Carrier::line).toList()))
                    .append("</li>\n");
        }
        out.append("</ul>\n");
    }

    private void notes(Labels words) throws IOException {
        heading(words, "brief.notes");
        out.append("<div class=\"note\">\n");
        for (Map.Entry<String, Line> note : notes.lines.entrySet()) {
            Line line = note.getValue();
            out.append("<p id=\"n-").append(Html.escape(note.getKey())).append("\">");
            out.append(bdi(String.valueOf(notes.number(line)))).append(". ");
            out.append(bdi(line.outlet().orElse("")))
                    .append(' ')
                    .append(bdi(day(line.published())))
                    .append(' ');
            out.append(bdi(note.getKey() + "@" + line.revision() + " ["
                    + line.span().start() + ", " + line.span().end() + ")"));
            out.append("</p>\n");
        }
        out.append("</div>\n");
    }

    /** The numbers of the first lines that carry it. */
    private String marks(List<Line> lines) {
        return lines.stream()
                .limit(3)
                .map(line -> "<sup> <a href=\"#n-" + line.story() + "." + Html.escape(line.id()) + "\">"
                        + notes.number(line) + "</a></sup>")
                .collect(Collectors.joining());
    }

    private static String sides(List<Side> sides) {
        return sides.stream().map(side -> bdi(side.name())).collect(Collectors.joining(", "));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static String bdi(String text) {
        return Html.isolated(text);
    }
}
