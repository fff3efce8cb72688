package org.mahdar.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mahdar.language.Language;
import org.mahdar.model.Assessment.Polarity;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.PatternSet;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/** Finds how those who speak characterise talks, relations and agreements. */
final class AssessmentFinder {
    /** How far from a judgement its matter may stand: before it, and behind. */
    private static final int BEFORE = 15;

    private static final int BEHIND = 7;
    /** How many words a judgement may have, and how far back it may be denied. */
    private static final int MAX = 8;

    private static final int DENIAL = 3;
    /** "Nothing with which one could be satisfied": how far back a feeling may be denied. */
    private static final int FELT_DENIAL = 6;

    private static final int MAX_BEFORE = 6;

    private static final long LETS = WordClass.bits(
            WordClass.BE,
            WordClass.NEGATION,
            WordClass.AUXILIARY,
            WordClass.ADVERB,
            WordClass.PREPOSITION_PRONOUN,
            WordClass.TIME);

    /** What is said to be still so, or not: the word before the verb. */
    private static final long STILL = WordClass.bits(WordClass.BE, WordClass.NEGATION, WordClass.AUXILIARY);

    private final PatternSet patterns;
    private final int dealing;
    private final int deal;
    private final int quality;
    private final int degree;
    private final int none;
    private final int felt;
    private final int deeming;
    private final int denial;
    private final int attribute;
    private final int thatHe;
    private final int clauseLink;
    private final int but;
    private final int still;
    private final int sport;
    private final int condition;

    AssessmentFinder(Language language) {
        this.patterns = language.patterns("assessment");
        this.sport = language.symbol("sport");
        this.condition = language.symbol("conditions");
        this.dealing = language.symbol("dealings");
        this.deal = language.symbol("deals");
        this.quality = language.symbol("verdicts.quality");
        this.degree = language.symbol("degrees");
        this.deeming = language.symbol("deemings");
        this.none = language.symbol("theres.none");
        this.felt = language.symbol("verdicts.felt");
        this.denial = language.symbol("denials");
        this.attribute = language.symbol("denials.attribute");
        this.thatHe = language.symbol("that.pronoun");
        this.clauseLink = language.symbol("clause-links");
        this.but = language.symbol("clause-links.but");
        this.still = language.symbol("stills");
    }

    /** The assessments of a story, in text order. */
    List<Judgement> find(Reading reading, List<Draft> drafts, Voices voices) {
        return Sport.isOf(reading, sport) ? List.of() : new Search(reading, drafts, voices).run();
    }

    /** One story. */
    private final class Search {
        private final Reading reading;
        private final Text text;
        private final Tape tape;
        private final Voices voices;
        private final StanceCutter cutter;
        /** Words for what is felt that stand before what somebody says. */
        private final Map<Integer, Draft> feelings = new HashMap<>();

        Search(Reading reading, List<Draft> drafts, Voices voices) {
            this.reading = reading;
            this.text = reading.text();
            this.tape = reading.tape();
            this.voices = voices;
            this.cutter = new StanceCutter(reading, voices);
            drafts.forEach(this::noteFeelings);
        }

        /** "Expressed his satisfaction with the talks": what is felt stands before what is said. */
        private void noteFeelings(Draft draft) {
            for (int token = draft.cueTo; token < draft.saidFrom(); token++) {
                if (reading.find(token, felt) >= 0) {
                    feelings.put(token, draft);
                }
            }
        }

        List<Judgement> run() {
            List<Judgement> found = new ArrayList<>();
            Matcher matcher = reading.matcher();
            for (int token = 0; token < reading.size(); token++) {
                Draft feeling = feelings.get(token);
                Optional<Draft> draft = feeling == null ? voices.at(token) : Optional.of(feeling);
                if (draft.isEmpty() || text.inTitle(token)) {
                    continue;
                }
                int end = found.isEmpty() ? 0 : found.get(found.size() - 1).to;
                patterns.firstThat(matcher, tape, token, match -> {
                    Optional<Judgement> judgement =
                            judges(draft.get()) ? judgement(match, draft.get(), end) : Optional.empty();
                    judgement.ifPresent(found::add);
                    return judgement.isPresent();
                });
            }
            return found;
        }

