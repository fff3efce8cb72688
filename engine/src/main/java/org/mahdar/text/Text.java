package org.mahdar.text;

import java.util.Arrays;
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
    private int size;
    private int[] start;
    private int[] end;
    private byte[] kind;
    private int[] formStart;
    private char[] forms;
    private int formEnd;
    private final int[] sentence;
    private final int[] sentenceStart;
    private final int sentences;
    private final List<Quotation> quotations;
    private final int[] quotation;
    private final int[] partner;

    private Text(String raw, int bodyStart, Letters letters) {
        this.raw = raw;
        this.bodyStart = bodyStart;
        int guess = raw.length() / 4 + 16;
        this.start = new int[guess];
        this.end = new int[guess];
        this.kind = new byte[guess];
        this.formStart = new int[guess + 1];
        this.forms = new char[raw.length() + 16];
        cut(letters);
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

    private void cut(Letters letters) {
        int length = raw.length();
        int i = 0;
        while (i < length) {
            char c = raw.charAt(i);
            byte type = letters.type(c);
            if (type == Letters.LETTER) {
                i = word(letters, i, length);
            } else if (type == Letters.DIGIT) {
                i = number(letters, i, length);
            } else if (type == Letters.SPACE || type == Letters.MARK) {
                i++;
            } else if (type == Letters.BREAK) {
                int from = i;
                int to = i + 1;
                i++;
                while (i < length && isBlank(letters.type(raw.charAt(i)))) {
                    if (letters.type(raw.charAt(i)) == Letters.BREAK) {
                        to = i + 1;
                    }
                    i++;
                }
                add(from, to, BREAK);
            } else {
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(raw.charAt(i + 1));
                int width = pair || isDoubled(c, i, length) ? 2 : 1;
                add(i, i + width, MARK);
                i += width;
            }
        }
        formStart[size] = formEnd;
    }

    /** Whether a round bracket stands exactly twice: two of them are one quotation mark. */
    private boolean isDoubled(char c, int at, int length) {
        return (c == '(' || c == ')')
                && at + 1 < length
                && raw.charAt(at + 1) == c
                && (at == 0 || raw.charAt(at - 1) != c)
                && (at + 2 == length || raw.charAt(at + 2) != c);
    }

    private static boolean isBlank(byte type) {
        return type == Letters.BREAK || type == Letters.SPACE || type == Letters.MARK;
    }

    private int word(Letters letters, int from, int length) {
        int form = formEnd;
        int last = from;
        int i = from;
        for (; i < length; i++) {
            char c = raw.charAt(i);
            byte type = letters.type(c);
            if (type == Letters.LETTER) {
                if (formEnd + 2 >= forms.length) {
                    forms = Arrays.copyOf(forms, forms.length * 2);
                }
                forms[formEnd++] = letters.fold(c);
                if (letters.second(c) != 0) {
                    forms[formEnd++] = letters.second(c);
                }
                last = i;
            } else if (type == Letters.MARK) {
                last = i;
            } else {
                break;
            }
        }
        addForm(from, last + 1, WORD, form);
        return i;
    }

    private int number(Letters letters, int from, int length) {
        int form = formEnd;
        int i = from;
        int last = from;
        while (i < length) {
            char c = raw.charAt(i);
            byte type = letters.type(c);
            if (type == Letters.DIGIT) {
                forms[formEnd++] = letters.fold(c);
                last = i;
                i++;
            } else if ((c == '.' || c == ',' || c == '\u066B' || c == '\u066C')
                    && i + 1 < length
                    && letters.type(raw.charAt(i + 1)) == Letters.DIGIT) {
                forms[formEnd++] = c == ',' || c == '\u066C' ? ',' : '.';
                i++;
            } else if (type == Letters.MARK && i + 1 < length && letters.type(raw.charAt(i + 1)) == Letters.DIGIT) {
                i++;
            } else {
                break;
            }
            if (formEnd + 2 >= forms.length) {
                forms = Arrays.copyOf(forms, forms.length * 2);
            }
        }
        addForm(from, last + 1, NUMBER, form);
        return i;
    }

    private void add(int from, int to, byte type) {
        addForm(from, to, type, formEnd);
    }

    private void addForm(int from, int to, byte type, int form) {
        if (size + 1 >= start.length) {
            int more = size * 2 + 16;
            start = Arrays.copyOf(start, more);
            end = Arrays.copyOf(end, more);
            kind = Arrays.copyOf(kind, more);
            formStart = Arrays.copyOf(formStart, more + 1);
        }
        start[size] = from;
        end[size] = to;
        kind[size] = type;
        formStart[size] = form;
        size++;
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
