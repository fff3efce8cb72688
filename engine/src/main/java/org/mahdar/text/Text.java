package org.mahdar.text;

import java.util.List;
import org.mahdar.model.Span;
import org.mahdar.model.Story;

/**
 * A story cut into tokens: words, numbers and single marks, each with its place in the untouched text and, for words, a
 * folded form beside it. Tokens are numbered from 0; spaces are no tokens, a line break is one of kind {@link #BREAK}.
 *
 * <p>Everything is kept in flat arrays, since a story is read once and millions are read in a row.
 */
public final class Text {
    /** Token kind: letters. */
    public static final byte WORD = 1;
    /** Token kind: digits, with points and commas between digits. */
    public static final byte NUMBER = 2;
    /** Token kind: one mark that is neither letter, digit nor space. */
    public static final byte MARK = 3;
    /** Token kind: one or more line breaks. */
    public static final byte BREAK = 4;

    private final String raw;
    private final int bodyStart;
    private final int size;
    private final int[] start;
    private final int[] end;
    private final byte[] kind;
    private final int[] formStart;
    private final char[] forms;
    private final int[] sentence;
    private final int[] sentenceStart;
    private final int sentences;
    private final List<Quotation> quotations;
    private final int[] quotation;
    private final int[] partner;

    private Text(String raw, int bodyStart, Letters letters) {
        this.raw = raw;
        this.bodyStart = bodyStart;
        Tokens tokens = new Tokens(letters, raw.length());
        tokens.cut(raw);
        this.size = tokens.size;
        this.start = tokens.start;
        this.end = tokens.end;
        this.kind = tokens.kind;
        this.formStart = tokens.formStart;
        this.forms = tokens.forms;
        this.partner = Marks.pairBrackets(this);
        Marks marks = new Marks(this);
        this.quotations = marks.quotations();
        this.quotation = marks.innermost();
        Sentences cut = new Sentences(this);
        this.sentence = cut.ofToken();
        this.sentenceStart = cut.starts();
        this.sentences = cut.count();
    }

    /** Cuts a story. */
    public static Text of(Story story, Letters letters) {
        return new Text(story.text(), story.bodyStart(), letters);
    }

    /** Cuts a text that has no title. */
    public static Text of(String text, Letters letters) {
        return new Text(text, 0, letters);
    }

    /** The text as received. */
    public String raw() {
        return raw;
    }

    /** How many tokens there are. */
    public int size() {
        return size;
    }

    /** Offset of a token's first code unit. */
    public int start(int token) {
        return start[token];
    }

    /** Offset after a token's last code unit. */
    public int end(int token) {
        return end[token];
    }

    /** {@link #WORD}, {@link #NUMBER}, {@link #MARK} or {@link #BREAK}; outside the text it is a break. */
    public byte kind(int token) {
        return token >= 0 && token < size ? kind[token] : BREAK;
    }

    /** Whether the token is a word. */
    public boolean isWord(int token) {
        return token >= 0 && token < size && kind[token] == WORD;
    }

    /** Whether the token is the given mark. */
    public boolean isMark(int token, char mark) {
        return token >= 0 && token < size && kind[token] == MARK && raw.charAt(start[token]) == mark;
    }

    /** The mark itself, or 0 where the token is no mark; doubled brackets, which are one token, give the bracket. */
    public char mark(int token) {
        return token >= 0 && token < size && kind[token] == MARK ? raw.charAt(start[token]) : 0;
    }

    /** The folded form of a word, or the digits of a number; empty for marks. */
    public String form(int token) {
        return new String(forms, formStart[token], formStart[token + 1] - formStart[token]);
    }

    /** All folded forms one after the other; see {@link #formStart(int)}. Not to be changed. */
    public char[] forms() {
        return forms;
    }

    /** Where a token's folded form begins in {@link #forms()}; it ends where the next one begins. */
    public int formStart(int token) {
        return formStart[token];
    }

    /** The span from one token to before another. */
    public Span span(int fromToken, int toToken) {
        return new Span(start[fromToken], end[toToken - 1]);
    }

    /** The original words from one token to before another. */
    public String words(int fromToken, int toToken) {
        return raw.substring(start[fromToken], end[toToken - 1]);
    }

    /** Whether nothing, not even a space, stands between a token and the one before it. */
    public boolean touches(int token) {
        return token > 0 && end[token - 1] == start[token];
    }

    /** Offset at which the body of the story begins. */
    public int bodyStart() {
        return bodyStart;
    }

    /** Whether the token belongs to the title. */
    public boolean inTitle(int token) {
        return start[token] < bodyStart;
    }

    /** The number of the sentence a token stands in. */
    public int sentence(int token) {
        return sentence[token];
    }

    /** How many sentences there are. */
    public int sentences() {
        return sentences;
    }

    /** The first token of a sentence; for the number of sentences, the number of tokens. */
    public int sentenceStart(int number) {
        return sentenceStart[number];
    }

    /** The token after the last one of the sentence in which {@code token} stands. */
    public int sentenceEnd(int token) {
        return sentenceStart[sentence[token] + 1];
    }

    /** All quotations in text order of their opening marks. */
    public List<Quotation> quotations() {
        return quotations;
    }

    /** The quotation that a token opens, or -1. */
    public int opens(int token) {
        int q = quotation(token);
        return q >= 0 && quotations.get(q).open() == token ? q : -1;
    }

    /** The innermost quotation around a token (its own marks included), or -1. */
    public int quotation(int token) {
        return token >= 0 && token < size ? quotation[token] : -1;
    }

    /** For a bracket, the token of the bracket that belongs to it; -1 for all else. */
    public int partner(int token) {
        return token >= 0 && token < size ? partner[token] : -1;
    }

    /** The token that covers an offset, or the first one after it; {@link #size()} past the last one. */
    public int tokenAt(int offset) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
