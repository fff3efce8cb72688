package org.mahdar.language;

import java.util.Arrays;

/** From a tree node and a word number to the next node; an open-addressing hash table of longs. */
final class EdgeTable {
    private long[] keys = new long[1 << 12];
    private int[] nodes = new int[1 << 12];
    private int count;

    EdgeTable() {
        Arrays.fill(keys, -1);
    }

    /** The node that {@code word} leads to, or 0. */
    int find(int node, int word) {
        long key = key(node, word);
        int slot = spread(key);
        while (keys[slot] != -1) {
            if (keys[slot] == key) {
                return nodes[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return 0;
    }

    void add(int node, int word, int next) {
        if ((count + 1) * 2 > keys.length) {
            long[] oldKeys = keys;
            int[] oldNodes = nodes;
            keys = new long[oldKeys.length * 4];
            nodes = new int[oldKeys.length * 4];
            Arrays.fill(keys, -1);
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != -1) {
                    put(oldKeys[i], oldNodes[i]);
                }
            }
        }
        put(key(node, word), next);
        count++;
    }

    private void put(long key, int next) {
        int slot = spread(key);
        while (keys[slot] != -1) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        nodes[slot] = next;
    }

    private static long key(int node, int word) {
        return ((long) node << 32) | word;
    }

    private int spread(long key) {
        long h = key * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 40) & (keys.length - 1);
    }
}
