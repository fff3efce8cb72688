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

    /** The same with whom the actor speaks for. */
    Identity speakingFor(Optional<Cluster> principal) {
        return new Identity(entry, id, english, officeEnglish, state, principal, inferred);
    }

    /** The same with names in English. */
    Identity worded(Optional<String> name, Optional<String> office) {
        return new Identity(entry, id, name, office, state, of, inferred);
    }

    /** A state or body of the lexicon. */
    static Identity of(Entry entry) {
        return new Identity(
                Optional.of(entry),
                idOf(entry),
                entry.value("en"),
                Optional.empty(),
                stateOf(entry).orElse(""),
                Optional.empty(),
                false);
    }

    /** The lasting id of a line of the lexicon. */
    static Optional<String> idOf(Entry entry) {
        return entry.value("id").or(() -> entry.value("iso3"));
    }

    /** The code of its state; for a state the code that stands for it. */
    static Optional<String> stateOf(Entry entry) {
        return entry.value("state").or(() -> entry.value("iso3"));
    }
}
