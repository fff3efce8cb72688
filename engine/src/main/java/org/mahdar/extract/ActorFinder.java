package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mahdar.extract.Phrase.Place;
import org.mahdar.language.Language;
import org.mahdar.language.Term;

/** Finds the phrases that name actors, and marks each on the tape as {@code @who} or, where only its place says so, {@code @someone}. */
final class ActorFinder {
    /** How far after a reporting verb its subject may begin. */
    private static final int MAX_ASIDE = 4;

    private final int sure;
    private final int guess;
    private final int behind;

    ActorFinder(Language language) {
        this.sure = language.finding("@who");
        this.guess = language.finding("@someone");
        this.behind = language.finding("@whom");
    }

    /** The mentions in text order; none lies inside another but as a joint part of it. */
    List<Mention> find(Reading reading) {
        Place[] places = places(reading);
        PhraseReader phrases = new PhraseReader(reading);
        List<Mention> found = new ArrayList<>();
        int covered = 0;
        for (int token = 0; token < reading.size(); token++) {
            if (token < covered) {
                continue;
            }
            Place place = places[token] == null ? Place.ANYWHERE : places[token];
            Optional<Mention> mention = phrases.read(token, place);
            if (mention.isPresent()) {
                found.add(mention.get());
                reading.add(token, mention.get().to, set(reading, mention.get()), mention.get());
                reading.note(mention.get());
                covered = mention.get().to;
            }
        }
        shortForms(reading, found);
        found.sort((a, b) -> Integer.compare(a.from, b.from));
        return found;
    }

    /** A mention behind a preposition written together with it can be no subject. */
    private int set(Reading reading, Mention mention) {
        if (mention.guess) {
            return guess;
        }
        boolean oblique = !reading.isAny(mention.from, ~0L) && reading.isAfterPreposition(mention.from, ~0L);
        return oblique ? behind : sure;
    }

    /** A surname that the story has given in full is that person wherever it stands again, the title included. */
    private void shortForms(Reading reading, List<Mention> found) {
        Set<String> surnames = new HashSet<>();
        BitSet covered = new BitSet();
        for (Mention mention : found) {
            covered.set(mention.from, mention.to);
            if (mention.isPerson()
                    && mention.hasName()
                    && mention.nameTo - mention.nameFrom + (mention.headToken >= 0 ? 1 : 0) > 1) {
                int last = mention.nameTo - 1;
                if (reading.isWord(last)) {
                    surnames.add(reading.bare(last));
                }
            }
        }
        for (int token = 0; token < reading.size() && !surnames.isEmpty(); token++) {
            if (covered.get(token) || !reading.isWord(token) || !surnames.contains(reading.bare(token))) {
                continue;
            }
            Mention mention = new Mention(token);
            mention.to = token + 1;
            mention.nameFrom = token;
            mention.nameTo = token + 1;
            found.add(mention);
            reading.add(token, token + 1, sure, mention);
            reading.note(mention);
        }
    }

    /** Where a reporting word lets an actor be expected. */
    private static Place[] places(Reading reading) {
        Place[] places = new Place[reading.size() + 1];
        for (int token = 0; token < reading.size(); token++) {
            if (reading.is(token, WordClass.SAY_FINITE)) {
                int hit = reading.hit(token, WordClass.SAY_FINITE.bit(), false);
                Term term = reading.term(hit);
                Place place = takesObject(term) ? Place.SUBJECT_BEFORE_OBJECT : Place.SUBJECT;
                mark(reading, places, reading.tape().end(hit), place);
            }
            if (reading.is(token, WordClass.ACCORDING)) {
                int hit = reading.hit(token, WordClass.ACCORDING.bit(), false);
                if (reading.term(hit).entry().is("noun")
                        || reading.term(hit).entry().is("quoting")) {
                    mark(reading, places, reading.tape().end(hit), Place.SOURCE);
                }
            }
        }
        return places;
    }

    private static boolean takesObject(Term term) {
        return term.entry().is("object")
                || term.entry().is("addressee")
                || term.entry().is("weakobject")
                || term.entry().is("describe")
                || term.entry().is("blame");
    }

    private static void mark(Reading reading, Place[] places, int from, Place place) {
        int token = from;
        for (int step = 0; step < MAX_ASIDE && token < reading.size(); step++) {
            if (reading.is(token, WordClass.TIME)) {
                token = reading.afterTime(token);
            } else if (reading.is(token, WordClass.ADVERB)) {
                token = reading.tape().end(reading.hit(token, bits(WordClass.ADVERB), false));
            } else if (reading.text().isMark(token, '\u060C') || reading.text().isMark(token, ',')) {
                token++;
            } else {
                break;
            }
        }
        places[token] = place;
    }
}
