package org.mahdar.language;

import java.util.Arrays;
import org.mahdar.text.Letters;

/** Folded words, numbered from 0; an open-addressing hash table over one array of letters. */
final class WordTable {
    private static final int FACTOR = 0x9E3779B1;
    private static final int FILTER_BITS = 20;

    private char[] letters = new char[1 << 14];
    private int used;
    private int[] start = new int[1 << 11];
    private int count;
    private int[] slots = new int[1 << 12];
    /** One bit for the hash of each word: small enough to stay at hand, it tells most strangers from words at one look. */
    private final long[] filter = new long[1 << (FILTER_BITS - 6)];

    WordTable() {
        Arrays.fill(slots, -1);
    }

    int add(char[] form, int from, int to) {
        int known = find(form, from, to);
        if (known >= 0) {
            return known;
        }
        if (count + 1 >= start.length) {
            start = Arrays.copyOf(start, start.length * 2);
        }
        int length = to - from;
        if (used + length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(letters.length * 2, used + length));
        }
        System.arraycopy(form, from, letters, used, length);
        start[count] = used;
        used += length;
        start[count + 1] = used;
        count++;
        if (count * 2 > slots.length) {
            grow();
        } else {
            place(count - 1);
        }
        return count - 1;
    }

    private void grow() {
        slots = new int[slots.length * 4];
        Arrays.fill(slots, -1);
        for (int word = 0; word < count; word++) {
            place(word);
        }
    }

    private void place(int word) {
        int hash = hash(letters, start[word], start[word + 1]);
        int bit = bit(hash);
        filter[bit >>> 6] |= 1L << bit;
        int slot = spread(hash);
        while (slots[slot] >= 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = word;
    }

    /** How many words there are. */
    int size() {
        return count;
    }

    /** The number of a word, or -1. */
    int find(char[] form, int from, int to) {
        return find(form, from, to, hash(form, from, to));
    }

    /** The number of a word whose hash is known, or -1. */
    int find(char[] form, int from, int to, int hash) {
        int bit = bit(hash);
        if ((filter[bit >>> 6] & (1L << bit)) == 0) {
            return -1;
        }
        int slot = spread(hash);
        while (slots[slot] >= 0) {
            int word = slots[slot];
            if (start[word + 1] - start[word] == to - from
                    && Arrays.equals(letters, start[word], start[word + 1], form, from, to)) {
                return word;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    /** The number of a mark, or -1. */
    int find(char mark) {
        return find(new char[] {mark}, 0, 1, longer(0, mark));
    }

    /** The number of the article followed by the given letters, or -1. */
    int findWithArticle(Letters language, char[] form, int from, int to) {
        char[] whole = language.withArticle(form, from, to);
        return find(whole, 0, whole.length);
    }

    /** The hash of some letters, built from the last to the first, so that {@link #longer} gives that of one letter more. */
    static int hash(char[] form, int from, int to) {
        int h = 0;
        for (int i = to - 1; i >= from; i--) {
            h = longer(h, form[i]);
        }
        return h;
    }

    /** The hash of letters that begin with {@code first} and go on with those of the given hash. */
    static int longer(int hash, char first) {
        return hash * 31 + first;
    }

    private static int bit(int hash) {
        return (hash * FACTOR) >>> (Integer.SIZE - FILTER_BITS);
    }

    private int spread(int hash) {
        int h = hash * FACTOR;
        return (h ^ (h >>> 15)) & (slots.length - 1);
    }
}
