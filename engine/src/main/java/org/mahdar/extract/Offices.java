package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;

/** Says who held the office on the story's day where a story names the office alone: "the Egyptian foreign minister". */
final class Offices {
    private static final long WHERE =
            bits(WordClass.STATE, WordClass.STATE_ADJECTIVE, WordClass.BODY);

    private final Knowledge knowledge;
    private final Reading reading;
    private final Optional<LocalDate> day;
    /** For a counterpart, the office of the one whose counterpart he is. */
    private final Map<Mention, String> ofCounterpart = new HashMap<>();

    private Optional<Epithets> epithets = Optional.empty();

    Offices(Knowledge knowledge, Reading reading, Optional<LocalDate> day) {
        this.knowledge = knowledge;
        this.reading = reading;
        this.day = day;
    }

    /** Reads through all mentions of the story, so that "his counterpart" knows whose. */
    void read(List<Mention> mentions, Epithets words) {
        epithets = Optional.of(words);
        String last = "";
        for (Mention m : mentions) {
            if (m.head.isPresent() && m.head.get().entry().is("counterpart")) {
                if (!last.isEmpty()) {
                    ofCounterpart.put(m, last);
                }
            } else if (m.isPerson()) {
                last = m.office
                        .flatMap(term -> term.entry().value("id"))
                        .or(() -> m.known.flatMap(term -> current(term.entry())))
                        .orElse(last);
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
            Optional<Entry> holder = m.isPerson() && !m.hasName() && m.number == Mention.Count.ONE ? holder(m) : Optional.empty();
            if (holder.isPresent()) {
                return holder;
            }
        }
        return Optional.empty();
    }

    private Optional<Entry> holder(Mention m) {
        if (day.isEmpty() || m.headToken < 0) {
            return Optional.empty();
        }
        String counterpart = ofCounterpart.getOrDefault(m, "");
        if (!counterpart.isEmpty()) {
            return where(m, m.headToken + 1, false).flatMap(where -> knowledge.holder(counterpart, where, day.get()));
        }
        if (m.office.isEmpty()) {
            return Optional.empty();
        }
        Term office = m.office.get();
        int end = end(m, office);
        Optional<String> implied = office.entry().value("of");
        if (implied.isPresent()) {
            // "The Custodian of the Two Mosques" is one man; "the former leader" is not the one of the day.
            boolean alone = end == m.ownTo() || reading.isAny(end, Nouns.TITLES) || where(m, end, false).isPresent();
            return alone && !reading.is(end, WordClass.ADJECTIVE)
                    ? knowledge.holder(office.entry().need("as"), implied.get(), day.get())
                    : Optional.empty();
        }
        boolean sent = office.entry().value("follows").map("place"::equals).orElse(false);
        String id = office.entry().need("id");
        return where(m, end, sent).flatMap(where -> knowledge.holder(id, where, day.get()));
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
        return m.titleTo > m.headToken ? m.titleTo : m.to;
    }

    private int end(Mention m, Term office) {
        for (int hit = reading.tape().first(m.headToken); hit >= 0; hit = reading.tape().next(hit)) {
            if (reading.tape().payload(hit) instanceof Term term && term.equals(office)) {
                return reading.tape().end(hit);
            }
        }
        return m.headToken + 1;
    }

    /** The state or body that completes the office, where nothing else does. */
    private Optional<String> where(Mention m, int from, boolean sent) {
        return where(m.ownTo(), from, sent);
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
