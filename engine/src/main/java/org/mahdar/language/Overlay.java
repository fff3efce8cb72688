package org.mahdar.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.mahdar.pattern.PatternException;

/**
 * Folders of a user's own lexicon files, laid over a pack: each file has the name and the columns of a file of the pack,
 * or fewer of them. Where two folders speak of one line, the later one wins.
 */
final class Overlay {
    private final Map<String, List<Table>> byList = new HashMap<>();
    private final CRC32 fingerprint = new CRC32();

    Overlay(List<Path> folders) {
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                String content = content(file);
                fingerprint.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                fingerprint.update(content.getBytes(StandardCharsets.UTF_8));
                Table table = new Table(file.toString(), content);
                byList.computeIfAbsent(LexiconFile.listOf(table.file), list -> new ArrayList<>())
                        .add(table);
            }
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw fault("There is no lexicon folder " + folder);
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw fault("The lexicon folder " + folder
                        + " holds no file to lay over the pack; name it like one of the pack's, such as people.tsv");
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static UncheckedIOException fault(String what) {
        return new UncheckedIOException(what, new IOException(what));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException("Cannot read " + file + ": it is not in UTF-8; save it as such", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The files laid over a list, in the order of their folders. */
    List<Table> over(String list) {
        return byList.getOrDefault(list, List.of());
    }

    /** Fails where a file is named like none of the pack's. */
    void check(Collection<String> lists) {
        for (Map.Entry<String, List<Table>> entry : byList.entrySet()) {
            if (!lists.contains(entry.getKey())) {
                String nearest = PatternException.nearest(entry.getKey(), lists);
                throw new PatternException(
                        entry.getValue().get(0).head,
                        1,
                        "the pack has no list \"" + entry.getKey() + "\" that this file could be laid over",
                        nearest.isEmpty()
                                ? "Name it like a file of the pack, such as people.tsv."
                                : "Did you mean " + nearest + ".tsv?");
            }
        }
    }

    /** What a version is followed by, so that minutes tell with which words they were read; empty without any files. */
    String mark() {
        return byList.isEmpty() ? "" : String.format(Locale.ROOT, "+%08x", fingerprint.getValue());
    }
}
