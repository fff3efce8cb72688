package org.mahdar.text;

/**
 * A stretch between two quotation marks.
 *
 * @param open token of the opening mark
 * @param close token of the closing mark; where none closes it, the last token of the paragraph plus one
 * @param closed whether a mark closes it
 * @param parent index of the quotation around it, or -1
 * @param continues index of the quotation that this one carries on from the paragraph before, or -1
 */
public record Quotation(int open, int close, boolean closed, int parent, int continues) {
    /** The first token inside. */
    public int from() {
        return open + 1;
    }

    /** The token after the last one inside. */
    public int to() {
        return close;
    }
}
