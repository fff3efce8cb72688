package org.mahdar.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a command in a process of its own. */
final class Child {
    /** What it did. */
    record Ran(int exit, String out, String err) {}

    private Child() {}

    /** Runs it with nothing on standard input and no locale but what {@code env} says. */
    static Ran run(Path folder, Map<String, String> env, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("MAHDAR_"));
        builder.environment().putAll(env);
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        return new Ran(
                exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
