package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mahdar.extract.Phrase.Place;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Actor.Kind;
import org.mahdar.text.Text;

/** Finds the phrases that name actors, and marks each on the tape as {@code @who} or, where only its place says so, {@code @someone}. */
final class ActorFinder {
    /** How far behind "quoted" its source may begin. */
    private static final int MAX_RELAY = 16;

    /** What no subject goes on over. */
    private static final long NO_NOUN =
            WordClass.bits(WordClass.THAT, WordClass.RELATIVE, WordClass.NEGATION, WordClass.AUXILIARY, WordClass.TIME);
    /** How many words a subject before its verb may have. */
    private static final int MAX_SUBJECT = 12;

    private static final long SAYING = bits(WordClass.SAY_FINITE, WordClass.SAY_PARTICIPLE);

    private final int sure;
    private final int guess;
    private final int behind;
    private final IssuerReader issuers;

    ActorFinder(Language language) {
        this.sure = language.finding("@who");
        this.guess = language.finding("@someone");
        this.behind = language.finding("@whom");
        this.issuers = new IssuerReader(language);
    }

    /** The mentions in text order; none lies inside another but as a joint part of it. */
    List<Mention> find(Reading reading) {
        Place[] places = new Place[reading.size() + 1];
        Term[] verbs = new Term[reading.size() + 1];
        expect(reading, new Nouns(reading), places, verbs);
        PhraseReader phrases = new PhraseReader(reading);
        List<Mention> found = new ArrayList<>();
        int covered = 0;
        for (int token = 0; token < reading.size(); token++) {
            if (token < covered) {
                continue;
            }
            Place place = places[token] == null ? Place.ANYWHERE : places[token];
            Optional<Mention> mention = phrases.read(token, place, Optional.ofNullable(verbs[token]));
            if (mention.isEmpty() && place == Place.ANYWHERE) {
                mention = phrases.beforeVerb(token);
            }
            if (mention.isPresent()) {
                found.add(mention.get());
                reading.add(token, mention.get().to, set(reading, mention.get()), mention.get());
                reading.note(mention.get());
                covered = mention.get().to;
            }
        }
        shortForms(reading, found);
        found.sort((a, b) -> Integer.compare(a.from, b.from));
        issuers.read(reading, phrases, found);
        return found;
    }

    /** A mention behind a preposition written together with it can be no subject. */
    private int set(Reading reading, Mention mention) {
        if (mention.guess) {
            return guess;
        }
        boolean oblique = reading.standsBehindPreposition(mention.from);
        return oblique ? behind : sure;
    }

