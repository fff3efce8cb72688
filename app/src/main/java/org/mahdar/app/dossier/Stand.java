package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Position;

/**
 * What a party wanted, offered, refused on a day: an entry of the ledger.
 *
 * @param party whose
 * @param issue on what; empty where none of the dossier's issues is named
 * @param act what it does
 * @param day the first day of publication
 * @param words as written, in the first story that has it
 * @param voice who said so for the party; empty where the story says it of the party itself
 * @param lines every line that carries it
 */
public record Stand(
        Side party,
        String issue,
        Position.Act act,
        Optional<LocalDate> day,
        String words,
        Optional<Who> voice,
        List<Line> lines) {
    /** Copies the lines. */
    public Stand {
        lines = List.copyOf(lines);
    }

    /** How many texts carry it, copies of one text counted once. */
    public int texts() {
        return (int) lines.stream().map(Line::group).distinct().count();
    }

    /** Which way it points. */
    public Direction direction() {
        return switch (act) {
            case ACCEPT, OFFER, COMMIT, SUPPORT -> Direction.TOWARDS;
            case REJECT, THREATEN, CRITICISE -> Direction.AGAINST;
            case DEMAND, CONDITION -> Direction.WANTS;
        };
    }

    /** Which way a position points. */
    public enum Direction {
        /** To the other side. */
        TOWARDS,
        /** Away from it. */
        AGAINST,
        /** It asks the other side to come. */
        WANTS
    }
}
