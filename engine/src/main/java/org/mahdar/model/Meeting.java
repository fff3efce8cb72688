package org.mahdar.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One occasion on which parties meet, talk or confer.
 *
 * @param id {@code m1}, {@code m2}, … in text order
 * @param trigger the fullest words that name the occasion
 * @param also its other mentions
 * @param kind what sort of occasion
 * @param status whether it has been, is, will be
 * @param participants {@link Actor#ref()}s
 * @param roles the role of participants who are more than a party, by {@link Actor#ref()}
 * @param date TIMEX3 value of when
 * @param dateInferred whether no time stands beside the occasion, so that the date was concluded from another occasion or the
 *     day of the story
 * @param place the place as written
 * @param round number of the round
 * @param level the level at which it is held, as written
 * @param about the words that say what it is about
 * @param evidence the pattern that read it
 */
public record Meeting(
        String id,
        Span trigger,
        List<Span> also,
        Kind kind,
        Status status,
        List<String> participants,
        Map<String, Role> roles,
        Optional<String> date,
        boolean dateInferred,
        Optional<Place> place,
        Optional<Integer> round,
        Optional<Span> level,
        Optional<Span> about,
        Evidence evidence)
        implements Finding {
    /** Copies lists and map. */
    public Meeting {
        also = List.copyOf(also);
        participants = List.copyOf(participants);
        roles = Map.copyOf(roles);
    }

    @Override
    public Span span() {
        return trigger;
    }

    @Override
    public List<Span> spans() {
        List<Span> all = new ArrayList<>(also);
        all.add(trigger);
        place.map(Place::span).ifPresent(all::add);
        level.ifPresent(all::add);
        about.ifPresent(all::add);
        return List.copyOf(all);
    }

    /**
     * Where an occasion takes place.
     *
     * @param span the words
     * @param name the English name where the lexicon knows it, else the words themselves
     */
    public record Place(Span span, String name) {}

    /** Sorts of occasions. */
    public enum Kind {
        /** Talks, negotiations, consultations. */
        TALKS,
        /** A meeting. */
        MEETING,
        /** A telephone call. */
        CALL,
        /** A visit. */
        VISIT,
        /** A meeting of heads of state or government. */
        SUMMIT,
        /** A session of a body. */
        SESSION,
        /** A conference. */
        CONFERENCE,
        /** A signing. */
        SIGNING;

        /** The word used in the minutes format and in language packs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where an occasion stands. */
    public enum Status {
        /** It took place. */
        HELD,
        /** It is going on. */
        ONGOING,
        /** A date or decision for it exists. */
        SCHEDULED,
        /** Somebody wants it. */
        PROPOSED,
        /** It was put off. */
        POSTPONED,
        /** It was called off. */
        CANCELLED,
        /** It was turned down. */
        REFUSED;

        /** The word used in the minutes format and in language packs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a participant is there for, beyond being a party. */
    public enum Role {
        /** Receives the others. */
        HOST,
        /** Goes between the parties. */
        MEDIATOR,
        /** Vouches for the outcome. */
        GUARANTOR,
        /** Looks on. */
        OBSERVER;

        /** The word used in the minutes format. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
