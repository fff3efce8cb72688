package org.mahdar.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.model.TimeExpression;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.PatternSet;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/** Finds what each side demands, offers, accepts, rejects: in what is said and in the story's own voice. */
final class PositionFinder {
    /** Acts after which "if" begins the condition under which they are done. */
    private static final Set<Position.Act> YIELDS = Set.of(Position.Act.OFFER, Position.Act.ACCEPT);
    /** Acts that answer a deal as a whole, with what is given for it. */
    private static final Set<Position.Act> ACCEPTS = Set.of(Position.Act.ACCEPT, Position.Act.REJECT);

    private static final int FAR = 60;
    private static final int MAX_STANCES = 500;
    /** A clause of fewer words says nothing without the one before it. */
    private static final int CLAUSE = 2;

    /** How many words may name whom something is asked of, before "that". */
    private static final int ASKED = 5;

    /** How far from the words of a stance its matter may stand. */
    private static final int AROUND = 15;

    /** How many words in a thousand are of negotiation or dispute where a story is about one. */
    private static final int WARM = 15;
    /** How many words show whether a story has two sides. */
    private static final int BRIEF = 60;
    /** How many words of speech a report has in a thousand; an essay has fewer. */
    private static final int TOLD = 5;
    /** How many words a text must have before it can be an essay: a short item may quote nobody. */
    private static final int ESSAY = 150;
    /** More than any party weighs: the writer of an essay has opinions, and reports no stances. */
    private static final int NOBODY = 3;

    private final PatternSet patterns;
    private final int sport;
    private final int issue;
    private final int feeling;
    private final int deed;
    private final int routine;
    private final int provisoIf;
    private final int orElse;

    PositionFinder(Language language) {
        this.patterns = language.patterns("position");
        this.sport = language.symbol("sport");
        this.issue = language.symbol("issues");
        this.deed = language.symbol("deeds");
        this.routine = language.symbol("routines");
        this.provisoIf = language.symbol("provisos.if");
        this.orElse = language.symbol("or-else");
        this.feeling = language.symbol("feelings");
    }

    /** The positions of a story, in text order. */
    List<Stance> find(
            Reading reading,
            List<Mention> mentions,
            List<Draft> drafts,
            Voices voices,
            Sides sides,
            List<Occasion> occasions,
            List<Document> documents,
            Optional<LocalDate> day) {
        Holders holders = new Holders(reading, mentions, sides, voices, occasions, documents);
        return new Search(reading, drafts, voices, sides, holders, day).run();
    }

    /** One story. */
    private final class Search {
        private final Reading reading;
        private final Text text;
        private final Tape tape;
        private final Sides sides;
        private final Holders holders;
        private final Voices voices;
        /** When the story was written, where that is known: a day after it is that of what is to be done. */
        private final Optional<LocalDate> day;
        /** How many words of negotiation stand before each token. */
        private final int[] issues;

        private final Map<Integer, Draft> byVerb = new HashMap<>();
        private final StanceCutter cutter;
        private final StanceRoles roles;
        private final StanceVerbs verbs;
        private final StanceDoubts doubts;
        private final StanceParties parties;
        private final int least;

        Search(
                Reading reading,
                List<Draft> drafts,
                Voices voices,
                Sides sides,
                Holders holders,
                Optional<LocalDate> day) {
            this.reading = reading;
            this.day = day;
            this.text = reading.text();
            this.tape = reading.tape();
            this.sides = sides;
            this.voices = voices;
            for (Draft draft : drafts) {
                byVerb.put(draft.negated ? draft.cueFrom + 1 : draft.cueFrom, draft);
            }
            this.holders = holders;
            this.issues = new int[reading.size() + 1];
            for (int t = 0; t < reading.size(); t++) {
                issues[t + 1] = issues[t] + (reading.find(t, issue) >= 0 ? 1 : 0);
            }
            this.least = leastWeight();
            this.cutter = new StanceCutter(reading, voices);
            this.doubts = new StanceDoubts(reading, cutter, byVerb, issues);
            this.roles = new StanceRoles(reading, holders, sides);
            this.verbs = new StanceVerbs(reading, voices, roles);
            this.parties = new StanceParties(reading, sides, holders, voices, roles, verbs, byVerb.values());
        }

