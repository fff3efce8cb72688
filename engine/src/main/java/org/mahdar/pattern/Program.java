package org.mahdar.pattern;

import java.util.List;

/**
 * A compiled pattern: instructions over tokens. {@code x} and {@code y} are instruction numbers, atom numbers or slots,
 * as the operation says.
 */
final class Program {
    /** Match atom {@code x}, go on with the next instruction. */
    static final byte ATOM = 0;
    /** Try {@code x} first, then {@code y}. */
    static final byte SPLIT = 1;
    /** Go on with {@code x}. */
    static final byte JUMP = 2;
    /** Note the token in slot {@code x}. */
    static final byte SAVE = 3;
    /** Go on only where atom {@code x} does not match. */
    static final byte NOT = 4;
    /** Go on only at the first token of a sentence. */
    static final byte SENTENCE_START = 5;
    /** Go on only at the end of a sentence, or before the mark that ends it. */
    static final byte SENTENCE_END = 6;
    /** Go on only at the first token of a paragraph. */
    static final byte PARAGRAPH_START = 7;
    /** Go on only where atom {@code x} matches, without moving. */
    static final byte AHEAD = 8;
    /** Done. */
    static final byte MATCH = 9;
    /** Go on only where atom {@code x} ends at this token, without moving. */
    static final byte BEHIND = 10;
    /** Go on only where no atom {@code x} ends at this token. */
    static final byte NOT_BEHIND = 11;

    private final byte[] op;
    private final int[] x;
    private final int[] y;
    private final Atom[] atoms;
    private final List<String> labels;

    /** The arrays are handed over, not copied. */
    Program(byte[] op, int[] x, int[] y, Atom[] atoms, List<String> labels) {
        this.op = op;
        this.x = x;
        this.y = y;
        this.atoms = atoms;
        this.labels = List.copyOf(labels);
    }

    int size() {
        return op.length;
    }

    byte op(int pc) {
        return op[pc];
    }

    int x(int pc) {
        return x[pc];
    }

    int y(int pc) {
        return y[pc];
    }

    /** The atom that instruction {@code pc} speaks of. */
    Atom atom(int pc) {
        return atoms[x[pc]];
    }

    /** Whether it takes whole quotations or brackets, however long they are. */
    boolean takesWholes() {
        for (int pc = 0; pc < op.length; pc++) {
            if (op[pc] == ATOM && !atom(pc).isOfKnownLength()) {
                return true;
            }
        }
        return false;
    }

    List<String> labels() {
        return labels;
    }
}
