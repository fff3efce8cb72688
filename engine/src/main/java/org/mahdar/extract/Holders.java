package org.mahdar.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Says whose stance a match tells of: whoever the words name beside it, else whoever speaks. */
final class Holders {
    private static final int MAX_STEPS = 5;
    private static final int MAX_ROW = 5;
    /** How many words the name of a capital has at most. */
    private static final int LONG_NAME = 3;
    /** How many words may stand between two commas between a subject and its verb. */
    private static final int MAX_INSERTED = 14;

    /** With what an insertion between a subject and its verb begins. */
    private static final long INSERTED = WordClass.bits(WordClass.RELATIVE, WordClass.ACCORDING, WordClass.PREPOSITION);

    private static final long BEFORE = WordClass.bits(
            WordClass.NEGATION,
            WordClass.AUXILIARY,
            WordClass.BE,
            WordClass.RELATIVE,
            WordClass.ADVERB,
            WordClass.PREPOSITION_PRONOUN);

    private static final long NO_VERB =
            WordClass.bits(WordClass.PREPOSITION, WordClass.THAT, WordClass.LINK, WordClass.METONYM);

    private final Reading reading;
    private final Text text;
    private final Tape tape;
    private final List<Mention> mentions;
    private final Sides sides;
    private final Voices voices;
    private final Pairs pairs;
    private final List<Document> documents;
    private final int ownSide;
    private final int bothSides;
    private final int stills;
    private final int thatHe;

    Holders(
            Reading reading,
            List<Mention> mentions,
            Sides sides,
            Voices voices,
            List<Occasion> occasions,
            List<Document> documents) {
        this.reading = reading;
        this.text = reading.text();
        this.tape = reading.tape();
        this.mentions = List.copyOf(mentions);
        this.sides = sides;
        this.voices = voices;
        this.pairs = new Pairs(reading, mentions, sides, voices, occasions);
        this.documents = List.copyOf(documents);
        this.bothSides = reading.language().symbol("both-sides");
        this.ownSide = reading.language().symbol("own-side");
        this.thatHe = reading.language().symbol("that.pronoun");
        this.stills = reading.language().symbol("stills");
    }

    /** The sides for which the speaker of a statement speaks. */
    List<Cluster> speaking(Draft draft) {
        if (draft.source.isPresent()) {
            return draft.source.get().isPaper() ? issuers(draft.source.get()) : of(draft.source.get());
        }
        List<Cluster> two = draft.is("du") ? pairs.before(draft.cueFrom) : List.of();
        boolean both = two.size() == 2
                && draft.speaker.map(speaker -> two.contains(sides.of(speaker))).orElse(true);
        if (both || draft.speaker.isEmpty()) {
            return two;
        }
        Mention fullest = draft.speaker.get().fullest();
        if (fullest.isPaper()) {
            return issuers(fullest);
        }
        // "They affirmed": who was named last before the verb says how many they are.
        Cluster speaker = draft.speaker.get();
        Mention last = null;
        for (Mention mention : speaker.mentions) {
            if (mention.from < draft.cueFrom && (last == null || mention.from > last.from)) {
                last = mention;
            }
        }
        boolean several = draft.is("du") || draft.is("pl") || draft.is("masdar");
        boolean same = last != null && text.sentence(last.from) == text.sentence(draft.cueFrom);
        return last != null && (several || same || pairs.isBoth(last)) ? of(last) : List.of(sides.of(speaker));
    }

    /** Whose paper it is: of the document that is named there, else of the last one before that is called alike. */
    private List<Cluster> issuers(Mention paper) {
        Document found = null;
        for (Document document : documents) {
            boolean known = !document.makers.isEmpty();
            boolean here = document.from < paper.to && paper.from < document.to;
            boolean alike = document.from < paper.from
                    && paper.headToken >= 0
                    && reading.bare(document.head).equals(reading.bare(paper.headToken));
            if (known && (here || alike)) {
                found = document;
            }
        }
        List<Cluster> out = new ArrayList<>();
        if (found != null) {
            found.makers.forEach(maker -> add(out, maker));
            return out;
        }
        // "The Egyptian proposal calls for": the state in its name wants it.
        for (int token = Math.max(paper.from, paper.headToken + 1); token < paper.to && out.isEmpty(); token++) {
            sides.ofState(token).ifPresent(out::add);
        }
        if (out.isEmpty()) {
            add(out, paper.cluster);
        }
        return out;
    }

    /** The side or sides that a mention stands for. */
    List<Cluster> of(Mention mention) {
        if (pairs.isOther(mention)) {
            Optional<Draft> said = voices.at(mention.from);
            return said.map(draft -> pairs.otherThan(speaking(draft), mention.from))
                    .orElse(List.of());
        }
        List<Cluster> both = pairs.isBoth(mention) ? pairs.before(mention.from) : List.of();
        return both.isEmpty() ? pairs.inRow(mention) : both;
    }

