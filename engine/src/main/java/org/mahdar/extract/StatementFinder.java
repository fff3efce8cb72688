package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mahdar.language.Entry;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.PatternSet;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Finds who said what: cue, source and content by patterns, then where the content ends, then who speaks. */
final class StatementFinder {
    private static final long NO_SUBJECT = WordClass.bits(
            WordClass.PREPOSITION,
            WordClass.THAT,
            WordClass.TIME,
            WordClass.ADVERB,
            WordClass.FUNCTION,
            WordClass.NEGATION,
            WordClass.SAY_PARTICIPLE,
            WordClass.RELATIVE,
            WordClass.AUXILIARY,
            WordClass.ATTENTION,
            WordClass.LONE_PREPOSITION,
            WordClass.HEAD);

    private static final long NAMED_BY_QUOTATION =
            WordClass.bits(WordClass.BODY_HEAD, WordClass.PLAIN_PREPOSITION, WordClass.QUANTITY);
    private static final long SPEECH = WordClass.bits(WordClass.SAY_FINITE, WordClass.SAY_PARTICIPLE);

    /** What stands before the subject of a clause. */
    private static final long LEADS = WordClass.bits(WordClass.BE, WordClass.LINK, WordClass.OPENER);

    /** How many words may stand between a cue and the quotation it introduces. */
    private static final int MAX_BETWEEN = 2;

    /** How many words a subject that no list knows may have. */
    private static final int MAX_SUBJECT = 4;

    private final PatternSet patterns;
    private final int say;

    StatementFinder(Language language) {
        this.patterns = language.patterns("statement");
        this.say = language.symbol("say");
    }

    /** The statements of a story, in text order of their cues. */
    List<Draft> find(Reading reading, List<Mention> mentions) {
        List<Draft> drafts = new ArrayList<>();
        Matcher matcher = reading.matcher();
        Tape tape = reading.tape();
        Predicate<Matcher> taker = match -> {
            Draft draft = draft(reading, match);
            return draft != null && drafts.add(draft);
        };
        for (int token = 0; token < reading.size(); token++) {
            patterns.firstThat(matcher, tape, token, taker);
        }
        drafts.sort((a, b) -> Integer.compare(a.cueFrom, b.cueFrom));
        Overlaps overlaps = new Overlaps(reading);
        List<Draft> apart = overlaps.apart(drafts);
        new ContentCutter(reading).cut(apart);
        List<Draft> kept = overlaps.outermost(apart);
        new Speakers(reading, mentions).resolve(kept);
        return kept;
    }

    /** What a match says, or null where it says nothing: a denied report, or one without content. */
    private @org.jspecify.annotations.Nullable Draft draft(Reading reading, Matcher match) {
        int hit = match.hit("cue");
        Optional<Term> verb =
                hit >= 0 && reading.tape().has(hit, say) ? Optional.of(reading.term(hit)) : Optional.empty();
        Draft draft = new Draft(match, verb);
        if (!Cues.report(reading, draft, hit)) {
            return null;
        }
        parties(reading, match, draft);
        boolean object = draft.pattern.setting("role").map("object"::equals).orElse(false);
        if (object
                && draft.source.isEmpty()
                && mentionAt(reading, draft.contentFrom)
                        .filter(mention -> Hearers.agrees(reading, draft, mention))
                        .isPresent()) {
            return null;
        }
        boolean subject = draft.pattern.setting("role").map("subject"::equals).orElse(false);
        boolean accused = draft.pattern.setting("role").map("accused"::equals).orElse(false);
        if (accused
                && mentionAt(reading, draft.contentFrom)
                        .filter(mention ->
                                reading.ends("plural", mention.from) && !reading.ends("oblique", mention.from))
                        .isPresent()) {
            // "Opponents accuse": in that form they are no object.
            return null;
        }
        if (isPassiveView(reading, draft)
                || saysSaying(reading, draft)
                || isNounOf(reading, draft)
                || leavesBracket(reading, draft)
                || (subject && !followsSubject(reading, draft))) {
            return null;
        }
        if (!speaks(reading, draft) || (draft.mode.equals("quotation") && !introduces(reading, match, draft))) {
            return null;
        }
        for (String label : match.pattern().labels()) {
            if (match.start(label) >= 0 && match.end(label) > match.start(label)) {
                draft.steps.add(reading.step(label, match.start(label), match.end(label)));
            }
        }
        return draft;
    }

