package org.mahdar.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;

/** Says of whom a sentence speaks where a verb or a possessive pronoun leaves its subject out. */
final class Topics {
    /** How many mentions back a subject is looked for. */
    private static final int MEMORY = 12;
    /** How many sentences back. */
    private static final int SENTENCES = 3;

    /** How far behind a relative pronoun its clause is followed. */
    private static final int CLAUSE = 8;

    private static final Set<String> NO_ACTORS = Set.of("paper", "sport", "kin", "retinue", "expert");

    private final Reading reading;
    private final List<Mention> who;
    private final List<Draft> said;
    private final int seats;

    Topics(Reading reading, List<Mention> who, List<Draft> said) {
        this.reading = reading;
        this.who = who;
        this.said = said;
        this.seats = reading.language().symbol("seats");
    }

    /** All mentions of the story, in the order of the text. */
    List<Mention> who() {
        return who;
    }

    /** Whether a mention can be somebody who meets others: no paper, no outlet, no source without a name. */
    static boolean canMeet(Mention mention) {
        if (mention.cluster == Cluster.NONE || mention.kind == Actor.Kind.OUTLET) {
            return false;
        }
        if (mention.head.isPresent()
                && !mention.hasName()
                && mention.head.get().entry().tags().stream().anyMatch(NO_ACTORS::contains)) {
            return false;
        }
        boolean pair = mention.head
                .map(head -> head.entry().is("side") || head.entry().is("state"))
                .orElse(false);
        if (pair && mention.state.isEmpty() && mention.known.isEmpty()) {
            return false;
        }
        if (mention.head.map(head -> head.entry().is("source")).orElse(false)) {
            return false;
        }
        boolean delegation = mention.isDelegation() && !mention.hasName();
        if (delegation && mention.cluster.mentions.stream().anyMatch(Topics::isNamedDelegation)) {
            return true;
        }
        boolean crowd = mention.kind == Actor.Kind.UNNAMED || delegation || (mention.guess && !mention.hasName());
        return !crowd
                || !mention.state.isEmpty()
                || mention.cluster.identity.of().isPresent();
    }

    /** "The delegation of the committee", be it called "the delegation" elsewhere. */
    private static boolean isNamedDelegation(Mention mention) {
        return mention.isDelegation() && mention.ownTo() - mention.from > 1;
    }

    /** Whether a mention means people whom the story does not name: "representatives", "officials", "a delegation". */
    static boolean isCrowd(Mention mention) {
        boolean office = mention.head
                .map(head -> head.entry().is("office")
                        || head.entry().is("group")
                        || head.entry().is("delegation"))
                .orElse(false);
        return mention.kind == Actor.Kind.UNNAMED && office;
    }

    /** Whether gender and number of a verb or pronoun can be those of a mention. */
    static boolean agrees(Term word, Mention mention) {
        boolean several =
                !mention.joint.isEmpty() || mention.number == Mention.Count.TWO || mention.number == Mention.Count.MANY;
        if (word.is("du") || word.is("pl")) {
            return several || mention.kind == Actor.Kind.GROUP || mention.number == Mention.Count.UNKNOWN;
        }
        Mention.Gender gender = mention.kind == Actor.Kind.STATE ? Mention.Gender.F : mention.gender;
        if (word.is("f")) {
            return gender != Mention.Gender.M;
        }
        return !word.is("m") || (gender != Mention.Gender.F && !several);
    }

    /**
     * The subject of the clause in which {@code token} stands, looked for before it: in its sentence, then in the sentences
     * before.
     */
    Optional<Mention> before(int token, Predicate<Mention> fits) {
        int at = Mention.lastBefore(who, token);
        int sentence = reading.sentenceOf(token);
        Optional<Mention> described = described(token, fits);
        if (described.isPresent()) {
            return described;
        }
        Optional<Mention> weak = Optional.empty();
        for (int i = at; i >= 0 && i > at - MEMORY; i--) {
            Mention mention = who.get(i);
            if (reading.sentenceOf(mention.from) != sentence) {
                break;
            }
            if (mention.to > token || !canMeet(mention) || isSeat(mention) || !fits.test(mention)) {
                continue;
            }
            if (isSubject(mention)) {
                // "The ministry said that its envoy, N. N., ended a visit": the nearer person is the subject of the
                // inner clause.
                return weak.filter(person -> person.isPerson() && mention.kind == Actor.Kind.BODY)
                        .or(() -> Optional.of(mention));
            }
            if (weak.isEmpty() && !isOblique(mention)) {
                weak = Optional.of(mention);
            }
        }
        return weak.or(() -> speaker(sentence, token, fits)).or(() -> earlier(sentence, fits));
    }

    /** "He visited the seat of the league": a building does nothing. */
    private boolean isSeat(Mention mention) {
        return reading.find(mention.from, seats) >= 0 || reading.find(mention.from - 1, seats) >= 0;
    }

    /** Who goes somewhere to do what the token names: the last one in the sentence who is no place and behind no preposition. */
    Optional<Mention> nearest(int token) {
        int sentence = reading.sentenceOf(token);
        for (int i = Mention.lastBefore(who, token); i >= 0 && reading.sentenceOf(who.get(i).from) == sentence; i--) {
            Mention mention = who.get(i);
            boolean goes = mention.kind != Actor.Kind.STATE && !isOblique(mention) && canMeet(mention);
            if (goes && mention.to <= token) {
                return Optional.of(mention);
            }
        }
        return Optional.empty();
    }

