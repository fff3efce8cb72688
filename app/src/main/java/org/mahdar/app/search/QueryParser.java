package org.mahdar.app.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a query: words, which all have to stand there; {@code "a phrase"}, {@code "two words"~5} with at most so many
 * between; {@code -word} or {@code NOT word}; {@code a OR b}; brackets; {@code =word} letter by letter, {@code ~word} by its
 * stem, {@code word*} for what begins so; {@code field:value}. In the languages of {@code words.tsv}.
 */
final class QueryParser {
    /** How deep brackets may go. */
    private static final int DEPTH = 20;

    private static final String QUOTES = "\"\u00AB\u00BB\u201C\u201D";

    private final String query;
    private final Level level;
    private final Vocabulary vocabulary = Vocabulary.get();
    private int at;
    private int depth;

    private QueryParser(String query, Level level) {
        this.query = query;
        this.level = level;
    }

    /** What a query asks; words without a mark of their own agree at {@code level}. Empty where it asks nothing. */
    static Optional<Asked> parse(String query, Level level) throws QueryFault {
        QueryParser parser = new QueryParser(query, level);
        Optional<Asked> asked = parser.any();
        if (!parser.atEnd()) {
            throw new QueryFault(parser.at, "this bracket closes nothing; leave it out");
        }
        return asked;
    }

    private boolean atEnd() {
        while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
            at++;
        }
        return at >= query.length();
    }

    private char here() {
        return query.charAt(at);
    }

    private Optional<Asked> any() throws QueryFault {
        List<Asked> parts = new ArrayList<>();
        Optional<Asked> first = all();
        first.ifPresent(parts::add);
        while (!atEnd() && takeWord("or")) {
            int from = at;
            Optional<Asked> next = all();
            if (next.isEmpty() || parts.isEmpty()) {
                throw new QueryFault(from, "something is missing on one side of OR");
            }
            parts.add(next.get());
        }
        return parts.size() > 1
                ? Optional.of(new Asked.Any(parts))
                : parts.stream().findFirst();
    }

    private Optional<Asked> all() throws QueryFault {
        List<Asked> parts = new ArrayList<>();
        while (!atEnd() && here() != ')' && !isWord("or")) {
            one().ifPresent(parts::add);
        }
        return parts.size() > 1
                ? Optional.of(new Asked.All(parts))
                : parts.stream().findFirst();
    }

    private Optional<Asked> one() throws QueryFault {
        int from = at;
        boolean dash = here() == '-' && at + 1 < query.length() && !Character.isWhitespace(query.charAt(at + 1));
        if (dash || takeWord("not")) {
            at += dash ? 1 : 0;
            if (atEnd()) {
                throw new QueryFault(from, "what is not to be found is missing");
            }
            return one().map(Asked.Not::new);
        }
        if (here() == '(') {
            return bracket();
        }
        Optional<String> field = field();
        if (field.isPresent()) {
            return Optional.of(value(field.get(), from));
        }
        return text();
    }

    private Optional<Asked> bracket() throws QueryFault {
        int from = at++;
        if (++depth > DEPTH) {
            throw new QueryFault(from, "brackets go deeper than " + DEPTH);
        }
        Optional<Asked> inner = any();
        depth--;
        if (atEnd()) {
            throw new QueryFault(from, "this bracket is not closed");
        }
        at++;
        return inner;
    }

    /** The word at which the query stands, up to a space or bracket. */
    private String peek() {
        int end = at;
        while (end < query.length()
                && !Character.isWhitespace(query.charAt(end))
                && "()".indexOf(query.charAt(end)) < 0) {
            end++;
        }
        return query.substring(at, end);
    }

    private boolean isWord(String meaning) {
        return vocabulary.meaning("word", peek()).filter(meaning::equals).isPresent();
    }

    private boolean takeWord(String meaning) {
        if (!isWord(meaning)) {
            return false;
        }
        at += peek().length();
        return true;
    }

    /** The field that is named here, if one is. */
    private Optional<String> field() throws QueryFault {
        int end = at;
        while (end < query.length() && Character.isLetter(query.charAt(end))) {
            end++;
        }
        if (end == at || end >= query.length() || query.charAt(end) != ':') {
            return Optional.empty();
        }
        String name = query.substring(at, end);
        Optional<String> meaning = vocabulary.meaning("field", name);
        if (meaning.isEmpty()) {
            throw new QueryFault(
                    at, "there is no field \"" + name + "\"; there are " + String.join(", ", vocabulary.fields()));
        }
        at = end + 1;
        return meaning;
    }

    private Asked value(String field, int from) throws QueryFault {
        if (atEnd() || here() == ')') {
            throw new QueryFault(from, "the value behind the colon is missing");
        }
        int start = at;
        String value = QUOTES.indexOf(here()) >= 0 ? quoted() : takePeek();
        if (field.equals("since") || field.equals("until")) {
            return new Asked.Time(field.equals("since"), day(value, field.equals("since"), start));
        }
        return new Asked.Field(field, vocabulary.meaning(field, value).orElse(value));
    }

    private String takePeek() {
        String word = peek();
        at += word.length();
        return word;
    }

    private static LocalDate day(String value, boolean first, int from) throws QueryFault {
        try {
            if (value.matches("\\d{4}")) {
                LocalDate year = LocalDate.of(Integer.parseInt(value), 1, 1);
                return first ? year : year.plusYears(1).minusDays(1);
            }
            if (value.matches("\\d{4}-\\d{2}")) {
                LocalDate month = LocalDate.parse(value + "-01");
                return first ? month : month.plusMonths(1).minusDays(1);
            }
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new QueryFault(from, "\"" + value + "\" is no day; write 2022, 2022-01 or 2022-01-11");
        }
    }

    private String quoted() throws QueryFault {
        int from = at++;
        int end = at;
        while (end < query.length() && QUOTES.indexOf(query.charAt(end)) < 0) {
            end++;
        }
        if (end >= query.length()) {
            throw new QueryFault(from, "this quotation mark is not closed");
        }
        String words = query.substring(at, end);
        at = end + 1;
        return words;
    }

    private Optional<Asked> text() throws QueryFault {
        Level own = level;
        if (here() == '=' || here() == '~') {
            own = here() == '=' ? Level.EXACT : Level.STEM;
            at++;
            if (atEnd()) {
                throw new QueryFault(at, "a word is missing behind the mark");
            }
        }
        if (QUOTES.indexOf(here()) >= 0) {
            String words = quoted();
            return some(words, own, slop(), false);
        }
        String word = takePeek();
        boolean prefix = word.endsWith("*") && word.length() > 1;
        return some(prefix ? word.substring(0, word.length() - 1) : word, own, 0, prefix);
    }

    private int slop() throws QueryFault {
        if (at >= query.length() || here() != '~') {
            return 0;
        }
        int from = ++at;
        while (at < query.length() && here() >= '0' && here() <= '9') {
            at++;
        }
        if (at == from || at - from > 3) {
            throw new QueryFault(from, "behind ~ stands how many words may lie between, such as \"two words\"~5");
        }
        return Integer.parseInt(query.substring(from, at));
    }

    /** Marks alone ask nothing. */
    private static Optional<Asked> some(String words, Level level, int slop, boolean prefix) {
        return Analysis.forms(words, Level.FOLDED).isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked.Text(words, level, slop, prefix));
    }
}
