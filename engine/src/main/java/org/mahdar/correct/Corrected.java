package org.mahdar.correct;

import java.util.List;
import java.util.Map;
import org.mahdar.model.Correction;
import org.mahdar.model.Finding;
import org.mahdar.model.Minutes;

/**
 * Minutes with readers' corrections applied.
 *
 * @param minutes what stands: rejected lines are gone, replaced ones have their new fields and keep their ids, added ones
 *     have ids behind the last
 * @param states what readers said of lines, by id; lines of which nobody said anything are not named
 * @param rejected the lines that readers rejected, as the machine reads them
 * @param outcomes what became of every correction, in the order in which they were given
 */
public record Corrected(Minutes minutes, Map<String, State> states, List<Finding> rejected, List<Outcome> outcomes) {
    /** Copies. */
    public Corrected {
        states = Map.copyOf(states);
        rejected = List.copyOf(rejected);
        outcomes = List.copyOf(outcomes);
    }

    /** Minutes of which nobody said anything. */
    public static Corrected none(Minutes minutes) {
        return new Corrected(minutes, Map.of(), List.of(), List.of());
    }

    /** What readers said of a line. */
    public enum State {
        /** It is right. */
        CONFIRMED,
        /** It is otherwise. */
        CORRECTED,
        /** A reader put it there. */
        ADDED;

        /** The word in queries and answers. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What became of a correction.
     *
     * @param correction which
     * @param fate whether it counts
     * @param line id of the line that it is about; empty where there is none
     * @param now the fields as the machine reads them now; empty where it reads no such line
     * @param note a sentence where something is to be said
     */
    public record Outcome(Correction correction, Fate fate, String line, Map<String, String> now, String note) {
        /** Copies the fields. */
        public Outcome {
            now = Map.copyOf(now);
        }

        /** Whether the reader should look at it again. */
        public boolean isOpen() {
            return fate == Fate.ORPHAN || fate == Fate.CONFLICT;
        }
    }

    /** Whether a correction counts. */
    public enum Fate {
        /** It is applied. */
        APPLIED,
        /** The machine reads it so by now. */
        AGREED,
        /** It is applied, and the machine reads the line otherwise than when it was given: a reader should decide. */
        CONFLICT,
        /** A later one about the same takes its place. */
        SUPERSEDED,
        /** There is nothing left that it could be applied to. It is shown, and never moved by guess. */
        ORPHAN;

        /** The word in answers. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