    /** "(See Page) – the palace said": what stands in brackets says nothing of what stands behind them. */
    private static boolean leavesBracket(Reading reading, Draft draft) {
        for (int token = draft.cueTo; token < draft.saidFrom(); token++) {
            int open = reading.text().partner(token);
            if (open >= 0 && open < draft.cueFrom) {
                return true;
            }
        }
        return false;
    }

    /** "He pleaded by saying that": what is said stands behind the noun of saying, which is a cue itself. */
    private static boolean saysSaying(Reading reading, Draft draft) {
        return draft.mode.equals("object")
                && reading.is(draft.contentFrom + 1, WordClass.THAT)
                && (reading.is(draft.contentFrom, WordClass.SAY_NOUN)
                        || reading.isAfterPreposition(draft.contentFrom, WordClass.SAY_NOUN.bit()));
    }

    /** "And Washington's refusal to …": a verb written like its noun, and behind it a state that is not its subject by gender. */
    private static boolean isNounOf(Reading reading, Draft draft) {
        return draft.isFinite()
                && draft.source.isEmpty()
                && draft.contentFrom == draft.cueTo
                && reading.is(draft.cueFrom, WordClass.SAY_NOUN)
                && draft.verb
                        .filter(verb -> verb.entry().is("request")
                                || verb.entry().need("act").equals("reject"))
                        .isPresent()
                && mentionAt(reading, draft.cueTo)
                        .filter(mention -> mention.kind == Actor.Kind.STATE)
                        .isPresent();
    }

    /** "Tunis is deemed a model": one deems something definite to be something; without it the verb is a passive. */
    private static boolean isPassiveView(Reading reading, Draft draft) {
        boolean bare = draft.governs("consider")
                && draft.isFinite()
                && !draft.is("obj")
                && draft.mode.equals("clause")
                && draft.source.isPresent()
                && draft.contentFrom == draft.source.get().to
                && !reading.isDefinite(draft.contentFrom)
                && !reading.is(draft.contentFrom, WordClass.NEGATION);
        return bare
                && (reading.ends("accusative", draft.contentFrom)
                        || draft.source
                                .get()
                                .head
                                .filter(head -> head.entry().is("paper"))
                                .isPresent());
    }

    /** Whether a quotation stands where words that are said stand, and not the name of something: behind a noun. */
    private static boolean introduces(Reading reading, Matcher match, Draft draft) {
        int before = draft.quoteFrom - 1;
        if (isTakenUp(reading, draft) || (!reading.text().isMark(before, ':') && isOneWord(reading, draft.quoteFrom))) {
            return false;
        }
        if (before < draft.cueTo || before == match.end("source") - 1 || !reading.isWord(before)) {
            return true;
        }
        if (reading.text().isMark(before, ':')
                || reading.mentionEndingAt(draft.quoteFrom).isPresent()) {
            return true;
        }
        boolean noun = reading.isAny(before, NAMED_BY_QUOTATION)
                || reading.isAfterPreposition(before, NAMED_BY_QUOTATION)
                || reading.length(before) == 1;
        return !noun;
    }

    /** One word in marks is a name, unless a colon leads to it. */
    private static boolean isOneWord(Reading reading, int open) {
        int q = reading.text().opens(open);
        return q >= 0
                && reading.text().quotations().get(q).closed()
                && reading.text().quotations().get(q).to()
                                - reading.text().quotations().get(q).from()
                        == 1;
    }

    /** "He accused the city of …, saying: «…»": the quotation is that of the participle, the verb has said something else. */
    private static boolean isTakenUp(Reading reading, Draft draft) {
        int end = draft.source
                .filter(source -> !source.guess)
                .map(source -> Math.max(draft.cueTo, source.to))
                .orElse(draft.cueTo);
        for (int token = draft.quoteFrom - 1; token - end > MAX_BETWEEN && draft.isFinite(); token--) {
            int hit = reading.hit(token, SPEECH, false);
            if (hit < 0 || reading.is(token, WordClass.SAY_WEAK) || reading.isDefinite(token)) {
                continue;
            }
            Term other = reading.term(hit);
            boolean speaks =
                    reading.is(token, WordClass.SAY_FINITE) ? other.entry().is("say") : other.is("acc");
            if (speaks && other.entry().is("quote")) {
                return true;
            }
        }
        return false;
    }

