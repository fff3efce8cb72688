package org.mahdar.extract;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.mahdar.language.Entry;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.model.TimeExpression;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Reads when and where an occasion takes place, its round, its level and what it is about. */
final class MeetingCircumstances {
    /** How far from the occasion a time or place may stand, in tokens. */
    private static final int NEAR = 14;
    /** The same behind what belongs to the occasion. */
    private static final int BEHIND = 9;
    /** How many words of a subject are taken at most. */
    private static final int MAX_ABOUT = 14;

    private static final int MAX_LEVEL = 3;
    /** How long the words are that lead the occasion beside which another takes place. */
    private static final int MAX_SIDELINES = 3;

    /** How many words may stand between a verb and the name of a city: "the Egyptian capital". */
    private static final int MAX_CAPITAL = 3;

    /** How far from the noun the number of a round may stand. */
    private static final int MAX_ROUND = 3;
    /** How many words behind a word for what is going on may describe it. */
    private static final int MAX_SITUATION = 3;

    private static final long PLACES = WordClass.bits(WordClass.CITY, WordClass.STATE);

    private final Reading reading;
    private final Text text;
    private final Tape tape;
    /** For each token, the expression that begins there and can be when something takes place. */
    private final TimeExpression[] timeAt;

    /** Tokens inside the name or title of somebody: a place there is no place of an occasion. */
    private final BitSet named = new BitSet();

    private final int capitals;
    private final int ordinals;
    private final int feminineOrdinals;
    private final int openOrdinals;
    private final int levels;
    private final int topics;
    private final int topicVerbs;
    private final int events;
    private final int meet;
    private final int holds;
    private final int roles;
    private final int since;
    private final int until;
    private final int sidelines;
    private final int phone;
    private final int situations;

    MeetingCircumstances(Reading reading, List<Mention> who, Times when) {
        this.reading = reading;
        this.text = reading.text();
        this.tape = reading.tape();
        who.stream()
                .filter(mention -> mention.kind != Actor.Kind.STATE)
                .forEach(mention -> named.set(mention.from + 1, Math.max(mention.from + 1, mention.to)));
        this.timeAt = new TimeExpression[reading.size() + 1];
        for (TimeExpression time : when.expressions()) {
            if (Timex.isWhen(time)) {
                timeAt[text.tokenAt(time.span().start())] = time;
            }
        }
        Language language = reading.language();
        this.capitals = language.symbol("states.capital");
        this.ordinals = language.symbol("ordinals");
        this.feminineOrdinals = language.symbol("ordinals.fem");
        this.openOrdinals = language.symbol("ordinals.construct");
        this.levels = language.symbol("meeting-levels");
        this.topics = language.symbol("meeting-topics");
        this.topicVerbs = language.symbol("meeting-topics.verb");
        this.events = language.symbol("events");
        this.meet = language.symbol("meet");
        this.holds = language.symbol("hold");
        this.roles = language.symbol("meeting-roles");
        this.since = language.symbol("tense.since");
        this.until = language.symbol("tense.until");
        this.sidelines = language.symbol("sidelines");
        this.phone = language.symbol("by-phone");
        this.situations = language.symbol("situations");
    }

    void read(Occasion occasion) {
        occasion.time = time(occasion);
        // A call has no place: what is named beside it is what they talk about.
        boolean call = occasion.kind == Meeting.Kind.CALL;
        occasion.place = call ? Optional.empty() : place(occasion, false);
        Optional<Meeting.Place> named = call || occasion.place.isPresent() ? Optional.empty() : place(occasion, true);
        occasion.located = occasion.place.isPresent() || named.isPresent();
        occasion.place =
                occasion.place.or(() -> named.filter(place -> place.span().start() <= text.end(occasion.reach - 1)));
        occasion.round = round(occasion);
        details(occasion);
    }

    /** "Went to Damascus on Thursday, where he met": what follows in one sentence has day and place of what came before. */
    void inherit(Occasion occasion, Occasion before) {
        boolean follows = before != occasion
                && before.introduces
                && occasion.introduces
                && reading.sentenceOf(before.head) == reading.sentenceOf(occasion.head)
                && before.parties.keySet().stream().anyMatch(occasion.parties::containsKey);
        if (!follows) {
            return;
        }
        boolean goesOn = occasion.isVerb() && before.isVerb() && reading.opensWithConjunction(occasion.head);
        if (goesOn && before.time.isEmpty()) {
            before.time = occasion.time;
        }
        boolean linked = occasion.isVerb() || occasion.governor >= 0 || before.kind == Meeting.Kind.VISIT;
        if (linked) {
            occasion.time = occasion.time.or(() -> before.time);
            occasion.place = occasion.place.or(() -> before.place);
        }
    }

