package org.mahdar.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Location;
import org.mahdar.app.dossier.Days;
import org.mahdar.app.dossier.Definition;
import org.mahdar.app.dossier.Definition.Issue;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Ledger;
import org.mahdar.app.dossier.Party;
import org.mahdar.app.wire.DefinitionJson;
import org.mahdar.model.Position;

/** The dossier of the invented negotiation. */
class DossierTest {
    private static final Definition RAND = Definition.of(
            List.of("XNR", "XSV", "union-of-lake-states", "XML"),
            List.of(
                    new Issue("water", List.of("حصص", "مياه")),
                    new Issue("port", List.of("ميناء")),
                    new Issue("detainees", List.of("محتجز")),
                    new Issue("observers", List.of("مراقب"))),
            List.of());

    @TempDir
    private Path folder;

    @Test
    void tellsTheNegotiation() throws Exception {
        try (Archive archive = Archive.openOrCreate(Location.folder(folder))) {
            Demo.add(archive);
            try (Desk desk = Desk.over(archive, Demo.language())) {
                desk.indexer().follow(n -> {});
                Dossier dossier = desk.dossier(DefinitionJson.read(DefinitionJson.line(RAND)));
                assertThat(dossier.parties())
                        .filteredOn(Party::asked)
                        .extracting(party -> party.side().key())
                        .containsExactlyElementsOf(RAND.parties());
                assertThat(dossier.parties().get(0).heads())
                        .extracting(head -> head.who().key())
                        .contains("suha-al-mirdawi", "asem-al-raqshan");
                // Copies of agency text carry one saying.
                assertThat(dossier.statements()).anySatisfy(saying -> {
                    assertThat(saying.carriers()).hasSizeGreaterThanOrEqualTo(3);
                    assertThat(saying.texts()).isEqualTo(1);
                });
                assertThat(dossier.coverage().stories())
                        .isGreaterThan(dossier.coverage().texts());
                assertThat(dossier.coverage().outlets()).hasSize(8);
                observersAreRefusedThenAccepted(dossier.positions());
                assertThat(desk.dossier(RAND)).isEqualTo(dossier);
            }
        }
    }

    private static void observersAreRefusedThenAccepted(Ledger ledger) {
        List<Ledger.Change> changes = ledger.compare(LocalDate.of(2025, 10, 9), LocalDate.of(2025, 11, 14));
        assertThat(changes).anySatisfy(change -> {
            assertThat(change.after().party().key()).isEqualTo("XNR");
            assertThat(change.after().issue()).isEqualTo("observers");
            assertThat(change.after().current())
                    .extracting(stand -> stand.act())
                    .contains(Position.Act.ACCEPT);
            assertThat(change.after().superseded()).isNotEmpty();
        });
        assertThat(ledger.asOf(LocalDate.of(2025, 9, 1))).isEmpty();
        assertThat(ledger.asOf(LocalDate.of(2025, 10, 9)))
                .allSatisfy(cell -> assertThat(cell.current())
                        .allSatisfy(stand ->
                                assertThat(stand.day().orElseThrow()).isBeforeOrEqualTo(LocalDate.of(2025, 10, 9))));
    }

    @Test
    void aStoryPutOutIsOut() {
        try (Archive archive = Archive.openOrCreate(Location.folder(folder))) {
            Demo.add(archive);
            try (Desk desk = Desk.over(archive, Demo.language())) {
                desk.indexer().follow(n -> {});
                int all = desk.dossier(RAND).coverage().stories();
                String key = archive.stories().newest(1).orElseThrow().info().key();
                Definition without = new Definition(
                        RAND.parties(),
                        RAND.issues(),
                        RAND.words(),
                        RAND.from(),
                        RAND.to(),
                        java.util.Set.of(),
                        java.util.Set.of(key));
                assertThat(desk.dossier(without).coverage().stories()).isEqualTo(all - 1);
            }
        }
    }

    @Test
    void daysOfTimeExpressions() {
        assertThat(Days.of("2025-10-05/2025-10-07").orElseThrow().length()).isEqualTo(3);
        assertThat(Days.of("2015-W32").orElseThrow()).hasToString("2015-08-03/2015-08-09");
        assertThat(Days.of("2025-02").orElseThrow().last()).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(Days.of("PAST_REF")).isEmpty();
        assertThat(Days.of("2025-02-31")).isEmpty();
    }
}
