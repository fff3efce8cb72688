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
    private final PatternSet patterns;
    private final int ownSide;
    private final int issue;
    private static final int NEAR = 9;
    private final int stance;

    PositionFinder(Language language) {
        this.patterns = language.patterns("position");
        this.ownSide = language.symbol("own-side");
        this.issue = language.symbol("issues");
        this.stance = language.symbol("stances");
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
        private final List<Mention> mentions;
        private final Sides sides;
        /** For each token, the statement in whose content it lies. */
        private final Draft[] voice;

        private final Map<Integer, Draft> byVerb = new HashMap<>();
        private final StanceCutter cutter;

        Search(Reading reading, List<Mention> mentions, List<Draft> drafts, Sides sides) {
            this.reading = reading;
            this.text = reading.text();
            this.tape = reading.tape();
            this.mentions = List.copyOf(mentions);
            this.sides = sides;
            this.voice = new Draft[reading.size() + 1];
            for (Draft draft : drafts) {
                for (Span piece : draft.content) {
                    for (int t = text.tokenAt(piece.start()); t < text.tokenAt(piece.end()); t++) {
                        voice[t] = draft;
                    }
                }
                byVerb.put(draft.negated ? draft.cueFrom + 1 : draft.cueFrom, draft);
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
            String mode = match.pattern().setting("as").orElse("clause");
            String role = match.pattern().setting("role").orElse("");
            int cue = match.start("cue");
            Optional<Draft> statement = Optional.empty();
            int from;
            int to;
            int start;
            List<Cluster> parties;
            if (mode.equals("statement")) {
                Draft draft = byVerb.get(cue);
                if (draft == null || draft.content.isEmpty()) {
                    return Optional.empty();
                }
                statement = Optional.of(draft);
                start = draft.content.get(0).start();
                from = text.tokenAt(start);
                to = Math.min(cutter.end(from), text.tokenAt(draft.content.get(0).end()));
                parties = parties(draft);
            } else {
                from = switch (mode) {
                    case "whole" -> clauseStart(match);
                    case "noun" -> cue;
                    default -> match.start("content");
                };
                to = cutter.end(from);
                start = text.start(from);
                if (match.pattern().setting("content").isPresent()) {
                    start = ContentCutter.afterPreposition(reading, from);
                }
                statement = Optional.ofNullable(voice[from]);
                if (!plays(role, match, from, statement)) {
                    return Optional.empty();
                }
                parties = holders(match, statement);
            }
            while (to > from && !reading.isWord(to - 1) && text.kind(to - 1) != Text.NUMBER && isLoose(to - 1)) {
                to--;
            }
            if (to <= from || parties.isEmpty()) {
                return Optional.empty();
            }
            Optional<Position.Act> act = act(match, cue);
            if (act.isEmpty() || !counts(parties, from, to)) {
                return Optional.empty();
            }
            Stance out = new Stance(
                    match.pattern().id(), act.get(), from, to, new Span(start, text.end(to - 1)), statement, parties);
            for (String label : match.pattern().labels()) {
                if (match.start(label) >= 0 && match.end(label) > match.start(label)) {
                    out.steps.add(reading.step(label, match.start(label), match.end(label)));
                }
            }
            return Optional.of(out);
        }

        /** Whether a match stands where its pattern is one of a stance. */
        private boolean plays(String role, Matcher match, int from, Optional<Draft> statement) {
            if (role.isEmpty()) {
                return true;
            }
            if (statement.isEmpty()) {
                return false;
            }
            switch (role) {
                case "head":
                    return headOf(statement.get(), match.start());
                case "lead":
                    return match.start() == from || headOf(statement.get(), match.start());
                case "own":
                    return isOwn(match, from, statement.get());
                default:
                    return match.start() - from <= NEAR;
            }
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

        private boolean isOwn(Matcher match, int from, Draft draft) {
            int party = match.start("party");
            if (party >= 0) {
                if (tape.find(party, ownSide) >= 0) {
                    return true;
                }
                Optional<Cluster> side = StatementFinder.mentionAt(reading, party)
                        .map(m -> sides.of(m.cluster))
                        .or(() -> sides.ofState(party));
                return side.isPresent() && parties(draft).contains(side.get());
            }
            int hit = match.hit("cue");
            if (hit >= 0 && tape.payload(hit) instanceof Term term && term.is("first")) {
                return true;
            }
            int verb = match.start("verb");
            return (verb >= 0 && reading.opens("we", verb)) || headOf(draft, match.start());
        }

        private boolean isLoose(int token) {
            char mark = text.mark(token);
            return mark == '\u060C' || mark == ',' || mark == '.' || mark == ';' || mark == '\u061B' || mark == ':'
                    || text.kind(token) == Text.BREAK || (text.opens(token) >= 0);
        }

        private int clauseStart(Matcher match) {
            int at = match.start();
            Draft draft = voice[at];
            int floor = text.sentenceStart(text.sentence(at));
            int token = at;
            while (token > floor && voice[token - 1] == draft) {
                int before = token - 1;
                char mark = text.mark(before);
                if (mark == '\u060C' || mark == ',' || mark == ':' || mark == '\u061B' || text.opens(before) >= 0 || reading.is(before, WordClass.THAT)
                        || text.kind(before) == Text.BREAK) {
                    break;
                }
                token--;
            }
            return token;
        }

        private Optional<Position.Act> act(Matcher match, int cue) {
            Optional<String> word = match.pattern().setting("act");
            if (word.isEmpty() && cue >= 0) {
                int hit = match.hit("cue");
                if (hit >= 0 && tape.has(hit, stance)) {
                    word = reading.term(hit).entry().value("act");
                }
            }
            if (word.isEmpty()) {
                return Optional.empty();
            }
            Position.Act act = Position.Act.valueOf(word.get().toUpperCase(Locale.ROOT));
            boolean denied = cue >= 0 && reading.is(cue - 1, WordClass.NEGATION) && match.pattern().setting("act").isEmpty();
            if (!denied) {
                return Optional.of(act);
            }
            return switch (act) {
                case ACCEPT, SUPPORT, OFFER, COMMIT -> Optional.of(Position.Act.REJECT);
                default -> Optional.empty();
            };
        }

        private List<Cluster> parties(Draft draft) {
            List<Cluster> out = new ArrayList<>();
            draft.source.ifPresent(m -> m.joint.forEach(other -> out.add(sides.of(other.cluster))));
            draft.speaker.ifPresent(cluster -> out.add(0, sides.of(cluster)));
            return out;
        }

        private List<Cluster> of(Mention mention) {
            List<Cluster> out = new ArrayList<>();
            out.add(sides.of(mention.cluster));
            mention.joint.forEach(other -> out.add(sides.of(other.cluster)));
            return out;
        }

        private List<Cluster> holders(Matcher match, Optional<Draft> statement) {
            int party = match.start("party");
            if (party >= 0) {
                Optional<Mention> mention = StatementFinder.mentionAt(reading, party);
                if (mention.isPresent()) {
                    return of(mention.get());
                }
                if (tape.find(party, ownSide) >= 0) {
                    return statement.map(this::parties).orElse(List.of());
                }
                Optional<Cluster> state = sides.ofState(party);
                if (state.isPresent()) {
                    return List.of(state.get());
                }
            }
            int cue = match.start("cue") >= 0 ? match.start("cue") : match.start();
            int hit = match.hit("cue");
            boolean first = hit >= 0 && tape.payload(hit) instanceof Term term && term.is("first");
            if (!first) {
                Optional<Mention> before = before(cue);
                if (before.isPresent()) {
                    return of(before.get());
                }
            }
            if (statement.isPresent()) {
                return parties(statement.get());
            }
            return subject(cue).map(this::of).orElse(List.of());
        }

        private Optional<Mention> before(int cue) {
            int at = cue;
            for (int step = 0; step < 4; step++) {
                Optional<Mention> mention = reading.mentionEndingAt(at);
                if (mention.isPresent()) {
                    return mention;
                }
                if (reading.is(at - 1, WordClass.NEGATION) || reading.is(at - 1, WordClass.AUXILIARY) || reading.is(at - 1, WordClass.RELATIVE)
                        || reading.is(at - 1, WordClass.ADVERB) || text.kind(at - 1) == Text.MARK) {
                    at--;
                } else {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }

        /** Whom a sentence of the story's own is about: the last actor before the word. */
        private Optional<Mention> subject(int token) {
            int sentence = text.sentenceStart(text.sentence(token));
            Mention best = null;
            for (Mention mention : mentions) {
                if (mention.from >= sentence && mention.to <= token && !reading.standsBehindPreposition(mention.from)) {
                    if (best == null || reading.beginsClause(mention.from)) {
                        best = mention;
                    }
                }
            }
            return Optional.ofNullable(best);
        }

        /** Whether a stance of these parties in these words is one in a negotiation or dispute. */
        private boolean counts(List<Cluster> parties, int from, int to) {
            int weight = parties.stream().mapToInt(sides::weight).max().orElse(0);
            return weight >= 1;
        }
    }
}
