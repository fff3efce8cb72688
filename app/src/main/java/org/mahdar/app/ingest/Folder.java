package org.mahdar.app.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a folder and of the folders in it, in order of their names; hidden ones are left out. */
final class Folder implements Source {
    private final Path folder;
    private final Function<Input, Source> opener;
    private @Nullable Iterator<Path> files;
    private @Nullable Source source;

    Folder(Path folder, Function<Input, Source> opener) {
        this.folder = folder;
        this.opener = opener;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private static boolean isHidden(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<Item> next() {
        try {
            if (files == null) {
                List<Path> found = files(folder);
                files = found.iterator();
                if (found.isEmpty()) {
                    return Optional.of(
                            new Item.Bad(Place.of(folder.toString()), "is a folder without files", "Check the name."));
                }
            }
            while (true) {
                if (source == null) {
                    if (!files.hasNext()) {
                        return Optional.empty();
                    }
                    source = opener.apply(Input.file(files.next()));
                }
                Optional<Item> item = source.next();
                if (item.isPresent()) {
                    return item;
                }
                source.close();
                source = null;
            }
        } catch (IOException e) {
            files = List.<Path>of().iterator();
            return Optional.of(new Item.Bad(
                    Place.of(folder.toString()), "cannot be looked through: " + e.getMessage(), "Check its rights."));
        }
    }

    @Override
    public void close() throws IOException {
        if (source != null) {
            source.close();
        }
    }
}
