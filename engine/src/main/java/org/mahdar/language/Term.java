package org.mahdar.language;

import java.util.Set;

/**
 * One way to write an entry.
 *
 * @param entry the fact
 * @param words the words as the lexicon writes them
 * @param role the column they come from: empty for {@code terms}, {@code adjective} for {@code terms.adjective}, …
 * @param features grammatical features of this form, from the paradigms
 */
public record Term(Entry entry, String words, String role, Set<String> features) {
    /** Copies the features. */
    public Term {
        features = Set.copyOf(features);
    }

    /** Whether this form has a feature. */
    public boolean is(String feature) {
        return features.contains(feature);
    }
}
