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
    private final Recorder bytes;
    private final StoryMaker maker;
    private Source items = Source.of(List.of());
    private boolean started;

    /** Reads {@code utf8}, which reads {@code bytes}, the file as it is. */
    TextSource(String file, InputStream utf8, Recorder bytes, StoryMaker maker) {
        this.file = file;
        this.in = utf8;
        this.bytes = bytes;
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
        byte[] utf8;
        try {
            utf8 = in.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            return Source.of(List.of(StoryMaker.unreadable(Place.of(file), e)));
        }
        if (utf8.length > LONGEST) {
            return Source.bad(
                    Place.of(file),
                    "has more than " + LONGEST + " bytes, too long for one story",
                    "Give one file a story, or JSON Lines, one story a line.");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer left = ByteBuffer.wrap(utf8);
        CharBuffer text = CharBuffer.allocate(utf8.length + 1);
        CoderResult result = decoder.decode(left, text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            return Source.of(
                    List.of(StoryMaker.notUtf8(StoryMaker.at(file, decoded, decoded.length()), utf8[left.position()])));
        }
        return Source.of(maker.fromText(file, decoded, bytes.take()));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
