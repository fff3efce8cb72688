package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mahdar.language.Entry;
import org.mahdar.language.Lexicon;
import org.mahdar.language.Term;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/**
 * Words the names of actors in English: names of persons by their usual spelling, else letter by letter; offices, bodies
 * and descriptions word by word, put into the order of English. One object for one story.
 */
final class EnglishNames {
    /** The longest term of the English lists, in words. */
    private static final int LONGEST = 4;

    private static final long KNOWN =
            bits(WordClass.STATE, WordClass.STATE_ADJECTIVE, WordClass.BODY, WordClass.CITY, WordClass.PERSON);
    private static final long SPELLED =
            bits(WordClass.GIVEN, WordClass.NAME_PARTICLE, WordClass.NAME_TOKEN, WordClass.NAME_RARE);
    private static final Set<String> SMALL =
            Set.of("of", "the", "and", "for", "in", "to", "on", "with", "from", "at", "close");

    private static final String NOUNS = "english-nouns";
    private static final String FIELDS = "english-fields";
    private static final String ADJECTIVES = "english-adjectives";
    private static final String WORDS = "english-words";

    private final Reading reading;
    private final Text text;
    private final Lexicon lexicon;
    private final Latin latin;

    EnglishNames(Reading reading, Latin latin) {
        this.reading = reading;
        this.text = reading.text();
        this.lexicon = reading.language().lexicon();
        this.latin = latin;
    }

    /** What a word, or a few, are inside a name. */
    private enum Sort {
        NOUN,
        FIELD,
        ADJECTIVE,
        STATE,
        NAME,
        PREPOSITION,
        SPEAKS,
        AND,
        COMMA,
        QUANTITY,
        SKIP
    }

    /** One or more tokens with their English. */
    private record Item(Sort sort, String english, String before, Optional<Entry> entry, boolean definite, int to) {
        boolean is(String tag) {
            return entry.isPresent() && entry.get().is(tag);
        }
    }

