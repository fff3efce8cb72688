package org.mahdar.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Reads who takes part in an occasion: the sides that its pattern found, then what follows the words that name it. */
final class MeetingParties {
    /** How far what belongs to an occasion is followed. */
    private static final int REACH = 45;
    /** How many tokens that say nothing of the parties may stand between two parts that do. */
    private static final int GAP = 14;
    /** How far behind the noun a party without "with" or "between" may stand. */
    private static final int NEAR = 5;
    /** How many words may stand between "with" and the party. */
    private static final int MAX_LEAD = 4;

    /** How many words of a noun with the article may stand before "with the participation of". */
    private static final int MAX_LATER = 12;

    /** How long the words are that lead the occasion beside which another takes place. */
    private static final int MAX_SIDELINES = 3;

    private static final long SKIPPED = WordClass.bits(
            WordClass.QUANTITY,
            WordClass.CARDINAL,
            WordClass.PREPOSITION,
            WordClass.TIME,
            WordClass.ADVERB,
            WordClass.HEAD);

    private static final long NO_PARTY =
            WordClass.bits(WordClass.OUTLET_HEAD, WordClass.EXPERT, WordClass.DEMONSTRATIVE, WordClass.THAT);

    private static final long CITIES = WordClass.bits(WordClass.CITY, WordClass.CITY_DOUBTFUL);

    private final Reading reading;
    private final Text text;
    private final Tape tape;
    private final Destinations destinations;
    private final PartyList lists;
    private final MeetingSubjects subjects;
    private final MeetingTitles titles;
    private final int roles;
    private final int events;
    private final int meet;
    private final int holds;
    private final int sidelines;
    private final int levels;
    private final int about;
    private final int negation;
    private final int present;
    private final int leads;

    MeetingParties(Reading reading, Topics topics, Destinations destinations) {
        this.reading = reading;
        this.text = reading.text();
        this.tape = reading.tape();
        this.destinations = destinations;
        this.lists = new PartyList(reading);
        this.subjects = new MeetingSubjects(reading, topics, destinations);
        this.titles = new MeetingTitles(reading, topics);
        Language language = reading.language();
        this.roles = language.symbol("meeting-roles");
        this.events = language.symbol("events");
        this.meet = language.symbol("meet");
        this.holds = language.symbol("hold");
        this.sidelines = language.symbol("sidelines");
        this.levels = language.symbol("meeting-levels");
        this.about = language.symbol("meeting-topics");
        this.negation = language.symbol("function.negation");
        this.leads = language.symbol("meeting-status.lead");
        this.present = language.symbol("meeting-roles.noun");
    }

    /** Fills the parties of an occasion. */
    void read(Occasion occasion, Optional<Occasion> before) {
        int from = occasion.headEnd;
        if (occasion.kind == Meeting.Kind.VISIT && (isGoal(occasion.side) || isVisited(occasion))) {
            occasion.other = occasion.other < 0 ? occasion.side : occasion.other;
            occasion.side = -1;
        }
        titles.share(occasion);
        if (occasion.side >= 0) {
            lists.addAll(occasion, lists.list(occasion.side), subjects.hostOf(occasion));
            from = Math.max(from, occasion.side >= from ? lists.endOfList(occasion.side) : from);
            from = lists.leader(occasion, from);
            if (occasion.isVerb() && occasion.has("obj")) {
                subjects.object(occasion);
            } else if (occasion.is("host") && reading.is(from, WordClass.PREPOSITION_PRONOUN)) {
                // "During the prince's reception of him"
                subjects.subject(occasion);
            }
        } else if (occasion.isVerb() && !subjects.received(occasion)) {
            subjects.subject(occasion);
        } else if (occasion.has("poss") || occasion.owned) {
            subjects.owner(occasion, before);
        }
        if (occasion.other >= 0) {
            occasion.other = titles.behind(occasion);
            from = Math.max(from, goal(occasion, occasion.other));
        }
        follow(occasion, occasion.isVerb() ? from : occasion.headEnd);
        occasion.with |= occasion.isCallTo();
        subjects.attend(occasion);
        subjects.hearing(occasion);
        occasion.mine = subjects.isHeldByMe(occasion.governor);
        boolean apart = isDefinite(occasion) && !subjects.standsBeforeVerb(occasion) && !isLedWithOthers(occasion);
        boolean lacks = subjects.lacksSubject(occasion) || (isDeed(occasion) && occasion.governor < 0);
        if (!occasion.isVerb() && !apart && !occasion.has("poss") && lacks) {
            subjects.subject(occasion);
        }
        boolean row = occasion.side < 0
                || lists.list(occasion.side).stream().anyMatch(mention -> mention.from == occasion.other);
        if (row && occasion.other >= 0 && occasion.other < occasion.head && isGathered(occasion)) {
            // "The envoy had brought the two together in a meeting"
            subjects.subject(occasion);
        }
        subjects.hearer(occasion);
        subjects.pair(occasion, before);
    }

