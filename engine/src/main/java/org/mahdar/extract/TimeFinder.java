package org.mahdar.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mahdar.extract.Stretch.Unit;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Span;
import org.mahdar.model.TimeExpression;
import org.mahdar.model.TimeExpression.Anchor;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.PatternSet;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Finds time expressions and resolves their values. Thread-safe. */
public final class TimeFinder {
    private static final String LOOKALIKES = "lookalikes";
    private static final Comparator<TimeParts> LONGEST_FIRST =
            Comparator.comparingInt(TimeParts::to).reversed();
    /** Days that may lie between a dateline and the publication. */
    private static final int MAX_DELAY = 45;

    private final PatternSet patterns;
    private final Datelines datelines;
    private final ReferenceDay referenceDay;
    private final Letters letters;
    private final Tense tense;
    private final int finding;
    private final int lookalikes;

    /** A finder for one language. */
    public TimeFinder(Language language) {
        this.patterns = language.patterns("time");
        this.datelines = new Datelines(language);
        this.referenceDay = new ReferenceDay(language);
        this.letters = language.letters();
        this.tense = new Tense(language);
        this.finding = language.finding("@time");
        this.lookalikes = language.symbol(LOOKALIKES);
        Resolvers.check(patterns.patterns());
    }

    /**
     * Finds the time expressions of a text and marks each on the tape as {@code @time}.
     *
     * <p>Relative expressions are counted from the day of writing: a dateline in the text tells it, else a weekday named
     * beside "today" or "yesterday", else the metadata.
     *
     * @param tape the text with the lexicon marked
     * @param published the day that the metadata gives
     */
    public Times find(Tape tape, Optional<LocalDate> published) {
        Matcher matcher = new Matcher(tape);
        Optional<Found> dateline = datelines.find(tape, matcher, TimeContext.nearest(tape, letters, published));
        Optional<LocalDate> told = dateline.flatMap(found -> found.value().begin())
                .filter(stretch -> stretch.unit() == Unit.DAY)
                .map(Stretch::first)
                .filter(head -> published.isEmpty() || isNear(head, published.get()))
                .or(() -> published.flatMap(day -> referenceDay.find(tape, day)));
        Optional<LocalDate> day = told.or(() -> published);
        Anchor anchor = told.isPresent() || published.isEmpty() ? Anchor.TEXT : Anchor.PUBLISHED;
        List<TimeExpression> expressions = new ArrayList<>();
        for (Found found : Essay.read(scan(tape, matcher, new TimeContext(tape, letters, tense, day), dateline))) {
            TimeExpression expression = found.expression(anchor);
            expressions.add(expression);
            tape.add(found.parts().from(), found.parts().to(), finding, 0, expression);
        }
        return new Times(expressions, day, anchor);
    }

    /** Whether a day at the head of a story can be the day of writing of a story published on another. */
    private static boolean isNear(LocalDate head, LocalDate published) {
        return !head.isAfter(published.plusDays(1)) && !head.isBefore(published.minusDays(MAX_DELAY));
    }

    /** An expression and what it comes to. */
    record Found(TimeParts parts, TimeValue value) {
        TimeExpression expression(Anchor anchor) {
            return new TimeExpression(
                    span(),
                    value.type(),
                    value.value(),
                    value.precision(),
                    value.counted() ? anchor : Anchor.TEXT,
                    parts.evidence());
        }

        /** The words without the conjunction and prepositions written together with the first one. */
        private Span span() {
            Text text = parts.tape().text();
            Span whole = text.span(parts.from(), parts.to());
            int start = whole.start();
            int end = text.end(parts.from());
            for (int left = parts.proclitics(); left > 0 && start + 1 < end; left--) {
                start++;
                while (start + 1 < end && !Character.isLetterOrDigit(text.raw().charAt(start))) {
                    start++;
                }
            }
            return new Span(start, whole.end());
        }
    }

    private List<Found> scan(Tape tape, Matcher matcher, TimeContext context, Optional<Found> dateline) {
        List<Found> all = new ArrayList<>();
        List<TimeParts> candidates = new ArrayList<>();
        Consumer<Matcher> collect = match -> candidates.add(TimeParts.of(tape, match));
        int size = tape.text().size();
        int token = 0;
        int lookalike = 0;
        while (token < size) {
            if (dateline.isPresent() && dateline.get().parts().from() == token) {
                all.add(dateline.get());
                token = dateline.get().parts().to();
                context.name(dateline.get().value(), token);
                continue;
            }
            if (!candidates.isEmpty()) {
                candidates.clear();
            }
            patterns.matches(matcher, tape, token, collect);
            if (candidates.size() > 1) {
                candidates.sort(LONGEST_FIRST);
            }
            // Inside a phrase that only looks like a time, a time must reach beyond the phrase to count.
            lookalike = Math.max(lookalike, lookalikeEnd(tape, token));
            int next = token + 1;
            for (TimeParts parts : candidates) {
                if (parts.to() <= lookalike) {
                    break;
                }
                Optional<TimeValue> value = Resolvers.resolve(parts, context);
                if (value.isPresent()) {
                    all.add(new Found(parts, value.get()));
                    context.name(value.get(), parts.to());
                    next = parts.to();
                    break;
                }
            }
            token = next;
        }
        return all;
    }

    /** The token after the longest phrase at a token that only looks like a time; the token itself where there is none. */
    private int lookalikeEnd(Tape tape, int token) {
        int hit = tape.find(token, lookalikes);
        return hit >= 0 && tape.payload(hit) instanceof Term ? tape.end(hit) : token;
    }
}
