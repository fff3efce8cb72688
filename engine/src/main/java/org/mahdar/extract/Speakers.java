package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mahdar.model.Actor;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/**
 * Says who speaks where the cue names nobody: the subject of the sentence, else whoever spoke last, as far as gender and
 * number of the verb agree. One pass over the text, sentence by sentence.
 */
final class Speakers {
    /** How many sentences back a speaker is remembered. */
    private static final int MEMORY = 6;

    private static final long BEFORE_VERB = bits(WordClass.NEGATION, WordClass.AUXILIARY);
    private static final long NO_VERB =
            bits(WordClass.PREPOSITION, WordClass.HEAD, WordClass.OCCASION, WordClass.QUANTITY, WordClass.FUNCTION);

    private final Reading reading;
    /** Verbs of speech with a pronoun for what is said. */
    private final int saidOfIt;
    /** Occasions on which somebody speaks. */
    private final int talk;
    /** "He", "she": before who somebody is. */
    private final int pronoun;
    /** Verbs that are written like another word. */
    private final int feints;

    private final Text text;
    private final List<Mention> mentions;
    /** Tokens of reported words: who is named there is no subject of the story's own sentences. */
    private final BitSet reported = new BitSet();
    /** Who was spoken of in the sentences before, the latest first. */
    private final Deque<Mention> recent = new ArrayDeque<>();
    /** Who the sentence being read is about, and who spoke in it last. */
    private Optional<Mention> subject = Optional.empty();

    /** Who spoke in the sentences before, the latest first. */
    private final Deque<Mention> talkers = new ArrayDeque<>();
    /** Who published the papers that speak. */
    private final Issuers issuers;
    /** Who it was about before. */
    private Optional<Mention> earlier = Optional.empty();

    private Optional<Mention> spoken = Optional.empty();
    /** Who speaks in the title. */
    private Optional<Mention> titled = Optional.empty();
    /** The last report told within another's words. */
    private Optional<Draft> within = Optional.empty();
    /** Who said something within another's words. */
    private Optional<Mention> told = Optional.empty();
    /** Whom the last one spoke to. */
    private Optional<Mention> addressed = Optional.empty();
    /** Whether who spoke last stands behind "according to". */
    private boolean attributed;
    /** The first mention behind the cue being resolved. */
    private int next;

    Speakers(Reading reading, List<Mention> mentions) {
        this.reading = reading;
        this.text = reading.text();
        this.mentions = mentions;
        this.saidOfIt = reading.language().symbol("say.obj");
        this.pronoun = reading.language().symbol("function.pronoun");
        this.feints = reading.language().symbol("feints");
        this.talk = reading.language().symbol("occasions.talk");
        this.issuers = new Issuers(reading);
    }

    /** Fills the speaker of every draft, in text order. */
    void resolve(List<Draft> drafts) {
        for (Draft draft : drafts) {
            draft.content.forEach(piece -> reported.set(text.tokenAt(piece.start()), text.tokenAt(piece.end())));
        }
        int mention = 0;
        int draft = 0;
        for (int sentence = 0; sentence < text.sentences(); sentence++) {
            int from = text.sentenceStart(sentence);
            int to = text.sentenceStart(sentence + 1);
            while (mention < mentions.size() && mentions.get(mention).from < from) {
                mention++;
            }
            int last = draft;
            while (last < drafts.size() && drafts.get(last).cueFrom < to) {
                last++;
            }
            sentence(drafts.subList(draft, last), mention, to);
            draft = last;
        }
    }

