package org.mahdar.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words that a story attributes to somebody. One cue makes one statement.
 *
 * @param id {@code s1}, {@code s2}, … in text order
 * @param cue the reporting word or phrase
 * @param source the words beside the cue that name who speaks; empty where the subject is dropped
 * @param speaker {@link Actor#ref()} of who that is; empty for impersonal reports
 * @param kind whether the content stands in quotation marks
 * @param content the pieces of reported words, in order, at least one, without the quotation marks around them
 * @param act what the speaker does by saying it
 * @param addressee {@link Actor#ref()} of who is told
 * @param occasion the words that say on what occasion
 * @param relay {@link Actor#ref()}s of those who pass the words on, nearest to the reader first
 * @param negated whether the cue is denied, as in "he did not rule out"
 * @param evidence the pattern that read it
 */
public record Statement(
        String id,
        Span cue,
        Optional<Span> source,
        Optional<String> speaker,
        Kind kind,
        List<Span> content,
        Act act,
        Optional<String> addressee,
        Optional<Span> occasion,
        List<String> relay,
        boolean negated,
        Evidence evidence)
        implements Finding {
    /** Copies the lists and checks that something was said. */
    public Statement {
        content = List.copyOf(content);
        relay = List.copyOf(relay);
        if (content.isEmpty()) {
            throw new IllegalArgumentException("A statement needs content");
        }
    }

    @Override
    public Span span() {
        return cue;
    }

    @Override
    public List<Span> spans() {
        List<Span> all = new ArrayList<>(content);
        all.add(cue);
        source.ifPresent(all::add);
        occasion.ifPresent(all::add);
        return List.copyOf(all);
    }

    /** How much of the content stands in quotation marks. */
    public enum Kind {
        /** All of it. */
        DIRECT,
        /** None of it. */
        INDIRECT,
        /** Some of it. */
        MIXED;

        /** The word used in the minutes format. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a speaker does by saying something. */
    public enum Act {
        /** States something. */
        ASSERT,
        /** Says that something is not so. */
        DENY,
        /** Wants something done. */
        DEMAND,
        /** Proposes or is ready for something. */
        OFFER,
        /** Says yes. */
        ACCEPT,
        /** Says no. */
        REJECT,
        /** Holds out harm. */
        THREATEN,
        /** Points to a danger. */
        WARN,
        /** Approves or is glad of something. */
        WELCOME,
        /** Blames or condemns. */
        CRITICISE,
        /** Asks a question. */
        ASK,
        /** Makes something public. */
        ANNOUNCE;

        /** The word used in the minutes format and in language packs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