        /** How much a party must weigh: anybody counts in a story of negotiation, none but states in another that has two sides. */
        private int leastWeight() {
            int words = 1;
            for (int t = 0; t < reading.size(); t++) {
                words += reading.isWord(t) ? 1 : 0;
            }
            boolean essay = words > ESSAY && 1000 * byVerb.size() / words < TOLD;
            boolean warm = 1000 * issues[reading.size()] / words >= WARM;
            if (essay || Sport.isOf(reading, sport)) {
                return NOBODY;
            }
            boolean domestic = words > BRIEF && !sides.faceEachOther();
            return warm ? 0 : domestic ? NOBODY : 2;
        }

        List<Stance> run() {
            List<Stance> found = new ArrayList<>();
            Matcher matcher = reading.matcher();
            Predicate<Matcher> taker = match -> {
                Optional<Stance> stance = stance(match);
                stance.ifPresent(found::add);
                stance.filter(first -> mode(match).equals("list")).ifPresent(first -> addItems(first, found));
                stance.ifPresent(first -> addFurther(first, asks(match, first), found));
                return stance.isPresent();
            };
            for (int token = 0; token < reading.size(); token++) {
                if (!text.inTitle(token)) {
                    patterns.firstThat(matcher, tape, token, taker);
                }
            }
            List<Stance> kept = new ArrayList<>();
            for (Stance s : found) {
                boolean overlaps = kept.stream().anyMatch(other -> other.from < s.to && s.from < other.to);
                if (!overlaps) {
                    kept.add(s);
                }
            }
            kept.sort(Comparator.comparingInt(s -> s.from));
            return kept;
        }

        /** The further items of a list: "…, and that …". */
        private void addItems(Stance first, List<Stance> found) {
            Stance last = first;
            while (found.size() < MAX_STANCES) {
                int next = last.to + 1;
                boolean goesOn = text.kind(last.to) == Text.MARK
                        && voices.isSame(first.from, next)
                        && reading.opensWithConjunction(next)
                        && reading.find(next, deed) >= 0;
                if (!goesOn || cutter.endOfItem(next) <= next) {
                    return;
                }
                last = further(first, first.act, next, cutter.endOfItem(next));
                found.add(last);
            }
        }

        /**
         * What is joined to a stance in the same breath: "that X, and that Y", "ready for X if Y". After another clause "and
         * that" tells something else.
         */
        private void addFurther(Stance first, boolean asked, List<Stance> found) {
            int next = first.to < reading.size() && text.kind(first.to) == Text.MARK ? first.to + 1 : first.to;
            if (found.size() >= MAX_STANCES || !voices.isSame(first.from, next)) {
                return;
            }
            int condition = YIELDS.contains(first.act) ? reading.find(next, provisoIf) : -1;
            int that = asked || reading.is(next, WordClass.PREPOSITION) ? thatOfItem(next) : next;
            if (condition >= 0 && cutter.end(next) > next && !doubts.isIfNeeded(Position.Act.CONDITION, next)) {
                found.add(further(first, Position.Act.CONDITION, next, cutter.end(next)));
            } else if (that > next && cutter.end(that) > that) {
                found.add(further(first, first.act, that, cutter.end(that)));
            }
        }

        /** Whether a stance is what a verb asks for or refuses, and not a clause that somebody says. */
        private boolean asks(Matcher match, Stance first) {
            return mode(match).equals("statement")
                    || (reading.is(first.from - 1, WordClass.THAT)
                            && first.statement
                                    .map(said -> !roles.startOf(said, first.from))
                                    .orElse(true));
        }

        /** Behind "and on that", "and that" the first token of a further item; the token itself where none begins. */
        private int thatOfItem(int token) {
            if (!reading.opensWithConjunction(token) || reading.find(token, orElse) >= 0) {
                return token;
            }
            int at = reading.is(token, WordClass.PREPOSITION) ? token + 1 : token;
            return reading.is(at, WordClass.THAT) ? at + 1 : token;
        }

