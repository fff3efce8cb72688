package org.mahdar.pattern;

import java.util.Arrays;

/**
 * Runs compiled patterns over a tape. Alternatives are tried in the order written, the first that leads to a match wins,
 * and no choice is made twice at the same token: a match costs at most a bound that depends on the pattern and the tokens
 * it may take, whatever the text. Since a pattern may take a bounded number of tokens, all matches of a text together
 * cost no more than linearly. (The method is known as bit-state backtracking.)
 *
 * <p>Not thread-safe: one matcher for one reading.
 */
public final class Matcher {
    private static final int RESTORE = -1;
    /** How many tokens a look back goes. */
    private static final int MAX_BEHIND = 4;

    private final Tape tape;
    private long[] visited = new long[256];
    /** Which words of {@link #visited} are not zero: a match looks at little of it, and only that is cleared. */
    private int[] touched = new int[256];

    private int touchedCount;
    private int[] stack = new int[192];
    private int top;
    private int[] slots = new int[32];
    /** For some of what patterns need, after which token it was found last, and how far it was looked for. */
    private int[] foundAt = new int[0];

    private int[] lookedTo = new int[0];
    private long[] candidates = new long[0];
    private long[] follow = new long[0];

    private int start;
    private int end;
    private Pattern matched;

    /** A matcher over one tape. */
    @SuppressWarnings("NullAway.Init") // matched is set before it can be read
    public Matcher(Tape tape) {
        this.tape = tape;
    }

    /** Forgets what was found on the tape, which may have changed since, so that another set of patterns can be asked. */
    public Matcher fresh() {
        Arrays.fill(foundAt, 0);
        Arrays.fill(lookedTo, 0);
        return this;
    }

    /** Whether {@code pattern} matches beginning with {@code token}. Afterwards the getters tell of this match. */
    public boolean matches(Pattern pattern, int token) {
        Program program = pattern.program();
        int limit = Math.min(tape.text().size(), token + pattern.within());
        int width = limit - token + 1;
        int bits = (program.size() * width + 63) >>> 6;
        while (touchedCount > 0) {
            visited[touched[--touchedCount]] = 0L;
        }
        if (bits > visited.length) {
            visited = new long[2 * bits];
            touched = new int[2 * bits];
        }
        int slotCount = program.labels().size() * 2;
        if (slotCount > slots.length) {
            slots = new int[slotCount];
        }
        Arrays.fill(slots, 0, slotCount, -1);
        start = token;
        matched = pattern;
        top = 0;
        push(0, token, 0);
        while (top > 0) {
            top -= 3;
            int pc = stack[top];
            if (pc == RESTORE) {
                slots[stack[top + 1]] = stack[top + 2];
            } else if (run(program, pc, stack[top + 1], limit, width)) {
                return true;
            }
        }
        return false;
    }

    private void push(int a, int b, int c) {
        if (top + 3 > stack.length) {
            stack = Arrays.copyOf(stack, stack.length * 2);
        }
        stack[top++] = a;
        stack[top++] = b;
        stack[top++] = c;
    }

    private boolean run(Program program, int firstPc, int firstToken, int limit, int width) {
        int pc = firstPc;
        int token = firstToken;
        while (true) {
            switch (program.op(pc)) {
                case Program.ATOM:
                    token = atom(program.atom(pc), pc, token, limit);
                    if (token < 0) {
                        return false;
                    }
                    pc++;
                    break;
                case Program.SPLIT:
                    if (isVisited(pc * width + token - start)) {
                        return false;
                    }
                    push(program.y(pc), token, 0);
                    pc = program.x(pc);
                    break;
                case Program.JUMP:
                    pc = program.x(pc);
                    break;
                case Program.SAVE:
                    int slot = program.x(pc);
                    push(RESTORE, slot, slots[slot]);
                    slots[slot] = token;
                    pc++;
                    break;
                case Program.NOT:
                    if (holds(program.atom(pc), token)) {
                        return false;
                    }
                    pc++;
                    break;
                case Program.AHEAD:
                    if (!holds(program.atom(pc), token)) {
                        return false;
                    }
                    pc++;
                    break;
                case Program.BEHIND:
                    if (!endsAt(program.atom(pc), token)) {
                        return false;
                    }
                    pc++;
                    break;
                case Program.NOT_BEHIND:
                    if (endsAt(program.atom(pc), token)) {
                        return false;
                    }
                    pc++;
                    break;
                case Program.SENTENCE_START:
                    if (!startsSentence(token)) {
                        return false;
                    }
                    pc++;
                    break;
                case Program.SENTENCE_END:
                    if (!endsSentence(token)) {
                        return false;
                    }
                    pc++;
                    break;
                case Program.PARAGRAPH_START:
                    if (token > 0 && tape.text().kind(token - 1) != org.mahdar.text.Text.BREAK) {
                        return false;
                    }
                    pc++;
                    break;
                default:
                    end = token;
                    return true;
            }
        }
    }

    /** Whether a choice was made before, which is then noted. Ways between two choices are straight and need no note. */
    private boolean isVisited(int bit) {
        long seen = visited[bit >>> 6];
        if ((seen & (1L << bit)) != 0) {
            return true;
        }
        if (seen == 0) {
            touched[touchedCount++] = bit >>> 6;
        }
        visited[bit >>> 6] = seen | (1L << bit);
        return false;
    }

