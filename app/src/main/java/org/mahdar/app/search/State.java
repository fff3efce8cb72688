package org.mahdar.app.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;

/** One state of an index, and what is worked out of it once. Safe for many threads. */
final class State {
    private final DirectoryReader reader;
    private final Map<Facet, Values> values = new EnumMap<>(Facet.class);

    State(DirectoryReader reader) {
        this.reader = reader;
    }

    DirectoryReader reader() {
        return reader;
    }

    /** The values of all facets. */
    synchronized Map<Facet, Values> values() throws IOException {
        if (values.isEmpty()) {
            for (Facet facet : Facet.values()) {
                values.put(facet, new Values(facet, reader));
            }
        }
        return values;
    }
}
