package org.mahdar.app.archive;

import java.util.Arrays;

/**
 * A few numbers that are alike for texts that are alike: MinHash over runs of three words. The share of places at which
 * two sketches agree estimates which share of their runs the two texts have in common (Jaccard).
 *
 * <p>Words are compared by their letters and digits, without marks over letters and without the differences in spelling
 * that papers make when they print the same text: forms of alef, final ya, ta marbuta.
 */
final class Sketch {
    /** From here on two texts are copies of one another. */
    static final double COPY = 0.5;

    static final int BANDS = 20;
    private static final int ROWS = 3;
    private static final int SIZE = BANDS * ROWS;
    private static final int RUN = 3;

    private final int[] least;

    private Sketch(int[] least) {
        this.least = least;
    }

    /** The sketch of a text. */
    static Sketch of(String text) {
        int[] least = new int[SIZE];
        Arrays.fill(least, Integer.MAX_VALUE);
        long[] run = new long[RUN];
        int words = 0;
        long word = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == '\u0640') {
                continue;
            }
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                word = (word + fold(c)) * 0x9E3779B97F4A7C15L;
                word ^= word >>> 29;
            } else if (word != 0) {
                run[words % RUN] = word;
                words++;
                word = 0;
                if (words >= RUN) {
                    take(least, run, words);
                }
            }
        }
        if (words < RUN) {
            // Too short for a run: the words there are.
            take(least, run, RUN);
        }
        return new Sketch(least);
    }

    private static void take(int[] least, long[] run, int words) {
        long h = 0;
        for (int i = words - RUN; i < words; i++) {
            h = (h ^ run[i % RUN]) * 0xC2B2AE3D27D4EB4FL;
            h ^= h >>> 31;
        }
        // Two independent halves give as many independent hashes as are wanted.
        int a = (int) h;
        int b = (int) (h >>> 32) | 1;
        for (int i = 0; i < least.length; i++) {
            a += b;
            int mixed = (a ^ (a >>> 15)) * 0x2C1B3C6D;
            mixed = (mixed ^ (mixed >>> 13)) & Integer.MAX_VALUE;
            if (mixed < least[i]) {
                least[i] = mixed;
            }
        }
    }

    /** Letters that the same text is printed with here and there, made one. */
    private static char fold(char c) {
        return switch (c) {
            case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627';
            case '\u0649' -> '\u064A';
            case '\u0629' -> '\u0647';
            default -> Character.toLowerCase(c);
        };
    }

    /** Which share of their runs of words two texts have in common, estimated; from 0 to 1. */
    double likeness(Sketch other) {
        int same = 0;
        for (int i = 0; i < SIZE; i++) {
            same += (least[i] & 0xFFFF) == (other.least[i] & 0xFFFF) ? 1 : 0;
        }
        return (double) same / SIZE;
    }

    /** One number a band; texts that are alike have at least one in common, almost surely. */
    int[] bands() {
        int[] out = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            int h = band;
            for (int row = 0; row < ROWS; row++) {
                h = (h ^ (least[band * ROWS + row] & 0xFFFF)) * 0x85EBCA6B;
                h ^= h >>> 15;
            }
            out[band] = h;
        }
        return out;
    }

    /** Two bytes a number: half of each is enough to tell agreement from chance. */
    byte[] bytes() {
        byte[] out = new byte[SIZE * 2];
        for (int i = 0; i < SIZE; i++) {
            out[2 * i] = (byte) (least[i] >>> 8);
            out[2 * i + 1] = (byte) least[i];
        }
        return out;
    }

    static Sketch of(byte[] bytes) {
        int[] least = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            least[i] = ((bytes[2 * i] & 0xFF) << 8) | (bytes[2 * i + 1] & 0xFF);
        }
        return new Sketch(least);
    }
}
