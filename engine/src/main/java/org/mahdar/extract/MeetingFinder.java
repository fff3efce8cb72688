package org.mahdar.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mahdar.language.Entry;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.PatternSet;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;

/**
 * Finds the occasions on which parties meet: the words that name them by patterns, then who takes part, when, where and how
 * it stands, then which mentions name one and the same occasion.
 */
final class MeetingFinder {
    /** How many characters behind its name a place still belongs to an occasion directly. */
    private static final int NEAR_CHARS = 8;

    /** How many words may stand between a denial and the noun. */
    private static final int LEAD = 4;

    /** How far from a session words of courts are looked for. */
    private static final int NEAR = 25;
    /** How many occasions back those are looked for whom "the two sides" means. */
    private static final int MEMORY = 4;
    /** How many occasions back the talks are looked for of which one is a further round. */
    private static final int TALKS = 12;

    /** Whose delegations are received. */
    private static final long SENDERS =
            WordClass.bits(WordClass.STATE, WordClass.STATE_ADJECTIVE, WordClass.BODY, WordClass.BODY_DOUBTFUL);

    private final PatternSet patterns;
    private final int events;
    private final int meet;
    private final int none;
    private final int sport;
    private final int holds;
    private final int courts;
    private final int masdars;
    private final int theres;
    private final int denials;
    private final int say;
    private final int status;
    /** The states, by the two letters of their country and by their own three. */
    private final Map<String, Entry> states = new HashMap<>();

    MeetingFinder(Language language) {
        this.patterns = language.patterns("meeting");
        this.events = language.symbol("events");
        this.meet = language.symbol("meet");
        this.none = language.symbol("no-occasions");
        this.sport = language.symbol("sport");
        this.holds = language.symbol("hold");
        this.courts = language.symbol("courts");
        this.masdars = language.symbol("hold.masdar");
        this.theres = language.symbol("theres");
        this.denials = language.symbol("denials");
        this.say = language.symbol("say");
        this.status = language.symbol("meeting-status");
        language.lexicon().entries("states").forEach(state -> {
            state.value("iso2").ifPresent(two -> states.put(two, state));
            states.put(state.need("iso3"), state);
        });
    }

    /** The occasions of a story, in text order. */
    List<Occasion> find(
            Reading reading,
            List<Mention> who,
            List<Cluster> known,
            Negotiations negotiations,
            List<Draft> said,
            Times when,
            List<Document> papers) {
        if (Sport.isOf(reading, sport)) {
            return List.of();
        }
        Destinations destinations = new Destinations(reading, known, states);
        MeetingParties parties = new MeetingParties(reading, new Topics(reading, who, said), destinations);
        MeetingCircumstances circumstances = new MeetingCircumstances(reading, who, when);
        MeetingStatus status = new MeetingStatus(reading, when);
        MeetingSequels sequels = new MeetingSequels(reading);
        List<Occasion> kept = new ArrayList<>();
        for (Occasion mention : mentions(reading).values()) {
            Optional<Occasion> before = kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
            mention.purpose = isPurpose(reading, mention);
            parties.read(mention, told(reading, kept, mention));
            circumstances.read(mention);
            before.ifPresent(earlier -> circumstances.inherit(mention, earlier));
            parties.complete(mention, before, papers);
            sequels.read(mention);
            status.read(mention);
            before.ifPresent(earlier -> status.inherit(mention, earlier));
            boolean further = mention.further && mention.parties.isEmpty();
            Optional<Occasion> talks = further ? talks(kept) : Optional.empty();
            talks.ifPresent(earlier -> earlier.parties.keySet().forEach(p -> mention.add(p, Optional.empty())));
            if (further ? talks.isPresent() : counts(reading, mention)) {
                negotiations.complete(mention);
                parties.ownSide(mention);
                kept.add(mention);
            }
        }
        List<Occasion> joined = new Occasions(reading).join(kept);
        joined.forEach(status::day);
        new MeetingDates(reading, when).infer(joined);
        return joined;
    }

