package org.mahdar.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.Callable;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Location;
import org.mahdar.app.ingest.Stories;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.web.Demo;
import org.mahdar.app.web.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code mahdar demo}: the minutes of the stories in the jar, and a page with an archive of more of them. */
@Command(
        name = "demo",
        description = {
            "Shows the minutes of a few stories that come with Mahdar. Their states, people and words are invented.",
            "On a terminal it then opens a page with 56 more, of three months of talks, until Ctrl+C."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar demo", "  mahdar demo --no-serve", "  mahdar demo --format html -o demo.html"})
final class DemoCommand implements Callable<Integer> {
    private static final String FOLDER = "/samples/";

    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--serve", description = "Open the page, whoever reads the output.")
    private boolean serve;

    @Option(names = "--no-serve", description = "Open no page.")
    private boolean noServe;

    @Option(
            names = "--try",
            hidden = true,
            description = "Ask for some pages and end: the launcher learns which classes a server needs.")
    private boolean tryOut;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8017",
            description = "Port to listen at (default: ${DEFAULT-VALUE}; 0 for any that is free).")
    private int port = 8017;

    // picocli sets the command's parent.
    @SuppressWarnings("NullAway.Init")
    DemoCommand() {}

    @Override
    public Integer call() throws IOException, Failure, InterruptedException {
        Console console = main.console();
        console.say("these stories are fictional: the states, the people and their words are invented");
        int status = minutes(console);
        boolean page = serve || tryOut || (console.outIsTerminal() && output.isForReading());
        return page && !noServe && status == Exit.DONE ? page() : status;
    }

    private int minutes(Console console) throws IOException, Failure {
        try (Stories stories = Stories.bundled(samples(), "ar");
                Output out = output.open(console)) {
            return new Reading(console, Readers.plain(), output.view(main), output.layers(), out, 0).run(stories, 1);
        }
    }

    /** An archive of its own, which goes when the page is closed. */
    private int page() throws IOException, Failure, InterruptedException {
        Path folder = Files.createTempDirectory("mahdar-demo");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        Languages languages = Demo.languages(folder.resolve("lexicon"));
        try (Archive archive = Archive.openOrCreate(Location.folder(folder.resolve("data")))) {
            Demo.fill(archive, languages);
            Settings settings = Settings.alone(port).fictional();
            return tryOut
                    ? ServeCommand.tryOut(archive, languages, settings)
                    : ServeCommand.serve(main.console(), archive, languages, settings);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path inside, IOException e) throws IOException {
                    Files.delete(inside);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // It lies in the temporary folder, which is emptied by others too.
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
