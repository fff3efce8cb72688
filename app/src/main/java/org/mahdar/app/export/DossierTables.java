package org.mahdar.app.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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
 * {@link RoundsExport} and {@link PapersExport} have a row for each story that tells of it; and its calendar.
 */
public final class DossierTables {
    private static final String AND = "; ";

    private static final List<String> ROUNDS = List.of(
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
            "lines");

    private static final List<String> PAPERS =
            List.of("paper", "kind", "status", "name", "by", "date", "life", "texts", "lines");

    private DossierTables() {}

    /** Whether a dossier has merged already what the format has rows or events for; other formats are made of lines. */
    public static boolean has(Format format) {
        return format == Format.ROUNDS || format == Format.PAPERS || format == Format.ICALENDAR;
    }

    /** Writes a format that there is of dossiers to a stream, which it closes. */
    public static void write(Format format, Dossier dossier, OutputStream out, Settings settings) throws IOException {
        switch (format) {
            case ROUNDS -> rounds(dossier, out, settings);
            case PAPERS -> papers(dossier, out, settings);
            case ICALENDAR -> calendar(dossier, out, settings);
            default -> throw new IllegalArgumentException("Of a dossier as a whole there is no " + format.word());
        }
    }

    private static void rounds(Dossier dossier, OutputStream out, Settings settings) throws IOException {
        try (Table table = new Table(out, ROUNDS, settings)) {
            int number = dossier.rounds().size();
            for (Round round : dossier.rounds()) {
                table.row(row(number--, round));
            }
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
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static void papers(Dossier dossier, OutputStream out, Settings settings) throws IOException {
        try (Table table = new Table(out, PAPERS, settings)) {
            int number = 1;
            for (Document paper : dossier.papers()) {
                table.row(row(number++, paper));
            }
        }
    }

    private static List<String> row(int number, Document paper) {
        List<Document.Stage> life = paper.life();
        return List.of(
                String.valueOf(number),
                paper.kind().word(),
                life.isEmpty() ? "" : life.get(life.size() - 1).status(),
                paper.name(),
                paper.by().stream().map(DossierTables::name).collect(Collectors.joining(AND)),
                paper.date().orElse(""),
                life.stream()
                        .map(stage -> stage(stage.status(), stage.reported()))
                        .collect(Collectors.joining(AND)),
                String.valueOf(paper.texts()),
                lines(paper.lines()));
    }

    private static void calendar(Dossier dossier, OutputStream out, Settings settings) throws IOException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            ICalendar calendar = new ICalendar(writer, settings.title());
            for (Round round : dossier.rounds()) {
                Optional<Days> days = round.days().filter(Days::isDate);
                Optional<String> status = status(round);
                if (days.isPresent() && status.isPresent()) {
                    calendar.event(event(round, days.get(), status.get()));
                }
            }
            calendar.end();
        }
    }

    private static Optional<String> status(Round round) {
        return switch (round.state()) {
            case HELD, ONGOING -> Optional.of("CONFIRMED");
            case ANNOUNCED -> Optional.of("TENTATIVE");
            case CANCELLED, POSTPONED, DENIED -> Optional.of("CANCELLED");
            case PROPOSED, REFUSED -> Optional.empty();
        };
    }

    private static ICalendar.Event event(Round round, Days days, String status) {
        Line first = round.lines().get(0);
        String who = round.parties().stream().map(Side::name).collect(Collectors.joining(", "));
        // The last day on which something new was told of it, so that a calendar that says the same is the same.
        LocalDate told = round.life().stream()
                .flatMap(stage -> stage.reported().stream())
                .max(LocalDate::compareTo)
                .orElse(days.first());
        return new ICalendar.Event(
                first.story() + "." + first.id(),
                told.atStartOfDay(ZoneOffset.UTC).toInstant(),
                days.first(),
                days.last(),
                who.isEmpty() ? round.title() : round.title() + ": " + who,
                status,
                round.kind().word(),
                word(round.state()),
                round.place().map(Round.Place::words),
                round.life().stream()
                        .map(stage -> stage(word(stage.state()), stage.reported()))
                        .collect(Collectors.joining("\n")),
                Optional.empty());
    }

    private static String name(Side side) {
        return side.nameEn().orElse(side.name());
    }

    private static String stage(String state, Optional<LocalDate> reported) {
        return state + reported.map(day -> " " + day).orElse("");
    }

    /** As the other tables cite them. */
    private static String lines(List<Line> lines) {
        return lines.stream()
                .map(line -> line.story() + "." + line.id() + "@" + line.revision())
                .collect(Collectors.joining(AND));
    }

    /** Rows that no story alone is the source of. */
    private static final class Table extends TableExport {
        Table(OutputStream out, List<String> columns, Settings settings) {
            super(out, columns, settings.byteOrderMark());
        }

        @Override
        public void add(Entry entry) {
            throw new UnsupportedOperationException("The stories of a dossier have been read for it");
        }
    }
}
