package org.mahdar.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.app.wire.Json;
import org.mahdar.model.Story;

/**
 * Makes an archive of any size from one that is there: its stories again and again, each time under other ids and addresses,
 * as JSON Lines on standard output.
 *
 * <pre>Repeat STORIES FILE|FOLDER…</pre>
 */
public final class Repeat {
    private Repeat() {}

    /** Writes so many stories. */
    public static void main(String[] args) throws IOException {
        int wanted = Integer.parseInt(args[0]);
        List<String> files = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            files.addAll(Floor.expand(Path.of(args[i])));
        }
        Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        int written = 0;
        for (int round = 0; written < wanted; round++) {
            int before = written;
            written += write(files, round, wanted - written, out);
            if (written == before) {
                throw new IllegalArgumentException("there are no stories in " + files);
            }
        }
        out.flush();
    }

    private static int write(List<String> files, int round, int most, Writer out) throws IOException {
        int count = 0;
        try (Stories stories = Stories.of(files, InputStream.nullInputStream(), Optional.empty(), "ar")) {
            while (count < most && stories.hasNext()) {
                if (stories.next() instanceof Item.Found found) {
                    Story story = found.story();
                    out.write(Json.line(Json.object(
                            "id",
                            story.id() + "-" + round + "-" + count,
                            "title",
                            story.title(),
                            "body",
                            story.text().substring(story.bodyStart()),
                            "published",
                            story.published().map(Object::toString),
                            "outlet",
                            story.outlet(),
                            "url",
                            story.url().map(url -> url + (url.contains("?") ? "&" : "?") + "round=" + round))));
                    out.write('\n');
                    count++;
                }
            }
        }
        return count;
    }
}
