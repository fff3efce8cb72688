package org.mahdar.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Location;
import org.mahdar.app.archive.Store;
import org.mahdar.app.desk.Correcting.Reader;
import org.mahdar.app.search.Facet;
import org.mahdar.app.search.Level;
import org.mahdar.app.search.QueryFault;
import org.mahdar.app.search.Request;
import org.mahdar.model.Correction.Verdict;
import org.mahdar.model.Statement;

/** Search and corrections over the invented negotiation. */
class DeskTest {
    @TempDir
    private Path folder;

    private static Request ask(String query, Level level) {
        return new Request(query, level, false, Request.Order.FIT, 0, 10, true);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAddedIsFoundAndWhatIsCorrectedIsFoundSo(Store store) throws QueryFault {
        try (Archive archive = Archive.openOrCreate(store.location(folder))) {
            Demo.add(archive);
            try (Desk desk = Desk.over(archive, Demo.language())) {
                assertThat(desk.indexer().isUpToDate()).isFalse();
                assertThat(desk.indexer().follow(n -> {}).stories()).isEqualTo(56);
                assertThat(desk.indexer().follow(n -> {}).stories()).isZero();
                Desk.Results said = desk.search(ask("نوع:قول قائل:فورنداي", Level.FOLDED));
                assertThat(said.answer().total()).isPositive();
                assertThat(said.found()).allSatisfy(found -> {
                    Statement statement = (Statement) found.line().orElseThrow();
                    assertThat(found.read()
                                    .minutes()
                                    .actor(statement.speaker().orElseThrow())
                                    .id())
                            .contains("elias-forndai");
                });
                Desk.Found first = said.found().get(0);
                desk.correcting()
                        .line(
                                first.read(),
                                first.hit().line(),
                                Verdict.REJECT,
                                java.util.Map.of(),
                                new Reader("reader", "not said"));
                assertThat(desk.indexer().follow(n -> {}).stories()).isEqualTo(1);
                assertThat(desk.search(ask("نوع:قول قائل:فورنداي", Level.FOLDED))
                                .answer()
                                .total())
                        .isEqualTo(said.answer().total() - 1);
                int size = desk.indexSize();
                assertThat(desk.indexer().rebuild(n -> {}).stories()).isEqualTo(56);
                assertThat(desk.indexSize()).isEqualTo(size);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "المحتجزين, EXACT, true",
        "=المحتجزين, STEM, true",
        "المحتجزين نوع:قول, FOLDED, true",
        "kind:meeting act:held place:Selin, FOLDED, true",
        "طرف:ناردين طرف:سرفان نوع:لقاء, FOLDED, true",
        "party:XNR -party:XSV, FOLDED, true",
        "\"حصص المياه\", FOLDED, true",
        "\"المياه حصص\", FOLDED, false",
        "\"ملفات حصص\"~3, FOLDED, true",
        "since:2025-11-30 until:2025-11, FOLDED, true",
        "since:2026, FOLDED, false",
        "outlet:الضفاف, FOLDED, true",
        "حالة:آلي, FOLDED, true",
        "حالة:مرفوض, FOLDED, false",
        "(المحتجزون OR الميناء) NOT kind:meeting, STEM, true",
        "ظظظظ*, FOLDED, false",
        "المحتج*, FOLDED, true",
        "كلمةلايكتبهاأحد, STEM, false",
    })
    void theQueryLanguageFinds(String query, Level level, boolean something) throws QueryFault {
        try (Archive archive = Archive.openOrCreate(Location.folder(folder))) {
            Demo.add(archive);
            try (Desk desk = Desk.over(archive, Demo.language())) {
                desk.indexer().follow(n -> {});
                Desk.Results results = desk.search(ask(query, level));
                assertThat(results.answer().total() > 0).as(query).isEqualTo(something);
            }
        }
    }

    @Test
    void levelsAreToldApartAndFacetsAddUp() throws QueryFault {
        try (Archive archive = Archive.openOrCreate(Location.folder(folder))) {
            Demo.add(archive);
            try (Desk desk = Desk.over(archive, Demo.language())) {
                desk.indexer().follow(n -> {});
                String bare = "محادثات";
                int exact = desk.search(ask(bare, Level.EXACT)).answer().total();
                int stem = desk.search(ask(bare, Level.STEM)).answer().total();
                assertThat(stem).isGreaterThan(exact);
                Desk.Results results =
                        desk.search(new Request(bare, Level.STEM, false, Request.Order.DATE, 0, 200, true));
                assertThat(results.found())
                        .allSatisfy(found -> assertThat(found.marks()).isNotEmpty());
                assertThat(results.found())
                        .anySatisfy(found -> assertThat(found.marks())
                                .anySatisfy(mark -> assertThat(mark.level()).isEqualTo(Level.STEM)));
                assertThat(results.answer().days().values().stream()
                                .mapToInt(n -> n)
                                .sum())
                        .isEqualTo(results.answer().total());
                assertThat(results.answer().facets().get(Facet.OUTLET).stream()
                                .mapToInt(count -> count.count())
                                .sum())
                        .isEqualTo(results.answer().total());
                assertThat(results.found().stream()
                                .map(found -> found.hit().day().orElseThrow()))
                        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
                Desk.Results none = desk.search(ask("=" + bare + "ات", Level.FOLDED));
                assertThat(none.answer().total()).isZero();
                assertThat(none.answer().first()).isPresent();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (a               | 0 | bracket
            a)               | 1 | bracket
            "a               | 0 | quotation
            nofield:a        | 0 | speaker
            since:yesterday  | 6 | 2022-01-11
            speaker:         | 0 | value
            a OR             | 4 | OR
            NOT              | 0 | missing
            """)
    void wrongQueriesSayWhere(String query, int at, String word) throws Exception {
        try (Archive archive = Archive.openOrCreate(Location.folder(folder))) {
            Demo.add(archive);
            try (Desk desk = Desk.over(archive, Demo.language())) {
                assertThatThrownBy(() -> desk.search(Request.of(query)))
                        .isInstanceOfSatisfying(QueryFault.class, fault -> {
                            assertThat(fault.what()).contains(word);
                            assertThat(fault.at()).isEqualTo(at);
                        });
            }
        }
    }

    @Test
    void anIndexOfAnotherArchiveIsMadeAnew() {
        try (Archive archive = Archive.openOrCreate(Location.folder(folder.resolve("a")));
                Desk desk = Desk.over(archive, Demo.language())) {
            Demo.add(archive);
            desk.indexer().follow(n -> {});
            Path backup = folder.resolve("b.zip");
            archive.backup(backup);
            try (Archive other = Archive.openOrCreate(Location.folder(folder.resolve("b")));
                    Desk otherDesk = Desk.over(other, Demo.language())) {
                other.restore(backup);
                assertThat(otherDesk.indexer().follow(n -> {}).stories()).isEqualTo(56);
                assertThat(otherDesk.reads().of(List.of(1, 2, 3))).hasSize(3);
            }
        }
    }
}
