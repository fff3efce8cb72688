package org.mahdar.app.archive;

import java.util.Arrays;

/**
 * A few numbers that are alike for texts that are alike: MinHash over runs of three words, with one hash for all places
 * (Li, Owen, Zhang 2012) and empty places filled from their neighbours (Shrivastava, Li 2014). The share of places at
 * which two sketches agree estimates which share of their runs the two texts have in common (Jaccard).
 *
 * <p>Words are compared by their letters and digits, without marks over letters and without the differences in spelling
 * that papers make when they print the same text: forms of alef, final ya, ta marbuta.
 */
public final class Sketch {
    /** From here on two texts are copies of one another. */
    public static final double COPY = 0.5;

    /** Copies of one text are at least so much like the first of them. */
    static final double OF_ONE_GROUP = 0.35;

    static final int BANDS = 20;
    private static final int ROWS = 3;
    private static final int SIZE = BANDS * ROWS;
    private static final int RUN = 3;
    private static final int KEPT = 0xFF;
    private static final int NONE = Integer.MAX_VALUE;

    private final int[] least;

    private Sketch(int[] least) {
        this.least = least;
    }

    /** The sketch of a text. */
    public static Sketch of(String text) {
        int[] least = new int[SIZE];
        Arrays.fill(least, NONE);
        long[] run = new long[RUN];
        int words = 0;
        long word = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c == '\u0640' || isMark(c)) {
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
        return new Sketch(filled(least));
    }

    /** Marks over letters and invisible characters, which papers set or leave out. */
    private static boolean isMark(char c) {
        if (c < '\u0300') {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }

    /** One run of words goes into one place, chosen by its hash; the least hash of a place stays. */
    private static void take(int[] least, long[] run, int words) {
        long h = 0;
        for (int i = words - RUN; i < words; i++) {
            h = (h ^ run[i % RUN]) * 0xC2B2AE3D27D4EB4FL;
            h ^= h >>> 31;
        }
        int place = (int) Long.remainderUnsigned(h >>> 32, SIZE);
        int value = (int) h & Integer.MAX_VALUE;
        least[place] = Math.min(least[place], value);
    }

    /** A place that no run fell into takes what stands in the next that has something, so that short texts compare too. */
    private static int[] filled(int[] least) {
        int[] out = least.clone();
        for (int i = 0; i < SIZE; i++) {
            for (int step = 1; out[i] == NONE && step < SIZE; step++) {
                int other = least[(i + step) % SIZE];
                out[i] = other == NONE ? NONE : (other + step * 0x9E3779B1) & Integer.MAX_VALUE;
            }
        }
        return out;
    }

    /** Letters that the same text is printed with here and there, made one. */
    private static char fold(char c) {
        return switch (c) {
            case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627';
            case '\u0649' -> '\u064A';
            case '\u0629' -> '\u0647';
            default -> c < '\u0600' ? Character.toLowerCase(c) : c;
        };
    }

    /** Which share of their runs of words two texts have in common, estimated; from 0 to 1. */
    public double likeness(Sketch other) {
        int same = 0;
        for (int i = 0; i < SIZE; i++) {
            same += (least[i] & KEPT) == (other.least[i] & KEPT) ? 1 : 0;
        }
        return (double) same / SIZE;
    }

    /** One number a band; texts that are alike have at least one in common, almost surely. */
    public int[] bands() {
        int[] out = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            int h = band;
            for (int row = 0; row < ROWS; row++) {
                h = (h ^ least[band * ROWS + row]) * 0x85EBCA6B;
                h ^= h >>> 15;
            }
            out[band] = h;
        }
        return out;
    }

    /** A byte a number: what is kept of each is enough to tell agreement from chance. */
    public byte[] bytes() {
        byte[] out = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            out[i] = (byte) least[i];
        }
        return out;
    }

    /** A sketch to compare others with; its bands are gone. */
    public static Sketch of(byte[] bytes) {
        int[] least = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            least[i] = bytes[i];
        }
        return new Sketch(least);
    }
}
