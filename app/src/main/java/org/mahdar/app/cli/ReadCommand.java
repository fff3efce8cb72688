package org.mahdar.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mahdar.app.ingest.Stories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mahdar read}: stories in, minutes out. */
@Command(
        name = "read",
        description = "Reads stories and shows their minutes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mahdar read story.txt",
            "  mahdar read --lexicon my-people story.txt",
            "  mahdar read --format jsonl --threads 2 -o minutes.jsonl 2015-07-21.zip more.jsonl"
        })
final class ReadCommand implements Callable<Integer> {
    /** Below this, in bytes, a second thread costs more than it brings. */
    private static final long WORTH_THREADS = 1024 * 1024;

    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "Text (first line the title), JSON, JSON Lines, or a zip of these; - is standard input.",
                "In JSON: title, body (also content, text), published, outlet, url, id."
            })
    private List<String> files = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private LexiconOption lexicon = new LexiconOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many stories to read at once (default: one for a few, as many as processors for more).")
    private Optional<Integer> threads = Optional.empty();

    // picocli sets the command's parent and spec.
    @SuppressWarnings("NullAway.Init")
    ReadCommand() {}

    @Override
    public Integer call() throws IOException, Failure {
        Console console = main.console();
        long bytes = Stories.size(files);
        int most = threads.orElseGet(() -> bytes < WORTH_THREADS && !files.contains(Stories.STDIN)
                ? 1
                : Runtime.getRuntime().availableProcessors());
        if (most < 1) {
            throw new ParameterException(spec.commandLine(), "--threads needs 1 or more, got " + most);
        }
        try (Stories stories = input.open(files, console);
                Output out = output.open(console)) {
            return new Reading(console, lexicon.languages(), output.view(main), output.layers(), out, bytes)
                    .run(stories, most);
        }
    }
}
