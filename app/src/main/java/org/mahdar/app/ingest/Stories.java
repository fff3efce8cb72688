package org.mahdar.app.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stories of some files, in order, read as they are asked for: however many there are, only one is in memory.
 * Whatever cannot be read becomes an {@link Item.Bad} in its place, and the rest follows.
 */
public final class Stories implements Iterator<Item>, AutoCloseable {
    /** The name that stands for standard input. */
    public static final String STDIN = "-";

    private final Iterator<Input> inputs;
    private final Opener opener;
    private @Nullable Source source;
    private Optional<Item> next = Optional.empty();
    private long consumed;

    private Stories(List<Input> inputs, StoryMaker maker) {
        this.inputs = inputs.iterator();
        this.opener = new Opener(maker);
    }

    /**
     * The stories of files.
     *
     * @param files paths; {@code -} is standard input
     * @param stdin standard input
     * @param published the day of publication of stories that do not know theirs
     * @param language the language of stories that do not name theirs
     */
    public static Stories of(List<String> files, InputStream stdin, Optional<LocalDate> published, String language) {
        List<Input> inputs = files.stream()
                .map(file -> file.equals(STDIN) ? new Input("stdin", false, () -> stdin) : Input.file(file))
                .toList();
        return new Stories(inputs, new StoryMaker(published, language));
    }

    /** The stories of files that travel in the jar. */
    public static Stories bundled(List<String> resources, String language) {
        List<Input> inputs = resources.stream().map(Input::resource).toList();
        return new Stories(inputs, new StoryMaker(Optional.empty(), language));
    }

    /** Something to read, under the name that messages give it. */
    private record Input(String name, boolean onDisk, Door door) {
        /** Opens it. */
        private interface Door {
            InputStream open() throws IOException;
        }

        static Input file(String file) {
            return new Input(file, true, () -> Files.newInputStream(Path.of(file)));
        }

        static Input resource(String name) {
            return new Input(name, false, () -> {
                InputStream in = Stories.class.getResourceAsStream(name);
                if (in == null) {
                    throw new NoSuchFileException(name);
                }
                return in;
            });
        }
    }

    /** How many bytes of the files have been read so far. */
    public long consumed() {
        return consumed;
    }

    /** How many bytes the files have, as far as that is known beforehand. */
    public static long size(List<String> files) {
        long sum = 0;
        for (String file : files) {
            try {
                sum += file.equals(STDIN) ? 0 : Files.size(Path.of(file));
            } catch (IOException | IllegalArgumentException e) {
                // Reading it will say what is wrong.
            }
        }
        return sum;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty()) {
            if (source == null) {
                if (!inputs.hasNext()) {
                    return false;
                }
                source = open(inputs.next());
            }
            next = source.next();
            if (next.isEmpty()) {
                close();
            }
        }
        return true;
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Item item = next.orElseThrow();
        next = Optional.empty();
        return item;
    }

    private Source open(Input input) {
        String file = input.name();
        Place place = Place.of(file);
        try {
            if (input.onDisk() && Files.isDirectory(Path.of(file))) {
                return Source.bad(place, "is a folder", "Give its files, for example " + file + "/*.txt");
            }
            return opener.open(file, new Counted(input.door().open()));
        } catch (NoSuchFileException e) {
            return Source.bad(
                    place, "there is no such file", "Check the name; a name with spaces needs quotation marks.");
        } catch (AccessDeniedException e) {
            return Source.bad(place, "may not be read", "Check the rights of the file.");
        } catch (IOException | IllegalArgumentException e) {
            return Source.bad(place, "cannot be opened: " + e.getMessage(), "Check the name and the disk.");
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            consumed += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = super.read(target, from, length);
            consumed += Math.max(0, count);
            return count;
        }
    }

    @Override
    public void close() {
        try {
            if (source != null) {
                source.close();
                source = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the input: " + e.getMessage(), e);
        }
    }
}
