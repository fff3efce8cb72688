package org.mahdar.extract;

import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/**
 * Tells whether the clause around a time speaks of the past or of the future, which decides what a bare weekday or a
 * month without a year means. It looks for the word nearest before the time that says so: words listed in
 * {@code tense.tsv}, verbs with the future letter, verbs of the imperfect; then a little way behind the time.
 */
final class Tense {
    private static final String LIST = "tense";
    /** How far before a time its verb is looked for, in tokens. */
    private static final int BEFORE = 40;
    /** How far behind. */
    private static final int BEHIND = 8;
    /** How far before "until" a "since" may stand. */
    private static final int SINCE_UNTIL = 12;
    /** A verb has at least this many letters behind the letter that tells its tense. */
    private static final int STEM = 3;

    /** Where a time lies, seen from the day of writing, and how surely. */
    enum Direction {
        /** The word just before says "since". */
        SINCE(-1, Double.POSITIVE_INFINITY),
        /** A verb of the past. */
        PAST(-1, 2.5),
        /** Nothing tells. */
        OPEN(0, 1),
        /** A verb of the present, which may mean the future. */
        COMING(1, 1.3),
        /** A verb or adjective of the future. */
        FUTURE(1, 12),
        /** The word just before says "until". */
        UNTIL(1, Double.POSITIVE_INFINITY);

        private final int sign;
        private final double weight;

        Direction(int sign, double weight) {
            this.sign = sign;
            this.weight = weight;
        }

        /** Whether it points to the past. */
        boolean isPast() {
            return sign < 0;
        }

        /** Whether it points to the future. */
        boolean isFuture() {
            return sign > 0;
        }

        /**
         * How far something seems to lie, seen this way: what lies on the wrong side seems farther.
         *
         * @param distance how far it lies, in any unit; negative in the past
         */
        double seen(long distance) {
            double far = (double) Math.abs(distance);
            return distance == 0 || distance * sign >= 0 ? far : far * weight;
        }
    }

    private final int list;
    private final String futurePrefixes;
    private final String imperfectPrefixes;
    private final Letters letters;

    Tense(Language language) {
        this.letters = language.letters();
        this.list = language.symbol(LIST);
        this.futurePrefixes = prefixes(language, "after-future");
        this.imperfectPrefixes = prefixes(language, "imperfect");
    }

    private static String prefixes(Language language, String tag) {
        return language.lexicon().entries(LIST).stream()
                .filter(entry -> entry.is(tag))
                .map(entry -> language.letters().fold(entry.need("letters")))
                .findFirst()
                .orElse("");
    }

    /** The direction of a time that takes the tokens from {@code from} to before {@code to}. */
    Direction at(Tape tape, int from, int to) {
        for (int back = 1; back <= 3 && from - back >= 0; back++) {
            Direction lead = lead(tape, from - back, from);
            if (lead == Direction.UNTIL && sinceBefore(tape, from - back)) {
                // "since … until …" tells of the past as often as of the future.
                break;
            }
            if (lead != Direction.OPEN) {
                return lead;
            }
        }
        return before(tape, from, to);
    }

    /**
     * What the words before say. A verb of the present is only a hint: a verb of the past in the same clause, or a word
     * of the future that rules it ("is due to arrive"), is stronger.
     */
    private Direction before(Tape tape, int from, int to) {
        Text text = tape.text();
        int start = Math.max(from - BEFORE, text.sentenceStart(text.sentence(from)));
        Direction hint = Direction.OPEN;
        boolean clause = false;
        for (int token = from - 1; token >= start; token--) {
            Direction word = word(tape, token);
            if (hint == Direction.OPEN) {
                if (word != Direction.OPEN && word != Direction.COMING) {
                    return word;
                }
                hint = word;
            } else if (word == Direction.FUTURE || (word == Direction.PAST && !clause)) {
                return word;
            } else if (word == Direction.PAST) {
                return hint;
            }
            if (is(tape, token, "relative") && opensPast(text, token + 1, from)) {
                return clause ? hint : Direction.PAST;
            }
            if (!clause && is(tape, token, "clause")) {
                clause = true;
                Direction after = hint == Direction.OPEN ? behind(tape, to) : hint;
                if (after != Direction.OPEN && after != Direction.COMING) {
                    return after;
                }
            }
        }
        return hint == Direction.OPEN && !clause ? behind(tape, to) : hint;
    }

