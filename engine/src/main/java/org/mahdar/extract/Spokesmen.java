package org.mahdar.extract;

import java.util.Optional;
import org.mahdar.model.Actor;

/** Says for whom "the spokesman in its name" speaks: for the state or body that was named last before him and fits. */
final class Spokesmen {
    /** How many tokens back the body is looked for. */
    private static final int REACH = 60;

    private final Reading reading;
    private final int inItsName;

    Spokesmen(Reading reading) {
        this.reading = reading;
        this.inItsName = reading.language().symbol("in-its-name");
    }

    /** The body that a spokesman's title only refers to. */
    Optional<Cluster> principal(Cluster actor) {
        for (Mention mention : actor.mentions) {
            for (int token = mention.from; mention.isPerson() && token < mention.to; token++) {
                if (reading.find(token, inItsName) >= 0) {
                    return before(mention);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Cluster> before(Mention voice) {
        for (int token = voice.from - 1; token >= Math.max(0, voice.from - REACH); token--) {
            Optional<Mention> mention = StatementFinder.mentionAt(reading, token)
                    .filter(m -> m.from < voice.from)
                    .filter(m -> m.kind == Actor.Kind.STATE || m.kind == Actor.Kind.BODY);
            if (mention.isPresent()) {
                return mention.map(m -> m.cluster);
            }
        }
        return Optional.empty();
    }
}
