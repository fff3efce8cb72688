package org.mahdar.app.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Something to read, under the name that messages give it.
 *
 * @param name of a file its path, of a page its address
 * @param path where on the disk it lies
 * @param url its address, where it comes from the web
 * @param contentType what the server says it is
 * @param door opens it
 */
public record Input(String name, Optional<Path> path, Optional<String> url, Optional<String> contentType, Door door) {
    /** Opens an input. */
    @FunctionalInterface
    public interface Door {
        /** Opens it; whoever asks closes the stream. */
        InputStream open() throws IOException;
    }

    /** A file or folder. */
    static Input file(String file) {
        try {
            return file(Path.of(file));
        } catch (InvalidPathException e) {
            return new Input(file, Optional.empty(), Optional.empty(), Optional.empty(), () -> {
                throw new BadInput("is no name that a file can have", "Check the name.");
            });
        }
    }

    static Input file(Path path) {
        return new Input(
                path.toString(),
                Optional.of(path),
                Optional.empty(),
                Optional.empty(),
                () -> Files.newInputStream(path));
    }

    /** A stream that is open; the name tells what it holds as far as the bytes do not. */
    public static Input stream(String name, InputStream in) {
        return new Input(name, Optional.empty(), Optional.empty(), Optional.empty(), () -> in);
    }

    /** A file in the jar. */
    static Input resource(String name) {
        return new Input(name, Optional.empty(), Optional.empty(), Optional.empty(), () -> {
            InputStream in = Stories.class.getResourceAsStream(name);
            if (in == null) {
                throw new NoSuchFileException(name);
            }
            return in;
        });
    }

    /**
     * A page from the web.
     *
     * @param url the address at which it was found in the end
     * @param contentType as the server says
     */
    public static Input page(String url, Optional<String> contentType, Door door) {
        return new Input(url, Optional.empty(), Optional.of(url), contentType, door);
    }
}
