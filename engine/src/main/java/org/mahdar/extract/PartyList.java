package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mahdar.language.Entry;
import org.mahdar.language.Language;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/** Reads those who are named in one breath as parties of an occasion. */
final class PartyList {
    /** How many parties are read in one breath. */
    private static final int MAX_LIST = 14;
    /** How many words may stand between "from the side" and who is named for it. */
    private static final int MAX_LEAD = 5;

    private final Reading reading;
    private final Text text;
    private final Tape tape;
    private final int roles;
    private final int observers;
    private final int parts;
    private final int then;
    private final int asides;

    PartyList(Reading reading) {
        this.reading = reading;
        this.text = reading.text();
        this.tape = reading.tape();
        Language language = reading.language();
        this.roles = language.symbol("meeting-roles");
        this.observers = language.symbol("observers");
        this.parts = language.symbol("meeting-parts");
        this.then = language.symbol("function.then");
        this.asides = language.symbol("asides");
    }

    /** The mentions named in one breath beginning with the one at {@code token}. */
    List<Mention> list(int token) {
        List<Mention> out = new ArrayList<>();
        walk(token, mention -> {
            out.add(mention);
            out.addAll(mention.joint);
        });
        return out;
    }

    int endOfList(int token) {
        return walk(token, mention -> {});
    }

    int endOfFirst(int token) {
        return StatementFinder.mentionAt(reading, token).map(m -> m.to).orElse(token + 1);
    }

    /** Visits the mentions of a list; gives the token behind the last one. */
    private int walk(int token, Consumer<Mention> visitor) {
        int at = token;
        int end = token + 1;
        for (int count = 0; count < MAX_LIST && at >= 0; count++) {
            Optional<Mention> mention = StatementFinder.mentionAt(reading, at);
            if (mention.isEmpty()) {
                break;
            }
            visitor.accept(mention.get());
            end = Math.max(end, mention.get().to);
            at = nextInList(end);
        }
        return end;
    }

    /** Where the next mention of a list may begin behind one that ends before {@code token}; -1 where none does. */
    private int nextInList(int token) {
        int aside = reading.find(token, asides);
        int at = aside >= 0 ? tape.end(aside) : token;
        if (text.kind(at) == Text.MARK && text.mark(at) != '.' && text.mark(at) != ':') {
            int close = text.partner(at);
            at = close > at ? close + 1 : at + 1;
        }
        int link = reading.find(at, then);
        if (link >= 0) {
            int with = reading.find(tape.end(link), roles);
            return with >= 0 && reading.term(with).entry().is("with") ? tape.end(with) : tape.end(link);
        }
        if (!reading.opensWithConjunction(at)) {
            return -1;
        }
        int part = reading.find(at, parts);
        if (part >= 0) {
            // "And from the Swedish side the minister, N. N.": the adjective, and maybe an office, stand between.
            int next = tape.end(part) + 1;
            while (next < tape.end(part) + MAX_LEAD
                    && StatementFinder.mentionAt(reading, next).isEmpty()) {
                next++;
            }
            return next;
        }
        int with = reading.find(at, roles);
        return with >= 0 && reading.term(with).entry().is("with") ? tape.end(with) : at;
    }

    /** "A delegation headed by N. N. met …": adds who heads whoever ends before {@code token}; gives the token behind. */
    int leader(Occasion occasion, int token) {
        int at = reading.isComma(token) ? token + 1 : token;
        int link = reading.find(at, roles);
        boolean leads = link >= 0 && reading.term(link).entry().is("lead");
        if (!leads || StatementFinder.mentionAt(reading, tape.end(link)).isEmpty()) {
            return token;
        }
        addAll(occasion, list(tape.end(link)), Optional.empty());
        return endOfList(tape.end(link));
    }

    /** The same where some words, "of its leadership", stand between the delegation and who heads it, before a verb. */
    void leader(Occasion occasion, int token, int verb) {
        for (int at = token; at < Math.min(verb, token + MAX_LEAD); at++) {
            if (leader(occasion, at) > at || !reading.isWord(at)) {
                return;
            }
        }
    }

    void addAll(Occasion occasion, List<Mention> mentions, Optional<Meeting.Role> role) {
        for (Mention mention : mentions) {
            List<Mention> states = states(mention);
            if (!states.isEmpty()) {
                states.forEach(state -> add(occasion, state, role));
                continue;
            }
            boolean looksOn = reading.find(mention.to, observers) >= 0;
            add(occasion, mention, looksOn ? Optional.of(Meeting.Role.OBSERVER) : role);
            origin(mention).ifPresent(whole -> add(occasion, whole, role));
        }
    }

    /** "The ministers of the three states, X, Y and Z": the states that such a crowd comes from, where they are named behind. */
    private List<Mention> states(Mention mention) {
        if (mention.hasName() || !mention.state.isEmpty() || mention.number != Mention.Count.MANY) {
            return List.of();
        }
        int at = mention.to;
        int in = reading.hit(at, WordClass.PREPOSITION.bit(), false);
        if (in >= 0
                && (reading.term(in).entry().is("in")
                        || reading.term(in).entry().is("from"))) {
            at = tape.end(in);
        }
        boolean ofStates = isStates(at);
        for (int token = mention.from; token < mention.to; token++) {
            ofStates |= isStates(token);
        }
        int limit = at + MAX_LEAD;
        while (ofStates
                && at < limit
                && StatementFinder.mentionAt(reading, at)
                        .filter(m -> m.kind == Actor.Kind.STATE)
                        .isEmpty()) {
            boolean passes = isStates(at) || reading.is(at, WordClass.CARDINAL) || text.kind(at) == Text.MARK;
            if (!passes || text.isMark(at, '.')) {
                return List.of();
            }
            at++;
        }
        List<Mention> named = ofStates && at < limit ? list(at) : List.of();
        return named.size() > 1 && named.stream().allMatch(m -> m.kind == Actor.Kind.STATE) ? named : List.of();
    }

