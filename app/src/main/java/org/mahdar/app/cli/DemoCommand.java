package org.mahdar.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.mahdar.app.ingest.Stories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code mahdar demo}: the minutes of the stories in the jar. */
@Command(
        name = "demo",
        description =
                "Shows the minutes of a few stories that come with Mahdar. Their states, people and words are invented.",
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar demo", "  mahdar demo --format html -o demo.html"})
final class DemoCommand implements Callable<Integer> {
    private static final String FOLDER = "/samples/";

    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    // picocli sets the command's parent.
    @SuppressWarnings("NullAway.Init")
    DemoCommand() {}

    @Override
    public Integer call() throws IOException, Failure {
        Console console = main.console();
        console.say("these stories are fictional: the states, the people and their words are invented");
        try (Stories stories = Stories.bundled(samples(), "ar");
                Output out = output.open(console)) {
            return new Reading(console, Readers.plain(), output.view(main), output.layers(), out, 0).run(stories, 1);
        }
    }

    /** The names in {@code samples.txt}: a jar cannot be asked what it holds. */
    private static List<String> samples() throws IOException {
        try (InputStream in = DemoCommand.class.getResourceAsStream(FOLDER + "samples.txt")) {
            if (in == null) {
                throw new IllegalStateException("This jar was built without " + FOLDER + "samples.txt");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> FOLDER + line)
                    .toList();
        }
    }
}
