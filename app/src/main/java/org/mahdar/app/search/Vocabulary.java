package org.mahdar.app.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of the query language, from {@code words.tsv}. */
final class Vocabulary {
    private static final Vocabulary ONLY = new Vocabulary();

    private final Map<String, String> meanings = new HashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();

    private Vocabulary() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("words.tsv")) {
            if (in == null) {
                throw new IllegalStateException("This jar was built without words.tsv");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\t");
                if (!line.startsWith("#") && cells.length == 2) {
                    String group = cells[0].replaceFirst("\\..*", "");
                    for (String word : cells[1].split("\\|")) {
                        meanings.put(
                                group + " " + word,
                                cells[0].substring(group.length() + (cells[0].equals(group) ? 0 : 1)));
                        words.computeIfAbsent(cells[0], key -> new ArrayList<>())
                                .add(word);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Vocabulary get() {
        return ONLY;
    }

    /** What a word means where a {@code field}, a {@code kind}, … is expected. */
    Optional<String> meaning(String group, String word) {
        return Optional.ofNullable(meanings.get(group + " " + word));
    }

    /** The names of the fields, as people write them. */
    List<String> fields() {
        return words.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("field."))
                .map(entry -> String.join("/", entry.getValue()))
                .sorted()
                .toList();
    }
}
