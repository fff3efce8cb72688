package org.mahdar.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Store;
import org.mahdar.app.desk.Correcting.Reader;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.intake.Rereader;
import org.mahdar.app.wire.CorrectionJson;
import org.mahdar.app.wire.LineKind;
import org.mahdar.correct.Corrected.Outcome;
import org.mahdar.model.Actor;
import org.mahdar.model.Correction.Verdict;
import org.mahdar.model.Finding;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;

/**
 * Whatever is done to an archive, in whatever order: every correction ever given is applied or shown as one that is not,
 * and every span of every line lies in its text.
 */
class SequencesTest {
    private static final int STEPS = 24;
    private static final Languages BARE = new Languages(List.of());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"SQLITE, 1", "SQLITE, 2", "SQLITE, 3", "POSTGRESQL, 4"})
    void nothingIsLost(Store store, long seed) throws Exception {
        Random random = new Random(seed);
        List<String> stories = new ArrayList<>(Demo.lines());
        Set<String> given = new HashSet<>();
        int archives = 0;
        Archive archive = Archive.openOrCreate(store.location(folder.resolve("a" + archives++)));
        try {
            add(archive, stories.get(0));
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(6)) {
                    case 0 -> add(archive, stories.get(random.nextInt(stories.size())));
                    case 1 -> {
                        // The same story with another text.
                        int no = random.nextInt(stories.size());
                        stories.set(no, stories.get(no).replace("\"body\": \"", "\"body\": \"" + "تحديث. "));
                        add(archive, stories.get(no));
                    }
                    case 2 -> reread(archive, random.nextBoolean() ? BARE : Demo.languages());
                    case 3, 4 -> correct(archive, random, given);
                    default -> {
                        Archive next = Archive.openOrCreate(store.location(folder.resolve("a" + archives++)));
                        move(archive, next, random.nextBoolean());
                        archive.close();
                        archive = next;
                    }
                }
                check(archive, given);
            }
            assertThat(given).isNotEmpty();
        } finally {
            archive.close();
        }
    }

    private void add(Archive archive, String story) throws IOException {
        Path file = folder.resolve("story.jsonl");
        Files.writeString(file, story + "\n");
        Demo.add(archive, file);
    }

    private static void reread(Archive archive, Languages languages) {
        int run = archive.runs().begin("reread");
        new Rereader(archive, languages, new Rereader.Options(true, false, 1), new Rereader.Listener() {
                    @Override
                    public void at(int stories) {}

                    @Override
                    public void differs(Rereader.Difference difference) {}
                })
                .reread(run);
        archive.runs().end(run, 0, 0, 0, List.of());
    }

    private static void correct(Archive archive, Random random, Set<String> given) {
        List<Read> reads = new Reads(archive).after(0, 100);
        Read read = reads.get(random.nextInt(reads.size()));
        List<Finding> lines = read.minutes().findings().stream()
                .filter(line -> LineKind.of(line) != LineKind.TIME)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        Finding line = lines.get(random.nextInt(lines.size()));
        Verdict verdict =
                List.of(Verdict.CONFIRM, Verdict.REJECT, Verdict.REPLACE).get(random.nextInt(3));
        Map<String, String> set = verdict == Verdict.REPLACE && line instanceof Statement
                ? Map.of("act", "deny", "speaker", "قارئ " + random.nextInt(3))
                : Map.of();
        Outcome outcome = new Correcting(archive)
                .line(
                        read,
                        LineKind.id(line, 0),
                        verdict == Verdict.REPLACE && set.isEmpty() ? Verdict.CONFIRM : verdict,
                        set,
                        new Reader("reader", ""));
        given.add(outcome.correction().uid());
    }

    /** By a backup, or story by story and correction by correction. */
    private void move(Archive from, Archive to, boolean backup) throws Exception {
        if (backup) {
            Path file = folder.resolve("backup.zip");
            assertThat(to.restore(writeAnew(from, file))).isEqualTo(from.fingerprint());
            return;
        }
        List<String> lines =
                new Correcting(from).export().stream().map(CorrectionJson::line).toList();
        for (Read read : new Reads(from).after(0, 100)) {
            Path file = folder.resolve("story.jsonl");
            for (var version : from.stories().versions(read.info().no())) {
                var origin =
                        from.stories().origin(version.no(), version.version()).orElseThrow();
                Files.write(file, origin.bytes());
                Demo.add(to, file);
            }
        }
        List<CorrectionJson.Portable> corrections = new ArrayList<>();
        for (String line : lines) {
            corrections.add(CorrectionJson.read(line, 1));
        }
        assertThat(new Correcting(to).take(corrections).strange()).isEmpty();
        assertThat(new Correcting(to).take(corrections).added()).isZero();
    }

    private static Path writeAnew(Archive from, Path file) throws IOException {
        Files.deleteIfExists(file);
        from.backup(file);
        return file;
    }

    private static void check(Archive archive, Set<String> given) {
        List<Correcting.Listed> listed = new Correcting(archive).list(false);
        assertThat(listed.stream().map(one -> one.outcome().correction().uid()))
                .containsExactlyInAnyOrderElementsOf(given);
        for (Read read : new Reads(archive).after(0, 100)) {
            String text = read.minutes().story().text();
            Set<String> refs = new HashSet<>();
            for (Actor actor : read.minutes().actors()) {
                refs.add(actor.ref());
                assertThat(actor.mentions())
                        .allSatisfy(span -> assertThat(span.of(text)).isNotEmpty());
            }
            for (Finding line : read.minutes().findings()) {
                for (Span span : line.spans()) {
                    assertThat(span.of(text)).isNotEmpty();
                }
                if (line instanceof Statement statement) {
                    assertThat(refs).containsAll(statement.speaker().stream().toList());
                }
            }
        }
        assertThat(archive.check()).isEmpty();
    }
}