        private Stance further(Stance first, Position.Act act, int from, int end) {
            int to = end;
            while (to > from + 1 && isLoose(from, to - 1)) {
                to--;
            }
            int start = text.start(from) + (reading.opensWithConjunction(from) ? 1 : 0);
            Span content = new Span(start, text.end(to - 1));
            return new Stance(first.pattern, act, from, to, content, first.statement, first.parties);
        }

        private static String mode(Matcher match) {
            return match.pattern().setting("as").orElse("");
        }

        private Optional<Stance> stance(Matcher match) {
            int cue = match.start("cue");
            Optional<Position.Act> act = act(match, cue);
            if (act.isEmpty() || doubts.isHypothetical(match)) {
                return Optional.empty();
            }
            if (mode(match).equals("statement")) {
                Draft draft = byVerb.get(cue);
                // "Deemed it" is written like "promised".
                if (draft == null
                        || draft.content.isEmpty()
                        || draft.governs("deem")
                        || doubts.isWhatIsDenied(act.get(), cue, Optional.empty())) {
                    return Optional.empty();
                }
                int start = draft.content.get(0).start();
                if (doubts.isWelcome(draft, text.tokenAt(start))
                        || doubts.asksResidents(act.get(), cue, text.tokenAt(start))) {
                    return Optional.empty();
                }
                int from = act.get() == Position.Act.CRITICISE
                        ? text.tokenAt(start)
                        : behindAsked(match.hit("cue"), text.tokenAt(start));
                start = from > text.tokenAt(start) ? text.start(from) : start;
                return make(match, act.get(), from, start, Optional.of(draft), holders.speaking(draft));
            }
            int from = from(match);
            boolean led = reading.is(from - 1, WordClass.PREPOSITION) || text.opens(from - 1) >= 0;
            int start = match.pattern().setting("content").isPresent() && !led
                    ? ContentPieces.afterPreposition(reading, from)
                    : text.start(from);
            Optional<Draft> statement = voices.at(from);
            if (!verbs.allow(match)
                    || !plays(match, from, statement)
                    || (reading.is(from, WordClass.NOT_SAID) && !reading.is(from - 1, WordClass.THAT))
                    || (cue < from && doubts.asksResidents(act.get(), cue, from))
                    || doubts.isWhatIsDenied(act.get(), from, statement)) {
                return Optional.empty();
            }
            return make(match, act.get(), from, start, statement, parties.of(match, statement));
        }

        /** "Urged the parties to resume": whom something is asked of stands before what is asked, and is no part of it. */
        private int behindAsked(int hit, int from) {
            boolean appeals = tape.payload(hit) instanceof Term verb
                    && verb.entry().is("addressee")
                    && verb.entry().is("that");
            for (int token = from + 1; appeals && token < from + ASKED; token++) {
                if (reading.is(token, WordClass.THAT) && !reading.opensWithConjunction(token)) {
                    return token + 1;
                }
            }
            return StatementFinder.mentionAt(reading, from)
                    .filter(mention -> mention.to < cutter.limit(from) && reading.find(mention.to, deed) >= 0)
                    .map(mention -> mention.to)
                    .orElse(from);
        }

        private int from(Matcher match) {
            return switch (mode(match)) {
                case "whole", "before", "bound" -> behindLink(cutter.start(match.start()), match.start());
                case "noun", "phrase-of" -> match.start("cue");
                case "described" -> described(match.start("cue"));
                case "subject" -> holders.beside(match.start("cue"));
                case "list" -> match.start("content");
                default -> content(match);
            };
        }

        /** "Described the demands as hostile": with what is described, where it stands behind the verb. */
        private int described(int cue) {
            return voices.at(cue)
                    .filter(draft -> !draft.content.isEmpty())
                    .map(draft -> text.tokenAt(draft.content.get(0).start()))
                    .filter(first -> first < cue && voices.isSame(first, cue) && !reading.is(first, WordClass.THAT))
                    .orElse(cue);
        }

