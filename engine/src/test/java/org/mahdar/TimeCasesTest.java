package org.mahdar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.model.Story;
import org.mahdar.model.TimeExpression;

/**
 * Checklists of time expressions: one sentence a row, with the day of writing, the expression and the value it must have.
 * A row of type NONE is a look-alike that must stay untagged.
 */
class TimeCasesTest {
    private static final Path PACK = Path.of("../languages/ar");
    private static final Mahdar MAHDAR = Mahdar.forPack(PACK);
    private static final String NONE = "NONE";
    /** Rows of the shared checklist that may be wrong: 5 of its 210 expressions, 1 of its 19 look-alikes. */
    private static final int SHARED_WRONG = 5;

    private static final int SHARED_TAGGED = 1;

    /** A row of a checklist. */
    private record Case(String day, String text, String expression, String type, String value) {
        Span span() {
            int start = text.indexOf(expression);
            return new Span(start, start + expression.length());
        }

        /** What the engine reads that touches the expression. */
        List<TimeExpression> read() {
            Minutes minutes = MAHDAR.read(Story.of(text, LocalDate.parse(day)));
            return minutes.times().stream()
                    .filter(time -> time.span().overlaps(span()))
                    .toList();
        }

        boolean isLookalike() {
            return type.equals(NONE);
        }

        boolean isRight() {
            return read().stream().anyMatch(time -> time.value().equals(value));
        }

        String report() {
            return day + " " + text + " [" + expression + "] wants " + value + ", read "
                    + read().stream()
                            .map(time -> time.span().of(text) + " = " + time.value() + " by "
                                    + time.evidence().pattern())
                            .toList();
        }
    }

    private static List<Case> cases(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Case(cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRowOfThePack() {
        List<Case> cases = cases(PACK.resolve("gold/time-cases.tsv"));
        assertThat(cases).hasSizeGreaterThanOrEqualTo(150);
        return cases.stream()
                .map(row -> dynamicTest(row.expression() + ": " + row.text(), () -> {
                    if (row.isLookalike()) {
                        assertThat(row.read()).as(row.report()).isEmpty();
                    } else {
                        assertThat(row.isRight()).as(row.report()).isTrue();
                    }
                }));
    }

    /** The shared checklist lies outside the repository; where it is missing there is nothing to run, and that is said. */
    @Test
    void sharedChecklist(TestReporter reporter) {
        Path file = Path.of(System.getProperty("mahdar.shared", "../../shared")).resolve("time-cases.tsv");
        if (!Files.exists(file)) {
            reporter.publishEntry("time-cases", "nothing to run: there is no " + file.toAbsolutePath());
            return;
        }
        List<String> wrong = new ArrayList<>();
        List<String> tagged = new ArrayList<>();
        for (Case row : cases(file)) {
            if (row.isLookalike() && !row.read().isEmpty()) {
                tagged.add(row.report());
            } else if (!row.isLookalike() && !row.isRight()) {
                wrong.add(row.report());
            }
        }
        reporter.publishEntry("time-cases", wrong.size() + " wrong, " + tagged.size() + " look-alikes tagged");
        assertThat(wrong).hasSizeLessThanOrEqualTo(SHARED_WRONG);
        assertThat(tagged).hasSizeLessThanOrEqualTo(SHARED_TAGGED);
    }
}