    /** A surname that the story has given in full is that person wherever it stands again, the title included. */
    private void shortForms(Reading reading, List<Mention> found) {
        Set<String> surnames = new HashSet<>();
        Set<String> articled = new HashSet<>();
        BitSet lastLetters = new BitSet();
        BitSet covered = new BitSet();
        for (Mention mention : found) {
            covered.set(mention.from, mention.to);
            if (mention.isPerson()
                    && mention.hasName()
                    && mention.nameTo - mention.nameFrom + (mention.headToken >= 0 ? 1 : 0) > 1) {
                int last = mention.nameTo - 1;
                if (reading.isWord(last)) {
                    surnames.add(reading.bare(last));
                    if (reading.isDefinite(last)) {
                        articled.add(reading.bare(last));
                    }
                    lastLetters.set(reading.lastForm(last));
                }
            }
        }
        for (Mention mention : found) {
            boolean quoted = mention.guess
                    && reading.text().opens(mention.from) >= 0
                    && mention.nameTo - mention.nameFrom == 1
                    && surnames.contains(reading.bare(mention.nameFrom));
            if (quoted) {
                // Some papers set the surname of who was named before in marks.
                mention.guess = false;
                mention.kind = Kind.PERSON;
                mention.headToken = -1;
                reading.add(mention.from, mention.to, set(reading, mention), mention);
            }
            // "The teacher" is Mr Teacher where the story has named him in full, and so is a word that no list knows.
            boolean title = mention.headToken == mention.from
                    && mention.isPerson()
                    && reading.is(mention.from - 1, WordClass.SAY_FINITE);
            boolean written = reading.isDefinite(mention.from)
                    ? articled.contains(reading.bare(mention.from))
                    : (mention.guess || title) && surnames.contains(reading.bare(mention.from));
            boolean noun = written
                    && mention.to - mention.from == 1
                    && !mention.hasName()
                    && mention.known.isEmpty()
                    && (mention.guess
                            || mention.kind == Kind.UNNAMED
                            || (mention.isPerson() && mention.head.isEmpty())
                            || title);
            if (noun) {
                mention.guess = false;
                mention.kind = Kind.PERSON;
                reading.add(mention.from, mention.to, set(reading, mention), mention);
                mention.office = Optional.empty();
                mention.head = Optional.empty();
                mention.headToken = -1;
                mention.nameFrom = mention.from;
                mention.nameTo = mention.to;
            }
        }
        for (int token = 0; token < reading.size() && !surnames.isEmpty(); token++) {
            boolean closed = reading.isAny(token, Nouns.CLOSED);
            if (closed
                    || covered.get(token)
                    || !reading.isWord(token)
                    || !lastLetters.get(reading.lastForm(token))
                    || !surnames.contains(reading.bare(token))) {
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

    /** Whether an auxiliary follows soon, and words alone stand before it. */
    private static boolean hasAuxiliary(Reading reading, int from) {
        for (int at = from;
                at < from + MAX_SUBJECT && reading.isWord(at) && !reading.is(at, WordClass.SAY_FINITE);
                at++) {
            if (reading.is(at, WordClass.AUXILIARY)) {
                return at > from;
            }
        }
        return false;
    }

    /** Marks where a reporting word lets an actor be expected. */
    private static void expect(Reading reading, Nouns nouns, Place[] places, Term[] verbs) {
        int reported = -1;
        for (int token = 0; token < reading.size(); token++) {
            int say = reading.hit(token, SAYING, false);
            if (say >= 0 && !reading.is(token - 1, WordClass.PLAIN_PREPOSITION)) {
                Term term = reading.term(say);
                boolean participle = !reading.is(token, WordClass.SAY_FINITE);
                if (!participle || term.entry().is("addressee")) {
                    int subject = nouns.behindAside(reading.tape().end(say));
                    boolean object = !participle && takesObject(term) && subject != reported;
                    places[subject] =
                            object ? Place.SUBJECT_BEFORE_OBJECT : subject == reported ? Place.SOURCE : Place.SUBJECT;
                    verbs[subject] = term;
                }
            }
            if (reading.is(token, WordClass.BE) && reading.beginsClause(token) && hasAuxiliary(reading, token + 1)) {
                // "And N. N. had said": who stands between "was" and the auxiliary of the verb is its subject.
                places[nouns.behindAside(token + 1)] = Place.SUBJECT;
            }
            int noun = reading.hit(token, WordClass.SAY_NOUN.bit(), false);
            if (noun >= 0
                    && !reading.term(noun).is("poss")
                    && !reading.isDefinite(token)
                    && places[reading.tape().end(noun)] == null) {
                places[reading.tape().end(noun)] = Place.SUBJECT_BEFORE_OBJECT;
            }
            if (reading.is(token, WordClass.ACCORDING)) {
                int hit = reading.hit(token, WordClass.ACCORDING.bit(), false);
                int verb = reading.hit(reading.tape().end(hit), WordClass.SAY_FINITE.bit(), false);
                if (verb >= 0 && reading.term(hit).entry().is("verb")) {
                    // "As … said": what follows speaks, there is no object.
                    reported = nouns.behindAside(reading.tape().end(verb));
                }
                if (reading.term(hit).entry().is("noun")
                        || reading.term(hit).entry().is("quoting")) {
                    places[nouns.behindAside(reading.tape().end(hit))] = Place.SOURCE;
                }
            }
            if (reading.is(token, WordClass.RELAY)) {
                places[nouns.behindAside(token + 1)] = Place.SUBJECT_BEFORE_OBJECT;
                quoted(reading, token).ifPresent(source -> places[source] = Place.SOURCE);
            }
            int quoted = token == 0 ? reading.text().opens(0) : -1;
            int name = quoted < 0 ? 0 : reading.text().quotations().get(quoted).close();
            if (token == 0 && places[token] == null && reading.text().isMark(name + 1, ':')) {
                // "Tehran: …", "«Hamas»: …"
                places[token] = Place.SOURCE;
            }
            boolean half = reading.text().inTitle(token)
                    && reading.text().kind(token - 1) == Text.MARK
                    && reading.is(token, WordClass.METONYM)
                    && reading.text().isMark(token + 1, ':');
            if (places[token] == null && half) {
                // "….. and Tehran: …"
                places[token] = Place.SOURCE;
            }
            if (places[token] == null && isSubject(reading, nouns, token)) {
                places[token] = Place.SUBJECT_BEFORE_VERB;
            }
        }
    }

    /** Whether who stands before a verb of speech begins here: at the head of a clause, behind "was", or so many of a crowd. */
    private static boolean isSubject(Reading reading, Nouns nouns, int token) {
        if (reading.text().kind(token) == Text.NUMBER) {
            // "Of those asked, 42 % said"
            int end = reading.percentEnd(token + 1);
            boolean of = end >= 0 && reading.is(end, WordClass.PREPOSITION) && reading.isAfterLink(token);
            int verb = of ? end + 2 : end;
            return reading.is(verb, WordClass.SAY_FINITE) && !reading.opensWithConjunction(verb);
        }
        boolean behindBe = reading.is(token - 1, WordClass.BE);
        boolean first = reading.beginsClause(token) || (behindBe && reading.beginsClause(token - 1));
        if (reading.is(token, WordClass.METONYM) && standsBeforePresent(reading, token)) {
            // "… and Paris threatens with"
            return true;
        }
        return first
                && (standsBeforeVerb(reading, nouns, token)
                        || (behindBe && (headsSubject(reading, token) || isStrangerBeforeVerb(reading, token))));
    }

    /** "And was N. denouncing": a word that no list knows between "was" and a verb of speech is a name. */
    private static boolean isStrangerBeforeVerb(Reading reading, int token) {
        int hit = reading.hit(token + 1, WordClass.SAY_FINITE.bit(), false);
        return hit >= 0
                && reading.isWord(token)
                && reading.tape().first(token) < 0
                && !reading.isDefinite(token)
                && !reading.opensWithConjunction(token + 1);
    }

    /** "The agency quoted … about": the token behind the preposition, where one follows soon. */
    private static OptionalInt quoted(Reading reading, int relay) {
        for (int token = relay + 1; token < relay + MAX_RELAY; token++) {
            int hit = reading.hit(token, WordClass.PREPOSITION.bit(), false);
            if (hit >= 0 && reading.term(hit).entry().is("about")) {
                return OptionalInt.of(reading.tape().end(hit));
            }
        }
        return OptionalInt.empty();
    }

    /** "And Paris threatens", "Athens for its part demands": a capital right before a verb of speech in the present. */
    private static boolean standsBeforePresent(Reading reading, int token) {
        boolean joined = reading.opensWithConjunction(token) && !reading.isDefinite(token);
        int opener = reading.beginsClause(token) ? reading.hit(token + 1, WordClass.OPENER.bit(), false) : -1;
        int verb = opener >= 0 ? reading.tape().end(opener) : token + 1;
        int hit = joined || opener >= 0 ? reading.hit(verb, WordClass.SAY_FINITE.bit(), false) : -1;
        return hit >= 0
                && reading.term(hit).is("pres")
                && reading.term(hit).is("f")
                && reading.term(hit).is("sg")
                && !reading.opensWithConjunction(verb);
    }

    /** A word of names that begins a clause and soon comes to a verb of speech is its subject. */
    private static boolean standsBeforeVerb(Reading reading, Nouns nouns, int from) {
        if (!nouns.isAnyName(from) && !reading.is(from, WordClass.METONYM)) {
            return false;
        }
        for (int token = from + 1; token < from + Nouns.MAX_NAME && reading.isWord(token); token++) {
            if (reading.is(token, WordClass.SAY_FINITE)) {
                // "As for X, it announced": there the verb bears a conjunction.
                return !reading.opensWithConjunction(token) || reading.is(from - 1, WordClass.LINK);
            }
            if (!nouns.isAnyName(token) && !reading.is(token, WordClass.AUXILIARY)) {
                return false;
            }
        }
        return false;
    }

    /** "The command of the forces had announced": an everyday word behind "was", with a verb of speech soon behind it. */
    private static boolean headsSubject(Reading reading, int from) {
        if (!reading.is(from, WordClass.WEAK_HEAD)) {
            return false;
        }
        for (int token = from + 1; token < from + MAX_SUBJECT; token++) {
            if (reading.is(token, WordClass.SAY_FINITE)) {
                return !reading.opensWithConjunction(token);
            }
            boolean comma = !reading.isWord(token) && reading.is(token + 1, WordClass.SAY_FINITE);
            if ((!reading.isWord(token) && !comma) || reading.isAny(token, NO_NOUN)) {
                return false;
            }
        }
        return false;
    }

    private static boolean takesObject(Term term) {
        return term.entry().is("object")
                || term.entry().is("addressee")
                || term.entry().is("weakobject")
                || term.entry().is("describe")
                || term.entry().is("blame");
    }
}
