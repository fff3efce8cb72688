package org.mahdar.score;

import java.util.List;
import java.util.Locale;
import org.mahdar.model.Span;

/**
 * One thing on which the engine and people differ.
 *
 * @param layer the sort of line, as in the minutes format
 * @param sort how they differ
 * @param wanted people's words; none for a {@link Sort#DECOY}
 * @param got the engine's words; none for a {@link Sort#MISS}
 * @param what about them: people's reading and, where there is one, the engine's
 */
public record Difference(String layer, Sort sort, List<Span> wanted, List<Span> got, String what) {
    /** Copies the spans. */
    public Difference {
        wanted = List.copyOf(wanted);
        got = List.copyOf(got);
    }

    /** Where to look: people's words, else the engine's. */
    public Span span() {
        return wanted.isEmpty() ? got.get(0) : wanted.get(0);
    }

    /** How two readings can differ. */
    public enum Sort {
        /** People found it, the engine did not. */
        MISS,
        /** The engine says it, people do not. */
        DECOY,
        /** Both have it, something about it differs. */
        WRONG;

        /** The word shown. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
