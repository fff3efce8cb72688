package org.mahdar.app.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mahdar.app.wire.JsonRecords;

/** A text file: one story. */
final class TextSource implements Source {
    private static final int LONGEST = 2 * JsonRecords.LONGEST;

    private final String file;
    private final InputStream in;
    private final StoryMaker maker;
    private Source items = Source.of(List.of());
    private boolean started;

    TextSource(String file, InputStream utf8, StoryMaker maker) {
        this.file = file;
        this.in = utf8;
        this.maker = maker;
    }

    @Override
    public Optional<Item> next() {
        if (!started) {
            started = true;
            items = read();
        }
        return items.next();
    }

    private Source read() {
        byte[] bytes;
        try {
            bytes = in.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            return Source.of(List.of(StoryMaker.unreadable(Place.of(file), e)));
        }
        if (bytes.length > LONGEST) {
            return Source.bad(
                    Place.of(file),
                    "has more than " + LONGEST + " bytes, too long for one story",
                    "Give one file a story, or JSON Lines, one story a line.");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(left, text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            return Source.of(List.of(
                    StoryMaker.notUtf8(StoryMaker.at(file, decoded, decoded.length()), bytes[left.position()])));
        }
        return Source.of(maker.fromText(file, decoded));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
