package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;

/** Says which person of the lexicon a name means, if any: by the full name, by a short form where nothing speaks against it. */
final class Persons {
    private static final String PEOPLE = "people";
    private static final String DOUBTFUL = "doubtful";
    private static final String SHORT = "short";
    private static final long STATES = bits(WordClass.STATE, WordClass.STATE_ADJECTIVE);

    private final Knowledge knowledge;
    private final Reading reading;
    private final Optional<LocalDate> day;

    Persons(Knowledge knowledge, Reading reading, Optional<LocalDate> day) {
        this.knowledge = knowledge;
        this.reading = reading;
        this.day = day;
    }

    /** The person whom the mentions of a cluster name. */
    Optional<Entry> named(Cluster cluster) {
        List<Mention> names = cluster.mentions.stream()
                .filter(m -> m.isPerson() && m.hasName())
                .toList();
        for (Mention m : names) {
            Optional<Entry> full = full(cluster, m);
            if (full.isPresent()) {
                return full;
            }
        }
        for (Mention m : names) {
            Optional<Entry> brief = brief(cluster, m);
            if (brief.isPresent()) {
                return brief;
            }
        }
        return Optional.empty();
    }

    private List<Entry> candidates(Mention m, boolean whole) {
        List<Entry> out = new ArrayList<>();
        for (int token = m.nameFrom; token < m.nameTo; token++) {
            for (int hit = reading.tape().first(token); hit >= 0; hit = reading.tape().next(hit)) {
                if (reading.tape().payload(hit) instanceof Term term
                        && term.entry().list().equals(PEOPLE)
                        && reading.tape().end(hit) <= m.nameTo) {
                    boolean full = !term.role().equals(SHORT) && !term.role().equals(DOUBTFUL);
                    boolean fits = full == whole && (full ? token == m.nameFrom : reading.tape().end(hit) == m.nameTo);
                    if (fits && !out.contains(term.entry())) {
                        out.add(term.entry());
                    }
                }
            }
        }
        return out;
    }

    private Optional<Entry> full(Cluster cluster, Mention m) {
        List<Entry> candidates = candidates(m, true);
        if (candidates.size() > 1) {
            candidates = candidates.stream()
                    .filter(person -> speaksFor(cluster, person))
                    .toList();
        }
        return candidates.size() == 1
                        && (!candidates.get(0).is("common") || speaksFor(cluster, candidates.get(0)))
                ? Optional.of(candidates.get(0))
                : Optional.empty();
    }

    /** A short form: by itself or with a title it may be anybody of that name; a given name before it must be his. */
    private Optional<Entry> brief(Cluster cluster, Mention m) {
        List<Entry> candidates = new ArrayList<>();
        for (Entry person : candidates(m, false)) {
            if (givenNameFits(m, person) && !speaksAgainst(cluster, person)) {
                candidates.add(person);
            }
        }
        boolean doubtful = m.nameTo - m.nameFrom == 1 && isDoubtful(m);
        if (candidates.size() > 1 || doubtful) {
            candidates = candidates.stream()
                    .filter(person -> speaksFor(cluster, person))
                    .toList();
        }
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private boolean isDoubtful(Mention m) {
        for (int hit = reading.tape().first(m.nameFrom); hit >= 0; hit = reading.tape().next(hit)) {
            if (reading.tape().payload(hit) instanceof Term term
                    && term.entry().list().equals(PEOPLE)
                    && term.role().equals(SHORT)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words before the short form are names of that person, spelling aside. */
    private boolean givenNameFits(Mention m, Entry person) {
        int last = m.nameTo - 1;
        Set<String> theirs = new HashSet<>();
        for (String names : person.value("terms").orElse("").split("\\|")) {
            for (String word : reading.language().letters().fold(names).split(" ")) {
                theirs.add(word);
            }
        }
        boolean fits = true;
        for (int token = m.nameFrom; token < last; token++) {
            if (reading.isWord(token) && !reading.is(token, WordClass.NAME_PARTICLE)) {
                String mine = reading.bare(token);
                fits = theirs.stream().anyMatch(word -> Spelling.near(mine, word));
                if (fits) {
                    return true;
                }
            }
        }
        return fits;
    }

    /** Whether an office or a state beside the name is the person's. */
    private boolean speaksFor(Cluster cluster, Entry person) {
        String state = person.value("state").orElse("");
        for (Mention m : cluster.mentions) {
            Optional<String> office = m.office.flatMap(term -> term.entry().value("id"));
            boolean sameState = !m.state.isEmpty() && m.state.equals(state);
            boolean otherState = !m.state.isEmpty() && !m.state.equals(state);
            boolean held = office.isPresent() && (knowledge.held(person, office.get(), day) || knowledge.held(person, office.get(), Optional.empty()));
            if (sameState || (held && !otherState)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a state stands beside the name that the person has nothing to do with. */
    private boolean speaksAgainst(Cluster cluster, Entry person) {
        String state = person.value("state").orElse("");
        if (state.isEmpty()) {
            return false;
        }
        return cluster.mentions.stream()
                .filter(m -> m.headToken >= 0 && m.titleTo > m.headToken)
                .anyMatch(m -> !m.state.isEmpty()
                        && !m.state.equals(state)
                        && knowledge.terms(person).stream()
                                .noneMatch(term -> term.value("place").orElse("").equals(m.state)
                                        || term.value("state").orElse("").equals(m.state))
                        && onlyState(m));
    }

    /** Whether the title names one state alone: "the ambassador of X in Y" says nothing sure. */
    private boolean onlyState(Mention m) {
        Set<String> states = new HashSet<>();
        for (int token = m.headToken; token < m.titleTo; token++) {
            int hit = reading.hit(token, STATES, false);
            if (hit >= 0) {
                states.add(reading.term(hit).entry().need("iso3"));
            }
        }
        return states.size() == 1;
    }
}
