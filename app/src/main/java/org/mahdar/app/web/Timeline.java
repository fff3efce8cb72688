package org.mahdar.app.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mahdar.app.dossier.Document;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Round;

/**
 * Occasions, statements and papers along time, to be drawn. Whoever does not see the drawing has the lists.
 *
 * @param marks everything with a place
 * @param ticks the months
 * @param width of the drawing, in its units
 */
record Timeline(List<Mark> marks, List<Tick> ticks, int width) {
    private static final int WIDTH = 1000;
    private static final int MARGIN = 20;

    /**
     * Something.
     *
     * @param lane {@code round}, {@code said} or {@code paper}
     * @param x where it begins
     * @param width how long it is
     * @param height of a bar of statements, from 1 to 30
     * @param kind its state or sort, for its form
     */
    record Mark(String lane, int x, int width, int height, String kind, String title) {}

    /** The first day of a month. */
    record Tick(int x, LocalDate day) {}

    static Timeline of(Dossier dossier, boolean rightToLeft) {
        List<LocalDate> days = new ArrayList<>();
        dossier.coverage().first().ifPresent(days::add);
        dossier.coverage().last().ifPresent(days::add);
        LocalDate end = dossier.coverage().last().orElse(LocalDate.MIN);
        for (Round round : dossier.rounds()) {
            round.days()
                    .filter(on -> on.last().isAfter(end) && on.last().isBefore(end.plusDays(60)))
                    .ifPresent(on -> days.add(on.last()));
        }
        if (days.isEmpty()) {
            return new Timeline(List.of(), List.of(), WIDTH);
        }
        days.sort(null);
        Scale scale = new Scale(days.get(0), days.get(days.size() - 1), rightToLeft);
        List<Mark> marks = new ArrayList<>();
        for (Round round : dossier.rounds()) {
            if (round.days().isPresent() && scale.holds(round.days().get().first())) {
                LocalDate from = round.days().get().first();
                LocalDate to = round.days().get().last();
                marks.add(scale.mark(
                        "round", from, to, 12, round.state().name().toLowerCase(Locale.ROOT), round.title()));
            }
        }
        Map<LocalDate, Integer> said = new TreeMap<>();
        dossier.statements().forEach(saying -> saying.day().ifPresent(day -> said.merge(day, 1, Integer::sum)));
        int most = said.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        said.forEach((day, count) ->
                marks.add(scale.mark("said", day, day, Math.max(2, 30 * count / most), "said", String.valueOf(count))));
        for (Document paper : dossier.papers()) {
            if (paper.texts() > 1 || !paper.life().isEmpty()) {
                paper.lines().stream()
                        .flatMap(line -> line.published().stream())
                        .findFirst()
                        .filter(scale::holds)
                        .ifPresent(day -> marks.add(
                                scale.mark("paper", day, day, 10, paper.kind().word(), paper.name())));
            }
        }
        return new Timeline(marks, scale.ticks(), WIDTH);
    }

    /** Where days lie. */
    private record Scale(LocalDate first, LocalDate last, boolean rightToLeft) {
        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        private double unit() {
            return (double) (WIDTH - 2 * MARGIN) / (ChronoUnit.DAYS.between(first, last) + 1);
        }

        int x(LocalDate day) {
            int x = (int) Math.round(MARGIN + ChronoUnit.DAYS.between(first, day) * unit());
            return rightToLeft ? WIDTH - x : x;
        }

        Mark mark(String lane, LocalDate from, LocalDate to, int height, String kind, String title) {
            int width = Math.max(6, (int) Math.round((ChronoUnit.DAYS.between(from, to) + 1) * unit()));
            int x = rightToLeft ? x(from) - width : x(from);
            return new Mark(lane, x, width, height, kind, title);
        }

        List<Tick> ticks() {
            List<Tick> out = new ArrayList<>();
            long months = ChronoUnit.MONTHS.between(first, last) + 1;
            long step = Math.max(1, months / 12);
            for (LocalDate day = first.withDayOfMonth(1).plusMonths(1);
                    !day.isAfter(last);
                    day = day.plusMonths(step)) {
                out.add(new Tick(x(day), day));
            }
            return out;
        }
    }
}
