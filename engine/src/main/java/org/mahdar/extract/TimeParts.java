package org.mahdar.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;
import org.mahdar.model.Evidence;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.Pattern;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** What a time pattern took, by label: a copy of one match, and the facts of the lexicon under each of its parts. */
final class TimeParts {
    private final Tape tape;
    private final Pattern pattern;
    private final int from;
    private final int to;
    /** The parts that were taken, three to a part: label, first token, token after. */
    private final int[] taken;

    private TimeParts(Tape tape, Matcher matcher) {
        this.tape = tape;
        this.pattern = matcher.pattern();
        List<String> labels = pattern.labels();
        int[] found = new int[labels.size() * 3];
        int count = 0;
        int first = matcher.start();
        int last = matcher.end();
        for (int label = 0; label < labels.size(); label++) {
            int start = matcher.start(label);
            int end = matcher.end(label);
            if (start < 0 || end <= start) {
                continue;
            }
            if (labels.get(label).equals("text")) {
                // A pattern may look at more than it reads: the part called "text" is then the expression.
                first = start;
                last = end;
            }
            found[count++] = label;
            found[count++] = start;
            found[count++] = end;
        }
        this.from = first;
        this.to = last;
        this.taken = Arrays.copyOf(found, count);
    }

    /** Copies the matcher's last match. */
    static TimeParts of(Tape tape, Matcher matcher) {
        return new TimeParts(tape, matcher);
    }

    Pattern pattern() {
        return pattern;
    }

    Tape tape() {
        return tape;
    }

    /** First token of the expression. */
    int from() {
        return from;
    }

    /** Token after the expression. */
    int to() {
        return to;
    }

    /** Whether a part was taken. */
    boolean has(String label) {
        return start(label) >= 0;
    }

    /** First token of a part, or -1. */
    int start(String label) {
        int at = at(label);
        return at < 0 ? -1 : taken[at + 1];
    }

    /** Token after a part, or -1. */
    int end(String label) {
        int at = at(label);
        return at < 0 ? -1 : taken[at + 2];
    }

    private int at(String label) {
        List<String> labels = pattern.labels();
        for (int i = 0; i < taken.length; i += 3) {
            if (labels.get(taken[i]).equals(label)) {
                return i;
            }
        }
        return -1;
    }

    /** The term of a list that stands where a part begins and ends no later than it; the longest one. */
    Optional<Term> term(String label, String list) {
        int start = start(label);
        return start < 0 ? Optional.empty() : term(start, end(label), list);
    }

    /** The longest term of a list that begins at a token and ends no later than another. */
    Optional<Term> term(int token, int limit, String list) {
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            if (tape.end(hit) <= limit
                    && tape.payload(hit) instanceof Term term
                    && term.entry().list().equals(list)) {
                return Optional.of(term);
            }
        }
        return Optional.empty();
    }

    /** A column of the fact under a part. */
    Optional<String> value(String label, String list, String column) {
        return term(label, list).flatMap(term -> term.entry().value(column));
    }

    /** A column of the fact under a part, as a number. */
    OptionalInt code(String label, String list, String column) {
        Optional<String> value = value(label, list, column);
        return value.isPresent() ? OptionalInt.of(Integer.parseInt(value.get())) : OptionalInt.empty();
    }

    /** The fact under a part. */
    Optional<Entry> entry(String label, String list) {
        return term(label, list).map(Term::entry);
    }

    /** The number, in digits or words, that a part holds. */
    OptionalInt number(String label) {
        int start = start(label);
        return start < 0 ? OptionalInt.empty() : Numbers.read(tape, start, end(label));
    }

    /** The folded form of the first word, or the digits, of a part; empty where it was not taken. */
    String form(String label) {
        int start = start(label);
        return start < 0 ? "" : tape.text().form(start);
    }

    /** The pattern and its labelled parts in text order. */
    Evidence evidence() {
        List<Evidence.Step> steps = new ArrayList<>();
        Text text = tape.text();
        List<String> labels = pattern.labels();
        for (int i = 0; i < taken.length; i += 3) {
            String label = labels.get(taken[i]);
            if (!label.equals("text")) {
                steps.add(new Evidence.Step(label, text.span(taken[i + 1], taken[i + 2])));
            }
        }
        steps.sort(Comparator.comparing(Evidence.Step::span));
        return new Evidence(pattern.id(), steps);
    }

    /**
     * How many proclitics (conjunction, prepositions) stand before the first word; only where every known way to read that
     * word as the first of this expression says so.
     */
    int proclitics() {
        int least = Integer.MAX_VALUE;
        for (int hit = tape.first(from); hit >= 0; hit = tape.next(hit)) {
            if (tape.end(hit) <= to) {
                int clitics = tape.clitics(hit);
                int count = Integer.bitCount(clitics & (Letters.CONJ | Letters.PREPOSITION));
                least = Math.min(least, count);
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }
}
