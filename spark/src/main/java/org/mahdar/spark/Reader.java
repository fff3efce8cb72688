package org.mahdar.spark;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.mahdar.Mahdar;
import org.mahdar.app.ingest.Defaults;
import org.mahdar.app.ingest.Input;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.model.Minutes;

/**
 * Inputs of one partition into rows, one story in memory at a time. The engine is loaded once a partition, by the first
 * story.
 */
final class Reader implements Iterator<Row> {
    private final Stories stories;
    private final Instructions how;
    private Optional<Mahdar> mahdar = Optional.empty();
    private Optional<Negotiations> negotiations = Optional.empty();
    private Optional<Row> next = Optional.empty();

    Reader(Iterator<Input> inputs, Instructions how) {
        this.how = how;
        this.stories = Stories.of(inputs, Defaults.of(how.day(), how.language()));
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

    private Row read(Item.Found found) {
        String language = found.story().language().split("[-_]", 2)[0];
        if (!language.equals(how.language())) {
            return Rows.problem(
                    found.place().toString(),
                    "the story is in \"" + found.story().language() + "\", and this run reads \"" + how.language()
                            + "\"",
                    "Run the job for that language, if there is a pack for it.");
        }
        if (mahdar.isEmpty()) {
            mahdar = Optional.of(mahdar(how));
            negotiations = mahdar.filter(any -> !how.dossiers().isEmpty()).map(own -> new Negotiations(how, own));
        }
        Minutes minutes = mahdar.get().read(found.story());
        String key = found.provenance().key();
        return Rows.read(
                found,
                minutes,
                negotiations.map(all -> all.taking(key, minutes)).orElseGet(() -> new String[0]));
    }

    /** What reads, as a run wants it. */
    static Mahdar mahdar(Instructions how) {
        List<Path> overlays = how.lexicons().stream().map(Path::of).toList();
        return Mahdar.forLanguage(how.language(), overlays);
    }
}
