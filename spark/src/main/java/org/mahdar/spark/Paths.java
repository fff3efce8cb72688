package org.mahdar.spark;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.mahdar.app.ingest.Input;

/** Names of files, and by which road a file is read. */
final class Paths {
    private Paths() {}

    /** How a file is cut into tasks. */
    enum Road {
        /** Line by line, any number of tasks a file. */
        LINES,
        /** Row by row, any number of tasks a file. */
        PARQUET,
        /** Whole, one task: zips, WARC, arrays of JSON, pages, texts. */
        WHOLE
    }

    static Road road(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet") || name.endsWith(".parquet/")) {
            return Road.PARQUET;
        }
        boolean lines = name.endsWith(".jsonl")
                || name.endsWith(".ndjson")
                || name.endsWith(".jsonl.gz")
                || name.endsWith(".jsonl.zst")
                || name.endsWith(".jsonl.bz2");
        return lines ? Road.LINES : Road.WHOLE;
    }

    /** The name under which the lines of a file are read: they are unpacked by then. */
    static String lines(String file) {
        String name = plain(file);
        String lower = name.toLowerCase(Locale.ROOT);
        for (String packed : new String[] {".gz", ".zst", ".bz2"}) {
            if (lower.endsWith(packed)) {
                name = name.substring(0, name.length() - packed.length());
            }
        }
        return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? name : name + ".jsonl";
    }

    /** A local file by its path, any other by its address, as people write them. */
    static String plain(String file) {
        try {
            URI uri = URI.create(file);
            return "file".equals(uri.getScheme()) ? uri.getPath() : file;
        } catch (IllegalArgumentException e) {
            return file;
        }
    }

    static Input input(String name, Input.Door door) {
        return new Input(name, Optional.empty(), Optional.empty(), Optional.empty(), door);
    }
}
