package org.mahdar.app.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.RdfDataset;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mahdar.app.wire.JsonRecords;
import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.model.Statement;

/** The exports in JSON, tried with a validator of JSON Schema and a processor of JSON-LD. */
class JsonExportsTest {
    private static final List<Entry> ENTRIES = Entries.all();
    private static final String PROV = "http://www.w3.org/ns/prov#";

    private static Schema schema(String name) throws Exception {
        try (InputStream in = Objects.requireNonNull(JsonExportsTest.class.getResourceAsStream(name))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), UTF_8), InputFormat.JSON);
        }
    }

    @Test
    void ploverKeepsToItsFields() throws Exception {
        Schema schema = schema("plover.schema.json");
        List<String> lines = Entries.text(Format.PLOVER, ENTRIES).lines().toList();
        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
        assertThat(schema.validate(lines.get(0).replace("\"event\":", "\"deed\":"), InputFormat.JSON))
                .isNotEmpty();
        for (String line : lines) {
            Map<?, ?> event = (Map<?, ?>) JsonRecords.line(line, 1);
            Map<?, ?> at = (Map<?, ?>) Objects.requireNonNull(event.get("text_info"));
            List<?> words = (List<?>) Objects.requireNonNull(event.get("event_text"));
            int story = Integer.parseInt(String.valueOf(event.get("id")).split("\\.", 2)[0]);
            assertThat(slice(ENTRIES.get(story - 1).text(), at)).isEqualTo(words.get(0));
        }
    }

    @Test
    void provenanceNamesTheReaderOfALine() throws Exception {
        Entry one = ENTRIES.get(0);
        Entry read = new Entry(
                one.story(), one.revision(), one.engine(), one.readAt(), one.minutes(), Map.of("s1", List.of("سعاد")));
        String graph = Entries.text(Format.PROV, List.of(read));
        assertThat(graph.lines().filter(line -> line.contains("prov:Person")))
                .singleElement()
                .asString()
                .contains("\"label\":\"سعاد\"");
        assertThat(graph.lines().filter(line -> line.contains("line/1.s1@1")))
                .singleElement()
                .asString()
                .containsPattern("wasAttributedTo\":\\[\"[^\"]*engine/[^\"]*\",\"[^\"]*person/");
        assertThat(graph.lines().filter(line -> line.contains("line/1.s2@1")))
                .singleElement()
                .asString()
                .doesNotContain("person/");
    }

    @Test
    void meetingsToComeAreNoMeetingsHeld() throws Exception {
        String events = Entries.text(Format.PLOVER, List.of(ENTRIES.get(0)));
        assertThat(events.lines().filter(line -> line.contains("\"line\":\"m1\"")))
                .singleElement()
                .asString()
                .contains(
                        "\"event\":[\"AGREE\"]", "\"tense\":\"future\"", "\"enddate\":\"2024-03-12\"", "\"mediator\"");
        assertThat(events.lines().filter(line -> line.contains("\"line\":\"s2\"")))
                .singleElement()
                .asString()
                .contains("\"negated\":true");
    }

    /** The text between two offsets in code points. */
    private static String slice(String text, Map<?, ?> at) {
        int start = text.offsetByCodePoints(0, number(at, "start"));
        return text.substring(start, text.offsetByCodePoints(0, number(at, "end")));
    }

    private static int number(Map<?, ?> map, String name) {
        return ((Long) Objects.requireNonNull(map.get(name))).intValue();
    }

    @Test
    void annotationsPointAtTheirWordsTwice() throws Exception {
        String page = Entries.text(Format.ANNOTATIONS, ENTRIES);
        Schema schema = schema("annotation-page.schema.json");
        assertThat(schema.validate(page, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(page.replaceFirst("\"exact\"", "\"words\""), InputFormat.JSON))
                .isNotEmpty();
        List<?> items = (List<?>) Objects.requireNonNull(((Map<?, ?>) JsonRecords.line(page, 1)).get("items"));
        int story = 0;
        int targets = 0;
        for (Object item : items) {
            for (Object target : (List<?>) Objects.requireNonNull(((Map<?, ?>) item).get("target"))) {
                Map<?, ?> source = (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) target).get("source"));
                while (!String.valueOf(source.get("id"))
                        .endsWith(MinutesWriter.fingerprint(ENTRIES.get(story).source()))) {
                    story++;
                }
                List<?> selectors = (List<?>) Objects.requireNonNull(((Map<?, ?>) target).get("selector"));
                Map<?, ?> quote = (Map<?, ?>) selectors.get(1);
                assertThat(slice(ENTRIES.get(story).text(), (Map<?, ?>) selectors.get(0)))
                        .isEqualTo(quote.get("exact"));
                assertThat(ENTRIES.get(story).text())
                        .contains("" + quote.get("prefix") + quote.get("exact") + quote.get("suffix"));
                targets++;
            }
        }
        assertThat(targets).isGreaterThan(1000);
    }

    @Test
    void quotationsAreWhatStandsInMarks() throws Exception {
        JsonLdOptions options = new JsonLdOptions();
        // The vocabulary without the network.
        options.setDocumentLoader(
                (url, how) -> JsonDocument.of(new StringReader("{\"@context\":{\"@vocab\":\"https://schema.org/\"}}")));
        RdfDataset graph = JsonLd.toRdf(JsonDocument.of(new StringReader(Entries.text(Format.QUOTATIONS, ENTRIES))))
                .options(options)
                .get();
        long quoted = ENTRIES.stream()
                .flatMap(entry -> entry.minutes().statements().stream())
                .filter(s -> s.kind() != Statement.Kind.INDIRECT)
                .count();
        assertThat(quoted).isGreaterThan(20);
        assertThat(graph.toList())
                .filteredOn(t -> t.getObject().getValue().equals("https://schema.org/Quotation"))
                .hasSize((int) quoted);
        assertThat(graph.toList())
                .filteredOn(t -> t.getPredicate().getValue().equals("https://schema.org/text"))
                .hasSize((int) quoted);
    }

    @Test
    void everyLineHasItsOrigin() throws Exception {
        RdfDataset graph = JsonLd.toRdf(JsonDocument.of(new StringReader(Entries.text(Format.PROV, ENTRIES))))
                .get();
        long lines =
                ENTRIES.stream().mapToLong(e -> e.minutes().findings().size()).sum();
        for (String relation : List.of("wasDerivedFrom", "wasGeneratedBy", "wasAttributedTo")) {
            assertThat(graph.toList())
                    .filteredOn(t -> t.getPredicate().getValue().equals(PROV + relation))
                    .hasSize((int) lines);
        }
        assertThat(graph.toList())
                .filteredOn(t -> t.getObject().getValue().equals(PROV + "Activity"))
                .hasSize(ENTRIES.size());
        assertThat(graph.toList())
                .filteredOn(t -> t.getPredicate().getValue().equals(PROV + "endedAtTime"))
                .allSatisfy(t -> assertThat(t.getObject().asLiteral().getDatatype())
                        .isEqualTo("http://www.w3.org/2001/XMLSchema#dateTime"));
    }

    @Test
    void emptyExportsAreWhole() throws Exception {
        assertThat(Entries.text(Format.PLOVER, List.of())).isEmpty();
        for (Format format : List.of(Format.ANNOTATIONS, Format.QUOTATIONS, Format.PROV)) {
            assertThat(JsonRecords.line(Entries.text(format, List.of()), 1)).isInstanceOf(Map.class);
        }
    }
}
