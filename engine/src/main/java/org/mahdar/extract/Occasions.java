package org.mahdar.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.extract.Occasion.Certainty;
import org.mahdar.model.Actor;
import org.mahdar.model.Evidence;
import org.mahdar.model.Meeting;
import org.mahdar.model.Span;
import org.mahdar.model.TimeExpression;

/** Joins the mentions of one occasion: each later one that fits an earlier one by kind, parties, day and place. */
final class Occasions {
    /** How many occasions back one is looked for. */
    private static final int MEMORY = 12;
    /** How many sentences back what is only named again is looked for. */
    private static final int SENTENCES = 10;

    /** Kinds that words of another kind may name again. */
    private static final Map<Meeting.Kind, Set<Meeting.Kind>> LOOSE = Map.of(
            Meeting.Kind.MEETING,
            Set.of(
                    Meeting.Kind.MEETING,
                    Meeting.Kind.TALKS,
                    Meeting.Kind.SESSION,
                    Meeting.Kind.SUMMIT,
                    Meeting.Kind.CONFERENCE),
            Meeting.Kind.TALKS,
            Set.of(Meeting.Kind.TALKS, Meeting.Kind.MEETING, Meeting.Kind.SESSION, Meeting.Kind.CALL),
            Meeting.Kind.SESSION,
            Set.of(Meeting.Kind.SESSION, Meeting.Kind.TALKS, Meeting.Kind.MEETING));

    private final Reading reading;
    private final List<Occasion> all = new ArrayList<>();

    Occasions(Reading reading) {
        this.reading = reading;
    }

    /** The occasions in text order of their fullest mentions. */
    List<Occasion> join(List<Occasion> mentions) {
        List<Occasion> title = new ArrayList<>();
        for (Occasion mention : mentions) {
            if (reading.text().inTitle(mention.head)) {
                title.add(mention);
            } else {
                add(mention);
            }
        }
        title.forEach(this::add);
        all.sort((a, b) -> Integer.compare(a.from, b.from));
        return all;
    }

    private void add(Occasion mention) {
        Optional<Occasion> call = overPhone(mention);
        call.ifPresent(whole -> whole.kind = Meeting.Kind.CALL);
        Optional<Occasion> same = call.isPresent() ? call : mention.introduces ? same(mention) : again(mention);
        if (same.isEmpty() && mention.introduces && isBare(mention)) {
            same = again(mention);
        }
        if (same.isPresent()) {
            merge(same.get(), mention);
            all.remove(same.get());
            all.add(same.get());
        } else if (mention.introduces) {
            all.add(mention);
        }
    }

    /** "The minister discussed it with his counterpart in a phone call": the call is how they discussed it. */
    private Optional<Occasion> overPhone(Occasion mention) {
        if (all.isEmpty() || mention.kind != Meeting.Kind.CALL || mention.isVerb() || isDefinite(mention)) {
            return Optional.empty();
        }
        Occasion last = all.get(all.size() - 1);
        boolean talked = last.isVerb()
                && last.kind == Meeting.Kind.TALKS
                && last.parties.size() > 1
                && reading.sentenceOf(last.head) == reading.sentenceOf(mention.head)
                && last.head < mention.head
                && shared(mention, last) == mention.parties.size();
        return talked ? Optional.of(last) : Optional.empty();
    }

