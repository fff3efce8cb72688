package org.mahdar.app.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What became of a text, word by word: the shortest way from one to the other (Myers), so long as that is not very long.
 * Texts that have little in common are one thing taken out and another put in.
 */
public final class WordDiff {
    /** How many words may go and come before the texts count as different altogether; bounds time and memory. */
    private static final int MOST = 2000;

    private WordDiff() {}

    /** What happened to a stretch of text. */
    public enum Change {
        /** It stayed. */
        SAME,
        /** It is in the old text only. */
        OUT,
        /** It is in the new text only. */
        IN
    }

    /**
     * A stretch of text.
     *
     * @param change what happened to it
     * @param text its words with the white space behind each
     */
    public record Piece(Change change, String text) {
        /** How many words it has. */
        public int words() {
            return WordDiff.words(text).size();
        }
    }

    /** The pieces of both texts in order; without those that are {@code IN} they make the old text, and so on. */
    public static List<Piece> between(String old, String now) {
        List<String> a = words(old);
        List<String> b = words(now);
        int head = 0;
        while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(a.size(), b.size()) - head
                && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        Pieces out = new Pieces();
        out.add(Change.SAME, a.subList(0, head));
        middle(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), out);
        out.add(Change.SAME, a.subList(a.size() - tail, a.size()));
        return out.done();
    }

    private static List<String> words(String text) {
        List<String> out = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean begins = i == text.length()
                    || (Character.isWhitespace(text.charAt(i - 1)) && !Character.isWhitespace(text.charAt(i)));
            if (begins) {
                out.add(text.substring(from, i));
                from = i;
            }
        }
        return out;
    }

    private static void middle(List<String> a, List<String> b, Pieces out) {
        List<int[]> trace = trace(a, b);
        if (trace.isEmpty()) {
            out.add(Change.OUT, a);
            out.add(Change.IN, b);
            return;
        }
        // Back from the end, then turned round.
        List<Piece> back = new ArrayList<>();
        int x = a.size();
        int y = b.size();
        for (int d = trace.size() - 1; d > 0; d--) {
            int[] before = trace.get(d - 1);
            int k = x - y;
            boolean down = k == -d || (k != d && at(before, k - 1) < at(before, k + 1));
            int fromX = down ? at(before, k + 1) : at(before, k - 1);
            int fromY = fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY) {
                back.add(new Piece(Change.SAME, a.get(--x)));
                y--;
            }
            if (down) {
                back.add(new Piece(Change.IN, b.get(--y)));
            } else {
                back.add(new Piece(Change.OUT, a.get(--x)));
            }
        }
        while (x > 0) {
            back.add(new Piece(Change.SAME, a.get(--x)));
        }
        Collections.reverse(back);
        back.forEach(piece -> out.add(piece.change(), List.of(piece.text())));
    }

    /** For each number of edits how far each diagonal gets; empty where it would be more than the most. */
    private static List<int[]> trace(List<String> a, List<String> b) {
        List<int[]> trace = new ArrayList<>();
        for (int d = 0; d <= Math.min(MOST, a.size() + b.size()); d++) {
            int[] reach = new int[2 * d + 1];
            for (int k = -d; k <= d; k += 2) {
                int x = 0;
                if (d > 0) {
                    int[] before = trace.get(d - 1);
                    boolean down = k == -d || (k != d && at(before, k - 1) < at(before, k + 1));
                    x = down ? at(before, k + 1) : at(before, k - 1) + 1;
                }
                int y = x - k;
                while (x < a.size() && y >= 0 && y < b.size() && a.get(x).equals(b.get(y))) {
                    x++;
                    y++;
                }
                reach[k + d] = x;
                if (x >= a.size() && y >= b.size()) {
                    trace.add(reach);
                    return trace;
                }
            }
            trace.add(reach);
        }
        return List.of();
    }

    /** How far a diagonal got; the arrays of {@code d} edits hold the diagonals from {@code -d} to {@code d}. */
    private static int at(int[] reach, int k) {
        int d = reach.length / 2;
        return k < -d || k > d ? -1 : reach[k + d];
    }

    /** Joins neighbours of one kind; what goes stands before what comes. */
    private static final class Pieces {
        private final List<Piece> done = new ArrayList<>();
        private final StringBuilder[] open =
                Arrays.stream(Change.values()).map(c -> new StringBuilder()).toArray(StringBuilder[]::new);

        void add(Change change, List<String> words) {
            if (words.isEmpty()) {
                return;
            }
            if (change == Change.SAME) {
                flush(Change.OUT);
                flush(Change.IN);
            } else {
                flush(Change.SAME);
            }
            words.forEach(builder(change)::append);
        }

        private StringBuilder builder(Change change) {
            return switch (change) {
                case SAME -> open[0];
                case OUT -> open[1];
                case IN -> open[2];
            };
        }

        private void flush(Change change) {
            StringBuilder text = builder(change);
            if (text.length() > 0) {
                done.add(new Piece(change, text.toString()));
                text.setLength(0);
            }
        }

        List<Piece> done() {
            flush(Change.OUT);
            flush(Change.IN);
            flush(Change.SAME);
            return done;
        }
    }
}