    /** Who speaks and who is told, as far as they stand beside the cue. */
    private static void parties(Reading reading, Matcher match, Draft draft) {
        Optional<Mention> after =
                match.start("source") < 0 ? Optional.empty() : mentionAt(reading, match.start("source"));
        Optional<Mention> hearer =
                match.start("hearer") < 0 ? Optional.empty() : mentionAt(reading, match.start("hearer"));
        boolean addresses = draft.verb.isPresent() && draft.verb.get().entry().is("addressee");
        if (draft.isParticiple()) {
            draft.hearer = addresses ? after : hearer;
            draft.source = addresses || draft.mode.equals("quotation") ? Optional.empty() : after;
            return;
        }
        Optional<Mention> before = draft.isFinite() && !hasAntecedentAsObject(reading, draft)
                ? Subjects.before(reading, draft).filter(mention -> !draft.is("pl") || !isOne(mention))
                : Optional.empty();
        Optional<Mention> only = after.isEmpty() ? hearer : hearer.isEmpty() ? after : Optional.empty();
        if (addresses
                && only.isPresent()
                && (before.isPresent()
                        || Hearers.isUrged(reading, draft, only.get())
                        || !Hearers.canSpeak(reading, draft, only.get()))) {
            draft.source = before;
            draft.hearer = only;
            return;
        }
        if (addresses && only.isPresent()) {
            draft.source = only;
            return;
        }
        if (before.isPresent() && after.isPresent() && takesObjectOf(reading, draft, before.get(), after.get())) {
            // "X accuses Y of …": the subject stood before the verb, so the other is the object.
            draft.source = before;
            draft.contentFrom = after.get().from;
            return;
        }
        if (after.isPresent() && isThreatened(reading, draft, after.get())) {
            // "The army, which threatens the city with …"
            draft.source = before;
            draft.hearer = after;
            return;
        }
        if (after.isPresent() && isAccused(reading, draft, after.get())) {
            draft.source = before;
            draft.contentFrom = after.get().from;
            return;
        }
        if (before.isEmpty() && after.isPresent() && isObjectOf(reading, draft, after.get())) {
            draft.contentFrom = after.get().from;
            return;
        }
        draft.source = after.or(() -> before).or(() -> beside(reading, draft));
        draft.hearer = hearer;
        if (addresses && hearer.isEmpty() && after.isPresent()) {
            draft.hearer = mentionAt(reading, after.get().to);
        }
        if (match.start("relay") >= 0) {
            mentionAt(reading, match.start("relay")).ifPresent(draft.relay::add);
        }
        quoted(reading, draft);
    }

    /** "Several members of the old guard voiced": who stands right behind a verb without an object, words unread behind him. */
    private static Optional<Mention> beside(Reading reading, Draft draft) {
        boolean bare = draft.isFinite()
                && draft.is("sg")
                && !draft.is("obj")
                && !draft.governs("object")
                && !draft.governs("addressee")
                && (draft.mode.equals("clause") || draft.mode.equals("object"));
        return bare
                ? mentionAt(reading, draft.cueTo)
                        .filter(mention -> mention.to < draft.contentFrom
                                && Hearers.agrees(reading, draft, mention)
                                && !reading.standsBehindPreposition(mention.from))
                : Optional.empty();
    }

    /** "The force that he calls a militia": the pronoun at the verb is the force, and somebody else calls it so. */
    private static boolean hasAntecedentAsObject(Reading reading, Draft draft) {
        int relative = draft.is("obj") ? reading.hit(draft.cueFrom - 1, WordClass.RELATIVE.bit(), false) : -1;
        return relative >= 0
                && !reading.is(draft.cueTo, WordClass.THAT)
                && reading.term(relative).entry().is("sg")
                && reading.term(relative).entry().is("f") == reading.ends("owned", draft.cueFrom);
    }

    /** "The channel said, quoting an officer, that", "according to the channel, quoting an officer": the officer speaks. */
    private static void quoted(Reading reading, Draft draft) {
        boolean behind = draft.mode.equals("preceding") && draft.source.isPresent();
        int from = behind ? draft.source.get().to : draft.cueTo;
        for (int token = from; token < (behind ? from + 1 : draft.saidFrom()); token++) {
            int hit = reading.hit(token, WordClass.ACCORDING.bit(), false);
            if (hit >= 0 && reading.term(hit).entry().is("quoting")) {
                Optional<Mention> speaker = mentionAt(reading, reading.tape().end(hit));
                if (speaker.isPresent()) {
                    draft.source.ifPresent(draft.relay::add);
                    draft.source = speaker;
                    return;
                }
            }
        }
    }

