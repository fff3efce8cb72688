package org.mahdar.app.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.ArchiveException;
import org.mahdar.app.archive.Location;
import org.mahdar.app.archive.RunRow;
import org.mahdar.app.archive.SourceRow;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.search.IndexException;
import org.mahdar.app.wire.LineKind;
import org.mahdar.app.wire.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code mahdar doctor}: is everything as it should be? */
@Command(
        name = "doctor",
        description = "Looks at Java, the disk, the archive and its sources, and says what is wrong and what to do.",
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar doctor", "  mahdar doctor --data /srv/mahdar"})
final class DoctorCommand implements Callable<Integer> {
    /** Below this a disk is nearly full, in bytes. */
    private static final long LITTLE = 1L << 30;

    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    private int troubles;

    // picocli sets the command's parent.
    @SuppressWarnings("NullAway.Init")
    DoctorCommand() {}

    @Override
    public Integer call() {
        Location location = where.location();
        java();
        disk(location);
        archive(location);
        main.console().out().flush();
        return troubles == 0 ? Exit.DONE : Exit.FAILED;
    }

    private void good(String subject, String what) {
        main.console().out().println(String.format(Locale.ROOT, "ok    %-9s %s", subject, what));
    }

    private void bad(String subject, String what) {
        troubles++;
        main.console().out().println(String.format(Locale.ROOT, "BAD   %-9s %s", subject, what));
    }

    private void java() {
        Runtime.Version version = Runtime.version();
        good("mahdar", Version.current());
        String java = "Java " + version + ", " + Runtime.getRuntime().maxMemory() / (1024 * 1024) + " MB of memory, "
                + Runtime.getRuntime().availableProcessors() + " processors";
        if (version.feature() < 17) {
            bad("java", java + "; Java 17 or newer is needed");
        } else {
            good("java", java);
        }
        String names =
                Optional.ofNullable(System.getProperty("sun.jnu.encoding")).orElse("");
        if (Charset.isSupported(names) && Charset.forName(names).newEncoder().canEncode('\u0642')) {
            good("locale", "file names are " + names);
        } else {
            bad("locale", "file names are " + names + ", which has no Arabic letters; start with LC_ALL=C.UTF-8");
        }
    }

    private void disk(Location location) {
        Path folder = location.data().toAbsolutePath();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        if (folder == null) {
            bad("disk", location.data() + " is on no disk that is there; choose another with --data");
            return;
        }
        try {
            FileStore store = Files.getFileStore(folder);
            String free = String.format(Locale.ROOT, "%,d MB free at %s", store.getUsableSpace() >> 20, folder);
            if (!Files.isWritable(folder)) {
                bad("disk", folder + " may not be written to; change its rights or choose another with --data");
            } else if (store.getUsableSpace() < LITTLE) {
                bad("disk", free + "; make room");
            } else {
                good("disk", free);
            }
        } catch (IOException e) {
            bad("disk", "cannot be asked: " + e.getMessage());
        }
    }

    private void archive(Location location) {
        Optional<Archive> opened;
        try {
            opened = Archive.openIfThere(location);
        } catch (ArchiveException e) {
            bad("store", String.valueOf(e.getMessage()));
            return;
        }
        if (opened.isEmpty()) {
            good("store", "there is no archive in " + location + " yet; mahdar add begins one");
            return;
        }
        try (Archive archive = opened.get()) {
            store(archive);
            runs(archive);
            sources(archive);
            index(archive);
        } catch (ArchiveException e) {
            bad("store", String.valueOf(e.getMessage()));
        }
    }

    private void store(Archive archive) {
        good("store", archive.location() + ": " + archive.store());
        StringBuilder lines = new StringBuilder();
        Map<LineKind, Integer> count = archive.minutes().count();
        for (LineKind kind : LineKind.values()) {
            lines.append(String.format(Locale.ROOT, ", %,d %ss", count.getOrDefault(kind, 0), kind.word()));
        }
        int[] copies = archive.copies().count();
        good(
                "content",
                String.format(Locale.ROOT, "%,d stories", archive.stories().count()) + lines);
        good("copies", String.format(Locale.ROOT, "%,d stories carry %,d texts among them", copies[1], copies[0]));
        List<String> wrong = archive.check();
        wrong.stream()
                .limit(20)
                .forEach(trouble ->
                        bad("content", trouble + ". Restore a backup, or add its stories to a new archive."));
        if (wrong.isEmpty()) {
            good("content", "every text and every byte is what was kept; fingerprint " + archive.fingerprint());
        }
    }

    private void index(Archive archive) {
        try (Desk desk = DeskOptions.over(archive, Readers.plain())) {
            String size = String.format(Locale.ROOT, "%,d lines and stories", desk.indexSize());
            if (desk.indexer().isUpToDate()) {
                good("index", size + ", up to date");
            } else {
                good("index", size + ", behind the archive; the next search brings it up, or mahdar reindex");
            }
            long open = desk.correcting().list(true).size();
            good("corrections", archive.corrections().last() + ", " + open + " to be looked at again");
        } catch (IndexException e) {
            bad("index", String.valueOf(e.getMessage()));
        }
    }

    private void runs(Archive archive) {
        for (RunRow run : archive.runs().last(1)) {
            if (run.endedAt().isEmpty()) {
                good(
                        "runs",
                        "the last, \"" + run.command() + "\" of " + run.startedAt()
                                + ", has not ended; if it was broken off, give the command again and it goes on");
            } else {
                good(
                        "runs",
                        String.format(
                                Locale.ROOT,
                                "the last, \"%s\" of %s: %,d added, %,d changed, %,d known, %,d failed",
                                run.command(),
                                run.startedAt(),
                                run.added(),
                                run.changed(),
                                run.known(),
                                run.failed()));
            }
        }
    }

    private void sources(Archive archive) {
        List<SourceRow> sources = archive.sources().list();
        for (SourceRow source : sources) {
            String outcome = source.outcome().orElse("not looked at yet");
            if (!source.active() || source.failures() > 2) {
                bad("source", source.url() + ": " + outcome + " (" + source.failures() + " failures)");
            } else {
                good("source", source.url() + ": " + outcome);
            }
        }
        if (sources.isEmpty()) {
            good("sources", "none; mahdar add feed URL adds one");
        }
    }
}
