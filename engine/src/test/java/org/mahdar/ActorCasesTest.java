package org.mahdar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mahdar.model.Actor;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.model.Story;

/** Who the actors of invented sentences are; the sentences and what is expected stand in {@code actors/cases.txt}. */
class ActorCasesTest {
    private static final Path FOLDER = Path.of("src/test/resources/actors");
    private static final Mahdar MAHDAR = Mahdar.forPack(Path.of("../languages/ar"), List.of(FOLDER.resolve("lexicon")));

    private record Case(int line, LocalDate day, String text, List<String> checks) {}

    private static List<Case> cases() throws IOException {
        List<Case> out = new ArrayList<>();
        LocalDate day = LocalDate.EPOCH;
        int number = 0;
        for (String line : Files.readAllLines(FOLDER.resolve("cases.txt"))) {
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
        assertThat(cases).hasSizeGreaterThan(30);
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
        if (check.startsWith("none ")) {
            assertThat(find(minutes, check.substring(5))).as(list(minutes)).isEmpty();
        } else if (check.contains(" => ")) {
            String[] halves = check.split(" => ");
            Actor actor = need(minutes, halves[0]);
            for (String pair : halves[1].split(", (?=[a-z]+=)")) {
                String key = pair.substring(0, pair.indexOf('='));
                assertThat(value(minutes, actor, key))
                        .as(key + " in " + list(minutes))
                        .isEqualTo(pair.substring(key.length() + 1));
            }
        } else {
            boolean same = !check.contains(" != ");
            String[] halves = check.split(same ? " = " : " != ");
            boolean one = need(minutes, halves[0]).equals(need(minutes, halves[1]));
            assertThat(one).as(list(minutes)).isEqualTo(same);
        }
    }

    private static String value(Minutes minutes, Actor actor, String key) {
        return switch (key) {
            case "kind" -> actor.kind().word();
            case "en" -> actor.nameEn().orElse("-");
            case "id" -> actor.id().orElse("-");
            case "state" -> actor.state().orElse("-");
            case "of" -> actor.of().flatMap(ref -> minutes.actor(ref).nameEn()).orElse("-");
            case "office" -> actor.officeEn().orElse("-");
            case "inferred" -> String.valueOf(actor.inferred());
            default -> throw new IllegalArgumentException("There is no key " + key);
        };
    }

    private static Actor need(Minutes minutes, String words) {
        return find(minutes, words)
                .orElseThrow(() -> new AssertionError("no actor \"" + words + "\" in " + list(minutes)));
    }

    private static Optional<Actor> find(Minutes minutes, String words) {
        return minutes.actors().stream()
                .filter(actor -> actor.mentions().stream()
                        .anyMatch(mention -> mention.of(minutes.story().text()).equals(words)))
                .findFirst();
    }

    private static String list(Minutes minutes) {
        StringBuilder out = new StringBuilder();
        for (Actor actor : minutes.actors()) {
            out.append('\n').append(actor.ref()).append(' ').append(actor.kind());
            out.append(' ')
                    .append(actor.nameEn().orElse("-"))
                    .append(' ')
                    .append(actor.id().orElse("-"));
            for (Span mention : actor.mentions()) {
                out.append(" / ").append(mention.of(minutes.story().text()));
            }
        }
        return out.toString();
    }
}
