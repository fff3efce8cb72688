package org.mahdar.app.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * How to behave on the web.
 *
 * @param userAgent who is asking
 * @param pause least time between two requests to one host; robots.txt may ask for more
 * @param timeout how long one request may take in all
 * @param mostBytes how long an answer may be, unpacked
 * @param allowed which addresses may be asked
 */
public record Manners(
        String userAgent, Duration pause, Duration timeout, int mostBytes, Predicate<InetAddress> allowed) {
    /** Usual manners: a request every two seconds a host, half a minute, 32 MB, the public internet. */
    public static Manners usual(String version) {
        return new Manners(
                "Mahdar/" + version + " (reads news into minutes)",
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                32 * 1024 * 1024,
                Addresses::isPublic);
    }

    /** The same, asking addresses of one's own network and machine too. */
    public Manners anywhere() {
        return new Manners(userAgent, pause, timeout, mostBytes, address -> true);
    }

    /** The same with another pause between requests to one host. */
    public Manners every(Duration other) {
        return new Manners(userAgent, other, timeout, mostBytes, allowed);
    }
}
