package org.mahdar.extract;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/** Says whose stance a match is, by the role of its pattern: who is named beside the cue, who speaks, who is told of. */
final class StanceParties {
    /** Roles in which the first who is named in what is said is whom it blames or calls on. */
    private static final Set<String> SAID_OF_OTHERS = Set.of("blame", "rebuke", "musing", "lead", "described");

    private static final long NO_SUBJECT =
            WordClass.bits(WordClass.PREPOSITION, WordClass.PREPOSITION_PRONOUN, WordClass.ADVERB, WordClass.TIME);

    /** How many words may stand between "that he and N. N." and what tells the stance. */
    private static final int MAX_JOINED = 12;

    private static final long CARRIES = WordClass.bits(WordClass.BE, WordClass.AUXILIARY, WordClass.LINK);

    private final Reading reading;
    private final Text text;
    private final Tape tape;
    private final Sides sides;
    private final Holders holders;
    private final Voices voices;
    private final StanceRoles roles;
    private final StanceVerbs verbs;
    private final Collection<Draft> drafts;
    private final int bothSides;
    private final int pronoun;
    private final int thatHe;

    StanceParties(
            Reading reading,
            Sides sides,
            Holders holders,
            Voices voices,
            StanceRoles roles,
            StanceVerbs verbs,
            Collection<Draft> drafts) {
        this.reading = reading;
        this.text = reading.text();
        this.tape = reading.tape();
        this.sides = sides;
        this.holders = holders;
        this.voices = voices;
        this.roles = roles;
        this.verbs = verbs;
        this.drafts = drafts;
        Language language = reading.language();
        this.bothSides = language.symbol("both-sides");
        this.pronoun = language.symbol("function.pronoun");
        this.thatHe = language.symbol("that.pronoun");
    }

    /** The sides whose stance a match is; empty where it is nobody's. */
    List<Cluster> of(Matcher match, Optional<Draft> statement) {
        List<Cluster> named = sidesOf(match, statement);
        int self = named.isEmpty() || statement.isEmpty() ? -1 : selfBefore(match.start("cue"));
        return self < 0
                ? named
                : Stream.concat(holders.speakingBefore(self, drafts).stream(), named.stream())
                        .distinct()
                        .toList();
    }

    /** "That he and N. N. affirmed": the "that" with whose pronoun somebody else is joined before the verb, or -1. */
    private int selfBefore(int cue) {
        int floor = Math.max(text.sentenceStart(text.sentence(Math.max(cue, 0))), cue - MAX_JOINED);
        for (int token = cue - 1; token > floor && text.kind(token) != Text.MARK; token--) {
            int that = token - 1;
            if (reading.find(that, thatHe) >= 0) {
                boolean joined = reading.opensWithConjunction(token);
                return joined && StatementFinder.mentionAt(reading, token).isPresent() ? that : -1;
            }
        }
        return -1;
    }

    private List<Cluster> sidesOf(Matcher match, Optional<Draft> statement) {
        String role = StanceRoles.of(match);
        if (role.equals("told")) {
            return told(match, statement);
        }
        if (role.equals("joint")) {
            List<Cluster> named = told(match, statement);
            return named.isEmpty()
                    ? namesOthers(match) ? named : holders.agreeing(match.start(), statement)
                    : named.size() == 1 ? holders.joined(match, named) : named;
        }
        if (role.equals("bearer")) {
            return bearer(match);
        }
        if (role.equals("author")) {
            return holders.author(match.start());
        }
        if (role.equals("both")) {
            return holders.agreeing(match.start(), statement);
        }
        if (role.equals("pressed")) {
            List<Cluster> actor =
                    match.start("party") < 0 ? holders.subjectBeforeObject(match.start("cue")) : List.of();
            List<Cluster> named = actor.isEmpty() ? told(match, statement) : actor;
            if (!named.isEmpty()) {
                return named;
            }
            return statement.isEmpty() ? holders.subject(match.start()) : bearer(match);
        }
        if (role.equals("named") && match.start("party") >= 0) {
            return holders.at(match.start("party"), statement);
        }
        if (role.equals("owner") && match.start("party") >= 0 && statement.isPresent()) {
            List<Cluster> owner = holders.at(match.start("party"), statement);
            return owner.isEmpty() ? holders.speaking(statement.get()) : owner;
        }
        if (statement.isPresent()) {
            List<Cluster> speaking = holders.speaking(statement.get());
            boolean stranger = speaking.stream().allMatch(side -> sides.weight(side) < 2);
            if (!stranger) {
                List<Cluster> row = role.equals("own") && match.start("party") >= 0
                        ? holders.at(match.start("party"), statement)
                        : List.of();
                // "Russia and India will stay": the speaker's own side, and another with it.
                return row.size() > 1 && row.containsAll(speaking) ? row : speaking;
            }
            List<Cluster> named = match.start("party") >= 0
                    ? holders.named(match, statement)
                    : SAID_OF_OTHERS.contains(role) ? List.of() : holders.first(statement.get());
            return named.isEmpty() && !isNobody(speaking) ? speaking : named;
        }
        return holders.subject(match.start());
    }

