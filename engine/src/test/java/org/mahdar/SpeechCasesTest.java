package org.mahdar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mahdar.model.Actor;
import org.mahdar.model.Minutes;
import org.mahdar.model.Statement;
import org.mahdar.model.Story;

/**
 * The constructions of reported speech, one expected statement a row: all rows of one text are all that may be read there;
 * a row with cue NONE is a trap in which nothing may be read.
 */
class SpeechCasesTest {
    private static final Path PACK = Path.of("../languages/ar");
    private static final Mahdar MAHDAR = Mahdar.forPack(PACK);
    private static final String NONE = "NONE";

    /** A row of the checklist. */
    private record Case(String id, String text, String cue, String speaker, String kind, String content, String more) {
        static Case of(String line) {
            String[] cells = line.split("\t", -1);
            return new Case(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
        }

        /** The statement as words: what a row may say of it. */
        static String words(Statement statement, Minutes minutes, String more) {
            String text = minutes.story().text();
            String pieces =
                    statement.content().stream().map(piece -> piece.of(text)).collect(Collectors.joining(" | "));
            String out = statement.cue().of(text) + " / " + speaker(statement, minutes) + " / "
                    + statement.kind().word() + " / " + pieces;
            for (String want : more.isEmpty() ? new String[0] : more.split(" (?=[a-z]+=)")) {
                out += " / " + want.substring(0, want.indexOf('=') + 1) + value(want, statement, minutes);
            }
            return out;
        }

        private static String value(String want, Statement statement, Minutes minutes) {
            return switch (want.substring(0, want.indexOf('='))) {
                case "act" -> statement.act().word();
                case "negated" -> String.valueOf(statement.negated());
                case "addressee" ->
                    statement.addressee().map(minutes::actor).map(Actor::name).orElse("-");
                case "relay" ->
                    statement.relay().stream()
                            .map(ref -> minutes.actor(ref).name())
                            .collect(Collectors.joining(","));
                default -> throw new IllegalArgumentException("No such part of a statement: " + want);
            };
        }

        private static String speaker(Statement statement, Minutes minutes) {
            return statement.speaker().map(minutes::actor).map(Actor::name).orElse("-");
        }

        String wanted() {
            return cue + " / " + speaker + " / " + kind + " / " + content
                    + (more.isEmpty()
                            ? ""
                            : Arrays.stream(more.split(" (?=[a-z]+=)"))
                                    .map(want -> " / " + want)
                                    .collect(Collectors.joining()));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyConstruction() throws IOException {
        List<Case> cases = Files.readAllLines(PACK.resolve("gold/speech-cases.tsv")).stream()
                .skip(1)
                .map(Case::of)
                .toList();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(100);
        Map<String, List<Case>> byText =
                cases.stream().collect(Collectors.groupingBy(Case::text, LinkedHashMap::new, Collectors.toList()));
        return byText.entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getValue().get(0).id() + ": " + entry.getKey(), () -> check(entry.getValue())));
    }

    private static void check(List<Case> rows) {
        String[] halves = rows.get(0).text().split(" ¶¶ ", 2);
        Minutes minutes = MAHDAR.read(Story.of(
                "case",
                halves.length == 2 ? halves[0] : "",
                halves[halves.length - 1].replace("¶", "\n"),
                Optional.of(LocalDate.of(2015, 7, 21))));
        List<Case> wanted = rows.stream().filter(row -> !row.cue().equals(NONE)).toList();
        List<String> read = minutes.statements().stream()
                .map(statement -> Case.words(
                        statement,
                        minutes,
                        wanted.stream()
                                .filter(row -> row.cue()
                                        .equals(statement
                                                .cue()
                                                .of(minutes.story().text())))
                                .map(Case::more)
                                .findFirst()
                                .orElse("")))
                .toList();
        assertThat(read)
                .as("statements by "
                        + minutes.statements().stream()
                                .map(s -> s.evidence().pattern())
                                .toList())
                .containsExactlyElementsOf(wanted.stream().map(Case::wanted).toList());
    }
}
