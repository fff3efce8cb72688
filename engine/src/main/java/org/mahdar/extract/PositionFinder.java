package org.mahdar.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.PatternSet;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/** Finds what each side demands, offers, accepts, rejects: in what is said and in the story's own voice. */
final class PositionFinder {
    /** How far into a clause a word may stand that makes a stance of the whole. */
    private static final int NEAR = 9;

    private static final int FAR = 60;
    private static final int MAX_STANCES = 500;
    /** How far from the words of a stance its matter may stand. */
    private static final int AROUND = 15;

    private static final long VERBAL =
            WordClass.bits(WordClass.AUXILIARY, WordClass.BE, WordClass.NEGATION, WordClass.RELATIVE);

    private static final long CARRIES = WordClass.bits(WordClass.BE, WordClass.AUXILIARY, WordClass.LINK);

    /** How many words in a thousand must be of negotiation or dispute, or name states and bodies. */
    private static final int HOT = 40;

    private static final int WARM = 15;
    private static final int PEOPLED = 30;
    private static final int CROWDED = 60;
    private static final int TOLD = 8;
    /** How many words a text must have before it can be an essay: a short item may quote nobody. */
    private static final int ESSAY = 150;

    private static final long PUBLIC = WordClass.bits(WordClass.STATE, WordClass.STATE_ADJECTIVE, WordClass.BODY);

    private final PatternSet patterns;
    private final int ownSide;
    private final int issue;
    private final int masdar;
    private final int musing;
    private final int remedy;
    private final int feeling;
    private final int deed;

    PositionFinder(Language language) {
        this.patterns = language.patterns("position");
        this.ownSide = language.symbol("own-side");
        this.issue = language.symbol("issues");
        this.masdar = language.symbol("stances.masdar");
        this.musing = language.symbol("musings");
        this.remedy = language.symbol("remedies");
        this.deed = language.symbol("deeds");
        this.feeling = language.symbol("feelings");
    }

    /** The positions of a story, in text order. */
    List<Stance> find(Reading reading, List<Mention> mentions, List<Draft> drafts, Voices voices, Sides sides) {
        return new Search(reading, mentions, drafts, voices, sides).run();
    }

    /** One story. */
    private final class Search {
        private final Reading reading;
        private final Text text;
        private final Tape tape;
        private final Sides sides;
        private final Holders holders;
        private final Voices voices;
        /** How many words of negotiation stand before each token. */
        private final int[] issues;

        private final Map<Integer, Draft> byVerb = new HashMap<>();
        private final StanceCutter cutter;
        private final int least;

        Search(Reading reading, List<Mention> mentions, List<Draft> drafts, Voices voices, Sides sides) {
            this.reading = reading;
            this.text = reading.text();
            this.tape = reading.tape();
            this.sides = sides;
            this.voices = voices;
            for (Draft draft : drafts) {
                byVerb.put(draft.negated ? draft.cueFrom + 1 : draft.cueFrom, draft);
            }
            this.holders = new Holders(reading, mentions, sides, voices);
            this.issues = new int[reading.size() + 1];
            for (int t = 0; t < reading.size(); t++) {
                issues[t + 1] = issues[t] + (reading.find(t, issue) >= 0 ? 1 : 0);
            }
            this.least = leastWeight();
            this.cutter = new StanceCutter(reading, voices);
        }

        /** How much a party must weigh: anybody counts in a story of negotiation, none but states in a story of something else. */
        private int leastWeight() {
            int words = 1;
            int states = 0;
            for (int t = 0; t < reading.size(); t++) {
                words += reading.isWord(t) ? 1 : 0;
                states += reading.isAny(t, PUBLIC) ? 1 : 0;
            }
            int matters = 1000 * issues[reading.size()] / words;
            states = 1000 * states / words;
            if (words > ESSAY && 1000 * byVerb.size() / words < TOLD) {
                // Hardly anybody is quoted: an essay, whose writer has opinions.
                return 3;
            }
            if (matters >= HOT && states >= PEOPLED) {
                return 0;
            }
            return matters >= WARM || states >= CROWDED ? 1 : 2;
        }

