package org.mahdar.app.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many there are over time, in at most so many bars.
 *
 * @param bars in order of time
 * @param most the count of the highest
 */
record Histogram(List<Bar> bars, int most) {
    private static final int BARS = 48;

    /** Height of the highest bar, in units of the drawing. */
    static final int HEIGHT = 60;

    /**
     * A bar.
     *
     * @param from first day
     * @param to last day
     */
    record Bar(LocalDate from, LocalDate to, int count) {}

    static Histogram of(Map<LocalDate, Integer> days) {
        if (days.isEmpty()) {
            return new Histogram(List.of(), 0);
        }
        TreeMap<LocalDate, Integer> sorted = new TreeMap<>(days);
        LocalDate first = sorted.firstKey();
        long length = ChronoUnit.DAYS.between(first, sorted.lastKey()) + 1;
        long width = Math.max(1, (length + BARS - 1) / BARS);
        int[] counts = new int[(int) ((length + width - 1) / width)];
        sorted.forEach((day, count) -> counts[(int) (ChronoUnit.DAYS.between(first, day) / width)] += count);
        List<Bar> bars = new ArrayList<>();
        int most = 0;
        for (int i = 0; i < counts.length; i++) {
            LocalDate from = first.plusDays(i * width);
            bars.add(new Bar(from, from.plusDays(width - 1), counts[i]));
            most = Math.max(most, counts[i]);
        }
        return new Histogram(bars, most);
    }

    /** Height of a bar, in units of the drawing; one that is not empty can be seen. */
    int height(Bar bar) {
        return bar.count() == 0 ? 0 : Math.max(3, HEIGHT * bar.count() / most);
    }

    /** Where a bar begins, counted from where time begins: at the right where the page runs from right to left. */
    int place(int index, String direction) {
        return 10 * (direction.equals("rtl") ? bars.size() - 1 - index : index);
    }
}
