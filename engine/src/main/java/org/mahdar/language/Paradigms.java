package org.mahdar.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How words are inflected: for each paradigm and cell (a stem that a lexicon line gives), the letters put before and
 * after the stem and the features of the form that results. Read from {@code paradigms.tsv}: columns paradigm, cell,
 * prefix, suffix, features.
 */
final class Paradigms {
    private final Map<String, List<Form>> forms = new HashMap<>();

    /**
     * One form of a cell.
     *
     * @param prefix letters before the stem
     * @param suffix letters after the stem
     * @param features what is known of the form
     */
    record Form(String prefix, String suffix, Set<String> features) {
        String of(String stem) {
            return prefix + stem + suffix;
        }
    }

    void read(String content) {
        boolean head = true;
        for (String line : content.split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (head) {
                head = false;
                continue;
            }
            String[] cells = Arrays.copyOf(line.split("\t", -1), 5);
            Set<String> features = cells[4] == null || cells[4].isBlank()
                    ? Set.of()
                    : Arrays.stream(cells[4].strip().split(" "))
                            .map(String::intern)
                            .collect(Collectors.toUnmodifiableSet());
            forms.computeIfAbsent(cells[0] + "/" + cells[1], key -> new ArrayList<>())
                    .add(new Form(cells[2].strip(), cells[3].strip(), features));
        }
    }

    List<Form> forms(String paradigm, String cell) {
        return forms.getOrDefault(paradigm + "/" + cell, List.of());
    }
}
