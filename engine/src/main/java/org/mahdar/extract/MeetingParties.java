package org.mahdar.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;

/** Reads who takes part in an occasion: the sides that its pattern found, then what follows the words that name it. */
final class MeetingParties {
    /** How far what belongs to an occasion is followed. */
    private static final int REACH = 45;
    /** How many tokens that say nothing of the parties may stand between two parts that do. */
    private static final int GAP = 14;
    /** How many parties are read in one breath. */
    private static final int MAX_LIST = 14;

    private static final long LOCATION = WordClass.bits(WordClass.STATE, WordClass.CITY, WordClass.METONYM);

    private final Reading reading;
    private final Tape tape;
    private final Topics topics;
    private final Map<String, Cluster> states = new HashMap<>();
    private final Map<String, String> isoOfCountry = new HashMap<>();
    private final int roles;
    private final int events;
    private final int meet;
    private final int observers;

    MeetingParties(Reading reading, List<Mention> who, Topics topics) {
        this.reading = reading;
        this.tape = reading.tape();
        this.topics = topics;
        Language language = reading.language();
        this.roles = language.symbol("meeting-roles");
        this.events = language.symbol("events");
        this.meet = language.symbol("meet");
        this.observers = language.symbol("observers");
        for (Mention mention : who) {
            if (mention.kind == Actor.Kind.STATE) {
                states.putIfAbsent(mention.state, mention.cluster);
            }
        }
        language.lexicon().entries("states").forEach(state -> state.value("iso2")
                .ifPresent(two -> isoOfCountry.put(two, state.need("iso3"))));
    }

    /** Fills the parties of an occasion. */
    void read(Occasion occasion) {
        if (occasion.side >= 0) {
            addAll(occasion, list(occasion.side), hostOf(occasion));
        } else if (occasion.isVerb()) {
            subject(occasion);
        }
        if (occasion.other >= 0) {
            goal(occasion, occasion.other);
        }
        if (occasion.isVerb()) {
            occasion.to = occasion.headEnd;
            follow(occasion, Math.max(occasion.headEnd, lastOf(occasion)));
        } else {
            owner(occasion);
            follow(occasion, occasion.headEnd);
        }
    }

    private Optional<Meeting.Role> hostOf(Occasion occasion) {
        return occasion.isVerb() && occasion.is("host") ? Optional.of(Meeting.Role.HOST) : Optional.empty();
    }

    private int lastOf(Occasion occasion) {
        int last = occasion.headEnd;
        for (int token : new int[] {occasion.side, occasion.other}) {
            if (token >= last) {
                last = endOfList(token);
            }
        }
        return last;
    }

    /** The subject that a verb leaves out, or that stands before it. */
    private void subject(Occasion occasion) {
        Predicate<Mention> fits = mention -> Topics.agrees(occasion.word, mention);
        Optional<Mention> subject = topics.before(occasion.head, fits);
        subject.ifPresent(mention -> {
            add(occasion, mention, hostOf(occasion));
            mention.joint.forEach(other -> add(occasion, other, hostOf(occasion)));
        });
    }

    /** Whose occasion it is, where a pronoun says so or a verb holds it and leaves its subject out. */
    private void owner(Occasion occasion) {
        if (!occasion.has("poss")) {
            return;
        }
        Predicate<Mention> fits = mention -> Topics.agrees(occasion.word, mention);
        boolean opens = occasion.head - reading.text().sentenceStart(reading.sentenceOf(occasion.head)) < 4;
        Optional<Mention> owner = opens
                ? topics.after(occasion.headEnd, fits).or(() -> topics.before(occasion.head, fits))
                : topics.before(occasion.head, fits);
        owner.ifPresent(mention -> {
            add(occasion, mention, Optional.empty());
            mention.joint.forEach(other -> add(occasion, other, Optional.empty()));
        });
    }

