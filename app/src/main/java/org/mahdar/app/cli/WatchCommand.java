package org.mahdar.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.intake.Adder;
import org.mahdar.app.intake.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mahdar watch}: looks at the sources of the archive, again and again. */
@Command(
        name = "watch",
        description = {
            "Looks at the feeds of the archive, each when its time has come, and adds the stories they lead to.",
            "Asks politely: obeys robots.txt, waits between requests, asks only for changes, leaves failing sources alone"
                    + " for longer and longer."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar watch", "  mahdar watch --once --delay 5"})
final class WatchCommand implements Callable<Integer> {
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    @Mixin
    private FetchOptions fetch = new FetchOptions();

    @Option(names = "--once", description = "Look at what is due and end.")
    private boolean once;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "15m",
            description =
                    "How long to wait between two looks at a source: 90s, 15m, 2h, 1d (default: ${DEFAULT-VALUE}).")
    private String every = "15m";

    // picocli sets the command's parent and spec.
    @SuppressWarnings("NullAway.Init")
    WatchCommand() {}

    @Override
    public Integer call() throws Failure, InterruptedException {
        Duration pause = pause();
        try (Archive archive = where.open()) {
            if (archive.sources().list().isEmpty()) {
                throw new Failure("there is no source to look at. Add one with: mahdar add feed URL");
            }
            Adder.Options adding =
                    new Adder.Options(Runtime.getRuntime().availableProcessors(), Optional.empty(), Optional.empty());
            Watch watch = new Watch(
                    archive,
                    Readers.plain(),
                    fetch.fetcher(),
                    new Watch.Options(pause, adding),
                    new Telling(main.console()));
            while (true) {
                Watch.Round round = watch.round(Instant.now());
                tell(round, archive);
                if (round.taken().added() > 0 || !round.taken().changed().isEmpty()) {
                    DeskOptions.following(archive, Readers.plain(), main.console())
                            .close();
                }
                if (once) {
                    return round.taken().troubles().isEmpty() ? Exit.DONE : Exit.PARTLY;
                }
                Instant next = round.next().orElse(Instant.now().plus(pause));
                long wait = Math.max(1000, Duration.between(Instant.now(), next).toMillis());
                Thread.sleep(Math.min(wait, pause.toMillis()));
            }
        }
    }

    private Duration pause() {
        Matcher matcher = TIME.matcher(every);
        if (!matcher.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--every needs a time such as 90s, 15m, 2h or 1d, not \"" + every + "\"");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private void tell(Watch.Round round, Archive archive) {
        if (round.sources() > 0 || once) {
            main.console()
                    .out()
                    .print(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  "
                            + round.sources() + (round.sources() == 1 ? " source: " : " sources: "));
            new Summary(main.console()).tell(round.taken(), archive, false);
        }
    }

    /** Passes on remarks. */
    private record Telling(Console console) implements Adder.Listener {
        @Override
        public void at(int stories) {}

        @Override
        public void remark(Item.Remark remark) {
            console.say(remark.place() + ": " + remark.what());
        }
    }
}
