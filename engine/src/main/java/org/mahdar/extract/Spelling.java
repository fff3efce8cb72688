package org.mahdar.extract;

/** When two folded words are one name spelled in two ways. */
final class Spelling {
    private static final int SHORT = 4;

    private Spelling() {}

    /** Whether the words are alike but for a letter, two in longer words. */
    static boolean near(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        int most = Math.min(a.length(), b.length()) <= SHORT ? 1 : 2;
        return Math.min(a.length(), b.length()) >= 3
                && Math.abs(a.length() - b.length()) <= most
                && a.charAt(0) == b.charAt(0)
                && distance(a, b) <= most;
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
