package org.mahdar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mahdar.app.cli.Child.Ran;

/**
 * The launcher, over the jars that the build has just made. They are copied into a tree of their own, without sources, so
 * that it never begins a build while one is under way.
 */
class LauncherIT {
    private static final Map<String, String> JAVA = Map.of("JAVA_HOME", System.getProperty("java.home"));

    /** One for all tests: making the archive of classes takes a few seconds. */
    @TempDir
    private static Path folder;

    private static Path launcher;
    private static Path target;

    @BeforeAll
    static void copyTheTree() throws IOException {
        Path tree = folder.resolve("tree with blanks");
        target = tree.resolve("app/target");
        Files.createDirectories(target.resolve("lib"));
        Files.copy(Path.of("target/mahdar.jar"), target.resolve("mahdar.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, target.resolve("lib").resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        launcher = tree.resolve("mahdar");
        Files.copy(Path.of("../mahdar"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static Ran run(Map<String, String> env, String... args) throws IOException, InterruptedException {
        return Child.run(folder, env, List.of(args));
    }

    private static List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().startsWith("mahdar-"))
                    .toList();
        }
    }

    @Test
    void seesToTheLocaleAndFindsItselfThroughLinks() throws IOException, InterruptedException {
        Path story = folder.resolve("خبر.txt");
        Files.writeString(story, "عنوان\n\nنص في 14 يوليو 2015");
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, folder.relativize(launcher));
        Map<String, String> env =
                Map.of("LC_ALL", "C", "LANG", "ar_EG.UTF-8", "JAVA_HOME", System.getProperty("java.home"));
        for (Path start : List.of(launcher, link)) {
            Ran ran = run(env, start.toString(), "read", story.toString());
            assertThat(ran.err()).isEmpty();
            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).contains("خبر").contains("14 يوليو 2015").doesNotContain("\u001B");
        }
        Ran missing = run(JAVA, link.toString(), "read", "none.txt");
        assertThat(missing.exit()).isEqualTo(Exit.PARTLY);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err()).contains("none.txt: there is no such file");
    }

    @Test
    void makesOneArchiveOfClassesAndAnotherWhenTheJarIsNewer() throws IOException, InterruptedException {
        assertThat(run(JAVA, launcher.toString(), "--version").exit()).isZero();
        assertThat(archives()).singleElement().asString().endsWith(".jsa");
        Path archive = archives().get(0);
        FileTime first = Files.getLastModifiedTime(archive);
        assertThat(run(JAVA, launcher.toString(), "--version").exit()).isZero();
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(first);
        Files.setLastModifiedTime(
                target.resolve("mahdar.jar"), FileTime.from(Instant.now().plusSeconds(3600)));
        assertThat(run(JAVA, launcher.toString(), "--version").err()).isEmpty();
        assertThat(Files.getLastModifiedTime(archive)).isGreaterThan(first);
        Files.setLastModifiedTime(target.resolve("mahdar.jar"), FileTime.from(Instant.EPOCH));
    }

    @Test
    void startsAllTheSameWithAnArchiveThatDoesNotFit() throws IOException, InterruptedException {
        assertThat(run(JAVA, launcher.toString(), "--version").exit()).isZero();
        Path archive = archives().get(0);
        Files.delete(archive);
        Files.writeString(archive, "not an archive");
        Ran ran = run(JAVA, launcher.toString(), "--version");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("mahdar ").hasLineCount(1);
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void saysWhichJavaItNeeds() throws IOException, InterruptedException {
        Path old = folder.resolve("old");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Path java = old.resolve("bin/java");
        Files.writeString(java, "#!/bin/sh\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Ran ran = run(Map.of("JAVA_HOME", old.toString()), launcher.toString(), "--version");
        assertThat(ran.exit()).isEqualTo(Exit.FAILED);
        assertThat(ran.err()).contains("needs Java 17 or newer").contains("is version 11");
    }
}
