package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

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

    private final Reading reading;
    private final Text text;
    private final List<Mention> mentions;

    Speakers(Reading reading, List<Mention> mentions) {
        this.reading = reading;
        this.text = reading.text();
        this.mentions = mentions;
    }

    /** Fills the speaker of every draft, in text order. */
    void resolve(List<Draft> drafts) {
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
                    if (isSubject(candidate, from) && (subject == null || beginsClause(candidate, from))) {
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
                if (subject == null && isSubject(candidate, from)) {
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
        if (draft.isParticiple()) {
            if (spoken != null && agrees(draft, spoken)) {
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
        boolean several = mention.number == Mention.Number.MANY || mention.number == Mention.Number.TWO || !mention.joint.isEmpty();
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

    /** Whether a mention can be the subject of its sentence: no preposition stands before it or is written with it. */
    private boolean isSubject(Mention mention, int sentenceFrom) {
        int from = mention.from;
        if (mention.guess || reading.isAfterPreposition(from, ~0L) && !reading.isAny(from, ~0L)) {
            return false;
        }
        if (from == sentenceFrom) {
            return true;
        }
        int before = from - 1;
        if (reading.isAny(before, bits(WordClass.PREPOSITION, WordClass.THAT, WordClass.HEAD, WordClass.OCCASION, WordClass.QUANTITY))
                || reading.isAfterPreposition(before, ~0L)) {
            return false;
        }
        return !reading.isDefinite(before);
    }

    private boolean beginsClause(Mention mention, int sentenceFrom) {
        return mention.from == sentenceFrom
                || reading.is(mention.from - 1, WordClass.FUNCTION) && !reading.is(mention.from - 1, WordClass.DEMONSTRATIVE);
    }
}
