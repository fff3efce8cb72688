package org.mahdar.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;

/** Runs commands in this process: the one place that knows how, so that tests are only what is asked and answered. */
final class Cli {
    /** What a command did. */
    record Ran(int exit, String out, String err) {}

    private Cli() {}

    /** The names of all commands. */
    static Set<String> commands() {
        Console console = new Console(InputStream.nullInputStream(), System.out, System.err, Map.of());
        return Main.commandLine(console).getSubcommands().keySet();
    }

    static Ran run(String... args) {
        return run("", Map.of(), args);
    }

    static Ran run(String stdin, Map<String, String> env, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(stdin.getBytes(UTF_8)),
                new PrintStream(out, false, UTF_8),
                new PrintStream(err, false, UTF_8),
                env);
        int exit = Main.run(console, args);
        console.out().flush();
        console.err().flush();
        return new Ran(exit, out.toString(UTF_8), err.toString(UTF_8));
    }
}