    /** The other side, or the place that somebody visits. */
    private void goal(Occasion occasion, int token) {
        if (occasion.kind == Meeting.Kind.VISIT) {
            destinations(occasion, token);
        } else {
            addAll(occasion, list(token), Optional.empty());
        }
    }

    /** Reads on behind the words that name the occasion as long as something belongs to it. */
    private void follow(Occasion occasion, int from) {
        int limit = Math.min(reading.text().sentenceEnd(occasion.head), from + REACH);
        int token = from;
        int last = from;
        boolean direct = true;
        while (token < limit && token - last <= GAP) {
            int link = tape.find(token, roles);
            if (link >= 0) {
                int end = tape.end(link);
                Term term = reading.term(link);
                int party = nextParty(end, limit);
                if (party >= 0 && !(term.entry().is("between") && occasion.isVerb())) {
                    addAll(occasion, list(party), role(term));
                    token = endOfList(party);
                    last = token;
                    occasion.to = direct ? token : occasion.to;
                    direct = false;
                    continue;
                }
                token = end;
                direct = false;
                continue;
            }
            if (stops(occasion, token)) {
                break;
            }
            Optional<Mention> mention = StatementFinder.mentionAt(reading, token);
            if (mention.isPresent() && direct && !occasion.isVerb() && belongs(occasion, token)) {
                if (occasion.kind == Meeting.Kind.VISIT && isLocation(mention.get(), token)) {
                    destinations(occasion, token);
                } else {
                    addAll(occasion, list(token), Optional.empty());
                }
                token = endOfList(token);
                last = token;
                occasion.to = token;
                continue;
            }
            if (occasion.kind == Meeting.Kind.VISIT && !occasion.isVerb() && direct && location(token) >= 0) {
                destinations(occasion, token);
                token = tape.end(location(token));
                last = token;
                occasion.to = token;
                continue;
            }
            if (reading.is(token, WordClass.PREPOSITION) || reading.text().kind(token) == org.mahdar.text.Text.MARK) {
                direct = direct && occasion.kind == Meeting.Kind.VISIT;
            }
            token = mention.isPresent() ? Math.max(token + 1, mention.get().to) : token + 1;
        }
    }

    /** Whether a mention behind the noun, perhaps behind "of", completes it. */
    private boolean belongs(Occasion occasion, int token) {
        boolean near = token - occasion.headEnd < 5;
        boolean behindL = reading.standsBehindPreposition(token) && reading.opensWith(token, Letters.L);
        boolean annexed = token == occasion.headEnd && !reading.isDefinite(occasion.headEnd - 1);
        boolean visit = occasion.kind == Meeting.Kind.VISIT && near;
        return near && (behindL || annexed || visit || occasion.has("poss"));
    }

    private boolean stops(Occasion occasion, int token) {
        if (reading.is(token, WordClass.THAT) || reading.is(token, WordClass.LINK)) {
            return true;
        }
        if (reading.is(token, WordClass.SAY_FINITE) && !reading.is(token, WordClass.SAY_WEAK)) {
            return true;
        }
        int other = tape.find(token, meet);
        if (other >= 0 && reading.opensWithConjunction(token)) {
            return true;
        }
        int event = tape.find(token, events);
        return event >= 0 && token > occasion.headEnd && !reading.term(event).entry().is("weak");
    }

