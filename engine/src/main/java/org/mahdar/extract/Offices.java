package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;
import org.mahdar.model.Actor.Kind;

/** Says who held the office on the story's day where a story names the office alone: "the Egyptian foreign minister". */
final class Offices {
    private static final long WHERE = bits(WordClass.STATE, WordClass.STATE_ADJECTIVE, WordClass.BODY);

    /** How many offices back somebody's counterpart is looked for. */
    private static final int MEMORY = 4;

    private final Knowledge knowledge;
    private final Reading reading;
    private final Optional<LocalDate> day;
    /** For a counterpart, the offices of those named before, the latest first: he holds the same as one of them. */
    private final Map<Mention, List<String>> ofCounterpart = new HashMap<>();

    private Optional<Epithets> epithets = Optional.empty();

    Offices(Knowledge knowledge, Reading reading, Optional<LocalDate> day) {
        this.knowledge = knowledge;
        this.reading = reading;
        this.day = day;
    }

    /** Reads through all mentions of the story, so that "his counterpart" knows whose. */
    void read(List<Mention> mentions, Epithets words) {
        epithets = Optional.of(words);
        Deque<String> recent = new ArrayDeque<>();
        List<Mention> all = new ArrayList<>();
        mentions.forEach(m -> {
            all.add(m);
            all.addAll(m.joint);
        });
        for (Mention m : all) {
            if (m.head.isPresent() && m.head.get().entry().is("counterpart")) {
                ofCounterpart.put(m, List.copyOf(recent));
            } else if (m.isPerson()) {
                m.office
                        .flatMap(term -> term.entry().value("id"))
                        .or(() -> m.known.flatMap(term -> current(term.entry())))
                        .ifPresent(office -> {
                            recent.remove(office);
                            recent.addFirst(office);
                        });
                if (recent.size() > MEMORY) {
                    recent.removeLast();
                }
            }
        }
    }

    private Optional<String> current(Entry person) {
        return day.flatMap(on -> knowledge.terms(person).stream()
                .filter(term -> term.is("holder"))
                .flatMap(term -> term.value("office").stream())
                .filter(office -> knowledge.held(person, office, day))
                .findFirst());
    }

    /** The one who held the office that a mention of the cluster names and nothing else. */
    Optional<Entry> holder(Cluster cluster) {
        for (Mention m : cluster.mentions) {
            boolean alone = m.isPerson() && !m.hasName() && m.number == Mention.Count.ONE;
            Optional<Entry> holder = alone ? holder(m).filter(person -> isOfGender(person, m)) : Optional.empty();
            if (holder.isPresent()) {
                return holder;
            }
        }
        return Optional.empty();
    }

    /** The one who held the office that a mention names beside a name, where that is his, however it is spelled. */
    Optional<Entry> bearer(Cluster cluster, BiPredicate<Mention, Entry> isSpelled) {
        for (Mention m : cluster.first()) {
            boolean titled = m.isPerson() && m.hasName() && m.hasTitle() && m.number == Mention.Count.ONE;
            Optional<Entry> holder = titled ? holder(m).filter(person -> isSpelled.test(m, person)) : Optional.empty();
            if (holder.isPresent()) {
                return holder;
            }
        }
        return Optional.empty();
    }

    /** "The minister" in the feminine is no man. */
    private static boolean isOfGender(Entry person, Mention m) {
        String gender = person.value("gender").orElse("");
        return gender.isEmpty()
                || m.gender == Mention.Gender.UNKNOWN
                || gender.equals(m.gender == Mention.Gender.F ? "f" : "m");
    }

    private Optional<Entry> holder(Mention m) {
        if (day.isEmpty() || m.headToken < 0) {
            return Optional.empty();
        }
        if (ofCounterpart.containsKey(m)) {
            return counterpart(m).map(Map.Entry::getValue);
        }
        if (m.isShared()) {
            return shared(m).flatMap(office -> knowledge.holder(office, m.state, day.get()));
        }
        if (m.office.isEmpty()) {
            return Optional.empty();
        }
        Term office = m.office.get();
        int end = end(m, office);
        boolean vague = reading.is(end, WordClass.STATE_ADJECTIVE) && !reading.isDefinite(end);
        if (vague) {
            // "An American foreign minister" is any of them.
            return Optional.empty();
        }
        Optional<String> implied = office.entry().value("of");
        if (implied.isPresent()) {
            // "The Custodian of the Two Mosques" is one man; "the former leader" is not the one of the day.
            boolean alone = end == limit(m)
                    || reading.isAny(end, Nouns.TITLES)
                    || where(m, end, false).isPresent();
            return alone && !reading.is(end, WordClass.ADJECTIVE)
                    ? knowledge.holder(office.entry().need("as"), implied.get(), day.get())
                    : Optional.empty();
        }
        boolean sent = office.entry().value("follows").map("place"::equals).orElse(false);
        String id = office.entry().value("as").orElse(office.entry().need("id"));
        Optional<String> lent = m.lent && end == limit(m) ? Optional.of(m.state) : Optional.empty();
        return where(m, end, sent).or(() -> lent).flatMap(where -> knowledge.holder(id, where, day.get()));
    }