    /** Once all else is read: the state of an official who tells of talks with another state. */
    void ownSide(Occasion occasion) {
        subjects.ownSide(occasion);
    }

    /** "Said after the talks with X", "after hours of talks with X": be the talks known, who says so was there. */
    private boolean isLedWithOthers(Occasion occasion) {
        boolean persons = occasion.with
                && occasion.kind != Meeting.Kind.VISIT
                && occasion.parties.keySet().stream().anyMatch(MeetingSubjects::isPerson);
        int from = reading.hit(occasion.head - 1, WordClass.PLAIN_PREPOSITION.bit(), false);
        boolean hours =
                from >= 0 && reading.term(from).entry().is("from") && reading.is(occasion.head - 2, WordClass.TIME);
        int lead = reading.find(hours ? occasion.head - 3 : occasion.head - 1, leads);
        return persons && lead >= 0 && !reading.isDefinite(occasion.head - 1);
    }

    private boolean isGathered(Occasion occasion) {
        int verb = reading.find(occasion.governor, holds);
        return verb >= 0 && reading.term(verb).entry().is("gather");
    }

    /** "A visit to Iraq", with the preposition that may also say whose visit it is. */
    private boolean isGoal(int token) {
        return token >= 0
                && reading.opensWith(token, Letters.L)
                && reading.isAfterPreposition(token, ~0L)
                && !isVisitor(token)
                && destinations.goals(token).isPresent();
    }

    /** "Intends a visit of X": a state visits nobody. Who is asked to visit it would be another than the subject. */
    private boolean isVisited(Occasion occasion) {
        return !occasion.isVerb()
                && !occasion.is("arrival")
                && !reading.opensWith(occasion.head, Letters.L)
                && occasion.side == occasion.headEnd
                && StatementFinder.mentionAt(reading, occasion.side)
                        .filter(mention -> mention.kind == Actor.Kind.STATE)
                        .isPresent();
    }

    /**
     * Adds the state in which somebody visits or talks: named as the place, or as the goal of the journey told before in the
     * sentence.
     */
    void complete(Occasion occasion, Optional<Occasion> before, List<Document> papers) {
        if (occasion.kind == Meeting.Kind.SIGNING && occasion.parties.size() < 2) {
            papers.stream()
                    .filter(paper -> paper.heads.stream()
                            .anyMatch(head -> head >= occasion.headEnd && head < occasion.headEnd + NEAR))
                    .findFirst()
                    .ifPresent(paper -> paper.makers.forEach(maker -> occasion.add(maker, Optional.empty())));
        }
        boolean talks = occasion.kind == Meeting.Kind.TALKS || occasion.kind == Meeting.Kind.MEETING;
        boolean alone = occasion.parties.size() == 1
                && occasion.parties.keySet().stream()
                        .allMatch(party -> travels(party) || occasion.sent.contains(party));
        int verb = reading.find(occasion.governor, holds);
        boolean attends = verb >= 0 && reading.term(verb).entry().is("attend");
        if (occasion.kind == Meeting.Kind.VISIT || (talks && alone && !occasion.isVerb() && !attends)) {
            occasion.place
                    .flatMap(place ->
                            destinations.at(text.tokenAt(place.span().start()), occasion.kind == Meeting.Kind.VISIT))
                    .ifPresent(state -> occasion.add(state, Optional.empty()));
        }
        boolean journey = talks
                && occasion.parties.size() == 1
                && before.isPresent()
                && before.get().kind == Meeting.Kind.VISIT
                && reading.sentenceOf(before.get().head) == reading.sentenceOf(occasion.head);
        boolean received = talks
                && occasion.parties.size() == 1
                && before.isPresent()
                && before.get().is("host")
                && before.get().parties.size() == 2
                && reading.sentenceOf(before.get().head) == reading.sentenceOf(occasion.head)
                && reading.standsBehindPreposition(occasion.governor >= 0 ? occasion.governor : occasion.head);
        if ((journey || received) && occasion.parties.keySet().stream().anyMatch(before.get().parties::containsKey)) {
            before.get().parties.forEach(occasion::add);
        }
    }

