package org.mahdar.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.mahdar.Mahdar;
import org.mahdar.app.ingest.Input;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.model.Minutes;

/**
 * Inputs of one partition into rows, one story in memory at a time. The engine is asked for by the first story that needs it.
 */
final class Reader implements Iterator<Row> {
    private final Stories stories;
    private final Engine engine;
    private final Instructions how;
    private Optional<Mahdar> mahdar = Optional.empty();
    private Optional<Negotiations> negotiations = Optional.empty();
    private Optional<Row> next = Optional.empty();

    Reader(Iterator<Input> inputs, Engine engine) {
        this.engine = engine;
        this.how = engine.how();
        this.stories = Stories.of(inputs, engine.defaults());
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && stories.hasNext()) {
            next = row(stories.next());
        }
        return next.isPresent();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = next.orElseThrow();
        next = Optional.empty();
        return row;
    }

    private Optional<Row> row(Item item) {
        if (item instanceof Item.Found found) {
            return Optional.of(read(found));
        }
        if (item instanceof Item.Bad bad) {
            return Optional.of(Rows.problem(bad.place().toString(), bad.what(), bad.wayOut()));
        }
        return Optional.empty();
    }

    private Row read(Item.Found bare) {
        String language = bare.story().language().split("[-_]", 2)[0];
        if (!language.equals(how.language())) {
            return Rows.problem(
                    bare.place().toString(),
                    "the story is in \"" + bare.story().language() + "\", and this run reads \"" + how.language()
                            + "\"",
                    "Run the job for that language, if there is a pack for it.");
        }
        if (mahdar.isEmpty()) {
            mahdar = Optional.of(engine.mahdar());
            negotiations = mahdar.filter(any -> !how.dossiers().isEmpty()).map(own -> new Negotiations(how, own));
        }
        Item.Found found = bare.credited(engine.facts());
        Minutes minutes = mahdar.get().read(found.story());
        String key = found.provenance().key();
        return Rows.read(
                found,
                minutes,
                negotiations.map(all -> all.taking(key, minutes)).orElseGet(() -> new String[0]));
    }
}
