package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;

/**
 * Talks as a table, one row an occasion that a story tells of: the two sides or all of them, days, place, level, who goes
 * between. {@code format} is bilateral for two sides alone, mediated where somebody goes between, else multilateral;
 * empty where fewer than two sides are named. Of a dossier {@link DossierTables} writes one row an occasion.
 */
public final class RoundsExport extends TableExport {
    private static final List<String> COLUMNS = List.of(
            "meeting",
            "kind",
            "status",
            "round",
            "first_day",
            "last_day",
            "when",
            "side_a",
            "side_b",
            "other_sides",
            "format",
            "mediator",
            "host",
            "guarantor",
            "observer",
            "place",
            "level",
            "about",
            "words",
            "story",
            "published",
            "outlet",
            "url");

    /** Writes to a stream, which it closes. */
    public RoundsExport(OutputStream out, Settings settings) {
        super(out, COLUMNS, settings.byteOrderMark());
    }

    @Override
    public void add(Entry entry) throws IOException {
        for (Meeting meeting : entry.minutes().meetings()) {
            row(row(entry, meeting));
        }
    }

    private static List<String> row(Entry entry, Meeting m) {
        Minutes minutes = entry.minutes();
        List<String> sides = Line.parties(m).stream()
                .map(minutes::actor)
                .map(RoundsExport::name)
                .toList();
        String when = m.date().orElse("");
        return List.of(
                entry.id(m.id()),
                m.kind().word(),
                m.status().word(),
                m.round().map(String::valueOf).orElse(""),
                Days.of(when).filter(Days::exact).map(d -> d.first().toString()).orElse(""),
                Days.of(when).filter(Days::exact).map(d -> d.last().toString()).orElse(""),
                when,
                sides.isEmpty() ? "" : sides.get(0),
                sides.size() < 2 ? "" : sides.get(1),
                String.join("; ", sides.subList(Math.min(2, sides.size()), sides.size())),
                format(m.roles().values(), sides.size()),
                role(minutes, m, Meeting.Role.MEDIATOR),
                role(minutes, m, Meeting.Role.HOST),
                role(minutes, m, Meeting.Role.GUARANTOR),
                role(minutes, m, Meeting.Role.OBSERVER),
                m.place().map(Meeting.Place::name).orElse(""),
                m.level().map(span -> span.of(entry.text())).orElse(""),
                m.about().map(span -> span.of(entry.text())).orElse(""),
                m.trigger().of(entry.text()),
                entry.story(),
                entry.published(),
                entry.source().outlet().orElse(""),
                entry.source().url().orElse(""));
    }

    /** What sort of meeting one with these roles and so many sides is. */
    static String format(Collection<Meeting.Role> roles, int sides) {
        if (sides < 2) {
            return "";
        }
        if (roles.contains(Meeting.Role.MEDIATOR)) {
            return "mediated";
        }
        return sides == 2 ? "bilateral" : "multilateral";
    }

    private static String role(Minutes minutes, Meeting m, Meeting.Role role) {
        return Line.present(m).stream()
                .filter(ref -> Line.role(m, ref).equals(Optional.of(role)))
                .map(minutes::actor)
                .map(RoundsExport::name)
                .collect(Collectors.joining("; "));
    }

    private static String name(Actor actor) {
        return actor.nameEn().orElse(actor.name());
    }
}