        /** Whether somebody is known to say it; what he denies he does not judge so. */
        private static boolean judges(Draft draft) {
            return draft.speaker.isPresent()
                    && !draft.verb
                            .flatMap(term -> term.entry().value("act"))
                            .map("deny"::equals)
                            .orElse(false);
        }

        private Optional<Judgement> judgement(Matcher match, Draft draft, int after) {
            int text0 = match.start("text");
            int word = match.start("verdict") < 0 ? match.end() - 1 : match.start("verdict");
            int from = text0 < 0 ? word : text0;
            if (from < after
                    || isInName(word)
                    || leavesQuotation(from, word)
                    || isConditional(from)
                    || !voices.isSame(match.end() - 1, match.start())
                    || !plays(match, draft, word)) {
                return Optional.empty();
            }
            int start = from;
            int denied = match.pattern().setting("role").orElse("").equals("felt") ? denialBefore(word) : -1;
            from = denied >= 0 ? denied : from;
            while (from > match.start() - 1
                    && reading.is(from - 1, WordClass.NEGATION)
                    && voices.isSame(from - 1, from)) {
                from--;
            }
            boolean row = match.pattern().setting("as").orElse("").equals("row");
            if (row && word - from > MAX_BEFORE) {
                from = word;
                while (reading.find(from - 1, degree) >= 0 && voices.isSame(from - 1, from)) {
                    from--;
                }
            }
            from = row ? insideMarks(from, word) : from;
            int reach = feelings.containsKey(from) ? behindContent(draft) : cutter.end(from);
            int to = row ? rowEnd(word, cutter.limit(from)) : Math.min(reach, word + MAX);
            int end = behindLastWord(word, Math.max(untilNextThat(word, to), quotationEnd(from, word)));
            Judgement out = new Judgement(
                    match.pattern().id(),
                    match.pattern()
                            .setting("polarity")
                            .map(p -> Polarity.valueOf(p.toUpperCase(Locale.ROOT)))
                            .orElseGet(() -> polarity(match, start, end, row)),
                    from,
                    end,
                    draft.speaker.orElseThrow());
            for (String label : match.pattern().labels()) {
                if (match.start(label) >= 0) {
                    out.steps.add(reading.step(label, match.start(label), match.end(label)));
                }
            }
            return Optional.of(out);
        }

        /** "Were «hard but useful»": the judgement is what stands in the marks, unless it is denied before them. */
        private int insideMarks(int from, int word) {
            int mark = from + 1;
            boolean opens = reading.find(from, deeming) >= 0 && mark < word && text.opens(mark) >= 0;
            return opens ? mark + 1 : from;
        }

        /** "«Talk of the agreement» is of no use": what is judged is the whole that stands in the marks, and not its end. */
        private boolean leavesQuotation(int from, int word) {
            int q = text.quotation(from);
            return q >= 0
                    && text.quotations().get(q).closed()
                    && text.quotations().get(q).close() < word
                    && text.quotations().get(q).open() < from - 1;
        }

        /** "If no progress is made": what is only supposed judges nothing. */
        private boolean isConditional(int from) {
            int at = from - 1;
            while (reading.is(at, WordClass.NEGATION)) {
                at--;
            }
            return reading.find(at, condition) >= 0;
        }

        /** Some judgements are names, too. */
        private boolean isInName(int word) {
            return reading.mentionEndingAt(word + 1)
                    .filter(mention -> mention.from < word)
                    .isPresent();
        }

        private int behindContent(Draft draft) {
            return draft.content.isEmpty()
                    ? draft.cueTo
                    : text.tokenAt(draft.content.get(0).end());
        }

