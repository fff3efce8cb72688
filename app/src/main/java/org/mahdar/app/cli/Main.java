package org.mahdar.app.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mahdar.app.archive.ArchiveException;
import org.mahdar.app.search.IndexException;
import org.mahdar.app.wire.Version;
import org.mahdar.pattern.PatternException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code mahdar}: what is common to all commands, and the start. */
@Command(
        name = "mahdar",
        versionProvider = Main.VersionLine.class,
        description = "Reads Arabic news stories into minutes: who said what, who met whom, what each side wants.",
        subcommands = {
            ReadCommand.class,
            WhyCommand.class,
            ScoreCommand.class,
            DemoCommand.class,
            AddCommand.class,
            WatchCommand.class,
            RereadCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            ShowCommand.class,
            SearchCommand.class,
            DossierCommand.class,
            CorrectCommand.class,
            ReindexCommand.class,
            ExportCommand.class,
            ServeCommand.class,
            UserCommand.class,
            HelpCommand.class,
            GenerateCompletion.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:wrong usage",
            "3:partly done: some of the input could not be read, and standard error says which"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar demo", "  mahdar read story.txt"})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean version;

    @Option(
            names = "--no-color",
            scope = CommandLine.ScopeType.INHERIT,
            description = "No colours, as with the variable NO_COLOR.")
    private boolean noColor;

    private final Console console;

    // NullAway cannot see that picocli sets the spec before anything else is called.
    @SuppressWarnings("NullAway.Init")
    Main(Console console) {
        this.console = console;
    }

    /** Runs a command and tells the shell how it went. */
    public static void main(String[] args) {
        Console console = Console.system();
        int status = run(console, args);
        console.out().flush();
        console.err().flush();
        System.exit(status);
    }

    /** Runs a command on any console and returns the exit code. */
    static int run(Console console, String... args) {
        return commandLine(console, args).execute(args);
    }

    /** The commands, ready to be asked. */
    static CommandLine commandLine(Console console, String... args) {
        boolean noColor = Arrays.asList(args).contains("--no-color");
        CommandLine line = new CommandLine(new Main(console));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(Math.max(60, Math.min(100, console.columns())));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(console.colour(noColor) ? Ansi.ON : Ansi.OFF));
        examples(line, "help", "  mahdar help read", "  mahdar help");
        examples(
                line,
                "generate-completion",
                "  source <(mahdar generate-completion)",
                "  mahdar generate-completion > ~/.local/share/bash-completion/completions/mahdar");
        line.setParameterExceptionHandler((e, wrong) -> usage(console, e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(console, e));
        return line;
    }

    /** The commands that come with picocli know no examples. */
    private static void examples(CommandLine line, String command, String... examples) {
        CommandLine found = line.getSubcommands().get(command);
        if (found != null) {
            found.getCommandSpec().usageMessage().footerHeading("%nExamples:%n").footer(examples);
        }
    }

    private static int usage(Console console, ParameterException e) {
        CommandLine command = e.getCommandLine();
        console.say(String.valueOf(e.getMessage()));
        UnmatchedArgumentException.printSuggestions(e, command.getErr());
        console.say("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }

    private static int failed(Console console, Exception e) {
        boolean expected = e instanceof Failure
                || e instanceof ArchiveException
                || e instanceof IndexException
                || e instanceof PatternException
                || e instanceof UncheckedIOException;
        console.say(expected ? String.valueOf(e.getMessage()) : "failed: " + e);
        if (!expected) {
            if (console.env().containsKey("MAHDAR_DEBUG")) {
                e.printStackTrace(console.err());
            } else {
                console.say("This is a fault of Mahdar. With MAHDAR_DEBUG=1 set it says where it happened.");
            }
        }
        return Exit.FAILED;
    }

    Console console() {
        return console;
    }

    boolean colour() {
        return console.colour(noColor);
    }

    @Override
    public void run() {
        // Asked nothing, it says what can be asked.
        spec.commandLine().usage(console.out());
    }

    /** The version line. */
    static final class VersionLine implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"mahdar " + Version.current()};
        }
    }
}
