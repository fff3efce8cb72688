package org.mahdar.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.mahdar.app.export.Unclosed;

/**
 * Where a command writes. A file appears under its name only when it is whole: until then it stands beside it under
 * another, and where the command fails it is taken away.
 */
final class Output implements AutoCloseable {
    private final OutputStream bytes;
    private final Writer writer;
    private final Optional<Path> target;
    private final Optional<Path> part;
    private final Optional<PrintStream> stream;
    private boolean whole;

    private Output(OutputStream bytes, Optional<Path> target, Optional<Path> part, Optional<PrintStream> stream) {
        this.bytes = bytes;
        this.writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        this.target = target;
        this.part = part;
        this.stream = stream;
    }

    static Output stream(PrintStream out) {
        return new Output(out, Optional.empty(), Optional.empty(), Optional.of(out));
    }

    static Output file(String name) throws Failure {
        Path target = Path.of(name);
        // What is there and is no ordinary file, such as /dev/null, is written to and not replaced.
        boolean replace = !Files.exists(target) || Files.isRegularFile(target);
        Path part = replace ? target.resolveSibling(target.getFileName() + ".part") : target;
        try {
            OutputStream bytes = Files.newOutputStream(part);
            return new Output(
                    bytes, Optional.of(target), replace ? Optional.of(part) : Optional.empty(), Optional.empty());
        } catch (IOException e) {
            throw new Failure(
                    "cannot write " + name + ": " + reason(e) + ". Check that its folder exists and may be written.");
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }

    Writer writer() {
        return writer;
    }

    /** For whoever writes bytes and no text, or closes what it is given: closing this one only passes on what is written. */
    OutputStream bytes() {
        return new Unclosed(bytes);
    }

    /** Passes on what has been written. Returns false where nobody reads any more, as behind {@code | head}. */
    boolean flush() throws IOException {
        writer.flush();
        return stream.isEmpty() || !stream.get().checkError();
    }

    /** Says that everything has been written. */
    void done() throws IOException {
        writer.flush();
        whole = true;
    }

    @Override
    public void close() throws IOException {
        if (stream.isPresent()) {
            writer.flush();
            return;
        }
        writer.close();
        if (part.isPresent()) {
            if (whole) {
                Files.move(part.get(), target.orElseThrow(), StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(part.get());
            }
        }
    }
}