        /** "As «fragile but alive»": what is put in marks as the judgement is one, whole; 0 where no marks open at it. */
        private int quotationEnd(int from, int word) {
            int mark = word - 1;
            while (mark >= from && text.opens(mark) < 0) {
                mark--;
            }
            int q = mark < 0 ? -1 : text.opens(mark);
            boolean whole = q >= 0
                    && text.quotations().get(q).closed()
                    && text.quotations().get(q).close() - word < MAX;
            return whole ? text.quotations().get(q).close() : 0;
        }

        /** "That the gap is wide and that the chances are slim" are two. */
        private int untilNextThat(int word, int to) {
            int token = word + 1;
            while (token < to && !(reading.is(token, WordClass.THAT) && reading.opensWithConjunction(token))) {
                token++;
            }
            return token;
        }

        private int behindLastWord(int word, int to) {
            int end = Math.max(to, word + 1);
            while (end > word + 1 && !reading.isWord(end - 1)) {
                end--;
            }
            return end;
        }

        private boolean plays(Matcher match, Draft draft, int word) {
            return switch (match.pattern().setting("role").orElse("")) {
                case "near" -> isNear(word);
                case "start" -> begins(draft, match.start()) && isNear(word);
                case "told-near" -> isOfSentenceNear(word);
                case "head-of" -> begins(draft, match.start()) && isOfSentenceNear(word);
                case "so-described" -> draft.governs("describe") && isOfDescribedNear(draft, word);
                case "felt" -> isNear(word);
                case "described" ->
                    draft.governs("describe") && isDescription(draft, match.start()) && isOfDescribedNear(draft, word);
                case "predicate" -> isPredicate(word, match.start());
                case "of-it" -> begins(draft, match.start()) && isOfIt(match.start());
                default -> true;
            };
        }

        /** "Said that the talks stopped. He added that they were bad": what the pronoun behind "that" means was the subject before. */
        private boolean isOfIt(int token) {
            if (reading.find(token - 1, thatHe) < 0) {
                return false;
            }
            int sentence = text.sentence(token);
            int floor = text.sentenceStart(Math.max(0, sentence - 1));
            for (int at = token - 2; at > floor; at--) {
                if (reading.is(at - 1, WordClass.THAT) && reading.find(at - 1, thatHe) < 0) {
                    return reading.find(at, dealing) >= 0 && reading.isDefinite(at);
                }
            }
            return false;
        }

        /** Whether an adjective says something of what is definite, and is no attribute of a noun before it. */
        private boolean isPredicate(int word, int floor) {
            int before = word - 1;
            while (before > floor
                    && (reading.find(before, degree) >= 0
                            || (text.kind(before) == Text.MARK && text.opens(before) >= 0))) {
                before--;
            }
            if (text.kind(before) != Text.WORD
                    || reading.isDefinite(before)
                    || reading.isAny(before, LETS)
                    || reading.isAny(before - 1, STILL)) {
                return true;
            }
            boolean owned = reading.ends("owned", before) && reading.length(before) > 3;
            return owned
                    || reading.find(before, deeming) >= 0
                    || reading.find(before, denial) >= 0
                    || reading.mentionEndingAt(word).isPresent();
        }

        /** "Described them as hard": the first word of what somebody describes, or the one behind "that they are". */
        private boolean isDescription(Draft draft, int token) {
            int before = token - 1;
            while (text.kind(before) == Text.MARK && text.opens(before) >= 0) {
                before--;
            }
            return begins(draft, token) || reading.is(before, WordClass.THAT);
        }

        private boolean begins(Draft draft, int token) {
            return draft.content.stream().anyMatch(piece -> text.tokenAt(piece.start()) == token);
        }

        private boolean isNear(int word) {
            return isNear(word, Math.max(text.sentenceStart(text.sentence(word)), word - BEFORE));
        }

        /** "Described the meeting, which …, as frank": what is described may stand far before the judgement. */
        private boolean isOfDescribedNear(Draft draft, int word) {
            boolean far = !draft.content.isEmpty()
                    && isNear(word, text.tokenAt(draft.content.get(0).start()));
            return far || isNear(word);
        }

