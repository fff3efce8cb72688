package org.mahdar.app.dossier;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mahdar.model.Meeting;

/**
 * Who takes part in a negotiation.
 *
 * @param side who
 * @param asked whether the dossier's definition names it
 * @param roles as which it is seen, by how many lines: mediator, host, …
 * @param stories how many stories name it or somebody of it
 * @param statements how many sayings it has
 * @param heads who speaks or meets for it, those seen most often first
 */
public record Party(
        Side side, boolean asked, Map<Meeting.Role, Integer> roles, int stories, int statements, List<Head> heads) {
    /** Copies. */
    public Party {
        roles = Map.copyOf(roles);
        heads = List.copyOf(heads);
    }

    /**
     * A person of a party.
     *
     * @param who the person
     * @param lines in how many lines
     */
    public record Head(Who who, int lines) {}

    /** The roles it is seen in. */
    public Set<Meeting.Role> seenAs() {
        return roles.keySet();
    }
}
