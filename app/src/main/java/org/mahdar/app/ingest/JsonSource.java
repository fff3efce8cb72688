package org.mahdar.app.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mahdar.app.wire.JsonFault;
import org.mahdar.app.wire.JsonRecords;
import org.mahdar.app.wire.JsonRecords.JsonRecord;

/** A JSON array of stories, one story, or several one after the other; one story in memory at a time. */
final class JsonSource implements Source {
    private final String file;
    private final Recorder in;
    private final StoryMaker maker;
    private final Deque<Item> ready = new ArrayDeque<>();
    private @Nullable JsonRecords records;
    private boolean any;
    private boolean end;

    JsonSource(String file, InputStream utf8, StoryMaker maker) {
        this.file = file;
        this.in = new Recorder(utf8);
        this.maker = maker;
    }

    @Override
    public Optional<Item> next() {
        while (ready.isEmpty() && !end) {
            try {
                if (records == null) {
                    records = JsonRecords.of(in);
                }
                Optional<JsonRecord> record = records.next();
                if (record.isPresent()) {
                    any = true;
                    Place place = new Place(file, record.get().line(), 0);
                    byte[] bytes = in.take(record.get().from(), record.get().to());
                    ready.addAll(maker.fromRecord(place, record.get().value(), StoryMaker.JSON, bytes));
                } else {
                    end = true;
                    if (!any) {
                        ready.add(new Item.Bad(Place.of(file), "holds no story", "Check that it was written whole."));
                    }
                }
            } catch (JsonFault fault) {
                end = true;
                ready.add(new Item.Bad(
                        new Place(file, fault.line(), fault.column()),
                        fault.what(),
                        fault.unreadable()
                                ? "Save it as UTF-8, or write it again from its source."
                                : "Mend it there; the stories before it are read, the rest of this file is not."
                                        + " As JSON Lines, one object a line, only the broken line would be lost."));
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