    /** What a mention that counts by itself names again: the one that fits best, of equals the latest. */
    private Optional<Occasion> same(Occasion mention) {
        Optional<Occasion> best = Optional.empty();
        int most = 0;
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - MEMORY); i--) {
            int fit = fit(mention, all.get(i));
            if (fit > most) {
                most = fit;
                best = Optional.of(all.get(i));
            }
        }
        return best;
    }

    /** How well a mention fits an occasion; 0 where it is another. */
    private int fit(Occasion mention, Occasion earlier) {
        boolean title = reading.text().inTitle(mention.head);
        if (isToldAgain(mention, earlier)) {
            return 1 + shared(mention, earlier);
        }
        if (mention.further && !mention.round.equals(earlier.round)) {
            return 0;
        }
        boolean fit = kindsFit(mention.kind, earlier.kind) || isMeetingCalledSummit(mention, earlier);
        if (!fit || conflicts(mention, earlier) || isToldOnPhone(mention, earlier)) {
            return 0;
        }
        boolean alike = mention.kind == earlier.kind;
        boolean definite = isDefinite(mention);
        int shared = shared(mention, earlier);
        int least = Math.min(mention.parties.size(), earlier.parties.size());
        if (least < 2 && (isOneBefore(mention, earlier) || isOneBefore(earlier, mention))) {
            return 0;
        }
        boolean fits;
        if (mention.kind == Meeting.Kind.SIGNING) {
            fits = shared > 0 || least == 0 || reading.isDefinite(mention.to - 1);
        } else if (least >= 2) {
            fits = shared >= 2 || (shared == 1 && alike && (title || (definite && mention.kind == Meeting.Kind.TALKS)));
        } else if (least == 1) {
            // Who only is of the state that takes part in other talks has met somebody by himself.
            boolean own = !mention.purpose && (alike || mention.parties.size() < 2 || sharesOne(mention, earlier));
            fits = shared == 1 && own && (alike || title || mention.has("poss") || definite);
        } else {
            fits = title || samePlace(mention, earlier) || (alike && definite && mention.kind == Meeting.Kind.TALKS);
        }
        if (!fits) {
            return title && alike ? 1 : 0;
        }
        return 2 + shared * 2 + (alike ? 1 : 0) + (samePlace(mention, earlier) ? 1 : 0);
    }

    /** "During a meeting he said that he will meet": one that is over, of which was not told before, and one to come. */
    private boolean isOneBefore(Occasion over, Occasion coming) {
        return over.certainty == Certainty.LED
                && over.status == Meeting.Status.HELD
                && isComing(coming)
                && over.kind == Meeting.Kind.MEETING
                && coming.kind == Meeting.Kind.MEETING
                && !isDefinite(over)
                && !over.has("poss")
                && !reading.text().inTitle(over.head)
                && !reading.text().inTitle(coming.head);
    }

    /** "The summit of X and Y" and "the meeting between X and Y". */
    private static boolean isMeetingCalledSummit(Occasion mention, Occasion earlier) {
        boolean summit = mention.kind == Meeting.Kind.SUMMIT || earlier.kind == Meeting.Kind.SUMMIT;
        boolean meeting = mention.kind == Meeting.Kind.MEETING || earlier.kind == Meeting.Kind.MEETING;
        return summit && meeting && shared(mention, earlier) > 1;
    }

    /** "The two presidents discussed it" tells of the call that was told before, and the title of the one told below. */
    private boolean isToldAgain(Occasion mention, Occasion earlier) {
        boolean discusses = mention.isVerb() && mention.is("discuss") && mention.parties.size() == 2;
        boolean journey = earlier.kind == Meeting.Kind.VISIT || earlier.kind == Meeting.Kind.SIGNING;
        boolean here = reading.text().inTitle(mention.head)
                || reading.sentenceOf(mention.head) - reading.sentenceOf(earlier.lastHead) <= 2;
        return discusses
                && !journey
                && here
                && earlier.parties.size() == 2
                && earlier.parties.keySet().containsAll(mention.parties.keySet())
                && !conflicts(mention, earlier);
    }

    /** "The talks", "the session of the council": a noun with the article whose parties were all named before, if any. */
    private boolean isBare(Occasion mention) {
        if (!isDefinite(mention) || mention.sure) {
            return false;
        }
        return !mention.complete
                || mention.parties.keySet().stream()
                        .allMatch(cluster -> cluster.mentions.stream()
                                .allMatch(m -> !m.hasName() && m.known.isEmpty() && m.to - m.from == 1));
    }

    private boolean isDefinite(Occasion occasion) {
        return !occasion.isVerb() && (reading.isDefinite(occasion.headEnd - 1) || reading.isDefinite(occasion.head));
    }

    private static boolean samePlace(Occasion a, Occasion b) {
        return a.place.isPresent()
                && b.place.isPresent()
                && a.place.get().name().equals(b.place.get().name());
    }

    private static boolean kindsFit(Meeting.Kind mention, Meeting.Kind earlier) {
        return mention == earlier
                || (LOOSE.getOrDefault(mention, Set.of()).contains(earlier)
                        && LOOSE.getOrDefault(earlier, Set.of()).contains(mention));
    }

    private static boolean conflicts(Occasion a, Occasion b) {
        boolean days = a.time.isPresent()
                && b.time.isPresent()
                && !overlap(Timex.date(a.time.get()), Timex.date(b.time.get()));
        boolean places = a.place.isPresent() && b.place.isPresent() && !samePlace(a, b) && a.kind != Meeting.Kind.VISIT;
        boolean states = a.certainty == Certainty.SAID && b.certainty == Certainty.SAID && a.status != b.status;
        boolean tenses = a.kind != b.kind && ((isOver(a) && isComing(b)) || (isOver(b) && isComing(a)));
        return days || places || states || tenses;
    }

    private static boolean isComing(Occasion occasion) {
        return occasion.certainty == Certainty.SAID && occasion.status == Meeting.Status.SCHEDULED;
    }

    private static boolean isOver(Occasion occasion) {
        return occasion.certainty != Certainty.NONE && occasion.status == Meeting.Status.HELD;
    }

    private static boolean overlap(String a, String b) {
        return a.startsWith(b)
                || b.startsWith(a)
                || !Character.isDigit(a.charAt(0))
                || !Character.isDigit(b.charAt(0))
                || a.contains("/")
                || b.contains("/")
                || a.contains("W") != b.contains("W");
    }

    private static int shared(Occasion a, Occasion b) {
        // A state visited is another party than somebody of it who travels.
        boolean journeys = a.kind == Meeting.Kind.VISIT;
        Set<Cluster> taken = new HashSet<>();
        int count = 0;
        for (Cluster mine : a.parties.keySet()) {
            for (Cluster theirs : b.parties.keySet()) {
                if (!taken.contains(theirs) && (mine == theirs || (!journeys && isSame(mine, theirs)))) {
                    taken.add(theirs);
                    count++;
                    break;
                }
            }
        }
        return count;
    }

    private static boolean sharesOne(Occasion a, Occasion b) {
        return a.parties.keySet().stream().anyMatch(b.parties::containsKey);
    }

    /** A state and somebody of it. */
    private static boolean isSame(Cluster a, Cluster b) {
        String mine = state(a);
        return !mine.isEmpty() && mine.equals(state(b)) && (isState(a) || isState(b));
    }

    private static boolean isState(Cluster cluster) {
        return cluster.mentions.stream().anyMatch(m -> m.kind == Actor.Kind.STATE);
    }

    private static String state(Cluster cluster) {
        return cluster.mentions.stream()
                .map(m -> m.state)
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What a word that only names again points to: the latest occasion of a fitting kind, one that fits its time first. */
    private Optional<Occasion> again(Occasion mention) {
        Optional<Occasion> any = Optional.empty();
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - MEMORY); i--) {
            Occasion earlier = all.get(i);
            if (!pointsTo(mention, earlier)) {
                continue;
            }
            boolean past = mention.certainty != Certainty.NONE && mention.status == Meeting.Status.HELD;
            boolean ahead = earlier.certainty == Certainty.SAID && earlier.status == Meeting.Status.SCHEDULED;
            if (!past || !ahead) {
                return Optional.of(earlier);
            }
            any = any.or(() -> Optional.of(earlier));
        }
        return any;
    }

    private boolean pointsTo(Occasion mention, Occasion earlier) {
        boolean title = reading.text().inTitle(mention.head);
        boolean near = title || reading.sentenceOf(mention.head) - reading.sentenceOf(earlier.lastHead) <= SENTENCES;
        boolean fits = mention.kind == earlier.kind
                || LOOSE.getOrDefault(mention.kind, Set.of()).contains(earlier.kind);
        boolean shares = mention.parties.isEmpty() || isBare(mention) || shared(mention, earlier) > 0;
        boolean elsewhere = mention.place.isPresent() && earlier.place.isPresent() && !samePlace(mention, earlier);
        return near && fits && shares && !elsewhere && !isToldOnPhone(mention, earlier);
    }

    /** "He told him in a phone call of the talks with …": of a call and of talks in one sentence neither is the other. */
    private boolean isToldOnPhone(Occasion mention, Occasion earlier) {
        return (mention.kind == Meeting.Kind.CALL) != (earlier.kind == Meeting.Kind.CALL)
                && reading.sentenceOf(mention.head) == reading.sentenceOf(earlier.lastHead);
    }

    private void merge(Occasion whole, Occasion mention) {
        boolean fuller =
                mention.introduces && !reading.text().inTitle(mention.head) && fullness(mention) > fullness(whole);
        Span span = reading.text().span(mention.from, mention.to);
        if (fuller) {
            whole.also.add(reading.text().span(whole.from, whole.to));
            whole.from = mention.from;
            whole.to = mention.to;
        } else {
            whole.also.add(span);
        }
        boolean told = reading.text().inTitle(mention.head) && whole.parties.size() > 1;
        boolean tells = mention.introduces ? !isBare(mention) || mention.side >= 0 : mention.side >= 0;
        if (tells && !told) {
            mention.parties.forEach(whole::add);
        }
        boolean retold = mention.isVerb() && mention.is("discuss") && mention.head > whole.head;
        if (!reading.text().inTitle(mention.head) && !retold) {
            whole.status(mention.status, mention.certainty);
        }
        whole.steps.add(new Evidence.Step(mention.pattern.id(), span));
        whole.lastHead = Math.max(whole.lastHead, mention.head);
        whole.time = finer(whole.time, mention.time);
        whole.place = whole.place.or(() -> mention.place);
        whole.level = whole.level.or(() -> mention.level);
        whole.about = whole.about.or(() -> mention.about);
        whole.round = whole.round.isPresent() ? whole.round : mention.round;
    }

    /** Of two expressions for one occasion the first, unless the other says more exactly when. */
    private static Optional<TimeExpression> finer(Optional<TimeExpression> first, Optional<TimeExpression> second) {
        boolean exact =
                first.isPresent() && second.isPresent() && !Timex.isInDays(first.get()) && Timex.isDay(second.get());
        return exact ? second : first.or(() -> second);
    }

    private static int fullness(Occasion occasion) {
        return (occasion.isVerb() ? 0 : 3) + (occasion.to - occasion.from);
    }
}
