package org.mahdar.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.web.Server;
import org.mahdar.app.web.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code mahdar serve}: the archive for people with a browser and for programs. */
@Command(
        name = "serve",
        description = "Opens the archive to browsers and programs, on this machine alone unless there are users.",
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar serve", "  mahdar serve --host 0.0.0.0", "  mahdar serve --data archive --port 8080"})
final class ServeCommand implements Callable<Integer> {
    private static final long LAST_ANSWERS = 5;

    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    @Mixin
    private LexiconOption lexicon = new LexiconOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8017",
            description = "Port to listen at (default: ${DEFAULT-VALUE}; 0 for any that is free).")
    private int port = 8017;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = {
                "Address to listen at (default: ${DEFAULT-VALUE}, where nobody else can reach it and nobody logs in).",
                "At any other there have to be users, see: mahdar user add."
            })
    private String host = "127.0.0.1";

    // picocli sets the command's parent.
    @SuppressWarnings("NullAway.Init")
    ServeCommand() {}

    @Override
    public Integer call() throws Failure, InterruptedException {
        try (Archive archive = where.openOrCreate()) {
            return serve(main.console(), archive, lexicon.languages(), new Settings(host, port, false));
        }
    }

    /** Serves until the process is told to end. */
    static int serve(Console console, Archive archive, Languages languages, Settings settings)
            throws Failure, InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (Server server = start(archive, languages, settings)) {
            console.say("http://" + settings.host() + ":" + server.port() + "/  (Ctrl+C ends it)");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                end.countDown();
                try {
                    // The process ends when this returns: what is being answered is answered first.
                    closed.await(LAST_ANSWERS, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            end.await();
        } finally {
            closed.countDown();
        }
        return Exit.DONE;
    }

    /** Serves some pages to itself and ends. */
    static int tryOut(Archive archive, Languages languages, Settings settings) throws Failure, IOException {
        try (Server server = start(archive, languages, settings)) {
            for (String page : List.of("/", "/stories/1", "/search?q=kind:meeting", "/dossiers")) {
                URL address = URI.create("http://" + settings.host() + ":" + server.port() + page)
                        .toURL();
                try (InputStream answer = address.openStream()) {
                    answer.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return Exit.DONE;
    }

    private static Server start(Archive archive, Languages languages, Settings settings) throws Failure {
        try {
            return Server.start(archive, languages, settings);
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        } catch (Server.PortTaken e) {
            throw new Failure(
                    "port " + settings.port() + " is taken. Choose another with --port, or 0 for any that is free.");
        }
    }
}
