package org.mahdar.extract;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mahdar.language.Language;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Says who takes part where a verb or a pronoun leaves him out: the subject of the clause, the owner of the noun. */
final class MeetingSubjects {
    /** How many actors a row of subjects may have. */
    private static final int MAX_ROW = 5;

    /** How many words may stand between a noun and the verb that says what is done with it. */
    private static final int NEAR = 5;

    /** How far before a session stands before whom it is held. */
    private static final int HEARING = 45;

    /** How far before a verb the delegation stands that is its subject. */
    private static final int REACH = 12;

    /** What may stand between a verb and its subject. */
    private static final long CIRCUMSTANCE =
            WordClass.bits(WordClass.TIME, WordClass.ADVERB, WordClass.PREPOSITION_PRONOUN);

    /** Words that are no noun. */
    private static final long CLOSED = WordClass.bits(
            WordClass.PREPOSITION,
            WordClass.PREPOSITION_PRONOUN,
            WordClass.ADVERB,
            WordClass.LINK,
            WordClass.RELATIVE,
            WordClass.NEGATION,
            WordClass.THAT,
            WordClass.BE,
            WordClass.AUXILIARY,
            WordClass.DEMONSTRATIVE,
            WordClass.TIME);

    private final Reading reading;
    private final Text text;
    private final Topics topics;
    private final Destinations destinations;
    private final PartyList lists;
    private final TwoNamed two;
    private final int holds;
    private final int roles;
    private final int about;
    private final int outcomes;
    private final int ownCountries;

    MeetingSubjects(Reading reading, Topics topics, Destinations destinations) {
        this.destinations = destinations;
        this.reading = reading;
        this.text = reading.text();
        this.topics = topics;
        this.lists = new PartyList(reading);
        this.two = new TwoNamed(reading, topics.who());
        Language language = reading.language();
        this.holds = language.symbol("hold");
        this.roles = language.symbol("meeting-roles");
        this.about = language.symbol("meeting-topics");
        this.outcomes = language.symbol("meeting-status.outcome");
        this.ownCountries = language.symbol("own-side.country");
    }

    /** Adds who attends, where a noun before the occasion says that somebody does. */
    void attend(Occasion occasion) {
        if (isAttended(occasion)) {
            attendant(occasion)
                    .ifPresentOrElse(
                            mention -> lists.addWhole(occasion, mention, Optional.empty()), () -> subject(occasion));
        }
    }

    /** "During his attendance at the session", "X takes part in the session": the owner or subject takes part. */
    private boolean isAttended(Occasion occasion) {
        for (int token = occasion.head - 1; token >= Math.max(0, occasion.head - NEAR); token--) {
            int hold = reading.find(token, holds);
            boolean joins = hold >= 0
                    && reading.term(hold).entry().is("join")
                    && reading.is(occasion.head - 1, WordClass.PREPOSITION)
                    && (occasion.side < 0 || (occasion.side == occasion.headEnd && !reading.isDefinite(occasion.head)));
            if (joins || (hold >= 0 && reading.term(hold).entry().is("attendance"))) {
                return true;
            }
        }
        return false;
    }

    /** "He testified before the committee during a session": before whom, where the sentence has said so. */
    void hearing(Occasion occasion) {
        if (occasion.kind != Meeting.Kind.SESSION) {
            return;
        }
        int start = text.sentenceStart(reading.sentenceOf(occasion.head));
        for (int token = occasion.head - 1; token >= Math.max(start, occasion.head - HEARING); token--) {
            int link = reading.find(token, roles);
            if (link >= 0 && reading.term(link).entry().is("hearing")) {
                Optional<Mention> heard =
                        StatementFinder.mentionAt(reading, reading.tape().end(link));
                heard.ifPresent(mention -> lists.addWhole(occasion, mention, Optional.empty()));
                heard.flatMap(mention -> topics.before(mention.from - 1, Mention::isPerson))
                        .ifPresent(mention -> lists.addWhole(occasion, mention, Optional.empty()));
                occasion.both |= heard.isPresent();
                return;
            }
        }
    }

    /** "The participation of X in the session": whoever stands between the noun and "in". */
    private Optional<Mention> attendant(Occasion occasion) {
        int in = reading.hit(occasion.head - 1, WordClass.PREPOSITION.bit(), false) >= 0
                ? occasion.head - 1
                : occasion.head;
        return reading.mentionEndingAt(in).filter(mention -> reading.find(mention.from - 1, holds) >= 0);
    }

