package org.mahdar.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which package may import which: what the {@code package-info} of each says in a sentence. */
class ArchitectureTest {
    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.mahdar.app");

    @Test
    void sawTheClasses() {
        // A rule over nothing holds: these are the packages there are, and none of them is empty.
        for (String name : List.of("archive", "cli", "ingest", "view", "wire")) {
            assertThat(APP.stream().filter(c -> c.getPackageName().equals("org.mahdar.app." + name)))
                    .as(name)
                    .hasSizeGreaterThan(8);
        }
        assertThat(APP.stream().map(c -> c.getPackageName()).distinct()).hasSize(5);
    }

    @Test
    void importsPointDown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.mahdar..")
                .layer("cli")
                .definedBy("org.mahdar.app.cli..")
                .layer("view")
                .definedBy("org.mahdar.app.view..")
                .layer("ingest")
                .definedBy("org.mahdar.app.ingest..")
                .layer("archive")
                .definedBy("org.mahdar.app.archive..")
                .layer("wire")
                .definedBy("org.mahdar.app.wire..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("view")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("ingest")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("archive")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("wire")
                .mayOnlyBeAccessedByLayers("cli", "view", "ingest", "archive")
                .check(APP);
    }

    @Test
    void everyLibraryHasOneHome() {
        home("tools.jackson..", "org.mahdar.app.wire..");
        home("com.ibm.icu..", "org.mahdar.app.ingest..");
        home("de.siegmar.fastcsv..", "org.mahdar.app.view..");
        home("picocli..", "org.mahdar.app.cli..");
        home("java.sql..", "org.mahdar.app.archive..");
        home("org.sqlite..", "org.mahdar.app.archive..");
        home("org.postgresql..", "org.mahdar.app.archive..");
    }

    private static void home(String library, String only) {
        noClasses()
                .that()
                .resideOutsideOfPackage(only)
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
