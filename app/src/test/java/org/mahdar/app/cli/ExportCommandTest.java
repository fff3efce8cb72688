package org.mahdar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.DossierRow;
import org.mahdar.app.archive.Location;
import org.mahdar.app.dossier.Definition;
import org.mahdar.app.export.Format;
import org.mahdar.app.wire.DefinitionJson;

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
        String data = folder.resolve("from-parquet").toString();
        Cli.Ran added = Cli.run("add", "--data", data, "--parquet", parquet.toString());
        assertThat(added.exit()).describedAs(added.err()).isZero();
        assertThat(Cli.run("export", "--data", data, "--format", "jsonl").out())
                .isEqualTo(run("--format", "jsonl").out());
        Cli.Ran again = Cli.run("add", "--data", data, "--parquet", parquet.toString());
        assertThat(again.out()).contains("56 known");
        Cli.Ran nothing = Cli.run("add", "--data", data, "--parquet", "no-such-folder");
        assertThat(nothing.exit()).isEqualTo(3);
        Cli.Ran nowhere = run("--format", "parquet");
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("say where with -o FOLDER");
    }

    @Test
    void takesWhatADossierTakes() throws Exception {
        Definition definition =
                Definition.of(List.of(), List.of(new Definition.Issue("الميناء", List.of("ميناء"))), List.of("ميناء"));
        try (Archive archive = Archive.open(Location.folder(folder.resolve("data")))) {
            archive.dossiers()
                    .keep(new DossierRow(
                            "port",
                            0,
                            "ميناء <الفيروز>",
                            DefinitionJson.line(definition),
                            false,
                            "t",
                            "2026-01-02T00:00:00Z"));
        }
        String all = run("--format", "jsonl").out();
        String part = run("--format", "jsonl", "--dossier", "port").out();
        assertThat(part.lines().count()).isBetween(5L, all.lines().count() - 1);
        assertThat(run("--format", "dna", "--dossier", "port").out()).contains(",الميناء,");
        // Of a dossier an occasion or a paper is one row, with the lines of all stories that tell of it.
        for (String table : List.of("rounds", "papers")) {
            String merged = run("--format", table, "--dossier", "port").out();
            assertThat(merged.lines().findFirst().orElseThrow()).endsWith(",life,texts,lines");
            assertThat(merged.lines().skip(1))
                    .isNotEmpty()
                    .hasSizeLessThan((int) run("--format", table).out().lines().count() - 1)
                    .allMatch(row -> row.matches(".*,[0-9]+\\.[md][0-9]+@1(; [0-9]+\\.[md][0-9]+@1)*"));
        }
        assertThat(run("--format", "papers", "--dossier", "port").out()).containsPattern("[0-9]@1; [0-9]+\\.d[0-9]+@1");
        String events = run("--format", "icalendar", "--dossier", "port").out();
        assertThat(events.split("BEGIN:VEVENT", -1).length)
                .isBetween(2, run("--format", "icalendar").out().split("BEGIN:VEVENT", -1).length);
        Cli.Ran brief = run("--format", "brief", "--dossier", "port");
        assertThat(brief.exit()).describedAs(brief.err()).isZero();
        Document page = Jsoup.parse(brief.out());
        assertThat(page.title()).isEqualTo("ميناء <الفيروز>");
        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("h2")).hasSize(5);
        assertThat(page.select("sup a"))
                .isNotEmpty()
                .allSatisfy(
                        link -> assertThat(page.getElementById(link.attr("href").substring(1)))
                                .isNotNull());
        Path pdf = folder.resolve("brief.pdf");
        Cli.Ran made = run("--format", "brief-pdf", "--dossier", "port", "-o", pdf.toString());
        assertThat(made.exit()).describedAs(made.err()).isZero();
        assertThat(made.err()).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isPositive();
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
            // Joined letters are read as what they are, but that the font has one glyph for two letters of one shape.
            assertThat(new PDFTextStripper().getText(document).replace('\u06CC', '\u064A'))
                    .contains("ميناء", "الفيروز");
        }
        assertThat(run("--format", "brief-pdf").exit()).isEqualTo(2);
        assertThat(run("--format", "csv", "--dossier", "no").err())
                .contains("there is no dossier no; there are [port]");
        assertThat(run("--format", "brief").exit()).isEqualTo(2);
    }

    @Test
    void namesTheFormatsThereAre() {
        Cli.Ran ran = run("--format", "excel");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("there is no format excel; there are jsonl, csv, plover,");
        assertThat(run("--help").out()).contains("graphml-two-mode");
    }
}
