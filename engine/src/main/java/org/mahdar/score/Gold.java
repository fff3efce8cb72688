package org.mahdar.score;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Span;

/**
 * What people say that a story holds, with the words that each of their spans is meant to cover.
 *
 * @param published the day of publication they took as given
 * @param lines what is there
 * @param words every span beside the words it covers
 */
public record Gold(Optional<LocalDate> published, Lines lines, List<Words> words) {
    /** Copies the words. */
    public Gold {
        words = List.copyOf(words);
    }

    /**
     * A span and the words it is meant to cover.
     *
     * @param span where
     * @param text the words
     */
    public record Words(Span span, String text) {}

    /** The story that this is about. */
    public String id() {
        return lines.id();
    }

    /** The first span that does not cover its words in this text; empty where the gold was made for this very text. */
    public Optional<Words> misfit(String text) {
        return words.stream()
                .filter(piece -> piece.span().end() > text.length()
                        || !piece.span().of(text).equals(piece.text()))
                .findFirst();
    }
}