    private void add(List<Cluster> out, Cluster actor) {
        Cluster side = sides.of(actor);
        if (!out.contains(side)) {
            out.add(side);
        }
    }

    /** Who is named beside the stance; empty where nobody is. */
    List<Cluster> named(Matcher match, Optional<Draft> statement) {
        int party = match.start("party");
        int cue = match.start("cue") >= 0 ? match.start("cue") : match.start();
        if (party > cue && hasPronoun(cue - 1) && !isFirst(match)) {
            // "That she calls on Turkey": she is the subject.
            return List.of();
        }
        if (party > cue && hasPronoun(cue - 1)) {
            return statement.map(this::speaking).orElse(List.of());
        }
        if (party >= 0) {
            // "Iran demands of Turkey": who stands before the verb is its subject, and the other one its object.
            boolean finite = match.hit("cue") >= 0
                    && tape.payload(match.hit("cue")) instanceof Term verb
                    && (verb.is("past") || verb.is("pres"));
            List<Cluster> subject = party > cue && finite ? before(cue, statement) : List.of();
            if (subject.isEmpty() && finite && party > cue && !agrees(match, party)) {
                // "A resolution that demands (he) of Russia (she)": she is the object.
                return List.of();
            }
            return subject.isEmpty() ? at(party, statement) : subject;
        }
        if (isFirst(match)) {
            return statement.map(this::speaking).orElse(List.of());
        }
        return standsBehindSeveral(match, cue) ? List.of() : before(cue, statement);
    }

    /** "Fears a flow of refugees, and opposes": behind several people a verb in the singular is not theirs. */
    private boolean standsBehindSeveral(Matcher match, int cue) {
        boolean singular = match.hit("cue") >= 0
                && tape.payload(match.hit("cue")) instanceof Term verb
                && (verb.is("past") || verb.is("pres"))
                && !verb.is("pl")
                && !verb.is("du");
        return singular
                && reading.isComma(cue - 1)
                && reading.opensWithConjunction(cue)
                && reading.mentionEndingAt(cue - 1)
                        .filter(mention -> mention.number == Mention.Count.MANY && mention.kind != Actor.Kind.BODY)
                        .isPresent();
    }

    /** "We call on": whoever speaks is the subject. */
    private boolean isFirst(Matcher match) {
        int hit = match.hit("cue");
        return hit >= 0 && tape.payload(hit) instanceof Term term && term.is("first");
    }

    /** Whether the word is a "that" with the pronoun that is the subject of its clause. */
    private boolean hasPronoun(int token) {
        return reading.is(token, WordClass.THAT) && reading.find(token, thatHe) >= 0;
    }

    /** Whether the actor behind the verb of a match can be its subject by gender. */
    private boolean agrees(Matcher match, int party) {
        Optional<Mention> mention = StatementFinder.mentionAt(reading, party);
        boolean one = mention.filter(m -> m.number == Mention.Count.ONE).isPresent();
        if (!one || !(tape.payload(match.hit("cue")) instanceof Term verb)) {
            return true;
        }
        Mention.Gender gender = mention.get().gender;
        return !(verb.is("m") && gender == Mention.Gender.F) && !(verb.is("f") && gender == Mention.Gender.M);
    }

    /** The state or body with which the words of a statement begin; empty where they begin otherwise. */
    List<Cluster> first(Draft draft) {
        Optional<Mention> mention = draft.content.isEmpty()
                ? Optional.empty()
                : StatementFinder.mentionAt(
                        reading, text.tokenAt(draft.content.get(0).start()));
        List<Cluster> named = mention.map(this::of).orElse(List.of());
        return named.stream().allMatch(side -> sides.weight(side) == 2) ? named : List.of();
    }

    /** "The government", whichever it is. */
    boolean isGovernment(Mention mention) {
        return mention.state.isEmpty()
                && mention.head.map(head -> head.entry().is("government")).orElse(false);
    }

    /** Whether nothing before an actor makes him less than a subject. */
    boolean isSubject(Mention mention) {
        return !reading.standsBehindPreposition(mention.from) && !reading.is(mention.from - 1, WordClass.PREPOSITION);
    }

    /** Whom a sentence of the story's own is about: the first actor who begins a clause of it before the word. */
    List<Cluster> subject(int token) {
        int sentence = text.sentenceStart(text.sentence(token));
        for (int i = Mention.lastBefore(mentions, token); i >= 0 && mentions.get(i).from >= sentence; i--) {
            Mention mention = mentions.get(i);
            boolean fits = mention.to <= token && voices.isOwn(mention.from) && isSubject(mention);
            if (fits && (reading.beginsClause(mention.from) || isBehindVerb(mention.from))) {
                return of(mention);
            }
        }
        return List.of();
    }

