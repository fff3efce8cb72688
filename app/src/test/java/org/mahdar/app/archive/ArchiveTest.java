package org.mahdar.app.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mahdar.app.Sample;
import org.mahdar.app.archive.Kept.Outcome;
import org.mahdar.app.archive.MinutesStore.Reread;
import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.model.Minutes;
import org.mahdar.model.Story;

/** What is kept comes back, on every store. */
class ArchiveTest {
    @TempDir
    private Path folder;

    private static Incoming incoming(String key, Story story) {
        return new Incoming(
                key,
                story,
                Optional.empty(),
                Optional.empty(),
                new Origin("text/plain", story.text().getBytes(UTF_8)),
                "test.txt");
    }

    private static Prepared prepared(String key, String text) {
        return Prepared.of(incoming(key, Story.of("id", "", text, Optional.empty())), Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void minutesComeBackAsTheyWere(Store store) {
        Minutes minutes = Sample.minutes();
        try (Archive archive = Archive.openOrCreate(store.location(folder))) {
            int run = archive.runs().begin("test");
            Incoming incoming = new Incoming(
                    "url:https://example.org/1",
                    Sample.STORY,
                    Optional.of("2024-03-04T10:00:00Z"),
                    Optional.of("ندى الصافي"),
                    new Origin("text/html", "<p>bytes</p>".getBytes(UTF_8)),
                    "page.html");
            assertThat(archive.stories().keep(List.of(Prepared.of(incoming, Optional.of(minutes))), run))
                    .containsExactly(new Kept(Outcome.ADDED, 1, 1));
            StoredMinutes stored = archive.minutes().newest(1).orElseThrow();
            assertThat(MinutesWriter.line(stored.minutes())).isEqualTo(MinutesWriter.line(minutes));
            assertThat(stored.minutes().meetings().get(0).level())
                    .isEqualTo(minutes.meetings().get(0).level());
            assertThat(stored.minutes().meetings().get(0).place())
                    .isEqualTo(minutes.meetings().get(0).place());
            assertThat(stored.minutes().meetings().get(0).dateInferred()).isTrue();
            assertThat(stored.minutes().actors()).isEqualTo(minutes.actors());
            assertThat(stored.minutes().times().get(0).evidence().pattern()).isEqualTo("date-today");
            assertThat(stored.minutes().story()).isEqualTo(Sample.STORY);
            assertThat(stored.info().byline()).contains("ندى الصافي");
            assertThat(stored.info().publishedAt()).contains("2024-03-04T10:00:00Z");
            assertThat(archive.stories().origin(1, 1).orElseThrow().bytes())
                    .asString(UTF_8)
                    .isEqualTo("<p>bytes</p>");
            assertThat(archive.minutes().storiesWith("saheliya")).containsExactly(1);
            assertThat(archive.minutes().after(0, 10)).hasSize(1);
            assertThat(archive.minutes().after(1, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedTextIsANewVersionAndTheSameTextIsNot(Store store) {
        try (Archive archive = Archive.openOrCreate(store.location(folder))) {
            int run = archive.runs().begin("test");
            StoryStore stories = archive.stories();
            List<Kept> first = stories.keep(
                    List.of(prepared("a", "نص أول"), prepared("b", "نص"), prepared("a", "نص ثان"), prepared("b", "نص")),
                    run);
            assertThat(first)
                    .containsExactly(
                            new Kept(Outcome.ADDED, 1, 1),
                            new Kept(Outcome.ADDED, 2, 1),
                            new Kept(Outcome.CHANGED, 1, 2),
                            new Kept(Outcome.KNOWN, 2, 1));
            assertThat(stories.keep(List.of(prepared("a", "نص ثان"), prepared("a", "نص أول")), run))
                    .containsExactly(new Kept(Outcome.KNOWN, 1, 2), new Kept(Outcome.CHANGED, 1, 3));
            assertThat(stories.versions(1)).extracting(StoryInfo::version).containsExactly(1, 2, 3);
            assertThat(stories.version(1, 2).orElseThrow().story().text()).isEqualTo("نص ثان");
            assertThat(stories.newest(1).orElseThrow().story().text()).isEqualTo("نص أول");
            assertThat(stories.count()).isEqualTo(2);
            Incoming same = incoming("b", Story.of("id", "", "نص", Optional.empty()));
            Incoming better = incoming("b", Story.of("id", "", "نص", Optional.of(java.time.LocalDate.of(2024, 3, 4))));
            assertThat(stories.outlook(List.of(same, better, incoming("c", same.story()))))
                    .containsExactly(Outcome.KNOWN, Outcome.CHANGED, Outcome.ADDED);
            assertThat(stories.keep(List.of(Prepared.of(better, Optional.empty())), run))
                    .containsExactly(new Kept(Outcome.CHANGED, 2, 2));
            assertThat(stories.keep(List.of(Prepared.of(same, Optional.empty())), run))
                    .containsExactly(new Kept(Outcome.KNOWN, 2, 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(30)
    void whoHasWrittenKeepsNobodyWaiting(Store store) {
        Location location = store.location(folder);
        try (Archive server = Archive.openOrCreate(location);
                Archive command = Archive.open(location)) {
            for (int i = 0; i < 3; i++) {
                int run = server.runs().begin("server");
                server.stories().keep(List.of(prepared("s" + i, "نص الخادم " + i)), run);
                run = command.runs().begin("command");
                command.stories().keep(List.of(prepared("c" + i, "نص الأمر " + i)), run);
            }
            assertThat(server.stories().count()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rereadingKeepsWhatDiffersOnly(Store store) {
        Minutes minutes = Sample.minutes();
        try (Archive archive = Archive.openOrCreate(store.location(folder))) {
            int run = archive.runs().begin("test");
            archive.stories().keep(List.of(Prepared.of(incoming("a", Sample.STORY), Optional.of(minutes))), run);
            StoryInfo info = archive.stories().list(0, 1).get(0);
            Minutes newPack = new Minutes(
                    Sample.STORY,
                    "ar-next",
                    minutes.actors(),
                    minutes.times(),
                    minutes.statements(),
                    minutes.meetings(),
                    minutes.positions(),
                    minutes.papers(),
                    minutes.assessments(),
                    minutes.problems());
            assertThat(archive.minutes().reread(info, newPack, run)).isEqualTo(Reread.SAME);
            assertThat(archive.minutes().newest(1).orElseThrow().minutes().pack())
                    .isEqualTo("ar-next");
            Minutes fewer = new Minutes(
                    Sample.STORY,
                    "ar-next",
                    minutes.actors(),
                    List.of(),
                    minutes.statements(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
            assertThat(archive.minutes().reread(info, fewer, run)).isEqualTo(Reread.CHANGED);
            assertThat(archive.minutes().newest(1).orElseThrow().revision()).isEqualTo(2);
            assertThat(archive.minutes().newest(1).orElseThrow().minutes().times())
                    .isEmpty();
            assertThat(archive.minutes().revision(1, 1).orElseThrow().minutes().times())
                    .hasSize(2);
            assertThat(archive.minutes().after(0, 10))
                    .extracting(StoredMinutes::no)
                    .containsExactly(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void copiesAreGroupedAndTheFirstCarrierNamed(Store store) {
        String text = "أعلنت وزارة الخارجية في ساحلية أن الجولة الثالثة من المحادثات ستعقد يوم الأحد في مدينة الواحة"
                + " برعاية اتحاد دول الأنهار وبحضور مراقبين من خمس دول وأن جدول أعمالها يشمل حصص الصيف والملاحة";
        try (Archive archive = Archive.openOrCreate(store.location(folder))) {
            int run = archive.runs().begin("test");
            archive.stories().keep(List.of(prepared("a", text), prepared("b", "خبر آخر لا صلة له بما سبق أبدا")), run);
            archive.stories()
                    .keep(
                            List.of(
                                    prepared("c", text.replace("أ", "ا")),
                                    prepared("d", text + " كما قال مصدر في الوفد أمس")),
                            run);
            assertThat(archive.copies().of(2)).isEmpty();
            assertThat(archive.copies().of(4))
                    .extracting(carrier -> carrier.story().no())
                    .containsExactly(1, 3, 4);
            assertThat(archive.copies().of(1))
                    .extracting(Copies.Carrier::likeness)
                    .satisfies(likeness -> {
                        assertThat(likeness.get(1)).isEqualTo(1);
                        assertThat(likeness.get(2)).isBetween(0.5, 0.99);
                    });
            assertThat(archive.copies().groups(List.of(1, 2, 3, 4))).hasSize(3).containsEntry(4, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void logsAreAppended(Store store) {
        try (Archive archive = Archive.openOrCreate(store.location(folder))) {
            int run = archive.runs().begin("test");
            archive.stories().keep(List.of(prepared("a", "نص")), run);
            CorrectionRow row = new CorrectionRow(
                    0, "u1", 1, 1, "statement", 0, 2, "reject", "{}", "reader", "2024-03-04T10:00:00Z", "");
            assertThat(archive.corrections().add(List.of(row, row))).isEqualTo(1);
            assertThat(archive.corrections().of(1))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.no()).isEqualTo(1));
            CorrectionRow orphan = new CorrectionRow(
                    0, "u2", 9, 1, "statement", 0, 2, "reject", "{}", "reader", "2024-03-04T10:00:00Z", "");
            assertThatThrownBy(() -> archive.corrections().add(List.of(orphan)))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("story 9");
            DossierRow dossier = new DossierRow("rivers", 0, "Rivers", "{}", false, "reader", "2024-03-04T10:00:00Z");
            assertThat(archive.dossiers().keep(dossier).revision()).isEqualTo(1);
            assertThat(archive.dossiers().keep(dossier).revision()).isEqualTo(2);
            assertThat(archive.dossiers().list())
                    .singleElement()
                    .satisfies(d -> assertThat(d.revision()).isEqualTo(2));
            SourceRow source =
                    archive.sources().add(SourceRow.of("https://example.org/feed", "feed", Optional.of("x"), "ar"));
            assertThat(archive.sources().add(source).no()).isEqualTo(source.no());
            archive.runs().end(run, 1, 0, 0, List.of(new RunRow.Trouble("a.txt:1", "is broken", "Mend it.")));
            assertThat(archive.runs().last(5)).singleElement().satisfies(last -> {
                assertThat(last.endedAt()).isPresent();
                assertThat(last.failed()).isEqualTo(1);
            });
            assertThat(archive.runs().troubles(run)).hasSize(1);
        }
    }

    /** A backup with those of its entries that are named; the manifest says what was written, as it did then. */
    private static Path without(Path backup, Path to, String... names) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(backup));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!List.of(names).contains(entry.getName())) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
        }
        return to;
    }

    @ParameterizedTest
    @EnumSource
    void aBackupOlderThanATableIsRestoredAndADamagedOneIsNot(Store store) throws IOException {
        Path backup = folder.resolve("backup.zip");
        String fingerprint;
        try (Archive archive = Archive.openOrCreate(store.location(folder))) {
            int run = archive.runs().begin("test");
            archive.stories().keep(List.of(prepared("a", "قال الوزير إن المحادثات بدأت.")), run);
            fingerprint = archive.backup(backup);
        }
        Path older = without(backup, folder.resolve("older.zip"), "saved_search");
        Path gap = without(backup, folder.resolve("gap.zip"), "finding");
        Path cut = without(backup, folder.resolve("cut.zip"), "manifest.txt");
        Path other = without(older, folder.resolve("other.zip"), "none");
        Files.write(other, Arrays.copyOf(Files.readAllBytes(other), (int) Files.size(other) / 2));
        try (Archive archive = Archive.openOrCreate(store.location(folder.resolve("to")))) {
            for (Path damaged : List.of(gap, cut, other)) {
                assertThatThrownBy(() -> archive.restore(damaged))
                        .isInstanceOf(ArchiveException.class)
                        .hasMessageContaining(damaged.getFileName().toString());
                assertThat(archive.stories().count()).as(damaged.toString()).isZero();
            }
            assertThat(archive.restore(older)).isEqualTo(fingerprint);
            assertThat(archive.stories().count()).isEqualTo(1);
            assertThat(archive.searches().list()).isEmpty();
        }
    }

    @Test
    void saysWhereThereIsNoArchive() throws IOException {
        Location nothing = Location.folder(folder.resolve("nothing"));
        assertThatThrownBy(() -> Archive.open(nothing))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("there is no archive in")
                .hasMessageContaining("mahdar add");
        assertThat(folder.resolve("nothing")).doesNotExist();
        assertThatThrownBy(() -> new Location(folder, Optional.of("jdbc:mysql://x/y")))
                .hasMessageContaining("jdbc:postgresql://host/name");
        Files.writeString(folder.resolve("archive.db"), "this is no database but a text of some length".repeat(100));
        assertThatThrownBy(() -> Archive.open(Location.folder(folder))).isInstanceOf(ArchiveException.class);
    }
}
