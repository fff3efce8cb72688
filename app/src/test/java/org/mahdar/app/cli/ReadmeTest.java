package org.mahdar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README shows what is so. */
class ReadmeTest {
    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "../README.ar.md"})
    void itsLinesAreWhatTheDemoPrints(String page) throws IOException {
        List<String> shown = Files.readAllLines(Path.of(page)).stream()
                .filter(line -> line.contains("│"))
                .toList();
        assertThat(shown).hasSize(6);
        assertThat(Cli.run("demo").out().lines()).containsAll(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "../README.ar.md"})
    void itsReasonIsWhatWhyPrints(String page, @TempDir Path folder) throws IOException {
        Path story = Files.copy(Path.of("src/main/resources/samples/1-wire.txt"), folder.resolve("story.txt"));
        String why = Cli.run("why", story.toString(), "330").out().strip();
        assertThat(why).startsWith("offset 330:");
        assertThat(Files.readString(Path.of(page))).contains("```\n" + why + "\n```");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "../README.ar.md"})
    void itNamesEveryCommand(String page) throws IOException {
        String text = Files.readString(Path.of(page));
        assertThat(Cli.commands())
                .filteredOn(command -> !command.equals("help"))
                .hasSizeGreaterThan(10)
                .allSatisfy(command -> assertThat(text).contains(command));
    }
}
