package org.mahdar.model;

/**
 * A stretch of a story's text: {@code start} included, {@code end} excluded.
 *
 * <p>Offsets count UTF-16 code units from the start of the text exactly as it was received, so
 * {@code text.substring(start, end)} is always the words a reader would point at. They never count bytes, code points,
 * or characters of a normalised copy.
 *
 * @param start offset of the first code unit
 * @param end offset after the last code unit
 */
public record Span(int start, int end) implements Comparable<Span> {
    /** Checks that the span is not empty and not negative. */
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A span needs 0 <= start < end, got " + start + ".." + end);
        }
    }

    /** The words under this span; fails rather than clips when the span does not fit the text. */
    public String of(String text) {
        if (end > text.length()) {
            throw new IndexOutOfBoundsException(this + " ends past a text of " + text.length() + " code units");
        }
        return text.substring(start, end);
    }

    /** How many code units the span covers, at least 1. */
    public int length() {
        return end - start;
    }

    /** Whether both spans share at least one code unit. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** Whether {@code other} lies wholly inside this span. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Text order: by start, the longer first. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(other.end, end);
    }
}
