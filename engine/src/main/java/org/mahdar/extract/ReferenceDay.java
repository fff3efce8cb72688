package org.mahdar.extract;

import java.time.LocalDate;
import java.util.Optional;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/** The day of writing as weekdays named beside "today", "yesterday", "tomorrow" tell it. */
final class ReferenceDay {
    private static final int WEEK = 7;
    /** A story may bear the date of the day before, where the zones differ, but hardly an earlier one. */
    private static final int AHEAD = 1;

    private final int deictics;
    private final int weekdays;

    ReferenceDay(Language language) {
        this.deictics = language.symbol("deictics");
        this.weekdays = language.symbol("weekdays");
    }

    /**
     * The day nearest to the metadata's that fits the weekdays named in the text; empty where the text names none. Stories
     * are collected late rather than early, so the day is looked for up to five days before the metadata's, one after it.
     */
    Optional<LocalDate> find(Tape tape, LocalDate published) {
        int[] votes = new int[WEEK];
        Text text = tape.text();
        int token = 0;
        while (token < text.size()) {
            int hit = tape.find(token, deictics);
            int next = token + 1;
            if (hit >= 0 && tape.payload(hit) instanceof Term deictic) {
                next = tape.end(hit);
                int beside = next;
                if (beside < text.size() && text.isMark(beside, '(')) {
                    beside++;
                }
                int weekday = beside < text.size() ? tape.find(beside, weekdays) : -1;
                if (weekday >= 0
                        && tape.payload(weekday) instanceof Term named
                        && named.role().isEmpty()) {
                    int shift = Integer.parseInt(deictic.entry().need("shift"));
                    int day = Integer.parseInt(named.entry().need("day"));
                    votes[Math.floorMod(day - shift - 1, WEEK)]++;
                }
            }
            token = next;
        }
        int best = -1;
        for (int day = 0; day < WEEK; day++) {
            if (votes[day] > 0 && (best < 0 || votes[day] > votes[best])) {
                best = day;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int today = published.getDayOfWeek().getValue() - 1;
        int late = Math.floorMod(today - best, WEEK);
        return Optional.of(published.minusDays(late >= WEEK - AHEAD ? late - WEEK : late));
    }
}
