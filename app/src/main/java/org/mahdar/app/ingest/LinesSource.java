package org.mahdar.app.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.mahdar.app.wire.JsonFault;
import org.mahdar.app.wire.JsonRecords;

/** JSON Lines: one story a line; a line that cannot be read costs itself and no other. */
final class LinesSource implements Source {
    /** How many bytes a line may have: what the longest text takes in UTF-8. */
    private static final int LONGEST = 2 * JsonRecords.LONGEST;

    private final String file;
    private final InputStream in;
    private final StoryMaker maker;
    private final Deque<Item> ready = new ArrayDeque<>();
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private int line;
    private boolean any;
    private boolean end;

    LinesSource(String file, InputStream utf8, StoryMaker maker) {
        this.file = file;
        this.in = utf8;
        this.maker = maker;
    }

    @Override
    public Optional<Item> next() {
        while (ready.isEmpty() && !end) {
            try {
                read();
            } catch (IOException e) {
                end = true;
                ready.add(StoryMaker.unreadable(new Place(file, line, 0), e));
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    private void read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * 1024);
        long length = 0;
        boolean open = true;
        line++;
        while (open) {
            if (from == to) {
                from = 0;
                to = in.read(buffer);
                if (to <= 0) {
                    to = 0;
                    end = true;
                    break;
                }
            }
            int stop = from;
            while (stop < to && buffer[stop] != '\n') {
                stop++;
            }
            open = stop == to;
            length += stop - from;
            if (length <= LONGEST) {
                bytes.write(buffer, from, stop - from);
            }
            from = open ? stop : stop + 1;
        }
        if (length > LONGEST) {
            any = true;
            ready.add(new Item.Bad(
                    new Place(file, line, 0),
                    "the line has " + length + " bytes; up to " + LONGEST + " are read",
                    "Check that stories are parted by line ends, and split a story that long."));
            return;
        }
        story(bytes);
        if (end && !any) {
            ready.add(new Item.Bad(Place.of(file), "holds no story", "Check that it was written whole."));
        }
    }

    private void story(ByteArrayOutputStream bytes) {
        byte[] content = bytes.toByteArray();
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer left = ByteBuffer.wrap(content);
        CharBuffer text = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(left, text, true);
        if (result.isError()) {
            any = true;
            ready.add(StoryMaker.notUtf8(new Place(file, line, text.position() + 1), content[left.position()]));
            return;
        }
        String json = text.flip().toString();
        if (json.isBlank()) {
            return;
        }
        any = true;
        try {
            ready.addAll(
                    maker.fromRecord(new Place(file, line, 0), JsonRecords.line(json, line), StoryMaker.JSON, content));
        } catch (JsonFault fault) {
            ready.add(new Item.Bad(
                    new Place(file, fault.line(), fault.column()),
                    fault.what(),
                    "Mend the line or leave it out; the other lines are read."));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