    private void sentence(List<Draft> drafts, int first, int to) {
        subject = Optional.empty();
        earlier = Optional.empty();
        spoken = Optional.empty();
        within = Optional.empty();
        told = Optional.empty();
        addressed = Optional.empty();
        attributed = false;
        next = first;
        for (Draft draft : drafts) {
            // The subject of the sentence, as far as it stands before the cue.
            for (; next < mentions.size() && mentions.get(next).from < draft.cueFrom; next++) {
                note(mentions.get(next));
            }
            promoteHearer(draft);
            Optional<Mention> speaker = draft.source.or(() -> impersonal(draft) ? Optional.empty() : choose(draft));
            Optional<Mention> before = Stream.concat(
                            spoken.stream(), talkers.stream().limit(MEMORY))
                    .filter(mention -> !issuers.isAnew(mention))
                    .filter(mention -> speaker.filter(issuers::isSource).isPresent() || agrees(draft, mention))
                    .findFirst();
            draft.speaker = speaker.map(mention -> issuers.of(mention, draft, before).cluster);
            told = draft.source.isPresent() && isNested(draft) ? draft.source : told;
            addressed = draft.hearer;
            if (speaker.isPresent() && !isNested(draft)) {
                spoken = speaker;
                subject = draft.source.isPresent() ? speaker : subject;
                within = Optional.empty();
                attributed = draft.verb.isEmpty() && reading.is(draft.cueFrom, WordClass.ACCORDING);
            } else if (passesOn(draft)) {
                within = Optional.of(draft);
            }
        }
        for (; subject.isEmpty() && next < mentions.size() && mentions.get(next).from < to; next++) {
            note(mentions.get(next));
        }
        titled = spoken.filter(mention -> text.inTitle(mention.from)).or(() -> titled);
        spoken.filter(mention -> !text.inTitle(mention.from)).ifPresent(talkers::addFirst);
        spoken.or(() -> subject).filter(mention -> !text.inTitle(mention.from)).ifPresent(this::remember);
    }

    /** "And Sudan asked for …" after a sentence about somebody whom the verb does not fit: who stands behind the verb asks. */
    private void promoteHearer(Draft draft) {
        boolean alone = draft.source.isEmpty() && draft.hearer.isPresent() && draft.isFinite() && draft.is("m");
        boolean fits = alone
                && draft.hearer
                        .filter(m -> m.from == draft.cueTo && agrees(draft, m))
                        .isPresent()
                && Stream.of(subject.stream(), spoken.stream(), recent.stream().limit(1))
                        .flatMap(candidates -> candidates)
                        .noneMatch(candidate -> agrees(draft, candidate));
        if (fits) {
            draft.source = draft.hearer;
            draft.hearer = Optional.empty();
        }
    }

    /** Takes the mention for what the sentence is about, if it is a subject; one of an embedded clause only where no other is. */
    private void note(Mention mention) {
        if (addressed.filter(mention::equals).isPresent()) {
            return;
        }
        boolean talks = subject.isEmpty() && isTalkOf(mention);
        if (talks || (isSubject(mention) && (subject.isEmpty() || !(isEmbedded(mention) || isObject(mention))))) {
            earlier = subject;
            subject = Optional.of(mention);
        }
    }

    /** "In a speech of the president's before parliament he said": the talk is his. */
    private boolean isTalkOf(Mention mention) {
        int talks = mention.from - 1;
        boolean his = mention.isPerson() && !mention.guess && (reading.prepositionOf(mention.from) & ~Letters.L) == 0;
        int hit = his && !reported.get(mention.from) ? reading.find(talks, talk) : -1;
        return hit >= 0
                && reading.tape().end(hit) == mention.from
                && reading.is(talks - 1, WordClass.PLAIN_PREPOSITION)
                && reading.beginsClause(talks - 1);
    }

    /** "The president-designate, back from a visit, saw the palace": the sentence began with the subject of its verb. */
    private boolean isObject(Mention mention) {
        int verb = mention.from - 1;
        return subject.filter(topic -> text.sentenceStart(text.sentence(topic.from)) == topic.from
                                && topic.isPerson()
                                && topic.to < verb - 1)
                        .isPresent()
                && reading.isComma(verb - 1)
                && !reading.is(verb, WordClass.SAY_FINITE)
                && !mention.isPerson();
    }

    private boolean isEmbedded(Mention mention) {
        return reading.is(mention.from - 1, WordClass.THAT) || reading.is(mention.from - 2, WordClass.THAT);
    }

    private void remember(Mention mention) {
        recent.addFirst(mention);
        if (recent.size() > MEMORY) {
            recent.removeLast();
        }
    }

    private static boolean impersonal(Draft draft) {
        return draft.pattern.setting("role").map("impersonal"::equals).orElse(false);
    }

    /** Words inside another's words do not change who is spoken of. */
    private boolean isNested(Draft draft) {
        boolean quoted = text.quotation(draft.cueFrom) >= 0 && text.opens(draft.cueFrom) < 0;
        return quoted || (draft.isFinite() && reported.get(draft.cueFrom));
    }