    /** Whether the subject of the clause takes part too: "said after talks with", "went to meet". */
    boolean lacksSubject(Occasion occasion) {
        if ((occasion.kind == Meeting.Kind.SIGNING && !isPlanned(occasion))
                || occasion.kind == Meeting.Kind.CONFERENCE
                || (occasion.side >= 0 && !isHearing(occasion))) {
            return false;
        }
        if (occasion.kind == Meeting.Kind.VISIT) {
            return occasion.parties.keySet().stream().noneMatch(MeetingParties::travels);
        }
        if (reading.find(occasion.head - 1, outcomes) >= 0) {
            // "Commented on the outcome of the talks"
            return false;
        }
        int verb = reading.find(occasion.governor, holds);
        boolean passive = verb >= 0
                && reading.term(verb).entry().is("passive")
                && !reading.term(verb).is("first")
                && !occasion.mine
                && !reading.term(verb).is("du")
                && !reading.term(verb).is("pl")
                && !occasion.with
                && !isObject(occasion);
        // "Talks ran": the talks are the subject themselves.
        boolean runs = verb >= 0
                && reading.term(verb).entry().is("run")
                && !reading.term(verb).entry().is("hold")
                && !reading.term(verb).entry().is("gather");
        boolean oneSided = occasion.parties.size() < 2 || occasion.with;
        return !occasion.both && !passive && !runs && oneSided && isAdverbial(occasion);
    }

    /** "X and Y will resume the talks": who does so stands right before the verb, so that talks with the article are theirs too. */
    boolean standsBeforeVerb(Occasion occasion) {
        int verb = reading.find(occasion.governor, holds);
        if (verb < 0 || !reading.term(verb).is("pres")) {
            return false;
        }
        Optional<Mention> last = reading.mentionEndingAt(occasion.governor);
        for (int row = 0; row < MAX_ROW && last.isPresent() && reading.opensWithConjunction(last.get().from); row++) {
            last = reading.mentionEndingAt(last.get().from);
        }
        return last.filter(mention -> !topics.isOblique(mention)).isPresent();
    }

    /** "Held a meeting": the ending of the noun says that it is the object, so that the verb has a subject. */
    private boolean isObject(Occasion occasion) {
        return !reading.isDefinite(occasion.head) && reading.ends("accusative", occasion.head);
    }

    /** "In a hearing of the committee": somebody else is heard. */
    private boolean isHearing(Occasion occasion) {
        return occasion.kind == Meeting.Kind.SESSION
                && reading.opensWith(occasion.side, Letters.L)
                && occasion.parties.size() == 1;
    }

