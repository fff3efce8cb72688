package org.mahdar.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.extract.Phrase.Place;
import org.mahdar.language.Entry;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.pattern.Tape;

/**
 * Finds actors that only their place beside an occasion shows: unknown names behind verbs of meeting and behind "with", and
 * capitals that are visited and stand for their states.
 */
final class PartyFinder {
    /** How far behind the name of an occasion those who meet may stand. */
    private static final int REACH = 16;
    /** How many places and times may stand between a verb and its object. */
    private static final int MAX_ASIDE = 6;
    /** How many adjectives behind the name of an occasion are looked at. */
    private static final int MAX_ADJECTIVES = 5;
    /** How far behind the word for a visit its goal may stand. */
    private static final int MAX_GOAL = 12;

    private final int who;
    private final int whom;
    private final int events;
    private final int visits;
    private final int places;
    private final int objects;
    private final int verbs;
    private final int roles;
    private final int holds;
    private final int ofBodies;
    private final int ordinals;
    private final Map<String, Term> bodies = new HashMap<>();

    PartyFinder(Language language) {
        this.who = language.finding("@who");
        this.whom = language.finding("@whom");
        this.events = language.symbol("events");
        this.visits = language.symbol("events.visit");
        this.places = language.symbol("meet.visit");
        this.objects = language.symbol("meet.object");
        this.verbs = language.symbol("meet");
        this.roles = language.symbol("meeting-roles");
        this.holds = language.symbol("hold.hold");
        this.ofBodies = language.symbol("body-adjectives");
        this.ordinals = language.symbol("ordinals");
        language.lexicon()
                .terms("bodies")
                .forEach(term -> bodies.putIfAbsent(term.entry().need("id"), term));
    }

    /** Adds what it finds to the tape and to the mentions, which stay in text order. */
    void find(Reading reading, List<Mention> mentions) {
        BitSet covered = new BitSet();
        mentions.forEach(mention -> covered.set(mention.from, mention.to));
        List<Mention> more = new ArrayList<>();
        Search search = new Search(reading, covered, more);
        int occasion = -REACH;
        for (int token = 0; token < reading.size(); token++) {
            int verb = reading.find(token, verbs);
            if (verb >= 0 && isFinite(reading.term(verb))) {
                search.subjectAndObject(verb);
                occasion = token;
            }
            int hold = reading.find(token, holds);
            if (hold >= 0
                    && reading.term(hold).is("plain")
                    && search.occasionSoon(reading.tape().end(hold))) {
                Entry holder = reading.term(hold).entry();
                // "Cairo hosted", "Cairo saw": there the capital is a place.
                boolean capitals = !holder.is("host") && !holder.is("scene");
                search.name(search.nouns.behindAside(reading.tape().end(hold)), Place.SUBJECT_BEFORE_OBJECT, capitals);
            }
            if ((hold >= 0 || verb >= 0) && isFinite(reading.term(Math.max(hold, verb)))) {
                search.capitalBefore(token);
            }
            int event = reading.find(token, events);
            if (event >= 0) {
                occasion = token;
                search.adjectives(reading.tape().end(event));
                int next = reading.tape().end(event);
                // "Their second meeting": the number is written like a family name.
                boolean number = reading.find(next, ordinals) >= 0;
                if (!number
                        && reading.term(event).is("poss")
                        && !reading.term(event).entry().is("visit")) {
                    search.name(next, Place.SOURCE);
                }
            }
            int role = reading.find(token, roles);
            if (role >= 0 && token - occasion < REACH && reading.sentenceOf(token) == reading.sentenceOf(occasion)) {
                search.name(reading.tape().end(role), Place.SOURCE);
            }
            if (reading.find(token, visits) >= 0 || reading.find(token, places) >= 0) {
                search.goals(token);
            }
        }
        if (!more.isEmpty()) {
            mentions.addAll(more);
            mentions.sort((a, b) -> Integer.compare(a.from, b.from));
        }
    }

    private static boolean isFinite(Term verb) {
        return verb.is("plain") && !verb.entry().is("sign") && !verb.entry().is("arrive");
    }

    /** The search in one story. */
    private final class Search {
        private final Reading reading;
        private final Tape tape;
        private final BitSet covered;
        private final List<Mention> more;
        private final Nouns nouns;
        private final PhraseReader phrases;

        Search(Reading reading, BitSet covered, List<Mention> more) {
            this.reading = reading;
            this.tape = reading.tape();
            this.covered = covered;
            this.more = more;
            this.nouns = new Nouns(reading);
            this.phrases = new PhraseReader(reading);
        }

        void subjectAndObject(int verb) {
            boolean object = tape.has(verb, objects);
            int subject = nouns.behindAside(tape.end(verb));
            name(subject, object ? Place.SUBJECT_BEFORE_OBJECT : Place.SUBJECT);
            Optional<Mention> found = StatementFinder.mentionAt(reading, subject);
            if (object && found.isPresent()) {
                name(behindPlaces(found.get().to), Place.SOURCE);
            }
        }

        /** Whether the name of an occasion follows soon, but not at once: its holder stands in between. */
        boolean occasionSoon(int from) {
            int end = Math.min(reading.text().sentenceEnd(from - 1), from + MAX_GOAL);
            for (int token = from; token < end; token++) {
                if (reading.find(token, events) >= 0) {
                    return token > from;
                }
            }
            return false;
        }

