package org.mahdar.app.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Mahdar, which the build writes into the jar and every page of minutes names as its engine. */
public final class Version {
    private static final String VERSION = read();

    private Version() {}

    /** Such as {@code 1.0.0}. */
    public static String current() {
        return VERSION;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/org/mahdar/app/version.properties")) {
            if (in == null) {
                throw new IllegalStateException("This jar was built without org/mahdar/app/version.properties");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
