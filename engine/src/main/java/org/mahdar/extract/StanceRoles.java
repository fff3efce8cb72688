package org.mahdar.extract;

import java.util.List;
import java.util.Optional;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.model.Span;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/** Says whether a match stands, in what somebody says, where the role of its pattern wants it. */
final class StanceRoles {
    /** How far into a clause a word may stand that makes a stance of the whole. */
    private static final int NEAR = 9;
    /** Within how many words of the head of what is said a bare reproach is one of its subject. */
    private static final int SHORT = 5;

    private final Reading reading;
    private final Text text;
    private final Tape tape;
    private final Holders holders;
    private final Sides sides;
    private final int ownSide;
    private final int bothSides;
    private final int musing;
    private final int remedy;
    private final int stipulation;
    private final int refusable;
    private final int homeAffairs;

    StanceRoles(Reading reading, Holders holders, Sides sides) {
        this.reading = reading;
        this.text = reading.text();
        this.tape = reading.tape();
        this.holders = holders;
        this.sides = sides;
        Language language = reading.language();
        this.bothSides = language.symbol("both-sides");
        this.ownSide = language.symbol("own-side");
        this.musing = language.symbol("musings");
        this.stipulation = language.symbol("stipulations");
        this.refusable = language.symbol("refusables");
        this.homeAffairs = language.symbol("home-affairs");
        this.remedy = language.symbol("remedies");
    }

    /** The role that the pattern of a match has. */
    static String of(Matcher match) {
        return match.pattern().setting("role").orElse("");
    }

    /** Whether the match plays that role in the statement; {@code from} is where the words of the stance begin. */
    boolean plays(String role, Matcher match, int from, Draft said) {
        return switch (role) {
            case "anywhere" -> true;
            case "head" -> headOf(said, match.start());
            case "described" -> said.governs("describe");
            case "of-described" -> said.governs("describe") && startOf(said, match.start());
            case "denied" -> acts(said, "deny") && startOf(said, match.start());
            case "lead" -> startOf(said, match.start()) || reading.beginsClause(match.start());
            case "announced" ->
                startOf(said, match.start()) && !reading.is(match.start() - 1, WordClass.THAT) && announces(said);
            case "start", "owner" -> startOf(said, match.start());
            case "stressed" ->
                startOf(said, match.start())
                        && !reading.is(match.start() - 1, WordClass.THAT)
                        && said.governs("on")
                        && !acts(said, "criticise")
                        && reading.find(said.cueFrom, stipulation) < 0;
            case "own" -> isOwn(match, said);
            case "rebuke" ->
                startOf(said, from)
                        && match.start() > from
                        && reading.find(from, ownSide) < 0
                        && match.start() - from <= SHORT
                        && !reading.is(match.start() - 1, WordClass.NEGATION);
            case "blame" ->
                !fights(match.start("cue"))
                        && !reading.is(match.start("cue") - 1, WordClass.NEGATION)
                        && blames(match, from, said);
            case "musing" -> match.start() - from <= NEAR && !muses(match);
            default -> match.start() - from <= NEAR;
        };
    }

    /** Whether the verb is one that only a party to the matter can do or refuse to do. */
    private boolean refuses(Matcher match) {
        int verb = match.start("verb");
        return verb >= 0 && reading.find(verb, refusable) >= 0;
    }

    /** Whether somebody who speaks is no side: a source without a name, an outlet, an observer. */
    private boolean isStranger(Cluster speaker) {
        return sides.weight(speaker) < 2
                && speaker.mentions.stream()
                        .allMatch(m -> m.kind == Actor.Kind.OUTLET
                                || (m.kind == Actor.Kind.UNNAMED && m.state.isEmpty())
                                || (m.headToken >= 0 && reading.is(m.headToken, WordClass.EXPERT)));
    }

    /** Whether whoever takes a stance is no side to anything: a court, a company, a club, an expert. */
    boolean isOutsider(List<Cluster> parties) {
        return !parties.isEmpty()
                && parties.stream()
                        .flatMap(side -> side.mentions.stream())
                        .allMatch(m -> (m.known.isEmpty()
                                        && m.head.filter(this::isOutside).isPresent())
                                || reading.find(m.from, homeAffairs) >= 0);
    }

    private boolean isOutside(Term head) {
        return head.entry().is("outsider")
                || head.entry().is("expert")
                || head.entry().is("business")
                || head.entry().is("sport");
    }

