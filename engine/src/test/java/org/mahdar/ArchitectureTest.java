package org.mahdar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which package may import which, what no package may know, and what no source file may hold. */
class ArchitectureTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.mahdar");

    /** Every package with those it may import; the first is {@code org.mahdar} itself. */
    private static final Map<String, Set<String>> MAY = Map.of(
            "", Set.of("extract", "language", "pattern", "text", "model"),
            "extract", Set.of("language", "pattern", "text", "model"),
            "score", Set.of("model"),
            "correct", Set.of("model"),
            "language", Set.of("pattern", "text", "model"),
            "pattern", Set.of("text", "model"),
            "text", Set.of("model"),
            "model", Set.of());

    private static final int LONGEST_FILE = 600;
    private static final Pattern ARABIC = Pattern.compile("[\\p{InArabic}&&\\p{L}]");

    @Test
    void sawTheClasses() {
        // A rule over nothing holds: these are the packages there are, and this is how much is in them at least.
        assertThat(ENGINE.stream().map(ArchitectureTest::home).distinct())
                .containsExactlyInAnyOrderElementsOf(MAY.keySet());
        assertThat(ENGINE).hasSizeGreaterThan(200);
        for (String home : List.of("model", "extract", "language", "pattern", "score")) {
            assertThat(ENGINE.stream().filter(item -> home(item).equals(home)))
                    .as(home)
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void importsPointDown() {
        classes()
                .should(condition("import only what lies below", (item, events) -> {
                    for (Dependency on : item.getDirectDependenciesFromSelf()) {
                        JavaClass target = on.getTargetClass();
                        boolean ours = target.getPackageName().startsWith("org.mahdar");
                        boolean down = !ours
                                || home(target).equals(home(item))
                                || MAY.getOrDefault(home(item), Set.of()).contains(home(target));
                        events.add(new SimpleConditionEvent(item, down, on.getDescription()));
                    }
                }))
                .check(ENGINE);
    }

    private static String home(JavaClass item) {
        String name = item.getPackageName();
        return name.equals("org.mahdar") ? "" : name.substring("org.mahdar.".length());
    }

    @Test
    void nothingButTheJdkIsNeeded() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.mahdar..", "java..", "org.jspecify.annotations..")
                .check(ENGINE);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should(condition(
                        "lie in a null-marked package",
                        (item, events) -> events.add(new SimpleConditionEvent(
                                item,
                                item.getPackage().isAnnotatedWith(NullMarked.class),
                                item.getPackageName() + " is not @NullMarked"))))
                .check(ENGINE);
    }

    /** The same story gives the same minutes: whatever differs between two runs or two machines is out of reach. */
    @Test
    void readingKnowsNoClockLocaleNetworkOrChance() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.util.random..", "java.util.prefs..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.time.Clock.class, java.util.Random.class)
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(Math.class, "random")
                .check(ENGINE);
        // Files are read where a language is loaded, and nowhere else.
        noClasses()
                .that()
                .resideOutsideOfPackages("org.mahdar", "org.mahdar.language")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..")
                .check(ENGINE);
    }

    @Test
    void noStateIsStatic() {
        fields().that().areStatic().should().beFinal().check(ENGINE);
    }

    @Test
    void noArabicWordStandsInJavaAndNoFileIsLong() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("engine", "app", "bench")) {
            try (Stream<Path> all = Files.walk(Path.of("..", module, "src/main/java"))) {
                all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(250);
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE);
            assertThat(lines)
                    .as(file.toString())
                    .noneMatch(line -> ARABIC.matcher(line).find());
        }
    }

    private interface Check {
        void check(JavaClass item, ConditionEvents events);
    }

    private static ArchCondition<JavaClass> condition(String what, Check check) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                check.check(item, events);
            }
        };
    }
}
