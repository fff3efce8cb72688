package org.mahdar.extract;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.mahdar.extract.Occasion.Certainty;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Meeting;
import org.mahdar.model.Meeting.Status;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;

/** Says where an occasion stands: held, going on, scheduled, wished for, put off, called off, turned down. */
final class MeetingStatus {
    /** How far before an occasion a word may stand that says where it stands. */
    private static final int BEFORE = 12;
    /** How far before a noun the word that leads it may stand. */
    private static final int LEAD = 4;
    /** How far behind it. */
    private static final int AFTER = 8;

    private final Reading reading;
    private final Tape tape;
    private final Optional<LocalDate> day;
    private final int cues;
    private final int maybe;
    private final int holds;
    private final int masdars;
    private final int that;
    private final int events;
    private final int meet;

    MeetingStatus(Reading reading, Times when) {
        this.reading = reading;
        this.tape = reading.tape();
        this.day = when.day();
        Language language = reading.language();
        this.cues = language.symbol("meeting-status");
        this.maybe = language.symbol("auxiliary.mark");
        this.holds = language.symbol("hold");
        this.masdars = language.symbol("hold.masdar");
        this.that = language.symbol("that.plain");
        this.events = language.symbol("events");
        this.meet = language.symbol("meet");
    }

    void read(Occasion occasion) {
        if (!occasion.introduces) {
            lead(occasion);
            behind(occasion);
            return;
        }
        if (occasion.isVerb()) {
            verb(occasion);
        }
        before(occasion);
        behind(occasion);
        day(occasion);
    }

    /** Talks of a visit that is to come are to come too, where nothing else is said of them. */
    void inherit(Occasion occasion, Occasion before) {
        boolean follows = before.introduces
                && before.kind == Meeting.Kind.VISIT
                && before.certainty == Certainty.SAID
                && before.status == Status.SCHEDULED
                && reading.sentenceOf(occasion.head) - reading.sentenceOf(before.head) <= 1
                && before.parties.keySet().stream().anyMatch(occasion.parties::containsKey);
        if (occasion.introduces && occasion.certainty == Certainty.NONE && follows) {
            occasion.status(before.status, Certainty.LED);
        }
    }

    private void verb(Occasion occasion) {
        int before = occasion.head - 1;
        if (occasion.has("past") || wasBefore(occasion.head)) {
            occasion.status(Status.HELD, Certainty.GUESSED);
        } else if (reading.find(before, maybe) >= 0 || (reading.find(before - 1, maybe) >= 0)) {
            occasion.status(Status.PROPOSED, Certainty.SAID);
        } else {
            present(occasion, occasion.head, Status.SCHEDULED);
        }
    }

    /** "He was the first to visit": a verb of being in the past stands before. */
    private boolean wasBefore(int token) {
        int start = reading.text().sentenceStart(reading.sentenceOf(token));
        for (int at = token - 1; at >= Math.max(start, token - LEAD); at--) {
            if (reading.is(at, WordClass.BE)) {
                return true;
            }
            if (reading.is(at, WordClass.THAT) || reading.text().kind(at) != org.mahdar.text.Text.WORD) {
                return false;
            }
        }
        return false;
    }

    /** A verb in the present: with the letter of the future it is scheduled; in a title it tells what has happened. */
    private void present(Occasion occasion, int token, Status otherwise) {
        if (bearsFuture(token)) {
            occasion.status(Status.SCHEDULED, Certainty.SAID);
        } else if (reading.text().inTitle(token)) {
            occasion.status(occasion.time.isPresent() ? Status.SCHEDULED : Status.HELD, Certainty.GUESSED);
        } else {
            occasion.status(otherwise, Certainty.GUESSED);
        }
    }

