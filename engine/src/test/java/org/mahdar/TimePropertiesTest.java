package org.mahdar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mahdar.model.Evidence;
import org.mahdar.model.Minutes;
import org.mahdar.model.Story;
import org.mahdar.model.TimeExpression;
import org.mahdar.model.TimeExpression.Anchor;

/** What holds for times in any text, however mangled. */
class TimePropertiesTest {
    private static final Path PACK = Path.of("../languages/ar");
    private static final Mahdar MAHDAR = Mahdar.forPack(PACK);
    private static final long SEED = 20150721;
    private static final int ROUNDS = 4000;

    /** The words and marks of all sentences of the checklist. */
    private static List<String> pieces() throws IOException {
        List<String> out =
                new ArrayList<>(List.of("\n", "(", ")", "/", "-", "،", ":", ".", "0", "99", "2015", "31", "13"));
        for (String line : Files.readAllLines(PACK.resolve("gold/time-cases.tsv"))) {
            String[] cells = line.split("\t", -1);
            out.addAll(List.of(cells[1].split(" ")));
            out.add(cells[2]);
        }
        return out;
    }

    @Test
    void anyMixOfTimeWordsIsRead() throws IOException {
        List<String> pieces = pieces();
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(8) == 0 ? "" : " ");
            }
            check(text.toString(), random);
        }
    }

    @Test
    void anyCutOfASentenceIsRead() throws IOException {
        Random random = new Random(SEED);
        for (String line : Files.readAllLines(PACK.resolve("gold/time-cases.tsv"))) {
            String text = line.split("\t", -1)[1];
            for (int i = 0; i < 20; i++) {
                int from = random.nextInt(text.length());
                int to = from + random.nextInt(text.length() - from + 1);
                check(text.substring(from, to), random);
            }
        }
    }

    private static void check(String text, Random random) {
        Optional<LocalDate> published = random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(LocalDate.of(1850 + random.nextInt(400), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        Minutes minutes = MAHDAR.read(Story.of("random", "", text, published));
        int last = 0;
        for (TimeExpression time : minutes.times()) {
            assertThat(time.span().start())
                    .as("times stand in order and apart in: " + text)
                    .isGreaterThanOrEqualTo(last);
            last = time.span().end();
            String words = time.span().of(text);
            assertThat(words).as("no white space at the ends").isEqualTo(words.strip());
            assertThat(time.value()).as(words).isNotBlank();
            for (Evidence.Step step : time.evidence().steps()) {
                assertThat(step.span().end()).isLessThanOrEqualTo(text.length());
            }
        }
    }

    @Test
    void withoutAnyDayRelativeTimesStayOpen() {
        Story story = Story.of("undated", "", "وصل الوفد أمس وسيعود الأسبوع المقبل، أي في 5 مايو.", Optional.empty());
        assertThat(MAHDAR.read(story).times())
                .extracting(TimeExpression::value)
                .containsExactly("PAST_REF", "FUTURE_REF", "XXXX-05-05");
    }

    @Test
    void theAnchorSaysWhatCounted() {
        LocalDate tuesday = LocalDate.of(2015, 7, 21);
        assertThat(anchors("وصل الوفد أمس.", tuesday)).containsExactly(Anchor.PUBLISHED);
        assertThat(anchors("وصل الوفد أمس الاثنين.", tuesday)).containsExactly(Anchor.TEXT);
        assertThat(anchors("وصل الوفد في 5 مايو 2014.", tuesday)).containsExactly(Anchor.TEXT);
        assertThat(anchors("جنيف في 20 يوليو (أ ف ب) - وصل الوفد أمس.", tuesday))
                .containsExactly(Anchor.TEXT, Anchor.TEXT);
    }

    /** An essay says "nowadays" once in so many words; its other bare todays mean the same. */
    @Test
    void todayInAnEssayMeansNowadays() {
        String opening = "تبدل وجه المدينة القديمة. ".repeat(12);
        String essay = opening + "أصبحت الأسواق اليوم واسعة، والناس اليوم في سعة.";
        String report = opening + "أصبحت الأسواق اليوم واسعة، وزارها أمس وغدا يزورها اليوم الوالي.";
        LocalDate day = LocalDate.of(2015, 7, 21);
        assertThat(MAHDAR.read(Story.of(essay, day)).times())
                .extracting(TimeExpression::value)
                .containsExactly("PRESENT_REF", "PRESENT_REF");
        assertThat(MAHDAR.read(Story.of(report, day)).times())
                .extracting(TimeExpression::value)
                .containsExactly("PRESENT_REF", "2015-07-20", "2015-07-22", "2015-07-21");
    }

    private static List<Anchor> anchors(String text, LocalDate day) {
        return MAHDAR.read(Story.of(text, day)).times().stream()
                .map(TimeExpression::anchor)
                .toList();
    }

    /** A text made of nothing but the beginnings of times must not cost more than its length. */
    @Test
    void longRunsOfTimeWordsAreReadInTime() {
        for (String piece : List.of("يوم ", "5 و", "صباح يوم ", "من 5 إلى ", "مطلع ", "خمسة و", "(", "قبل نحو ")) {
            Story story = Story.of(piece.repeat(20_000), LocalDate.of(2015, 7, 21));
            assertTimeout(Duration.ofSeconds(5), () -> MAHDAR.read(story), "20,000 times " + piece);
        }
    }
}