    /** The office that several share: what one of them is called. */
    private Optional<String> shared(Mention m) {
        StringBuilder words = new StringBuilder(
                m.head.flatMap(head -> knowledge.singular(head.entry())).orElse(""));
        for (int token = m.sharedFrom + 1; token < m.sharedTo; token++) {
            words.append(' ').append(reading.text().form(token));
        }
        return knowledge.officeCalled(words.toString());
    }

    /** The office in English, of a mention that shares its title with others; empty where the lexicon does not know it. */
    Optional<String> ofShared(Mention m) {
        boolean own = m.isShared() && !ofCounterpart.containsKey(m);
        return own ? shared(m).flatMap(office -> knowledge.officeName(office, m.state)) : Optional.empty();
    }

    /** The body of a state that a mention of the cluster names by its kind and the state alone: "the Egyptian government". */
    Optional<Entry> generic(Cluster cluster) {
        for (Mention m : cluster.first()) {
            int hit = m.kind == Kind.BODY && m.headToken >= 0 && !m.state.isEmpty()
                    ? reading.hit(m.headToken, WordClass.BODY.bit(), false)
                    : -1;
            if (hit >= 0
                    && Knowledge.isGeneric(reading.term(hit).entry())
                    && where(m, reading.tape().end(hit), false).isPresent()) {
                return Optional.of(reading.term(hit).entry());
            }
        }
        return Optional.empty();
    }

    /** The office that a counterpart must hold, in English; empty where the mention is of no counterpart. */
    Optional<String> ofCounterpart(Mention m) {
        List<String> recent = m.state.isEmpty() ? List.of() : ofCounterpart.getOrDefault(m, List.of());
        return counterpart(m)
                .map(Map.Entry::getKey)
                .or(() -> recent.stream().findFirst())
                .flatMap(office -> knowledge.officeName(office, m.state));
    }

    /** The office of the latest one named before that the state beside the word has too, with its holder. */
    private Optional<Map.Entry<String, Entry>> counterpart(Mention m) {
        Optional<String> where = m.isShared() ? Optional.of(m.state) : where(m, m.headToken + 1, false);
        if (where.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        for (String office : ofCounterpart.getOrDefault(m, List.of())) {
            Optional<Entry> holder = knowledge.holder(office, where.get(), day.get());
            if (holder.isPresent()) {
                return Optional.of(Map.entry(office, holder.get()));
            }
        }
        return Optional.empty();
    }

    /** The office, where the mention names it and its state and nothing else: what that state calls it. */
    Optional<String> ownName(Mention m) {
        return m.office
                .filter(office -> !m.state.isEmpty())
                .filter(office -> where(titleEnd(m), end(m, office), false).isPresent())
                .flatMap(office -> knowledge.ownName(office.entry().need("id"), m.state));
    }

    private Optional<String> epithet(int token) {
        return epithets.flatMap(words -> words.state(token));
    }

    private static int titleEnd(Mention m) {
        return m.hasTitle() ? m.titleEnd() : m.to;
    }

    private int end(Mention m, Term office) {
        for (int hit = reading.tape().first(m.headToken);
                hit >= 0;
                hit = reading.tape().next(hit)) {
            if (reading.tape().payload(hit) instanceof Term term && term.equals(office)) {
                return reading.tape().end(hit);
            }
        }
        return m.headToken + 1;
    }

    /** The state or body that completes the office, where nothing else does. */
    private Optional<String> where(Mention m, int from, boolean sent) {
        return where(limit(m), from, sent);
    }

    /** Where the words of an office end, before a name that follows. */
    private static int limit(Mention m) {
        return m.hasName() ? m.titleEnd() : m.ownTo();
    }

    private Optional<String> where(int to, int from, boolean sent) {
        Optional<String> found = Optional.empty();
        int token = from;
        while (token < to) {
            int hit = reading.hit(token, WHERE, false);
            hit = hit < 0 ? reading.hit(token, WHERE, true) : hit;
            if (hit >= 0 && found.isEmpty()) {
                Entry entry = reading.term(hit).entry();
                found = entry.value("iso3").or(() -> entry.value("id"));
                token = reading.tape().end(hit);
            } else if (found.isEmpty() && epithet(token).isPresent()) {
                found = epithet(token);
                token++;
            } else if (sent && (reading.is(token, WordClass.PREPOSITION) || reading.is(token, WordClass.ADJECTIVE))) {
                token++;
            } else {
                return Optional.empty();
            }
        }
        return found;
    }
}
