package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Networks as Pajek {@code .net} in UTF-8, one number a tie: in two modes stands for less stands against (and 0 where they
 * balance), in one mode concepts agreed on less concepts disputed, and meetings.
 */
public final class PajekExport extends TextExport {
    private final Network network = new Network();
    private final boolean twoMode;

    /** Writes to a stream, which it closes. */
    public PajekExport(OutputStream out, boolean twoMode) {
        super(out);
        this.twoMode = twoMode;
    }

    @Override
    public void add(Entry entry) {
        network.add(entry.minutes());
    }

    @Override
    void finish() throws IOException {
        Network.Graph graph = twoMode ? network.twoMode() : network.oneMode();
        line("*Vertices " + graph.nodes().size() + (twoMode ? " " + graph.actors() : ""));
        for (int i = 0; i < graph.nodes().size(); i++) {
            line((i + 1) + " \"" + label(graph.nodes().get(i).label()) + "\"");
        }
        line("*Edges");
        for (Network.Edge edge : graph.edges()) {
            int value = edge.tie().agree() - edge.tie().disagree() + edge.tie().meetings();
            line((edge.from() + 1) + " " + (edge.to() + 1) + " " + value);
        }
    }

    /** The format knows no way to write a quotation mark inside a label. */
    private static String label(String text) {
        return text.replace('"', '\'').replace('\n', ' ').replace('\r', ' ');
    }
}