    /** Somebody who travels: a person, a delegation, a group. */
    static boolean travels(Cluster cluster) {
        return cluster.mentions.stream()
                .anyMatch(mention -> mention.kind == Actor.Kind.PERSON
                        || mention.kind == Actor.Kind.GROUP
                        || mention.head
                                .map(head -> head.entry().is("delegation"))
                                .orElse(false));
    }

    private boolean isDefinite(Occasion occasion) {
        // "A new round of the talks" has the article only behind "of".
        boolean round = reading.is(occasion.headEnd - 2, WordClass.PREPOSITION) && occasion.headEnd - 2 > occasion.head;
        return !occasion.purpose
                && !isDeed(occasion)
                && ((reading.isDefinite(occasion.headEnd - 1) && !round) || reading.isDefinite(occasion.head));
    }

    /** "Began by meeting with": with the preposition b behind it the noun names what somebody does, be it with the article. */
    private boolean isDeed(Occasion occasion) {
        return occasion.kind == Meeting.Kind.MEETING
                && occasion.other >= occasion.headEnd
                && reading.opensWith(occasion.other, Letters.B)
                && StatementFinder.mentionAt(reading, occasion.other)
                        .filter(Mention::isPerson)
                        .isPresent();
    }

    /** The other side, or the place that somebody visits; gives the token behind it. */
    private int goal(Occasion occasion, int token) {
        if (occasion.kind != Meeting.Kind.VISIT) {
            lists.addAll(occasion, lists.list(token), Optional.empty());
            occasion.call(lists.list(token));
            return lists.endOfList(token);
        }
        Optional<Destinations.Goals> goals = destinations.goals(token);
        goals.ifPresent(found -> visit(occasion, found));
        return goals.map(Destinations.Goals::end).orElse(token);
    }

    private static void visit(Occasion occasion, Destinations.Goals goals) {
        occasion.goes = true;
        goals.states().forEach(state -> occasion.add(state, Optional.empty()));
    }