    /** "The minister, who is on a visit to": whom the relative clause in which the token stands describes. */
    private Optional<Mention> described(int token, Predicate<Mention> fits) {
        for (int relative = token - 1; relative > Math.max(0, token - CLAUSE); relative--) {
            boolean other = StatementFinder.mentionAt(reading, relative)
                    .filter(mention -> mention.kind != Actor.Kind.STATE && !isOblique(mention))
                    .isPresent();
            if (!reading.isWord(relative) || other) {
                return Optional.empty();
            }
            if (reading.is(relative, WordClass.RELATIVE)) {
                int end = reading.isWord(relative - 1) ? relative : relative - 1;
                return reading.mentionEndingAt(end)
                        .filter(mention -> canMeet(mention) && (mention.isPerson() || mention.isDelegation()))
                        .filter(fits);
            }
        }
        return Optional.empty();
    }

    /** The subject that follows: "During his meeting with X, Y said". */
    Optional<Mention> after(int token, Predicate<Mention> fits) {
        int sentence = reading.sentenceOf(token);
        return said.stream()
                .filter(draft -> draft.cueFrom >= token && reading.sentenceOf(draft.cueFrom) == sentence)
                .findFirst()
                .flatMap(draft -> draft.source)
                .filter(fits);
    }

    /** Who speaks in the sentence of a token: "said in a statement". */
    Optional<Cluster> teller(int token) {
        int sentence = reading.sentenceOf(token);
        Optional<Cluster> found = Optional.empty();
        for (Draft draft : said) {
            if (reading.sentenceOf(draft.cueFrom) == sentence && (found.isEmpty() || draft.cueFrom < token)) {
                found = draft.speaker;
            }
        }
        return found;
    }

    /** In whose reported words a token stands. */
    Optional<Cluster> inside(int token) {
        int sentence = reading.sentenceOf(token);
        return said.stream()
                .filter(draft -> draft.cueFrom < token && reading.sentenceOf(draft.cueFrom) == sentence)
                .reduce((first, last) -> last)
                .filter(draft -> draft.saidFrom() <= token)
                .flatMap(draft -> draft.speaker);
    }

    /** "X told Y during a meeting that": whom somebody tells something whose cue stands before the token. */
    Optional<Mention> hearer(int token) {
        int sentence = reading.sentenceOf(token);
        return said.stream()
                .filter(draft -> draft.cueFrom < token && reading.sentenceOf(draft.cueFrom) == sentence)
                .reduce((first, last) -> last)
                .filter(draft -> draft.saidFrom() > token && draft.governs("addressee"))
                .flatMap(draft -> draft.hearer.or(
                        () -> draft.source.flatMap(source -> StatementFinder.mentionAt(reading, source.to))))
                .filter(mention -> mention.to <= token && canMeet(mention));
    }

    private Optional<Mention> speaker(int sentence, int token, Predicate<Mention> fits) {
        Optional<Mention> found = Optional.empty();
        for (Draft draft : said) {
            if (reading.sentenceOf(draft.cueFrom) == sentence && draft.cueFrom < token) {
                found = draft.speaker
                        .flatMap(cluster ->
                                cluster.mentions.stream().filter(fits).findFirst())
                        .or(() -> Optional.empty());
            }
            if (reading.sentenceOf(draft.cueFrom) > sentence) {
                break;
            }
        }
        return found;
    }

    private Optional<Mention> earlier(int sentence, Predicate<Mention> fits) {
        for (int s = sentence - 1; s >= Math.max(0, sentence - SENTENCES); s--) {
            int from = reading.text().sentenceStart(s);
            int to = reading.text().sentenceStart(s + 1);
            Optional<Mention> any = Optional.empty();
            for (int i = Mention.lastBefore(who, from) + 1; i < who.size() && who.get(i).from < to; i++) {
                Mention mention = who.get(i);
                if (!canMeet(mention) || !fits.test(mention) || isOblique(mention)) {
                    continue;
                }
                if (isSubject(mention)) {
                    return Optional.of(mention);
                }
                any = any.isPresent() ? any : Optional.of(mention);
            }
            if (any.isPresent()) {
                return any;
            }
            Optional<Mention> speaker = speaker(s, to, fits);
            if (speaker.isPresent()) {
                return speaker;
            }
        }
        return Optional.empty();
    }

    boolean isOblique(Mention mention) {
        return reading.standsBehindPreposition(mention.from)
                || reading.is(mention.from - 1, WordClass.PREPOSITION)
                || reading.opensWithConjunction(mention.from);
    }

    /** Whether a mention begins its clause, or stands right behind the verb that does. */
    private boolean isSubject(Mention mention) {
        if (isOblique(mention)) {
            return false;
        }
        int verb = mention.from - 1;
        return reading.beginsClause(mention.from)
                || reading.is(verb, WordClass.SAY_FINITE)
                || (reading.isWord(verb) && !reading.isDefinite(verb) && reading.beginsClause(verb));
    }
}
