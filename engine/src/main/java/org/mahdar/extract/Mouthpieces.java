package org.mahdar.extract;

import java.util.List;
import org.mahdar.pattern.Tape;

/** "Cairo, by the mouth of the minister of water": whoever speaks for a state named so is of that state. */
final class Mouthpieces {
    private static final long STATES = WordClass.bits(WordClass.STATE, WordClass.METONYM);
    /** How many words the name of a state or capital has at most. */
    private static final int LONG_NAME = 4;

    private final Reading reading;
    private final Tape tape;
    private final int mouth;

    Mouthpieces(Reading reading) {
        this.reading = reading;
        this.tape = reading.tape();
        this.mouth = reading.language().symbol("according.mouth");
    }

    /** Gives the state to every official who has none of his own. */
    void lendStates(List<Mention> mentions) {
        for (Mention mention : mentions) {
            if (mention.isPerson() && mention.headToken >= 0 && mention.state.isEmpty() && !mention.hasName()) {
                lend(mention);
            }
        }
    }

    private void lend(Mention mention) {
        int from = mention.from;
        for (int lead = from - 1; lead >= Math.max(0, from - 2); lead--) {
            int hit = reading.find(lead, mouth);
            if (hit >= 0 && tape.end(hit) == from) {
                int end = reading.isComma(lead - 1) ? lead - 1 : lead;
                for (int token = end - 1; token >= Math.max(0, end - LONG_NAME); token--) {
                    int state = reading.hit(token, STATES, false);
                    if (state >= 0 && tape.end(state) == end) {
                        mention.state = reading.term(state).entry().need("iso3");
                        return;
                    }
                }
            }
        }
    }
}
