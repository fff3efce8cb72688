package org.mahdar.language;

import java.util.Arrays;
import org.mahdar.text.Letters;

/** Folded words, numbered from 0; an open-addressing hash table over one array of letters. */
final class WordTable {
    private static final int FACTOR = 0x9E3779B1;

    private char[] letters = new char[1 << 14];
    private int used;
    private int[] start = new int[1 << 11];
    private int count;
    private int[] slots = new int[1 << 12];

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
        int slot = spread(hash(letters, start[word], start[word + 1], 0));
        while (slots[slot] >= 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = word;
    }

    /** The number of a word, or -1. */
    int find(char[] form, int from, int to) {
        int slot = spread(hash(form, from, to, 0));
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
        int slot = spread(mark);
        while (slots[slot] >= 0) {
            int word = slots[slot];
            if (start[word + 1] - start[word] == 1 && letters[start[word]] == mark) {
                return word;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    /** The number of the article followed by the given letters, or -1. */
    int findWithArticle(Letters language, char[] form, int from, int to) {
        char[] whole = language.withArticle(form, from, to);
        return find(whole, 0, whole.length);
    }

    private static int hash(char[] form, int from, int to, int seed) {
        int h = seed;
        for (int i = from; i < to; i++) {
            h = h * 31 + form[i];
        }
        return h;
    }

    private int spread(int hash) {
        int h = hash * FACTOR;
        return (h ^ (h >>> 15)) & (slots.length - 1);
    }
}
