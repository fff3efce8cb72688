package org.mahdar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mahdar.app.export.Format;

/** {@code mahdar export}: every format from an archive, and what is said of wrong ones. */
class ExportCommandTest {
    @TempDir
    private static Path folder;

    private static Cli.Ran run(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "export";
        all[1] = "--data";
        all[2] = folder.resolve("data").toString();
        System.arraycopy(args, 0, all, 3, args.length);
        return Cli.run("", Map.of(), all);
    }

    @BeforeAll
    static void fill() {
        Cli.Ran added = Cli.run(
                "add",
                "--data",
                folder.resolve("data").toString(),
                "src/main/resources/samples/negotiation/stories.jsonl");
        assertThat(added.exit()).describedAs(added.err()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void writesToOutputAndToAFileTheSame(Format format) throws Exception {
        Path file = folder.resolve(format.word() + "." + format.extension());
        Cli.Ran toFile = run("--format", format.word(), "-o", file.toString());
        assertThat(toFile.exit()).describedAs(toFile.err()).isZero();
        assertThat(Files.size(file)).isGreaterThan(500);
        Cli.Ran toOutput = run("--format", format.word());
        assertThat(toOutput.exit()).isZero();
        if (format != Format.XMI && format != Format.ATOM) {
            // A zip is no text, and a feed tells the time of day.
            assertThat(toOutput.out()).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void writesAFolderOfParquet() {
        Path parquet = folder.resolve("parquet");
        assertThat(run("--format", "parquet", "-o", parquet.toString()).exit()).isZero();
        assertThat(parquet).isDirectoryContaining("glob:**/lines.parquet").isDirectoryContaining("glob:**/README.md");
        Cli.Ran nowhere = run("--format", "parquet");
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("say where with -o FOLDER");
    }

    @Test
    void namesTheFormatsThereAre() {
        Cli.Ran ran = run("--format", "excel");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("there is no format excel; there are jsonl, csv, plover,");
        assertThat(run("--help").out()).contains("graphml-two-mode");
    }
}
