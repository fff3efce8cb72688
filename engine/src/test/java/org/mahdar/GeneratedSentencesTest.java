package org.mahdar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mahdar.model.Actor;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.model.Story;

/**
 * Sentences made by chance, whose right reading is known from how they were made: so many of them must be read right, with
 * nothing read besides. {@code -Dmahdar.generated.report=true} prints what is misread, grouped by what was drawn;
 * {@code -Dmahdar.generated.seed=7} draws others, {@code -Dmahdar.generated.count=4000} more.
 */
class GeneratedSentencesTest {
    private static final Path FOLDER = Path.of("src/test/resources/generated");
    private static final Mahdar MAHDAR = Mahdar.forPack(Path.of("../languages/ar"));
    private static final LocalDate MONDAY = LocalDate.of(2031, 5, 5);
    private static final long SEED = Long.getLong("mahdar.generated.seed", 20310505);
    private static final int COUNT = Integer.getInteger("mahdar.generated.count", 300);
    private static final boolean REPORT = Boolean.getBoolean("mahdar.generated.report");
    private static final int SHOWN = 12;
    private static final String NONE = "-";
    private static final Pattern STATE = Pattern.compile("[A-Z]{3}");

    /** A file of templates, the lines that they are about, and how many of a hundred sentences must be read right. */
    private enum Family {
        STATEMENTS("statements.txt", 96.5),
        QUOTATIONS("quotations.txt", 95.0),
        NAMES("names.txt", 90.0),
        MEETINGS("meetings.txt", 89.5),
        POSITIONS("positions.txt", 92.5),
        ASSESSMENTS("assessments.txt", 84.0),
        PAPERS("papers.txt", 80.0);

        private final String file;
        private final double floor;

        Family(String file, double floor) {
            this.file = file;
            this.floor = floor;
        }

        List<Line> lines(Minutes minutes) {
            return switch (this) {
                case STATEMENTS, QUOTATIONS, NAMES ->
                    minutes.statements().stream()
                            .map(s -> new Line(s.content(), actors(minutes, s.speaker().stream()), Map.of()))
                            .toList();
                case MEETINGS ->
                    minutes.meetings().stream()
                            .map(m -> new Line(
                                    joined(m.trigger(), m.also()),
                                    actors(minutes, m.participants().stream()),
                                    Map.of(
                                            "status",
                                            m.status().word(),
                                            "date",
                                            m.date().orElse(NONE),
                                            "place",
                                            m.place().map(place -> place.name()).orElse(NONE))))
                            .toList();
                case POSITIONS ->
                    minutes.positions().stream()
                            .map(p -> new Line(
                                    p.content(),
                                    actors(minutes, Stream.of(p.party())),
                                    Map.of("act", p.act().word())))
                            .toList();
                case ASSESSMENTS ->
                    minutes.assessments().stream()
                            .map(a -> new Line(
                                    List.of(a.span()),
                                    actors(minutes, Stream.of(a.by())),
                                    Map.of("polarity", a.polarity().word())))
                            .toList();
                case PAPERS ->
                    minutes.papers().stream()
                            .map(p -> new Line(
                                    joined(p.span(), p.also()),
                                    actors(minutes, p.by().stream()),
                                    Map.of(
                                            "kind",
                                            p.kind().word(),
                                            "status",
                                            p.status().orElse(NONE))))
                            .toList();
            };
        }

        /** Share of words that two spans must have in common to be the same line, and to be cut rightly. */
        double same() {
            return this == MEETINGS || this == PAPERS ? Double.MIN_VALUE : this == ASSESSMENTS ? .3 : .5;
        }

        double right() {
            return this == STATEMENTS || this == QUOTATIONS || this == NAMES || this == POSITIONS ? .8 : same();
        }
    }

    /** What all sorts of lines have: words, who has a part in it, and facts. */
    private record Line(List<Span> words, List<Actor> actors, Map<String, String> facts) {
        String shown(String text) {
            return words.stream().map(span -> span.of(text)).collect(Collectors.joining(" | ")) + " / "
                    + actors.stream()
                            .map(actor -> actor.nameEn().orElse(actor.name()))
                            .collect(Collectors.joining(" + "))
                    + (facts.isEmpty() ? "" : " / " + new TreeMap<>(facts));
        }
    }

