package org.mahdar.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who acts or speaks in a story: a person, a state, a body, a group, an outlet, or a source without a name.
 *
 * @param ref {@code a1}, {@code a2}, … in order of first mention
 * @param id the lasting id from the lexicon; empty for those it does not know
 * @param kind what sort of actor this is
 * @param name the fullest name in the story's language
 * @param nameEn the English name, or a transliteration of the name as written
 * @param office the office as the story words it
 * @param officeEn the office in English, as far as its words are known
 * @param of {@link #ref()} of the state or body that the actor speaks for
 * @param state ISO 3166 alpha-3 code of the state the actor belongs to
 * @param inferred whether the identity was concluded from office and date, and not named by the story
 * @param mentions every mention in text order, at least one
 */
public record Actor(
        String ref,
        Optional<String> id,
        Kind kind,
        String name,
        Optional<String> nameEn,
        Optional<String> office,
        Optional<String> officeEn,
        Optional<String> of,
        Optional<String> state,
        boolean inferred,
        List<Span> mentions) {
    /** Copies the mentions. */
    public Actor {
        mentions = List.copyOf(mentions);
    }

    /** Sorts of actors. */
    public enum Kind {
        /** A human being with a name or an office. */
        PERSON,
        /** A state, standing for its government. */
        STATE,
        /** An organisation, ministry, court, company, paper that speaks. */
        BODY,
        /** Several people known as a group. */
        GROUP,
        /** A newspaper, channel or agency. */
        OUTLET,
        /** A source whose name the story does not give. */
        UNNAMED;

        /** The word used in the minutes format and in language packs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