    /** Reads on behind the words that name the occasion as long as something belongs to it. */
    private void follow(Occasion occasion, int from) {
        int limit = Math.min(text.sentenceEnd(occasion.head), from + REACH);
        boolean definite = isDefinite(occasion) && !occasion.isVerb();
        boolean beside = isBeside(occasion);
        int token = from;
        int last = from;
        boolean direct = true;
        boolean told = false;
        while (token < limit && token - last <= GAP && !(beside && reading.isComma(token))) {
            int link = reading.find(token, roles);
            boolean named = occasion.with && occasion.reach > from;
            faceless(occasion, link);
            if (link >= 0 && reading.term(link).entry().is("goals") && occasion.kind == Meeting.Kind.VISIT) {
                Optional<Destinations.Goals> goals = destinations.goals(tape.end(link));
                if (goals.isPresent()) {
                    visit(occasion, goals.get());
                    token = goals.get().end();
                    last = token;
                    continue;
                }
            }
            boolean each = link >= 0 && reading.term(link).entry().is("each-other");
            if (each && token < occasion.headEnd + NEAR) {
                subjects.eachOther(occasion);
                token = tape.end(link);
                last = token;
                continue;
            }
            int own = link >= 0 && isSide(reading.term(link)) ? subjects.ownCountry(occasion, tape.end(link)) : -1;
            boolean ours = link >= 0 && own > tape.end(link) && reading.opensWithConjunction(own);
            OptionalInt party = link < 0 ? OptionalInt.empty() : ours ? OptionalInt.of(own) : nextParty(link, limit);
            told |= reading.find(token, about) >= 0;
            boolean another = party.isPresent() && isSide(reading.term(link)) && named;
            if (another && !reading.opensWithConjunction(token)) {
                // "The minister discussed with N. N. the talks with Iran": of what they spoke.
                break;
            }
            boolean leads = party.isPresent() && leadsDelegation(reading.term(link), token);
            if (party.isPresent()
                    && (leads || fits(occasion, reading.term(link)))
                    && !(told && isSide(reading.term(link)))) {
                lists.addAll(occasion, lists.list(party.getAsInt()), role(reading.term(link)));
                occasion.complete = true;
                boolean other = reading.term(link).entry().is("with")
                        || reading.term(link).entry().is("hearing");
                occasion.with |= other;
                if (other) {
                    occasion.call(lists.list(party.getAsInt()));
                }
                occasion.both |= reading.term(link).entry().is("between")
                        || reading.term(link).entry().is("host");
                token = lists.endOfList(party.getAsInt());
                last = token;
                boolean some = reading.term(link).entry().is("among");
                occasion.to = direct && !some && !occasion.isVerb() ? token : occasion.to;
                occasion.reach = token;
                continue;
            }
            int adjectives = link < 0 || party.isPresent() ? token : byAdjectives(occasion, link, token);
            if (adjectives > token) {
                token = adjectives;
                last = token;
                continue;
            }
            int aside = behindSidelines(occasion, token, limit);
            if (aside > token) {
                token = aside;
                direct = false;
                continue;
            }
            if (stops(occasion, token)) {
                break;
            }
            int end = (direct || occasion.to == token) && !occasion.isVerb() ? complement(occasion, token) : token;
            if (end > token) {
                token = end;
                last = token;
                occasion.to = token;
                occasion.reach = token;
                occasion.complete = true;
                continue;
            }
            int level = reading.find(token, levels);
            if (level >= 0) {
                token = tape.end(level);
                direct = false;
                continue;
            }
            if (definite && !isEpithet(occasion, token)) {
                int later = laterRole(token + 1, limit);
                if (later < 0) {
                    break;
                }
                token = later;
                direct = false;
                continue;
            }
            direct &= !told && goesOn(occasion, token);
            Optional<Mention> mention = StatementFinder.mentionAt(reading, token);
            int time = reading.hit(token, WordClass.TIME.bit(), false);
            int next = time >= 0 ? tape.end(time) : token + 1;
            token = mention.isPresent() ? Math.max(next, mention.get().to) : next;
        }
    }

    /** "A meeting beside the conference, in the presence of": what stands behind the comma belongs to the meeting; else the token. */
    private int behindSidelines(Occasion occasion, int token, int limit) {
        boolean beside = reading.find(token, sidelines) >= 0 && token > occasion.head;
        for (int at = token + 1; beside && at < Math.min(limit, token + MAX_LATER); at++) {
            if (reading.isComma(at)) {
                return at + 1;
            }
        }
        return token;
    }

    private boolean isBeside(Occasion occasion) {
        for (int token = occasion.head - 1; token >= Math.max(0, occasion.head - MAX_SIDELINES); token--) {
            int hit = reading.find(token, sidelines);
            if (hit >= 0) {
                return tape.end(hit) == occasion.head;
            }
        }
        return false;
    }

    /** "The ministerial meeting of the states around the lake, with the participation of": who is there, behind a few nouns; -1. */
    private int laterRole(int from, int limit) {
        for (int token = from; token < Math.min(limit, from + MAX_LATER); token++) {
            int link = reading.find(token, present);
            if (link >= 0) {
                return token;
            }
            boolean clause = reading.is(token, WordClass.THAT)
                    || reading.is(token, WordClass.LINK)
                    || reading.is(token, WordClass.SAY_FINITE)
                    || reading.find(token, holds) >= 0
                    || reading.find(token, meet) >= 0
                    || reading.find(token, events) >= 0;
            if (clause || (text.kind(token) == Text.MARK && !reading.isComma(token))) {
                return -1;
            }
        }
        return -1;
    }

    /** "A delegation headed by N. N.": who heads or belongs to it is there too. */
    private boolean leadsDelegation(Term link, int token) {
        return (link.entry().is("lead") || link.entry().is("members"))
                && reading.mentionEndingAt(token)
                        .flatMap(mention -> mention.head)
                        .filter(head ->
                                head.entry().is("delegation") || head.entry().is("team"))
                        .isPresent();
    }

