package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import org.mahdar.model.Span;
import org.mahdar.text.Letters;
import org.mahdar.text.Quotation;
import org.mahdar.text.Text;

/** Puts down the pieces of what is said, without what at their ends belongs to the sentence around them. */
final class ContentPieces {
    private final Reading reading;
    private final Text text;
    private final int alongside;

    ContentPieces(Reading reading) {
        this.reading = reading;
        this.text = reading.text();
        this.alongside = reading.language().symbol("alongside");
    }

    /** Adds a piece, without the white space and marks at its ends that belong to the sentence around it. */
    void add(Draft draft, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && isLoose(first, true)) {
            first++;
        }
        while (last > first && isLoose(last - 1, false)) {
            last--;
        }
        last = withoutLead(first, last);
        if (first >= last || !holdsWord(first, last)) {
            return;
        }
        int start = text.start(first);
        // A preposition written together with the first word stays outside.
        if (first == draft.contentFrom
                && draft.mode.equals("object")
                && draft.pattern
                        .setting("content")
                        .map("without-preposition"::equals)
                        .orElse(false)) {
            start = afterPreposition(reading, first);
        }
        int end = text.end(last - 1);
        if (start < end) {
            draft.content.add(new Span(start, end));
        }
    }

    /** A word that leads to what comes next, and what comes next belongs to another report: "… as well as". */
    private int withoutLead(int first, int last) {
        if (last - first < 4 || !text.isWord(last)) {
            return last;
        }
        for (int token = last - 2; token < last; token++) {
            int hit = reading.find(token, alongside);
            if (hit >= 0 && reading.tape().end(hit) == last) {
                return reading.isComma(token - 1) ? token - 1 : token;
            }
        }
        return reading.isAny(last - 1, bits(WordClass.THAT, WordClass.LINK, WordClass.PLAIN_PREPOSITION))
                ? last - 1
                : last;
    }

    private boolean holdsWord(int from, int to) {
        for (int token = from; token < to; token++) {
            if (text.kind(token) != Text.MARK) {
                return true;
            }
        }
        return false;
    }

    /** Offset behind the conjunction and the preposition that are written together with a word. */
    static int afterPreposition(Reading reading, int token) {
        Letters letters = reading.language().letters();
        Text text = reading.text();
        int at = text.start(token);
        int stop = text.end(token) - 1;
        String raw = text.raw();
        while (at < stop && letters.isConjunction(raw.charAt(at))) {
            at = letters.next(raw, at, stop);
        }
        int next = letters.next(raw, at, stop);
        boolean preposition = at < stop && letters.isPreposition(raw.charAt(at));
        boolean doubled = next < stop
                && raw.charAt(at) == raw.charAt(next)
                && (letters.proclitic(raw.charAt(at)) & Letters.L) != 0;
        boolean swallowed = !preposition || doubled;
        return at < stop && !swallowed ? next : at;
    }

    private boolean isLoose(int token, boolean atStart) {
        if (text.kind(token) == Text.BREAK) {
            return true;
        }
        char mark = text.mark(token);
        if (mark == 0) {
            return false;
        }
        if (atStart) {
            return mark == ',' || mark == '\u060C' || mark == ':' || mark == '.' || mark == '-';
        }
        return mark == '.'
                || mark == ','
                || mark == '\u060C'
                || mark == '\u061B'
                || mark == ';'
                || mark == ':'
                || mark == '-'
                || mark == '\u2013';
    }

    /** Whether words stand there in quotation marks that are not merely somebody's name. */
    boolean holdsQuotation(int from, int to) {
        for (int token = from; token < to; token++) {
            int q = text.opens(token);
            if (q < 0) {
                continue;
            }
            Quotation quotation = text.quotations().get(q);
            int inside = quotation.to() - quotation.from();
            boolean name = inside <= 3 && isName(token, quotation);
            if (!name) {
                return true;
            }
        }
        return false;
    }

    private boolean isName(int open, Quotation quotation) {
        if (reading.isAny(
                quotation.from(),
                bits(
                        WordClass.BODY,
                        WordClass.BODY_DOUBTFUL,
                        WordClass.STATE,
                        WordClass.CITY,
                        WordClass.PERSON_SHORT))) {
            return true;
        }
        int before = open - 1;
        return reading.isAny(before, bits(WordClass.HEAD, WordClass.OFFICE_TERM))
                || reading.isAfterPreposition(before, WordClass.HEAD.bit());
    }
}