    private static boolean takesObjectOf(Reading reading, Draft draft, Mention before, Mention after) {
        boolean object = draft.governs("object") && !draft.governs("object2") && draft.mode.equals("clause");
        return object
                && !after.isOwnOffice()
                && draft.contentFrom >= after.to
                && !reading.is(draft.contentFrom - 1, WordClass.THAT)
                && after.from == draft.cueTo
                && ((before.to == draft.cueFrom && reading.beginsClause(before.from))
                        || (reading.is(before.from - 1, WordClass.BE)
                                && reading.is(draft.cueFrom - 1, WordClass.AUXILIARY)));
    }

    /** "And he thanked the embassy": what stands behind the verb disagrees with it in gender, so it is no subject. */
    private static boolean isObjectOf(Reading reading, Draft draft, Mention after) {
        return draft.governs("object")
                && draft.mode.equals("clause")
                && reading.opensWithConjunction(draft.cueFrom)
                && after.from == draft.cueTo
                && draft.contentFrom >= after.to
                && !reading.is(draft.contentFrom - 1, WordClass.THAT)
                && !Hearers.agrees(reading, draft, after);
    }

    /** "And accused the minister of …": one accuses somebody, so that an actor alone before the accusation is whom. */
    private static boolean isAccused(Reading reading, Draft draft, Mention after) {
        return draft.governs("accuse")
                && !draft.is("obj")
                && after.from == draft.cueTo
                && after.to == draft.contentFrom
                && after.joint.isEmpty()
                && reading.opensWithConjunction(draft.cueFrom)
                && reading.opensWith(draft.contentFrom, Letters.B)
                // "Some": the letter is the word's own.
                && !reading.is(draft.contentFrom, WordClass.QUANTITY);
    }

    /** "Who threatens everybody with": behind a relative pronoun the verb has its subject, so that the actor is whom. */
    private static boolean isThreatened(Reading reading, Draft draft, Mention after) {
        return draft.isFinite()
                && draft.governs("harm")
                && after.from == draft.cueTo
                && reading.is(draft.cueFrom - 1, WordClass.RELATIVE);
    }

    /** "(We are) ready for talks": several without the article, and a preposition written together with what follows. */
    private static boolean isReady(Reading reading, int token) {
        return reading.isWord(token + 1)
                && !reading.isDefinite(token)
                && reading.ends("plural", token)
                && reading.prepositionOf(token + 1) != 0;
    }

    /** "We refuse": a verb of speech or stance in the first person of several. */
    private static boolean isOurs(Reading reading, int token) {
        for (int hit = reading.tape().first(token);
                hit >= 0;
                hit = reading.tape().next(hit)) {
            if (reading.tape().payload(hit) instanceof Term term && term.is("first") && term.is("pl")) {
                return true;
            }
        }
        return false;
    }

