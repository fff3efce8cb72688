package org.mahdar.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mahdar.model.Minutes;
import org.mahdar.model.Position;

/** The sorts of lines that a user can ask for. */
public enum Layer {
    /** Who said what. */
    STATEMENTS,
    /** Who met whom. */
    MEETINGS,
    /** What each side wants. */
    POSITIONS,
    /** Documents in play. */
    PAPERS,
    /** How the talks are judged. */
    ASSESSMENTS,
    /** When. */
    TIMES;

    /** The word used on the command line and in the minutes format. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** So that help and messages name the word that is typed. */
    @Override
    public String toString() {
        return word();
    }

    /** The minutes with these layers alone. Actors and problems stay. */
    public static Minutes keep(Minutes m, Set<Layer> layers) {
        if (layers.size() == values().length) {
            return m;
        }
        boolean statements = layers.contains(STATEMENTS);
        return new Minutes(
                m.story(),
                m.pack(),
                m.actors(),
                layers.contains(TIMES) ? m.times() : List.of(),
                statements ? m.statements() : List.of(),
                layers.contains(MEETINGS) ? m.meetings() : List.of(),
                layers.contains(POSITIONS) ? positions(m, statements) : List.of(),
                layers.contains(PAPERS) ? m.papers() : List.of(),
                layers.contains(ASSESSMENTS) ? m.assessments() : List.of(),
                m.problems());
    }

    /** A position must not point at a statement that is not there. */
    private static List<Position> positions(Minutes m, boolean statements) {
        return statements
                ? m.positions()
                : m.positions().stream()
                        .map(p -> new Position(
                                p.id(), p.party(), p.act(), p.content(), p.issue(), Optional.empty(), p.evidence()))
                        .toList();
    }
}