    private boolean bearsFuture(int token) {
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            if ((tape.has(hit, meet) || tape.has(hit, holds)) && (tape.clitics(hit) & Letters.FUTURE) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Words before the occasion, the nearest first. */
    private void before(Occasion occasion) {
        int start = reading.text().sentenceStart(reading.sentenceOf(occasion.head));
        int from = occasion.governor >= 0 ? occasion.governor : occasion.head;
        boolean led = lead(occasion);
        boolean beyond = false;
        for (int token = occasion.head - 1; token >= Math.max(start, from - BEFORE); token--) {
            boolean said = says(occasion, token, led);
            if (beyond && !said) {
                // What rules the clause may stand one word farther: "it did not rule out that".
                says(occasion, token - 1, led);
            }
            if (said || beyond) {
                return;
            }
            if (reading.is(token, WordClass.THAT)) {
                beyond = true;
                token = beforeMention(token) + 1;
                continue;
            }
            boolean stop = token < from
                    && (reading.find(token, events) >= 0
                            || reading.find(token, meet) >= 0
                            || (reading.is(token, WordClass.SAY_FINITE) && !reading.is(token, WordClass.SAY_WEAK))
                            || reading.is(token, WordClass.RELATIVE));
            if (stop) {
                return;
            }
        }
    }

    /** A preposition right before the noun: "during", "after", "before", "for". */
    private boolean lead(Occasion occasion) {
        if (occasion.isVerb()) {
            return false;
        }
        for (int token = occasion.head - 1; token >= Math.max(0, occasion.head - LEAD); token--) {
            int hit = reading.find(token, cues);
            boolean leads = hit >= 0
                    && tape.end(hit) <= occasion.head
                    && reading.term(hit).entry().is("lead")
                    && (tape.end(hit) == occasion.head
                            || !reading.term(hit).entry().is("adjacent"));
            if (leads) {
                boolean planned = isToday(occasion) && opensWithPresent(occasion.head);
                occasion.status(planned ? Status.SCHEDULED : statusOf(reading.term(hit)), Certainty.LED);
                return true;
            }
        }
        int before = occasion.governor >= 0 ? occasion.governor : occasion.head;
        if (reading.opensWith(before, Letters.L) && reading.standsBehindPreposition(before)) {
            occasion.status(Status.SCHEDULED, Certainty.LED);
        }
        return false;
    }

    private boolean isToday(Occasion occasion) {
        return day.isPresent()
                && occasion.time.isPresent()
                && Timex.date(occasion.time.get()).startsWith(day.get().toString());
    }

    /** "The ministers discuss today, during their meeting": the sentence tells what is to come. */
    private boolean opensWithPresent(int token) {
        int first = reading.text().sentenceStart(reading.sentenceOf(token));
        for (int hit = tape.first(first); hit >= 0; hit = tape.next(hit)) {
            // "Agreed" is written like "I agree".
            if (tape.payload(hit) instanceof Term term && term.is("pres") && !term.is("first")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word at a token says where the occasion stands; then notes it. */
    private boolean says(Occasion occasion, int token, boolean led) {
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            // "Will postpone", written like a name.
            boolean name = (tape.clitics(hit) & Letters.FUTURE) != 0 && reading.isAny(token, Nouns.SURE_NAMES);
            if (tape.end(hit) > occasion.head || name || isBehindPreposition(token, hit)) {
                continue;
            }
            if (tape.has(hit, cues)
                    && !reading.term(hit).entry().is("lead")
                    && !reading.term(hit).entry().is("after")) {
                occasion.status(statusOf(reading.term(hit)), Certainty.SAID);
                return true;
            }
            if (tape.has(hit, holds) && !occasion.isVerb()) {
                return holds(occasion, token, hit, led);
            }
            if (tape.has(hit, holds)
                    && reading.term(hit).entry().value("status").isPresent()) {
                return holds(occasion, token, hit, led);
            }
        }
        return false;
    }

    /** "For the sake of", written like "postponed": no verb in the past stands behind a preposition. */
    private boolean isBehindPreposition(int token, int hit) {
        return reading.is(token - 1, WordClass.PLAIN_PREPOSITION)
                && tape.has(hit, holds)
                && reading.term(hit).is("past");
    }

    private boolean holds(Occasion occasion, int token, int hit, boolean led) {
        Term term = reading.term(hit);
        Optional<String> said = term.entry().value("status");
        if (said.isPresent()) {
            boolean finite = term.is("past") || term.is("pres");
            if (finite && (reading.standsBehindPreposition(token) || reading.opensWith(token, Letters.L))) {
                // A verb never stands behind a preposition: the word is another.
                return false;
            }
            boolean verbal = finite || term.is("masdar") || term.features().isEmpty();
            if (verbal && !led) {
                occasion.status(Status.valueOf(said.get().toUpperCase(Locale.ROOT)), Certainty.SAID);
            }
            return verbal;
        }
        if (term.is("past") && (tape.clitics(hit) & Letters.FUTURE) != 0) {
            // "I will hold" and "was held" are written alike but for the letter of the future.
            occasion.status(Status.SCHEDULED, Certainty.SAID);
            return true;
        }
        boolean joined = (tape.clitics(hit) & Letters.L) != 0;
        if (term.is("past") && (joined || isObject(token))) {
            return false;
        }
        if (term.is("past")) {
            occasion.status(Status.HELD, Certainty.GUESSED);
            return !term.entry().is("begin");
        }
        if (term.is("pres")) {
            boolean dated = occasion.time.isPresent() || reading.is(token + 1, WordClass.PREPOSITION_PRONOUN);
            // "Who is paying a visit"
            boolean pays = term.entry().is("do") && reading.is(token - 1, WordClass.RELATIVE);
            boolean planned =
                    (dated && !pays && term.entry().is("hold")) || term.entry().is("begin");
            // "Expects that a meeting be held": behind the particle the verb tells what is to come.
            boolean wanted = term.entry().is("hold") && reading.find(token - 1, that) >= 0;
            present(occasion, token, planned || wanted ? Status.SCHEDULED : Status.ONGOING);
            return bearsFuture(token);
        }
        return false;
    }

    /** "X proposed holding talks", "X asked of Y to hold talks": the noun is written like the verb. */
    private boolean isObject(int token) {
        if (reading.find(token, masdars) < 0 || reading.opensWithConjunction(token)) {
            return false;
        }
        int object = reading.is(token - 1, WordClass.PREPOSITION) ? token - 1 : token;
        int verb = beforeMention(object);
        if (reading.is(verb, WordClass.PREPOSITION)) {
            verb = beforeMention(verb);
        }
        int hold = reading.find(verb, holds);
        return hold >= 0 && reading.term(hold).entry().value("status").isPresent();
    }

    /** The token before whoever is named right before a token, or before that token itself. */
    private int beforeMention(int token) {
        return reading.mentionEndingAt(token).map(mention -> mention.from).orElse(token) - 1;
    }

    /** Words behind the occasion: "the coming", "scheduled for". */
    private void behind(Occasion occasion) {
        int end = reading.text().sentenceEnd(occasion.head);
        if (coming(occasion)) {
            return;
        }
        predicate(occasion, end);
        for (int token = occasion.headEnd; token < Math.min(end, occasion.headEnd + AFTER); token++) {
            if (reading.is(token, WordClass.THAT)
                    || reading.find(token, events) >= 0
                    || (reading.is(token, WordClass.SAY_FINITE) && !reading.is(token, WordClass.SAY_WEAK))) {
                return;
            }
            int hit = reading.find(token, cues);
            if (hit >= 0
                    && !reading.term(hit).entry().is("lead")
                    && !reading.term(hit).entry().is("before")
                    && ((token == occasion.headEnd && !occasion.has("poss"))
                            || !reading.term(hit).entry().is("close"))
                    && !isOfAnother(occasion, token)) {
                occasion.status(statusOf(reading.term(hit)), Certainty.SAID);
                return;
            }
            int hold = reading.find(token, holds);
            if (hold >= 0 && bearsFuture(token)) {
                occasion.status(Status.SCHEDULED, Certainty.SAID);
                return;
            }
            boolean clause = reading.is(token - 1, WordClass.RELATIVE) || token - occasion.headEnd < 2;
            if (hold >= 0
                    && clause
                    && reading.term(hold).is("pres")
                    && reading.term(hold).entry().is("hold")) {
                occasion.status(Status.ONGOING, Certainty.SAID);
                return;
            }
        }
    }

    /** "His consultations with X go on": the predicate behind those who meet. */
    private void predicate(Occasion occasion, int end) {
        int hit = occasion.isVerb() || occasion.reach >= end ? -1 : reading.find(occasion.reach, cues);
        boolean goesOn = hit >= 0
                && !reading.isDefinite(occasion.reach)
                && reading.term(hit).entry().is("either")
                && statusOf(reading.term(hit)) == Status.ONGOING;
        if (goesOn) {
            occasion.status(Status.ONGOING, Certainty.SAID);
        }
    }

    /** "The coming round of talks", "the visit of the minister N. N. that is expected": inside the name, or behind whose it is. */
    private boolean coming(Occasion occasion) {
        int inside = occasion.headEnd > occasion.head + 1 ? reading.find(occasion.head + 1, cues) : -1;
        if (inside >= 0 && reading.term(inside).entry().is("after")) {
            occasion.status(statusOf(reading.term(inside)), Certainty.SAID);
            return true;
        }
        int owner = occasion.side < occasion.headEnd
                ? -1
                : StatementFinder.mentionAt(reading, occasion.side)
                        .map(mention -> mention.to)
                        .orElse(-1);
        int behind = owner >= 0 && reading.isDefinite(owner) ? reading.find(owner, cues) : -1;
        if (behind >= 0) {
            occasion.status(statusOf(reading.term(behind)), Certainty.SAID);
        }
        return behind >= 0;
    }

    /** "Discussed during his visit the preparations under way": the adjective is of the noun before it. */
    private boolean isOfAnother(Occasion occasion, int token) {
        int noun = token - 1;
        return occasion.has("poss")
                && noun >= occasion.headEnd
                && reading.isDefinite(token)
                && reading.isDefinite(noun)
                && reading.ends("feminine", token)
                && !reading.ends("relation", noun)
                && reading.mentionEndingAt(token).isEmpty();
    }

    /** The day decides between what was and what will be, where no stronger word does. */
    void day(Occasion occasion) {
        if (day.isEmpty() || occasion.time.isEmpty()) {
            return;
        }
        int order = Timex.compare(Timex.date(occasion.time.get()), day.get());
        boolean perhaps = occasion.isVerb() && occasion.certainty == Certainty.SAID;
        boolean open = (occasion.status == Status.PROPOSED && !perhaps)
                || occasion.status == Status.HELD
                || occasion.status == Status.ONGOING;
        if (order > 0 && open) {
            occasion.status = Status.SCHEDULED;
            occasion.certainty = Certainty.SAID;
        } else if (order < 0 && (occasion.status == Status.SCHEDULED || occasion.status == Status.ONGOING)) {
            occasion.status = Status.HELD;
            occasion.certainty = Certainty.SAID;
        }
    }

    private static Status statusOf(Term term) {
        return Status.valueOf(term.entry().need("status").toUpperCase(Locale.ROOT));
    }
}
