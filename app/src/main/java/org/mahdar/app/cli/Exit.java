package org.mahdar.app.cli;

/** What a command tells the shell. */
final class Exit {
    /** Everything was done. */
    static final int DONE = 0;
    /** It could not be done. */
    static final int FAILED = 1;
    /** It was asked for wrongly. */
    static final int USAGE = 2;
    /** Some of the input could not be read, and standard error says which; the rest was done. */
    static final int PARTLY = 3;

    private Exit() {}
}
