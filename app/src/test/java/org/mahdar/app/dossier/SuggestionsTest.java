package org.mahdar.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mahdar.model.Actor;
import org.mahdar.model.Evidence;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.model.Story;

/** What counts as a negotiation, over minutes made for it. */
class SuggestionsTest {
    private final Suggestions suggestions = new Suggestions(new Words(word -> word), Known.NOBODY);
    private int stories;

    /** A story in which two states meet about a matter, and the first takes these stands. */
    private void story(String matter, String one, String other, Position.Act... stands) {
        String text = matter + " " + one + " " + other + " story" + stories + " word" + stories;
        Span own = new Span(0, matter.length());
        Evidence evidence = new Evidence("made", List.of());
        Meeting meeting = new Meeting(
                "m1",
                own,
                List.of(),
                Meeting.Kind.TALKS,
                Meeting.Status.HELD,
                List.of("a1", "a2"),
                Map.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                evidence);
        List<Position> positions = new ArrayList<>();
        for (Position.Act act : stands) {
            positions.add(new Position(
                    "p" + (positions.size() + 1), "a1", act, List.of(own), "", Optional.empty(), evidence));
        }
        Minutes minutes = new Minutes(
                Story.of(text, LocalDate.of(2025, 9, 1).plusDays(stories % 10)),
                "made",
                List.of(state("a1", one), state("a2", other)),
                List.of(),
                List.of(),
                List.of(meeting),
                positions,
                List.of(),
                List.of(),
                List.of());
        stories++;
        suggestions.add(new Reading(stories, "story-" + stories, 1, stories, minutes));
    }

    private static Actor state(String ref, String code) {
        return new Actor(
                ref,
                Optional.of(code),
                Actor.Kind.STATE,
                code,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(code),
                false,
                List.of(new Span(0, 1)));
    }

    @Test
    void whoDemandsAndRefusesNegotiatesMoreThanWhoIsVisited() {
        for (int i = 0; i < 12; i++) {
            story("lakeside", "XAA", "XBB", Position.Act.SUPPORT);
            story("riverbank", "XCC", "XDD", i % 2 == 0 ? Position.Act.DEMAND : Position.Act.REJECT);
        }
        for (int i = 0; i < 60; i++) {
            story("matter" + i, "X" + (char) ('A' + i % 20) + "Z", "Y" + (char) ('A' + i % 23) + "Z");
        }
        List<Suggestion> found = suggestions.list(5);
        assertThat(found.get(0).parties()).extracting(Side::key).contains("XCC", "XDD");
        assertThat(found.get(0).words()).contains("riverbank");
        assertThat(found.get(0).texts()).isEqualTo(12);
        // The same negotiation seen from its other side is no second one.
        assertThat(found.subList(1, found.size()))
                .noneMatch(other -> other.parties().get(0).key().equals("XDD"));
    }
}
