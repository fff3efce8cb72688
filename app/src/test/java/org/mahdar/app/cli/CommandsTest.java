package org.mahdar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mahdar.app.cli.Cli.Ran;
import org.mahdar.app.wire.Version;

/** What is asked on the command line, and what comes back on which end and with which exit code. */
class CommandsTest {
    private static final String STORY = "وزير: عنوان\n\nوقع الجانبان الاتفاق في 14 تموز/يوليو 2015 في فيينا.\n";
    /** A story in which nothing can be found but a time. */
    private static final String RAIN = "هطل المطر على التلال في 14 يوليو 2015 ثم توقف.";

    private static final String GOLD = """
            {"id": "%s", "published": "2015-07-20", "statements": [{"cue": {"start": 13, "end": 16, "text": "وقع"},
             "source": null, "speaker": "nobody", "kind": "indirect",
             "content": [{"start": 59, "end": 64, "text": "فيينا"}]}],
             "times": [{"span": {"start": 37, "end": 55, "text": "14 تموز/يوليو 2015"}, "type": "DATE", "value": "2015-07-14"}],
             "meetings": [], "positions": [], "papers": [], "assessments": []}
            """;

    @TempDir
    private Path folder;

    private String file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        return file.toString();
    }

    @Test
    void everyHelpHasExamplesAndExitsWithZero() {
        List<String> commands = new ArrayList<>(List.of(""));
        commands.addAll(Cli.commands());
        for (String command : commands) {
            Ran ran = command.isEmpty() ? Cli.run("--help") : Cli.run(command, "--help");
            assertThat(ran.exit()).as(command).isEqualTo(Exit.DONE);
            assertThat(ran.err()).as(command).isEmpty();
            String examples = ran.out().substring(ran.out().indexOf("Examples:"));
            assertThat(examples.lines().filter(line -> line.contains("mahdar")))
                    .as(command)
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(ran.out().lines()).allMatch(line -> line.length() <= 100);
        }
        assertThat(Cli.run("help", "read").out())
                .isEqualTo(Cli.run("read", "--help").out());
        assertThat(Cli.run().out()).isEqualTo(Cli.run("--help").out());
    }

    @Test
    void theExamplesInTheHelpParse() throws IOException {
        for (String command : List.of("read", "why", "score", "demo")) {
            Cli.run(command, "--help")
                    .out()
                    .lines()
                    .filter(line -> line.startsWith("  mahdar"))
                    .map(line -> line.strip().split("\\s+"))
                    .map(words -> java.util.Arrays.copyOfRange(words, 1, words.length))
                    .forEach(words -> assertThat(Main.commandLine(Console.system())
                                    .parseArgs(words)
                                    .errors())
                            .isEmpty());
        }
    }

    @Test
    void tellsItsVersion() {
        assertThat(Cli.run("--version").out()).isEqualTo("mahdar " + Version.current() + "\n");
        assertThat(Version.current()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(List.of("red"), "Unmatched argument"),
                Arguments.of(List.of("read"), "Missing required parameter: 'FILE'"),
                Arguments.of(List.of("read", "--format", "yaml", "x"), "'yaml'"),
                Arguments.of(List.of("read", "--published", "gestern", "x"), "'gestern'"),
                Arguments.of(List.of("read", "--threads", "0", "x"), "--threads needs 1 or more"),
                Arguments.of(List.of("read", "--layer", "rumours", "x"), "expected one of"),
                Arguments.of(List.of("why", "x"), "Missing required parameter: 'OFFSET'"),
                Arguments.of(List.of("why", "x", "three"), "'three'"),
                Arguments.of(List.of("score", "nothing"), "GOLD is missing"));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(List<String> args, String message) {
        Ran ran = Cli.run(args.toArray(String[]::new));
        assertThat(ran.exit()).isEqualTo(Exit.USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(message).contains("mahdar: Try: mahdar").contains("--help");
    }

    @Test
    void readsInEveryFormat() throws IOException {
        String story = file("story.txt", STORY);
        assertThat(Cli.run("read", story).out()).contains("t1").contains("14 تموز/يوليو 2015");
        assertThat(Cli.run("read", "--format", "json", story).out())
                .startsWith("{\n")
                .contains("\"id\": \"story\"");
        assertThat(Cli.run("read", "-f", "JSONL", story, story).out()).hasLineCount(2);
        assertThat(Cli.run("read", "-f", "csv", story).out()).contains("story,,,,times,t1,");
        assertThat(Cli.run("read", "-f", "html", story).out())
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n");
        String rain = file("rain.txt", RAIN);
        assertThat(Cli.run("read", "-f", "csv", "--layer", "times", rain).out()).hasLineCount(2);
        assertThat(Cli.run("read", "-f", "csv", "--layer", "statements,meetings", rain)
                        .out())
                .hasLineCount(1);
    }

    @Test
    void readsStandardInputAndWhatItIsToldOfIt() {
        Ran ran = Cli.run(STORY, Map.of(), "read", "-", "-f", "jsonl", "--published", "2015-07-20");
        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("\"id\":\"stdin\"").contains("\"published\":\"2015-07-20\"");
        Ran other = Cli.run(STORY, Map.of(), "read", "-", "--language", "en");
        assertThat(other.exit()).isEqualTo(Exit.PARTLY);
        assertThat(other.err()).contains("stdin: story stdin is in \"en\", for which there is no language pack.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void keepsTheOrderWithAnyNumberOfThreads(int threads) throws IOException {
        StringBuilder lines = new StringBuilder();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            ids.add("id-" + i);
            lines.append("{\"id\":\"id-").append(i).append("\",\"text\":\"");
            lines.append("قال إن ".repeat(i % 7 * 50 + 1)).append("\"}\n");
        }
        String file = file("many.jsonl", lines.toString());
        Ran ran = Cli.run("read", "-f", "jsonl", "--threads", String.valueOf(threads), file);
        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(ran.out().lines().map(line -> line.replaceAll(".*\"story\":\\{\"id\":\"([^\"]*)\".*", "$1")))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void oneBadInputCostsOnlyItself() throws IOException {
        String good = file("good.txt", STORY);
        String lines = file("lines.jsonl", "{\"text\":\"ا\"}\n{\"text\":\n{\"text\":\"ب\"}\n");
        Ran ran = Cli.run("read", "-f", "jsonl", folder + "/missing.txt", lines, good);
        assertThat(ran.exit()).isEqualTo(Exit.PARTLY);
        assertThat(ran.out()).hasLineCount(3);
        assertThat(ran.err().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("mahdar: "))
                .anyMatch(line -> line.contains("lines.jsonl:2:9: broken JSON"))
                .anyMatch(line -> line.endsWith("3 stories read; 2 could not be, see above"));
    }

    @Test
    void aFileAppearsWhole() throws IOException {
        String story = file("story.txt", STORY);
        Path out = folder.resolve("out.csv");
        Ran ran = Cli.run("read", "-f", "csv", "-o", out.toString(), story);
        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(ran.out()).isEmpty();
        assertThat(out).content().startsWith("story,published");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("story.txt", "out.csv");
        }
        Ran failed = Cli.run("read", "-o", folder + "/none/out.csv", story);
        assertThat(failed.exit()).isEqualTo(Exit.FAILED);
        assertThat(failed.err()).contains("cannot write").contains("Check that its folder exists");
    }

    @Test
    void stopsWhenNobodyReadsOn() throws IOException {
        String many = file("many.jsonl", "{\"text\":\"قال\"}\n".repeat(1000));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream closed = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                false,
                StandardCharsets.UTF_8);
        Console console = new Console(
                InputStream.nullInputStream(), closed, new PrintStream(err, true, StandardCharsets.UTF_8), Map.of());
        Main.run(console, "read", "-f", "jsonl", many);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', false",
        "12, '', '', true",
        "2, '', '', false",
        "12, 1, '', false",
        "12, '', --no-color, false"
    })
    void coloursOnlyATerminalThatWantsThem(String terminal, String noColor, String option, boolean coloured)
            throws IOException {
        String story = file("story.txt", STORY);
        Map<String, String> env = Map.of("MAHDAR_TTY", terminal, "NO_COLOR", noColor, "TERM", "xterm");
        Ran ran = option.isEmpty() ? Cli.run("", env, "read", story) : Cli.run("", env, "read", option, story);
        assertThat(ran.out().contains("\u001B[")).isEqualTo(coloured);
        Ran help = option.isEmpty() ? Cli.run("", env, "--help") : Cli.run("", env, "read", "--help", option);
        assertThat(help.out().contains("\u001B[")).isEqualTo(coloured);
        assertThat(Cli.run("", env, "read", "-f", "csv", story).out()).doesNotContain("\u001B");
    }

    @Test
    void speaksTheLanguageOfTheUser() throws IOException {
        String story = file("story.txt", STORY);
        assertThat(Cli.run("", Map.of("MAHDAR_LOCALE", "ar_SY.UTF-8"), "read", story)
                        .out())
                .contains("الأزمنة");
        assertThat(Cli.run("", Map.of("LANG", "en_GB.UTF-8"), "read", story).out())
                .contains("Times");
        assertThat(Cli.run("read", "--ui-language", "ar", story).out()).contains("الأزمنة");
        Ran narrow = Cli.run("", Map.of("MAHDAR_COLUMNS", "60"), "read", story);
        assertThat(narrow.out()
                        .lines()
                        .map(line -> line.replaceAll("[\u2066-\u2069]", "").length()))
                .allMatch(length -> length <= 60);
    }

    @Test
    void saysWhy() throws IOException {
        String story = file("story.txt", STORY);
        Ran ran = Cli.run("why", story, "38");
        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(ran.out())
                .contains("offset 38: ")
                .contains("t1  times  date")
                .contains("14 تموز/يوليو 2015")
                .containsPattern("pattern  \\S+  languages/ar/patterns/\\S+\\.txt:[0-9]+")
                .containsPattern("when     .*<");
        String rain = file("rain.txt", RAIN);
        assertThat(Cli.run("why", rain, "5").out())
                .contains("No line covers it. The nearest is")
                .contains("t1  times");
        Ran outside = Cli.run("why", story, "999");
        assertThat(outside.exit()).isEqualTo(Exit.USAGE);
        assertThat(outside.err()).contains("which has offsets 0 to");
        assertThat(Cli.run("بلا تاريخ", Map.of(), "why", "-", "2").out()).contains("No line was read from this story.");
    }

    @Test
    void saysWhyOfOneStoryOfMany() throws IOException {
        String two =
                file("two.jsonl", "{\"id\":\"a\",\"text\":\"قال\"}\n{\"id\":\"b\",\"text\":\"في 14 يوليو 2015\"}\n");
        assertThat(Cli.run("why", two, "1").exit()).isEqualTo(Exit.USAGE);
        assertThat(Cli.run("why", two, "1").err()).contains("say which with --story, for example --story a");
        assertThat(Cli.run("why", two, "4", "--story", "b").out()).contains("14 يوليو 2015");
        Ran none = Cli.run("why", two, "1", "--story", "c");
        assertThat(none.exit()).isEqualTo(Exit.FAILED);
        assertThat(none.err()).contains("holds no story \"c\"");
        Ran missing = Cli.run("why", folder + "/none.txt", "1");
        assertThat(missing.exit()).isEqualTo(Exit.FAILED);
        assertThat(missing.err()).contains("there is no such file");
    }

    @Test
    void scoresAndWritesItsPages() throws IOException {
        String stories = file("story.txt", STORY);
        String gold = file("gold.json", GOLD.formatted("another-id"));
        Path page = folder.resolve("QUALITY.md");
        Path misses = folder.resolve("misses.txt");
        Ran ran = Cli.run("score", stories, gold, "-o", page.toString(), "--misses", misses.toString());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(ran.out())
                .startsWith("stories 1\nstatements  gold 1 said ")
                .contains("times       gold 1 said 1  overlap P 1.000 R 1.000 F1 1.000")
                .endsWith("traceable   1.000\n");
        assertThat(page)
                .content()
                .contains("`mahdar score " + stories)
                .contains("| times | overlap | 1 | 1 | 1 | 1.000 |")
                .doesNotContainPattern("\\p{InArabic}");
        assertThat(misses).content().contains("another-id\tstatements\tmiss\t59\tnobody\tفيينا\n");
    }

    @Test
    void scoresAFolder() throws IOException {
        file("stories.jsonl", "{\"id\":\"a\",\"text\":\"قال\"}\n{\"id\":\"b\",\"text\":\"قال\"}\n");
        file("gold.jsonl", "{\"id\":\"a\"}\n{\"id\":\"c\"}\n");
        Ran ran = Cli.run("score", folder.toString());
        assertThat(ran.exit()).isEqualTo(Exit.PARTLY);
        assertThat(ran.err()).contains("there is no story \"c\"");
        assertThat(ran.out()).startsWith("stories 2\n");
    }

    @Test
    void refusesGoldOfAnotherText() throws IOException {
        String stories = file("story.txt", STORY.replace("عنوان", "عناوين"));
        Ran ran = Cli.run("score", stories, file("gold.json", GOLD.formatted("story")));
        assertThat(ran.exit()).isEqualTo(Exit.FAILED);
        assertThat(ran.err()).contains("was made for another text: at 59 it has \"فيينا\"");
        Ran broken = Cli.run(
                "score", stories, file("broken.json", "{\"id\": \"story\",\n \"times\": [{\"type\": \"DATE\"}]}"));
        assertThat(broken.exit()).isEqualTo(Exit.FAILED);
        assertThat(broken.err()).contains("broken.json:1: times[0]: \"span\" is missing");
    }

    @Test
    void showsTheDemo() {
        Ran ran = Cli.run("demo", "--format", "jsonl");
        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(ran.out()).hasLineCount(3);
        assertThat(ran.err()).contains("fictional");
    }

    @Test
    void completesForShells() {
        assertThat(Cli.run("generate-completion").out()).contains("complete -F").contains("--ui-language");
    }

    @Test
    void progressIsShownAfterASecondAndTakenAway() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        AtomicLong clock = new AtomicLong();
        Progress progress = new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), 1000, clock::get);
        progress.at(1, 10);
        progress.clear();
        assertThat(err.size()).isZero();
        clock.set(2_000_000_000L);
        progress.at(5000, 500);
        progress.at(5001, 501);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r[############............]  50 %  5,000 stories  2,500/s \u001B[K");
        progress.clear();
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("\r\u001B[K");
    }
}
