package org.mahdar.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs quotation marks and brackets by kind and position. Marks in real stories are odd, reversed, unclosed and nested;
 * a mark opens or closes by what stands on its two sides first, and by its shape only where that leaves it open.
 */
final class Marks {
    private static final int MAX_DEPTH = 8;
    /** Brackets farther apart than this many tokens are not taken for a pair. */
    private static final int MAX_BRACKETS = 80;

    /** A quotation inside straight marks, itself in straight marks, has no more tokens than this. */
    private static final int MAX_NESTED = 7;

    private static final int NONE = 0;
    private static final int ANGLE = 1;
    private static final int CURLY = 2;
    private static final int STRAIGHT = 3;
    private static final int SINGLE = 4;
    private static final int ROUND = 5;

    private final Text text;
    private final List<Quotation> found = new ArrayList<>();
    private final int[] innermost;
    private final int[] stackOpen = new int[MAX_DEPTH];
    private final int[] stackFamily = new int[MAX_DEPTH];
    private final int[] stackIndex = new int[MAX_DEPTH];
    private int depth;

    Marks(Text text) {
        this.text = text;
        this.innermost = new int[text.size()];
        Arrays.fill(innermost, -1);
        pairQuotes();
    }

    List<Quotation> quotations() {
        return found;
    }

    int[] innermost() {
        return innermost;
    }

    private void pairQuotes() {
        int carried = -1;
        int carriedFamily = NONE;
        int size = text.size();
        for (int i = 0; i < size; i++) {
            if (text.kind(i) == Text.BREAK) {
                carried = depth > 0 ? stackIndex[0] : -1;
                carriedFamily = depth > 0 ? stackFamily[0] : NONE;
                closeAll(i);
                continue;
            }
            if (text.kind(i) != Text.MARK) {
                carried = -1;
                continue;
            }
            int family = family(i);
            if (family == NONE) {
                carried = text.mark(i) == '-' || text.mark(i) == '\u2013' ? carried : -1;
                continue;
            }
            if (opens(i, family)) {
                if (family == STRAIGHT && depth > 0 && stackFamily[depth - 1] == STRAIGHT && !isNested(i)) {
                    // Straight marks are seldom nested: the one before was never closed.
                    depth--;
                    close(depth, i, false);
                }
                push(i, family, depth == 0 && family == carriedFamily ? carried : -1);
            } else {
                pop(i, family);
            }
            carried = -1;
        }
        closeAll(size);
        fillInnermost();
    }

    /**
     * Whether a straight mark that opens inside straight marks marks a few words in them: the next one closes it, and the
     * one after that closes again.
     */
    private boolean isNested(int token) {
        int inner = nextStraight(token + 1, token + MAX_NESTED);
        if (inner < 0 || opensByPosition(inner)) {
            return false;
        }
        int outer = nextStraight(inner + 1, text.size());
        return outer >= 0 && !opensByPosition(outer);
    }