    /** The words that name occasions, by their first token. */
    private NavigableMap<Integer, Occasion> mentions(Reading reading) {
        Tape tape = reading.tape();
        BitSet lookalikes = new BitSet();
        for (int token = 0; token < reading.size(); token++) {
            int hit = reading.find(token, none);
            if (hit >= 0) {
                lookalikes.set(token, tape.end(hit));
            }
            // "The contact group": a word inside the name of a body.
            int body = reading.hit(token, WordClass.BODY.bit(), false);
            if (body >= 0 && reading.find(token, events) < 0) {
                lookalikes.set(token + 1, Math.max(token + 1, tape.end(body)));
            }
        }
        NavigableMap<Integer, Occasion> found = new TreeMap<>();
        Matcher matcher = reading.matcher();
        Predicate<Matcher> taker = match -> take(reading, match, lookalikes, found);
        for (int token = 0; token < reading.size(); token++) {
            patterns.firstThat(matcher, tape, token, taker);
        }
        return found;
    }

    private boolean take(Reading reading, Matcher match, BitSet lookalikes, NavigableMap<Integer, Occasion> found) {
        int head = match.start("event");
        if (lookalikes.get(head)) {
            return false;
        }
        Occasion known = found.get(head);
        if (known == null && coveredBy(found, head)) {
            return false;
        }
        Optional<Term> word = word(reading, match);
        if (word.isEmpty() || isDenied(reading, match)) {
            return false;
        }
        Occasion occasion = new Occasion(match, word.get(), match.end("event"));
        if (occasion.is("guests") && !isGuest(reading, occasion.other)) {
            // "Cairo hosts talks": the noun behind the verb names the occasion.
            return false;
        }
        boolean mine = occasion.has("first") && !occasion.isVerb() && occasion.side < 0;
        if (mine && (occasion.other < 0 || reading.text().quotation(head) < 0)) {
            // "My meeting" and "social" are written alike.
            return false;
        }
        if (occasion.side == occasion.headEnd
                && !occasion.isVerb()
                && !isAttended(reading, occasion)
                && (reading.isDefinite(occasion.headEnd - 1) || reading.opensWithConjunction(occasion.side))
                && !reading.standsBehindPreposition(occasion.side)) {
            // "The session of talks, the prince …": what stands behind a noun with the article does not complete it.
            return false;
        }
        if (known == null) {
            steps(reading, match, occasion);
            found.put(head, occasion);
        } else {
            known.absorb(occasion);
            known.steps.add(reading.step(match.pattern().id(), match.start(), match.end()));
        }
        return true;
    }

    private static boolean isGuest(Reading reading, int token) {
        return StatementFinder.mentionAt(reading, token)
                .filter(mention -> mention.isPerson() || mention.isDelegation())
                .isPresent();
    }

    /** The last talks that were told, of which a further round is one. */
    private static Optional<Occasion> talks(List<Occasion> kept) {
        for (int i = kept.size() - 1; i >= Math.max(0, kept.size() - TALKS); i--) {
            if (kept.get(i).kind == Meeting.Kind.TALKS && kept.get(i).parties.size() > 1) {
                return Optional.of(kept.get(i));
            }
        }
        return Optional.empty();
    }

