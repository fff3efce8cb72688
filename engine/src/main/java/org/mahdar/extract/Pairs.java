package org.mahdar.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.text.Text;

/** Says who "both sides" are: the two that were named together last, or that met last. */
final class Pairs {
    private static final int MAX_ROW = 5;
    /** How many actors back "both sides" are looked for. */
    private static final int MEMORY = 40;

    private final Reading reading;
    private final Text text;
    private final List<Mention> mentions;
    private final Sides sides;
    private final Voices voices;
    private final List<Occasion> occasions;
    private final int between;
    private final int other;

    Pairs(Reading reading, List<Mention> mentions, Sides sides, Voices voices, List<Occasion> occasions) {
        this.reading = reading;
        this.text = reading.text();
        this.mentions = List.copyOf(mentions);
        this.sides = sides;
        this.voices = voices;
        this.occasions = List.copyOf(occasions);
        this.other = reading.language().symbol("others");
        this.between = reading.language().symbol("prepositions.between");
    }

    /** "The two sides", "the two countries", "both ministers": no name, and two of them. */
    boolean isBoth(Mention mention) {
        boolean several = mention.number == Mention.Count.TWO
                || (mention.head.map(head -> head.entry().is("state")).orElse(false)
                        && reading.isDefinite(mention.from)
                        && (reading.ends("dual", mention.from) || reading.ends("oblique", mention.from)));
        return several
                && mention.to - mention.from == 1
                && mention.joint.isEmpty()
                && mention.head
                        .map(head -> head.entry().is("side")
                                || head.entry().is("state")
                                || head.entry().is("office"))
                        .orElse(false);
    }

    /** "The other side". */
    boolean isOther(Mention mention) {
        boolean side = mention.head.map(head -> head.entry().is("side")).orElse(false);
        return side && mention.headToken >= 0 && reading.find(mention.headToken + 1, other) >= 0;
    }

    /** Who faces those who speak: the one other of the two that are meant, else whom the story names most but for them. */
    List<Cluster> otherThan(List<Cluster> speaking, int token) {
        List<Cluster> two = new ArrayList<>(before(token));
        boolean among = two.removeAll(speaking);
        if (among && two.size() == 1) {
            return two;
        }
        List<Cluster> most = new ArrayList<>(foremost(3));
        most.removeAll(speaking);
        return speaking.isEmpty() || most.isEmpty() ? List.of() : most.subList(0, 1);
    }

    /** The two that are meant before a token; empty where the story knows no two sides. */
    List<Cluster> before(int token) {
        Optional<Occasion> met = met(token);
        int seen = 0;
        for (int i = mentions.size() - 1; i >= 0 && seen < MEMORY; i--) {
            Mention mention = mentions.get(i);
            if (mention.from >= token || (voices.isOwn(token) && !voices.isOwn(mention.from))) {
                continue;
            }
            seen++;
            if (met.filter(occasion -> occasion.from > mention.from && occasion.from < token)
                    .isPresent()) {
                break;
            }
            if (row(mention).get(0) == mention && (acts(mention) || isBetween(mention)) && !addressesBoth(i, token)) {
                List<Cluster> two = inRow(mention);
                if (two.size() == 2 && two.stream().allMatch(side -> sides.weight(side) >= 1)) {
                    return two;
                }
            }
        }
        return met.map(this::parties).orElseGet(() -> foremost(2));
    }

    /** Those who met in the same sentence before the token; empty where nobody did. */
    List<Cluster> meeting(int token) {
        List<Cluster> found = List.of();
        for (Occasion occasion : occasions) {
            boolean here = occasion.from < token && text.sentence(occasion.from) == text.sentence(token);
            found = here && parties(occasion).size() > 1 ? parties(occasion) : found;
        }
        return found;
    }

    /** The last occasion of two before the token; where none was, the first behind. */
    private Optional<Occasion> met(int token) {
        Occasion found = null;
        for (Occasion occasion : occasions) {
            if ((found == null || occasion.from < token) && parties(occasion).size() == 2) {
                found = occasion;
            }
        }
        return Optional.ofNullable(found);
    }

    private List<Cluster> parties(Occasion occasion) {
        List<Cluster> two = new ArrayList<>();
        occasion.parties.forEach((party, role) -> {
            if (role.filter(Meeting.Role.MEDIATOR::equals).isEmpty()) {
                add(two, party);
            }
        });
        return two;
    }

