package org.mahdar.extract;

import java.util.List;
import org.mahdar.language.Language;
import org.mahdar.model.Span;
import org.mahdar.text.Text;

/**
 * Says how far the words of a stance reach: to the end of what is said or of the sentence, to a condition that follows, or
 * to a comma once enough has been said.
 */
final class StanceCutter {
    private static final int ENOUGH = Integer.getInteger("enough", 5);
    private static final int PLENTY = Integer.getInteger("plenty", 16);
    private static final int RELW = Integer.getInteger("relw", 99);
    private static final int RELR = Integer.getInteger("relr", 6);
    private static final int JOIN = Integer.getInteger("join", 99);
    private static final int MAX = 60;

    private final Reading reading;
    private final Text text;
    private final int provisoBefore;
    private final int ender;
    private final Draft[] voice;

    StanceCutter(Reading reading, Draft[] voice) {
        this.reading = reading;
        this.text = reading.text();
        this.voice = voice;
        Language language = reading.language();
        this.provisoBefore = language.symbol("provisos.before");
        this.ender = language.symbol("stance-ends");
    }

    /** The token after the stance whose words begin with {@code from}. */
    int end(int from) {
        int limit = limit(from);
        int words = 0;
        for (int token = from; token < limit; token++) {
            if (token > from && (ends(token, from, words) || reading.tape().find(token, provisoBefore) >= 0)) {
                return token;
            }
            if (reading.isWord(token)) {
                words++;
            } else if (text.mark(token) == '(' && text.partner(token) > token && text.partner(token) < limit) {
                token = text.partner(token);
            }
        }
        return limit;
    }

    /** Where the words that hold the token end at the latest: with what is said there, with the sentence, with its marks. */
    int limit(int from) {
        int limit = Math.min(text.sentenceEnd(from), from + MAX);
        Draft draft = voice[from];
        if (draft != null) {
            for (Span piece : draft.content) {
                int start = text.tokenAt(piece.start());
                int end = text.tokenAt(piece.end());
                if (start <= from && from < end) {
                    limit = Math.min(limit, end);
                }
            }
        }
        for (int token = from; token < limit; token++) {
            if (voice[token] != draft) {
                return token;
            }
        }
        return limit;
    }

    private int rest(int token) {
        int l = limit(token); int n = 0;
        for (int t = token; t < l; t++) { if (reading.isWord(t)) { n++; } }
        return n;
    }

    private boolean ends(int token, int from, int words) {
        char mark = text.mark(token);
        boolean runs = mark == '.' && text.mark(token + 1) == '.';
        if (mark == ';' || mark == '\u061B' || (runs && words > 2)) {
            return true;
        }
        if (text.kind(token) == Text.BREAK) {
            return true;
        }
        if (mark == '\u060C' || mark == ',') {
            int next = token + 1;
            if (words >= PLENTY) {
                return true;
            }
            boolean joined = reading.opensWithConjunction(next);
            if (words >= ENOUGH && !joined || words >= JOIN) {
                return true;
            }
            return words >= 3 && (reading.is(next, WordClass.THAT) || reading.is(next, WordClass.LINK));
        }
        if (words >= RELW && reading.is(token, WordClass.RELATIVE) && !reading.opensWithConjunction(token) && rest(token) >= RELR) {
            return true;
        }
        if (words >= 1 && reading.tape().find(token, ender) >= 0 && !reading.isDefinite(token)) {
            return true;
        }
        boolean goesOn = reading.opensWithConjunction(token) && reading.is(token, WordClass.THAT);
        return goesOn && words >= 3;
    }
}
