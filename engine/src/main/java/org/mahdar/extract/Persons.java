package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;
import org.mahdar.text.Letters;

/** Says which person of the lexicon a name means, if any: by the full name, by a short form where nothing speaks against it. */
final class Persons {
    private static final String PEOPLE = "people";
    private static final String DOUBTFUL = "doubtful";
    private static final String SHORT = "short";
    private static final String COMMON = "common";
    private static final long STATES = bits(WordClass.STATE, WordClass.STATE_ADJECTIVE);

    private final Knowledge knowledge;
    private final Reading reading;

    private final Optional<LocalDate> day;

    /** Once somebody has asked: a story is gone through once for it. */
    private Optional<Set<String>> statesNamed = Optional.empty();

    Persons(Knowledge knowledge, Reading reading, Optional<LocalDate> day) {
        this.knowledge = knowledge;
        this.reading = reading;
        this.day = day;
    }

    /** The person whom the mentions of a cluster name. */
    Optional<Entry> named(Cluster cluster) {
        List<Mention> names = new ArrayList<>();
        for (Mention m : cluster.mentions) {
            if (m.isPerson() && m.hasName()) {
                names.add(m);
            }
        }
        boolean inFull = false;
        for (Mention m : names) {
            List<Entry> candidates = inFull(m);
            inFull |= !candidates.isEmpty();
            Optional<Entry> full = one(
                    candidates,
                    person -> titled(m, person) || (!isEverybody(m) && (!person.is(COMMON) || words(m) > 2)),
                    cluster);
            if (full.isPresent()) {
                return full;
            }
        }
        for (Mention m : names) {
            Optional<Entry> brief = inFull ? Optional.empty() : brief(cluster, m);
            if (brief.isPresent()) {
                return brief;
            }
        }
        return Optional.empty();
    }

