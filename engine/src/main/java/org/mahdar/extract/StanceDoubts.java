package org.mahdar.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Position;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Says what speaks against a match being a stance: it is denied, only supposed, a courtesy, a refusal to talk. */
final class StanceDoubts {
    /** How many tokens behind a verb the one it calls on stands at most. */
    private static final int FAR = 60;
    /** How many words before a stance an "if" makes it one that is only supposed. */
    private static final int SUPPOSED_NEAR = 3;
    /** The same before a verb with its subject between them, if nobody says anything there. */
    private static final int SUPPOSED = 5;

    /** How many words from its beginning a demand may come to what is mere courtesy. */
    private static final int COURTESY = 4;

    private static final long SAID = WordClass.bits(WordClass.THAT, WordClass.SAY_FINITE);

    /** How many tokens before a stance the verb stands at most that denies reports of it. */
    private static final int NEAR = 15;

    private final Reading reading;
    private final Text text;
    private final Tape tape;
    private final StanceCutter cutter;
    private final Map<Integer, Draft> byVerb;
    /** How many words of negotiation stand before each token. */
    private final int[] issues;

    private final int guest;
    private final int resident;
    private final int visit;
    private final int mark;
    private final int disclosure;
    private final int ifNeeded;
    private final int courtesy;
    private final int doubt;
    private final int fighting;

    StanceDoubts(Reading reading, StanceCutter cutter, Map<Integer, Draft> byVerb, int[] issues) {
        this.reading = reading;
        this.text = reading.text();
        this.tape = reading.tape();
        this.cutter = cutter;
        this.byVerb = byVerb;
        this.issues = issues;
        Language language = reading.language();
        this.guest = language.symbol("guests");
        this.visit = language.symbol("visits");
        this.mark = language.symbol("auxiliary.mark");
        this.resident = language.symbol("residents");
        this.disclosure = language.symbol("disclosures");
        this.ifNeeded = language.symbol("if-needed");
        this.courtesy = language.symbol("courtesies");
        this.doubt = language.symbol("doubts");
        this.fighting = language.symbol("fightings");
    }

    /** "Welcomed the minister": a guest is received, and nobody takes a stance. */
    boolean isWelcome(Draft draft, int from) {
        boolean welcomes = draft.verb
                .map(verb -> verb.entry().need("id").equals("welcome"))
                .orElse(false);
        return welcomes
                && (reading.find(from, guest) >= 0
                        || StatementFinder.mentionAt(reading, from)
                                .filter(Mention::isPerson)
                                .isPresent());
    }

