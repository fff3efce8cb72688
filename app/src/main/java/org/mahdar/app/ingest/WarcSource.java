package org.mahdar.app.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** A web archive: every answer that is a page is looked at for its story. */
final class WarcSource implements Source {
    private final String file;
    private final InputStream in;
    private final HtmlSource pages;
    private final Deque<Item> ready = new ArrayDeque<>();
    private @Nullable WarcReader reader;
    private int records;
    private int others;
    private boolean end;

    WarcSource(String file, InputStream in, HtmlSource pages) {
        this.file = file;
        this.in = in;
        this.pages = pages;
    }

    @Override
    public Optional<Item> next() {
        while (ready.isEmpty() && !end) {
            try {
                if (reader == null) {
                    reader = new WarcReader(in);
                    // Real crawls break rules that do no harm.
                    reader.setLenient(true);
                }
                Optional<WarcRecord> record = reader.next();
                if (record.isPresent()) {
                    records++;
                    read(record.get());
                } else {
                    end = true;
                    tellOthers();
                }
            } catch (IOException | IllegalArgumentException e) {
                end = true;
                tellOthers();
                ready.add(
                        e instanceof BadInput bomb
                                ? StoryMaker.unreadable(Place.of(file), bomb)
                                : new Item.Bad(
                                        Place.of(file),
                                        "the web archive breaks off or is damaged after record " + records + ": "
                                                + e.getMessage(),
                                        "What stands before is read; fetch the file again for the rest."));
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    private void read(WarcRecord record) throws IOException {
        if (!(record instanceof WarcResponse response) || !response.target().startsWith("http")) {
            others++;
            return;
        }
        HttpResponse http = response.http();
        MediaType type = http.contentType();
        if (http.status() != 200
                || !(type.base().equals(MediaType.HTML) || type.subtype().equals("xhtml+xml"))) {
            others++;
            return;
        }
        String url = response.target();
        ready.addAll(pages.story(
                new Place(file + "!" + url, 0, 0),
                http.bodyDecoded().stream(),
                Optional.of(url),
                http.headers().first("Content-Type")));
    }

    private void tellOthers() {
        if (others > 0) {
            ready.add(new Item.Remark(
                    Place.of(file), others + " of its " + records + " records are no pages and were passed over"));
        }
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
        in.close();
    }
}
