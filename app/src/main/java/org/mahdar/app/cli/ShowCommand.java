package org.mahdar.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Copies.Carrier;
import org.mahdar.app.archive.Origin;
import org.mahdar.app.archive.StoryInfo;
import org.mahdar.app.archive.StoryVersion;
import org.mahdar.app.archive.WordDiff;
import org.mahdar.app.archive.WordDiff.Piece;
import org.mahdar.app.desk.Read;
import org.mahdar.app.desk.Reads;
import org.mahdar.app.ingest.Provenance;
import org.mahdar.app.view.Layer;
import org.mahdar.app.view.View;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mahdar show}: a story of the archive. */
@Command(
        name = "show",
        description = "Shows a story of the archive: its minutes, or what else is asked for.",
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar show 17", "  mahdar show 17 --info", "  mahdar show 17 --diff"})
final class ShowCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Parameters(paramLabel = "STORY", description = "Number of the story in the archive, or its address.")
    private String wanted = "";

    @Option(names = "--version-no", paramLabel = "N", description = "Which version of its text (default: the newest).")
    private Optional<Integer> version = Optional.empty();

    @ArgGroup
    private What what = new What();

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** What to show of it. */
    private static final class What {
        @Option(names = "--info", description = "What is known of it, its versions, and who else carries its text.")
        private boolean info;

        @Option(names = "--text", description = "Its text.")
        private boolean text;

        @Option(names = "--bytes", description = "The bytes that it was made from, as they were received.")
        private boolean bytes;

        @Option(names = "--diff", description = "What changed in its words from the version before.")
        private boolean diff;
    }

    // picocli sets the command's parent.
    @SuppressWarnings("NullAway.Init")
    ShowCommand() {}

    @Override
    public Integer call() throws IOException, Failure {
        try (Archive archive = where.open()) {
            StoryVersion story = find(archive);
            if (what.info) {
                info(archive, story.info());
            } else if (what.text) {
                main.console().out().println(story.story().text());
            } else if (what.bytes) {
                Origin origin = archive.stories()
                        .origin(story.info().no(), story.info().version())
                        .orElseThrow();
                main.console().out().write(origin.bytes());
            } else if (what.diff) {
                diff(archive, story);
            } else {
                minutes(archive, story.info());
            }
            main.console().out().flush();
            return Exit.DONE;
        }
    }

    private StoryVersion find(Archive archive) throws Failure {
        Optional<Integer> no = wanted.matches("[0-9]{1,9}")
                ? Optional.of(Integer.valueOf(wanted))
                : archive.stories().number(Provenance.keyOf(wanted));
        Optional<StoryVersion> found = no.flatMap(number -> version.isPresent()
                ? archive.stories().version(number, version.get())
                : archive.stories().newest(number));
        return found.orElseThrow(() -> new Failure("there is no story " + wanted
                + version.map(v -> " with a version " + v).orElse("") + " in " + archive.location()));
    }

    private void minutes(Archive archive, StoryInfo info) throws IOException, Failure {
        Read stored = new Reads(archive)
                .of(info.no())
                .orElseThrow(() -> new Failure("story " + info.no() + " has not been read: it is in \""
                        + info.language() + "\", for which there is no language pack"));
        try (Output out = output.open(main.console())) {
            View view = output.view(main);
            view.write(view.render(Layer.keep(stored.minutes(), output.layers()), 1), out.writer());
            view.finish(out.writer());
            out.done();
        }
    }

    private void info(Archive archive, StoryInfo info) {
        line("story", info.no() + " version " + info.version());
        line("title", info.title());
        line(
                "published",
                info.publishedAt()
                        .or(() -> info.published().map(Object::toString))
                        .orElse(""));
        line("outlet", info.outlet().orElse(""));
        line("agency", info.agency().orElse(""));
        line("byline", info.byline().orElse(""));
        line("place", info.place().orElse(""));
        line("address", info.url().orElse(""));
        line("language", info.language());
        line("key", info.key());
        line("found in", info.foundIn());
        line("text", "SHA-256 " + info.textSha256());
        line("bytes", info.mediaType() + ", SHA-256 " + info.bytesSha256());
        for (StoryInfo one : archive.stories().versions(info.no())) {
            line("version " + one.version(), "added " + one.addedAt() + " by run " + one.run());
        }
        List<Carrier> carriers = archive.copies().of(info.no());
        for (int i = 0; i < carriers.size(); i++) {
            StoryInfo carrier = carriers.get(i).story();
            line(
                    i == 0 ? "first in" : "also in",
                    String.format(
                            Locale.ROOT,
                            "story %d, %s, %s, %.0f %% alike",
                            carrier.no(),
                            carrier.outlet().orElse("outlet not known"),
                            carrier.published().map(Object::toString).orElse("day not known"),
                            100 * carriers.get(i).likeness()));
        }
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            main.console().out().println(String.format(Locale.ROOT, "%-10s %s", name, value));
        }
    }

    /** Words that went in brackets with a minus, words that came with a plus: readable without colours. */
    private void diff(Archive archive, StoryVersion now) throws Failure {
        StoryVersion old = archive.stories()
                .version(now.info().no(), now.info().version() - 1)
                .orElseThrow(() -> new Failure("version " + now.info().version() + " of story "
                        + now.info().no() + " is the first; there is none before it"));
        StringBuilder out = new StringBuilder();
        for (Piece piece : WordDiff.between(old.story().text(), now.story().text())) {
            String words = piece.text().stripTrailing();
            String gap = piece.text().substring(words.length());
            switch (piece.change()) {
                case SAME -> out.append(piece.text());
                case OUT -> out.append("[-").append(words).append("-]").append(gap);
                case IN -> out.append("{+").append(words).append("+}").append(gap);
            }
        }
        main.console().out().println(out);
    }
}
