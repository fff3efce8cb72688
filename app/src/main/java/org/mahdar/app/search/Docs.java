package org.mahdar.app.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.dossier.Side;
import org.mahdar.app.dossier.Sides;
import org.mahdar.app.dossier.Who;
import org.mahdar.app.search.Doc.Value;
import org.mahdar.app.wire.LineKind;
import org.mahdar.model.Assessment;
import org.mahdar.model.Finding;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;
import org.mahdar.model.TimeExpression;

/** Turns minutes into what is found. Time expressions are no lines that anybody looks for. */
public final class Docs {
    private final Sides sides;
    private final Minutes minutes;
    private final int story;
    private final Map<String, String> states;

    private Docs(Sides sides, int story, Minutes minutes, Map<String, String> states) {
        this.sides = sides;
        this.story = story;
        this.minutes = minutes;
        this.states = states;
    }

    /**
     * The story and its lines.
     *
     * @param sides tells who the actors are
     * @param states what readers said of lines, by their ids; {@code machine} for those not named
     */
    public static List<Doc> of(Sides sides, int story, Minutes minutes, Map<String, String> states) {
        sides.meet(minutes);
        return new Docs(sides, story, minutes, states).all();
    }

    private List<Doc> all() {
        List<Doc> out = new ArrayList<>();
        Set<String> parties = new LinkedHashSet<>();
        Map<Facet, List<Value>> whole = begin();
        minutes.actors().forEach(actor -> {
            Side side = sides.side(minutes, actor);
            if (parties.add(side.key())) {
                add(whole, Facet.PARTY, value(side));
            }
        });
        out.add(new Doc(story, "", minutes.story().text(), minutes.story().published(), whole));
        for (Finding finding : minutes.findings()) {
            if (!(finding instanceof TimeExpression)) {
                out.add(line(finding));
            }
        }
        return out;
    }

    private Map<Facet, List<Value>> begin() {
        Map<Facet, List<Value>> values = new EnumMap<>(Facet.class);
        minutes.story().outlet().ifPresent(outlet -> add(values, Facet.OUTLET, new Value(outlet, List.of(outlet))));
        return values;
    }

    private static void add(Map<Facet, List<Value>> values, Facet facet, Value value) {
        values.computeIfAbsent(facet, f -> new ArrayList<>()).add(value);
    }

    private static Value value(Side side) {
        List<String> names = new ArrayList<>(List.of(side.name()));
        side.nameEn().ifPresent(names::add);
        return new Value(side.key(), names);
    }

    private static Value value(Who who) {
        List<String> names = new ArrayList<>(List.of(who.name()));
        who.nameEn().ifPresent(names::add);
        who.office().ifPresent(names::add);
        return new Value(who.key(), names);
    }

    private Doc line(Finding finding) {
        Map<Facet, List<Value>> values = begin();
        LineKind kind = LineKind.of(finding);
        String id = LineKind.id(finding, 0);
        add(values, Facet.KIND, Value.of(kind.word()));
        add(values, Facet.STATE, Value.of(states.getOrDefault(id, "machine")));
        List<Span> spans = finding.spans();
        if (finding instanceof Statement statement) {
            spans = statement.content();
            statement(statement, values);
        } else if (finding instanceof Meeting meeting) {
            meeting(meeting, values);
        } else if (finding instanceof Position position) {
            parties(values, List.of(position.party()));
            add(values, Facet.ACT, Value.of(position.act().word()));
            if (!position.issue().isBlank()) {
                add(values, Facet.ISSUE, new Value(position.issue(), List.of(position.issue())));
            }
            speaker(position).ifPresent(ref -> add(values, Facet.SPEAKER, value(sides.who(minutes, ref))));
        } else if (finding instanceof Paper paper) {
            parties(values, paper.by());
            add(values, Facet.KIND, Value.of(paper.kind().word()));
            paper.status().ifPresent(status -> add(values, Facet.ACT, Value.of(status)));
        } else if (finding instanceof Assessment assessment) {
            add(values, Facet.SPEAKER, value(sides.who(minutes, assessment.by())));
            parties(values, List.of(assessment.by()));
            add(values, Facet.ACT, Value.of(assessment.polarity().word()));
        }
        StringBuilder words = new StringBuilder();
        spans.stream()
                .sorted()
                .forEach(span -> words.append(words.length() == 0 ? "" : " \u2026 ")
                        .append(span.of(minutes.story().text())));
        return new Doc(story, id, words.toString(), minutes.story().published(), values);
    }

    private void statement(Statement statement, Map<Facet, List<Value>> values) {
        add(values, Facet.KIND, Value.of(statement.kind().word()));
        add(values, Facet.ACT, Value.of(statement.act().word()));
        if (statement.speaker().isPresent()) {
            add(
                    values,
                    Facet.SPEAKER,
                    value(sides.who(minutes, statement.speaker().get())));
            parties(values, List.of(statement.speaker().get()));
        }
    }

    private void meeting(Meeting meeting, Map<Facet, List<Value>> values) {
        add(values, Facet.KIND, Value.of(meeting.kind().word()));
        add(values, Facet.ACT, Value.of(meeting.status().word()));
        Set<String> refs = new LinkedHashSet<>(meeting.participants());
        refs.addAll(meeting.roles().keySet());
        parties(values, List.copyOf(refs));
        // Who sits at the table is a side; that it was this minister and not another is found by the minister's name.
        for (String ref : refs) {
            Who who = sides.who(minutes, ref);
            if (!who.key().equals(sides.side(minutes, ref).key())) {
                add(values, Facet.PARTY, new Value(who.key(), value(who).names(), false));
            }
        }
        meeting.place()
                .ifPresent(place -> add(
                        values,
                        Facet.PLACE,
                        new Value(
                                place.name(),
                                List.of(
                                        place.name(),
                                        place.span().of(minutes.story().text())))));
    }

    private Optional<String> speaker(Position position) {
        return position.statement()
                .flatMap(id -> minutes.statements().stream()
                        .filter(statement -> statement.id().equals(id))
                        .findFirst())
                .flatMap(Statement::speaker);
    }

    private void parties(Map<Facet, List<Value>> values, List<String> refs) {
        Set<String> keys = new LinkedHashSet<>();
        for (String ref : refs) {
            Side side = sides.side(minutes, ref);
            if (keys.add(side.key())) {
                add(values, Facet.PARTY, value(side));
            }
        }
    }
}
