package org.mahdar.app.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.DossierRow;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Trees;
import org.mahdar.app.dossier.Definition;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Side;
import org.mahdar.app.dossier.Suggestion;
import org.mahdar.app.wire.DefinitionJson;
import org.mahdar.app.wire.Json;
import org.mahdar.app.wire.JsonFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mahdar dossier}: negotiations as the archive tells them. */
@Command(
        name = "dossier",
        description = "Dossiers: what the archive says of one negotiation.",
        subcommands = {
            DossierCommand.New.class,
            DossierCommand.ListAll.class,
            DossierCommand.Show.class,
            DossierCommand.Suggest.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mahdar dossier suggest",
            "  mahdar dossier new rand --party XNR --party XSV --issue water=water,river",
            "  mahdar dossier show rand --as-of 2025-10-07"
        })
final class DossierCommand implements Runnable {
    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    // picocli sets the command's parent and spec.
    @SuppressWarnings("NullAway.Init")
    DossierCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(main.console().out());
    }

    /** {@code mahdar dossier new}. */
    @Command(
            name = "new",
            description = "Defines a dossier, or defines one that is there anew; what it was before is kept.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  mahdar dossier new rand --party XNR --party XSV --issue water=water,river",
                "  mahdar dossier new rand --title 'The river' --party XNR --party XSV --since 2025-09-01"
            })
    static final class New implements Callable<Integer> {
        @ParentCommand
        private DossierCommand parent;

        @Mixin
        @SuppressWarnings("unused") // picocli reads it
        private HelpOption help = new HelpOption();

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "What it is called by: letters, digits, dashes.")
        private String name = "";

        @Option(names = "--title", paramLabel = "TITLE", description = "Its title (default: the name).")
        private Optional<String> title = Optional.empty();

        @Option(
                names = "--party",
                paramLabel = "KEY",
                description = "A party: the code of a state, such as IRN, or the id of a body; may be given again.")
        private List<String> parties = List.of();

        @Option(
                names = "--issue",
                paramLabel = "NAME=WORD,…",
                description = "An issue and the words that tell it; may be given again.")
        private List<String> issues = List.of();

        @Option(
                names = "--word",
                paramLabel = "WORD",
                description = "A story has to hold one of these or a word of an issue; may be given again.")
        private List<String> words = List.of();

        @Option(names = "--since", paramLabel = "DAY", description = "First day of publication.")
        private Optional<LocalDate> since = Optional.empty();

        @Option(names = "--until", paramLabel = "DAY", description = "Last day of publication.")
        private Optional<LocalDate> until = Optional.empty();

        @Option(names = "--in", paramLabel = "STORY", description = "A story that belongs to it; may be given again.")
        private List<Integer> in = List.of();

        @Option(names = "--out", paramLabel = "STORY", description = "A story that does not; may be given again.")
        private List<Integer> out = List.of();

        @Option(names = "--by", paramLabel = "WHO", description = "Who defines it so (default: the user).")
        private String by = System.getProperty("user.name", "");

        @Mixin
        private ArchiveOptions where = new ArchiveOptions();

        // picocli sets the command's parent and spec.
        @SuppressWarnings("NullAway.Init")
        New() {}

        @Override
        public Integer call() throws Failure {
            if (!name.matches("[\\p{L}\\p{N}-]{1,80}")) {
                throw new ParameterException(
                        spec.commandLine(), "NAME may hold letters, digits and dashes, not \"" + name + "\"");
            }
            if (parties.isEmpty() && words.isEmpty() && issues.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "A dossier needs parties, words or issues; mahdar dossier suggest has some");
            }
            try (Archive archive = where.open()) {
                Definition definition =
                        new Definition(parties, issues(), words, since, until, keys(archive, in), keys(archive, out));
                DossierRow row = archive.dossiers()
                        .keep(new DossierRow(
                                name,
                                0,
                                title.orElse(name),
                                DefinitionJson.line(definition),
                                false,
                                by,
                                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
                PrintStream print = parent.main.console().out();
                print.println(row.name() + " revision " + row.revision() + "; mahdar dossier show " + row.name());
                print.flush();
                return Exit.DONE;
            }
        }

        private List<Definition.Issue> issues() {
            List<Definition.Issue> found = new ArrayList<>();
            for (String issue : issues) {
                int equals = issue.indexOf('=');
                String label = equals < 0 ? issue : issue.substring(0, equals);
                String tells = equals < 0 ? issue : issue.substring(equals + 1);
                found.add(new Definition.Issue(label, List.of(tells.split(","))));
            }
            return found;
        }

        private static Set<String> keys(Archive archive, List<Integer> stories) throws Failure {
            Set<String> keys = new HashSet<>();
            for (int story : stories) {
                keys.add(archive.stories()
                        .newest(story)
                        .orElseThrow(() -> new Failure("there is no story " + story + " in " + archive.location()))
                        .info()
                        .key());
            }
            return keys;
        }
    }

    /** {@code mahdar dossier list}. */
    @Command(
            name = "list",
            description = "Lists the dossiers.",
            footerHeading = "%nExamples:%n",
            footer = {"  mahdar dossier list", "  mahdar dossier list --data archive"})
    static final class ListAll implements Callable<Integer> {
        @ParentCommand
        private DossierCommand parent;

        @Mixin
        @SuppressWarnings("unused") // picocli reads it
        private HelpOption help = new HelpOption();

        @Mixin
        private ArchiveOptions where = new ArchiveOptions();

        // picocli sets the command's parent.
        @SuppressWarnings("NullAway.Init")
        ListAll() {}

        @Override
        public Integer call() {
            try (Archive archive = where.open()) {
                PrintStream print = parent.main.console().out();
                for (DossierRow row : archive.dossiers().list()) {
                    if (!row.closed()) {
                        print.println(row.name() + "  " + row.title() + "  " + row.definition());
                    }
                }
                print.flush();
                return Exit.DONE;
            }
        }
    }

    /** {@code mahdar dossier show}. */
    @Command(
            name = "show",
            description = "Shows a dossier: parties, rounds, positions, papers, statements, coverage.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  mahdar dossier show rand",
                "  mahdar dossier show rand --as-of 2025-10-07",
                "  mahdar dossier show rand --compare 2025-10-07,2025-11-25 --format json"
            })
    static final class Show implements Callable<Integer> {
        @ParentCommand
        private DossierCommand parent;

        @Mixin
        @SuppressWarnings("unused") // picocli reads it
        private HelpOption help = new HelpOption();

        @Parameters(paramLabel = "NAME", description = "Which.")
        private String name = "";

        @Option(names = "--as-of", paramLabel = "DAY", description = "The positions as they stood that day.")
        private Optional<LocalDate> asOf = Optional.empty();

        @Option(
                names = "--compare",
                paramLabel = "DAY,DAY",
                arity = "1",
                description = "Only what changed in the positions between two days.")
        private Optional<String> compare = Optional.empty();

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "15",
                description = "Show at most so many of each sort (default: ${DEFAULT-VALUE}).")
        private int limit = 15;

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                defaultValue = "TABLE",
                description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        private SearchCommand.Format format = SearchCommand.Format.TABLE;

        @Mixin
        private ArchiveOptions where = new ArchiveOptions();

        @Mixin
        private LexiconOption lexicon = new LexiconOption();

        // picocli sets the command's parent.
        @SuppressWarnings("NullAway.Init")
        Show() {}

        @Override
        public Integer call() throws Failure {
            Console console = parent.main.console();
            try (Archive archive = where.open();
                    Desk desk = DeskOptions.following(archive, lexicon.languages(), console)) {
                DossierRow row = archive.dossiers()
                        .get(name)
                        .orElseThrow(() -> new Failure(
                                "there is no dossier " + name + "; mahdar dossier list tells which there are"));
                Dossier dossier = desk.dossier(definition(row));
                DossierText text = new DossierText(console.out(), limit);
                if (compare.isPresent()) {
                    String[] days = compare.get().split(",");
                    text.changes(dossier.positions().compare(day(days[0]), day(days[days.length - 1])));
                } else if (format == SearchCommand.Format.JSON) {
                    console.out().println(Json.line(Trees.of(dossier, asOf)));
                } else {
                    text.all(row.title(), dossier, asOf);
                }
                console.out().flush();
                return Exit.DONE;
            }
        }

        private static LocalDate day(String day) throws Failure {
            try {
                return LocalDate.parse(day.strip());
            } catch (java.time.DateTimeException e) {
                throw new Failure("\"" + day + "\" is no day; write 2022-01-11,2022-02-20");
            }
        }

        private static Definition definition(DossierRow row) throws Failure {
            try {
                return DefinitionJson.read(row.definition());
            } catch (JsonFault e) {
                throw new Failure("the definition of dossier " + row.name() + " is damaged: " + e.what()
                        + ". Define it again with: mahdar dossier new");
            }
        }
    }

    /** {@code mahdar dossier suggest}. */
    @Command(
            name = "suggest",
            description = "Finds negotiations in the archive: who keeps meeting whom about what.",
            footerHeading = "%nExamples:%n",
            footer = {"  mahdar dossier suggest", "  mahdar dossier suggest --since 2015-07-01 --limit 20"})
    static final class Suggest implements Callable<Integer> {
        @ParentCommand
        private DossierCommand parent;

        @Mixin
        @SuppressWarnings("unused") // picocli reads it
        private HelpOption help = new HelpOption();

        @Option(names = "--since", paramLabel = "DAY", description = "First day of publication.")
        private Optional<LocalDate> since = Optional.empty();

        @Option(names = "--until", paramLabel = "DAY", description = "Last day of publication.")
        private Optional<LocalDate> until = Optional.empty();

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "10",
                description = "At most so many (default: ${DEFAULT-VALUE}).")
        private int limit = 10;

        @Mixin
        private ArchiveOptions where = new ArchiveOptions();

        @Mixin
        private LexiconOption lexicon = new LexiconOption();

        // picocli sets the command's parent.
        @SuppressWarnings("NullAway.Init")
        Suggest() {}

        @Override
        public Integer call() {
            PrintStream print = parent.main.console().out();
            try (Archive archive = where.open();
                    Desk desk = DeskOptions.over(archive, lexicon.languages())) {
                int number = 0;
                for (Suggestion suggestion : desk.suggest(limit, since, until)) {
                    print.println(String.format(
                            Locale.ROOT,
                            "%2d  %s",
                            ++number,
                            String.join(
                                    ", ",
                                    suggestion.parties().stream()
                                            .map(Suggest::name)
                                            .toList())));
                    print.println("    " + String.join(", ", suggestion.words()));
                    print.println(String.format(
                            Locale.ROOT,
                            "    %,d stories (%,d texts), %,d meetings, %s to %s",
                            suggestion.stories(),
                            suggestion.texts(),
                            suggestion.meetings(),
                            suggestion.first().map(LocalDate::toString).orElse("?"),
                            suggestion.last().map(LocalDate::toString).orElse("?")));
                    print.println("    mahdar dossier new NAME "
                            + String.join(
                                    " ",
                                    suggestion.parties().stream()
                                            .map(side -> "--party " + side.key())
                                            .toList())
                            + " "
                            + String.join(
                                    " ",
                                    suggestion.words().stream()
                                            .map(word -> "--word " + word)
                                            .toList()));
                }
                print.flush();
                return Exit.DONE;
            }
        }

        private static String name(Side side) {
            return side.nameEn().orElse(side.name());
        }
    }
}