    private Optional<Meeting.Role> role(Term link) {
        return link.entry().value("role").map(word -> Meeting.Role.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** The first token at or soon behind {@code token} at which a mention begins: quantity words may stand before it. */
    private int nextParty(int token, int limit) {
        for (int at = token; at < Math.min(limit, token + 4); at++) {
            if (StatementFinder.mentionAt(reading, at).isPresent()) {
                return at;
            }
            boolean skip = reading.is(at, WordClass.QUANTITY)
                    || reading.is(at, WordClass.CARDINAL)
                    || reading.is(at, WordClass.PREPOSITION)
                    || reading.text().kind(at) == org.mahdar.text.Text.MARK
                    || reading.is(at, WordClass.TIME);
            if (!skip) {
                return -1;
            }
        }
        return -1;
    }

    /** The mentions named in one breath beginning with the one at {@code token}. */
    List<Mention> list(int token) {
        List<Mention> out = new ArrayList<>();
        int at = token;
        while (out.size() < MAX_LIST) {
            Optional<Mention> mention = StatementFinder.mentionAt(reading, at);
            if (mention.isEmpty()) {
                break;
            }
            out.add(mention.get());
            out.addAll(mention.get().joint);
            at = nextInList(mention.get().to);
            if (at < 0) {
                break;
            }
        }
        return out;
    }

    private int endOfList(int token) {
        int at = token;
        int end = token + 1;
        for (int step = 0; step < MAX_LIST; step++) {
            Optional<Mention> mention = StatementFinder.mentionAt(reading, at);
            if (mention.isEmpty()) {
                break;
            }
            end = mention.get().to;
            at = nextInList(end);
            if (at < 0) {
                break;
            }
        }
        return Math.max(end, token + 1);
    }

    /** Where the next mention of a list begins behind one that ends before {@code token}; -1 where none does. */
    private int nextInList(int token) {
        int at = token;
        if (reading.text().kind(at) == org.mahdar.text.Text.MARK && reading.text().mark(at) != '.') {
            int close = reading.text().partner(at);
            at = close > at ? close + 1 : at + 1;
        }
        int with = tape.find(at, roles);
        if (with >= 0 && reading.opensWithConjunction(at)) {
            return tape.end(with);
        }
        return reading.opensWithConjunction(at) || reading.length(Math.min(at, reading.size() - 1)) == 1
                ? reading.opensWithConjunction(at) ? at : -1
                : -1;
    }

    private void addAll(Occasion occasion, List<Mention> mentions, Optional<Meeting.Role> role) {
        for (Mention mention : mentions) {
            boolean looksOn = tape.find(Math.min(mention.to, reading.size() - 1), observers) >= 0;
            add(occasion, mention, looksOn ? Optional.of(Meeting.Role.OBSERVER) : role);
        }
    }

    private static void add(Occasion occasion, Mention mention, Optional<Meeting.Role> role) {
        if (Topics.canMeet(mention)) {
            occasion.add(mention.cluster, role);
        }
    }

    /** The hit of a place at a token, or -1. */
    private int location(int token) {
        int hit = reading.hit(token, LOCATION, false);
        return hit >= 0 ? hit : reading.hit(token, LOCATION, true);
    }

    private boolean isLocation(Mention mention, int token) {
        return mention.kind == Actor.Kind.STATE || (!mention.hasName() && location(token) >= 0) || isCity(mention, token);
    }

    private boolean isCity(Mention mention, int token) {
        return location(token) >= 0 && mention.to - token <= 2 && mention.headToken < 0;
    }

    /** Adds the states that are visited: named, or known by their cities. */
    private void destinations(Occasion occasion, int token) {
        int at = token;
        for (int step = 0; step < MAX_LIST; step++) {
            int hit = location(at);
            Optional<Mention> mention = StatementFinder.mentionAt(reading, at);
            if (hit >= 0) {
                state(reading.term(hit)).ifPresent(cluster -> occasion.add(cluster, Optional.empty()));
            } else if (mention.isPresent()) {
                add(occasion, mention.get(), Optional.empty());
            } else {
                return;
            }
            int end = hit >= 0 ? tape.end(hit) : mention.orElseThrow().to;
            if (!reading.opensWithConjunction(end)) {
                return;
            }
            at = end;
        }
    }

    private Optional<Cluster> state(Term place) {
        String iso = place.entry()
                .value("iso3")
                .or(() -> place.entry().value("iso2").map(two -> isoOfCountry.getOrDefault(two, "")))
                .orElse("");
        return Optional.ofNullable(states.get(iso));
    }
}
