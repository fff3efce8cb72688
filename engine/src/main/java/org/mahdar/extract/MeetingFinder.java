package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.PatternSet;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/**
 * Finds the occasions on which parties meet: the words that name them by patterns, then who takes part, when, where and how
 * it stands, then which mentions name one and the same occasion.
 */
final class MeetingFinder {
    private final PatternSet patterns;
    private final int events;
    private final int meet;
    private final int none;

    MeetingFinder(Language language) {
        this.patterns = language.patterns("meeting");
        this.events = language.symbol("events");
        this.meet = language.symbol("meet");
        this.none = language.symbol("no-occasions");
    }

    /** The occasions of a story, in text order. */
    List<Occasion> find(Reading reading, List<Mention> who, List<Draft> said, Times when) {
        List<Occasion> mentions = new ArrayList<>(mentions(reading).values());
        MeetingParties parties = new MeetingParties(reading, who, new Topics(reading, who, said));
        MeetingCircumstances circumstances = new MeetingCircumstances(reading, when);
        MeetingStatus status = new MeetingStatus(reading, when);
        List<Occasion> kept = new ArrayList<>();
        for (Occasion mention : mentions) {
            parties.read(mention);
            circumstances.read(mention);
            status.read(mention);
            if (counts(reading, mention)) {
                kept.add(mention);
            }
        }
        return new Occasions(reading).join(kept);
    }

    /** The words that name occasions, by their first token. */
    private Map<Integer, Occasion> mentions(Reading reading) {
        Map<Integer, Occasion> found = new TreeMap<>();
        Matcher matcher = reading.matcher();
        int[] covered = {0, 0};
        for (int token = 0; token < reading.size(); token++) {
            int hit = reading.tape().find(token, none);
            if (hit >= 0) {
                covered[1] = Math.max(covered[1], reading.tape().end(hit));
            }
            patterns.firstThat(matcher, reading.tape(), token, match -> {
                int head = match.start("event");
                if (head < covered[1]) {
                    return false;
                }
                if (head < covered[0] && !found.containsKey(head)) {
                    return false;
                }
                Optional<Term> word = word(reading, match);
                if (word.isEmpty() || isWordOfClause(reading, match)) {
                    return false;
                }
                Occasion occasion = new Occasion(match, word.get(), match.end("event"));
                for (String label : match.pattern().labels()) {
                    if (match.start(label) >= 0 && match.end(label) > match.start(label)) {
                        occasion.steps.add(reading.step(label, match.start(label), match.end(label)));
                    }
                }
                Occasion known = found.get(head);
                if (known == null) {
                    found.put(head, occasion);
                } else {
                    known.absorb(occasion);
                }
                covered[0] = Math.max(covered[0], occasion.headEnd);
                return true;
            });
        }
        return found;
    }

    private static boolean isWordOfClause(Reading reading, Matcher match) {
        return reading.is(match.start("event") - 1, WordClass.NEGATION);
    }

    /** The noun or verb of the lexicon under the part called "event". */
    private Optional<Term> word(Reading reading, Matcher match) {
        Tape tape = reading.tape();
        int from = match.start("event");
        for (int hit = tape.first(from); hit >= 0; hit = tape.next(hit)) {
            if (tape.end(hit) <= match.end("event") && (tape.has(hit, events) || tape.has(hit, meet))) {
                return Optional.of(reading.term(hit));
            }
        }
        return Optional.empty();
    }

    /** Whether a mention says enough to be an occasion, or to name one again. */
    private static boolean counts(Reading reading, Occasion mention) {
        if (!mention.introduces) {
            return !mention.isVerb()
                    && (reading.isDefinite(mention.headEnd - 1) || reading.isDefinite(mention.head) || mention.has("poss"));
        }
        if (reading.text().kind(mention.head) != Text.WORD) {
            return false;
        }
        int least = mention.isVerb() && !mention.is("crowd") ? 2 : mention.is("weak") ? 2 : 1;
        boolean placed = mention.place.isPresent() || mention.time.isPresent();
        if (mention.parties.size() >= least) {
            return true;
        }
        if (!mention.isVerb() && mention.parties.size() == 1 && placed) {
            return true;
        }
        return !mention.isVerb() && !mention.is("weak") && placed;
    }
}
