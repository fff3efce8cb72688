package org.mahdar.extract;

import java.util.Optional;
import org.mahdar.language.Entry;

/**
 * Who an actor is.
 *
 * @param entry the line of the lexicon; empty for whom it does not know
 * @param id the lasting id
 * @param english the English name, or the name in Latin letters
 * @param officeEnglish the office in English
 * @param state ISO 3166 alpha-3 code; empty where none is known
 * @param of whom the actor speaks for: a state or a body
 * @param inferred whether the person was concluded from office and day
 */
record Identity(
        Optional<Entry> entry,
        Optional<String> id,
        Optional<String> english,
        Optional<String> officeEnglish,
        String state,
        Optional<Cluster> of,
        boolean inferred) {
    /** Of whom nothing is known yet. */
    static final Identity UNKNOWN = new Identity(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty(), false);
}
