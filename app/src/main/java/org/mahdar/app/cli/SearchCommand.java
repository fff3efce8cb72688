package org.mahdar.app.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Texts;
import org.mahdar.app.desk.Trees;
import org.mahdar.app.dossier.Known;
import org.mahdar.app.search.Answer;
import org.mahdar.app.search.Facet;
import org.mahdar.app.search.Level;
import org.mahdar.app.search.Marks;
import org.mahdar.app.search.QueryFault;
import org.mahdar.app.search.Request;
import org.mahdar.app.view.Row;
import org.mahdar.app.wire.Json;
import org.mahdar.app.wire.LineKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mahdar search}: lines and stories that hold words. */
@Command(
        name = "search",
        description = {
            "Searches the lines of the archive, or its stories.",
            "",
            "All words have to be there; \"a phrase\", \"two words\"~5, -word or NOT word, a OR b, (brackets);"
                    + " =word letter by letter, ~word by its stem, word* by its beginning; fields: speaker: party: issue:"
                    + " kind: act: since: until: outlet: state: place:, and the same in Arabic."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mahdar search 'speaker:Lavrov ~sanctions since:2015-07'",
            "  mahdar search --stories --sort date 'party:IRN \"nuclear deal\"'"
        })
final class SearchCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to look for; nothing: everything.")
    private List<String> query = List.of();

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "FOLDED",
            description = "How closely words have to agree: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Level level = Level.FOLDED;

    @Option(names = "--stories", description = "Look for stories, not for lines.")
    private boolean stories;

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            defaultValue = "FIT",
            description = "What comes first: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Request.Order order = Request.Order.FIT;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Show at most so many (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--offset", paramLabel = "N", description = "Leave out so many of the first.")
    private int offset;

    @Option(names = "--facets", description = "Count by speaker, party, outlet, … and by day.")
    private boolean facets;

    /** How it is shown. */
    enum Format {
        /** For people. */
        TABLE,
        /** One object. */
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TABLE",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    @Mixin
    private LexiconOption lexicon = new LexiconOption();

    // picocli sets the command's parent.
    @SuppressWarnings("NullAway.Init")
    SearchCommand() {}

    @Override
    public Integer call() throws Failure {
        String asked = String.join(" ", query);
        Request request = new Request(asked, level, stories, order, Math.max(0, offset), Math.max(0, limit), true);
        try (Archive archive = where.open();
                Desk desk = DeskOptions.following(archive, lexicon.languages(), main.console())) {
            Desk.Results results = desk.search(request);
            PrintStream out = main.console().out();
            if (format == Format.JSON) {
                out.println(Json.line(Trees.of(results)));
            } else {
                results.found().forEach(found -> show(found, out));
                if (facets) {
                    facets(results.answer(), desk.known(), out);
                }
                sum(results.answer(), out);
            }
            out.flush();
            return results.answer().total() > 0 ? Exit.DONE : Exit.FAILED;
        } catch (QueryFault e) {
            throw new Failure("the query cannot be understood: " + e.what() + "\n  " + asked + "\n  "
                    + " ".repeat(Math.min(e.at(), asked.length())) + "^");
        }
    }

    private static void show(Desk.Found found, PrintStream out) {
        String kind = found.line().map(line -> LineKind.of(line).word()).orElse("story");
        Optional<Row> row = found.line().map(line -> Row.of(found.read().minutes(), line, ""));
        String act = row.map(Row::act)
                .filter(word -> !word.isEmpty())
                .map(word -> " " + word)
                .orElse("");
        out.println(found.hit().story()
                + (found.hit().line().isEmpty() ? "" : "/" + found.hit().line()) + "  " + kind + act
                + "  " + found.hit().day().map(LocalDate::toString).orElse("no day") + "  "
                + found.read().info().outlet().orElse("") + "  " + state(found));
        // With the English name, so that either language finds the next query.
        String who = row.stream()
                .flatMap(line -> line.who().stream())
                .map(one -> one.name() + (one.english().isEmpty() ? "" : " (" + one.english() + ")"))
                .collect(Collectors.joining(" \u00B7 "));
        if (!who.isEmpty()) {
            out.println("    " + who);
        }
        String words = found.line()
                .map(line -> Texts.words(found.read().minutes(), line))
                .orElse(found.read().info().title());
        out.println("    " + words.replace('\n', ' '));
        Map<String, String> matched = new TreeMap<>();
        for (Marks.Mark mark : found.marks()) {
            String there = mark.span().of(found.read().minutes().story().text());
            if (mark.level() != Level.EXACT) {
                matched.putIfAbsent(
                        mark.asked() + " \u2190 " + there, mark.level().word());
            }
        }
        if (!matched.isEmpty()) {
            StringBuilder note = new StringBuilder();
            matched.forEach((what, how) -> note.append(note.length() == 0 ? "" : ", ")
                    .append(what)
                    .append(" (")
                    .append(how)
                    .append(')'));
            out.println("    matched: " + note);
        }
    }

    private static String state(Desk.Found found) {
        return Optional.ofNullable(
                        found.read().corrected().states().get(found.hit().line()))
                .map(state -> state.word())
                .orElse("");
    }

    private static void facets(Answer answer, Known known, PrintStream out) {
        for (Facet facet : Facet.values()) {
            List<Answer.Count> counts = answer.facets().getOrDefault(facet, List.of());
            if (!counts.isEmpty()) {
                StringBuilder row = new StringBuilder();
                counts.stream()
                        .limit(10)
                        .forEach(count -> row.append(row.length() == 0 ? "" : ", ")
                                .append(name(facet, count.key(), known))
                                .append(' ')
                                .append(count.count()));
                out.println(String.format(Locale.ROOT, "%-8s %s", facet.word(), row));
            }
        }
        answer.days().forEach((day, count) -> out.println(String.format(Locale.ROOT, "%-10s %,d", day, count)));
    }

    private static String name(Facet facet, String key, Known known) {
        return facet == Facet.SPEAKER || facet == Facet.PARTY
                ? known.english(key).or(() -> known.name(key)).orElse(key)
                : key;
    }

    private void sum(Answer answer, PrintStream out) {
        if (answer.total() > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "%,d %s found",
                    answer.total(),
                    stories ? "stories" : answer.total() == 1 ? "line" : "lines"));
            return;
        }
        out.println("nothing found"
                + answer.first()
                        .map(first -> ". The archive holds " + first + " to "
                                + answer.last().map(LocalDate::toString).orElse("now"))
                        .orElse(""));
        answer.looser().forEach((looser, count) -> {
            if (count > 0) {
                out.println(String.format(Locale.ROOT, "with --level %s there would be %,d", looser.word(), count));
            }
        });
    }
}
