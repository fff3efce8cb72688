package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.model.Meeting;

/**
 * One occasion, as many stories tell it.
 *
 * @param kind what sort of occasion most stories call it
 * @param title the words that most stories have for it
 * @param days when, as far as the stories agree
 * @param place where
 * @param number of the round
 * @param parties who takes part, those named most often first
 * @param roles of those who are more than a party, by {@link Side#key()}
 * @param state where it stands after the last report
 * @param life what became of it, report by report: announced, held, denied, …
 * @param lines every line that tells of it, in order of publication
 */
public record Round(
        Meeting.Kind kind,
        String title,
        Optional<Days> days,
        Optional<Place> place,
        Optional<Integer> number,
        List<Side> parties,
        Map<String, Meeting.Role> roles,
        State state,
        List<Stage> life,
        List<Line> lines) {
    /** Copies the lists. */
    public Round {
        parties = List.copyOf(parties);
        roles = Map.copyOf(roles);
        life = List.copyOf(life);
        lines = List.copyOf(lines);
    }

    /**
     * Where it takes place.
     *
     * @param name in English
     * @param words as most stories write it
     */
    public record Place(String name, String words) {}

    /** How many texts tell of it, copies of one text counted once. */
    public int texts() {
        return (int) lines.stream().map(Line::group).distinct().count();
    }

    /** What a report makes of an occasion. */
    public enum State {
        /** Somebody wants it. */
        PROPOSED,
        /** A date or decision for it exists. */
        ANNOUNCED,
        /** It is going on. */
        ONGOING,
        /** It took place. */
        HELD,
        /** It was put off. */
        POSTPONED,
        /** It was called off. */
        CANCELLED,
        /** It was turned down. */
        REFUSED,
        /** Somebody says that there was or is no such thing. */
        DENIED;

        static State of(Meeting.Status status) {
            return switch (status) {
                case PROPOSED -> PROPOSED;
                case SCHEDULED -> ANNOUNCED;
                case ONGOING -> ONGOING;
                case HELD -> HELD;
                case POSTPONED -> POSTPONED;
                case CANCELLED -> CANCELLED;
                case REFUSED -> REFUSED;
            };
        }
    }

    /**
     * A step in the life of an occasion.
     *
     * @param state what it became
     * @param reported the first day on which a story said so
     * @param lines those that say so
     */
    public record Stage(State state, Optional<LocalDate> reported, List<Line> lines) {
        /** Copies the lines. */
        public Stage {
            lines = List.copyOf(lines);
        }
    }
}