    /** Whether the word after a relative pronoun is a verb of the past: its form has no letter of the imperfect. */
    private boolean opensPast(Text text, int verb, int limit) {
        if (verb >= limit || !text.isWord(verb)) {
            return false;
        }
        int at = text.formStart(verb);
        return text.formStart(verb + 1) - at >= STEM && futurePrefixes.indexOf(text.forms()[at]) < 0;
    }

    private Direction behind(Tape tape, int to) {
        Text text = tape.text();
        int end = Math.min(to + BEHIND, text.size());
        for (int token = to; token < end && text.sentence(token) == text.sentence(to); token++) {
            if (text.kind(token) == Text.MARK || is(tape, token, "clause")) {
                break;
            }
            Direction word = word(tape, token);
            if (word != Direction.OPEN) {
                return word;
            }
        }
        return Direction.OPEN;
    }

    /** What a word that ends where the time begins says of it: "until", "since". */
    private Direction lead(Tape tape, int token, int end) {
        for (int hit = tape.find(token, list); hit >= 0; hit = tape.next(hit)) {
            if (tape.end(hit) == end
                    && tape.payload(hit) instanceof Term term
                    && term.entry().list().equals(LIST)) {
                if (term.entry().is("until")) {
                    return Direction.UNTIL;
                }
                if (term.entry().is("since")) {
                    return Direction.SINCE;
                }
            }
        }
        return Direction.OPEN;
    }

    private boolean sinceBefore(Tape tape, int until) {
        int start = Math.max(
                until - SINCE_UNTIL, tape.text().sentenceStart(tape.text().sentence(until)));
        for (int token = until - 1; token >= start; token--) {
            if (is(tape, token, "since")) {
                return true;
            }
        }
        return false;
    }

    private boolean is(Tape tape, int token, String tag) {
        for (int hit = tape.find(token, list); hit >= 0; hit = tape.next(hit)) {
            if (tape.payload(hit) instanceof Term term
                    && term.entry().list().equals(LIST)
                    && term.entry().is(tag)) {
                return true;
            }
        }
        return false;
    }

    private Direction word(Tape tape, int token) {
        if (tape.text().kind(token) != Text.WORD) {
            return Direction.OPEN;
        }
        for (int hit = tape.find(token, list); hit >= 0; hit = tape.next(hit)) {
            if (tape.payload(hit) instanceof Term term && term.entry().list().equals(LIST)) {
                if (term.entry().is("future")) {
                    return Direction.FUTURE;
                }
                if (term.entry().is("past")) {
                    return Direction.PAST;
                }
                if (term.entry().is("coming")) {
                    return Direction.COMING;
                }
                if (term.entry().is("none")) {
                    return Direction.OPEN;
                }
            }
        }
        return ofForm(tape.text(), token);
    }

    /** What the form of a word that no list knows says: a verb with the future letter, a verb of the imperfect. */
    private Direction ofForm(Text text, int token) {
        char[] forms = text.forms();
        int at = text.formStart(token);
        int end = text.formStart(token + 1);
        if (end - at > STEM + 1 && letters.proclitic(forms[at]) == Letters.CONJ) {
            at++;
        }
        if (letters.proclitic(forms[at]) == Letters.FUTURE) {
            boolean verb = end - at > STEM + 1 && futurePrefixes.indexOf(forms[at + 1]) >= 0;
            return verb ? Direction.FUTURE : Direction.OPEN;
        }
        return end - at > STEM && imperfectPrefixes.indexOf(forms[at]) >= 0 ? Direction.COMING : Direction.OPEN;
    }
}