    /** The nearest expression of the clause, behind the occasion first. */
    private Optional<TimeExpression> time(Occasion occasion) {
        Optional<TimeExpression> after = after(occasion);
        if (after.isPresent()) {
            return after;
        }
        int start = text.sentenceStart(text.sentence(occasion.head));
        int from = occasion.governor >= 0 ? occasion.governor : occasion.head;
        for (int token = occasion.head - 1; token >= Math.max(start, from - NEAR); token--) {
            if (token < from && (isBoundary(token) || otherOccasion(occasion, token))) {
                break;
            }
            boolean fits = timeAt[token] != null && !Timex.isVague(timeAt[token]);
            if (fits && (token >= from || !insideRelative(start, token))) {
                return Optional.of(timeAt[token]);
            }
        }
        return Optional.empty();
    }

    /** "The deal that they signed on Monday": the day belongs to what is told behind the relative pronoun. */
    private boolean insideRelative(int start, int token) {
        for (int at = token - 1; at >= Math.max(start, token - NEAR); at--) {
            if (reading.is(at, WordClass.RELATIVE)) {
                return true;
            }
            if (reading.isComma(at)) {
                return false;
            }
        }
        return false;
    }

    private Optional<TimeExpression> after(Occasion occasion) {
        int end = text.sentenceEnd(occasion.head);
        int steps = 0;
        for (int token = occasion.headEnd; token < end && steps < BEHIND; token++) {
            if (isBoundary(token) || (otherOccasion(occasion, token) && !isBeside(token))) {
                break;
            }
            if (timeAt[token] != null && !isSince(token)) {
                return Optional.of(timeAt[token]);
            }
            steps += token < occasion.reach || named.get(token) ? 0 : 1;
        }
        return Optional.empty();
    }

    /** "Since Monday", "until Monday": no day on which something takes place. */
    private boolean isSince(int token) {
        return reading.find(token - 1, since) >= 0 || reading.find(token - 1, until) >= 0;
    }

    /** "On the sidelines of the summit on Monday": the day of one is the day of the other. */
    private boolean isBeside(int token) {
        for (int at = token - 1; at >= Math.max(0, token - MAX_SIDELINES); at--) {
            int hit = reading.find(at, sidelines);
            if (hit >= 0) {
                return tape.end(hit) == token;
            }
        }
        return false;
    }

    private boolean isBoundary(int token) {
        return reading.is(token, WordClass.THAT)
                || (reading.is(token, WordClass.SAY_FINITE) && !reading.is(token, WordClass.SAY_WEAK))
                || reading.is(token, WordClass.LINK)
                || reading.is(token, WordClass.ACCORDING)
                || text.isMark(token, ':');
    }

    /** "…, and in Vienna will be held": what is held behind a conjunction is another. */
    private boolean isNextClause(int token) {
        int verb = reading.find(token, holds);
        return verb >= 0
                && reading.opensWithConjunction(token)
                && (reading.term(verb).is("past") || reading.term(verb).is("pres"));
    }

    private boolean otherOccasion(Occasion occasion, int token) {
        int event = reading.find(token, events);
        boolean term =
                event >= 0 && reading.term(event).entry().is("own") && reading.is(token - 1, WordClass.PREPOSITION);
        // "A meeting in its ordinary session on Monday" is one.
        return (token < occasion.from || token >= occasion.to)
                && (reading.find(token, meet) >= 0 || (event >= 0 && !term));
    }

