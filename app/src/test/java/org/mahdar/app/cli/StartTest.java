package org.mahdar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a process of its own can show: which classes a start loads. */
class StartTest {
    @TempDir
    private Path folder;

    private static List<String> java(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                "org.mahdar.app.cli.Main"));
        command.addAll(List.of(args));
        return command;
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "help", "generate-completion"})
    void helpLoadsNeitherJsonNorALanguage(String command) throws IOException, InterruptedException {
        Child.Ran ran = Child.run(folder, Map.of(), java(command));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("picocli.CommandLine source")
                .doesNotContain("tools.jackson.")
                .doesNotContain("com.ibm.icu.")
                .doesNotContain("de.siegmar.")
                .doesNotContain("org.mahdar.language.")
                .doesNotContain("org.mahdar.pattern.");
    }

    @Test
    void readingUtf8AsksNothingOfTheCharsetDetector() throws IOException, InterruptedException {
        Path story = folder.resolve("story.txt");
        Files.writeString(story, "عنوان\n\nنص");
        Child.Ran ran = Child.run(folder, Map.of(), java("read", story.toString()));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("org.mahdar.language.Language").doesNotContain("com.ibm.icu.");
    }
}
