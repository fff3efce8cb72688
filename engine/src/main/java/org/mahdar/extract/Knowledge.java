package org.mahdar.extract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mahdar.language.Entry;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.pattern.Place;

/** What the lexicon knows of states, bodies, persons and their offices, ready to be asked. Immutable and shared. */
final class Knowledge {
    private static final String HOLDER = "holder";

    private final Map<String, Entry> states = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Entry> people = new HashMap<>();
    private final Map<String, Entry> bodies = new HashMap<>();
    private final Map<String, Entry> offices = new HashMap<>();
    private final Map<String, String> wholes = new HashMap<>();
    private final Map<String, List<Entry>> holders = new HashMap<>();
    private final Map<String, List<Entry>> terms = new HashMap<>();
    private final Map<String, Entry> ofState = new HashMap<>();
    private final Map<String, String> ownNames = new HashMap<>();
    private final Map<String, String> officeNames = new HashMap<>();
    private final Map<String, Set<String>> officeWords = new HashMap<>();
    private final Map<String, Set<String>> bodyWords = new HashMap<>();
    private final Map<String, String> called = new HashMap<>();
    private final Map<Place, String> singulars = new HashMap<>();
    private final Function<String, String> fold;

    Knowledge(Language language) {
        this.fold = language::fold;
        for (Term head : language.lexicon().terms("heads")) {
            if (head.role().isEmpty()) {
                singulars.putIfAbsent(head.entry().place(), head.words());
            }
        }
        for (Entry state : language.lexicon().entries("states")) {
            states.put(state.need("iso3"), state);
            state.value("state").ifPresent(code -> codes.put(code, state.need("iso3")));
        }
        for (Entry person : language.lexicon().entries("people")) {
            people.put(person.need("id"), person);
        }
        for (Entry body : language.lexicon().entries("bodies")) {
            bodies.put(body.need("id"), body);
            bodyWords.put(body.need("id"), firstWords(language, body));
            body.value("kind")
                    .ifPresent(
                            kind -> ofState.put(kind + "/" + body.value("state").orElse(""), body));
        }
        for (Entry adjective : language.lexicon().entries("body-adjectives")) {
            for (String member : adjective.value("members").orElse("").split(" ")) {
                wholes.put(member, adjective.need("body"));
            }
        }
        for (Entry office : language.lexicon().entries("offices")) {
            offices.put(office.need("id"), office);
            for (String term : office.value("terms").orElse("").split("\\|")) {
                called.putIfAbsent(language.letters().fold(term), office.need("id"));
            }
            office.value("en").ifPresent(name -> officeNames.put(office.need("id"), name));
            officeWords.put(office.need("id"), firstWords(language, office));
        }
        for (Entry name : language.lexicon().entries("english-offices")) {
            ownNames.put(name.need("office") + "/" + name.need("of"), name.need("en"));
        }
        for (Entry term : language.lexicon().entries("terms-of-office")) {
            terms.computeIfAbsent(term.need("person"), person -> new ArrayList<>(2))
                    .add(term);
            if (term.is(HOLDER)) {
                String where = term.value("place")
                        .or(() -> term.value("body"))
                        .or(() -> term.value("state"))
                        .orElse("");
                holders.computeIfAbsent(term.need("office") + "/" + where, key -> new ArrayList<>(4))
                        .add(term);
            }
        }
    }

    /** The folded words, without article, with which the names of an entry begin. */
    private static Set<String> firstWords(Language language, Entry entry) {
        Set<String> words = new HashSet<>();
        for (String term : entry.value("terms").orElse("").split("\\|")) {
            char[] word = language.letters().fold(term).split(" ")[0].toCharArray();
            int article = language.letters().articleAt(word, 0, word.length);
            words.add(new String(word, article, word.length - article));
        }
        return words;
    }

    /** Whether a name of the body begins with this folded word without article, as "the movement" does those of a movement. */
    boolean isCalled(Entry body, String word) {
        return bodyWords.getOrDefault(body.need("id"), Set.of()).contains(word);
    }

    /** A body that every state has one of, such as "the government": only with the state it is somebody. */
    static boolean isGeneric(Entry entry) {
        return entry.value("type").map("ministry-generic"::equals).orElse(false);
    }

    /** The state with this ISO 3166 alpha-3 code. */
    Optional<Entry> state(String iso3) {
        return Optional.ofNullable(states.get(iso3));
    }

    /** The id of the state whose code stands in the minutes. */
    String key(String code) {
        return codes.getOrDefault(code, code);
    }

    /** The person with this id. */
    Optional<Entry> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** The body with this id. */
    Optional<Entry> body(String id) {
        return Optional.ofNullable(bodies.get(id));
    }

    /** The office with this id. */
    Optional<Entry> office(String id) {
        return Optional.ofNullable(offices.get(id));
    }

    /** The larger body that a body speaks for, as the Security Council for the United Nations; itself where there is none. */
    Entry whole(Entry body) {
        return body(wholes.getOrDefault(body.need("id"), "")).orElse(body);
    }

    /** A state's own body of a generic kind, such as its foreign ministry, where the lexicon knows it by a name of its own. */
    Optional<Entry> body(Entry generic, String state) {
        return Optional.ofNullable(ofState.get(generic.need("id") + "/" + state));
    }

