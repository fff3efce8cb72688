package org.mahdar.app.dossier;

import java.util.Optional;

/** Which bodies act for a state. */
@FunctionalInterface
public interface Organs {
    /** Knows none. */
    Organs NONE = id -> Optional.empty();

    /** The code of the state of which the body with this lasting id is a part, such as a ministry or an army. */
    Optional<String> stateOf(String id);
}
