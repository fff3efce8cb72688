package org.mahdar.language;

import java.util.Arrays;
import org.mahdar.text.Letters;

/**
 * Folded words, numbered from 0; an open-addressing hash table over one array of letters. What is known of a word stands
 * side by side in the table: a look-up waits for memory twice, for the table and for the letters.
 */
final class WordTable {
    private static final int FACTOR = 0x9E3779B1;
    private static final int FILTER_BITS = 20;

    /** So many numbers the table keeps of a word: its number, its hash, where its letters begin, what it leads to. */
    private static final int WIDTH = 4;

    private static final int HASH = 1;
    private static final int START = 2;
    private static final int LEADS_TO = 3;

    /** The letters of all words, each word behind their count. */
    private char[] letters = new char[1 << 14];

    private int used;
    private int count;
    private int[] table = new int[WIDTH << 12];
    private int mask = (1 << 12) - 1;
    /** One bit for the hash of each word: small enough to stay at hand, it tells most strangers from words at one look. */
    private final long[] filter = new long[1 << (FILTER_BITS - 6)];

    WordTable() {
        Arrays.fill(table, -1);
    }

    /** The number of a word, given now if it has none. */
    int add(char[] form, int from, int to) {
        int hash = hash(form, from, to);
        int known = find(form, from, to, hash);
        if (known >= 0) {
            return number(known);
        }
        int length = to - from;
        if (length > Character.MAX_VALUE) {
            throw new IllegalArgumentException("A word of " + length + " letters is too long");
        }
        if (used + length + 1 > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(letters.length * 2, used + length + 1));
        }
        letters[used] = (char) length;
        System.arraycopy(form, from, letters, used + 1, length);
        if ((count + 1) * 3L > (mask + 1) * 2L) {
            grow();
        }
        int place = free(hash);
        table[place] = count;
        table[place + HASH] = hash;
        table[place + START] = used;
        table[place + LEADS_TO] = 0;
        int bit = bit(hash);
        filter[bit >>> 6] |= 1L << bit;
        used += length + 1;
        return count++;
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        mask = table.length / WIDTH - 1;
        Arrays.fill(table, -1);
        for (int place = 0; place < old.length; place += WIDTH) {
            if (old[place] >= 0) {
                System.arraycopy(old, place, table, free(old[place + HASH]), WIDTH);
            }
        }
    }

    private int free(int hash) {
        int slot = spread(hash) & mask;
        while (table[slot * WIDTH] >= 0) {
            slot = (slot + 1) & mask;
        }
        return slot * WIDTH;
    }

    /** How many words there are. */
    int size() {
        return count;
    }

    /** The number of the word at a place. */
    int number(int place) {
        return table[place];
    }

    /** What {@link #lead} has noted for the word at a place, 0 where it has nothing. */
    int leadsTo(int place) {
        return table[place + LEADS_TO];
    }

    /** Notes for each word, by its number, what it leads to; places stay as they are. */
    void lead(int[] to) {
        for (int place = 0; place < table.length; place += WIDTH) {
            if (table[place] >= 0) {
                table[place + LEADS_TO] = to[table[place]];
            }
        }
    }

    /** The place of a word whose hash is known, or -1. */
    int find(char[] form, int from, int to, int hash) {
        int bit = bit(hash);
        if ((filter[bit >>> 6] & (1L << bit)) == 0) {
            return -1;
        }
        for (int slot = spread(hash) & mask; table[slot * WIDTH] >= 0; slot = (slot + 1) & mask) {
            int place = slot * WIDTH;
            if (table[place + HASH] == hash && isAt(table[place + START], form, from, to)) {
                return place;
            }
        }
        return -1;
    }

    private boolean isAt(int start, char[] form, int from, int to) {
        if (letters[start] != to - from) {
            return false;
        }
        for (int i = from, at = start + 1; i < to; i++, at++) {
            if (letters[at] != form[i]) {
                return false;
            }
        }
        return true;
    }

    /** The place of a mark, or -1. */
    int find(char mark) {
        int hash = longer(0, mark);
        int bit = bit(hash);
        return (filter[bit >>> 6] & (1L << bit)) == 0 ? -1 : find(new char[] {mark}, 0, 1, hash);
    }

    /** The place of the article followed by the given letters, or -1. */
    int findWithArticle(Letters language, char[] form, int from, int to) {
        char[] whole = language.withArticle(form, from, to);
        return find(whole, 0, whole.length, hash(whole, 0, whole.length));
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

    private static int spread(int hash) {
        int h = hash * FACTOR;
        return h ^ (h >>> 15);
    }
}