    /** Whether the words before the cue make a remedy of what is named: "the fight against terrorism". */
    private boolean fights(int cue) {
        for (int token = Math.max(0, cue - 3); token < cue; token++) {
            if (reading.find(token, remedy) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody else is to do what is hoped for. */
    boolean asks(Matcher match, List<Cluster> hoping) {
        List<Cluster> asked = holders.at(match.start("other"), Optional.empty());
        return !asked.isEmpty() && asked.stream().allMatch(side -> sides.weight(side) >= 1 && !hoping.contains(side));
    }

    private boolean muses(Matcher match) {
        if (reading.is(match.start() - 1, WordClass.RELATIVE) || reading.is(match.start() - 1, WordClass.NEGATION)) {
            return true;
        }
        for (int token = match.end("cue"); token < match.end() + 3; token++) {
            if (reading.find(token, musing) >= 0
                    || (reading.is(token - 1, WordClass.THAT)
                            && (reading.opens("we", token) || reading.opens("me", token)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is said begins with the token, or goes on with it after a conjunction. */
    private boolean headOf(Draft draft, int token) {
        return startOf(draft, token) || reading.opensWithConjunction(token);
    }

    private static boolean announces(Draft draft) {
        return acts(draft, "announce") || acts(draft, "assert");
    }

    private static boolean acts(Draft draft, String act) {
        return draft.verb.flatMap(term -> term.entry().value("act")).orElse("").equals(act);
    }

    private boolean opensClause(Draft draft, int token) {
        return headOf(draft, token)
                || reading.beginsClause(token)
                || text.kind(token - 1) != Text.WORD
                || reading.is(token - 1, WordClass.THAT);
    }

    boolean startOf(Draft draft, int token) {
        for (Span piece : draft.content) {
            if (text.tokenAt(piece.start()) == token) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMan(Draft draft) {
        return draft.speaker.isPresent()
                && draft.speaker.get().mentions.stream().anyMatch(m -> m.isPerson() && m.gender == Mention.Gender.M);
    }

    /** Whether another side than the speaker's is blamed, and at the head of the clause or beside the word. */
    private boolean blames(Matcher match, int from, Draft draft) {
        int party = match.start("other");
        if (party < 0) {
            return match.start() - from <= NEAR;
        }
        List<Cluster> speaking = holders.speaking(draft);
        Optional<Mention> mention = StatementFinder.mentionAt(reading, party);
        boolean apart = match.start() - from > NEAR
                && mention.filter(holders::isSubject).isEmpty();
        if (apart) {
            return false;
        }
        List<Cluster> other = mention.isPresent()
                ? holders.of(mention.get())
                : sides.ofState(party).map(List::of).orElse(List.of());
        return !other.isEmpty() && other.stream().noneMatch(speaking::contains) && reading.find(party, ownSide) < 0;
    }

    private boolean isOwn(Matcher match, Draft draft) {
        int party = match.start("party");
        if (party >= 0) {
            if (reading.find(party, ownSide) >= 0) {
                return true;
            }
            if (reading.find(party, bothSides) >= 0) {
                List<Cluster> told = holders.speaking(draft);
                return opensClause(draft, match.start())
                        && (told.stream().allMatch(side -> sides.weight(side) < 2)
                                || holders.at(party, Optional.of(draft)).containsAll(told));
            }
            Optional<Mention> mention = StatementFinder.mentionAt(reading, party);
            if (mention.isPresent() && !(holders.isSubject(mention.get()) && opensClause(draft, match.start()))) {
                return false;
            }
            if (mention.isPresent() && mention.get().isPerson()) {
                return false;
            }
            if (mention.isPresent() && holders.isGovernment(mention.get())) {
                return true;
            }
            List<Cluster> named = holders.named(match, Optional.of(draft));
            List<Cluster> speaking = holders.speaking(draft);
            boolean stranger =
                    speaking.isEmpty() || (refuses(match) && speaking.stream().allMatch(this::isStranger));
            return named.stream().anyMatch(side -> speaking.contains(side) || (stranger && sides.weight(side) == 2));
        }
        int hit = match.hit("cue");
        if (hit >= 0 && tape.payload(hit) instanceof Term term && term.is("first")) {
            return true;
        }
        int verb = match.start("verb") < 0 ? match.start("cue") : match.start("verb");
        if (reading.opens("we", verb)) {
            return true;
        }
        boolean she = hit >= 0 && tape.payload(hit) instanceof Term verbTerm && verbTerm.is("f");
        boolean that = reading.is(match.start() - 1, WordClass.THAT);
        boolean further =
                that && reading.opensWithConjunction(match.start() - 1) && reading.ends("owned", match.start() - 1);
        boolean but = reading.is(match.start() - 1, WordClass.LINK)
                && reading.ends("owned", match.start() - 1)
                && holders.speaking(draft).containsAll(holders.first(draft));
        return further || but || (that && startOf(draft, match.start()) && (!she || !isMan(draft)));
    }
}