    /** Whether what stands as source can speak, and whether a subject stands where this cue needs one. */
    private static boolean speaks(Reading reading, Draft draft) {
        Optional<Term> head = draft.source.flatMap(mention -> mention.head);
        boolean paper = head.isPresent() && head.get().entry().is("paper");
        if (draft.mode.equals("preceding") && paper && !head.get().entry().is("speaks")) {
            return false;
        }
        if (draft.pattern.setting("role").map("paper"::equals).orElse(false) && !paper) {
            return false;
        }
        if (draft.pattern.setting("role").map("title"::equals).orElse(false)
                && !reading.text().inTitle(draft.cueFrom)) {
            return false;
        }
        if (draft.mode.equals("headline") && asks(reading, draft)) {
            return false;
        }
        // "The government and the fund: …": several are what the story is about.
        boolean quoted = reading.text().opens(draft.contentFrom) >= 0;
        boolean topic = draft.source
                .filter(source -> source.kind == Actor.Kind.STATE || (!source.joint.isEmpty() && !quoted))
                .isPresent();
        if (draft.mode.equals("headline") && topic) {
            return reading.is(draft.contentFrom, WordClass.NEGATION)
                    || isOurs(reading, draft.contentFrom)
                    || isReady(reading, draft.contentFrom);
        }
        boolean relayed = draft.pattern.setting("role").map("relayed"::equals).orElse(false);
        if (!relayed && draft.verb.isPresent() && draft.verb.get().entry().is("outlet")) {
            // "The Herald has learnt": an outlet, or any name in marks
            return draft.source
                    .filter(source ->
                            source.kind == Actor.Kind.OUTLET || reading.text().opens(source.from) >= 0)
                    .isPresent();
        }
        int before = draft.cueFrom - 1;
        boolean passive = draft.isFinite()
                && reading.is(before, WordClass.RELATIVE)
                && reading.is(draft.cueTo, WordClass.PREPOSITION_PRONOUN)
                && draft.contentFrom > draft.cueTo + 2
                && draft.source
                        .filter(source -> !source.guess && source.from >= draft.cueTo)
                        .isEmpty();
        if (passive) {
            // "The deal that was announced", and not "who told her that"
            return false;
        }
        if (draft.isFinite() && Subjects.isThing(reading, draft)) {
            return false;
        }
        if (draft.source.isPresent() || !draft.isFinite()) {
            return true;
        }
        if (reading.is(before, WordClass.RELATIVE)) {
            return reading.opensWithConjunction(before)
                    || endsMention(reading, before)
                    || endsMention(reading, Subjects.beforeNumber(reading, before))
                    || (reading.text().kind(before - 1) == Text.MARK && endsMention(reading, before - 1));
        }
        if (draft.cueTo < draft.contentFrom && governs(draft) && isPlainNoun(reading, draft.cueTo)) {
            // Something that is no actor stands where the subject stands: "the test revealed a fault".
            return false;
        }
        if (governs(draft) && isOfAnything(reading, draft.cueFrom)) {
            return false;
        }
        boolean needsSubject =
                draft.verb.isPresent() && draft.verb.get().entry().is("paper");
        return !needsSubject || endsMention(reading, draft.cueFrom);
    }

    /** "The first count had pointed to": between the auxiliary that opens a clause and the verb something is named that is no actor. */
    private static boolean isOfAnything(Reading reading, int cue) {
        int first = cue - 1;
        while (first > cue - MAX_SUBJECT && isPlainNoun(reading, first)) {
            first--;
        }
        return first < cue - 1
                && reading.is(first, WordClass.BE)
                && reading.beginsClause(first)
                && reading.isDefinite(first + 1)
                && !endsMention(reading, cue);
    }

    /** "Sputnik: what do you think of it?": an outlet asks in its interview. */
    private static boolean asks(Reading reading, Draft draft) {
        int end = draft.contentFrom;
        while (end < reading.size() && reading.text().kind(end) != Text.BREAK) {
            end++;
        }
        return draft.source.filter(source -> source.kind == Actor.Kind.OUTLET).isPresent()
                && !reading.text().inTitle(draft.cueFrom)
                && (reading.text().mark(end - 1) == '?' || reading.text().mark(end - 1) == '\u061F');
    }

    /** "But the government refused the plan", "X had accused Y": who begins the clause, the verb right behind. */
    private static boolean followsSubject(Reading reading, Draft draft) {
        return draft.source
                .filter(source -> source.to == draft.cueFrom)
                .filter(source -> reading.beginsClause(source.from)
                        || reading.isAny(source.from - 1, LEADS)
                        || reading.isAfterLink(source.from)
                        || (draft.is("pres") && Subjects.opensClause(reading, source, draft)))
                .isPresent();
    }

    /** "The deal that they say": one thing or person does not say in the plural. */
    private static boolean isOne(Mention mention) {
        return mention.number == Mention.Count.ONE && mention.joint.isEmpty();
    }

    private static boolean governs(Draft draft) {
        Entry entry = draft.verb.orElseThrow().entry();
        return entry.is("governs") && !entry.is("addressee") && !entry.is("request");
    }

    private static boolean isPlainNoun(Reading reading, int token) {
        return reading.isWord(token) && !reading.isAny(token, NO_SUBJECT) && !reading.isAfterPreposition(token, ~0L);
    }

    private static boolean endsMention(Reading reading, int token) {
        return reading.mentionEndingAt(token).isPresent();
    }

    static Optional<Mention> mentionAt(Reading reading, int token) {
        for (int hit = reading.tape().first(token);
                hit >= 0;
                hit = reading.tape().next(hit)) {
            if (reading.tape().payload(hit) instanceof Mention mention) {
                return Optional.of(mention);
            }
        }
        return Optional.empty();
    }
}
