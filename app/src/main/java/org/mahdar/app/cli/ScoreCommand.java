package org.mahdar.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.app.intake.Languages;
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
            "  mahdar score languages/ar/gold more/gold -o QUALITY.md"
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
            paramLabel = "STORIES [GOLD]",
            arity = "1..*",
            description = {
                "Stories, as for read, and their gold: JSON Lines or JSON, one object a story.",
                "Or a folder that holds stories.jsonl, gold.jsonl, and maybe a lexicon folder to read them with.",
                "Several such sets are scored one after the other."
            })
    private List<String> names = List.of();

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

    /** Gold that is scored together. */
    private record Set(String name, String storiesFile, String goldFile, Languages languages) {}

    @Override
    public Integer call() throws IOException, Failure {
        Console console = main.console();
        List<Set> sets = sets();
        List<QualityPage.Section> sections = new ArrayList<>();
        StringBuilder differences = new StringBuilder();
        boolean whole = true;
        for (Set set : sets) {
            if (sets.size() > 1) {
                console.out().println("# " + set.name());
            }
            List<Compared> compared = new ArrayList<>();
            whole &= compare(console, set, compared);
            Score score = compared.stream()
                    .map(one -> one.result().score())
                    .reduce(Score::plus)
                    .orElseThrow(() -> new Failure(set.goldFile() + " holds no story"));
            score.report().forEach(console.out()::println);
            console.out().println("traceable   " + score.traceable().figure());
            console.out().flush();
            sections.add(new QualityPage.Section(set.name(), score));
            compared.forEach(one -> MissesPage.append(one.story().text(), one.result(), differences));
        }
        if (page.isPresent()) {
            write(page.get(), QualityPage.of(sections, command()));
        }
        if (misses.isPresent()) {
            write(misses.get(), differences.toString());
        }
        return whole ? Exit.DONE : Exit.PARTLY;
    }

    /** Folders that hold gold, and stories each followed by their gold. */
    private List<Set> sets() {
        List<Set> sets = new ArrayList<>();
        Iterator<String> rest = names.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            Path folder = Path.of(name);
            Path gold = folder.resolve("gold.jsonl");
            if (Files.exists(gold)) {
                String stories = folder.resolve("stories.jsonl").toString();
                sets.add(new Set(name, stories, gold.toString(), languages(folder.resolve("lexicon"))));
            } else if (rest.hasNext()) {
                String goldFile = rest.next();
                sets.add(new Set(name + " with " + goldFile, name, goldFile, lexicon.languages()));
            } else {
                throw new ParameterException(
                        spec.commandLine(), "GOLD is missing, and " + name + " is no folder that holds a gold.jsonl");
            }
        }
        return sets;
    }

    private Languages languages(Path own) {
        return Files.isDirectory(own) ? lexicon.languagesWith(own) : lexicon.languages();
    }

    /** Compares the stories of a set; false where some were not there. */
    private static boolean compare(Console console, Set set, List<Compared> out) throws IOException, Failure {
        List<Gold> gold = gold(set.goldFile());
        Map<String, Story> stories = new LinkedHashMap<>();
        boolean whole = stories(console, set.storiesFile(), stories);
        for (Gold one : gold) {
            Optional<Story> story = story(one, gold, stories);
            if (story.isEmpty()) {
                console.say(set.goldFile() + ": there is no story \"" + one.id() + "\" in " + set.storiesFile()
                        + "; it counts as one in which nothing was found");
                whole = false;
            }
            Optional<Gold.Words> misfit = story.flatMap(found -> one.misfit(found.text()));
            if (misfit.isPresent()) {
                throw new Failure(
                        set.goldFile() + ": the gold of story \"" + one.id() + "\" was made for another text: at "
                                + misfit.get().span().start() + " it has \""
                                + misfit.get().text() + "\"");
            }
            out.add(story.isPresent() ? compare(one, story.get(), set.languages()) : none(one));
        }
        return whole;
    }

    private static List<Gold> gold(String goldFile) throws IOException, Failure {
        try (InputStream in = Files.newInputStream(Path.of(goldFile))) {
            return GoldJson.readAll(in);
        } catch (JsonFault e) {
            throw new Failure(goldFile + ":" + e.line() + (e.column() > 0 ? ":" + e.column() : "") + ": " + e.what());
        } catch (NoSuchFileException e) {
            throw new Failure(goldFile + ": there is no such file. Check the name.");
        }
    }

    private static boolean stories(Console console, String storiesFile, Map<String, Story> into) {
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

    private static Compared compare(Gold gold, Story story, Languages languages) throws Failure {
        Story dated = story.published().isPresent() ? story : story.on(gold.published());
        Minutes minutes = languages
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