    /** Whether one word, a verb, opens the clause before the token; in "the east of X" no verb stands before it. */
    private boolean isBehindVerb(int token) {
        return reading.beginsClause(token - 1)
                && (!reading.ends("relation", token - 1) || reading.endsLikeVerb(token - 1));
    }

    /** Who speaks in the last report before the word in its sentence: "and opposed at the same time". */
    List<Cluster> speakingBefore(int token, Collection<Draft> drafts) {
        int sentence = text.sentenceStart(text.sentence(token));
        return drafts.stream()
                .filter(draft -> draft.cueFrom >= sentence && draft.cueFrom < token)
                .max(Comparator.comparingInt(draft -> draft.cueFrom))
                .map(this::speaking)
                .orElse(List.of());
    }

    /** Between whom something was agreed: the last that were named in one breath, else who speaks. */
    List<Cluster> agreeing(int token, Optional<Draft> statement) {
        List<Cluster> met = pairs.meeting(token);
        List<Cluster> both = met.isEmpty() ? pairs.before(token) : met;
        return both.isEmpty() ? statement.map(this::speaking).orElse(List.of()) : both;
    }

    /** Who agreed, where one of them is named beside the verb: with him those who are named behind "with", or whom he met. */
    List<Cluster> joined(Matcher match, List<Cluster> named) {
        int with = match.start("with");
        List<Cluster> others = with >= 0 ? at(with, Optional.empty()) : pairs.meeting(match.start());
        if (with < 0 && !others.containsAll(named)) {
            return named;
        }
        List<Cluster> out = new ArrayList<>(named);
        others.stream().filter(side -> !out.contains(side)).forEach(out::add);
        return out;
    }

    /** Whose a stance is that bears a pronoun: "its refusal" is that of the last actor before it whom the pronoun fits. */
    List<Cluster> bearer(int token, Term noun) {
        if (noun.is("du")) {
            return pairs.before(token);
        }
        int floor = text.sentenceStart(text.sentence(token));
        for (int i = Mention.lastBefore(mentions, token); i >= 0 && mentions.get(i).from >= floor; i--) {
            Mention mention = mentions.get(i);
            if (mention.to <= token
                    && voices.isSame(mention.from, token)
                    && fits(noun, mention)
                    && !isObject(mention.from)) {
                List<Cluster> meant = of(mention);
                if (meant.stream().allMatch(side -> sides.weight(side) >= 1)) {
                    return meant;
                }
            }
        }
        return List.of();
    }

    /** "Iran told Turkey its refusal": whether an actor with a verb before him has its subject before that. */
    private boolean isObject(int token) {
        int verb = token - 1;
        boolean bare = text.kind(verb) == Text.WORD
                && !reading.opensWithConjunction(verb)
                && !reading.isDefinite(verb)
                && !reading.opensWith(verb, Letters.PREPOSITION)
                && !reading.isBehindPreposition(verb)
                && !reading.isAny(verb, BEFORE)
                && !reading.isAny(verb, NO_VERB);
        return bare && reading.mentionEndingAt(token).isEmpty() && beside(verb) < verb;
    }

    /** "Summoned (Bahrain) (the ambassador) in protest": who did it, where the one it was done to stands between; else empty. */
    List<Cluster> subjectBeforeObject(int token) {
        Optional<Mention> object = reading.mentionEndingAt(token);
        Optional<Mention> subject = object.filter(m -> !reading.opensWithConjunction(m.from))
                .flatMap(m -> reading.mentionEndingAt(m.from))
                .filter(m -> reading.beginsClause(m.from - 1) && isSubject(m));
        return subject.map(this::of).orElse(List.of());
    }

    private static boolean fits(Term noun, Mention mention) {
        boolean several = mention.number == Mention.Count.MANY || mention.number == Mention.Count.TWO;
        boolean gender = noun.is("f") ? mention.gender != Mention.Gender.M : mention.gender != Mention.Gender.F;
        return gender && several == noun.is("pl") && !noun.is("first");
    }

    /** Who put a paper forward: whom the sentence before this one is about. */
    List<Cluster> author(int token) {
        int before = text.sentenceStart(text.sentence(token)) - 1;
        while (before > 0 && !reading.isWord(before)) {
            before--;
        }
        return before <= 0 ? List.of() : subject(before);
    }

    /** Whether the verb has its subject before it. */
    boolean stands(int verb) {
        return !before(verb, Optional.empty()).isEmpty();
    }

