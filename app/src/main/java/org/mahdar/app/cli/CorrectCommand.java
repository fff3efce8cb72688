package org.mahdar.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.desk.Correcting;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Read;
import org.mahdar.app.wire.CorrectionJson;
import org.mahdar.app.wire.GoldWriter;
import org.mahdar.app.wire.JsonFault;
import org.mahdar.correct.Corrected.Outcome;
import org.mahdar.model.Correction.Verdict;
import org.mahdar.model.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mahdar correct}: what a reader says of lines. */
@Command(
        name = "correct",
        description = {
            "Says of a line of the archive that it is right, wrong or otherwise; nothing is ever overwritten.",
            "",
            "WHAT is one of: confirm LINE, reject LINE, set LINE FIELD=VALUE …, add SORT FIELD=VALUE …, merge SPAN SPAN,"
                    + " split SPAN,SPAN [NAME] (of a STORY); list, export, import FILE, gold. A LINE is an id such as s3; a"
                    + " SPAN is 12-17 in UTF-16 code units; an actor is a name, an id, or @12-17 where the story names it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mahdar correct 17 set s3 speaker='Burhan al-Saysabani' act=reject --why 'see the third paragraph'",
            "  mahdar correct list --open",
            "  mahdar correct export > corrections.jsonl"
        })
final class CorrectCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "WHAT", arity = "1..*", description = "Story and verdict, or list, export, import, gold.")
    private List<String> what = List.of();

    @Option(names = "--by", paramLabel = "WHO", description = "Who says so (default: the user).")
    private String by = System.getProperty("user.name", "");

    @Option(names = "--why", paramLabel = "REASON", description = "Why.")
    private String why = "";

    @Option(names = "--open", description = "With list: only those to be looked at again.")
    private boolean openOnly;

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    @Mixin
    private LexiconOption lexicon = new LexiconOption();

    // picocli sets the command's parent and spec.
    @SuppressWarnings("NullAway.Init")
    CorrectCommand() {}

    @Override
    public Integer call() throws IOException, Failure {
        try (Archive archive = where.open();
                Desk desk = DeskOptions.over(archive, lexicon.languages())) {
            PrintStream out = main.console().out();
            switch (what.get(0)) {
                case "list" -> list(desk, out);
                case "export" -> desk.correcting().export().forEach(one -> out.println(CorrectionJson.line(one)));
                case "gold" ->
                    desk.correcting().corrected().forEach(read -> out.println(GoldWriter.line(read.minutes())));
                case "import" -> take(desk, argument(1));
                default -> {
                    out.println(say(verdict(desk)));
                    DeskOptions.follow(desk, main.console());
                }
            }
            out.flush();
            return Exit.DONE;
        } catch (IllegalArgumentException e) {
            throw new Failure("this cannot be taken down: " + e.getMessage());
        }
    }

    private String argument(int at) {
        if (what.size() <= at) {
            throw new ParameterException(
                    spec.commandLine(), "Something is missing behind \"" + what.get(what.size() - 1) + "\"");
        }
        return what.get(at);
    }

    private Outcome verdict(Desk desk) throws Failure {
        if (!what.get(0).matches("[0-9]{1,9}")) {
            throw new ParameterException(
                    spec.commandLine(), "\"" + what.get(0) + "\" is neither a story nor list, export, import, gold");
        }
        Read read = desk.reads()
                .of(Integer.parseInt(what.get(0)))
                .orElseThrow(() -> new Failure("there is no story " + what.get(0) + " that was read in "
                        + desk.archive().location()));
        Correcting correcting = desk.correcting();
        Correcting.Reader reader = new Correcting.Reader(by, why);
        String verdict = argument(1);
        return switch (verdict) {
            case "confirm" -> correcting.line(read, argument(2), Verdict.CONFIRM, Map.of(), reader);
            case "reject" -> correcting.line(read, argument(2), Verdict.REJECT, Map.of(), reader);
            case "set" -> correcting.line(read, argument(2), Verdict.REPLACE, fields(), reader);
            case "add" -> correcting.add(read, argument(2), fields(), reader);
            case "merge" -> correcting.merge(read, span(argument(2)), span(argument(3)), reader);
            case "split" ->
                correcting.split(
                        read,
                        Arrays.stream(argument(2).split(","))
                                .map(CorrectCommand::span)
                                .toList(),
                        what.size() > 3 ? Optional.of(what.get(3)) : Optional.empty(),
                        reader);
            default ->
                throw new ParameterException(
                        spec.commandLine(),
                        "\"" + verdict + "\" is no verdict; there are confirm, reject, set, add, merge, split");
        };
    }

    private Map<String, String> fields() {
        Map<String, String> out = new LinkedHashMap<>();
        for (String field : what.subList(Math.min(3, what.size()), what.size())) {
            int equals = field.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(spec.commandLine(), "\"" + field + "\" should be FIELD=VALUE");
            }
            out.put(field.substring(0, equals), field.substring(equals + 1));
        }
        if (out.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "FIELD=VALUE is missing");
        }
        return out;
    }

    private static Span span(String text) {
        if (!text.matches("[0-9]{1,9}-[0-9]{1,9}")) {
            throw new IllegalArgumentException("\"" + text + "\" is no span; write one as 12-17");
        }
        int dash = text.indexOf('-');
        return new Span(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    private static String say(Outcome outcome) {
        return outcome.fate().word()
                + (outcome.line().isEmpty() ? "" : " to line " + outcome.line())
                + (outcome.note().isEmpty() ? "" : ": " + outcome.note());
    }

    /** The machine now reads X, you said Y. */
    private void list(Desk desk, PrintStream out) {
        for (Correcting.Listed listed : desk.correcting().list(openOnly)) {
            Outcome outcome = listed.outcome();
            var correction = outcome.correction();
            out.println(listed.story().no() + (outcome.line().isEmpty() ? "" : "/" + outcome.line()) + "  "
                    + outcome.fate().word() + "  " + correction.verdict().word() + " " + correction.target() + " "
                    + correction.span().start() + "-" + correction.span().end() + "  by " + correction.by() + " "
                    + correction.at() + (correction.why().isEmpty() ? "" : "  " + correction.why()));
            if (!correction.set().isEmpty()) {
                out.println("    you said: " + correction.set());
            }
            if (outcome.isOpen()) {
                out.println("    then the machine read: " + correction.before());
                out.println("    now it reads: "
                        + (outcome.now().isEmpty()
                                ? "nothing there. " + outcome.note()
                                : outcome.now().toString()));
            }
        }
    }

    private void take(Desk desk, String file) throws IOException, Failure {
        List<CorrectionJson.Portable> all = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                all.add(CorrectionJson.read(line, number));
            } catch (JsonFault e) {
                throw new Failure(file + ":" + e.line() + ": " + e.what() + ". Nothing was taken in.");
            }
        }
        Correcting.Imported done = desk.correcting().take(all);
        done.strange()
                .forEach(one -> main.console()
                        .say("correction " + one.correction().uid() + " is about " + one.key()
                                + ", or a text of it, that is not in this archive. Add the story and import again."));
        main.console()
                .out()
                .println(done.added() + " taken in, " + done.known() + " known, "
                        + done.strange().size() + " about stories that are not here");
        DeskOptions.follow(desk, main.console());
    }
}
