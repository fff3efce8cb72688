package org.mahdar.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Where a command reads, writes and talks, and what is on the other end. Everything is UTF-8, whatever the machine thinks.
 *
 * @param in standard input
 * @param out standard output, for data
 * @param err standard error, for talk
 * @param env the environment; the launcher says in it what Java 17 cannot find out
 */
record Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> env) {
    private static final int COLUMNS = 100;

    /** The real one. */
    static Console system() {
        return new Console(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), System.getenv());
    }

    private static PrintStream utf8(FileDescriptor end) {
        return new PrintStream(new FileOutputStream(end), false, StandardCharsets.UTF_8);
    }

    /** Says something to the user. */
    void say(String message) {
        err.println("mahdar: " + message);
        err.flush();
    }

    /** Whether a person looks at what is written. */
    boolean outIsTerminal() {
        return isTerminal("1");
    }

    /** Whether a person looks at what is said. */
    boolean errIsTerminal() {
        return isTerminal("2");
    }

    /** Only the launcher can tell: Java 17 knows it of both ends at once, Java 22 of neither. */
    private boolean isTerminal(String end) {
        return env.getOrDefault("MAHDAR_TTY", "").contains(end);
    }

    /** How wide the terminal is; 100 where there is none. */
    int columns() {
        for (String name : List.of("MAHDAR_COLUMNS", "COLUMNS")) {
            String columns = env.getOrDefault(name, "");
            if (columns.matches("[1-9][0-9]{1,3}")) {
                return Integer.parseInt(columns);
            }
        }
        return COLUMNS;
    }

    /** Whether to write in colours: to a terminal that can, unless asked not to (no-color.org). */
    boolean colour(boolean refused) {
        return !refused
                && outIsTerminal()
                && env.getOrDefault("NO_COLOR", "").isEmpty()
                && !env.getOrDefault("TERM", "").equals("dumb");
    }

    /** The language of the user: {@code ar} or {@code en}. The launcher keeps it, since it sets a locale of its own. */
    String language() {
        for (String name : List.of("MAHDAR_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")) {
            String locale = env.getOrDefault(name, "");
            if (!locale.isEmpty()) {
                return locale.startsWith("ar") ? "ar" : "en";
            }
        }
        return "en";
    }
}