    /** Whose a noun with a pronoun is: "its approval", "its readiness". */
    private List<Cluster> bearer(Matcher match) {
        boolean reports = !voices.isSame(match.start(), match.start() + 2);
        return !reports
                        && match.hit("cue") >= 0
                        && tape.payload(match.hit("cue")) instanceof Term noun
                        && noun.is("poss")
                ? holders.bearer(match.start("cue"), noun)
                : List.of();
    }

    /** "The researchers agree": somebody stands before or behind the verb who is no side. */
    private boolean namesOthers(Matcher match) {
        int next = match.end("cue");
        int last = match.start("cue") - 1;
        boolean before = reading.isDefinite(last)
                && text.kind(last) == Text.WORD
                && reading.is(last - 1, WordClass.THAT)
                && reading.mentionEndingAt(last + 1).isEmpty()
                && reading.find(last, bothSides) < 0;
        return before || (text.isWord(next) && !reading.isAny(next, NO_SUBJECT) && !reading.isBehindPreposition(next));
    }

    /** Whether nobody but a source or an observer without a side speaks: what he tells is no stance of his. */
    private boolean isNobody(List<Cluster> speaking) {
        return speaking.stream()
                .flatMap(side -> side.mentions.stream())
                .allMatch(m -> m.kind == Actor.Kind.UNNAMED && m.state.isEmpty() && looksOn(m));
    }

    private boolean looksOn(Mention m) {
        boolean source = m.head.map(head -> head.entry().is("source")).orElse(false);
        return source || (m.headToken >= 0 && reading.is(m.headToken, WordClass.EXPERT));
    }

    /** Who is named beside the cue; a verb at the head of what is said is the speaker's own. */
    List<Cluster> told(Matcher match, Optional<Draft> statement) {
        List<Cluster> named = holders.named(match, statement);
        if (named.isEmpty() && statement.isPresent() && roles.startOf(statement.get(), match.start())) {
            return holders.speaking(statement.get());
        }
        if (named.isEmpty() && statement.isEmpty() && goesOn(match)) {
            List<Cluster> subject = holders.subject(match.start());
            return subject.isEmpty() ? holders.speakingBefore(match.start(), drafts) : subject;
        }
        if (named.isEmpty() && statement.isPresent() && refersBack(match.start("cue"))) {
            List<Cluster> first = holders.first(statement.get());
            return first.isEmpty() ? holders.speaking(statement.get()) : first;
        }
        if (named.isEmpty() && statement.isPresent() && joinsSelf(match.start("cue"), statement.get())) {
            return holders.speaking(statement.get());
        }
        boolean denied = reading.denies(match.start("cue") - 1);
        if (denied
                && statement.isPresent()
                && !holders.speaking(statement.get()).equals(named)) {
            return List.of();
        }
        return named;
    }

    /** "That it fears …, and opposes": a verb joined behind a comma to one whose subject is the speaker. */
    private boolean joinsSelf(int cue, Draft said) {
        int first = text.tokenAt(said.content.get(0).start());
        return reading.opensWithConjunction(cue)
                && reading.isComma(cue - 1)
                && reading.find(first - 1, thatHe) >= 0
                && voices.isSame(first, cue);
    }

    /** "But it insists": the subject of what is said goes on. */
    private boolean refersBack(int cue) {
        return reading.is(cue - 1, WordClass.LINK) && reading.ends("owned", cue - 1);
    }

    /** Whether a verb without a subject of its own carries on the sentence: "and was denying". */
    private boolean goesOn(Matcher match) {
        int hit = match.hit("cue");
        boolean finite = hit >= 0 && tape.payload(hit) instanceof Term term && (term.is("past") || term.is("pres"));
        int cue = match.start("cue");
        boolean itself = reading.find(cue - 1, pronoun) >= 0 && reading.opensWithConjunction(cue - 1);
        return finite
                && (itself
                        || verbs.isJoined(hit)
                        || reading.isAny(cue - 1, CARRIES)
                        || reading.is(cue, WordClass.LINK));
    }
}
