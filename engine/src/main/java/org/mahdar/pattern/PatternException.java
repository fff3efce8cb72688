package org.mahdar.pattern;

import java.util.Collection;

/** A fault in a data file: names the place, shows the line with a caret under the fault, offers a way out. */
public final class PatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the message.
     *
     * @param at where
     * @param width how many characters are at fault
     * @param what what is wrong, in one clause
     * @param wayOut what to do about it, one sentence or more
     */
    public PatternException(Place at, int width, String what, String wayOut) {
        super(message(at, width, what, wayOut));
    }

    private static String message(Place at, int width, String what, String wayOut) {
        StringBuilder out = new StringBuilder();
        out.append(at.file()).append(':').append(at.line());
        if (at.column() > 0) {
            out.append(':').append(at.column());
        }
        out.append(": ").append(what).append("\n    ").append(at.text());
        if (at.column() > 0) {
            out.append("\n    ").append(" ".repeat(at.column() - 1)).append("^".repeat(Math.max(1, width)));
        }
        return out.append("\n  ").append(wayOut).toString();
    }

    /** The known name that is most like {@code name}; empty where none is near. */
    public static String nearest(String name, Collection<String> known) {
        String best = "";
        int least = Math.max(2, name.length() / 2) + 1;
        for (String candidate : known) {
            int distance = distance(name, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int keep = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
                diagonal = keep;
            }
        }
        return row[b.length()];
    }
}
