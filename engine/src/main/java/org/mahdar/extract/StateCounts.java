package org.mahdar.extract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.language.Term;
import org.mahdar.pattern.Tape;

/** Counts how often a story names each state: "the government" and "the kingdom" are those of which it speaks most. */
final class StateCounts {
    private static final long PLACES = WordClass.bits(WordClass.STATE, WordClass.STATE_ADJECTIVE, WordClass.METONYM);

    private final Reading reading;
    private final Tape tape;
    private final Map<String, Integer> counts = new HashMap<>();

    StateCounts(Reading reading) {
        this.reading = reading;
        this.tape = reading.tape();
    }

    /** The state that the story names most, and more than once; empty where no other is named less. */
    Optional<String> main() {
        int most = count().values().stream().mapToInt(count -> count).max().orElse(0);
        List<String> first = count().entrySet().stream()
                .filter(count -> count.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return most > 1 && first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
    }

    /** "The kingdom": of the states that are called so, the one that the story speaks of most. */
    Optional<String> realm(int token) {
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            if (tape.payload(hit) instanceof Term term && term.entry().list().equals("realms")) {
                List<String> candidates = List.of(term.entry().need("states").split(" "));
                return candidates.stream()
                        .max(Comparator.comparingInt((String iso) -> named(iso))
                                .thenComparing(iso -> -candidates.indexOf(iso)));
            }
        }
        return Optional.empty();
    }

    private int named(String iso) {
        return count().getOrDefault(iso, 0);
    }

    /** How many states are named more than once. */
    long often() {
        return count().values().stream().filter(count -> count > 1).count();
    }

    /** How often the story names each state, its adjective or its capital. */
    private Map<String, Integer> count() {
        if (counts.isEmpty()) {
            for (int token = 0; token < reading.size(); token++) {
                int hit = reading.hit(token, PLACES, false);
                if (hit >= 0) {
                    counts.merge(reading.term(hit).entry().value("iso3").orElse(""), 1, Integer::sum);
                }
            }
            counts.put("", 0);
        }
        return counts;
    }
}
