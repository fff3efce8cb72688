package org.mahdar.app.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mahdar.model.Actor;

/** Tables and Parquet, asked through DuckDB. */
class TableExportsTest {
    private static final List<Entry> ENTRIES = Entries.all();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        for (Format format : Format.values()) {
            Files.write(folder.resolve(format.word()), Entries.bytes(format, Entries.SETTINGS, ENTRIES));
        }
        try (Export export = new ParquetExport(folder.resolve("parquet"))) {
            for (Entry entry : ENTRIES) {
                export.add(entry);
            }
        }
    }

    /** The cells of an answer, row by row; null is "". */
    private static List<List<String>> ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> out = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String cell = rows.getString(i);
                    row.add(cell == null ? "" : cell);
                }
                out.add(row);
            }
            return out;
        }
    }

    private static String number(String sql) throws SQLException {
        return ask(sql).get(0).get(0);
    }

    private static String table(Format format) {
        return "read_csv('" + folder.resolve(format.word()) + "', all_varchar = true, header = true"
                + (format == Format.CAMEO ? ", delim = '\t', quote = ''" : ", delim = ',', quote = '\"'") + ")";
    }

    private static long count(ToIntFunction<Entry> what) {
        return ENTRIES.stream().mapToInt(what).sum();
    }

    @Test
    void everyLineIsARow() throws SQLException {
        assertThat(number("select count(*) from " + table(Format.CSV)))
                .isEqualTo("" + count(entry -> entry.minutes().findings().size()));
        assertThat(number("select count(*) from " + table(Format.ROUNDS)))
                .isEqualTo("" + count(entry -> entry.minutes().meetings().size()));
        assertThat(number("select count(*) from " + table(Format.PAPERS)))
                .isEqualTo("" + count(entry -> entry.minutes().papers().size()));
        assertThat(number("select count(*) from " + table(Format.DNA)))
                .isEqualTo(
                        "" + count(entry -> DnaExport.stances(entry.minutes()).size()));
    }

    @Test
    void wordsInColumnsAreRowsUnderTheNamesOfTheFirstLine() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve(Format.CONLL.word()));
        String names = Arrays.stream(lines.get(0).split(" = ")[1].split(" "))
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        String words = "read_csv('" + folder.resolve(Format.CONLL.word()) + "', delim = '\t', quote = '', escape = '',"
                + " comment = '#', header = false, all_varchar = true, names = " + names + ")";
        assertThat(ask("select count(*), count(*) filter (ID = '1'), count(*) filter (\"MAHDAR:CUE\" like 'B-%') from "
                        + words))
                .containsExactly(List.of(
                        "" + lines.stream().filter(line -> line.contains("\t")).count(),
                        ""
                                + lines.stream()
                                        .filter(line -> line.startsWith("# sent_id"))
                                        .count(),
                        "" + count(entry -> entry.minutes().statements().size())));
        assertThat(ask("select FORM from " + words + " where FORM in ('#', '\"')"))
                .as("marks of tables are words like others")
                .isNotEmpty();
    }

    @Test
    void roundsTellWhoWentBetween() throws SQLException {
        assertThat(ask("select first_day, last_day, side_a, side_b, mediator, host, place, round, status, format from "
                        + table(Format.ROUNDS) + " where meeting = '1.m1@1'"))
                .containsExactly(List.of(
                        "2024-03-11",
                        "2024-03-12",
                        "Saheliya",
                        "مصدر دبلوماسي",
                        "Union of River States",
                        "Saheliya",
                        "Oasis",
                        "3",
                        "scheduled",
                        "mediated"));
    }

    @Test
    void discourseRowsKnowPersonAndSide() throws SQLException {
        assertThat(ask("select person, organization, concept, agreement, act from " + table(Format.DNA)
                        + " where document_id = '1'"))
                .containsExactly(List.of("سالم الوردي", "ساحلية", "الضمانات", "0", "reject"));
    }

    @Test
    void eventsKeepTheOrderOfIcews() throws SQLException {
        assertThat(ask("select column_name from (describe select * from " + table(Format.CAMEO) + ")").stream()
                        .map(row -> row.get(0)))
                .startsWith(
                        "Event ID",
                        "Event Date",
                        "Source Name",
                        "Source Sectors",
                        "Source Country",
                        "Event Text",
                        "CAMEO Code",
                        "Intensity",
                        "Target Name",
                        "Target Sectors",
                        "Target Country",
                        "Story ID",
                        "Sentence Number",
                        "Publisher",
                        "City",
                        "District",
                        "Province",
                        "Country",
                        "Latitude",
                        "Longitude");
        assertThat(ask("select \"Source Name\", \"Target Name\", \"CAMEO Code\", tense from " + table(Format.CAMEO)
                        + " where \"Story ID\" = '1' and line = 'm1'"))
                .containsExactly(
                        List.of("Saheliya", "مصدر دبلوماسي", "036", "future"),
                        List.of("مصدر دبلوماسي", "Saheliya", "036", "future"));
        assertThat(ask("select * from read_csv('" + folder.resolve("petrarch")
                        + "', delim = '\t', quote = '', header = false, all_varchar = true) where column4 = '1.p1@1'"))
                .containsExactly(List.of("20240304", "XSAGOV", "---", "120", "1.p1@1", "present", "false"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"CSV", "DNA", "ROUNDS", "PAPERS"})
    void tablesBeginWithAMarkWhereAsked(Format format) throws IOException {
        Settings marked = new Settings("t", Settings.URN, true, Entries.SETTINGS.now());
        String plain = new String(Entries.bytes(format, Entries.SETTINGS, ENTRIES), UTF_8);
        assertThat(new String(Entries.bytes(format, marked, ENTRIES), UTF_8)).isEqualTo("\uFEFF" + plain);
        assertThat(new String(Entries.bytes(format, marked, List.of()), UTF_8))
                .isEqualTo("\uFEFF" + plain.substring(0, plain.indexOf('\n') + 1));
    }

    private static String parquet(String sql) {
        return sql.replaceAll("'(\\w+)\\.parquet'", "'" + folder.resolve("parquet") + "/$1.parquet'");
    }

    @Test
    void parquetHoldsEverything() throws SQLException {
        assertThat(number(parquet("select count(*) from 'stories.parquet'"))).isEqualTo("" + ENTRIES.size());
        assertThat(number(parquet("select count(*) from 'actors.parquet'")))
                .isEqualTo("" + count(entry -> entry.minutes().actors().size()));
        assertThat(number(parquet("select count(*) from 'lines.parquet'")))
                .isEqualTo("" + count(entry -> entry.minutes().findings().size()));
        assertThat(number(parquet("select sum(mentions) from 'actors.parquet'")))
                .isEqualTo(""
                        + count(entry -> entry.minutes().actors().stream()
                                .map(Actor::mentions)
                                .mapToInt(List::size)
                                .sum()));
        // Offsets count what DuckDB counts where no character needs two units.
        assertThat(
                        number(
                                parquet(
                                        "select count(*) from 'parts.parquet' p join 'stories.parquet' s using (story)"
                                                + " where s.text not like '%🕊%' and substr(s.text, p.start + 1, p.\"end\" - p.start) <> p.words")))
                .isEqualTo("0");
        assertThat(ask(parquet("select first_day, last_day, round, place, typeof(first_day) from 'lines.parquet'"
                        + " where line = '1.m1@1'")))
                .containsExactly(List.of("2024-03-11", "2024-03-12", "3", "Oasis", "DATE"));
        assertThat(ask(parquet("select role, name_en from 'roles.parquet' where line = '1.m1@1'")))
                .containsExactly(
                        List.of("host", "Saheliya"),
                        List.of("party", ""),
                        List.of("mediator", "Union of River States"));
    }

    @Test
    void theGuideIsRight() throws Exception {
        String guide = Files.readString(folder.resolve("parquet/README.md"));
        String sql = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        int asked = 0;
        for (String query : sql.split(";")) {
            if (!query.isBlank()) {
                assertThat(ask(parquet(query))).describedAs(query).isNotEmpty();
                asked++;
            }
        }
        Pattern quoted = Pattern.compile("\"{1,3}\\s*\n?\\s*(select .*?)\"", Pattern.DOTALL);
        List<String> embedded =
                quoted.matcher(guide).results().map(found -> found.group(1)).toList();
        for (String query : embedded) {
            assertThat(ask(parquet(query))).describedAs(query).isNotEmpty();
        }
        assertThat(asked).isEqualTo(4);
        assertThat(embedded).hasSize(2);
    }
}