        List<Stance> run() {
            List<Stance> found = new ArrayList<>();
            Matcher matcher = reading.matcher();
            for (int token = 0; token < reading.size(); token++) {
                if (text.inTitle(token)) {
                    continue;
                }
                patterns.firstThat(matcher, tape, token, match -> {
                    Optional<Stance> stance = stance(match);
                    stance.ifPresent(found::add);
                    stance.filter(first -> mode(match).equals("list")).ifPresent(first -> addItems(first, found));
                    return stance.isPresent();
                });
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
                if (!goesOn) {
                    return;
                }
                int to = cutter.endOfItem(next);
                last = new Stance(
                        first.pattern,
                        first.act,
                        next,
                        to,
                        new Span(text.start(next) + 1, text.end(to - 1)),
                        first.statement,
                        first.parties);
                found.add(last);
            }
        }

        private static String mode(Matcher match) {
            return match.pattern().setting("as").orElse("");
        }

        private Optional<Stance> stance(Matcher match) {
            int cue = match.start("cue");
            Optional<Position.Act> act = act(match, cue);
            if (act.isEmpty() || isHypothetical(match.start())) {
                return Optional.empty();
            }
            if (mode(match).equals("statement")) {
                Draft draft = byVerb.get(cue);
                if (draft == null || draft.content.isEmpty()) {
                    return Optional.empty();
                }
                int start = draft.content.get(0).start();
                return make(match, act.get(), text.tokenAt(start), start, Optional.of(draft), holders.speaking(draft));
            }
            int from = from(match);
            int start = match.pattern().setting("content").isPresent()
                    ? ContentCutter.afterPreposition(reading, from)
                    : text.start(from);
            Optional<Draft> statement = voices.at(from);
            if (!isVerb(match) || !plays(match, from, statement) || reading.is(from, WordClass.NOT_SAID)) {
                return Optional.empty();
            }
            return make(match, act.get(), from, start, statement, parties(match, statement));
        }

        private boolean isDenied(int cue) {
            int hit = reading.is(cue - 1, WordClass.NEGATION)
                    ? reading.hit(cue - 1, WordClass.NEGATION.bit(), false)
                    : -1;
            return hit >= 0 && !reading.term(hit).entry().is("plain");
        }

        private List<Cluster> parties(Matcher match, Optional<Draft> statement) {
            String role = role(match);
            if (role.equals("told")) {
                return told(match, statement);
            }
            if (role.equals("author")) {
                return holders.author(match.start());
            }
            if (role.equals("both")) {
                return holders.agreeing(match.start(), statement);
            }
            if (role.equals("pressed")) {
                List<Cluster> named = told(match, statement);
                return named.isEmpty() && statement.isEmpty() ? holders.subject(match.start()) : named;
            }
            if (role.equals("named") && match.start("party") >= 0) {
                return holders.at(match.start("party"), statement);
            }
            if (statement.isPresent()) {
                List<Cluster> speaking = holders.speaking(statement.get());
                boolean stranger = speaking.stream().allMatch(side -> sides.weight(side) < 2);
                if (!stranger) {
                    return speaking;
                }
                List<Cluster> named =
                        match.start("party") >= 0 ? holders.named(match, statement) : holders.first(statement.get());
                return named.isEmpty() ? speaking : named;
            }
            return holders.subject(match.start());
        }

        /** Who is named beside the cue; a verb at the head of what is said is the speaker's own. */
        private List<Cluster> told(Matcher match, Optional<Draft> statement) {
            List<Cluster> named = holders.named(match, statement);
            if (named.isEmpty() && statement.isPresent() && startOf(statement.get(), match.start())) {
                return holders.speaking(statement.get());
            }
            if (named.isEmpty() && statement.isEmpty() && goesOn(match)) {
                return holders.subject(match.start());
            }
            boolean denied = isDenied(match.start("cue"));
            if (denied
                    && statement.isPresent()
                    && !holders.speaking(statement.get()).equals(named)) {
                return List.of();
            }
            return named;
        }

        /** Whether a verb without a subject of its own carries on the sentence: "and was denying". */
        private boolean goesOn(Matcher match) {
            int hit = match.hit("cue");
            boolean finite = hit >= 0 && tape.payload(hit) instanceof Term term && (term.is("past") || term.is("pres"));
            int cue = match.start("cue");
            return finite
                    && (reading.opensWithConjunction(cue)
                            || reading.isAny(cue - 1, CARRIES)
                            || reading.is(cue, WordClass.LINK));
        }

        private String role(Matcher match) {
            return match.pattern().setting("role").orElse("");
        }

