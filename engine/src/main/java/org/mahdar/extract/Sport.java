package org.mahdar.extract;

/** Tells stories of sport, where meetings are matches and agreements are clubs. */
final class Sport {
    /** A story with at least so many words of sport, and one of them in so many words, tells of matches. */
    private static final int MANY = 6;

    private static final int SHARE = 60;

    private Sport() {}

    /** Whether the words of sport, found under a symbol, are many. */
    static boolean isOf(Reading reading, int symbol) {
        int count = 0;
        for (int token = 0; token < reading.size(); token++) {
            count += reading.find(token, symbol) >= 0 ? 1 : 0;
        }
        return count >= MANY && count * SHARE > reading.size();
    }
}
