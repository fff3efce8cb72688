package org.mahdar.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which package may import which: what the {@code package-info} of each says in a sentence. */
class ArchitectureTest {
    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.mahdar.app");

    /** Every package with those it may import, lowest first. */
    private static final Map<String, Set<String>> MAY = Map.ofEntries(
            Map.entry("dossier", Set.of()),
            Map.entry("wire", Set.of("dossier")),
            Map.entry("view", Set.of("wire")),
            Map.entry("ingest", Set.of("wire")),
            Map.entry("fetch", Set.of()),
            Map.entry("search", Set.of("wire", "dossier")),
            Map.entry("archive", Set.of("wire")),
            Map.entry("intake", below("wire ingest fetch archive")),
            Map.entry("desk", below("wire archive search dossier export")),
            Map.entry("export", below("wire view dossier")),
            Map.entry("web", below("wire view ingest fetch archive intake dossier search desk export")),
            Map.entry("cli", below("wire view ingest fetch archive intake dossier search desk export web")));

    private static Set<String> below(String packages) {
        return Set.of(packages.split(" "));
    }

    @Test
    void sawTheClasses() {
        // A rule over nothing holds: these are the packages there are, and none of them is empty.
        assertThat(APP.stream().map(ArchitectureTest::home)).containsAll(MAY.keySet());
        assertThat(APP.stream().map(ArchitectureTest::home).distinct()).hasSize(MAY.size());
        assertThat(APP).hasSizeGreaterThan(150);
    }

    @Test
    void importsPointDown() {
        classes()
                .should(new ArchCondition<>("import only what lies below") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        for (Dependency on : item.getDirectDependenciesFromSelf()) {
                            String to = home(on.getTargetClass());
                            boolean down = to.isEmpty()
                                    || to.equals(home(item))
                                    || MAY.get(home(item)).contains(to);
                            events.add(new SimpleConditionEvent(item, down, on.getDescription()));
                        }
                    }
                })
                .check(APP);
    }

    private static String home(JavaClass item) {
        String name = item.getPackageName();
        return name.startsWith("org.mahdar.app.") ? name.substring("org.mahdar.app.".length()) : "";
    }

    @Test
    void everyLibraryHasOneHome() {
        home("tools.jackson..", "org.mahdar.app.wire..");
        home("com.ibm.icu..", "org.mahdar.app.ingest..");
        home("de.siegmar.fastcsv..", "org.mahdar.app.view..", "org.mahdar.app.ingest..", "org.mahdar.app.export..");
        home("blue.strategic.parquet..", "org.mahdar.app.export..", "org.mahdar.app.ingest..");
        home("org.apache.parquet..", "org.mahdar.app.export..", "org.mahdar.app.ingest..");
        home("com.openhtmltopdf..", "org.mahdar.app.export..");
        home("org.apache.pdfbox..", "org.mahdar.app.ingest..");
        home("org.jsoup..", "org.mahdar.app.ingest..");
        home("picocli..", "org.mahdar.app.cli..");
        home("io.javalin..", "org.mahdar.app.web..");
        home("org.eclipse.jetty..", "org.mahdar.app.web..");
        home("gg.jte..", "org.mahdar.app.web..");
        home("at.favre.lib..", "org.mahdar.app.web..");
        home("java.sql..", "org.mahdar.app.archive..");
        home("org.sqlite..", "org.mahdar.app.archive..");
        home("org.postgresql..", "org.mahdar.app.archive..");
        home("org.apache.lucene..", "org.mahdar.app.search..");
    }

    private static void home(String library, String... only) {
        noClasses()
                .that()
                .resideOutsideOfPackages(only)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(APP);
    }

    @Test
    void theEngineIsAskedAtItsDoor() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mahdar.extract..", "org.mahdar.text..")
                .check(APP);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should(new ArchCondition<>("lie in a null-marked package") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(
                                new SimpleConditionEvent(item, marked, item.getPackageName() + " is not @NullMarked"));
                    }
                })
                .check(APP);
    }
}