    /** The sides that the story names most. */
    private List<Cluster> foremost(int many) {
        Map<Cluster, Integer> named = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            Cluster side = sides.of(mention.cluster);
            if (sides.weight(side) >= 1) {
                named.merge(side, 1, Integer::sum);
            }
        }
        return named.entrySet().stream()
                .sorted(Map.Entry.<Cluster, Integer>comparingByValue().reversed())
                .limit(many)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the actor, or the verb before him, begins a clause. */
    private boolean acts(Mention mention) {
        // "They two called on X and Y": before its subject a verb stands in the singular.
        boolean subject = !reading.standsBehindPreposition(mention.from)
                && !reading.is(mention.from - 1, WordClass.PREPOSITION)
                && !isOfSeveral(mention.from - 1);
        return subject
                && ((reading.beginsClause(mention.from) && !reading.opensWithConjunction(mention.from))
                        || reading.beginsClause(mention.from - 1));
    }

    private boolean isOfSeveral(int verb) {
        for (int hit = verb < 0 ? -1 : reading.tape().first(verb);
                hit >= 0;
                hit = reading.tape().next(hit)) {
            if (reading.tape().payload(hit) instanceof Term term
                    && (term.is("past") || term.is("pres"))
                    && (term.is("du") || term.is("pl"))) {
                return true;
            }
        }
        return false;
    }

    private boolean isBetween(Mention mention) {
        return reading.find(mention.from - 1, between) >= 0;
    }

    /** "X and Y called on the two sides": they are others. */
    private boolean addressesBoth(int index, int token) {
        int end = Math.min(token, text.sentenceEnd(mentions.get(index).from));
        for (int i = index + 1; i < mentions.size() && mentions.get(i).from < end; i++) {
            if (isBoth(mentions.get(i))) {
                return true;
            }
        }
        return false;
    }

    private List<Cluster> sides(List<Mention> row) {
        List<Cluster> out = new ArrayList<>();
        for (Mention one : row) {
            add(out, one.cluster);
            one.joint.forEach(other -> add(out, other.cluster));
        }
        return out;
    }

    /** The side or sides of those who stand in one row with an actor: "X, Y and Z", "the three states, X, Y and Z". */
    List<Cluster> inRow(Mention mention) {
        boolean format = mention.known
                .flatMap(term -> term.entry().value("type"))
                .filter("talks-format"::equals)
                .isPresent();
        boolean several = mention.number == Mention.Count.MANY || format;
        List<Cluster> named = several ? namedBehind(mention) : List.of();
        return named.isEmpty() ? sides(row(mention)) : named;
    }

    /** The states that follow a word for several of them behind a comma, a colon or a bracket. */
    private List<Cluster> namedBehind(Mention mention) {
        if (text.kind(mention.to) != Text.MARK || text.mark(mention.to) == '.') {
            return List.of();
        }
        List<Cluster> states = StatementFinder.mentionAt(reading, mention.to + 1)
                .filter(first -> first.kind == Actor.Kind.STATE)
                .map(first -> sides(row(first)))
                .orElse(List.of());
        return states.size() > 1 ? states : List.of();
    }

    private List<Mention> row(Mention mention) {
        List<Mention> out = new ArrayList<>(List.of(mention));
        Mention first = mention;
        while (out.size() < MAX_ROW
                && reading.opensWithConjunction(first.from)
                && reading.mentionEndingAt(first.from).isPresent()) {
            first = reading.mentionEndingAt(first.from).get();
            out.add(0, first);
        }
        Optional<Mention> next = following(mention);
        while (out.size() < MAX_ROW && next.isPresent()) {
            out.add(next.get());
            next = following(next.get());
        }
        return out;
    }

    /** The mention joined to this one; the conjunction may stand by itself. */
    private Optional<Mention> following(Mention mention) {
        int token = mention.to;
        Optional<Mention> next = StatementFinder.mentionAt(reading, token);
        if (next.isPresent()) {
            return next.filter(m -> reading.opensWithConjunction(m.from));
        }
        boolean lone = reading.isWord(token)
                && reading.length(token) == 1
                && reading.language().letters().isConjunction(text.raw().charAt(text.start(token)));
        boolean marked = lone && text.opens(token + 1) >= 0;
        Optional<Mention> direct = lone ? StatementFinder.mentionAt(reading, token + 1) : Optional.empty();
        return marked ? direct.or(() -> StatementFinder.mentionAt(reading, token + 2)) : direct;
    }

    private void add(List<Cluster> out, Cluster actor) {
        Cluster side = sides.of(actor);
        if (!out.contains(side)) {
            out.add(side);
        }
    }
}
