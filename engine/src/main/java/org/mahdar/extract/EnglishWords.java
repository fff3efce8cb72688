package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.extract.EnglishItem.Sort;
import org.mahdar.language.Entry;
import org.mahdar.language.Lexicon;
import org.mahdar.language.Term;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Finds the English of the words in an actor's name: names of the lexicon, glosses, usual spellings, else Latin letters. */
final class EnglishWords {
    /** The longest term of the English lists, in words. */
    private static final int LONGEST = 4;

    private static final long KNOWN =
            bits(WordClass.STATE, WordClass.STATE_ADJECTIVE, WordClass.BODY, WordClass.CITY, WordClass.PERSON);
    private static final long SPELLED =
            bits(WordClass.GIVEN, WordClass.NAME_PARTICLE, WordClass.NAME_TOKEN, WordClass.NAME_RARE);
    private static final long TITLES = bits(WordClass.OFFICE, WordClass.HONORIFIC);

    private static final String NOUNS = "english-nouns";
    private static final String FIELDS = "english-fields";
    private static final String ADJECTIVES = "english-adjectives";
    private static final String WORDS = "english-words";

    private final Reading reading;
    private final Text text;
    private final Lexicon lexicon;
    private final Latin latin;

    EnglishWords(Reading reading, Latin latin) {
        this.reading = reading;
        this.text = reading.text();
        this.lexicon = reading.language().lexicon();
        this.latin = latin;
    }

    /** The English of the words between two tokens, in their own order. */
    List<EnglishItem> items(int from, int to) {
        List<EnglishItem> out = new ArrayList<>();
        for (int token = from; token < to; ) {
            if (text.mark(token) == '(' && text.partner(token) > token && !out.isEmpty()) {
                token = text.partner(token) + 1;
            } else if (reading.isArticle(token)) {
                // "The 28": the article by itself
                token++;
            } else if (reading.isWord(token)) {
                token = word(token, to, out);
            } else {
                if (text.kind(token) == Text.NUMBER) {
                    boolean share = reading.percentEnd(token + 1) >= 0;
                    String number = text.form(token) + (share ? "%" : "");
                    out.add(EnglishItem.name(number, Optional.empty(), token + 1));
                }
                token++;
            }
        }
        return out;
    }

    private int word(int token, int to, List<EnglishItem> out) {
        if (!out.isEmpty() && reading.opensWithConjunction(token)) {
            out.add(EnglishItem.link(Sort.AND, "and", token));
        }
        preposition(token, !out.isEmpty()).ifPresent(out::add);
        EnglishItem item = item(token, to, out);
        if (isNamesake(out, token)) {
            out.add(EnglishItem.name(EnglishOrder.titled(item.english()), Optional.empty(), item.to()));
            return item.to();
        }
        // A title of address before the name says nothing of the office.
        boolean address = reading.is(token, WordClass.HONORIFIC) && out.stream().anyMatch(one -> one.is(Sort.NOUN));
        if (address || item.is(Sort.SKIP)) {
            return item.to();
        }
        if (isApposed(out, item, token)) {
            out.add(EnglishItem.link(Sort.COMMA, ",", token));
        }
        out.add(item);
        return item.to();
    }

    /** "The university of King …": the title is part of the name that the body bears. */
    private boolean isNamesake(List<EnglishItem> before, int token) {
        return !before.isEmpty()
                && last(before).is("name")
                && reading.isAny(token, TITLES)
                && reading.isAny(token + 1, SPELLED);
    }

    /** "The deputy prime minister, minister of the interior": an office without article behind one that is complete. */
    private boolean isApposed(List<EnglishItem> before, EnglishItem item, int token) {
        return item.is(Sort.NOUN)
                && item.is("office")
                && !before.isEmpty()
                && last(before).definite()
                && !last(before).is(Sort.AND)
                && !reading.isDefinite(token)
                && reading.prepositionOf(token) == 0;
    }

    /** A preposition written together with the word: "of, to" and "in, by". */
    private Optional<EnglishItem> preposition(int token, boolean inside) {
        boolean whole = lexicon.look(WORDS, text.form(token)).isPresent();
        int flag = inside && !whole ? reading.prepositionOf(token) : 0;
        return flag == Letters.L || flag == Letters.B
                ? Optional.of(EnglishItem.link(Sort.PREPOSITION, flag == Letters.L ? "of" : "in", token))
                : Optional.empty();
    }

