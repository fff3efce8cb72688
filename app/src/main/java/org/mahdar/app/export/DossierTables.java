package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mahdar.app.dossier.Days;
import org.mahdar.app.dossier.Document;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Line;
import org.mahdar.app.dossier.Round;
import org.mahdar.app.dossier.Side;
import org.mahdar.model.Meeting;

/**
 * The tables of talks for one dossier: what many stories tell of one occasion, or of one paper, is one row, where
 * {@link RoundsExport} and {@link PapersExport} have a row for each story that tells of it.
 */
public final class DossierTables {
    private static final String AND = "; ";

    private DossierTables() {}

    /** Begins a format whose rows a dossier has merged already; empty for formats that are made of lines. */
    public static Optional<Export> open(Format format, Dossier dossier, OutputStream out, Settings settings) {
        return switch (format) {
            case ROUNDS -> Optional.of(new Rounds(dossier, out, settings));
            case ICALENDAR -> Optional.of(new CalendarExport(out, settings, Optional.of(dossier)));
            case PAPERS -> Optional.of(new Papers(dossier, out, settings));
            default -> Optional.empty();
        };
    }

    private static final class Rounds extends TableExport {
        private final Dossier dossier;

        Rounds(Dossier dossier, OutputStream out, Settings settings) {
            super(
                    out,
                    List.of(
                            "occasion",
                            "kind",
                            "status",
                            "round",
                            "first_day",
                            "last_day",
                            "side_a",
                            "side_b",
                            "other_sides",
                            "format",
                            "mediator",
                            "host",
                            "guarantor",
                            "observer",
                            "place",
                            "words",
                            "life",
                            "texts",
                            "lines"),
                    settings.byteOrderMark());
            this.dossier = dossier;
        }

        @Override
        public void add(Entry entry) {
            // Its stories have been read for the dossier.
        }

        @Override
        void rows() throws IOException {
            int number = dossier.rounds().size();
            for (Round round : dossier.rounds()) {
                row(row(number, round));
                number--;
            }
        }

        private static List<String> row(int number, Round round) {
            List<Side> present = round.parties();
            List<Side> guests = present.stream()
                    .filter(side -> !round.roles().containsKey(side.key()))
                    .toList();
            List<String> sides = (guests.size() >= 2 ? guests : takingPart(round))
                    .stream().map(DossierTables::name).toList();
            return List.of(
                    String.valueOf(number),
                    round.kind().word(),
                    word(round.state()),
                    round.number().map(String::valueOf).orElse(""),
                    round.days().map(Days::first).map(Object::toString).orElse(""),
                    round.days().map(Days::last).map(Object::toString).orElse(""),
                    sides.isEmpty() ? "" : sides.get(0),
                    sides.size() < 2 ? "" : sides.get(1),
                    String.join(AND, sides.subList(Math.min(2, sides.size()), sides.size())),
                    RoundsExport.format(round.roles().values(), sides.size()),
                    with(round, Meeting.Role.MEDIATOR),
                    with(round, Meeting.Role.HOST),
                    with(round, Meeting.Role.GUARANTOR),
                    with(round, Meeting.Role.OBSERVER),
                    round.place().map(Round.Place::name).orElse(""),
                    round.title(),
                    round.life().stream()
                            .map(stage -> stage(word(stage.state()), stage.reported()))
                            .collect(Collectors.joining(AND)),
                    String.valueOf(round.texts()),
                    lines(round.lines()));
        }

        /** A host takes part too where nobody else is left to meet the one guest. */
        private static List<Side> takingPart(Round round) {
            Map<String, Meeting.Role> roles = round.roles();
            return round.parties().stream()
                    .filter(side -> Optional.ofNullable(roles.get(side.key()))
                            .filter(role -> role != Meeting.Role.HOST)
                            .isEmpty())
                    .toList();
        }

        private static String with(Round round, Meeting.Role role) {
            return round.parties().stream()
                    .filter(side -> role == round.roles().get(side.key()))
                    .map(DossierTables::name)
                    .collect(Collectors.joining(AND));
        }

        private static String word(Round.State state) {
            return state.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final class Papers extends TableExport {
        private final Dossier dossier;

        Papers(Dossier dossier, OutputStream out, Settings settings) {
            super(
                    out,
                    List.of("paper", "kind", "status", "name", "by", "date", "life", "texts", "lines"),
                    settings.byteOrderMark());
            this.dossier = dossier;
        }

        @Override
        public void add(Entry entry) {
            // Its stories have been read for the dossier.
        }

        @Override
        void rows() throws IOException {
            int number = 0;
            for (Document paper : dossier.papers()) {
                List<Document.Stage> life = paper.life();
                row(List.of(
                        String.valueOf(++number),
                        paper.kind().word(),
                        life.isEmpty() ? "" : life.get(life.size() - 1).status(),
                        paper.name(),
                        paper.by().stream().map(DossierTables::name).collect(Collectors.joining(AND)),
                        paper.date().orElse(""),
                        life.stream()
                                .map(stage -> stage(stage.status(), stage.reported()))
                                .collect(Collectors.joining(AND)),
                        String.valueOf(paper.texts()),
                        lines(paper.lines())));
            }
        }
    }

    private static String name(Side side) {
        return side.nameEn().orElse(side.name());
    }

    private static String stage(String state, Optional<java.time.LocalDate> reported) {
        return state + reported.map(day -> " " + day).orElse("");
    }

    /** As the other tables cite them. */
    private static String lines(List<Line> lines) {
        return lines.stream()
                .map(line -> line.story() + "." + line.id() + "@" + line.revision())
                .collect(Collectors.joining(AND));
    }
}
