package org.mahdar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mahdar.app.Fictional;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Location;
import org.mahdar.app.archive.RunRow;

/**
 * A process that adds stories is killed at random moments, again and again, and begun again. What is in the archive in
 * the end is what one undisturbed run puts there. {@code -Dmahdar.kills=200 -Dmahdar.killed.stories=2000} kills
 * more often and longer work than the build does.
 */
class KillTest {
    private static final int STORIES = Integer.getInteger("mahdar.killed.stories", 600);
    private static final int KILLS = Integer.getInteger("mahdar.kills", 20);

    /** The exit code of a process that is killed. */
    private static final int KILLED = 137;

    /** Milliseconds between two looks whether there is a store. */
    private static final int POLL = 5;

    @TempDir
    private Path folder;

    @Test
    void killedAnywhereTheArchiveBecomesTheSame() throws IOException, InterruptedException {
        Path input = folder.resolve("stories.jsonl");
        Files.write(input, Fictional.stories(STORIES, 1));
        Path calm = folder.resolve("calm");
        long start = System.nanoTime();
        Process undisturbed = add(calm, input);
        awaitStories(undisturbed, calm, 0);
        long begun = System.nanoTime();
        assertThat(undisturbed.waitFor()).isZero();
        long lead = (begun - start) / 1_000_000;
        long work = (System.nanoTime() - begun) / 1_000_000;
        String expected = fingerprint(calm);

        Random random = new Random(1);
        int kills = 0;
        int rounds = 0;
        int killedAtWork = 0;
        while (kills < KILLS) {
            Path data = folder.resolve("round" + rounds++);
            boolean done = false;
            boolean whole = false;
            while (!done) {
                Process process = add(data, input);
                // What is whole is only finished: the next round has more to break.
                boolean kill = kills < KILLS && !whole;
                boolean ended = !kill || endsBefore(process, data, random, lead, work);
                if (!ended) {
                    process.destroyForcibly();
                }
                int exit = process.waitFor();
                // It may end by itself just before it is killed.
                assertThat(exit).isIn(ended ? List.of(0) : List.of(0, KILLED));
                done = exit == 0;
                if (!done) {
                    kills++;
                    int stories = stories(data);
                    whole = stories == STORIES;
                    killedAtWork += stories >= 0 && !whole ? 1 : 0;
                }
            }
            assertThat(fingerprint(data)).as("round %d", rounds).isEqualTo(expected);
        }
        // Otherwise this has shown nothing.
        assertThat(killedAtWork).isGreaterThan(KILLS / 10);
    }

    /**
     * Waits for the moment of a kill: some time before there is a store, some time behind that, or when so many stories are in.
     * True where the process ends by itself first.
     */
    private static boolean endsBefore(Process process, Path data, Random random, long lead, long work)
            throws InterruptedException {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return process.waitFor(random.nextLong(lead), TimeUnit.MILLISECONDS);
        }
        // Stories come in batches, and how fast they do differs from machine to machine and from minute to minute.
        awaitStories(process, data, kind == 1 ? 0 : 1 + random.nextInt(STORIES - 1));
        return process.waitFor(kind == 1 ? random.nextLong(work + work / 10) : 0, TimeUnit.MILLISECONDS);
    }

    /** Waits until the store of a process is there and has so many stories, or the process is over. */
    private static void awaitStories(Process process, Path data, int wanted) throws InterruptedException {
        while (process.isAlive() && seen(data) < wanted) {
            Thread.sleep(POLL);
        }
    }

    /** How many stories another process sees in a store; -1 where there is none yet. */
    private static int seen(Path data) {
        Path file = data.resolve("archive.db");
        if (!Files.exists(file)) {
            return -1;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from story")) {
            return count.next() ? count.getInt(1) : 0;
        } catch (SQLException e) {
            // It has no tables yet, or is being written.
            return 0;
        }
    }

    /** How many stories the archive holds; -1 where there is none yet. */
    private static int stories(Path data) {
        return Archive.openIfThere(Location.folder(data))
                .map(archive -> {
                    try (archive) {
                        return archive.stories().count();
                    }
                })
                .orElse(-1);
    }

    private static String fingerprint(Path data) {
        try (Archive archive = Archive.open(Location.folder(data))) {
            assertThat(archive.stories().count()).isEqualTo(STORIES);
            List<RunRow> runs = archive.runs().last(1);
            assertThat(runs.get(0).endedAt()).isPresent();
            return archive.fingerprint();
        }
    }

    private Process add(Path data, Path input) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.sqlite.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.mahdar.app.cli.Main"));
        command.addAll(List.of("add", "--data", data.toString(), input.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }
}