    /** The name of a person in Latin letters. */
    String person(int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int token = from; token < to; ) {
            int next = token + 1;
            if (reading.isWord(token)) {
                int hit = spelled(token, to);
                String word = hit < 0
                        ? latin.word(own(token, token == from))
                        : reading.term(hit).entry().need("latin");
                next = hit < 0 ? next : reading.tape().end(hit);
                out.append(out.length() == 0 ? "" : " ").append(word);
            }
            token = next;
        }
        return out.toString();
    }

    private int spelled(int token, int to) {
        for (int hit = reading.tape().first(token);
                hit >= 0;
                hit = reading.tape().next(hit)) {
            if (reading.tape().end(hit) <= to
                    && reading.isOf(hit, SPELLED)
                    && reading.term(hit).entry().value("latin").isPresent()) {
                return hit;
            }
        }
        return -1;
    }

    /** The word as written, without what the first word of a name bears before it. */
    private String own(int token, boolean first) {
        String word = text.words(token, token + 1);
        int bare = reading.bareStart(token);
        return first && bare > 0 && bare < word.length() - 1 ? word.substring(bare) : word;
    }

    /** The words of an office, in English; empty where too little of them is known. */
    Optional<String> office(int from, int to) {
        List<Item> items = items(from, to);
        return items.isEmpty() || items.stream().noneMatch(item -> item.sort == Sort.NOUN)
                ? Optional.empty()
                : Optional.of(titled(render(items)));
    }

    /** The name of a body or group. */
    String body(int from, int to) {
        List<Item> items = items(from, to);
        boolean common = items.stream()
                .filter(item -> item.sort == Sort.NOUN)
                .findFirst()
                .map(item -> item.is("common"))
                .orElse(false);
        String english = render(items);
        return common ? english : titled(english);
    }

    /** A description in English, with small letters. */
    String description(int from, int to) {
        return render(items(from, to));
    }

    private List<Item> items(int from, int to) {
        List<Item> out = new ArrayList<>();
        for (int token = from; token < to; ) {
            if (text.mark(token) == '(' && text.partner(token) > token && !out.isEmpty()) {
                token = text.partner(token) + 1;
                continue;
            }
            if (!reading.isWord(token)) {
                if (text.kind(token) == Text.NUMBER) {
                    out.add(new Item(Sort.NAME, text.form(token), "", Optional.empty(), true, token + 1));
                }
                token++;
                continue;
            }
            if (!out.isEmpty() && conjunction(token)) {
                out.add(new Item(Sort.AND, "and", "", Optional.empty(), false, token));
            }
            preposition(token, !out.isEmpty()).ifPresent(out::add);
            Item item = item(token, to, out);
            boolean address =
                    reading.is(token, WordClass.HONORIFIC) && out.stream().anyMatch(one -> one.sort == Sort.NOUN);
            if (address) {
                token = item.to;
                continue;
            }
            if (isApposed(out, item, token)) {
                out.add(new Item(Sort.COMMA, ",", "", Optional.empty(), false, token));
            }
            if (item.sort != Sort.SKIP) {
                out.add(item);
            }
            token = item.to;
        }
        return out;
    }

    /** "The deputy prime minister, minister of the interior": an office without article behind one that is complete. */
    private boolean isApposed(List<Item> before, Item item, int token) {
        return item.sort == Sort.NOUN
                && item.is("office")
                && !before.isEmpty()
                && last(before).definite
                && last(before).sort != Sort.AND
                && !reading.isDefinite(token)
                && reading.prepositionOf(token) == 0;
    }

    private boolean conjunction(int token) {
        return reading.opensWithConjunction(token);
    }

    /** A preposition written together with the word: "of, to" and "in, by". */
    private Optional<Item> preposition(int token, boolean inside) {
        boolean whole = lexicon.look(WORDS, text.form(token)).isPresent();
        int flag = inside && !whole ? reading.prepositionOf(token) : 0;
        if (flag == Letters.L || flag == Letters.B) {
            String english = flag == Letters.L ? "of" : "in";
            return Optional.of(new Item(Sort.PREPOSITION, english, "", Optional.empty(), false, token));
        }
        return Optional.empty();
    }

    private Item item(int token, int to, List<Item> before) {
        Item known = known(token, to, !before.isEmpty());
        boolean spelledOut = !before.isEmpty() && last(before).is("spelled") && known.to == token;
        if (spelledOut) {
            int hit = spelled(token, to);
            return hit >= 0
                    ? name(
                            reading.term(hit).entry().need("latin"),
                            Optional.empty(),
                            reading.tape().end(hit))
                    : name(latin.word(own(token, true)), Optional.empty(), token + 1);
        }
        Item gloss = gloss(token, to, before);
        if (known.to > token && (gloss.to <= known.to || gloss.to == token)) {
            return known;
        }
        if (gloss.to > token) {
            return gloss;
        }
        int hit = spelled(token, to);
        return hit >= 0
                ? name(
                        reading.term(hit).entry().need("latin"),
                        Optional.empty(),
                        reading.tape().end(hit))
                : name(latin.word(own(token, true)), Optional.empty(), token + 1);
    }

    private static Item name(String english, Optional<Entry> entry, int to) {
        return new Item(Sort.NAME, english, "", entry, true, to);
    }

    private static Item nothing(int token) {
        return new Item(Sort.SKIP, "", "", Optional.empty(), false, token);
    }

    /** A state, its adjective, a city, a body, a person of the lexicon; nothing where none stands here. */
    private Item known(int token, int to, boolean inside) {
        Item found = nothing(token);
        for (int hit = reading.tape().first(token);
                hit >= 0;
                hit = reading.tape().next(hit)) {
            int end = reading.tape().end(hit);
            if (end > to || end < found.to || !(reading.isOf(hit, KNOWN) || (inside && isCity(hit)))) {
                continue;
            }
            Entry entry = reading.term(hit).entry();
            boolean adjective = reading.isOf(hit, WordClass.STATE_ADJECTIVE.bit());
            if (adjective && (inside || found.to == token)) {
                found = new Item(
                        Sort.STATE, entry.value("adjective-en").orElse(""), "", Optional.of(entry), true, end);
            } else if (!adjective
                    && end > found.to
                    && !Knowledge.isGeneric(entry)
                    && entry.value("en").isPresent()) {
                found = name(plain(entry.need("en")), Optional.of(entry), end);
            }
        }
        return found;
    }

    /** Inside a name a word that is a city's too is the city. */
    private boolean isCity(int hit) {
        return reading.tape().payload(hit) instanceof Term term
                && term.entry().list().equals("cities");
    }

    /** A name without what explains it in brackets. */
    private static String plain(String name) {
        int bracket = name.indexOf(" (");
        return bracket < 0 ? name : name.substring(0, bracket);
    }

    private Item gloss(int token, int to, List<Item> before) {
        boolean field = !before.isEmpty() && takesField(last(before));
        boolean adjective = before.stream().anyMatch(item -> item.sort == Sort.NOUN || item.sort == Sort.NAME)
                && last(before).sort != Sort.PREPOSITION
                && last(before).sort != Sort.SPEAKS
                && (reading.isDefinite(token) ? isDefinite(before) : !reading.isDefinite(token - 1));
        for (int length = Math.min(LONGEST, to - token); length > 0; length--) {
            boolean inner = token + length < to && !reading.isDefinite(token);
            for (String words : spellings(token, length)) {
                int end = token + length;
                Optional<Item> found = look(WORDS, words, end);
                if (field) {
                    found = found.or(() -> look(FIELDS, words, end));
                }
                if (adjective && !inner) {
                    found = found.or(() -> look(ADJECTIVES, words, end));
                }
                found = found.or(() -> look(NOUNS, words, end))
                        .or(() -> look(FIELDS, words, end))
                        .or(() -> look(ADJECTIVES, words, end));
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return nothing(token);
    }

    /** Whether an adjective with the article can describe what stands before it. */
    private static boolean isDefinite(List<Item> before) {
        return before.stream().anyMatch(item -> item.definite);
    }

    private static boolean takesField(Item item) {
        return item.sort == Sort.AND
                || (item.sort == Sort.NOUN && (item.is("office") || item.english.startsWith("ministr")));
    }

    /** The words as written, then without what is written together with the first of them. */
    private List<String> spellings(int token, int length) {
        StringBuilder rest = new StringBuilder();
        for (int i = token + 1; i < token + length; i++) {
            if (!reading.isWord(i)) {
                return List.of();
            }
            rest.append(' ').append(text.form(i));
        }
        String first = text.form(token);
        List<String> out = new ArrayList<>(List.of(first + rest));
        int clitics = reading.bareStart(token);
        if (clitics > 0) {
            out.add(first.substring(clitics) + rest);
        }
        int article = reading.articleStart(token);
        if (article > clitics) {
            out.add(first.substring(article) + rest);
        }
        return out;
    }

    private Optional<Item> look(String list, String words, int to) {
        return lexicon.look(list, words).map(term -> item(list, term, reading.isDefinite(to - 1), to));
    }

    private static Item item(String list, Term term, boolean definite, int to) {
        Entry entry = term.entry();
        boolean many = term.role().equals("pl");
        String one = entry.value("en").orElse("");
        String english = many ? entry.value("en-pl").orElse(one + "s") : one;
        return new Item(sort(list, entry), english, entry.value("before").orElse(""), Optional.of(entry), definite, to);
    }

    private static Sort sort(String list, Entry entry) {
        return switch (list) {
            case NOUNS -> Sort.NOUN;
            case FIELDS -> entry.is("proper") ? Sort.NAME : Sort.FIELD;
            case ADJECTIVES -> Sort.ADJECTIVE;
            default ->
                entry.is("skip")
                        ? Sort.SKIP
                        : entry.is("quantity")
                                ? Sort.QUANTITY
                                : entry.is("and") ? Sort.AND : entry.is("speaks") ? Sort.SPEAKS : Sort.PREPOSITION;
        };
    }

    private static Item last(List<Item> items) {
        return items.get(items.size() - 1);
    }

    /** Puts the words into the order of English. */
    private String render(List<Item> items) {
        for (int i = 1; i < items.size(); i++) {
            Sort sort = items.get(i).sort;
            List<Item> head = items.subList(0, i);
            List<Item> rest = items.subList(i + 1, items.size());
            if (sort == Sort.COMMA && !rest.isEmpty()) {
                return phrase(head) + ", " + render(rest);
            }
            if (sort == Sort.SPEAKS && !rest.isEmpty()) {
                return join(render(rest), render(head));
            }
            boolean isOf = sort == Sort.PREPOSITION && items.get(i).english.equals("of");
            boolean isFor = isOf
                    && !rest.isEmpty()
                    && (rest.get(0).sort == Sort.FIELD || rest.get(0).entry.isEmpty());
            if (isOf && !rest.isEmpty() && head.get(0).is("speaks")) {
                return join(render(rest), render(head));
            }
            if (items.get(i).is("affairs") && !rest.isEmpty()) {
                int end = 0;
                while (end < rest.size() && rest.get(end).sort != Sort.PREPOSITION) {
                    end++;
                }
                String behind = end == rest.size()
                        ? ""
                        : join(rest.get(end).english, render(rest.subList(end + 1, rest.size())));
                return join(phrase(head), "for", phrase(rest.subList(0, end)), "affairs", behind);
            }
            if (sort == Sort.PREPOSITION && !rest.isEmpty()) {
                return join(phrase(head), isFor ? "for" : items.get(i).english, render(rest));
            }
            if (sort == Sort.AND && !rest.isEmpty() && rest.get(0).sort == Sort.NOUN) {
                return join(phrase(head), "and", render(rest));
            }
        }
        return phrase(items);
    }

    private static String phrase(List<Item> items) {
        List<String> states = new ArrayList<>();
        List<Item> rest = new ArrayList<>();
        for (Item item : items) {
            if (item.sort == Sort.STATE) {
                if (!states.contains(item.english)) {
                    states.add(item.english);
                }
            } else {
                rest.add(item);
            }
        }
        // "The foreign minister of Egypt": the state's own name completes the office.
        if (states.isEmpty() && rest.size() > 1 && rest.get(0).sort == Sort.NOUN) {
            Item end = last(rest);
            Optional<String> adjective = end.entry.flatMap(entry -> entry.value("adjective-en"));
            boolean ofOffice = rest.get(0).is("office") || rest.get(0).is("common") || rest.get(1).sort == Sort.FIELD;
            if (adjective.isPresent() && ofOffice && end.sort == Sort.NAME) {
                states.add(adjective.get());
                rest.remove(rest.size() - 1);
            }
        }
        boolean people = rest.stream().allMatch(item -> item.sort == Sort.QUANTITY || item.sort == Sort.AND);
        if (people && !states.isEmpty()) {
            List<String> names = states.stream().map(EnglishNames::people).toList();
            return join(bare(rest), String.join(" and ", names));
        }
        return join(String.join(" and ", states), bare(rest));
    }

    /** Those whom the adjective of a state describes: "Egyptians", "French people". */
    private static String people(String adjective) {
        boolean plain = adjective.endsWith("n") || adjective.endsWith("i");
        return adjective.equals("US") ? "Americans" : plain ? adjective + "s" : adjective + " people";
    }

    /** A noun with what completes it, without states. */
    private static String bare(List<Item> items) {
        StringBuilder front = new StringBuilder();
        int at = 0;
        while (at < items.size() && items.get(at).sort != Sort.NOUN && items.get(at).sort != Sort.NAME) {
            if (items.get(at).sort != Sort.AND) {
                append(front, items.get(at).english);
            }
            at++;
        }
        if (at == items.size()) {
            return front.toString();
        }
        Item head = items.get(at++);
        List<String> adjectives = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String of = "";
        boolean and = false;
        for (; at < items.size() && of.isEmpty(); at++) {
            Item item = items.get(at);
            switch (item.sort) {
                case ADJECTIVE -> adjectives.add(0, item.english);
                case FIELD -> fields.add(and && !fields.isEmpty() ? "and " + item.english : item.english);
                case NAME -> names.add(and && !names.isEmpty() ? "and " + item.english : item.english);
                case NOUN -> of = bare(items.subList(at, items.size()));
                default -> {}
            }
            and = item.sort == Sort.AND;
        }
        boolean office = at <= items.size()
                && at > 0
                && items.get(at - 1).sort == Sort.NOUN
                && items.get(at - 1).is("office");
        if (!of.isEmpty() && !head.before.isEmpty() && office) {
            return join(front.toString(), String.join(" ", adjectives), head.before, of);
        }
        boolean namesFirst = head.is("name") || head.sort == Sort.NAME;
        String name = String.join(" ", names);
        if (head.sort == Sort.NAME) {
            return join(front.toString(), String.join(" ", adjectives), head.english, name, of);
        }
        String core = join(
                front.toString(),
                namesFirst ? name : "",
                String.join(" ", adjectives),
                String.join(" ", fields),
                head.english);
        String behind = namesFirst ? "" : name;
        return join(core, behind.isEmpty() ? "" : "of " + behind, of.isEmpty() ? "" : "of " + of);
    }

    private static void append(StringBuilder out, String word) {
        out.append(out.length() == 0 || word.isEmpty() ? "" : " ").append(word);
    }

    private static String join(String... parts) {
        StringBuilder out = new StringBuilder();
        for (String part : parts) {
            append(out, part);
        }
        return out.toString();
    }

    /** Every word but the small ones with a capital letter. */
    static String titled(String english) {
        StringBuilder out = new StringBuilder();
        for (String word : english.split(" ")) {
            boolean small = out.length() > 0 && SMALL.contains(word);
            append(
                    out,
                    small || word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }
}