    /** "Russia intends to sign": a verb of planning stands before. */
    private boolean isPlanned(Occasion occasion) {
        for (int token = occasion.head - 1; token >= Math.max(0, occasion.head - NEAR); token--) {
            int hold = reading.find(token, holds);
            if (hold >= 0 && reading.term(hold).entry().is("plan")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the subject of the clause takes part: "said after talks with", "went to hold talks with". */
    private boolean isAdverbial(Occasion occasion) {
        int before = occasion.governor >= 0 ? occasion.governor : occasion.head;
        if (occasion.governor < 0 && reading.find(before - 1, about) >= 0) {
            // "On the phone about the talks"
            return false;
        }
        return occasion.governor >= 0
                || reading.is(before - 1, WordClass.PREPOSITION)
                || reading.standsBehindPreposition(before)
                || reading.find(before - 1, holds) >= 0;
    }

    /** "Between his country and X": adds the state of who speaks; gives the token behind "his country", or the token itself. */
    int ownCountry(Occasion occasion, int token) {
        int hit = reading.find(token, ownCountries);
        Optional<Cluster> state = hit < 0
                ? Optional.empty()
                : topics.teller(occasion.head)
                        .or(() ->
                                topics.before(occasion.head, Mention::isPerson).map(mention -> mention.cluster))
                        .flatMap(teller -> destinations.stateOf(teller, token));
        state.ifPresent(own -> occasion.add(own, Optional.empty()));
        return state.isPresent() ? reading.tape().end(hit) : token;
    }

    /** "The talks with the American side were hard", an official said: his own state talked too. */
    void ownSide(Occasion occasion) {
        boolean alone = occasion.kind == Meeting.Kind.TALKS
                && !occasion.isVerb()
                && occasion.with
                && !occasion.both
                && reading.isDefinite(occasion.head)
                && occasion.parties.size() == 1
                && occasion.parties.keySet().stream().allMatch(PartyList::isState);
        Optional<Cluster> official =
                alone ? topics.inside(occasion.head).filter(MeetingSubjects::isOfficial) : Optional.empty();
        official.flatMap(teller -> destinations.stateOf(teller, occasion.head))
                .ifPresent(state -> occasion.add(state, Optional.empty()));
    }

    private static boolean isOfficial(Cluster teller) {
        return teller.mentions.stream()
                .anyMatch(mention -> mention.office.isPresent() || mention.kind == Actor.Kind.STATE);
    }

    /** The subject that a verb leaves out, or that stands before it. */
    void subject(Occasion occasion) {
        boolean own = occasion.isVerb() ? occasion.has("first") || occasion.has("f") : isHeldByMe(occasion.governor);
        boolean mine = own && text.quotation(occasion.head) >= 0;
        Optional<Cluster> teller = mine ? topics.teller(occasion.head) : Optional.empty();
        if (teller.isPresent()) {
            // «Yesterday I met», he said.
            occasion.add(teller.get(), hostOf(occasion));
            return;
        }
        if (occasion.kind == Meeting.Kind.VISIT && (isOfThings(occasion) || isOfOthers(occasion))) {
            return;
        }
        boolean several = occasion.has("du") || occasion.has("pl");
        Predicate<Mention> fits = mention -> Topics.agrees(occasion.word, mention)
                || (several && lists.list(mention.from).size() > 1);
        boolean noun = !occasion.isVerb();
        int verb = occasion.governor >= 0 ? occasion.governor : occasion.head;
        Predicate<Mention> person = mention ->
                !noun || ((!isBetweenPersons(occasion) || mention.isPerson()) && agreesWithVerb(occasion, mention));
        boolean opens = noun && occasion.head - text.sentenceStart(reading.sentenceOf(occasion.head)) < NEAR - 1;
        Optional<Mention> speaks = opens ? topics.after(occasion.reach, person) : Optional.empty();
        Optional<Mention> goes =
                speaks.isPresent() ? speaks : occasion.purpose ? topics.nearest(verb) : Optional.empty();
        boolean alone = !noun && occasion.other < 0;
        Optional<Mention> sent = noun ? Optional.empty() : sent(verb);
        occasion.delegated = sent.isPresent();
        goes.or(() -> sent.isPresent()
                        ? topics.before(sent.get().from, mention -> true)
                        : topics.before(verb, noun ? person : fits))
                .filter(mention -> !alone || reading.sentenceOf(mention.from) == reading.sentenceOf(verb))
                .ifPresent(mention -> {
                    lists.list(mention.from).stream()
                            .filter(m -> m.from < verb || speaks.isPresent())
                            .forEach(m -> lists.add(occasion, m, hostOf(occasion)));
                    lists.leader(
                            occasion, sent.map(one -> one.to).orElseGet(() -> lists.endOfList(mention.from)), verb);
                });
    }

    /** "X told Y during a meeting that": whoever is told was there. */
    void hearer(Occasion occasion) {
        boolean lacks = occasion.parties.size() == 1 && !occasion.with && !occasion.both && occasion.other < 0;
        if (lacks && !occasion.isVerb() && occasion.kind != Meeting.Kind.VISIT && !reading.isDefinite(occasion.head)) {
            topics.hearer(occasion.head)
                    .filter(mention -> !occasion.parties.containsKey(mention.cluster))
                    .ifPresent(mention -> lists.addWhole(occasion, mention, Optional.empty()));
        }
    }

    /** "Where the president received him": whom the pronoun behind the verb means. */
    void object(Occasion occasion) {
        // "The refugees whom the agency received": nobody else is meant.
        Optional<Mention> met = reading.is(occasion.head - 1, WordClass.RELATIVE)
                ? reading.mentionEndingAt(occasion.head - 1)
                : topics.before(occasion.head, mention -> true);
        met.filter(mention -> mention.isPerson() || mention.isDelegation())
                .ifPresent(mention -> lists.addWhole(occasion, mention, Optional.empty()));
    }

    /** "The minister told the envoy whom he received": the envoy, and the subject of the clause before him. */
    boolean received(Occasion occasion) {
        Optional<Mention> guest = occasion.has("obj") && reading.is(occasion.head - 1, WordClass.RELATIVE)
                ? reading.mentionEndingAt(occasion.head - 1)
                        .filter(mention -> mention.isPerson() || mention.isDelegation())
                : Optional.empty();
        Optional<Mention> host = guest.flatMap(
                one -> topics.before(one.from, mention -> mention.isPerson() && Topics.agrees(occasion.word, mention)));
        host.ifPresent(mention -> {
            lists.addWhole(occasion, mention, Optional.empty());
            lists.addWhole(occasion, guest.get(), Optional.empty());
        });
        return host.isPresent();
    }

    /** "That many boats arrive", "that some will pay a visit": behind the particle stands a subject that is nobody. */
    private boolean isOfThings(Occasion occasion) {
        int verb = occasion.isVerb() ? occasion.head : occasion.governor;
        int start = text.sentenceStart(reading.sentenceOf(occasion.head));
        int that = verb - 1;
        while (that >= Math.max(start, verb - REACH) && !reading.is(that, WordClass.THAT)) {
            boolean somebody = reading.mentionEndingAt(that + 1)
                    .filter(mention -> Topics.canMeet(mention) || mention.isDelegation())
                    .filter(mention -> !topics.isOblique(mention))
                    .isPresent();
            if (somebody || !reading.isWord(that) || reading.is(that, WordClass.RELATIVE)) {
                return false;
            }
            that--;
        }
        return verb >= 0
                && reading.is(that, WordClass.THAT)
                && that >= start
                && that + 1 < verb
                && isNoun(that + 1)
                && !reading.opens("verb", that + 1);
    }

    /** "And hundreds of soldiers arrived in Y": behind a verb that opens its clause stands a subject that is nobody. */
    private boolean isOfOthers(Occasion occasion) {
        int next = occasion.headEnd;
        while (reading.isAny(next, CIRCUMSTANCE) || reading.isComma(next)) {
            int time = reading.hit(next, WordClass.TIME.bit(), false);
            next = time >= 0 ? reading.tape().end(time) : next + 1;
        }
        return occasion.isVerb()
                && !occasion.is("leave")
                && next < text.sentenceEnd(occasion.head)
                && isNoun(next)
                && !reading.ends("accusative", next)
                && destinations.goals(next).isEmpty()
                && StatementFinder.mentionAt(reading, next).isEmpty();
    }

    private boolean isNoun(int token) {
        return reading.isWord(token)
                && !reading.isAny(token, CLOSED)
                && !reading.isAfterPreposition(token, ~0L)
                && !reading.opensWithConjunction(token);
    }

    /** "The movement announced that a delegation headed by N. N. arrived": the delegation without a name that is the subject. */
    private Optional<Mention> sent(int verb) {
        int start = text.sentenceStart(reading.sentenceOf(verb));
        for (int token = verb - 1; token >= Math.max(start, verb - REACH); token--) {
            Optional<Mention> found = StatementFinder.mentionAt(reading, token);
            boolean subject = found.isPresent() && !topics.isOblique(found.get());
            if (subject && !found.get().isPerson()) {
                return found.filter(one -> one.isDelegation() && !Topics.canMeet(one));
            }
        }
        return Optional.empty();
    }

    /** "… that she will hold talks": where the verb is feminine, so is who holds them; two hold them where it is for two. */
    private boolean agreesWithVerb(Occasion occasion, Mention mention) {
        int verb = reading.find(occasion.governor, holds);
        if (verb >= 0 && reading.term(verb).is("du") && mention.isPerson()) {
            return lists.list(mention.from).size() > 1 || Topics.agrees(reading.term(verb), mention);
        }
        boolean bare = verb >= 0
                && reading.term(verb).is("pres")
                && reading.term(verb).is("f")
                && reading.term(verb).is("sg")
                && reading.term(verb).entry().is("hold");
        return !bare || mention.gender != Mention.Gender.M || !mention.isPerson();
    }

    /** "I will hold": the letter of the future before the one of the first person. */
    boolean isHeldByMe(int verb) {
        Tape tape = reading.tape();
        for (int hit = verb < 0 ? -1 : tape.first(verb); hit >= 0; hit = tape.next(hit)) {
            boolean future = tape.has(hit, holds) && (tape.clitics(hit) & Letters.FUTURE) != 0;
            if (future && reading.term(hit).is("first")) {
                return true;
            }
        }
        return false;
    }

    /** Whether only persons are named so far: whom they meet is a person sooner than a state. */
    private boolean isBetweenPersons(Occasion occasion) {
        return !occasion.parties.isEmpty()
                && (occasion.with || occasion.other >= 0)
                && (occasion.kind == Meeting.Kind.MEETING || reading.isDefinite(occasion.head))
                && occasion.parties.keySet().stream().allMatch(MeetingSubjects::isPerson);
    }

    static boolean isPerson(Cluster cluster) {
        return cluster.mentions.stream().anyMatch(Mention::isPerson);
    }

    /** Whose occasion it is, where a pronoun says so. */
    void owner(Occasion occasion, Optional<Occasion> before) {
        if (occasion.has("first")
                && !(occasion.kind == Meeting.Kind.VISIT && reading.opensWith(occasion.head, Letters.L))) {
            // «Our talks with X», he said; "came to visit me" is no visit of mine.
            topics.teller(occasion.head).ifPresent(teller -> occasion.add(teller, Optional.empty()));
            return;
        }
        boolean pair = occasion.has("du") || occasion.has("pl");
        Optional<List<Mention>> named = occasion.has("du") ? two.here(occasion.head) : Optional.empty();
        if (named.isPresent()) {
            addBoth(occasion, named.get());
            return;
        }
        if (pair
                && before.isPresent()
                && before.get().parties.size() > 1
                && PairedParties.isNear(reading, before.get(), occasion)) {
            before.get().parties.keySet().forEach(party -> occasion.add(party, Optional.empty()));
            return;
        }
        Optional<List<Mention>> told =
                occasion.has("du") ? two.persons(occasion.head).or(() -> two.before(occasion.head)) : Optional.empty();
        if (told.isPresent()) {
            addBoth(occasion, told.get());
            return;
        }
        Predicate<Mention> fits = mention -> Topics.agrees(occasion.word, mention);
        Optional<Cluster> guest = before.flatMap(earlier -> guest(earlier, occasion, fits));
        if (guest.isPresent()) {
            occasion.add(guest.get(), Optional.empty());
            return;
        }
        boolean opens = occasion.head - text.sentenceStart(reading.sentenceOf(occasion.head)) < NEAR - 1;
        Optional<Mention> owner = opens
                ? topics.after(occasion.headEnd, fits).or(() -> topics.before(occasion.head, fits))
                : topics.before(occasion.head, fits);
        owner.ifPresent(mention -> lists.addWhole(occasion, mention, Optional.empty()));
    }

    /** "A call that took place between them": the two told before in the sentence. */
    void eachOther(Occasion occasion) {
        two.here(occasion.head).or(() -> two.persons(occasion.head)).ifPresent(both -> addBoth(occasion, both));
    }

    private void addBoth(Occasion occasion, List<Mention> both) {
        both.forEach(mention -> lists.add(occasion, mention, Optional.empty()));
    }

    /** Puts those told before in the place of a word for two: those of the occasion before, else the two named last. */
    void pair(Occasion occasion, Optional<Occasion> before) {
        before.ifPresent(earlier -> PairedParties.resolve(reading, occasion, earlier));
        if (PairedParties.isUnknown(reading, occasion)) {
            two.before(occasion.head).ifPresent(both -> {
                occasion.parties.keySet().removeIf(PairedParties::isPair);
                addBoth(occasion, both);
            });
        }
    }

    /** "The president received N. N. on his visit": whoever is received is on a visit, not who receives. */
    private Optional<Cluster> guest(Occasion before, Occasion visit, Predicate<Mention> fits) {
        boolean received = before.is("host")
                && before.parties.size() > 1
                && visit.kind == Meeting.Kind.VISIT
                && reading.sentenceOf(before.head) == reading.sentenceOf(visit.head);
        return before.parties.keySet().stream()
                .skip(1)
                .filter(party -> received && party.first().stream().anyMatch(fits))
                .findFirst();
    }

    /** "A visit that the president makes": the subject of the verb that holds it. */
    boolean visitsBy(Occasion occasion, int token) {
        int verb = token - 1;
        if (reading.is(verb, WordClass.PREPOSITION_PRONOUN)) {
            verb--;
        }
        return token > occasion.headEnd && verb >= occasion.headEnd && reading.find(verb, holds) >= 0;
    }

    /** What is named as subject of an occasion, or of the verb that holds it, beyond a party. */
    Optional<Meeting.Role> hostOf(Occasion occasion) {
        int verb = reading.find(occasion.governor, holds);
        boolean mediates = verb >= 0 && reading.term(verb).entry().is("mediate") && occasion.side < occasion.head;
        if (mediates) {
            return Optional.of(Meeting.Role.MEDIATOR);
        }
        boolean houses = verb >= 0 && reading.term(verb).entry().is("host") && occasion.side < occasion.head;
        return houses || (occasion.isVerb() && occasion.is("host")) ? Optional.of(Meeting.Role.HOST) : Optional.empty();
    }
}
