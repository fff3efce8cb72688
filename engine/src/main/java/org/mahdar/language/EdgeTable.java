package org.mahdar.language;

import java.util.Arrays;

/** From a tree node and a word number to the next node; an open-addressing hash table of longs. */
final class EdgeTable {
    private static final int FREE = -1;

    /** Each edge as what it leads from and, beside it, what it leads to. */
    private long[] table = new long[2 << 12];

    private int mask = (1 << 12) - 1;
    private int count;

    EdgeTable() {
        Arrays.fill(table, FREE);
    }

    /** The node that {@code word} leads to, or 0. */
    int find(int node, int word) {
        long key = key(node, word);
        for (int slot = spread(key) & mask; table[2 * slot] != FREE; slot = (slot + 1) & mask) {
            if (table[2 * slot] == key) {
                return (int) table[2 * slot + 1];
            }
        }
        return 0;
    }

    void add(int node, int word, int next) {
        if ((count + 1) * 3L > (mask + 1) * 2L) {
            long[] old = table;
            table = new long[old.length * 2];
            mask = table.length / 2 - 1;
            Arrays.fill(table, FREE);
            for (int at = 0; at < old.length; at += 2) {
                if (old[at] != FREE) {
                    put(old[at], old[at + 1]);
                }
            }
        }
        put(key(node, word), next);
        count++;
    }

    private void put(long key, long next) {
        int slot = spread(key) & mask;
        while (table[2 * slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        table[2 * slot] = key;
        table[2 * slot + 1] = next;
    }

    private static long key(int node, int word) {
        return ((long) node << 32) | word;
    }

    private static int spread(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
    }
}
