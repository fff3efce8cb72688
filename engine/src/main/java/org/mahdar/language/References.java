package org.mahdar.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mahdar.pattern.PatternException;
import org.mahdar.pattern.Place;

/** The cells of lexicon files that name lines of other files, checked when all files are read. */
final class References {
    /**
     * What the cells of a column refer to.
     *
     * @param lists columns that may hold the key, written {@code list.column}
     */
    record Target(List<String> lists) {}

    private record Reference(Place place, String key, Target target) {}

    private final List<Reference> all = new ArrayList<>();
    private final Map<String, Set<String>> keys = new HashMap<>();

    void add(Place place, String key, Target target) {
        all.add(new Reference(place, key, target));
    }

    /** Fails at the first reference to a line that does not exist. */
    void check(Lexicon.Builder lexicon) {
        for (Reference reference : all) {
            boolean found = false;
            for (String list : reference.target.lists()) {
                found |= keys(lexicon, list).contains(reference.key);
            }
            if (!found) {
                throw fault(lexicon, reference);
            }
        }
    }

    private PatternException fault(Lexicon.Builder lexicon, Reference reference) {
        Set<String> known = new TreeSet<>();
        reference.target.lists().forEach(list -> known.addAll(keys(lexicon, list)));
        String nearest = PatternException.nearest(reference.key, known);
        String where = String.join(" or ", reference.target.lists());
        return new PatternException(
                reference.place,
                reference.key.length(),
                "there is no \"" + reference.key + "\" in " + where,
                nearest.isEmpty()
                        ? "Add the line there, or take the cell away."
                        : "Did you mean \"" + nearest + "\"? Else add the line there.");
    }

    private Set<String> keys(Lexicon.Builder lexicon, String listAndColumn) {
        return keys.computeIfAbsent(listAndColumn, name -> {
            int dot = name.lastIndexOf('.');
            Set<String> found = new HashSet<>();
            for (Entry entry : lexicon.entries(name.substring(0, dot))) {
                Optional<String> key = entry.value(name.substring(dot + 1));
                key.ifPresent(found::add);
            }
            return found;
        });
    }
}
