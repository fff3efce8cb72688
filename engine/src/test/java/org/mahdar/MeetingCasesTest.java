package org.mahdar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mahdar.model.Actor;
import org.mahdar.model.Finding;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Story;

/** Occasions and papers of invented sentences; the sentences and what is expected stand in {@code meetings/cases.txt}. */
class MeetingCasesTest {
    private static final Path FOLDER = Path.of("src/test/resources");
    private static final Path CASES = FOLDER.resolve("meetings/cases.txt");
    private static final Mahdar MAHDAR = Mahdar.forPack(
            Path.of("../languages/ar"), List.of(FOLDER.resolve("actors/lexicon"), FOLDER.resolve("meetings/lexicon")));

    private record Case(int line, LocalDate day, String text, List<String> checks) {}

    private static List<Case> cases() throws IOException {
        List<Case> out = new ArrayList<>();
        LocalDate day = LocalDate.EPOCH;
        int number = 0;
        for (String line : Files.readAllLines(CASES)) {
            number++;
            if (line.startsWith("on ")) {
                day = LocalDate.parse(line.substring(3));
            } else if (line.startsWith("text ")) {
                out.add(new Case(number, day, line.substring(5), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                out.get(out.size() - 1).checks().add(line);
            }
        }
        return out;
    }

    @TestFactory
    Stream<DynamicTest> everyCase() throws IOException {
        List<Case> cases = cases();
        assertThat(cases).hasSizeGreaterThan(15);
        return cases.stream()
                .flatMap(one -> one.checks().stream()
                        .map(check -> dynamicTest(one.line() + ": " + check, () -> check(read(one), check))));
    }

    private static Minutes read(Case one) {
        String[] halves = one.text().split(" ¶¶ ", 2);
        String title = halves.length == 2 ? halves[0] : "";
        String body = halves[halves.length - 1].replace(" ¶ ", "\n");
        return MAHDAR.read(Story.of("case", title, body, Optional.of(one.day())));
    }

    private static void check(Minutes minutes, String check) {
        String layer = check.substring(0, check.indexOf(' '));
        String rest = check.substring(check.indexOf(' ') + 1);
        switch (layer) {
            case "meetings" -> assertThat(minutes.meetings()).as(list(minutes)).hasSize(Integer.parseInt(rest));
            case "papers" -> assertThat(minutes.papers()).as(list(minutes)).hasSize(Integer.parseInt(rest));
            case "meeting" -> {
                Meeting meeting = find(minutes, minutes.meetings(), rest);
                pairs(rest)
                        .forEach((key, value) -> assertThat(value(minutes, meeting, key))
                                .as(key + " in " + list(minutes))
                                .isEqualTo(value));
            }
            case "paper" -> {
                Paper paper = find(minutes, minutes.papers(), rest);
                pairs(rest)
                        .forEach((key, value) -> assertThat(value(minutes, paper, key))
                                .as(key + " in " + list(minutes))
                                .isEqualTo(value));
            }
            default -> throw new IllegalArgumentException("There is no check \"" + layer + "\"");
        }
    }

    private static Map<String, String> pairs(String check) {
        return Stream.of(check.split(" => ")[1].split(", (?=[a-z]+=)"))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')), pair -> pair.substring(pair.indexOf('=') + 1)));
    }

    private static <T extends Finding> T find(Minutes minutes, List<T> lines, String check) {
        String words = check.split(" => ")[0];
        return lines.stream()
                .filter(line -> line.spans().stream()
                        .anyMatch(span -> span.of(minutes.story().text()).equals(words)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is read at \"" + words + "\" in " + list(minutes)));
    }

    private static String value(Minutes minutes, Meeting meeting, String key) {
        String text = minutes.story().text();
        return switch (key) {
            case "kind" -> meeting.kind().word();
            case "status" -> meeting.status().word();
            case "date" -> meeting.date().orElse("-");
            case "inferred" -> String.valueOf(meeting.dateInferred());
            case "place" -> meeting.place().map(Meeting.Place::name).orElse("-");
            case "round" -> meeting.round().map(String::valueOf).orElse("-");
            case "level" -> meeting.level().map(span -> span.of(text)).orElse("-");
            case "parties" -> names(minutes, meeting.participants());
            default -> {
                Meeting.Role role = Meeting.Role.valueOf(key.toUpperCase(Locale.ROOT));
                yield names(
                        minutes,
                        meeting.participants().stream()
                                .filter(ref -> meeting.roles().get(ref) == role)
                                .toList());
            }
        };
    }

    private static String value(Minutes minutes, Paper paper, String key) {
        return switch (key) {
            case "kind" -> paper.kind().word();
            case "by" -> names(minutes, paper.by());
            case "date" -> paper.date().orElse("-");
            case "status" -> paper.status().orElse("-");
            default -> throw new IllegalArgumentException("There is no key " + key);
        };
    }

    private static String names(Minutes minutes, List<String> refs) {
        return refs.stream()
                .map(minutes::actor)
                .map(actor -> actor.nameEn().orElse(actor.name()))
                .collect(Collectors.joining("|"));
    }

    private static String list(Minutes minutes) {
        StringBuilder out = new StringBuilder();
        for (Finding line : Stream.concat(minutes.meetings().stream(), minutes.papers().stream())
                .toList()) {
            out.append('\n').append(line.evidence().pattern());
            line.spans()
                    .forEach(span ->
                            out.append(" / ").append(span.of(minutes.story().text())));
            if (line instanceof Meeting meeting) {
                out.append(" : ").append(names(minutes, meeting.participants()));
            }
        }
        for (Actor actor : minutes.actors()) {
            out.append('\n')
                    .append(actor.ref())
                    .append(' ')
                    .append(actor.nameEn().orElse("-"));
        }
        return out.toString();
    }
}
