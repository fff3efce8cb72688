package org.mahdar.app.web;

/**
 * How a server is run.
 *
 * @param host address to listen at
 * @param port 0 for any that is free
 * @param fiction whether what it serves is invented, which every page then says
 */
public record Settings(String host, int port, boolean fiction) {
    /** On this machine alone. */
    public static Settings alone(int port) {
        return new Settings("127.0.0.1", port, false);
    }

    /** The same, saying that everything is invented. */
    public Settings fictional() {
        return new Settings(host, port, true);
    }
}