    /** "Called on his minister to prepare": whoever is asked is of the same side. */
    boolean asksItself(Position.Act act, List<Cluster> parties, int cue, int from, Holders holders) {
        if (act != Position.Act.DEMAND) {
            return false;
        }
        for (int token = cue + 1; token < from && token < cue + FAR; token++) {
            boolean asked = reading.is(token - 1, WordClass.PREPOSITION) && !reading.is(token, WordClass.PREPOSITION);
            Optional<Mention> mention = asked ? StatementFinder.mentionAt(reading, token) : Optional.empty();
            if (mention.filter(Mention::isPerson)
                    .map(holders::of)
                    .filter(parties::containsAll)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** "Invited him to visit", "accepted the invitation to visit". */
    boolean isVisit(Position.Act act, int from) {
        return (act == Position.Act.DEMAND || act == Position.Act.ACCEPT) && reading.find(from, visit) >= 0;
    }

    /** "Affirmed the need to strengthen cooperation between the two countries": both want it. */
    boolean isCourtesy(Position.Act act, int from) {
        return act == Position.Act.DEMAND && stands(courtesy, from, Math.min(limit(from), from + COURTESY));
    }

    /** "We do not think that they must take part": nothing is demanded. */
    boolean isDoubted(Position.Act act, int from, int cue) {
        int sentence = text.sentenceStart(text.sentence(from));
        return act == Position.Act.DEMAND && stands(doubt, Math.max(sentence, from - SUPPOSED_NEAR), cue);
    }

    /** "Accused the army of shelling two villages": a deed of war, and no word of what is negotiated. */
    boolean isFighting(Matcher match, int from) {
        int hit = match.hit("cue");
        int to = limit(from);
        return hit >= 0
                && tape.payload(hit) instanceof Term term
                && term.entry().is("accuse")
                && issues[to] == issues[from]
                && stands(fighting, from, to);
    }

    private boolean stands(int list, int from, int to) {
        for (int token = from; token < to; token++) {
            if (reading.find(token, list) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** "(Washington) and its allies support": what is joined to the subject behind a verb is no object of it. */
    boolean isJoinedSubject(int token) {
        return reading.opensWithConjunction(token) && (reading.isDefinite(token) || reading.ends("owned", token));
    }

    /** "If need be": nothing that anybody else is to do. */
    boolean isIfNeeded(Position.Act act, int from) {
        return act == Position.Act.CONDITION && reading.find(from, ifNeeded) >= 0;
    }

    /** "Welcomed his guest", whatever tells it. */
    boolean isGuest(Position.Act act, int from) {
        return act == Position.Act.SUPPORT && reading.find(from, guest) >= 0;
    }

    /** "Called on residents to stay at home": no other side is asked, and nothing that is negotiated. */
    boolean asksResidents(Position.Act act, int cue, int from) {
        if (act != Position.Act.DEMAND) {
            return false;
        }
        for (int token = cue + 1; token <= from && token < cue + FAR; token++) {
            if (reading.find(token, resident) >= 0) {
                return true;
            }
        }
        return false;
    }

    private int limit(int from) {
        return Math.max(from, cutter.end(from));
    }

    /** "Denied reports of its approval": nobody has approved. */
    boolean isWhatIsDenied(Position.Act act, int from, Optional<Draft> statement) {
        boolean gives = act != Position.Act.REJECT;
        boolean denied = statement.filter(StanceDoubts::denies).isPresent();
        int floor = Math.max(text.sentenceStart(text.sentence(from)), from - NEAR);
        for (int cue = from - 1; gives && !denied && cue >= floor; cue--) {
            denied = byVerb.containsKey(cue) && denies(byVerb.get(cue)) && holds(byVerb.get(cue), from);
        }
        return gives && denied;
    }

    private static boolean denies(Draft draft) {
        return !draft.negated
                && draft.verb
                        .flatMap(verb -> verb.entry().value("act"))
                        .map("deny"::equals)
                        .orElse(false);
    }

    private boolean holds(Draft draft, int token) {
        return draft.content.stream()
                .anyMatch(piece -> piece.start() <= text.start(token) && text.start(token) < piece.end());
    }

    /** "Declined to comment", "asked not to be named": nobody's stance. */
    boolean isTalk(Position.Act act, int from) {
        int hit = reading.find(from, disclosure);
        return hit >= 0
                && (act == Position.Act.REJECT || reading.term(hit).entry().is("hide"));
    }

    /** "If he rejects", "may reject", "asked whether the other side has offered": what is only supposed is no stance. */
    boolean isHypothetical(Matcher match) {
        int token = match.start();
        int cue = match.hit("cue");
        boolean verb = cue >= 0
                && match.start("cue") == token
                && tape.payload(cue) instanceof Term term
                && (term.is("past") || term.is("pres"));
        if (verb && tape.payload(cue) instanceof Term term && term.is("pres") && reading.find(token - 1, mark) >= 0) {
            // "May reject".
            return true;
        }
        if (verb && (tape.clitics(cue) & Letters.FUTURE) != 0 && reading.is(token - 1, WordClass.BE)) {
            // "Would have supported".
            return true;
        }
        boolean clause = true;
        for (int from = token - 1; from >= Math.max(0, token - (verb ? SUPPOSED : SUPPOSED_NEAR)); from--) {
            int hit = reading.is(from, WordClass.CONDITION) ? reading.hit(from, WordClass.CONDITION.bit(), false) : -1;
            clause &= reading.isWord(from) && !reading.isAny(from, SAID);
            if (hit >= 0 && tape.end(hit) <= token && (clause || from >= token - SUPPOSED_NEAR)) {
                return true;
            }
        }
        return false;
    }
}