    private Optional<Meeting.Place> place(Occasion occasion, boolean inNames) {
        int end = text.sentenceEnd(occasion.head);
        int start = text.sentenceStart(text.sentence(occasion.head));
        int limit = isTopical(occasion) ? occasion.reach : Math.min(end, occasion.reach + NEAR);
        int behindPerson = 0;
        for (int token = occasion.headEnd; token < limit; token++) {
            Optional<Mention> person = StatementFinder.mentionAt(reading, token).filter(Mention::isPerson);
            behindPerson = Math.max(behindPerson, person.map(m -> m.to).orElse(0));
            boolean next = token >= occasion.reach && isNextClause(token);
            if (isBoundary(token) || next || (otherOccasion(occasion, token) && token > occasion.reach)) {
                break;
            }
            Optional<Meeting.Place> found =
                    placeAt(token, isGoal(occasion, token) && (token >= behindPerson || isJoined(token)), inNames);
            if (found.isPresent()) {
                return found;
            }
        }
        int from = occasion.governor >= 0 ? occasion.governor : occasion.head;
        for (int token = occasion.head - 1; token >= Math.max(start, from - NEAR); token--) {
            if (token < from && (isBoundary(token) || otherOccasion(occasion, token))) {
                break;
            }
            Optional<Meeting.Place> found = placeAt(token, isHost(token), inNames);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** "The meeting dealt with the floods in X": what follows is what they spoke of. */
    private boolean isTopical(Occasion occasion) {
        return !occasion.isVerb() && reading.find(occasion.head - 1, topicVerbs) >= 0;
    }

    /** Whether a place right behind the word is where it takes place: behind a verb of meeting it is the subject. */
    private static boolean goes(Occasion occasion) {
        return occasion.kind == Meeting.Kind.VISIT || (!occasion.isVerb() && occasion.kind != Meeting.Kind.SIGNING);
    }

    /** "The minister of X to Y": the preposition is written together with the place, which is none of his title. */
    private boolean isJoined(int token) {
        return joined(token) >= 0 && apart(token) < 0;
    }

    /** Where an occasion is named by its place, and where a visit leads without a preposition: right behind the visitor. */
    private boolean isGoal(Occasion occasion, int token) {
        return (token == occasion.headEnd && goes(occasion))
                || (occasion.kind == Meeting.Kind.VISIT
                        && !occasion.is("leave")
                        && (token < occasion.reach
                                || reading.mentionEndingAt(token).isPresent()));
    }

    /** "Cairo hosted", "the Egyptian capital Cairo hosted": the host is where it takes place. */
    private boolean isHost(int token) {
        int place = reading.hit(token, PLACES, false);
        int behind = place < 0 ? -1 : reading.find(tape.end(place), holds);
        if (behind >= 0 && reading.term(behind).entry().is("host")) {
            // "Cairo hosts"
            return true;
        }
        for (int at = token - 1; at >= Math.max(0, token - MAX_CAPITAL); at--) {
            int verb = reading.find(at, holds);
            if (verb >= 0) {
                return reading.term(verb).entry().is("host");
            }
            if (!reading.isWord(at) || !reading.isDefinite(at)) {
                return false;
            }
        }
        return false;
    }

    /** A city or state behind "in", or where somebody goes to. */
    private Optional<Meeting.Place> placeAt(int token, boolean bare, boolean inNames) {
        int joined = joined(token);
        int apart = apart(token);
        int hit = apart >= 0 ? apart : joined;
        if (hit < 0 || (named.get(token) && !inNames) || reading.describesPlace(token) || isOfSituation(token)) {
            return Optional.empty();
        }
        if (named.get(token) && isBehindTo(token)) {
            // "The envoy to Yemen": his office.
            return Optional.empty();
        }
        boolean in = apart >= 0 && (behindIn(token) || (bare && !reading.is(token - 1, WordClass.STATE)));
        boolean joinedIn = joined >= 0 && apart < 0 && (reading.opensWith(token, Letters.B) || bare);
        if (!in && !joinedIn) {
            return Optional.empty();
        }
        Term term = reading.term(hit);
        Entry entry = term.entry();
        String name =
                (term.role().equals("capital") ? entry.value("capital-en") : entry.value("en")).orElse(term.words());
        return Optional.of(new Meeting.Place(text.span(token, tape.end(hit)), name));
    }

    private boolean isBehindTo(int token) {
        int hit = reading.hit(token - 1, WordClass.PREPOSITION.bit(), false);
        return hit >= 0 && reading.term(hit).entry().is("to");
    }

    /** "The fighting in X": where that is of which they talk. */
    private boolean isOfSituation(int token) {
        int at = token - 1;
        int in = reading.hit(at, WordClass.PREPOSITION.bit(), false);
        if (in < 0 && at > 0 && reading.isWord(at) && reading.find(at, events) < 0) {
            // "In the city of X", "in the east of X"
            in = reading.hit(--at, WordClass.PREPOSITION.bit(), false);
        }
        if (in < 0 || !reading.term(in).entry().is("in")) {
            return false;
        }
        for (int before = at - 1; before >= Math.max(0, at - MAX_SITUATION) && reading.isWord(before); before--) {
            if (reading.find(before, situations) >= 0) {
                // "The Palace of Peace in X" is a place.
                boolean name = reading.isAny(before - 1, WordClass.bits(WordClass.HEAD, WordClass.PLACE_HEAD))
                        && !reading.isDefinite(before - 1);
                return !named.get(before) && !name;
            }
            if (!reading.isDefinite(before)) {
                return false;
            }
        }
        return false;
    }

    /** A city or state behind a preposition written together with it. */
    private int joined(int token) {
        int hit = reading.hit(token, PLACES, true);
        int capital = hit < 0 ? reading.find(token, capitals) : -1;
        return capital >= 0 && (tape.clitics(capital) & Letters.PREPOSITION) != 0 ? capital : hit;
    }

    /** "The Jeddah talks": a city right behind a noun without article. */
    private boolean isNamedByPlace(int token) {
        int event = reading.find(token - 1, events);
        return event >= 0 && tape.end(event) == token && !reading.isDefinite(token - 1);
    }

    /** A city or state; a name that is also another word is one straight behind "in", "the city of", the occasion. */
    private int apart(int token) {
        int hit = reading.hit(token, PLACES, false);
        int capital = hit < 0 ? reading.find(token, capitals) : -1;
        if (capital >= 0 && (tape.clitics(capital) & Letters.PREPOSITION) == 0) {
            hit = capital;
        }
        int doubtful = hit < 0 ? reading.hit(token, WordClass.CITY_DOUBTFUL.bit(), false) : -1;
        int in = doubtful < 0 ? -1 : reading.hit(token - 1, WordClass.PREPOSITION.bit(), false);
        boolean place = reading.is(token - 1, WordClass.PLACE_HEAD)
                || (in >= 0 && reading.term(in).entry().is("in"))
                || isNamedByPlace(token);
        return place && doubtful >= 0 ? doubtful : hit;
    }

    /** "In Cairo", "in the Egyptian capital Cairo", "to Cairo". */
    private boolean behindIn(int token) {
        for (int at = token - 1; at >= Math.max(0, token - 3); at--) {
            int hit = reading.hit(at, WordClass.PREPOSITION.bit(), false);
            if (hit >= 0) {
                Entry entry = reading.term(hit).entry();
                return entry.is("in")
                        || (entry.is("to") && (at == token - 1 || reading.is(at + 1, WordClass.PLACE_HEAD)));
            }
            if (!reading.isWord(at) || !reading.isDefinite(at)) {
                // "In the city of Cairo", and not "in Cairo the minister of …"
                boolean construct = at == token - 1
                        && reading.isWord(at)
                        && !reading.isAny(
                                at, (Nouns.TITLES & ~WordClass.BODY_HEAD.bit()) | WordClass.TIME.bit() | PLACES);
                return construct && behindIn(at);
            }
        }
        return false;
    }

    private int ordinal(int token) {
        int hit = reading.find(token, ordinals);
        hit = hit >= 0 ? hit : reading.find(token, feminineOrdinals);
        return hit >= 0 ? hit : reading.find(token, openOrdinals);
    }

    private OptionalInt round(Occasion occasion) {
        if (occasion.isVerb()) {
            return OptionalInt.empty();
        }
        for (int token = occasion.head - 1; token < Math.min(reading.size(), occasion.headEnd + MAX_ROUND); token++) {
            int hit = token < 0 || timeAt[token] != null ? -1 : ordinal(token);
            if (hit >= 0 && (token >= occasion.headEnd || token == occasion.head - 1 || token > occasion.head)) {
                return reading.term(hit)
                        .entry()
                        .value("value")
                        .map(Integer::valueOf)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty());
            }
            if (token >= occasion.headEnd && !reading.isWord(token)) {
                break;
            }
        }
        return OptionalInt.empty();
    }

    private void details(Occasion occasion) {
        int end = Math.min(text.sentenceEnd(occasion.head), occasion.reach + NEAR);
        for (int token = occasion.headEnd; token < end; token++) {
            if (isBoundary(token) || (token > occasion.reach && otherOccasion(occasion, token))) {
                return;
            }
            int level = reading.find(token, levels);
            if (level >= 0 && occasion.level.isEmpty()) {
                occasion.level = phrase(tape.end(level), MAX_LEVEL);
            }
            if (occasion.isVerb() && occasion.kind == Meeting.Kind.TALKS && reading.find(token, phone) >= 0) {
                occasion.kind = Meeting.Kind.CALL;
            }
            int topic = reading.find(token, topics);
            if (topic >= 0 && occasion.about.isEmpty()) {
                occasion.about = phrase(tape.end(topic), MAX_ABOUT);
            }
        }
    }

    /** The words from a token to the end of their clause. */
    private Optional<org.mahdar.model.Span> phrase(int from, int most) {
        int to = from;
        while (to < Math.min(text.sentenceEnd(Math.min(from, text.size() - 1)), from + most)
                && (reading.isWord(to) || text.kind(to) == Text.NUMBER)
                && !reading.is(to, WordClass.RELATIVE)
                && reading.find(to, roles) < 0
                && !reading.is(to, WordClass.THAT)
                && !reading.is(to, WordClass.TIME)) {
            to++;
        }
        return Stream.of(to).filter(t -> t > from).map(t -> text.span(from, t)).findFirst();
    }
}
