package org.mahdar.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.app.view.MissesPage;
import org.mahdar.app.view.QualityPage;
import org.mahdar.app.wire.GoldJson;
import org.mahdar.app.wire.JsonFault;
import org.mahdar.model.Minutes;
import org.mahdar.model.Story;
import org.mahdar.score.Gold;
import org.mahdar.score.Lines;
import org.mahdar.score.Score;
import org.mahdar.score.Scorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mahdar score}: how well stories are read, against what people found in them. */
@Command(
        name = "score",
        description = "Compares the minutes of stories with gold, layer by layer.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mahdar score stories.jsonl gold.jsonl --misses misses.txt",
            "  mahdar score stories.jsonl gold.jsonl -o QUALITY.md"
        })
final class ScoreCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "STORIES",
            index = "0",
            description = "Stories, as for read; or a folder that holds stories.jsonl and gold.jsonl.")
    private String storiesFile = "";

    @Parameters(
            paramLabel = "GOLD",
            index = "1",
            arity = "0..1",
            description = "Their gold: JSON Lines or JSON, one object a story.")
    private String goldFile = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write a page of the figures there, such as QUALITY.md; it quotes no story.")
    private Optional<String> page = Optional.empty();

    @Option(names = "--misses", paramLabel = "FILE", description = "Write every difference with its words there.")
    private Optional<String> misses = Optional.empty();

    @Mixin
    private LexiconOption lexicon = new LexiconOption();

    // picocli sets the command's parent and spec.
    @SuppressWarnings("NullAway.Init")
    ScoreCommand() {}

    /** A story, its minutes' differences from gold. */
    private record Compared(Story story, Scorer.Result result) {}

    @Override
    public Integer call() throws IOException, Failure {
        Console console = main.console();
        findFiles();
        List<Gold> gold = gold();
        Map<String, Story> stories = new LinkedHashMap<>();
        boolean whole = stories(console, stories);
        List<Compared> compared = new ArrayList<>();
        for (Gold one : gold) {
            Optional<Story> story = story(one, gold, stories);
            if (story.isEmpty()) {
                console.say(goldFile + ": there is no story \"" + one.id() + "\" in " + storiesFile
                        + "; it counts as one in which nothing was found");
                whole = false;
            }
            Optional<Gold.Words> misfit = story.flatMap(found -> one.misfit(found.text()));
            if (misfit.isPresent()) {
                throw new Failure(goldFile + ": the gold of story \"" + one.id() + "\" was made for another text: at "
                        + misfit.get().span().start() + " it has \""
                        + misfit.get().text() + "\"");
            }
            compared.add(story.isPresent() ? compare(one, story.get()) : none(one));
        }
        Score score = compared.stream()
                .map(one -> one.result().score())
                .reduce(Score::plus)
                .orElseThrow(() -> new Failure(goldFile + " holds no story"));
        score.report().forEach(console.out()::println);
        console.out().println("traceable   " + score.traceable().figure());
        console.out().flush();
        if (page.isPresent()) {
            write(page.get(), QualityPage.of(score, command()));
        }
        if (misses.isPresent()) {
            StringBuilder text = new StringBuilder();
            compared.forEach(one -> MissesPage.append(one.story().text(), one.result(), text));
            write(misses.get(), text.toString());
        }
        return whole ? Exit.DONE : Exit.PARTLY;
    }

    private void findFiles() {
        if (goldFile.isEmpty()) {
            if (!Files.isDirectory(Path.of(storiesFile))) {
                throw new ParameterException(
                        spec.commandLine(), "GOLD is missing, and " + storiesFile + " is no folder that could hold it");
            }
            goldFile = Path.of(storiesFile, "gold.jsonl").toString();
            storiesFile = Path.of(storiesFile, "stories.jsonl").toString();
        }
    }

    private List<Gold> gold() throws IOException, Failure {
        try (InputStream in = Files.newInputStream(Path.of(goldFile))) {
            return GoldJson.readAll(in);
        } catch (JsonFault e) {
            throw new Failure(goldFile + ":" + e.line() + (e.column() > 0 ? ":" + e.column() : "") + ": " + e.what());
        } catch (NoSuchFileException e) {
            throw new Failure(goldFile + ": there is no such file. Check the name.");
        }
    }

    private boolean stories(Console console, Map<String, Story> into) {
        boolean whole = true;
        try (Stories stories = Stories.of(List.of(storiesFile), console.in(), Optional.empty(), "ar")) {
            while (stories.hasNext()) {
                Item item = stories.next();
                if (item instanceof Item.Found found) {
                    into.put(found.story().id(), found.story());
                } else if (item instanceof Item.Bad bad) {
                    console.say(bad.place() + ": " + bad.what() + ". " + bad.wayOut());
                    whole = false;
                } else if (item instanceof Item.Remark remark) {
                    console.say(remark.place() + ": " + remark.what());
                }
            }
        }
        return whole;
    }

    /** The story that a gold is about: of its id, or the only one where there is one of each. */
    private static Optional<Story> story(Gold gold, List<Gold> all, Map<String, Story> stories) {
        Optional<Story> byId = Optional.ofNullable(stories.get(gold.id()));
        boolean single = all.size() == 1 && stories.size() == 1;
        return byId.isPresent() || !single ? byId : stories.values().stream().findFirst();
    }

    private Compared compare(Gold gold, Story story) throws Failure {
        Story dated = story.published().isPresent() ? story : story.on(gold.published());
        Minutes minutes = lexicon.languages()
                .reader(story.language())
                .orElseThrow(() -> new Failure("there is no language pack for \"" + story.language() + "\""))
                .read(dated);
        return new Compared(story, Scorer.compare(gold.lines(), minutes));
    }

    private static Compared none(Gold gold) {
        Story nothing = Story.of(gold.id(), "", "", gold.published());
        return new Compared(nothing, Scorer.compare(gold.lines(), Lines.none(gold.id())));
    }

    private String command() {
        return "mahdar "
                + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }

    private static void write(String file, String content) throws IOException, Failure {
        try (Output out = Output.file(file)) {
            out.writer().write(content);
            out.done();
        }
    }
}