    private Optional<Mention> choose(Draft draft) {
        if (!draft.relay.isEmpty()) {
            // "X quoted him as saying": him is somebody named before, not X, but "the visitors of N. N. quoted him".
            Optional<Mention> visited = draft.relay.stream()
                    .filter(relay -> relay.number == Mention.Count.MANY && relay.hasName())
                    .findFirst();
            return visited.isPresent()
                    ? visited
                    : spoken.or(() -> recent.stream().findFirst());
        }
        if (draft.isParticiple()) {
            Optional<Mention> nearer = confirming(draft)
                    .or(() -> within.filter(inner -> endsBefore(inner, draft)).flatMap(inner -> inner.source))
                    .or(() -> told.filter(inner -> disagrees(draft) && agrees(draft, inner)))
                    .or(() -> spoken.filter(mention -> !draft.is("pl") || isSeveral(mention)))
                    .or(() -> subject.filter(mention -> draft.is("pl") && isSeveral(mention)))
                    .or(() -> crowd(draft))
                    .or(() -> spoken);
            if (nearer.isPresent()) {
                return nearer;
            }
        }
        // "He added": whoever spoke last, and not who was told of in between.
        Stream<Mention> last = draft.governs("more") ? talkers.stream().limit(MEMORY) : Stream.empty();
        return Stream.of(subject.stream(), spoken.stream(), earlier.stream(), last, recent.stream())
                .flatMap(candidates -> candidates)
                .filter(candidate -> agrees(draft, candidate) && (!isMute(candidate) || talkers.isEmpty()))
                .findFirst()
                .or(() -> crowd(draft))
                .or(() -> agreeing(draft))
                .or(() -> spoken)
                .or(() -> subject)
                .or(() -> recent.stream().findFirst())
                .or(() -> before(draft))
                .or(() -> titled.filter(mention -> draft.isFinite() && agrees(draft, mention)));
    }

    /** "The deal stipulates …. And he pointed to": a paper that is no statement or report says nothing more in a new sentence. */
    private boolean isMute(Mention mention) {
        return mention.isPaper()
                && !mention.head.orElseThrow().entry().is("speaks")
                && subject.filter(mention::equals).isEmpty()
                && spoken.filter(mention::equals).isEmpty();
    }

    /**
     * "She said that the minister was back, and (he) insists on": whom the verb fits by gender and number and who was named
     * last in its sentence, in another's words too.
     */
    private Optional<Mention> agreeing(Draft draft) {
        for (int i = next - 1; draft.isFinite() && i >= 0 && isInSentence(mentions.get(i), draft); i--) {
            Mention mention = mentions.get(i);
            if (agrees(draft, mention)
                    && !mention.isPaper()
                    && mention.gender != Mention.Gender.UNKNOWN
                    && !reading.standsBehindPreposition(mention.from)
                    && !reading.isBehindPreposition(mention.from)) {
                return Optional.of(mention);
            }
        }
        return Optional.empty();
    }

    private boolean isInSentence(Mention mention, Draft draft) {
        return reading.sentenceOf(mention.from) == reading.sentenceOf(draft.cueFrom);
    }

    /** "…, which the minister confirmed, saying": the subject of a verb of speech just before, which says nothing by itself. */
    private Optional<Mention> confirming(Draft draft) {
        int end = reading.isComma(draft.cueFrom - 1) ? draft.cueFrom - 1 : draft.cueFrom;
        return reading.mentionEndingAt(end)
                .filter(mention -> (reading.find(mention.from - 1, saidOfIt) >= 0
                                && !reading.isDefinite(mention.from - 1)
                                && !reading.endsLikeNoun(mention.from - 1)
                                && !reading.is(mention.from - 1, WordClass.PREPOSITION_PRONOUN))
                        || (reading.is(mention.from - 1, WordClass.PREPOSITION_PRONOUN)
                                && reading.is(mention.from - 2, WordClass.SAY_FINITE)));
    }

    /** Whether somebody's words are told by a body, a paper or a source without a verb, which only pass them on. */
    private boolean passesOn(Draft inner) {
        if (attributed && inner.isFinite() && inner.source.isPresent()) {
            return true;
        }
        return inner.isFinite()
                && text.quotation(inner.cueFrom) < 0
                && inner.source.filter(Mention::isPerson).isPresent()
                && spoken.filter(outer -> !outer.isPerson() && outer.kind != Actor.Kind.STATE && !isSeveral(outer))
                        .isPresent();
    }

    /** "She said that he stressed …, deeming (he)": whoever spoke last is a woman or a body, and the participle is a man's. */
    private boolean disagrees(Draft draft) {
        return draft.is("m")
                && draft.is("sg")
                && spoken.filter(mention -> mention.gender == Mention.Gender.F && !isSeveral(mention))
                        .isPresent();
    }