        /** "But it will": the link belongs to the clause before. */
        private int behindLink(int from, int to) {
            return from < to && reading.is(from, WordClass.LINK) && reading.ends("owned", from) ? from + 1 : from;
        }

        /** Where the content begins: with the actor behind the verb, where the verb has its subject before it. */
        private int content(Matcher match) {
            int party = match.start("party");
            int cue = match.start("cue");
            boolean object =
                    party > cue && cue >= 0 && holders.stands(cue) && text.kind(match.end("party")) == Text.WORD;
            return object
                            && match.pattern().setting("content").isEmpty()
                            && match.start("content") == match.end("party")
                    ? party
                    : match.start("content");
        }

        private Optional<Stance> make(
                Matcher match,
                Position.Act act,
                int from,
                int start,
                Optional<Draft> statement,
                List<Cluster> parties) {
            int to = switch (mode(match)) {
                case "list", "phrase", "phrase-of" -> cutter.endOfItem(from);
                case "subject" -> beforeRelative(match.end(), cutter.endOfItem(from));
                case "bound" -> cutter.end(match.start("bound") < 0 ? match.start("cue") : match.start("bound"));
                case "before" -> Math.min(match.end(), cutter.limit(from));
                case "antecedent" -> match.start("which");
                case "whole" -> cutter.end(from, ACCEPTS.contains(act), false);
                default -> cutter.end(from, ACCEPTS.contains(act), true);
            };
            while (to > from && isLoose(from, to - 1)) {
                to--;
            }
            to = beforeDay(from, YIELDS.contains(act) ? cutter.beforeCondition(from, to) : to);
            int cue = match.start("cue");
            int enough = cue < from && statement.isPresent() ? least : Math.max(1, least);
            boolean silent = doubts.isVisit(act, from)
                    || doubts.isGuest(act, from)
                    || doubts.isIfNeeded(act, from)
                    || doubts.isCourtesy(act, from)
                    || doubts.isFighting(match, from)
                    || doubts.isDoubted(act, from, cue)
                    || (match.end("party") == from && doubts.isJoinedSubject(from))
                    || (cue >= 0 && cue < from && doubts.asksItself(act, parties, cue, from, holders))
                    || (isBack(from, to) && !mode(match).equals("subject"))
                    || doubts.isTalk(act, from)
                    || reading.find(from, routine) >= 0
                    || (mode(match).equals("matter") && !namesMatter(from, to))
                    || ((mode(match).equals("whole") || mode(match).equals("before")) && to - from < CLAUSE);
            boolean behind = cue >= to && cue < from + FAR && !mode(match).equals("antecedent");
            if (to <= from
                    || silent
                    || behind
                    || roles.isOutsider(parties)
                    || !counts(act, parties, enough, from, to)) {
                return Optional.empty();
            }
            Stance out = new Stance(match.pattern().id(), act, from, to, span(from, start, to), statement, parties);
            for (String label : match.pattern().labels()) {
                if (match.start(label) >= 0 && match.end(label) > match.start(label)) {
                    out.steps.add(reading.step(label, match.start(label), match.end(label)));
                }
            }
            return Optional.of(out);
        }

        /** The words of a stance, with the opening mark before them where they hold the closing one. */
        private Span span(int from, int start, int to) {
            int quotation = text.quotation(from);
            boolean opened = quotation >= 0
                    && start == text.start(from)
                    && text.quotations().get(quotation).open() == from - 1
                    && text.quotations().get(quotation).close() > from
                    && text.quotations().get(quotation).close() < to - 1;
            return new Span(opened ? text.start(from - 1) : start, text.end(to - 1));
        }

        /** Where a relative clause begins that tells more of the subject. */
        private int beforeRelative(int from, int to) {
            int token = from;
            while (token < to && !reading.is(token, WordClass.RELATIVE)) {
                token++;
            }
            return token;
        }