        /** "That Kyiv holds talks", "that Kyiv and Prague hold talks": a capital before the verb is its subject. */
        void capitalBefore(int verb) {
            int last = verb - 1;
            int joined = reading.opensWithConjunction(last) ? reading.hit(last, WordClass.METONYM.bit(), false) : -1;
            int from = joined >= 0 ? last - 1 : last;
            int hit = reading.hit(from, WordClass.METONYM.bit(), false);
            boolean subject = hit >= 0
                    && (reading.is(from - 1, WordClass.THAT) || reading.beginsClause(from))
                    && !reading.opensWithConjunction(verb)
                    && occasionSoon(verb);
            if (subject && isFree(from, verb)) {
                more.add(state(from, hit, who));
                if (joined >= 0) {
                    more.add(state(last, joined, who));
                }
            }
        }

        /** The token behind the times and places that stand between a subject and an object. */
        private int behindPlaces(int from) {
            int token = from;
            for (int step = 0; step < MAX_ASIDE; step++) {
                int next = nouns.behindAside(token);
                int in = reading.hit(next, WordClass.PREPOSITION.bit(), false);
                if (in >= 0 && reading.term(in).entry().is("in")) {
                    int place = reading.hit(tape.end(in), WordClass.CITY.bit() | WordClass.STATE.bit(), false);
                    next = place >= 0 ? tape.end(place) : tape.end(in) + 1;
                } else if (reading.isAfterPreposition(next, WordClass.CITY.bit() | WordClass.STATE.bit())) {
                    next++;
                }
                if (next == token) {
                    break;
                }
                token = next;
            }
            return token;
        }

        /** Reads a name or title that nothing has read yet, or a capital that stands for its state. */
        void name(int token, Place place) {
            name(token, place, true);
        }

        private void name(int token, Place place, boolean capitals) {
            if (!reading.isWord(token)
                    || covered.get(token)
                    || reading.find(token, events) >= 0
                    || reading.find(token, verbs) >= 0) {
                return;
            }
            boolean adjective = reading.is(token, WordClass.STATE_ADJECTIVE) && !reading.isDefinite(token);
            if (adjective || reading.is(token, WordClass.PREPOSITION) || reading.isAfterPreposition(token, ~0L)) {
                // "With Turkish mediation": the adjective is no name.
                return;
            }
            phrases.read(token, place, Optional.empty())
                    .filter(mention -> !mention.guess
                            && (mention.hasName()
                                    || mention.head.isPresent()
                                    || (capitals && mention.kind == Actor.Kind.STATE)))
                    .ifPresent(this::add);
        }

        private void add(Mention mention) {
            more.add(mention);
            covered.set(mention.from, mention.to);
            reading.add(mention.from, mention.to, who, mention);
            reading.note(mention);
        }

        /** "The American-Iranian talks": adjectives of states right behind the noun name those who meet. */
        void adjectives(int from) {
            bodies(from);
            int end = Math.min(reading.text().sentenceEnd(from - 1), from + MAX_ADJECTIVES);
            for (int token = from; token < end; token++) {
                int hit = reading.hit(token, WordClass.STATE_ADJECTIVE.bit(), false);
                if (hit >= 0 && isFree(token, tape.end(hit))) {
                    more.add(state(token, hit, whom));
                }
                boolean trait = reading.isDefinite(token)
                        || reading.ends("relation", token)
                        || reading.is(token, WordClass.ADJECTIVE);
                if (hit < 0 && !trait && !reading.isDash(token)) {
                    return;
                }
            }
        }

        /** "The European-Gulf meeting": beside another, the adjective of a body too names who meets. */
        private void bodies(int from) {
            int end = Math.min(reading.text().sentenceEnd(from - 1), from + MAX_ADJECTIVES);
            List<Mention> found = new ArrayList<>();
            int sides = 0;
            for (int token = from; token < end; token++) {
                int body = reading.find(token, ofBodies);
                boolean state = reading.is(token, WordClass.STATE_ADJECTIVE);
                if (body >= 0 && isFree(token, tape.end(body))) {
                    Term whole = bodies.get(reading.term(body).entry().need("body"));
                    if (whole != null) {
                        found.add(body(token, whole));
                    }
                }
                sides += state || body >= 0 ? 1 : 0;
                boolean trait = state
                        || body >= 0
                        || reading.isDefinite(token)
                        || reading.ends("relation", token)
                        || reading.isDash(token);
                if (!trait) {
                    break;
                }
            }
            if (sides > 1) {
                for (Mention mention : found) {
                    more.add(mention);
                    covered.set(mention.from, mention.to);
                    reading.add(mention.from, mention.to, whom, mention);
                }
            }
        }

        private Mention body(int token, Term term) {
            Mention mention = new Mention(token);
            mention.to = token + 1;
            mention.kind = Mention.kindOf(term);
            mention.known = Optional.of(term);
            mention.headToken = token;
            return mention;
        }

        private Mention state(int token, int hit, int set) {
            Term term = reading.term(hit);
            Mention mention = new Mention(token);
            mention.to = tape.end(hit);
            mention.kind = Actor.Kind.STATE;
            mention.gender = Mention.Gender.F;
            mention.known = Optional.of(term);
            mention.state = term.entry().need("iso3");
            mention.headToken = token;
            covered.set(mention.from, mention.to);
            reading.add(mention.from, mention.to, set, mention);
            return mention;
        }

        /** A capital behind the word for a visit stands for its state. */
        void goals(int from) {
            int end = Math.min(reading.text().sentenceEnd(from), from + MAX_GOAL);
            for (int token = from + 1; token < end; token++) {
                int hit = reading.hit(token, WordClass.METONYM.bit(), false);
                if (hit < 0) {
                    hit = reading.hit(token, WordClass.METONYM.bit(), true);
                }
                if (hit >= 0 && isFree(token, tape.end(hit))) {
                    Mention capital = state(token, hit, who);
                    capital.goal = true;
                    more.add(capital);
                }
            }
        }

        private boolean isFree(int from, int to) {
            int next = covered.nextSetBit(from);
            return next < 0 || next >= to;
        }
    }
}