    /** "The agency reported that the minister said …, stressing that": what he said ends where the participle goes on. */
    private boolean endsBefore(Draft inner, Draft participle) {
        int end = text.tokenAt(inner.content.get(inner.content.size() - 1).end() - 1) + 1;
        while (end < participle.cueFrom && text.kind(end) == Text.MARK) {
            end++;
        }
        return end == participle.cueFrom;
    }

    /** "They say": the last crowd named before the cue, in its sentence or the one before. */
    private Optional<Mention> crowd(Draft draft) {
        boolean several = draft.is("pl") || draft.is("du");
        int sentence = reading.sentenceOf(draft.cueFrom);
        for (int i = next - 1; several && i >= 0 && reading.sentenceOf(mentions.get(i).from) >= sentence - 1; i--) {
            Mention mention = mentions.get(i);
            if (isSeveral(mention)
                    && !reported.get(mention.from)
                    && !reading.is(mention.from - 1, WordClass.PREPOSITION)) {
                return Optional.of(mention);
            }
        }
        return Optional.empty();
    }

    private static boolean isSeveral(Mention mention) {
        return mention.number == Mention.Count.MANY || mention.number == Mention.Count.TWO || !mention.joint.isEmpty();
    }

    /** Who was named last before the cue in the same sentence, where nobody is its subject. */
    private Optional<Mention> before(Draft draft) {
        for (int i = next - 1; i >= 0 && isInSentence(mentions.get(i), draft); i--) {
            Mention mention = mentions.get(i);
            if (mention.isPerson() && !reported.get(mention.from) && agrees(draft, mention)) {
                return Optional.of(mention);
            }
        }
        return Optional.empty();
    }

    /** Whether the verb's gender and number can be those of the actor. */
    private static boolean agrees(Draft draft, Mention mention) {
        if (draft.verb.isEmpty()) {
            return true;
        }
        boolean feminine = draft.is("f");
        boolean masculine = draft.is("m");
        boolean plural = draft.is("pl");
        boolean dual = draft.is("du");
        boolean several = isSeveral(mention);
        if (plural || dual) {
            return several || mention.number == Mention.Count.UNKNOWN;
        }
        // "The states issued a statement in which they (she) said": several states are feminine, too.
        boolean states = !mention.joint.isEmpty() && mention.kind == Actor.Kind.STATE && feminine;
        if (several && !states && !draft.is("masdar")) {
            return false;
        }
        if (feminine) {
            return mention.gender != Mention.Gender.M;
        }
        return !masculine || mention.gender != Mention.Gender.F;
    }

    /**
     * Whether a mention is the subject of a clause of the story's own: it begins the clause, or only the verb stands
     * before it.
     */
    private boolean isSubject(Mention mention) {
        // "The remarks of X reflect": X speaks.
        boolean speech = mention.isPerson()
                && reading.is(mention.from - 1, WordClass.SAY_NOUN)
                && !reading.is(mention.from - 1, WordClass.SAY_FINITE);
        return isSubject(mention, speech ? mention.from - 1 : mention.from);
    }

    private boolean isSubject(Mention mention, int from) {
        boolean silent = mention.head.isPresent()
                && mention.head.get().entry().is("paper")
                && !mention.head.get().entry().is("speaks");
        if (silent || mention.guess || reported.get(from) || reading.standsBehindPreposition(from)) {
            return false;
        }
        if (reading.beginsClause(from)) {
            return true;
        }
        if (mention.isPerson() && mention.hasName() && reading.find(from - 1, pronoun) >= 0) {
            // "The second one is N. N."
            return true;
        }
        int verb = from - 1;
        if (reading.is(verb, WordClass.PREPOSITION_PRONOUN) && reading.is(verb - 1, WordClass.SAY_FINITE)) {
            // "Which the leader pointed to when he said"
            return mention.isPerson();
        }
        boolean canBeVerb = text.isWord(verb)
                && !reading.isDefinite(verb)
                && (!reading.isAny(verb, NO_VERB) || reading.is(verb, WordClass.SAY_FINITE))
                && !reading.isAfterPreposition(verb, ~0L)
                // "To deny the reports": behind a preposition stands a noun that is written like the verb.
                && !reading.isBehindPreposition(verb);
        return (canBeVerb || reading.find(verb, feints) >= 0)
                && (reading.beginsClause(verb)
                        || reading.isAny(verb - 1, BEFORE_VERB)
                        || reading.is(verb, WordClass.SAY_FINITE)
                        || reading.isComma(verb - 1));
    }
}