        private int from(Matcher match) {
            return switch (mode(match)) {
                case "whole", "before" -> cutter.start(match.start());
                case "noun" -> match.start("cue");
                case "list" -> match.start("content");
                default -> content(match);
            };
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
                case "list" -> cutter.endOfItem(from);
                case "before" -> Math.min(match.end(), cutter.limit(from));
                default -> cutter.end(from);
            };
            while (to > from && isLoose(to - 1)) {
                to--;
            }
            int cue = match.start("cue");
            int enough = cue < from && statement.isPresent() ? least : Math.max(statement.isPresent() ? 1 : 2, least);
            if (to <= from || (cue >= to && cue < from + FAR) || !counts(parties, enough, from, to)) {
                return Optional.empty();
            }
            Stance out = new Stance(
                    match.pattern().id(), act, from, to, new Span(start, text.end(to - 1)), statement, parties);
            for (String label : match.pattern().labels()) {
                if (match.start(label) >= 0 && match.end(label) > match.start(label)) {
                    out.steps.add(reading.step(label, match.start(label), match.end(label)));
                }
            }
            return Optional.of(out);
        }

        private boolean isLoose(int token) {
            if (reading.isWord(token) || text.kind(token) == Text.NUMBER) {
                return false;
            }
            char mark = text.mark(token);
            boolean closes =
                    mark == ')' || mark == ']' || mark == '%' || (text.quotation(token) >= 0 && text.opens(token) < 0);
            return !closes;
        }

        /** "If he rejects": what is only supposed is no stance. */
        private boolean isHypothetical(int token) {
            for (int from = Math.max(0, token - 3); from < token; from++) {
                int hit = reading.is(from, WordClass.CONDITION)
                        ? reading.hit(from, WordClass.CONDITION.bit(), false)
                        : -1;
                if (hit >= 0 && tape.end(hit) <= token) {
                    return true;
                }
            }
            return false;
        }

        /** A verb written like its verbal noun is one only where a verb can stand. */
        private boolean isVerb(Matcher match) {
            int hit = match.hit("cue");
            if (hit < 0 || !(tape.payload(hit) instanceof Term term) || !(term.is("past") || term.is("pres"))) {
                return true;
            }
            int token = match.start("cue");
            boolean goesOn = reading.opensWithConjunction(token) && !reading.beginsClause(token);
            if (goesOn && match.start("party") > token) {
                return false;
            }
            if (reading.isDefinite(token) || reading.is(token - 1, WordClass.PLAIN_PREPOSITION)) {
                return false;
            }
            boolean nounToo = reading.find(token, masdar) >= 0;
            return !nounToo
                    || reading.beginsClause(token)
                    || reading.isAny(token - 1, VERBAL)
                    || reading.mentionEndingAt(token).isPresent()
                    || (text.kind(token - 1) != Text.WORD && match.start("party") >= 0);
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
            if (fixed || cue < 0 || !isDenied(cue)) {
                return Optional.of(act);
            }
            return switch (act) {
                case ACCEPT, SUPPORT, OFFER, COMMIT -> Optional.of(Position.Act.REJECT);
                default -> Optional.empty();
            };
        }

        /** Whether a match stands where its pattern is one of a stance. */
        private boolean plays(Matcher match, int from, Optional<Draft> statement) {
            String role = role(match);
            if (role.equals("told")) {
                return !told(match, statement).isEmpty();
            }
            if (role.isEmpty()
                    || role.equals("named")
                    || role.equals("author")
                    || role.equals("both")
                    || role.equals("pressed")) {
                return true;
            }
            if (role.equals("asked")) {
                return asks(match, statement);
            }
            if (statement.isEmpty()) {
                return false;
            }
            return switch (role) {
                case "anywhere" -> true;
                case "head" -> headOf(statement.get(), match.start());
                case "lead" -> startOf(statement.get(), match.start()) || reading.beginsClause(match.start());
                case "announced" ->
                    startOf(statement.get(), match.start())
                            && !reading.is(match.start() - 1, WordClass.THAT)
                            && announces(statement.get());
                case "start" -> startOf(statement.get(), match.start());
                case "own" -> isOwn(match, statement.get());
                case "blame" -> !fights(match.start("cue")) && blames(match, from, statement.get());
                case "musing" -> match.start() - from <= NEAR && !muses(match);
                default -> match.start() - from <= NEAR;
            };
        }

        /** Whether the words before the cue make a remedy of what is named: "the fight against terrorism". */
        private boolean fights(int cue) {
            for (int token = Math.max(0, cue - 3); token < cue; token++) {
                if (reading.find(token, remedy) >= 0) {
                    return true;
                }
            }
            return false;
        }