    private EnglishItem item(int token, int to, List<EnglishItem> before) {
        EnglishItem known = known(token, to, !before.isEmpty());
        boolean isKnown = known.to() > token;
        if (!isKnown && !before.isEmpty() && last(before).is("spelled")) {
            return spelledOut(token, to);
        }
        EnglishItem gloss = gloss(token, to, before);
        if (isKnown && gloss.to() <= known.to()) {
            return known;
        }
        return gloss.to() > token ? gloss : spelledOut(token, to);
    }

    private EnglishItem spelledOut(int token, int to) {
        int hit = spelled(token, to);
        return hit >= 0
                ? EnglishItem.name(
                        reading.term(hit).entry().need("latin"),
                        Optional.empty(),
                        reading.tape().end(hit))
                : EnglishItem.name(latin.word(own(token, true)), Optional.empty(), token + 1);
    }

    /** The hit that gives the usual spelling of the word, or of several, before {@code to}; -1 where none does. */
    int spelled(int token, int to) {
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
    String own(int token, boolean first) {
        String word = text.words(token, token + 1);
        int bare = reading.bareStart(token);
        return first && bare > 0 && bare < word.length() - 1 ? word.substring(bare) : word;
    }

    /** A state, its adjective, a city, a body, a person of the lexicon; nothing where none stands here. */
    private EnglishItem known(int token, int to, boolean inside) {
        EnglishItem found = EnglishItem.nothing(token);
        for (int hit = reading.tape().first(token);
                hit >= 0;
                hit = reading.tape().next(hit)) {
            int end = reading.tape().end(hit);
            if (end <= to && end >= found.to()) {
                boolean adjective = reading.isOf(hit, WordClass.STATE_ADJECTIVE.bit());
                boolean longer = end > found.to();
                if (adjective ? inside || found.to() == token : longer) {
                    found = known(hit, inside).orElse(found);
                }
            }
        }
        return found.to() > token || !inside ? found : capital(token, to);
    }

    /** A capital that is on no list of cities. */
    private EnglishItem capital(int token, int to) {
        for (int hit = reading.tape().first(token);
                hit >= 0;
                hit = reading.tape().next(hit)) {
            if (reading.tape().end(hit) <= to
                    && reading.tape().payload(hit) instanceof Term term
                    && term.role().equals("capital")
                    && term.entry().value("capital-en").isPresent()) {
                return EnglishItem.name(
                        term.entry().need("capital-en"),
                        Optional.empty(),
                        reading.tape().end(hit));
            }
        }
        return EnglishItem.nothing(token);
    }

    private Optional<EnglishItem> known(int hit, boolean inside) {
        if (!(reading.tape().payload(hit) instanceof Term term)) {
            return Optional.empty();
        }
        Entry entry = term.entry();
        int end = reading.tape().end(hit);
        if (reading.isOf(hit, WordClass.STATE_ADJECTIVE.bit())) {
            return entry.value("adjective-en")
                    .map(word -> new EnglishItem(Sort.STATE, word, "", Optional.of(entry), true, end));
        }
        // Inside a name a word that is a city's too is the city.
        boolean named = reading.isOf(hit, KNOWN) || (inside && entry.list().equals("cities"));
        return named && !Knowledge.isGeneric(entry)
                ? entry.value("en").map(name -> EnglishItem.name(plain(name), Optional.of(entry), end))
                : Optional.empty();
    }

    /** A name without what explains it in brackets. */
    private static String plain(String name) {
        int bracket = name.indexOf(" (");
        return bracket < 0 ? name : name.substring(0, bracket);
    }

    private EnglishItem gloss(int token, int to, List<EnglishItem> before) {
        boolean field = !before.isEmpty() && takesField(last(before));
        boolean alone = before.isEmpty()
                || last(before).is(Sort.PREPOSITION)
                || last(before).is(Sort.SPEAKS);
        boolean adjective = describes(before)
                && !last(before).is(Sort.PREPOSITION)
                && !last(before).is(Sort.SPEAKS)
                && (reading.isDefinite(token) ? isDefinite(before) : !reading.isDefinite(token - 1));
        List<String> openings = openings(token);
        int[] reaches = openings.stream().mapToInt(lexicon::reach).toArray();
        for (int length = Math.min(longest(reaches), to - token); length > 0; length--) {
            boolean inner =
                    token + length < to && !reading.isDefinite(token) && !reading.ends("relation", token + length - 1);
            Optional<String> rest = rest(token, length);
            for (int i = 0; i < reaches.length; i++) {
                if (rest.isEmpty() || reaches[i] < length) {
                    continue;
                }
                String opening = openings.get(i);
                Map<String, Term> known = lexicon.look(length == 1 ? opening : opening + rest.get());
                Optional<Term> term =
                        known.isEmpty() ? Optional.empty() : meant(known, field, adjective && !inner, alone);
                if (term.isPresent()) {
                    int end = token + length;
                    return item(term.get(), reading.isDefinite(end - 1), end);
                }
            }
        }
        return EnglishItem.nothing(token);
    }

    /** Whether something stands before that an adjective can describe. */
    private static boolean describes(List<EnglishItem> before) {
        for (EnglishItem item : before) {
            if (item.is(Sort.NOUN) || item.is(Sort.NAME)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an adjective with the article can describe what stands before it. */
    private static boolean isDefinite(List<EnglishItem> before) {
        for (EnglishItem item : before) {
            if (item.definite()) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesField(EnglishItem item) {
        return item.is(Sort.AND)
                || (item.is(Sort.NOUN) && (item.is("office") || item.english().startsWith("ministr")));
    }

    /** The term that is meant, of those that the lists have for the words. */
    private static Optional<Term> meant(Map<String, Term> known, boolean field, boolean adjective, boolean alone) {
        Term found = known.get(WORDS);
        if (found == null && field) {
            found = known.get(FIELDS);
        }
        if (found == null && adjective) {
            found = known.get(ADJECTIVES);
        }
        Term noun = known.get(NOUNS);
        found = found == null && noun != null && (alone || !noun.entry().is("alone")) ? noun : found;
        found = found == null ? known.get(FIELDS) : found;
        return Optional.ofNullable(found == null ? known.get(ADJECTIVES) : found);
    }

    /** The word as written, then without what it bears before or behind it, or without the ending of an object. */
    private List<String> openings(int token) {
        String word = text.form(token);
        int clitics = reading.bareStart(token);
        int article = reading.articleStart(token);
        List<String> out = new ArrayList<>(4);
        out.add(word);
        if (!reading.isDefinite(token) && reading.ends("accusative", token)) {
            out.add(word.substring(0, word.length() - 1));
        }
        if (clitics > 0) {
            out.add(word.substring(clitics));
        }
        int owned = reading.ending("owned", token);
        if (owned > 0 && word.length() - clitics - owned > 2) {
            // "Its ambassador"
            out.add(word.substring(clitics, word.length() - owned));
        }
        if (article > clitics) {
            out.add(word.substring(article));
        }
        return out;
    }

    /** How many words the longest terms have that may begin like this. */
    private static int longest(int[] reaches) {
        int out = 0;
        for (int reach : reaches) {
            out = Math.max(out, reach);
        }
        return Math.min(out, LONGEST);
    }

    /** The words behind the first; empty where one of them is none. */
    private Optional<String> rest(int token, int length) {
        if (length == 1) {
            return Optional.of("");
        }
        StringBuilder rest = new StringBuilder();
        for (int i = token + 1; i < token + length; i++) {
            if (!reading.isWord(i)) {
                return Optional.empty();
            }
            rest.append(' ').append(text.form(i));
        }
        return Optional.of(rest.toString());
    }

    private static EnglishItem item(Term term, boolean definite, int to) {
        Entry entry = term.entry();
        boolean many = term.role().equals("pl");
        String one = entry.value("en").orElse("");
        String english = many ? entry.value("en-pl").orElse(one + "s") : one;
        return new EnglishItem(
                sort(entry), english, entry.value("before").orElse(""), Optional.of(entry), definite, to);
    }

    private static Sort sort(Entry entry) {
        return switch (entry.list()) {
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

    private static EnglishItem last(List<EnglishItem> items) {
        return items.get(items.size() - 1);
    }
}
