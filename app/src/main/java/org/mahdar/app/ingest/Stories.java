package org.mahdar.app.ingest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipException;
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
    private final StoryMaker maker;
    private @Nullable Source source;
    private Optional<Item> next = Optional.empty();
    private long consumed;

    private Stories(Iterator<Input> inputs, Defaults defaults) {
        this.inputs = inputs;
        this.maker = new StoryMaker(defaults);
        this.opener = new Opener(maker, defaults.facts());
    }

    /**
     * The stories of files.
     *
     * @param files paths; {@code -} is standard input; of a folder all files are read, in order of their names
     * @param stdin standard input
     * @param published the day of publication of stories that do not know theirs
     * @param language the language of stories that do not name theirs
     */
    public static Stories of(List<String> files, InputStream stdin, Optional<LocalDate> published, String language) {
        return of(files, stdin, Defaults.of(published, language));
    }

    /** The same with all that can be said of stories and records beforehand. */
    public static Stories of(List<String> files, InputStream stdin, Defaults defaults) {
        return of(inputs(files, stdin, Stories::notFetched), defaults);
    }

    /** The stories of inputs, which are asked for one at a time. */
    public static Stories of(Iterator<Input> inputs, Defaults defaults) {
        return new Stories(inputs, defaults);
    }

    /** The stories of a feed, as far as it holds them itself; {@code name} is what messages call it. */
    public static List<Item> ofFeed(String name, FeedReader.Feed feed, Defaults defaults) {
        return new StoryMaker(defaults).fromFeed(name, feed);
    }

    /** The stories of files that travel in the jar. */
    public static Stories bundled(List<String> resources, String language) {
        return of(resources.stream().map(Input::resource).toList().iterator(), Defaults.of(Optional.empty(), language));
    }

    /**
     * Files, folders, standard input and addresses of the web as inputs, each made when its turn comes.
     *
     * @param pages makes an input of an address
     */
    public static Iterator<Input> inputs(List<String> names, InputStream stdin, Function<String, Input> pages) {
        return names.stream()
                .map(name -> {
                    if (name.equals(STDIN)) {
                        return Input.stream("stdin", stdin);
                    }
                    return isAddress(name) ? pages.apply(name) : Input.file(name);
                })
                .iterator();
    }

    /**
     * The tables of stories in folders that the cluster's job or an export to Parquet wrote, by the names of their files; what is
     * no such folder stays as it is.
     */
    public static List<String> tables(List<String> folders) {
        List<String> out = new ArrayList<>();
        for (String folder : folders) {
            try {
                ParquetSource.files(Path.of(folder)).forEach(file -> out.add(file.toString()));
            } catch (IOException | IllegalArgumentException e) {
                // Opening it will say what is wrong.
                out.add(folder);
            }
        }
        return out;
    }

    private static Input notFetched(String url) {
        return Input.page(url, Optional.empty(), () -> {
            throw new BadInput(
                    "is an address, and nothing is fetched here", "Add it to an archive with: mahdar add " + url);
        });
    }

    private static boolean isAddress(String name) {
        return name.startsWith("https://") || name.startsWith("http://");
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
                Path path = Path.of(file);
                if (Files.isDirectory(path)) {
                    for (Path inside : Folder.files(path)) {
                        sum += Files.size(inside);
                    }
                } else {
                    sum += file.equals(STDIN) || !Files.exists(path) ? 0 : Files.size(path);
                }
            } catch (IOException | RuntimeException e) {
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
        Place place = Place.of(input.name());
        try {
            if (input.path().isPresent() && Files.isDirectory(input.path().get())) {
                return new Folder(input.path().get(), this::open);
            }
            if (input.path().isPresent() && input.name().endsWith(".parquet")) {
                return new ParquetSource(input.path().get(), maker);
            }
            return opener.open(input, new Counted(input.door().open()));
        } catch (NoSuchFileException e) {
            return Source.bad(
                    place, "there is no such file", "Check the name; a name with spaces needs quotation marks.");
        } catch (AccessDeniedException e) {
            return Source.bad(place, "may not be read", "Check the rights of the file.");
        } catch (BadInput e) {
            return Source.bad(place, e.what(), e.wayOut());
        } catch (ZipException | EOFException e) {
            return Source.of(List.of(StoryMaker.unreadable(place, e)));
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
