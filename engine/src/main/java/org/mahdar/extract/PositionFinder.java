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
    /** How far from the words of a stance its matter may stand. */
    private static final int AROUND = 15;

    private static final long VERBAL = WordClass.bits(
            WordClass.AUXILIARY, WordClass.BE, WordClass.NEGATION, WordClass.RELATIVE, WordClass.LINK, WordClass.THAT, WordClass.OPENER);

    private final PatternSet patterns;
    private final int ownSide;
    private final int issue;
    private final int stance;
    private final int masdar;
    private final int musing;

    PositionFinder(Language language) {
        this.patterns = language.patterns("position");
        this.ownSide = language.symbol("own-side");
        this.issue = language.symbol("issues");
        this.stance = language.symbol("stances");
        this.masdar = language.symbol("stances.masdar");
        this.musing = language.symbol("musings");
    }

    /** The positions of a story, in text order. */
    List<Stance> find(Reading reading, List<Mention> mentions, List<Draft> drafts, Sides sides) {
        return new Search(reading, mentions, drafts, sides).run();
    }

    /** One story. */
    private final class Search {
        private final Reading reading;
        private final Text text;
        private final Tape tape;
        private final Sides sides;
        private final Holders holders;
        /** For each token, the statement in whose content it lies. */
        private final Draft[] voice;
        /** How many words of negotiation stand before each token. */
        private final int[] issues;

        private final Map<Integer, Draft> byVerb = new HashMap<>();
        private final StanceCutter cutter;

        Search(Reading reading, List<Mention> mentions, List<Draft> drafts, Sides sides) {
            this.reading = reading;
            this.text = reading.text();
            this.tape = reading.tape();
            this.sides = sides;
            this.holders = new Holders(reading, mentions, sides);
            this.voice = new Draft[reading.size() + 1];
            for (Draft draft : drafts) {
                for (Span piece : draft.content) {
                    for (int t = text.tokenAt(piece.start()); t < text.tokenAt(piece.end()); t++) {
                        voice[t] = draft;
                    }
                }
                byVerb.put(draft.negated ? draft.cueFrom + 1 : draft.cueFrom, draft);
            }
            this.issues = new int[reading.size() + 1];
            for (int t = 0; t < reading.size(); t++) {
                issues[t + 1] = issues[t] + (tape.find(t, issue) >= 0 ? 1 : 0);
            }
            this.cutter = new StanceCutter(reading, voice);
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

        private Optional<Stance> stance(Matcher match) {
            int cue = match.start("cue");
            Optional<Position.Act> act = act(match, cue);
            if (act.isEmpty() || isHypothetical(match.start())) {
                return Optional.empty();
            }
            if (match.pattern().setting("as").orElse("").equals("statement")) {
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
            Optional<Draft> statement = Optional.ofNullable(voice[from]);
            if (!isVerb(match) || !plays(match, from, statement) || reading.is(from, WordClass.NOT_SAID)) {
                return Optional.empty();
            }
            List<Cluster> parties = holders.named(match, statement);
            if (parties.isEmpty() && statement.isPresent()) {
                parties = holders.speaking(statement.get());
            }
            return make(match, act.get(), from, start, statement, parties);
        }

        private int from(Matcher match) {
            return switch (match.pattern().setting("as").orElse("")) {
                case "whole" -> clauseStart(match.start());
                case "noun" -> match.start("cue");
                default -> match.start("content");
            };
        }

        private Optional<Stance> make(
                Matcher match, Position.Act act, int from, int start, Optional<Draft> statement, List<Cluster> parties) {
            int to = cutter.end(from);
            while (to > from && isLoose(to - 1)) {
                to--;
            }
            if (to <= from || !counts(parties, from, to)) {
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
            boolean closes = mark == ')' || mark == ']' || mark == '%' || (text.quotation(token) >= 0 && text.opens(token) < 0);
            return !closes;
        }

        /** "If he rejects": what is only supposed is no stance. */
        private boolean isHypothetical(int token) {
            for (int from = Math.max(0, token - 3); from < token; from++) {
                int hit = reading.is(from, WordClass.CONDITION) ? reading.hit(from, WordClass.CONDITION.bit(), false) : -1;
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
            if (reading.isDefinite(token) || reading.is(token - 1, WordClass.PLAIN_PREPOSITION)) {
                return false;
            }
            boolean nounToo = tape.find(token, masdar) >= 0;
            return !nounToo
                    || reading.beginsClause(token)
                    || reading.isAny(token - 1, VERBAL)
                    || reading.mentionEndingAt(token).isPresent()
                    || (text.kind(token - 1) != Text.WORD && match.start("party") >= 0);
        }

        private int clauseStart(int at) {
            Draft draft = voice[at];
            int floor = text.sentenceStart(text.sentence(at));
            int token = at;
            while (token > floor && voice[token - 1] == draft) {
                int before = token - 1;
                char mark = text.mark(before);
                boolean comma = mark == '\u060C' || mark == ',' || mark == ':' || mark == '\u061B';
                if (comma || text.opens(before) >= 0 || reading.is(before, WordClass.THAT) || text.kind(before) == Text.BREAK) {
                    break;
                }
                token--;
            }
            return token;
        }

        private Optional<Position.Act> act(Matcher match, int cue) {
            Optional<String> word = match.pattern().setting("act");
            boolean fixed = word.isPresent();
            int hit = match.hit("cue");
            if (!fixed && hit >= 0 && tape.has(hit, stance)) {
                word = reading.term(hit).entry().value("act");
            }
            if (word.isEmpty()) {
                return Optional.empty();
            }
            Position.Act act = Position.Act.valueOf(word.get().toUpperCase(Locale.ROOT));
            if (fixed || cue < 0 || !reading.is(cue - 1, WordClass.NEGATION)) {
                return Optional.of(act);
            }
            return switch (act) {
                case ACCEPT, SUPPORT, OFFER, COMMIT -> Optional.of(Position.Act.REJECT);
                default -> Optional.empty();
            };
        }

        /** Whether a match stands where its pattern is one of a stance. */
        private boolean plays(Matcher match, int from, Optional<Draft> statement) {
            String role = match.pattern().setting("role").orElse("");
            if (role.equals("told")) {
                return !holders.named(match, statement).isEmpty();
            }
            if (role.isEmpty()) {
                return true;
            }
            if (statement.isEmpty()) {
                return false;
            }
            return switch (role) {
                case "head" -> headOf(statement.get(), match.start());
                case "own" -> isOwn(match, statement.get());
                case "musing" -> match.start() - from <= NEAR && !muses(match);
                default -> match.start() - from <= NEAR;
            };
        }

        private boolean muses(Matcher match) {
            if (reading.is(match.start() - 1, WordClass.RELATIVE) || reading.is(match.start() - 1, WordClass.NEGATION)) {
                return true;
            }
            for (int token = match.end(); token < match.end() + 3; token++) {
                if (tape.find(token, musing) >= 0) {
                    return true;
                }
            }
            return false;
        }

        /** Whether what is said begins with the token, or goes on with it after a conjunction. */
        private boolean headOf(Draft draft, int token) {
            for (Span piece : draft.content) {
                if (text.tokenAt(piece.start()) == token) {
                    return true;
                }
            }
            return reading.opensWithConjunction(token);
        }

        private boolean isOwn(Matcher match, Draft draft) {
            int party = match.start("party");
            if (party >= 0) {
                if (tape.find(party, ownSide) >= 0) {
                    return true;
                }
                List<Cluster> named = holders.named(match, Optional.of(draft));
                List<Cluster> speaking = holders.speaking(draft);
                return named.stream().anyMatch(speaking::contains);
            }
            int hit = match.hit("cue");
            if (hit >= 0 && tape.payload(hit) instanceof Term term && term.is("first")) {
                return true;
            }
            int verb = match.start("verb");
            return (verb >= 0 && reading.opens("we", verb)) || headOf(draft, match.start());
        }

        /** Whether a stance of these parties in these words is one in a negotiation or dispute. */
        private boolean counts(List<Cluster> parties, int from, int to) {
            int weight = parties.stream().mapToInt(sides::weight).max().orElse(0);
            int near = issues[Math.min(reading.size(), to + AROUND)] - issues[Math.max(0, from - AROUND)];
            return weight >= 1 && near >= 1 && issues[reading.size()] >= 3;
        }
    }
}
