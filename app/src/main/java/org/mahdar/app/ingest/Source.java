package org.mahdar.app.ingest;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Items one after the other. A source never fails halfway: what it cannot read it yields as {@link Item.Bad}. */
interface Source extends AutoCloseable {
    /** The next item; empty at the end. */
    Optional<Item> next();

    @Override
    default void close() throws IOException {}

    /** A source of known items. */
    static Source of(List<Item> items) {
        Iterator<Item> left = items.iterator();
        return () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty();
    }

    /** A source of one thing that cannot be read. */
    static Source bad(Place place, String what, String wayOut) {
        return of(List.of(new Item.Bad(place, what, wayOut)));
    }

    /** First {@code first}, then what {@code rest} yields. */
    static Source after(Item first, Source rest) {
        Source head = of(List.of(first));
        return new Source() {
            @Override
            public Optional<Item> next() {
                Optional<Item> item = head.next();
                return item.isPresent() ? item : rest.next();
            }

            @Override
            public void close() throws IOException {
                rest.close();
            }
        };
    }
}