    /** The only candidate, where it is sure or its office or state stands beside the name. */
    private Optional<Entry> one(List<Entry> candidates, Predicate<Entry> sure, Cluster cluster) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        if (candidates.size() == 1 && sure.test(candidates.get(0))) {
            return Optional.of(candidates.get(0));
        }
        return only(
                        candidates,
                        person ->
                                holds(cluster, person, term -> day.isPresent() && knowledge.mayCover(term, day.get())))
                .or(() -> only(candidates, person -> holds(cluster, person, this::began)))
                .or(() -> only(candidates, person -> isOfState(cluster, person)));
    }

    private static Optional<Entry> only(List<Entry> candidates, Predicate<Entry> fits) {
        Optional<Entry> left = Optional.empty();
        for (Entry candidate : candidates) {
            if (fits.test(candidate)) {
                if (left.isPresent()) {
                    return Optional.empty();
                }
                left = Optional.of(candidate);
            }
        }
        return left;
    }

    private boolean began(Entry term) {
        return day.isEmpty() || knowledge.began(term, day.get());
    }

    /** Whom the lexicon knows by the whole name, or by title and name; "King A. II" is not King A. */
    private List<Entry> inFull(Mention m) {
        List<Entry> out = new ArrayList<>();
        int longest = 0;
        for (int token = m.from; token <= m.nameFrom; token++) {
            for (int hit = reading.tape().first(token);
                    hit >= 0;
                    hit = reading.tape().next(hit)) {
                int end = reading.tape().end(hit);
                boolean whole = reading.isOf(hit, WordClass.PERSON.bit()) && end > m.nameFrom && end <= m.nameTo;
                if (whole && end > longest) {
                    longest = end;
                    out.clear();
                }
                if (whole && end == longest && !out.contains(reading.term(hit).entry())) {
                    out.add(reading.term(hit).entry());
                }
            }
        }
        return out;
    }

    /** Whether the lexicon knows the person by this title and name together. */
    private boolean titled(Mention m, Entry person) {
        for (int token = m.from; token < m.nameFrom; token++) {
            for (int hit = reading.tape().first(token);
                    hit >= 0;
                    hit = reading.tape().next(hit)) {
                if (reading.isOf(hit, WordClass.PERSON.bit())
                        && reading.tape().end(hit) > m.nameFrom
                        && reading.term(hit).entry().equals(person)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the noun before the name says that this is a private person: a citizen, a student, somebody's brother. */
    private static boolean isEverybody(Mention m) {
        return m.head.map(head -> head.entry().is("kin")
                        || (head.entry().is("person") && !head.entry().is("office")))
                .orElse(false);
    }

    /** How many words the name has, particles aside. */
    private int words(Mention m) {
        int words = 0;
        for (int token = m.nameFrom; token < m.nameTo; token++) {
            words += reading.isWord(token) && !reading.is(token, WordClass.NAME_PARTICLE) ? 1 : 0;
        }
        return words;
    }

    /** A short form: by itself or with a title it may be anybody of that name; a given name before it must be his. */
    private Optional<Entry> brief(Cluster cluster, Mention m) {
        List<Entry> sure = new ArrayList<>();
        List<Entry> doubtful = new ArrayList<>();
        for (int token = m.nameFrom; token < m.nameTo; token++) {
            for (int hit = reading.tape().first(token);
                    hit >= 0;
                    hit = reading.tape().next(hit)) {
                if (reading.tape().end(hit) == m.nameTo
                        && reading.tape().payload(hit) instanceof Term term
                        && term.entry().list().equals(PEOPLE)
                        && (term.role().equals(SHORT) || term.role().equals(DOUBTFUL))
                        && givenNameFits(m, token, term.entry())
                        && otherNamesFit(cluster, term.entry())
                        && !speaksAgainst(cluster, term.entry())) {
                    (term.role().equals(SHORT) ? sure : doubtful).add(term.entry());
                }
            }
        }
        return one(sure, person -> !isEverybody(m), cluster)
                .or(() -> one(doubtful, person -> !isEverybody(m) && isOneNameWith(m, person), cluster))
                .or(() -> doubtful.size() == 1 && words(m) == 1 && !m.hasTitle()
                        ? only(doubtful, this::isInTheNews)
                        : Optional.empty());
    }

    /** A family name of somebody known that others bear too, or that is a common word; -1 where none begins here. */
    static int doubtful(Reading reading, int token) {
        for (int hit = token < reading.size() ? reading.tape().first(token) : -1;
                hit >= 0;
                hit = reading.tape().next(hit)) {
            if (reading.tape().payload(hit) instanceof Term term
                    && term.entry().list().equals(PEOPLE)
                    && term.role().equals(DOUBTFUL)) {
                return hit;
            }
        }
        return -1;
    }

    /** Whether somebody serves on the day of a story that names his state: of such a person the family name is enough. */
    private boolean isInTheNews(Entry person) {
        boolean serves = day.isPresent()
                && knowledge.terms(person).stream()
                        .anyMatch(term -> term.value("from").isPresent() && knowledge.mayCover(term, day.get()));
        if (!serves) {
            return false;
        }
        if (statesNamed.isEmpty()) {
            statesNamed = Optional.of(statesNamed());
        }
        return statesNamed.get().contains(person.value("state").orElse(""));
    }

    /** The states of which the story tells, by code. */
    private Set<String> statesNamed() {
        Set<String> out = new HashSet<>();
        for (int token = 0; token < reading.size(); token++) {
            int hit = Math.max(reading.hit(token, STATES, false), reading.hit(token, STATES, true));
            if (hit >= 0) {
                out.add(reading.term(hit).entry().need("iso3"));
            }
        }
        return out;
    }

    /** Whether the word that begins the name before the short form is one of that person's, spelling aside. */
    private boolean givenNameFits(Mention m, int shortForm, Entry person) {
        for (int token = m.nameFrom; token < shortForm; token++) {
            if (reading.isWord(token) && !reading.is(token, WordClass.NAME_PARTICLE)) {
                String mine = reading.bare(token);
                return Stream.of(reading.language()
                                .letters()
                                .fold(person.value("terms").orElse("").replace('|', ' '))
                                .split(" "))
                        .anyMatch(word -> Spelling.near(mine, word));
            }
        }
        return true;
    }

    /** Whether no fuller name of the same actor begins with another's given name. */
    private boolean otherNamesFit(Cluster cluster, Entry person) {
        for (Mention other : cluster.first()) {
            boolean given = other.isPerson()
                    && other.hasName()
                    && reading.isAny(other.nameFrom, bits(WordClass.GIVEN, WordClass.NAME_TOKEN, WordClass.NAME_RARE));
            if (given && words(other) > 1 && !givenNameFits(other, other.nameTo - 1, person)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words of a name are that person's, spelling aside. */
    boolean isSpelled(Mention m, Entry person) {
        List<String> theirs = List.of(reading.language()
                .letters()
                .fold(person.value("terms").orElse("").replace('|', ' '))
                .split(" "));
        for (int token = m.nameFrom; token < m.nameTo; token++) {
            String mine = reading.bare(token);
            boolean counts = reading.isWord(token) && !reading.is(token, WordClass.NAME_PARTICLE);
            if (counts && theirs.stream().noneMatch(word -> Spelling.near(mine, word))) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of the person's names begins and ends like the name as written, which has more words between them. */
    private boolean isOneNameWith(Mention m, Entry person) {
        if (words(m) < 2) {
            return false;
        }
        Letters letters = reading.language().letters();
        String first = reading.bare(m.nameFrom);
        String last = text(m.nameTo - 1);
        return Stream.of(person.value("terms").orElse("").split("\\|"))
                .map(letters::fold)
                .anyMatch(name -> name.startsWith(first + " ") && name.endsWith(" " + last));
    }

    private String text(int token) {
        return reading.text().form(token);
    }

    /** Whether an office beside the name is one of the person's, in one of the given terms, and no other state's. */
    private boolean holds(Cluster cluster, Entry person, Predicate<Entry> when) {
        String state = person.value("state").orElse("");
        return cluster.mentions.stream()
                .filter(m -> m.state.isEmpty() || m.state.equals(state))
                .flatMap(m -> m.office.flatMap(term -> term.entry().value("id")).stream())
                .anyMatch(office -> knowledge.terms(person).stream()
                        .filter(term -> term.value("office").orElse("").equals(office))
                        .anyMatch(when));
    }

    private static boolean isOfState(Cluster cluster, Entry person) {
        String state = person.value("state").orElse("");
        return cluster.mentions.stream().anyMatch(m -> !m.state.isEmpty() && m.state.equals(state));
    }

    /** Whether a state stands beside the name that the person has nothing to do with. */
    private boolean speaksAgainst(Cluster cluster, Entry person) {
        String state = person.value("state").orElse("");
        if (state.isEmpty()) {
            return false;
        }
        return cluster.mentions.stream()
                .filter(m -> m.hasTitle())
                .anyMatch(m -> !m.state.isEmpty()
                        && !m.state.equals(state)
                        && knowledge.terms(person).stream()
                                .noneMatch(term -> term.value("place")
                                                .orElse("")
                                                .equals(m.state)
                                        || term.value("state").orElse("").equals(m.state))
                        && onlyState(m));
    }

    /** Whether the title names one state alone: "the ambassador of X in Y" says nothing sure. */
    private boolean onlyState(Mention m) {
        Set<String> states = new HashSet<>();
        for (int token = m.headToken; token < m.titleEnd(); token++) {
            int hit = reading.hit(token, STATES, false);
            if (hit >= 0) {
                states.add(reading.term(hit).entry().need("iso3"));
            }
        }
        return states.size() == 1;
    }
}
