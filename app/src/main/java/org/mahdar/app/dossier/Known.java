package org.mahdar.app.dossier;

import java.util.Optional;

/** What a language pack knows of states, bodies and people by their lasting ids. */
public interface Known {
    /** Knows nobody. */
    Known NOBODY = new Known() {
        @Override
        public Optional<String> stateOf(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<String> name(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<String> english(String id) {
            return Optional.empty();
        }
    };

    /** The code of the state for which the body with this id acts, such as a ministry or an army. */
    Optional<String> stateOf(String id);

    /** The name by which the pack's language calls it. */
    Optional<String> name(String id);

    /** Its English name. */
    Optional<String> english(String id);
}
