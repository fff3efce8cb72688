package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a dossier asks for.
 *
 * @param parties who negotiates: {@link Side#key()}s, such as {@code IRN} or {@code houthis}
 * @param issues what about, as the columns of the positions ledger
 * @param words a story has to hold one of these or a word of an issue; none: any story with the parties. A word stands for
 *     every form that holds it, whatever its letters' marks: {@code nucl} for {@code nuclear}
 * @param from the first day of publication
 * @param to the last
 * @param in keys of stories that belong to it whatever they hold
 * @param out keys of stories that do not
 */
public record Definition(
        List<String> parties,
        List<Issue> issues,
        List<String> words,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Set<String> in,
        Set<String> out) {
    /** Copies the lists. */
    public Definition {
        parties = List.copyOf(parties);
        issues = List.copyOf(issues);
        words = List.copyOf(words);
        in = Set.copyOf(in);
        out = Set.copyOf(out);
    }

    /** One that asks for parties and words. */
    public static Definition of(List<String> parties, List<Issue> issues, List<String> words) {
        return new Definition(parties, issues, words, Optional.empty(), Optional.empty(), Set.of(), Set.of());
    }

    /**
     * A matter under negotiation.
     *
     * @param name for people
     * @param words that tell it, as in {@link Definition#words}
     */
    public record Issue(String name, List<String> words) {
        /** Copies the words. */
        public Issue {
            words = List.copyOf(words);
        }
    }

    /** Whether a day of publication lies in the period; a story without one does where no period is asked for. */
    public boolean covers(Optional<LocalDate> day) {
        if (from.isEmpty() && to.isEmpty()) {
            return true;
        }
        return day.isPresent()
                && !day.get().isBefore(from.orElse(LocalDate.MIN))
                && !day.get().isAfter(to.orElse(LocalDate.MAX));
    }
}
