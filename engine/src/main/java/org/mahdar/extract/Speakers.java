package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.mahdar.text.Text;

/**
 * Says who speaks where the cue names nobody: the subject of the sentence, else whoever spoke last, as far as gender and
 * number of the verb agree. One pass over the text, sentence by sentence.
 */
final class Speakers {
    /** How many sentences back a speaker is remembered. */
    private static final int MEMORY = 6;

    private static final long NO_VERB =
            bits(WordClass.PREPOSITION, WordClass.HEAD, WordClass.OCCASION, WordClass.QUANTITY, WordClass.FUNCTION);

    private final Reading reading;
    private final Text text;
    private final List<Mention> mentions;
    /** Tokens of reported words: who is named there is no subject of the story's own sentences. */
    private final BitSet reported = new BitSet();

    Speakers(Reading reading, List<Mention> mentions) {
        this.reading = reading;
        this.text = reading.text();
        this.mentions = mentions;
    }

    /** Fills the speaker of every draft, in text order. */
    void resolve(List<Draft> drafts) {
        for (Draft draft : drafts) {
            draft.content.forEach(piece -> reported.set(text.tokenAt(piece.start()), text.tokenAt(piece.end())));
        }
        Mention[] recent = new Mention[MEMORY];
        int m = 0;
        int d = 0;
        for (int sentence = 0; sentence < text.sentences(); sentence++) {
            int from = text.sentenceStart(sentence);
            int to = text.sentenceStart(sentence + 1);
            Mention subject = null;
            Mention spoken = null;
            while (m < mentions.size() && mentions.get(m).from < from) {
                m++;
            }
            int next = m;
            while (d < drafts.size() && drafts.get(d).cueFrom < to) {
                Draft draft = drafts.get(d++);
                // The subject of the sentence, as far as it stands before the cue.
                while (next < mentions.size() && mentions.get(next).from < Math.max(draft.cueFrom, from)) {
                    Mention candidate = mentions.get(next++);
                    if (isSubject(candidate)) {
                        subject = candidate;
                    }
                }
                Mention speaker = draft.source.orElse(null);
                if (speaker == null && !impersonal(draft)) {
                    speaker = choose(draft, subject, spoken, recent);
                }
                if (speaker != null) {
                    draft.speaker = Optional.of(speaker.cluster);
                    if (!isNested(draft)) {
                        spoken = speaker;
                        subject = draft.source.isPresent() ? speaker : subject;
                    }
                }
            }
            while (next < mentions.size() && mentions.get(next).from < to) {
                Mention candidate = mentions.get(next++);
                if (subject == null && isSubject(candidate)) {
                    subject = candidate;
                }
            }
            Mention topic = spoken != null ? spoken : subject;
            if (topic != null && !text.inTitle(topic.from)) {
                System.arraycopy(recent, 0, recent, 1, MEMORY - 1);
                recent[0] = topic;
            }
        }
    }

    private static boolean impersonal(Draft draft) {
        return draft.pattern.setting("role").map("impersonal"::equals).orElse(false);
    }

    /** Words inside another's words do not change who is spoken of. */
    private boolean isNested(Draft draft) {
        return text.quotation(draft.cueFrom) >= 0 && text.opens(draft.cueFrom) < 0;
    }

    private Mention choose(Draft draft, Mention subject, Mention spoken, Mention[] recent) {
        if (!draft.relay.isEmpty()) {
            // "X quoted him as saying": him is somebody named before, not X.
            return recent[0];
        }
        if (draft.isParticiple()) {
            if (spoken != null) {
                return spoken;
            }
            if (subject != null && agrees(draft, subject)) {
                return subject;
            }
        } else {
            if (subject != null && agrees(draft, subject)) {
                return subject;
            }
            if (spoken != null && agrees(draft, spoken)) {
                return spoken;
            }
        }
        for (Mention candidate : recent) {
            if (candidate != null && agrees(draft, candidate)) {
                return candidate;
            }
        }
        return spoken != null ? spoken : subject != null ? subject : recent[0];
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
        boolean several = mention.number == Mention.Number.MANY
                || mention.number == Mention.Number.TWO
                || !mention.joint.isEmpty();
        if (plural || dual) {
            return several || mention.number == Mention.Number.UNKNOWN;
        }
        if (several && !draft.is("masdar")) {
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
        int from = mention.from;
        if (mention.guess || reported.get(from) || reading.isAfterPreposition(from, ~0L) && !reading.isAny(from, ~0L)) {
            return false;
        }
        if (reading.beginsClause(from)) {
            return true;
        }
        int verb = from - 1;
        boolean canBeVerb = text.isWord(verb)
                && !reading.isDefinite(verb)
                && !reading.isAny(verb, NO_VERB)
                && !reading.isAfterPreposition(verb, ~0L);
        return canBeVerb && (reading.beginsClause(verb) || reading.is(verb, WordClass.SAY_FINITE) || isComma(verb - 1));
    }

    private boolean isComma(int token) {
        return text.mark(token) == '\u060C' || text.mark(token) == ',';
    }
}