    /** "Officials from X, Y and Z met": the first of the states that each sent some of a crowd without a name. */
    private Optional<Cluster> sender(Mention mention) {
        boolean crowd = !mention.hasName()
                && mention.number == Mention.Count.MANY
                && (mention.kind == Actor.Kind.GROUP || mention.kind == Actor.Kind.UNNAMED);
        boolean from = false;
        for (int token = mention.headToken + 1; crowd && token < mention.to; token++) {
            int hit = reading.hit(token, WordClass.PREPOSITION.bit(), false);
            from |= hit >= 0 && reading.term(hit).entry().is("from");
        }
        int next = from ? nextInList(mention.to) : -1;
        boolean several = next >= 0
                && StatementFinder.mentionAt(reading, next)
                        .filter(other -> other.kind == Actor.Kind.STATE)
                        .isPresent();
        several |= from && mention.joint.stream().anyMatch(other -> other.kind == Actor.Kind.STATE);
        return several ? mention.cluster.identity.of().filter(PartyList::isState) : Optional.empty();
    }

    private boolean isStates(int token) {
        int head = reading.hit(token, WordClass.HEAD.bit(), false);
        return head >= 0
                && reading.term(head).entry().is("state")
                && reading.term(head).role().equals("pl");
    }

    /** The same behind a preposition written together with the word. */
    boolean isOfStates(int token) {
        int head = reading.hit(token, WordClass.HEAD.bit(), true);
        return head >= 0
                && reading.term(head).entry().is("state")
                && reading.term(head).role().equals("pl");
    }

    /** "His counterparts from the states of the council": whom a crowd without a name of its own comes from. */
    private Optional<Mention> origin(Mention mention) {
        boolean crowd = mention.state.isEmpty()
                && !mention.hasName()
                && (mention.kind == Actor.Kind.GROUP || mention.kind == Actor.Kind.UNNAMED);
        int from = reading.hit(mention.to, WordClass.PREPOSITION.bit(), false);
        return crowd && from >= 0 && reading.term(from).entry().is("from")
                ? StatementFinder.mentionAt(reading, tape.end(from))
                : Optional.empty();
    }

    void add(Occasion occasion, Mention mention, Optional<Meeting.Role> role) {
        Optional<Cluster> sender = sender(mention);
        if (sender.isPresent()) {
            occasion.add(sender.get(), role);
        } else if (Topics.canMeet(mention)) {
            // Of a visit it is the travellers that count.
            Optional<Cluster> state = occasion.kind == Meeting.Kind.VISIT ? Optional.empty() : stateOf(mention);
            occasion.add(state.orElse(mention.cluster), role);
            state.ifPresent(occasion.sent::add);
        } else if (Topics.isCrowd(mention)) {
            occasion.faceless = true;
        }
    }

    /** Once all are named: whoever only acts in the name of a state is that state. */
    void settle(Occasion occasion) {
        for (Cluster party : List.copyOf(occasion.parties.keySet())) {
            Optional<Cluster> state = occasion.kind == Meeting.Kind.VISIT || party.mentions.isEmpty()
                    ? Optional.empty()
                    : stateOf(party.fullest());
            if (state.isPresent()) {
                Optional<Meeting.Role> role = occasion.parties.getOrDefault(party, Optional.empty());
                occasion.parties.remove(party);
                occasion.add(state.get(), role);
            }
        }
    }

    /** "The Egyptian delegation", "the Egyptian government": a state stands for those who only act in its name. */
    private Optional<Cluster> stateOf(Mention mention) {
        boolean acts = mention.head
                // "The Libyan sides" are not Libya.
                .filter(head -> head.role().equals("pl")
                        ? head.entry().is("stands-for") || head.entry().is("agent")
                        : !head.role().equals("du") && isSent(head.entry()))
                .isPresent();
        boolean own = !acts || mention.hasName();
        for (int token = mention.from; token < mention.ownTo() && !own; token++) {
            int head = reading.hit(token, WordClass.HEAD.bit(), false);
            boolean another = head >= 0
                    && token > mention.headToken
                    && !reading.term(head).entry().is("government");
            own = another || (reading.is(token, WordClass.BODY) && head < 0);
        }
        return !own ? mention.cluster.identity.of().filter(PartyList::isState) : Optional.empty();
    }

    private static boolean isSent(Entry head) {
        return head.is("side") || head.is("government") || head.is("delegation");
    }

    static boolean isState(Cluster cluster) {
        return cluster.identity
                .entry()
                .map(entry -> entry.list().equals("states"))
                .orElse(false);
    }

    void addWhole(Occasion occasion, Mention mention, Optional<Meeting.Role> role) {
        add(occasion, mention, role);
        mention.joint.forEach(other -> add(occasion, other, role));
    }
}