    /** A sentence with what is wrong in its reading; nothing if it was read right. */
    private record Reading(GeneratedSentence sentence, Optional<String> fault, String read) {}

    @TestFactory
    Stream<DynamicTest> families() {
        return Arrays.stream(Family.values()).map(family -> dynamicTest(family.file, () -> check(family)));
    }

    private static void check(Family family) throws IOException {
        List<Reading> readings = new GeneratedSentences(FOLDER.resolve("slots.txt"), FOLDER.resolve(family.file))
                .draw(COUNT, SEED).parallelStream()
                        .map(sentence -> read(family, sentence))
                        .toList();
        long right = readings.stream().filter(r -> r.fault().isEmpty()).count();
        if (REPORT) {
            System.out.println(report(family, readings));
        }
        assertThat(100.0 * right / COUNT)
                .withFailMessage(() -> report(family, readings))
                .isGreaterThanOrEqualTo(family.floor);
    }

    private static Reading read(Family family, GeneratedSentence sentence) {
        String[] halves = sentence.text().split("\n\n", 2);
        Minutes minutes = MAHDAR.read(Story.of(
                "generated", halves.length == 2 ? halves[0] : "", halves[halves.length - 1], Optional.of(MONDAY)));
        List<Line> lines = new ArrayList<>(family.lines(minutes));
        String read = lines.stream().map(line -> line.shown(sentence.text())).collect(Collectors.joining(" ## "));
        List<String> faults = new ArrayList<>();
        for (Map<String, String> want : sentence.wants()) {
            faults.addAll(faults(family, want, sentence, lines));
        }
        if (!lines.isEmpty()) {
            faults.add("extra");
        }
        return new Reading(
                sentence, faults.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", faults)), read);
    }

    /** Takes the best line for what is wanted away from those read, and says what is wrong with it. */
    private static List<String> faults(
            Family family, Map<String, String> want, GeneratedSentence sentence, List<Line> lines) {
        List<String> least = List.of("miss");
        Optional<Line> taken = Optional.empty();
        for (Line line : lines) {
            double common = Arrays.stream(want.get("what").split("\\|"))
                    .mapToDouble(name -> common(line.words(), sentence.spans().get(name)))
                    .max()
                    .orElse(0);
            if (common < family.same()) {
                continue;
            }
            List<String> faults = new ArrayList<>();
            if (common < family.right()) {
                faults.add("cut");
            }
            want.forEach((key, value) -> {
                if (!key.equals("what") && !key.equals("who") && !line.facts().containsKey(key)) {
                    throw new IllegalArgumentException("Lines of " + family.file + " have no " + key);
                } else if (key.equals("who") && !same(line.actors(), value, sentence)) {
                    faults.add("who");
                } else if (line.facts().containsKey(key)
                        && !List.of((value.isEmpty() ? NONE : value).split("\\|"))
                                .contains(line.facts().get(key))) {
                    faults.add(key + " " + line.facts().get(key));
                }
            });
            if (taken.isEmpty() || faults.size() < least.size()) {
                taken = Optional.of(line);
                least = faults;
            }
        }
        taken.ifPresent(lines::remove);
        return least;
    }

    /**
     * Whether these actors are those wanted: names of the sentence's words, codes of states, English words, parted by commas;
     * {@code ?} before those that may be missing.
     */
    private static boolean same(List<Actor> actors, String want, GeneratedSentence sentence) {
        List<Actor> left = new ArrayList<>(actors);
        for (String name : want.isEmpty() ? new String[0] : want.split(",")) {
            for (String part : sentence.parts(name)) {
                Optional<Actor> found = left.stream()
                        .filter(actor -> is(actor, part.replace("?", ""), sentence))
                        .findFirst();
                if (found.isEmpty() && !part.startsWith("?")) {
                    return false;
                }
                found.ifPresent(left::remove);
            }
        }
        return left.isEmpty();
    }

    private static boolean is(Actor actor, String name, GeneratedSentence sentence) {
        Span span = sentence.spans().get(name);
        String last = name.substring(name.lastIndexOf('/') + 1);
        String is = span == null || STATE.matcher(last).matches() ? last : "";
        if (!actor.state().filter(is::equals).isPresent()
                && !actor.nameEn().orElse("").contains(is)) {
            return false;
        }
        return span == null
                || actor.mentions().stream()
                        .anyMatch(mention -> is.isEmpty()
                                ? mention.start() <= span.start() + 2 && mention.end() >= span.end() - 1
                                : mention.overlaps(span));
    }

    private static double common(List<Span> words, Span wanted) {
        int both = words.stream()
                .mapToInt(w -> Math.max(0, Math.min(w.end(), wanted.end()) - Math.max(w.start(), wanted.start())))
                .sum();
        int all = words.stream().mapToInt(Span::length).sum() + wanted.length() - both;
        return (double) both / all;
    }

    private static List<Actor> actors(Minutes minutes, Stream<String> refs) {
        return refs.map(minutes::actor).toList();
    }

    private static List<Span> joined(Span first, List<Span> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    /** What is misread, by what was drawn: those values first whose share of misreadings lies furthest above the average. */
    private static String report(Family family, List<Reading> readings) {
        List<Reading> wrong =
                readings.stream().filter(r -> r.fault().isPresent()).toList();
        double average = (double) wrong.size() / readings.size();
        StringBuilder out = new StringBuilder(String.format(
                "%n%s: %.1f %% of %d read right, at least %.1f %% wanted; seed %d. Again, with all misreadings:%n"
                        + "  ./mvnw -pl engine test -Dtest=GeneratedSentencesTest -Dmahdar.generated.report=true"
                        + " -Dmahdar.generated.seed=%d%n",
                family.file, 100 - 100 * average, readings.size(), family.floor, SEED, SEED));
        Map<String, Map<String, int[]>> table = new LinkedHashMap<>();
        for (Reading reading : readings) {
            Map<String, String> dimensions = new LinkedHashMap<>();
            dimensions.put("template", reading.sentence().template());
            dimensions.put("fault", reading.fault().orElse(NONE));
            dimensions.putAll(reading.sentence().dimensions());
            dimensions.forEach((name, value) -> {
                int[] counts = table.computeIfAbsent(name, key -> new LinkedHashMap<>())
                        .computeIfAbsent(value, key -> new int[2]);
                counts[0]++;
                counts[1] += reading.fault().isPresent() ? 1 : 0;
            });
        }
        table.forEach((name, values) -> {
            List<String> rows = values.entrySet().stream()
                    .filter(value -> value.getValue()[1] > 0)
                    .sorted(Comparator.comparingDouble(value -> average * value.getValue()[0] - value.getValue()[1]))
                    .limit(SHOWN)
                    .map(value -> String.format(
                            "  %4d of %4d  %s%n",
                            value.getValue()[1],
                            value.getValue()[0],
                            value.getKey().isEmpty() ? NONE : value.getKey()))
                    .toList();
            out.append(rows.isEmpty() ? "" : String.format("by %s%n%s", name, String.join("", rows)));
        });
        wrong.stream()
                .limit(REPORT ? wrong.size() : SHOWN)
                .forEach(r -> out.append(String.format(
                        "%s: %s%n    %s%n    wanted: %s%n    read: %s%n",
                        r.sentence().template(),
                        r.fault().orElseThrow(),
                        r.sentence().text().replace("\n", " ¶ "),
                        r.sentence().wants().isEmpty() ? NONE : wanted(r.sentence()),
                        r.read())));
        return out.toString();
    }

    private static String wanted(GeneratedSentence sentence) {
        return sentence.wants().stream()
                .map(want -> want.values().stream()
                        .flatMap(value -> Arrays.stream(value.split("[,|]")))
                        .map(name -> Optional.ofNullable(sentence.spans().get(name))
                                .map(span -> span.of(sentence.text()))
                                .orElse(name))
                        .collect(Collectors.joining(" / ")))
                .collect(Collectors.joining(" ## "));
    }
}