    private int nextStraight(int from, int limit) {
        for (int i = from; i < Math.min(limit, text.size()) && text.kind(i) != Text.BREAK; i++) {
            if (family(i) == STRAIGHT) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a space stands before the mark and none behind it. */
    private boolean opensByPosition(int token) {
        boolean spaceBefore = !text.touches(token) || opensBefore(token);
        boolean spaceAfter = token + 1 >= text.size() || !text.touches(token + 1) || endsAfter(token + 1);
        return spaceBefore && !spaceAfter;
    }

    private void push(int token, int family, int continues) {
        if (depth == MAX_DEPTH) {
            return;
        }
        stackOpen[depth] = token;
        stackFamily[depth] = family;
        stackIndex[depth] = found.size();
        found.add(new Quotation(token, token, false, depth > 0 ? stackIndex[depth - 1] : -1, continues));
        depth++;
    }

    private void pop(int token, int family) {
        int level = depth - 1;
        while (level >= 0 && stackFamily[level] != family) {
            level--;
        }
        if (level < 0) {
            // A pair of unlike marks: the closing one decides, as long as something is open.
            level = depth - 1;
        }
        if (level < 0) {
            return;
        }
        for (int above = depth - 1; above > level; above--) {
            close(above, token, false);
        }
        close(level, token, true);
        depth = level;
    }

    private void close(int level, int token, boolean closed) {
        int index = stackIndex[level];
        Quotation open = found.get(index);
        found.set(index, new Quotation(open.open(), token, closed, open.parent(), open.continues()));
    }

    private void closeAll(int token) {
        for (int level = depth - 1; level >= 0; level--) {
            close(level, token, false);
        }
        depth = 0;
    }

    private void fillInnermost() {
        // Inner quotations come after the ones around them, so later ones overwrite earlier ones.
        for (int q = 0; q < found.size(); q++) {
            Quotation quotation = found.get(q);
            int last = quotation.closed() ? quotation.close() : quotation.close() - 1;
            for (int token = quotation.open(); token <= last; token++) {
                innermost[token] = q;
            }
        }
    }

    private int family(int token) {
        switch (text.mark(token)) {
            case '\u00AB', '\u00BB', '\u2039', '\u203A', '\u300A', '\u300B':
                return ANGLE;
            case '\u201C', '\u201D', '\u201E', '\u201F':
                return CURLY;
            case '"', '\uFF02':
                return STRAIGHT;
            case '\u2018', '\u2019', '\u201A':
                return SINGLE;
            case '(':
                return isDoubled(token) ? ROUND : NONE;
            case ')':
                return isDoubled(token) && depth > 0 ? ROUND : NONE;
            default:
                return NONE;
        }
    }

    private boolean isDoubled(int token) {
        return text.end(token) - text.start(token) > 1;
    }

    private boolean opens(int token, int family) {
        if (family == ROUND) {
            return text.mark(token) == '(';
        }
        boolean spaceBefore = !text.touches(token) || opensBefore(token);
        boolean spaceAfter = token + 1 >= text.size() || !text.touches(token + 1) || endsAfter(token + 1);
        boolean sameOpen = isOpen(family);
        if (spaceBefore != spaceAfter) {
            if (spaceBefore) {
                return true;
            }
            if (sameOpen) {
                return false;
            }
            // It stands like a closing mark, but nothing is open: believe its shape.
            return naturallyOpens(token);
        }
        if (family == STRAIGHT) {
            return !sameOpen;
        }
        boolean natural = naturallyOpens(token);
        return natural || (!sameOpen && depth == 0);
    }

    private boolean naturallyOpens(int token) {
        switch (text.mark(token)) {
            case '\u00AB', '\u2039', '\u201C', '\u201E', '\u2018', '\u201A', '\u300A':
                return true;
            default:
                return false;
        }
    }

    private boolean isOpen(int family) {
        for (int level = 0; level < depth; level++) {
            if (stackFamily[level] == family) {
                return true;
            }
        }
        return false;
    }

    /** Whether what touches the mark on its start side is no word, or a single letter written together with the next word. */
    private boolean opensBefore(int token) {
        int before = token - 1;
        byte kind = text.kind(before);
        if (kind == Text.MARK) {
            char mark = text.mark(before);
            return mark == '('
                    || mark == '['
                    || mark == ':'
                    || mark == '-'
                    || (family(before) != NONE && stands(before));
        }
        if (kind == Text.BREAK) {
            return true;
        }
        int letters = text.formStart(before + 1) - text.formStart(before);
        boolean stretched = text.raw().charAt(text.end(before) - 1) == '\u0640';
        return kind == Text.WORD && (letters <= 2 || stretched);
    }

    /** Whether the mark before is itself one that opened. */
    private boolean stands(int token) {
        return depth > 0 && stackOpen[depth - 1] == token;
    }

    private boolean endsAfter(int next) {
        if (text.kind(next) == Text.BREAK) {
            return true;
        }
        if (text.kind(next) != Text.MARK) {
            return false;
        }
        char mark = text.mark(next);
        return family(next) == NONE ? mark != '(' && mark != '[' : !naturallyOpens(next);
    }

    static int[] pairBrackets(Text text) {
        int[] partner = new int[text.size()];
        Arrays.fill(partner, -1);
        int[] open = new int[MAX_DEPTH];
        int depth = 0;
        for (int i = 0; i < text.size(); i++) {
            if (text.kind(i) == Text.BREAK) {
                depth = 0;
                continue;
            }
            char mark = text.mark(i);
            if ((mark == '(' || mark == '[') && depth < MAX_DEPTH) {
                open[depth++] = i;
            } else if ((mark == ')' || mark == ']') && depth > 0) {
                depth--;
                if (i - open[depth] <= MAX_BRACKETS) {
                    partner[open[depth]] = i;
                    partner[i] = open[depth];
                }
            }
        }
        return partner;
    }
}
