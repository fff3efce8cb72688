package org.mahdar.text;

import java.util.Arrays;

/**
 * Cuts texts into tokens: words, numbers, single marks, line breaks. One object cuts one text after the other and keeps
 * the last one only; not for several threads at once.
 */
public final class Tokens {
    private final Letters letters;
    private String raw = "";
    int size;
    int[] start;
    int[] end;
    byte[] kind;
    int[] formStart;
    char[] forms;
    private int formEnd;

    /** Makes room for texts of about {@code length} code units; longer ones are cut too. */
    public Tokens(Letters letters, int length) {
        this.letters = letters;
        int guess = length / 4 + 16;
        this.start = new int[guess];
        this.end = new int[guess];
        this.kind = new byte[guess];
        this.formStart = new int[guess + 1];
        this.forms = new char[length + 16];
    }

    /** Cuts a text; what was cut before is forgotten. */
    public void cut(String text) {
        raw = text;
        size = 0;
        formEnd = 0;
        int length = raw.length();
        int i = 0;
        while (i < length) {
            char c = raw.charAt(i);
            byte type = letters.type(c);
            if (type == Letters.LETTER) {
                i = word(i, length);
            } else if (type == Letters.DIGIT) {
                i = number(i, length);
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
                add(from, to, Text.BREAK);
            } else {
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(raw.charAt(i + 1));
                int width = pair || isDoubled(c, i, length) ? 2 : 1;
                add(i, i + width, Text.MARK);
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

    private int word(int from, int length) {
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
            } else if (!isLoneConjunction(form, from, i, length)) {
                break;
            }
        }
        addForm(from, last + 1, Text.WORD, form);
        return i;
    }

    /** Some write the conjunction apart: "and the council" is one word all the same. */
    private boolean isLoneConjunction(int form, int from, int at, int length) {
        return formEnd == form + 1
                && letters.isConjunction(raw.charAt(from))
                && letters.type(raw.charAt(at)) == Letters.SPACE
                && at + 1 < length
                && letters.type(raw.charAt(at + 1)) == Letters.LETTER;
    }

    private int number(int from, int length) {
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
        addForm(from, last + 1, Text.NUMBER, form);
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

    /** How many tokens the text has. */
    public int size() {
        return size;
    }

    /** {@link Text#WORD}, {@link Text#NUMBER}, {@link Text#MARK} or {@link Text#BREAK}. */
    public byte kind(int token) {
        return kind[token];
    }

    /** The mark that a token of that kind is. */
    public char mark(int token) {
        return raw.charAt(start[token]);
    }

    /** All folded forms one after the other. Not to be changed. */
    public char[] forms() {
        return forms;
    }

    /** Where a token's folded form begins in {@link #forms()}; it ends where the next one begins. */
    public int formStart(int token) {
        return formStart[token];
    }
}
