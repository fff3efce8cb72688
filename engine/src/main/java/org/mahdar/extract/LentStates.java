package org.mahdar.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.pattern.Tape;

/**
 * Gives officials a state that their own title leaves out: in "Cairo, by the mouth of the minister of water" he is of the
 * state before, in "the president and his foreign minister" both are of one,
 * and who holds an office at home is of the state in whose capital a sentence opens.
 */
final class LentStates {
    private static final long STATES = WordClass.bits(WordClass.STATE, WordClass.METONYM);
    /** How many words the name of a state or capital has at most. */
    private static final int LONG_NAME = 4;
    /** How many actors back the one is looked for whose official somebody is. */
    private static final int MEMORY = 4;

    private final Reading reading;
    private final Tape tape;
    /** How many tokens may stand between the place that opens a sentence and the official who speaks there. */
    private static final int AFTER_PLACE = 3;

    private final int mouth;
    private final int in;

    LentStates(Reading reading) {
        this.reading = reading;
        this.tape = reading.tape();
        this.mouth = reading.language().symbol("according.mouth");
        this.in = reading.language().symbol("prepositions.in");
    }

    /** Gives a state to every official who has none of his own and whose place shows one; mentions in text order. */
    void lend(List<Mention> mentions) {
        // The offices of those who were named with their state so far.
        Set<String> held = new HashSet<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (isStateless(mention)) {
                byMouth(mentions, i).ifPresent(state -> give(mention, state));
            }
            if (isStateless(mention) && mention.isOwnOffice()) {
                before(mentions, i).ifPresent(state -> give(mention, state));
            }
            if (mention.state.isEmpty() && (isMinistry(mention) || isAtHome(mention))) {
                atHome(mentions, i, held).ifPresent(state -> give(mention, state));
            }
            if (!mention.state.isEmpty()) {
                office(mention).ifPresent(held::add);
            }
            for (Mention joint : mention.joint) {
                if (isStateless(joint) && joint.isOwnOffice()) {
                    stateOf(mention).ifPresent(state -> give(joint, state));
                }
            }
        }
    }

    private static void give(Mention mention, String state) {
        mention.state = state;
        mention.lent = true;
    }

    private static boolean isStateless(Mention mention) {
        return mention.isPerson() && mention.headToken >= 0 && mention.state.isEmpty();
    }

    /** The state of the last actor before the mention in its sentence who has one. */
    private Optional<String> before(List<Mention> mentions, int index) {
        Mention mention = mentions.get(index);
        for (int i = index - 1; i >= Math.max(0, index - MEMORY); i--) {
            if (reading.sentenceOf(mentions.get(i).from) != reading.sentenceOf(mention.from)) {
                break;
            }
            Optional<String> state = stateOf(mentions.get(i));
            if (state.isPresent()) {
                return state;
            }
        }
        return Optional.empty();
    }

    private static boolean isAtHome(Mention mention) {
        return mention.isPerson()
                && mention.number == Mention.Count.ONE
                && mention.office.map(office -> office.entry().is("home")).orElse(false);
    }

    /** "The foreign ministry", "the parliament": a body such as every state has. */
    private static boolean isMinistry(Mention mention) {
        return mention.kind == Actor.Kind.BODY
                && (mention.known.map(Term::entry).filter(Knowledge::isGeneric).isPresent()
                        || mention.head.filter(LentStates::governs).isPresent());
    }

    private static boolean governs(Term head) {
        return head.entry().is("government") || head.entry().is("ministry");
    }

    /**
     * "In Nicosia, the foreign minister said": the state of the place that opens the sentence, if nobody of that office was
     * named with another before: "the Turkish minister arrived in Baghdad".
     */
    private Optional<String> atHome(List<Mention> mentions, int index, Set<String> held) {
        Mention mention = mentions.get(index);
        int start = reading.text().sentenceStart(reading.sentenceOf(mention.from));
        int place = reading.find(start, in) >= 0 ? reading.hit(start + 1, STATES, false) : -1;
        if (place < 0) {
            return Optional.empty();
        }
        int end = tape.end(place);
        boolean near = mention.from > end && mention.from - end <= AFTER_PLACE;
        boolean other = index > 0 && mentions.get(index - 1).from >= end;
        boolean visitor = office(mention).filter(held::contains).isPresent();
        return near && !other && !visitor
                ? Optional.of(reading.term(place).entry().need("iso3"))
                : Optional.empty();
    }

    private static Optional<String> office(Mention mention) {
        return mention.office.flatMap(office -> office.entry().value("id"));
    }

    private static Optional<String> stateOf(Mention mention) {
        boolean bears = mention.isPerson() || mention.kind == Actor.Kind.STATE;
        return !bears
                ? Optional.empty()
                : Optional.of(mention.state)
                        .filter(state -> !state.isEmpty())
                        .or(() -> mention.known.map(Term::entry).flatMap(Identity::stateOf));
    }

    /** The state or capital before "by the mouth of", a comma between or none; else that of the last body before it. */
    private Optional<String> byMouth(List<Mention> mentions, int index) {
        int from = mentions.get(index).from;
        for (int lead = from - 1; lead >= Math.max(0, from - 2); lead--) {
            int hit = reading.find(lead, mouth);
            if (hit >= 0 && tape.end(hit) == from) {
                return stateBefore(reading.isComma(lead - 1) ? lead - 1 : lead).or(() -> bodyBefore(mentions, index));
            }
        }
        return Optional.empty();
    }

    private Optional<String> bodyBefore(List<Mention> mentions, int index) {
        Mention body = index == 0 ? mentions.get(0) : mentions.get(index - 1);
        boolean same = index > 0 && reading.sentenceOf(body.from) == reading.sentenceOf(mentions.get(index).from);
        return same && body.kind == Actor.Kind.BODY && !body.state.isEmpty()
                ? Optional.of(body.state)
                : Optional.empty();
    }

    private Optional<String> stateBefore(int end) {
        for (int token = end - 1; token >= Math.max(0, end - LONG_NAME); token--) {
            int state = reading.hit(token, STATES, false);
            if (state >= 0 && tape.end(state) == end) {
                return Optional.of(reading.term(state).entry().need("iso3"));
            }
        }
        return Optional.empty();
    }
}