    /** Moves over an atom; other places where it may end are left on the stack for later. */
    private int atom(Atom atom, int pc, int token, int limit) {
        if (token >= limit) {
            return -1;
        }
        if (atom.shape() != Atom.Shape.HIT) {
            int to = atom.end(tape, token);
            return to > limit ? -1 : to;
        }
        if (!tape.holds(token, atom)) {
            return -1;
        }
        int to = -1;
        int mark = top;
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            int hitEnd = tape.end(hit);
            if (hitEnd <= limit && hitEnd != to && atom.accepts(tape, hit)) {
                if (to < 0) {
                    to = hitEnd;
                } else {
                    push(pc + 1, hitEnd, 0);
                }
            }
        }
        if (top > mark + 3) {
            reverse(mark);
        }
        return to;
    }

    /** Jobs pushed in text order of preference must come off the stack in the same order. */
    private void reverse(int from) {
        for (int low = from, high = top - 3; low < high; low += 3, high -= 3) {
            for (int i = 0; i < 3; i++) {
                int keep = stack[low + i];
                stack[low + i] = stack[high + i];
                stack[high + i] = keep;
            }
        }
    }

    private boolean holds(Atom atom, int token) {
        return atom.shape() == Atom.Shape.HIT ? tape.holds(token, atom) : atom.end(tape, token) >= 0;
    }

    /** Whether something that the atom accepts ends just before a token. */
    private boolean endsAt(Atom atom, int token) {
        if (atom.shape() != Atom.Shape.HIT) {
            return token > 0 && atom.end(tape, token - 1) == token;
        }
        int least = Math.max(0, token - MAX_BEHIND);
        for (int from = token - 1; from >= least; from--) {
            if (!tape.holds(from, atom)) {
                continue;
            }
            for (int hit = tape.first(from); hit >= 0; hit = tape.next(hit)) {
                if (tape.end(hit) == token && atom.accepts(tape, hit)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean startsSentence(int token) {
        int size = tape.text().size();
        return token < size && tape.text().sentenceStart(tape.text().sentence(token)) == token;
    }

    private boolean endsSentence(int token) {
        int size = tape.text().size();
        if (token >= size) {
            return true;
        }
        return startsSentence(token)
                || tape.isOf(token, Shapes.STOP)
                || tape.text().kind(token) == org.mahdar.text.Text.BREAK;
    }

    /**
     * Whether one of the atoms holds at some token from {@code from} to before {@code to}. Asked of later and later tokens,
     * each is looked at once: what was found is kept by the number of what is asked.
     */
    boolean holdsBetween(Atom[] atoms, int number, int from, int to) {
        if (number >= foundAt.length) {
            foundAt = Arrays.copyOf(foundAt, number + 64);
            lookedTo = Arrays.copyOf(lookedTo, number + 64);
        }
        if (foundAt[number] - 1 >= from) {
            return foundAt[number] - 1 < to;
        }
        for (int token = Math.max(from, lookedTo[number]); token < to; token++) {
            for (Atom atom : atoms) {
                if (holds(atom, token)) {
                    foundAt[number] = token + 1;
                    lookedTo[number] = token + 1;
                    return true;
                }
            }
        }
        lookedTo[number] = Math.max(lookedTo[number], to);
        return false;
    }

    /** Room for the candidates of a pattern set at a token; what stood there before is overwritten. */
    long[] candidates(int words) {
        if (candidates.length < words) {
            candidates = new long[words];
        }
        return candidates;
    }

    /** Room for the patterns of a set that can go on; what stood there before is overwritten. */
    long[] follow(int words) {
        if (follow.length < words) {
            follow = new long[words];
        }
        return follow;
    }

    /** The pattern of the last match. */
    public Pattern pattern() {
        return matched;
    }

    /** First token of the last match. */
    public int start() {
        return start;
    }

    /** Token after the last match. */
    public int end() {
        return end;
    }

    /** First token of the part with this number in {@link Pattern#labels()}; -1 where the last match did not take it. */
    public int start(int label) {
        return end(label) < 0 ? -1 : slots[label * 2];
    }

    /** Token after the part with this number in {@link Pattern#labels()}; -1 where the last match did not take it. */
    public int end(int label) {
        return slots[label * 2 + 1];
    }

    /** First token of a labelled part of the last match; -1 where the part was not taken. */
    public int start(String label) {
        int index = matched.labels().indexOf(label);
        return index < 0 ? -1 : end(label) < 0 ? -1 : slots[index * 2];
    }

    /** The hit under a labelled part of the last match that is one thing of the lexicon or of a finder; -1 for all else. */
    public int hit(String label) {
        int index = matched.labels().indexOf(label);
        int from = start(label);
        if (from < 0) {
            return -1;
        }
        Program program = matched.program();
        for (int hit = tape.first(from); hit >= 0; hit = tape.next(hit)) {
            if (tape.end(hit) > end(label)) {
                continue;
            }
            boolean inside = false;
            for (int pc = 0; pc < program.size(); pc++) {
                if (program.op(pc) == Program.SAVE) {
                    inside = program.x(pc) == index * 2 || (program.x(pc) != index * 2 + 1 && inside);
                } else if (inside
                        && program.op(pc) == Program.ATOM
                        && program.atom(pc).shape() == Atom.Shape.HIT
                        && program.atom(pc).accepts(tape, hit)) {
                    return hit;
                }
            }
        }
        return -1;
    }

    /** Token after a labelled part of the last match; -1 where the part was not taken. */
    public int end(String label) {
        int index = matched.labels().indexOf(label);
        return index < 0 ? -1 : slots[index * 2 + 1];
    }
}
