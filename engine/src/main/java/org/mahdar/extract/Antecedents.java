package org.mahdar.extract;

import java.util.Optional;
import java.util.Set;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;
import org.mahdar.pattern.Tape;

/** Says which body a bare noun means, such as "the movement" or "the army": the last one named before that is called so. */
final class Antecedents {
    /** How many tokens back a body is looked for. */
    private static final int REACH = 400;

    private static final Set<String> FACTIONS = Set.of("armed-movement", "movement", "party");

    /** Bodies of which there are so many that a bare noun means none of them. */
    private static final Set<String> NO_PARTIES =
            Set.of("ministry", "media", "news-agency", "company", "think-tank", "court", "bank");

    /** Any government may be meant by this one, and not only the last that was named. */
    private static final String GOVERNMENT = "generic-government";

    private static final long NOUNS = WordClass.bits(WordClass.BODY_HEAD, WordClass.BODY);
    private static final long BODIES = WordClass.BODY.bit();

    private final Reading reading;
    private final Tape tape;
    private final Knowledge knowledge;

    Antecedents(Reading reading, Knowledge knowledge) {
        this.reading = reading;
        this.tape = reading.tape();
        this.knowledge = knowledge;
    }

    /** The body meant by a noun with the article; empty where the noun names none by itself, or none was named. */
    Optional<Entry> of(int token) {
        if (!reading.isDefinite(token) || !isBare(token)) {
            return Optional.empty();
        }
        String word = reading.bare(token);
        int hit = hit(token);
        Optional<Entry> generic =
                hit < 0 ? Optional.empty() : Optional.of(reading.term(hit).entry());
        int sentence = reading.text().sentenceStart(reading.sentenceOf(token));
        for (int before = token - 1; before >= Math.max(0, token - REACH); before--) {
            Optional<Entry> named = named(before);
            if (named.isPresent() && (isOfKind(named.get(), generic) || knowledge.isCalled(named.get(), word))) {
                return named;
            }
            if (before >= sentence && named.filter(Antecedents::isFaction).isPresent()) {
                // "The Workers' Party … the organisation": it may be meant as well.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isFaction(Entry body) {
        return FACTIONS.contains(body.value("type").orElse(""));
    }

    private static boolean isOfKind(Entry body, Optional<Entry> generic) {
        return generic.isPresent() && body.value("kind").equals(generic.get().value("id"));
    }

    /** Whether the noun is one for bodies and begins no longer name. */
    private boolean isBare(int token) {
        int noun = reading.hit(token, NOUNS, false);
        noun = noun < 0 ? reading.hit(token, NOUNS, true) : noun;
        if (noun < 0
                || reading.term(noun).role().equals("pl")
                || reading.term(noun).role().equals("du")) {
            return false;
        }
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            if (tape.end(hit) > token + 1 && reading.isOf(hit, BODIES)) {
                return false;
            }
        }
        int hit = hit(token);
        return hit < 0
                || (Knowledge.isGeneric(reading.term(hit).entry())
                        && !reading.term(hit).entry().need("id").equals(GOVERNMENT));
    }

    private int hit(int token) {
        int bare = reading.hit(token, BODIES, false);
        return bare < 0 ? reading.hit(token, BODIES, true) : bare;
    }

    private Optional<Entry> named(int token) {
        int hit = hit(token);
        return hit >= 0
                        && tape.payload(hit) instanceof Term term
                        && !Knowledge.isGeneric(term.entry())
                        && !NO_PARTIES.contains(term.entry().value("type").orElse(""))
                ? Optional.of(term.entry())
                : Optional.empty();
    }
}