        /** "Promised to do it": what is promised was told before. */
        private boolean isBack(int from, int to) {
            return to - from <= 2
                    && (reading.is(to - 1, WordClass.PREPOSITION_PRONOUN)
                            || (to - from == 1
                                    && reading.ends("owned", from)
                                    && !reading.isDefinite(from)
                                    && reading.find(from, deed) >= 0));
        }

        private boolean namesMatter(int from, int to) {
            return issues[to] > issues[from];
        }

        /** Without the day at the end, which is that of the act: "rejected the plan yesterday". */
        private int beforeDay(int from, int to) {
            for (int token = to - 1; token > from; token--) {
                boolean bare = reading.is(token, WordClass.TIME)
                        && !reading.isBehindPreposition(token)
                        && !reading.isAfterPreposition(token, WordClass.TIME.bit());
                if (bare && reading.afterTime(token) == to && isDay(token)) {
                    return token;
                }
            }
            return to;
        }

        private boolean isDay(int token) {
            int hit = reading.hit(token, WordClass.TIME.bit(), false);
            return hit >= 0
                    && tape.payload(hit) instanceof TimeExpression time
                    && time.type() == TimeExpression.Type.DATE
                    && time.precision() == TimeExpression.Precision.DAY
                    && day.filter(on -> time.value().compareTo(on.toString()) > 0)
                            .isEmpty();
        }

        /** Whether a mark at the end of a stance belongs to none of its words. */
        private boolean isLoose(int from, int token) {
            if (reading.isWord(token) || text.kind(token) == Text.NUMBER) {
                return false;
            }
            char mark = text.mark(token);
            int quotation = text.quotation(token);
            boolean closes = quotation >= 0
                    && text.quotations().get(quotation).close() == token
                    && text.quotations().get(quotation).open() >= from;
            return !closes && mark != ')' && mark != ']' && mark != '%';
        }

        private Optional<Position.Act> act(Matcher match, int cue) {
            Optional<String> word = match.pattern().setting("act");
            boolean fixed = word.isPresent();
            int felt = match.start("feeling") >= 0 ? reading.find(match.start("feeling"), feeling) : -1;
            if (felt >= 0) {
                return Optional.of(Position.Act.valueOf(
                        reading.term(felt).entry().need("act").toUpperCase(Locale.ROOT)));
            }
            int hit = match.hit("cue");
            if (!fixed && hit >= 0 && tape.payload(hit) instanceof Term term) {
                word = term.entry().value("act");
            }
            if (word.isEmpty()) {
                return Optional.empty();
            }
            Position.Act act = Position.Act.valueOf(word.get().toUpperCase(Locale.ROOT));
            if (fixed || cue < 0 || !reading.denies(cue - 1)) {
                return Optional.of(act);
            }
            return switch (act) {
                case ACCEPT, SUPPORT, OFFER, COMMIT -> Optional.of(Position.Act.REJECT);
                case REJECT ->
                    tape.payload(hit) instanceof Term term && term.entry().is("open")
                            ? Optional.of(Position.Act.ACCEPT)
                            : Optional.empty();
                default -> Optional.empty();
            };
        }

        /** Whether a match stands where its pattern is one of a stance. */
        private boolean plays(Matcher match, int from, Optional<Draft> statement) {
            return switch (StanceRoles.of(match)) {
                case "told" -> !parties.told(match, statement).isEmpty();
                case "", "named", "author", "both", "joint", "pressed", "bearer" -> true;
                case "asked" -> roles.asks(match, parties.of(match, statement));
                default -> statement.isPresent() && roles.plays(StanceRoles.of(match), match, from, statement.get());
            };
        }

        /** Whether a stance of these parties in these words is one in a negotiation or dispute. */
        private boolean counts(Position.Act act, List<Cluster> parties, int enough, int from, int to) {
            int weight = parties.stream().mapToInt(sides::weight).max().orElse(-1);
            int near = issues[Math.min(reading.size(), to + AROUND)] - issues[Math.max(0, from - AROUND)];
            boolean group = least == 0
                    && act != Position.Act.CRITICISE
                    && parties.stream().allMatch(sides::isGroup);
            return weight >= enough && (near >= 1 || weight >= 2 || group);
        }
    }
}