        /** "It is a late step": what it is may be told of in the sentence before. */
        private boolean isOfSentenceNear(int word) {
            int before = Math.max(0, text.sentenceStart(text.sentence(word)) - 1);
            return isNear(word, text.sentenceStart(text.sentence(before)));
        }

        private boolean isNear(int word, int floor) {
            for (int token = floor; token < Math.min(reading.size(), word + BEHIND); token++) {
                if (reading.find(token, dealing) >= 0 || reading.find(token, deal) >= 0) {
                    return true;
                }
            }
            return false;
        }

        /** "Long, hard and very frank"; what depends on the last of them goes with it. */
        private int rowEnd(int from, int limit) {
            int token = from;
            int end = from;
            while (token < limit) {
                int hit = Math.max(reading.find(token, quality), reading.find(token, degree));
                if (hit >= 0) {
                    token = Math.max(token + 1, tape.end(hit));
                    end = token;
                } else if (reading.is(token, WordClass.LINK)
                        || (text.kind(token) == Text.MARK && text.mark(token) == '\u060C')) {
                    token++;
                } else {
                    break;
                }
            }
            boolean open = reading.is(end - 1, WordClass.PREPOSITION);
            boolean goesOn = end < limit && (open || reading.is(end, WordClass.PREPOSITION));
            return goesOn ? Math.min(cutter.end(from), end + MAX) : end;
        }

        private Polarity polarity(Matcher match, int from, int to, boolean row) {
            int word = match.start("verdict");
            boolean good = false;
            boolean bad = false;
            int end = row ? to : word + 1;
            for (int token = row ? from : word; token < end; token++) {
                if (token > word && reading.find(token, but) >= 0) {
                    // "Fragile but alive": both are meant, whatever the second word is.
                    return Polarity.MIXED;
                }
                int hit = token == word ? match.hit("verdict") : reading.find(token, quality);
                if (hit >= 0) {
                    boolean positive =
                            reading.term(hit).entry().need("polarity").equals("positive") != isDenied(from, token);
                    good |= positive;
                    bad |= !positive;
                    // "A historic mistake" is one word of judgement.
                    token = Math.max(token, tape.end(hit) - 1);
                }
            }
            return good && bad ? Polarity.MIXED : good ? Polarity.POSITIVE : Polarity.NEGATIVE;
        }

        private boolean isDenied(int start, int token) {
            if (start < token && reading.find(start, none) >= 0) {
                return true;
            }
            if (reading.find(token, felt) >= 0) {
                return denialBefore(token) >= 0;
            }
            int floor = Math.max(text.sentenceStart(text.sentence(token)), token - DENIAL);
            for (int at = token - 1; at >= floor && isSameClause(at, start, token); at--) {
                // "The indirect talks were good": what is denied is an attribute, and not the judgement.
                boolean ofNoun = reading.find(at, attribute) >= 0 && at + 1 < token && reading.isDefinite(at + 1);
                if (!ofNoun && reading.find(at, still) < 0 && (reading.denies(at) || reading.find(at, denial) >= 0)) {
                    return true;
                }
            }
            return false;
        }

        /** The word that denies a feeling named after it; -1 where none does. */
        private int denialBefore(int token) {
            int floor = Math.max(text.sentenceStart(text.sentence(token)), token - FELT_DENIAL);
            for (int at = token - 1; at >= floor && text.kind(at) == Text.WORD && isSameClause(at, at, token); at--) {
                if (reading.is(at, WordClass.NEGATION) || reading.find(at, denial) >= 0) {
                    return at;
                }
            }
            return -1;
        }

        private boolean isSameClause(int at, int start, int token) {
            return (at >= start || text.kind(at) == Text.WORD)
                    && voices.isSame(at, token)
                    && reading.find(at, clauseLink) < 0;
        }
    }
}