    /** The last occasion before one that names who meets. */
    private static Optional<Occasion> told(Reading reading, List<Occasion> kept, Occasion mention) {
        for (int i = kept.size() - 1; i >= Math.max(0, kept.size() - MEMORY); i--) {
            Occasion earlier = kept.get(i);
            boolean title =
                    reading.text().inTitle(earlier.head) && !reading.text().inTitle(mention.head);
            if (earlier.parties.size() > 1 && earlier.kind != Meeting.Kind.VISIT && !title) {
                return Optional.of(earlier);
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
    }

    private boolean isPurpose(Reading reading, Occasion mention) {
        return mention.other >= 0
                && !mention.isVerb()
                && mention.kind == Meeting.Kind.MEETING
                && (reading.tape().clitics(reading.find(mention.head, events)) & Letters.L) != 0;
    }

    /** "The session was attended by": behind the noun stands the subject of the verb before it. */
    private boolean isAttended(Reading reading, Occasion occasion) {
        int verb = reading.find(occasion.governor, holds);
        return verb >= 0 && reading.term(verb).entry().is("attend");
    }

    private static void steps(Reading reading, Matcher match, Occasion occasion) {
        for (String label : match.pattern().labels()) {
            if (match.start(label) >= 0 && match.end(label) > match.start(label)) {
                occasion.steps.add(reading.step(label, match.start(label), match.end(label)));
            }
        }
    }

    private static boolean coveredBy(NavigableMap<Integer, Occasion> found, int head) {
        Map.Entry<Integer, Occasion> before = found.lowerEntry(head);
        return before != null && before.getValue().headEnd > head;
    }

    /** "They did not meet", "will hold no talks". */
    private boolean isDenied(Reading reading, Matcher match) {
        int event = match.start("event");
        boolean neverWas = reading.is(event - 1, WordClass.BE) && reading.is(event - 2, WordClass.NEGATION);
        boolean distant = reading.is(event - 2, WordClass.NEGATION) || reading.is(event - 3, WordClass.NEGATION);
        boolean held = reading.find(event - 1, holds) >= 0
                || reading.is(event - 1, WordClass.QUANTITY)
                || reading.find(event - 2, holds) >= 0;
        return isRuledOut(reading, event)
                || reading.is(match.start() - 1, WordClass.NEGATION)
                || reading.is(event - 1, WordClass.NEGATION)
                || neverWas
                || (distant && held);
    }

    /** "Denying that there were any talks", "without holding talks": before the noun stands only that there are none. */
    private boolean isRuledOut(Reading reading, int event) {
        int token = event - 1;
        while (token > event - LEAD
                && (reading.find(token, masdars) >= 0
                        || reading.find(token, theres) >= 0
                        || reading.is(token, WordClass.QUANTITY))) {
            token--;
        }
        int verb =
                reading.mentionEndingAt(token + 1).map(mention -> mention.from).orElse(token + 1) - 1;
        int said = reading.find(verb, say);
        boolean denies = said >= 0
                && reading.term(said)
                        .entry()
                        .value("act")
                        .filter("deny"::equals)
                        .isPresent();
        return token < event - 1 && (denies || reading.find(token, denials) >= 0);
    }

    /** The noun or verb of the lexicon under the part called "event". */
    private Optional<Term> word(Reading reading, Matcher match) {
        Tape tape = reading.tape();
        int from = match.start("event");
        for (int hit = tape.first(from); hit >= 0; hit = tape.next(hit)) {
            boolean fits = tape.end(hit) <= match.end("event") && (tape.has(hit, events) || tape.has(hit, meet));
            boolean adjective = fits && reading.term(hit).is("poss") && (tape.clitics(hit) & Letters.ARTICLE) != 0;
            if (fits && !adjective) {
                return Optional.of(reading.term(hit));
            }
        }
        return Optional.empty();
    }

    /** Whether a mention says enough to be an occasion, or to name one again. */
    private boolean counts(Reading reading, Occasion mention) {
        boolean definite = reading.isDefinite(mention.headEnd - 1) || reading.isDefinite(mention.head);
        if (!mention.introduces) {
            return !mention.isVerb() && (definite || mention.has("poss"));
        }
        int parties = mention.parties.size() + (mention.faceless ? 1 : 0);
        boolean led = !definite && mention.governor >= 0;
        boolean places = mention.is("guests");
        if (places && mention.parties.keySet().stream().noneMatch(party -> isReceived(reading, party))) {
            return false;
        }
        boolean received =
                mention.is("host") && mention.parties.keySet().stream().noneMatch(party -> isReceived(reading, party));
        if (received || (mention.kind == Meeting.Kind.SESSION && isInCourt(reading, mention))) {
            return false;
        }
        if (mention.is("general") && mention.parties.size() < 2) {
            return false;
        }
        boolean placed = mention.located || mention.time.isPresent();
        if (mention.mine && parties < 2 && !placed) {
            // "I will hold talks": nobody says with whom, where or when.
            return false;
        }
        switch (mention.kind) {
            case VISIT:
                boolean visitor =
                        mention.delegated || mention.parties.keySet().stream().anyMatch(MeetingParties::travels);
                boolean bare = mention.weak || mention.isVerb();
                boolean arrival = mention.is("arrival") && mention.time.isPresent();
                return visitor && (mention.goes || arrival || (!bare && (placed || led || mention.side >= 0)));
            case CALL:
                return parties >= 2 || (parties == 1 && !mention.weak && !mention.isVerb());
            case SIGNING:
                return true;
            case SESSION, SUMMIT:
                return mention.sure
                        || parties >= 2
                        || (parties == 1 && (placed || !definite))
                        || isPlacedSummit(mention);
            case CONFERENCE:
                boolean called = mention.governor >= 0 && mention.status == Meeting.Status.PROPOSED;
                return mention.sure || parties >= 2 || ((parties == 1 || called) && placed);
            default:
                if (mention.isVerb()) {
                    boolean several = mention.is("crowd") || mention.has("pl");
                    return parties >= 2 || (parties == 1 && several && mention.side >= 0);
                }
                boolean enough = mention.sure || parties >= 2 || (parties == 1 && placed);
                return enough
                        || (!mention.weak && governs(reading, mention))
                        || (!mention.weak && !definite && (parties == 1 || placed))
                        || (!mention.weak && definite && (parties == 1 || isPlacedDirectly(reading, mention)))
                        || (!mention.weak && mention.governor >= 0 && placed)
                        || (parties == 1 && mention.governor >= 0 && placed);
        }
    }

    private static boolean isPerson(Cluster cluster) {
        return cluster.mentions.stream().anyMatch(mention -> mention.kind == Actor.Kind.PERSON);
    }

    /** Somebody, or the delegation of a state or body: crowds are received by hotels too. */
    private static boolean isReceived(Reading reading, Cluster cluster) {
        return isPerson(cluster)
                || cluster.mentions.stream()
                        .filter(Mention::isDelegation)
                        .anyMatch(mention -> IntStream.range(mention.from, mention.to)
                                .anyMatch(token -> reading.isAny(token, SENDERS)));
    }

    /** Whether words of courts stand in the sentence. */
    private boolean isInCourt(Reading reading, Occasion mention) {
        int start = reading.text().sentenceStart(reading.sentenceOf(mention.head));
        int end = reading.text().sentenceEnd(mention.head);
        for (int token = Math.max(start, mention.head - NEAR); token < Math.min(end, mention.head + NEAR); token++) {
            if (reading.find(token, courts) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** "Talks took place", "will hold talks": a verb says that it is one. */
    private boolean governs(Reading reading, Occasion mention) {
        int verb = reading.find(mention.governor, holds);
        return verb >= 0 && (reading.term(verb).is("past") || reading.term(verb).is("pres"));
    }

    private static boolean isPlacedSummit(Occasion mention) {
        return mention.kind == Meeting.Kind.SUMMIT && mention.place.isPresent();
    }

    /** "The talks in Cairo", "the talks going on in Cairo". */
    private boolean isPlacedDirectly(Reading reading, Occasion mention) {
        int hit = reading.find(mention.headEnd, status);
        int end =
                hit >= 0 && reading.isDefinite(mention.headEnd) ? reading.tape().end(hit) : mention.headEnd;
        return mention.place.isPresent()
                && mention.place.get().span().start() - reading.text().end(end - 1) < NEAR_CHARS
                && mention.place.get().span().start() > reading.text().end(end - 1);
    }
}
