package org.mahdar.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder with gold and corpus that stands beside the project on some machines; no part of the project. */
public final class Shared {
    private Shared() {}

    /** The folder, whether it is there or not; {@code -Dmahdar.shared=DIR} names another. */
    public static Path folder() {
        return Path.of(System.getProperty("mahdar.shared", "../../shared"));
    }

    /** Whether it is there. */
    public static boolean isThere() {
        return Files.isDirectory(folder());
    }

    /** Whether it is there and the protocol's own program can run. */
    public static boolean canScore() {
        try {
            return isThere()
                    && new ProcessBuilder(List.of("python3", "--version"))
                                    .start()
                                    .waitFor()
                            == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
