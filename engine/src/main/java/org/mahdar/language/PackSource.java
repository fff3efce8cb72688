package org.mahdar.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the files of a language pack are read from. */
@FunctionalInterface
interface PackSource {
    /** The content of a file of the pack. */
    String read(String file);

    /** A folder. */
    static PackSource folder(Path folder) {
        return file -> {
            try {
                return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
            } catch (NoSuchFileException e) {
                throw new UncheckedIOException(
                        "There is no file " + folder.resolve(file) + "; pack.txt names the files of a pack", e);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + folder.resolve(file) + ": " + e.getMessage(), e);
            }
        };
    }

    /** The pack of a language that travels inside the jar. */
    static PackSource bundled(String language) {
        return file -> {
            String name = "/languages/" + language + "/" + file;
            try (InputStream in = PackSource.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalArgumentException("There is no language pack file " + name + " in this jar");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + name + " from the jar: " + e.getMessage(), e);
            }
        };
    }
}