    /** "With Qatari, Egyptian and American mediation": states behind a role, by their adjectives; gives the token behind. */
    private int byAdjectives(Occasion occasion, int link, int from) {
        Optional<Meeting.Role> role = role(reading.term(link));
        int token = tape.end(link);
        while (role.isPresent() && reading.is(token, WordClass.STATE_ADJECTIVE) && !reading.isDefinite(token)) {
            int hit = reading.hit(token, WordClass.STATE_ADJECTIVE.bit(), false);
            occasion.add(destinations.state(token, reading.term(hit)), role);
            token = tape.end(hit);
        }
        return token > tape.end(link) ? token : from;
    }

    private static boolean isSide(Term link) {
        return link.entry().is("with") || link.entry().is("between");
    }

    /** "With representatives of", "between members of": others are there, though nobody names them. */
    private void faceless(Occasion occasion, int link) {
        if (link < 0) {
            return;
        }
        boolean sides = reading.term(link).entry().is("with")
                || reading.term(link).entry().is("between");
        int next = tape.end(link);
        occasion.with |= sides && reading.term(link).entry().is("with");
        occasion.faceless |= sides && reading.isWord(next) && !reading.isAny(next, NO_PARTY);
    }

    private static boolean fits(Occasion occasion, Term link) {
        boolean sides = isSide(link) || link.entry().is("goals");
        if (link.entry().is("hearing")) {
            return occasion.kind == Meeting.Kind.SESSION;
        }
        if (link.entry().is("among")) {
            return true;
        }
        boolean met = occasion.kind != Meeting.Kind.VISIT
                && occasion.kind != Meeting.Kind.SIGNING
                && link.entry().is("present")
                && link.entry().is("noun");
        return !(occasion.isVerb() && !link.entry().is("with") && !met)
                && !(occasion.kind == Meeting.Kind.VISIT && sides);
    }

    /** Behind a noun with the article, what follows belongs to the sentence sooner than to the noun. */
    private boolean isEpithet(Occasion occasion, int token) {
        return reading.isDefinite(token)
                || text.kind(token) == Text.NUMBER
                || (reading.find(token, negation) >= 0 && reading.isDefinite(token + 1))
                || reading.is(token, WordClass.TIME)
                || reading.is(token, WordClass.RELATIVE)
                || reading.isAfterPreposition(token, ~0L)
                || reading.find(token, holds) >= 0
                || leadsTo(token)
                || (text.kind(token) == Text.MARK
                        && (reading.find(token + 1, roles) >= 0 || reading.is(token + 1, WordClass.TIME)))
                || destinations.isPlace(token)
                || (token == occasion.headEnd && reading.is(token, WordClass.CITY_DOUBTFUL));
    }

    /** Whether what stands behind this token may still complete the noun directly. */
    private boolean goesOn(Occasion occasion, int token) {
        if (occasion.kind == Meeting.Kind.VISIT) {
            return !reading.is(token, WordClass.THAT) && text.kind(token) != Text.BREAK;
        }
        return (text.kind(token) == Text.WORD && !reading.is(token, WordClass.PREPOSITION)) || reading.isDash(token);
    }

