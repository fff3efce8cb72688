package org.mahdar.extract;

import java.util.Optional;
import org.mahdar.language.Entry;

/**
 * One or more words of an actor's name with their English.
 *
 * @param sort what they are inside the name
 * @param english the English words
 * @param before the English for it where another office follows, such as "deputy"; empty where it is the same
 * @param entry the line of the lexicon
 * @param definite whether the words have the article or are a name
 * @param to the token behind the words
 */
record EnglishItem(Sort sort, String english, String before, Optional<Entry> entry, boolean definite, int to) {
    /** What words are inside a name. */
    enum Sort {
        /** Heads the name, or completes it: "minister", "council". */
        NOUN,
        /** A field that stands before its noun: "foreign", "health". */
        FIELD,
        /** An adjective. */
        ADJECTIVE,
        /** The adjective of a state. */
        STATE,
        /** A name of its own. */
        NAME,
        /** A preposition. */
        PREPOSITION,
        /** What follows is spoken for and stands before its noun. */
        SPEAKS,
        /** And. */
        AND,
        /** Parts two titles of one person. */
        COMMA,
        /** A quantity before the noun. */
        QUANTITY,
        /** Has no English. */
        SKIP
    }

    /** A name of its own. */
    static EnglishItem name(String english, Optional<Entry> entry, int to) {
        return new EnglishItem(Sort.NAME, english, "", entry, true, to);
    }

    /** A small word between others. */
    static EnglishItem link(Sort sort, String english, int to) {
        return new EnglishItem(sort, english, "", Optional.empty(), false, to);
    }

    /** No words at all. */
    static EnglishItem nothing(int token) {
        return link(Sort.SKIP, "", token);
    }

    boolean is(Sort other) {
        return sort == other;
    }

    /** Whether the line of the lexicon has a tag. */
    boolean is(String tag) {
        return entry.isPresent() && entry.get().is(tag);
    }
}