        /** Whether somebody else is to do what is hoped for. */
        private boolean asks(Matcher match, Optional<Draft> statement) {
            List<Cluster> asked = holders.at(match.start("other"), Optional.empty());
            List<Cluster> hoping = parties(match, statement);
            return !asked.isEmpty()
                    && asked.stream().allMatch(side -> sides.weight(side) >= 1 && !hoping.contains(side));
        }

        private boolean muses(Matcher match) {
            if (reading.is(match.start() - 1, WordClass.RELATIVE)
                    || reading.is(match.start() - 1, WordClass.NEGATION)) {
                return true;
            }
            for (int token = match.start() + 1; token < match.end() + 3; token++) {
                if (reading.find(token, musing) >= 0
                        || (reading.is(token - 1, WordClass.THAT)
                                && (reading.opens("we", token) || reading.opens("me", token)))) {
                    return true;
                }
            }
            return false;
        }

        /** Whether what is said begins with the token, or goes on with it after a conjunction. */
        private boolean headOf(Draft draft, int token) {
            return startOf(draft, token) || reading.opensWithConjunction(token);
        }

        private boolean announces(Draft draft) {
            String act = draft.verb.flatMap(term -> term.entry().value("act")).orElse("");
            return act.equals("announce") || act.equals("assert");
        }

        private boolean opensClause(Draft draft, int token) {
            return headOf(draft, token)
                    || reading.beginsClause(token)
                    || text.kind(token - 1) != Text.WORD
                    || reading.is(token - 1, WordClass.THAT);
        }

        private boolean startOf(Draft draft, int token) {
            for (Span piece : draft.content) {
                if (text.tokenAt(piece.start()) == token) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isMan(Draft draft) {
            return draft.speaker.isPresent()
                    && draft.speaker.get().mentions.stream()
                            .anyMatch(m -> m.isPerson() && m.gender == Mention.Gender.M);
        }

        /** Whether another side than the speaker's is blamed, and at the head of the clause or beside the word. */
        private boolean blames(Matcher match, int from, Draft draft) {
            int party = match.start("other");
            if (party < 0) {
                return match.start() - from <= NEAR;
            }
            List<Cluster> speaking = holders.speaking(draft);
            Optional<Mention> mention = StatementFinder.mentionAt(reading, party);
            List<Cluster> other = mention.isPresent()
                    ? holders.of(mention.get())
                    : sides.ofState(party).map(List::of).orElse(List.of());
            return !other.isEmpty() && other.stream().noneMatch(speaking::contains) && reading.find(party, ownSide) < 0;
        }

        private boolean isOwn(Matcher match, Draft draft) {
            int party = match.start("party");
            if (party >= 0) {
                if (reading.find(party, ownSide) >= 0) {
                    return true;
                }
                Optional<Mention> mention = StatementFinder.mentionAt(reading, party);
                if (mention.isPresent() && !(holders.isSubject(mention.get()) && opensClause(draft, match.start()))) {
                    return false;
                }
                if (mention.isPresent() && mention.get().isPerson()) {
                    return false;
                }
                if (mention.isPresent() && holders.isGovernment(mention.get())) {
                    return true;
                }
                List<Cluster> named = holders.named(match, Optional.of(draft));
                List<Cluster> speaking = holders.speaking(draft);
                boolean stranger = speaking.stream().allMatch(side -> sides.weight(side) < 2);
                return named.stream()
                        .anyMatch(side -> speaking.contains(side) || (stranger && sides.weight(side) == 2));
            }
            int hit = match.hit("cue");
            if (hit >= 0 && tape.payload(hit) instanceof Term term && term.is("first")) {
                return true;
            }
            int verb = match.start("verb");
            if (verb >= 0 && reading.opens("we", verb)) {
                return true;
            }
            boolean she = hit >= 0 && tape.payload(hit) instanceof Term verbTerm && verbTerm.is("f");
            return startOf(draft, match.start())
                    && reading.is(match.start() - 1, WordClass.THAT)
                    && (!she || !isMan(draft));
        }

        /** Whether a stance of these parties in these words is one in a negotiation or dispute. */
        private boolean counts(List<Cluster> parties, int enough, int from, int to) {
            int weight = parties.stream().mapToInt(sides::weight).max().orElse(-1);
            int near = issues[Math.min(reading.size(), to + AROUND)] - issues[Math.max(0, from - AROUND)];
            return weight >= enough && (near >= 1 || weight >= 2);
        }
    }
}
