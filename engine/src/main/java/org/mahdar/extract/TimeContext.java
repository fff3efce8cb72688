package org.mahdar.extract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.mahdar.extract.Stretch.Unit;
import org.mahdar.extract.Tense.Direction;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** What resolving a time may lean on: the day of writing, the date named last, the tense around it. One for a reading. */
final class TimeContext {
    private final Tape tape;
    private final Letters letters;
    /** How far from the day of writing the day may lie that a story is about, in days. */
    private static final int NEWS = 7;

    private final Optional<Tense> tense;
    private final Optional<LocalDate> day;
    private Optional<Stretch> named = Optional.empty();
    private Optional<Stretch> namedDay = Optional.empty();
    private Optional<Stretch> inNews = Optional.empty();
    private int namedEnd = -1;

    /** A context that asks for the tense around an expression. */
    TimeContext(Tape tape, Letters letters, Tense tense, Optional<LocalDate> day) {
        this(tape, letters, Optional.of(tense), day);
    }

    private TimeContext(Tape tape, Letters letters, Optional<Tense> tense, Optional<LocalDate> day) {
        this.tape = tape;
        this.letters = letters;
        this.tense = tense;
        this.day = day;
    }

    /** A context in which the nearest day or month is meant, whatever the tense. */
    static TimeContext nearest(Tape tape, Letters letters, Optional<LocalDate> day) {
        return new TimeContext(tape, letters, Optional.empty(), day);
    }

    /** Whether the word at a token bears the article. */
    boolean isDefinite(int token) {
        Text text = tape.text();
        return text.isWord(token)
                && letters.articleAt(text.forms(), text.formStart(token), text.formStart(token + 1)) > 0;
    }

    /** The day of writing, where anything tells it. */
    Optional<LocalDate> day() {
        return day;
    }

    /** The date named last before, of whatever precision. */
    Optional<Stretch> named() {
        return named;
    }

    /** The day named last before. */
    Optional<Stretch> namedDay() {
        return namedDay;
    }

    /**
     * The day to which a bare clock time belongs: the one named last that lies near the day of writing, else that day.
     */
    Optional<Stretch> dayInTalk() {
        return inNews.or(() -> day.map(d -> new Stretch(Unit.DAY, d)));
    }

    /** Whether the clause around an expression speaks of the past or the future. */
    Direction direction(TimeParts parts) {
        if (parts.entry("moment", "moments").filter(moment -> moment.is("past")).isPresent()) {
            return Direction.PAST;
        }
        return tense.map(t -> t.at(tape, parts.from(), parts.to())).orElse(Direction.OPEN);
    }

    /** Where the last expression that named a date ended, as a token. */
    int namedEnd() {
        return namedEnd;
    }

    /** Takes note of what an expression that ends before {@code end} named. */
    void name(TimeValue value, int end) {
        if (value.begin().isPresent()) {
            named = value.begin();
            namedEnd = end;
            if (named.get().unit() == Unit.DAY) {
                namedDay = named;
                boolean near = day.isEmpty()
                        || Math.abs(ChronoUnit.DAYS.between(named.get().first(), day.get())) <= NEWS;
                inNews = near ? named : inNews;
            }
        }
    }
}
