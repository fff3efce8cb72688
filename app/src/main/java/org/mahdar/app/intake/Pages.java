package org.mahdar.app.intake;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.mahdar.app.fetch.Fetched;
import org.mahdar.app.fetch.Fetched.Validators;
import org.mahdar.app.fetch.Fetcher;
import org.mahdar.app.ingest.BadInput;
import org.mahdar.app.ingest.Defaults;
import org.mahdar.app.ingest.FeedReader;
import org.mahdar.app.ingest.Input;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;

/** The stories of pages on the web, each fetched when it is asked for. */
public final class Pages implements Iterator<Item> {
    private final Fetcher fetcher;
    private final Iterator<Wanted> wanted;
    private final List<Looked> looked = new ArrayList<>();
    private Iterator<Item> items = List.<Item>of().iterator();

    /**
     * A page to fetch.
     *
     * @param url its address
     * @param validators of the last time
     * @param defaults what holds for its story where it does not say itself
     * @param entry what a feed has of it, to be taken where the page may not be fetched
     */
    record Wanted(String url, Validators validators, Defaults defaults, Optional<FeedReader.Feed> entry) {}

    /** A page that has been fetched, or has not changed, or is not to be had. */
    record Looked(String url, Fetched fetched) {}

    /** The stories of wanted pages. */
    Pages(Fetcher fetcher, List<Wanted> wanted) {
        this.fetcher = fetcher;
        this.wanted = wanted.iterator();
    }

    /** A page as an input that is fetched now. */
    public static Input input(Fetcher fetcher, String url) {
        return input(url, fetcher.fetch(url, Validators.NONE));
    }

    private static Input input(String url, Fetched fetched) {
        if (fetched instanceof Fetched.Page found) {
            return Input.page(found.url(), found.contentType(), () -> new ByteArrayInputStream(found.bytes()));
        }
        BadInput why = fetched instanceof Fetched.Refused refused
                ? new BadInput(refused.what(), refused.wayOut())
                : new BadInput(
                        fetched instanceof Fetched.Failed failed ? failed.what() : "has not changed",
                        "Try again later.");
        return Input.page(url, Optional.empty(), () -> {
            throw why;
        });
    }

    /** How the looks went, in their order. */
    List<Looked> looked() {
        return looked;
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext()) {
            if (!wanted.hasNext()) {
                return false;
            }
            items = look(wanted.next());
        }
        return true;
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.next();
    }

    private Iterator<Item> look(Wanted page) {
        Fetched fetched = fetcher.fetch(page.url(), page.validators());
        looked.add(new Looked(page.url(), fetched));
        if (fetched instanceof Fetched.Unchanged) {
            return List.<Item>of().iterator();
        }
        if (!(fetched instanceof Fetched.Page)
                && page.entry().isPresent()
                && !page.entry().get().entries().get(0).text().isBlank()) {
            return Stories.ofFeed(page.url(), page.entry().get(), page.defaults())
                    .iterator();
        }
        return Stories.of(List.of(input(page.url(), fetched)).iterator(), page.defaults());
    }
}