    /** The first token of the actor just before the verb; the verb itself where none is. */
    int beside(int verb) {
        int capital = capitalEndingAt(verb);
        return reading.mentionEndingAt(verb)
                .filter(this::isSubject)
                .map(mention -> mention.from)
                .orElse(capital >= 0 ? capital : verb);
    }

    List<Cluster> at(int token, Optional<Draft> statement) {
        Optional<Mention> mention = StatementFinder.mentionAt(reading, token);
        // "A Turkish refusal": a name that is written alike.
        boolean adjective =
                mention.filter(m -> m.isPerson() && m.to == token + 1).isPresent()
                        && reading.is(token, WordClass.STATE_ADJECTIVE)
                        && !reading.isDefinite(token);
        if (mention.isPresent() && !adjective) {
            return of(mention.get());
        }
        if (adjective) {
            return sides.ofState(token).map(List::of).orElse(List.of());
        }
        if (reading.find(token, ownSide) >= 0) {
            return statement.map(this::speaking).orElse(List.of());
        }
        return reading.find(token, bothSides) >= 0 ? pairs.before(token) : capitals(token);
    }

    /** The states meant by a capital and by those joined to it: "Cairo and Khartoum". */
    private List<Cluster> capitals(int token) {
        List<Cluster> out = new ArrayList<>();
        int at = token;
        while (out.size() < MAX_ROW && (at == token || reading.opensWithConjunction(at))) {
            Optional<Cluster> state = sides.ofState(at);
            if (state.isEmpty()) {
                break;
            }
            out.add(state.get());
            at = afterState(at);
        }
        return out;
    }

    private int afterState(int token) {
        int hit = reading.hit(token, WordClass.METONYM.bit(), false);
        return hit < 0 ? token + 1 : tape.end(hit);
    }

    /** The first token of the capital that ends before the word, of the first in a row of them; -1 where none does. */
    private int capitalEndingAt(int end) {
        int first = -1;
        int at = end;
        for (int row = 0; row < MAX_ROW; row++) {
            int from = at - 1;
            while (from >= Math.max(0, at - LONG_NAME)
                    && !(reading.is(from, WordClass.METONYM) && afterState(from) == at)) {
                from--;
            }
            if (from < Math.max(0, at - LONG_NAME)) {
                return first;
            }
            first = from;
            if (!reading.opensWithConjunction(from)) {
                return first;
            }
            at = from;
        }
        return first;
    }

    /** Who is named before the word, with nothing between but what goes with a verb. */
    private List<Cluster> before(int cue, Optional<Draft> statement) {
        int at = cue;
        for (int step = 0; step < MAX_STEPS; step++) {
            Optional<Mention> mention = reading.mentionEndingAt(at);
            if (mention.isPresent()) {
                // In "with Iran, which rejects" and "rejecting Iran" the preposition takes nothing from who rejects.
                boolean qualifies = reading.is(at, WordClass.RELATIVE) || (at == cue && reading.isDefinite(cue));
                return qualifies || isSubject(mention.get()) ? of(mention.get()) : List.of();
            }
            if (reading.find(at - 1, ownSide) >= 0 && statement.isPresent()) {
                return speaking(statement.get());
            }
            if (reading.find(at - 1, bothSides) >= 0 && !reading.is(at - 2, WordClass.PREPOSITION)) {
                return pairs.before(at - 1);
            }
            int capital = capitalEndingAt(at);
            if (capital >= 0 && !reading.is(capital - 1, WordClass.PREPOSITION)) {
                return capitals(capital);
            }
            int insertion = insertionEndingAt(at);
            if (insertion >= 0) {
                at = insertion;
                continue;
            }
            int still = reading.find(at - 2, stills);
            boolean goesOn = still >= 0 && tape.end(still) == at;
            boolean bridges = goesOn
                    || reading.isAny(at - 1, BEFORE)
                    || (text.kind(at - 1) == Text.MARK && text.mark(at - 1) != '.');
            if (!bridges) {
                return List.of();
            }
            at -= goesOn ? 2 : 1;
        }
        return List.of();
    }

    /** "X, according to an official, rejected", "X, who had arrived, rejected": where what stands between the commas begins, or -1. */
    private int insertionEndingAt(int end) {
        if (!reading.isComma(end - 1)) {
            return -1;
        }
        int floor = Math.max(text.sentenceStart(text.sentence(end - 1)), end - MAX_INSERTED);
        for (int comma = end - 2; comma > floor; comma--) {
            if (reading.isComma(comma)) {
                return reading.isAny(comma + 1, INSERTED)
                                && reading.mentionEndingAt(comma).isPresent()
                        ? comma
                        : -1;
            }
        }
        return -1;
    }
}
