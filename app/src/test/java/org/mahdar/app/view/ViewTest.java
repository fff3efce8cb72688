package org.mahdar.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mahdar.app.Sample;
import org.mahdar.model.Actor;
import org.mahdar.model.Assessment;
import org.mahdar.model.Evidence;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;
import org.mahdar.model.Story;
import org.mahdar.model.TimeExpression;

/** What every way to show minutes must keep: all of the lines, in order, and the text as it was. */
class ViewTest {
    private static final Minutes FULL = Sample.minutes();
    private static final Minutes EMPTY = new Minutes(
            Story.of("empty", "عنوان", "نص", Optional.empty()),
            "ar-test",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private static String show(View view, Minutes... stories) throws IOException {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < stories.length; i++) {
            view.write(view.render(stories[i], i + 1), out);
        }
        view.finish(out);
        return out.toString();
    }

    @Test
    void whatBecomesOfPapersHasAWordInBothLanguages() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../languages/ar/lexicon/paper-acts.tsv"));
        Set<String> statuses = rows.stream()
                .filter(row -> !row.startsWith("#") && !row.startsWith("id\t"))
                .map(row -> row.split("\t")[1])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(statuses).contains("tabled", "signed", "in-force").allSatisfy(status -> {
            assertThat(Labels.of("en").of("act", status)).isNotEqualTo("in-force");
            assertThat(Labels.of("ar").of("act", status)).matches("\\p{InArabic}+( \\p{InArabic}+)*");
        });
    }

    @Test
    void bothLanguagesHaveAWordForEverything() {
        Labels english = Labels.of("en_GB");
        Labels arabic = Labels.of("ar_EG.UTF-8");
        assertThat(arabic.keys()).isEqualTo(english.keys());
        assertThat(arabic.rightToLeft()).isTrue();
        assertThat(english.rightToLeft()).isFalse();
        Stream.of(
                        words("kind", Statement.Kind.values()),
                        words("kind", Meeting.Kind.values()),
                        words("kind", Paper.Kind.values()),
                        words("kind", TimeExpression.Type.values()),
                        words("act", Statement.Act.values()),
                        words("act", Position.Act.values()),
                        words("act", Meeting.Status.values()),
                        words("act", Assessment.Polarity.values()),
                        words("role", Meeting.Role.values()),
                        Stream.of(Layer.values()).map(Layer::word))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(english.word(key)).as(key).isNotBlank());
        // Words of a pack that no bundle knows, such as a new status of a paper, are shown as they are.
        assertThat(english.of("act", "initialled")).isEqualTo("initialled");
    }

    private static Stream<String> words(String group, Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> group + "." + constant.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 80, 120})
    void tableFitsAndIsolates(int columns) throws IOException {
        for (String language : List.of("en", "ar")) {
            String table = show(new TableView(Labels.of(language), columns, false), FULL, EMPTY);
            for (String line : table.lines().toList()) {
                assertThat(Cells.width(line)).as(line).isLessThanOrEqualTo(Math.max(columns, 53));
                assertThat(count(line, '\u2066') + count(line, '\u2067'))
                        .as(line)
                        .isEqualTo(count(line, '\u2069'));
                // Outside the isolates nothing has a direction of its own but what is Latin.
                String outside = line.replaceAll("[\u2066\u2067][^\u2069]*\u2069", "");
                assertThat(outside).as(line).doesNotContainPattern("\\p{InArabic}");
            }
            for (String id : List.of("s1", "s2", "s3", "m1", "m2", "p1", "d1", "d2", "v1", "t1", "t2")) {
                assertThat(table).contains(id);
            }
            assertThat(table).contains("137–193");
        }
    }

    @Test
    void tableColoursOnlyWhenAskedTo() throws IOException {
        String plain = show(new TableView(Labels.of("en"), 100, false), FULL);
        String coloured = show(new TableView(Labels.of("en"), 100, true), FULL);
        assertThat(plain).doesNotContain("\u001B");
        assertThat(coloured).contains("\u001B[");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void tableIsNotSteeredByTheStory() throws IOException {
        Story sly = Story.of("sly", "", "قال \u001B[2J\u2069\u202Eأحمد", Optional.empty());
        Minutes minutes = with(sly, statement(0, 3, 4, sly.text().length()));
        String table = show(new TableView(Labels.of("en"), 100, false), minutes);
        assertThat(table).contains("[2Jأحمد").doesNotContain("\u001B").doesNotContain("\u202E");
    }

    @Test
    void wrapsByColumns() {
        assertThat(Cells.wrap("one two  three", 7)).containsExactly("one two", "three");
        assertThat(Cells.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
        assertThat(Cells.wrap("سَبَبًا جوهريًا", 7)).containsExactly("سَبَبًا", "جوهريًا");
        assertThat(Cells.width("سَبَبًا")).isEqualTo(4);
        assertThat(Cells.rightToLeft("«12» نص")).isTrue();
        assertThat(Cells.rightToLeft("12 NATO نص")).isFalse();
    }

    @Test
    void csvHasARowALine() throws IOException {
        String csv = show(new CsvView(), FULL, EMPTY);
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(new StringReader(csv))) {
            reader.forEach(rows::add);
        }
        assertThat(rows).hasSize(FULL.findings().size());
        NamedCsvRecord first = rows.get(1);
        assertThat(first.getField("line")).isEqualTo("s2");
        assertThat(first.getField("who")).isEqualTo("سالم الوردي");
        assertThat(first.getField("who_en")).isEqualTo("Salim al-Wardi");
        assertThat(first.getField("words")).isEqualTo("نريد نصا ملزما … NATO 2024 لا يكفي");
        assertThat(first.getField("more")).isEqualTo("negated; to: مصدر دبلوماسي; occasion: للصحفيين");
        assertThat(first.getField("start")).isEqualTo("137");
        assertThat(show(new CsvView())).startsWith("story,published,").hasLineCount(1);
    }

    @Test
    void jsonIsAnObjectForOneAndAnArrayForSeveral() throws IOException {
        assertThat(show(new JsonView())).isEqualTo("[]\n");
        assertThat(show(new JsonView(), EMPTY)).startsWith("{\n").endsWith("}\n");
        assertThat(show(new JsonView(), EMPTY, EMPTY, EMPTY))
                .startsWith("[\n{")
                .contains("},\n{")
                .endsWith("}\n]\n");
        assertThat(show(new JsonLinesView(), EMPTY, FULL)).hasLineCount(2);
    }

    @Test
    void pageShowsTheTextAsItWas() throws IOException {
        for (String language : List.of("en", "ar")) {
            String page = show(new HtmlView(Labels.of(language)), FULL);
            String text = between(page, "<h2>", "</div>\n<div class=\"record\"");
            String bare = text.replaceAll("</p>\\s*<p>|</h2>\\s*<p>", "\n").replaceAll("<[^>]*>", "");
            assertThat(unescape(bare).strip()).isEqualTo(Sample.STORY.text().replaceAll("\n+", "\n"));
        }
    }

    @Test
    void pageLinksEveryMarkWithItsLineAndBack() throws IOException {
        String page = show(new HtmlView(Labels.of("ar")), FULL, FULL);
        List<String> ids = all(page, " id=\"([^\"]*)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(all(page, "href=\"#([^\"]*)\""));
        for (String line : List.of("s1", "s2", "s3", "m1", "m2", "p1", "d1", "d2", "v1", "t1", "t2")) {
            assertThat(ids).contains("n1-" + line, "n1-" + line + "-line", "n2-" + line);
        }
        // Where lines overlap, a piece belongs to each of them.
        assertThat(all(page, "data-lines=\"([^\"]*)\"")).contains("n1-s3 n1-m1 n1-m2");
        assertThat(page).contains("<html lang=\"ar\" dir=\"rtl\">").contains("dir=\"rtl\">\n<p class=\"about\">");
    }

    @Test
    void pageAsksForNothingAndRunsNothingOfTheStory() throws IOException {
        Story sly = new Story(
                "<script>alert(1)</script>",
                "",
                "قال \"<img src=x onerror='alert(1)'>\" & 'نعم'",
                Optional.empty(),
                "ar\" onload=\"x",
                Optional.of("<b>outlet</b>"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        String page = show(
                new HtmlView(Labels.of("en")),
                with(sly, statement(0, 3, 4, sly.text().length())));
        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("<img")
                .doesNotContain("<b>")
                .doesNotContain("ar\" onload")
                .contains("&lt;img src=x onerror=&#39;alert(1)&#39;&gt;")
                .contains("default-src 'none'");
        assertThat(page)
                .doesNotContainPattern("(src|href)=\"[^#]")
                .doesNotContain("url(")
                .doesNotContain("@import");
    }

    @Test
    void pageMarksStayInsideWordsWithoutBreakingThem() throws IOException {
        String css = between(show(new HtmlView(Labels.of("en"))), "<style>", "</style>");
        for (String rule : all(css, "(mark[^{]*\\{[^}]*\\})")) {
            assertThat(rule).doesNotContainPattern("padding|border|margin|font|letter-spacing|inline-block");
        }
    }

    @Test
    void layersAreKeptApart() {
        Minutes statements = Layer.keep(FULL, EnumSet.of(Layer.STATEMENTS));
        assertThat(statements.findings()).allMatch(Statement.class::isInstance).hasSize(3);
        assertThat(statements.actors()).isEqualTo(FULL.actors());
        Minutes positions = Layer.keep(FULL, EnumSet.of(Layer.POSITIONS));
        assertThat(positions.positions().get(0).statement()).isEmpty();
        assertThat(Layer.keep(FULL, EnumSet.allOf(Layer.class))).isSameAs(FULL);
        Set<Layer> noTimes = EnumSet.complementOf(EnumSet.of(Layer.TIMES));
        assertThat(Layer.keep(FULL, noTimes).times()).isEmpty();
    }

    private static Statement statement(int cueStart, int cueEnd, int start, int end) {
        return new Statement(
                "s1",
                new Span(cueStart, cueEnd),
                Optional.empty(),
                Optional.empty(),
                Statement.Kind.INDIRECT,
                List.of(new Span(start, end)),
                Statement.Act.ASSERT,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                new Evidence("test", List.of()));
    }

    private static Minutes with(Story story, Statement statement) {
        return new Minutes(
                story,
                "ar-test",
                List.<Actor>of(),
                List.of(),
                List.of(statement),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static long count(String text, char c) {
        return text.chars().filter(other -> other == c).count();
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toList());
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String unescape(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
