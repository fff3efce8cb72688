package org.mahdar.app.cli;

import java.time.Duration;
import java.util.Optional;
import org.mahdar.app.fetch.Fetcher;
import org.mahdar.app.fetch.Manners;
import org.mahdar.app.wire.Version;
import picocli.CommandLine.Option;

/** How to behave on the web. */
final class FetchOptions {
    @Option(
            names = "--delay",
            paramLabel = "SECONDS",
            description = "Least time between two requests to one host (default: 2); robots.txt may ask for more.")
    private Optional<Double> delay = Optional.empty();

    @Option(
            names = "--allow-private",
            description = "Also fetch from this machine and its own network, which is refused otherwise.")
    private boolean allowPrivate;

    Fetcher fetcher() {
        Manners manners = Manners.usual(Version.current());
        if (delay.isPresent()) {
            manners = manners.every(Duration.ofMillis(Math.max(0, Math.round(1000 * delay.get()))));
        }
        return new Fetcher(allowPrivate ? manners.anywhere() : manners);
    }
}