    /** What a state itself calls an office, after its own adjective, where that differs from what others call theirs. */
    Optional<String> ownName(String office, String state) {
        Optional<String> adjective = state(state).flatMap(entry -> entry.value("adjective-en"));
        return Optional.ofNullable(ownNames.get(office + "/" + state))
                .map(name -> adjective.map(word -> word + " " + name).orElse(name));
    }

    /** What one of those is called whom a noun heads. */
    Optional<String> singular(Entry head) {
        return Optional.ofNullable(singulars.get(head.place()));
    }

    /** The office that is called so. */
    Optional<String> officeCalled(String words) {
        return Optional.ofNullable(called.get(fold.apply(words)));
    }

    /** An office of a state in English. */
    Optional<String> officeName(String office, String state) {
        Optional<String> adjective = state(state).flatMap(entry -> entry.value("adjective-en"));
        Optional<String> plain = Optional.ofNullable(officeNames.get(office)).map(EnglishOrder::titled);
        return ownName(office, state).or(() -> adjective.flatMap(word -> plain.map(name -> word + " " + name)));
    }

    /** All terms of office of a person. */
    List<Entry> terms(Entry person) {
        return terms.getOrDefault(person.value("id").orElse(""), List.of());
    }

    /**
     * Who held an office on a day; empty where nobody did or two may have.
     *
     * @param office id of the office
     * @param where the state, the body, or for envoys the state they are sent to
     * @param day the day
     */
    Optional<Entry> holder(String office, String where, LocalDate day) {
        List<Entry> perhaps = new ArrayList<>();
        for (Entry term : holders.getOrDefault(office + "/" + where, List.of())) {
            if (mayCover(term, day)) {
                perhaps.add(term);
            }
        }
        if (perhaps.size() > 1) {
            // Who certainly held it goes before who may have; a later appointment ends an earlier one without an end.
            List<Entry> surely =
                    perhaps.stream().filter(term -> covers(term, day)).toList();
            List<Entry> closed =
                    surely.stream().filter(term -> term.value("to").isPresent()).toList();
            perhaps = surely.size() == 1
                    ? surely
                    : closed.size() == 1 ? closed : surely.isEmpty() ? perhaps : latest(surely);
        }
        boolean one =
                perhaps.stream().map(term -> term.need("person")).distinct().count() == 1;
        return one ? person(perhaps.get(0).need("person")) : Optional.empty();
    }

    private static List<Entry> latest(List<Entry> terms) {
        boolean open = terms.stream().allMatch(term -> term.value("to").isEmpty());
        if (!open) {
            return terms;
        }
        Entry last = terms.get(0);
        for (Entry term : terms) {
            if (term.need("from").compareTo(last.need("from")) > 0) {
                last = term;
            }
        }
        return List.of(last);
    }

    /** Whether the person held that office, or one like it, on that day or, where the day is not known, at all. */
    boolean held(Entry person, String office, Optional<LocalDate> day) {
        return terms(person).stream()
                .anyMatch(term ->
                        term.value("office").orElse("").equals(office) && (day.isEmpty() || mayCover(term, day.get())));
    }

    /** The body of no single state, such as the United Nations, that a person serves on a day, and no state. */
    Optional<Entry> serves(Entry person, Optional<LocalDate> day) {
        List<Entry> now = terms(person).stream()
                .filter(term -> term.value("from").isPresent())
                .filter(term -> day.isEmpty() || mayCover(term, day.get()))
                .toList();
        boolean ofState = now.stream().anyMatch(term -> term.value("state").isPresent());
        return ofState
                ? Optional.empty()
                : now.stream()
                        .flatMap(term -> term.value("body").stream())
                        .findFirst()
                        .or(() -> now.isEmpty() ? person.value("body") : Optional.empty())
                        .flatMap(this::body)
                        .filter(body -> body.value("state").isEmpty());
    }

    /**
     * Whether a person may be spoken of by a word alone, such as "the minister", on a day.
     *
     * @param word the folded word with which the office begins, without article
     */
    boolean bears(Entry person, String word, Optional<LocalDate> day) {
        return terms(person).stream()
                .filter(term -> day.isEmpty() || mayCover(term, day.get()))
                .flatMap(term -> term.value("office").stream())
                .anyMatch(office -> officeWords.getOrDefault(office, Set.of()).contains(word));
    }

    /** Whether a term of office had begun on a day. */
    boolean began(Entry term, LocalDate day) {
        return term.value("from").map(from -> !day.isBefore(first(from))).orElse(true);
    }

    /** Whether a day may lie in a term of office. */
    boolean mayCover(Entry term, LocalDate day) {
        Optional<String> from = term.value("from");
        Optional<String> to = term.value("to");
        return (from.isEmpty() || !day.isBefore(first(from.get()))) && (to.isEmpty() || !day.isAfter(last(to.get())));
    }

    private boolean covers(Entry term, LocalDate day) {
        Optional<String> from = term.value("from");
        Optional<String> to = term.value("to");
        return (from.isEmpty() || !day.isBefore(last(from.get()))) && (to.isEmpty() || day.isBefore(first(to.get())));
    }

    private static LocalDate first(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(date), 1, 1);
            case 7 -> YearMonth.parse(date).atDay(1);
            default -> LocalDate.parse(date);
        };
    }

    private static LocalDate last(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(date), 12, 31);
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }
}
