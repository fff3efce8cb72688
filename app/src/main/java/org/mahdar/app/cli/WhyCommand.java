package org.mahdar.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mahdar.Mahdar;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.app.view.WhyView;
import org.mahdar.model.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mahdar why}: which pattern read the words at an offset, and from what. */
@Command(
        name = "why",
        description =
                "Says why the words at an offset were read as they were: pattern, file and line, words under each step.",
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar why story.txt 366", "  mahdar why stories.jsonl 120 --story sabq-17"})
final class WhyCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "STORY", index = "0", description = "A file, as for read; - is standard input.")
    private String file = "";

    @Parameters(
            paramLabel = "OFFSET",
            index = "1",
            description = "Counted in UTF-16 code units from the start of the text, as in the minutes.")
    private int offset;

    @Option(names = "--story", paramLabel = "ID", description = "Which story, where the file holds several.")
    private Optional<String> id = Optional.empty();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private LexiconOption lexicon = new LexiconOption();

    // picocli sets the command's parent and spec.
    @SuppressWarnings("NullAway.Init")
    WhyCommand() {}

    @Override
    public Integer call() throws IOException, Failure {
        Console console = main.console();
        Story story = story(console);
        Mahdar mahdar = lexicon.languages()
                .reader(story.language())
                .orElseThrow(() -> new Failure("there is no language pack for \"" + story.language() + "\""));
        if (offset < 0 || offset >= story.text().length()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "offset " + offset + " lies outside the story, which has offsets 0 to "
                            + (story.text().length() - 1));
        }
        console.out().print(new WhyView(mahdar.language(), mahdar.read(story)).at(offset));
        console.out().flush();
        return Exit.DONE;
    }

    private Story story(Console console) throws Failure {
        Optional<Story> found = Optional.empty();
        try (Stories stories = input.open(List.of(file), console)) {
            while (stories.hasNext()) {
                Item item = stories.next();
                if (item instanceof Item.Bad bad && found.isEmpty()) {
                    console.say(bad.place() + ": " + bad.what() + ". " + bad.wayOut());
                } else if (item instanceof Item.Found one
                        && (id.isEmpty() || one.story().id().equals(id.get()))) {
                    if (found.isPresent()) {
                        throw new ParameterException(
                                spec.commandLine(),
                                file + " holds several stories; say which with --story, for example --story "
                                        + found.get().id());
                    }
                    found = Optional.of(one.story());
                    if (id.isPresent()) {
                        break;
                    }
                }
            }
        }
        return found.orElseThrow(() -> new Failure(
                id.map(wanted -> file + " holds no story \"" + wanted + "\"").orElse("there is no story to explain")));
    }
}