    /** Reads a party or goal that completes the noun at a token; gives the token behind it, or the token itself. */
    private int complement(Occasion occasion, int token) {
        boolean near = token - Math.max(occasion.headEnd, occasion.to) < NEAR;
        boolean behindL = reading.opensWith(token, Letters.L) && reading.isAfterPreposition(token, ~0L);
        boolean annexed = token == occasion.headEnd && !reading.isDefinite(occasion.headEnd - 1);
        if (occasion.kind == Meeting.Kind.VISIT) {
            boolean visited =
                    token == occasion.to && reading.mentionEndingAt(token).isPresent();
            boolean led = leadsTo(token - 1) || behindL || (near && token == occasion.headEnd) || visited;
            Optional<Destinations.Goals> goals =
                    led && !occasion.goes && !isVisitor(token) ? destinations.goals(token) : Optional.empty();
            if (goals.isPresent()) {
                visit(occasion, goals.get());
                return goals.get().end();
            }
        }
        boolean behindB = reading.opensWith(token, Letters.B)
                && reading.isAfterPreposition(token, ~0L)
                && (occasion.kind == Meeting.Kind.MEETING || occasion.kind == Meeting.Kind.CALL)
                // "His meeting with his counterpart in Algiers", which is written like Algeria
                && !(occasion.other >= 0 && reading.hit(token, CITIES, true) >= 0)
                && token - occasion.to < 2;
        boolean sides = (occasion.with || occasion.both) && token > occasion.to;
        boolean adjective = near
                && !sides
                && occasion.kind != Meeting.Kind.VISIT
                && StatementFinder.mentionAt(reading, token)
                        .filter(m -> m.headToken == token && m.to == token + 1 && m.known.isPresent())
                        .filter(m -> reading.is(token, WordClass.STATE_ADJECTIVE)
                                || m.kind == Actor.Kind.BODY
                                || isWrittenLikeState(occasion, token))
                        .isPresent();
        boolean belongs = adjective
                || behindB
                || (near && (behindL || annexed || (occasion.has("poss") && token == occasion.headEnd)))
                || subjects.visitsBy(occasion, token);
        // "The meeting of the states of the council": they are the council.
        boolean members = behindL && lists.isOfStates(token);
        int party = members && StatementFinder.mentionAt(reading, token).isEmpty() ? token + 1 : token;
        if (!belongs || StatementFinder.mentionAt(reading, party).isEmpty()) {
            return token;
        }
        lists.addAll(occasion, lists.list(party), Optional.empty());
        occasion.call(lists.list(party));
        return occasion.kind == Meeting.Kind.VISIT ? lists.endOfFirst(party) : lists.endOfList(party);
    }

    /** "Egyptian-Sudanese-Ethiopian talks": an adjective of a state in the accusative, which is written like the state. */
    private boolean isWrittenLikeState(Occasion occasion, int token) {
        return token == occasion.to
                && reading.is(token, WordClass.STATE)
                && reading.is(token - 1, WordClass.STATE_ADJECTIVE)
                && !reading.isDefinite(token - 1);
    }

    /** Whether a person or delegation, and no place, stands at a token. */
    private boolean isVisitor(int token) {
        return StatementFinder.mentionAt(reading, token)
                .filter(mention -> mention.headToken >= 0 || mention.to - mention.from > 2)
                .filter(mention -> mention.kind != Actor.Kind.STATE)
                .filter(mention -> !reading.is(token, WordClass.BODY_HEAD)
                        || mention.head
                                .map(head -> head.entry().is("delegation"))
                                .orElse(false)
                        || destinations.location(token + 1) < 0)
                .isPresent();
    }

    private boolean leadsTo(int token) {
        int hit = reading.hit(token, WordClass.PREPOSITION.bit(), false);
        return hit >= 0
                && (reading.term(hit).entry().is("to")
                        || reading.term(hit).entry().is("in"));
    }

    private boolean stops(Occasion occasion, int token) {
        if (reading.is(token, WordClass.THAT) || reading.is(token, WordClass.LINK) || text.isMark(token, ':')) {
            return true;
        }
        if (reading.is(token, WordClass.SAY_FINITE)
                && !reading.is(token, WordClass.SAY_WEAK)
                && !reading.is(token - 1, WordClass.RELATIVE)) {
            return true;
        }
        int verb = reading.find(token, meet);
        if (verb >= 0 && (reading.opensWithConjunction(token) || token > occasion.headEnd + NEAR)) {
            return true;
        }
        return token > occasion.headEnd && reading.find(token, events) >= 0;
    }

    private static Optional<Meeting.Role> role(Term link) {
        return link.entry().value("role").map(word -> Meeting.Role.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** The first token soon behind a role at which a mention begins: quantity words may stand before it. */
    private OptionalInt nextParty(int link, int limit) {
        int token = tape.end(link);
        boolean named = StatementFinder.mentionAt(reading, token + 1)
                .filter(Mention::hasName)
                .isPresent();
        if (reading.term(link).entry().is("lead") && named && !reading.isAny(token, NO_PARTY)) {
            // "Headed by its leader, N. N."
            return OptionalInt.of(StatementFinder.mentionAt(reading, token).isPresent() ? token : token + 1);
        }
        for (int at = token; at < Math.min(limit, token + MAX_LEAD); at++) {
            if (StatementFinder.mentionAt(reading, at).isPresent()) {
                return OptionalInt.of(at);
            }
            if (!reading.isAny(at, SKIPPED) && text.kind(at) != Text.MARK) {
                break;
            }
        }
        return OptionalInt.empty();
    }
}
