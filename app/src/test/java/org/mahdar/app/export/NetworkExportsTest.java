package org.mahdar.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import edu.uci.ics.jung.graph.Graph;
import edu.uci.ics.jung.graph.UndirectedSparseMultigraph;
import edu.uci.ics.jung.io.GraphMLReader;
import edu.uci.ics.jung.io.PajekNetReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mahdar.model.Meeting;

/** Networks, read back by JUNG, a library of graphs. */
class NetworkExportsTest {
    private static final List<Entry> ENTRIES = Entries.all();

    /** A network as somebody else's reader sees it: how many points, and ties between them, each end with its sort. */
    private record Seen(int points, List<String> concepts, List<Tie> ties) {
        long sum() {
            return ties.stream().mapToLong(Tie::value).sum();
        }
    }

    private record Tie(List<String> ends, int value) {}

    private static Seen graphml(Format format, String value) throws Exception {
        AtomicInteger number = new AtomicInteger();
        GraphMLReader<Graph<Integer, Integer>, Integer, Integer> reader =
                new GraphMLReader<>(number::incrementAndGet, number::incrementAndGet);
        Graph<Integer, Integer> graph = new UndirectedSparseMultigraph<>();
        reader.load(new StringReader(Entries.text(format, ENTRIES)), graph);
        List<Tie> ties = new ArrayList<>();
        for (Integer edge : graph.getEdges()) {
            List<String> ends = graph.getIncidentVertices(edge).stream()
                    .map(vertex -> label(reader, vertex))
                    .sorted()
                    .toList();
            String data = reader.getEdgeMetadata().get(value).transformer.apply(edge);
            ties.add(new Tie(ends, Integer.parseInt(Objects.requireNonNull(data))));
        }
        List<String> concepts = graph.getVertices().stream()
                .map(vertex -> label(reader, vertex))
                .filter(label -> label.startsWith("concept "))
                .toList();
        return new Seen(graph.getVertexCount(), concepts, ties);
    }

    private static String label(GraphMLReader<Graph<Integer, Integer>, Integer, Integer> reader, Integer vertex) {
        return vertexData(reader, "kind", vertex) + " " + vertexData(reader, "label", vertex);
    }

    private static String vertexData(
            GraphMLReader<Graph<Integer, Integer>, Integer, Integer> reader, String key, Integer vertex) {
        return Objects.requireNonNull(
                reader.getVertexMetadata().get(key).transformer.apply(vertex));
    }

    @Test
    void twoModesTieActorsToConcepts() throws Exception {
        Seen against = graphml(Format.GRAPHML_TWO_MODE, "disagree");
        Seen in = graphml(Format.GRAPHML_TWO_MODE, "agree");
        long stances = ENTRIES.stream()
                .mapToLong(entry -> DnaExport.stances(entry.minutes()).size())
                .sum();
        assertThat(stances).isGreaterThan(20);
        assertThat(against.sum() + in.sum()).isEqualTo(stances);
        assertThat(against.ties()).contains(new Tie(List.of("concept الضمانات", "state ساحلية"), 1));
        assertThat(against.ties())
                .allSatisfy(tie -> assertThat(tie.ends())
                        .filteredOn(end -> end.startsWith("concept "))
                        .hasSize(1));
    }

    @Test
    void oneModeTiesThoseWhoMet() throws Exception {
        Seen seen = graphml(Format.GRAPHML_ONE_MODE, "meetings");
        assertThat(seen.concepts()).isEmpty();
        long pairs = 0;
        for (Entry entry : ENTRIES) {
            for (Meeting m : entry.minutes().meetings()) {
                if (m.status() == Meeting.Status.HELD || m.status() == Meeting.Status.ONGOING) {
                    long present = m.participants().stream()
                            .map(ref -> entry.minutes().actor(ref))
                            .map(actor -> actor.id().orElse(actor.kind() + actor.name()))
                            .distinct()
                            .count();
                    pairs += present * (present - 1) / 2;
                }
            }
        }
        assertThat(seen.sum()).isEqualTo(pairs).isGreaterThan(5);
    }

    @Test
    void pajekHoldsTheSameNetworks() throws Exception {
        for (boolean twoMode : List.of(true, false)) {
            AtomicInteger number = new AtomicInteger();
            PajekNetReader<Graph<Integer, Integer>, Integer, Integer> reader =
                    new PajekNetReader<>(number::incrementAndGet, number::incrementAndGet);
            String text = Entries.text(twoMode ? Format.PAJEK_TWO_MODE : Format.PAJEK_ONE_MODE, ENTRIES);
            Graph<Integer, Integer> graph = reader.load(new StringReader(text), new UndirectedSparseMultigraph<>());
            Seen seen = graphml(twoMode ? Format.GRAPHML_TWO_MODE : Format.GRAPHML_ONE_MODE, "weight");
            assertThat(graph.getVertexCount()).isEqualTo(seen.points());
            assertThat(graph.getEdgeCount()).isEqualTo(seen.ties().size());
            assertThat(graph.getVertices().stream().map(reader.getVertexLabeller()::apply))
                    .contains("ساحلية");
            assertThat(text.lines().findFirst().orElseThrow())
                    .matches(twoMode ? "\\*Vertices \\d+ \\d+" : "\\*Vertices \\d+");
        }
    }
}
