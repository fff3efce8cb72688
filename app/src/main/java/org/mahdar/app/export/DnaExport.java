package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mahdar.model.Actor;
import org.mahdar.model.Minutes;
import org.mahdar.model.Position;
import org.mahdar.model.Span;

/**
 * Positions as the list of statements that discourse network analysis works with: who, for whom, on which concept, for or
 * against. A concept is the issue where one is known, else the words themselves. Agreement is 1 where a party wants, offers, accepts, promises or
 * supports something, 0 where it refuses, threatens or blames; the act itself stands beside it. Offsets are UTF-16 code units.
 */
public final class DnaExport extends TableExport {
    private static final List<String> COLUMNS = List.of(
            "statement_id",
            "time",
            "document_id",
            "document_title",
            "document_source",
            "start",
            "stop",
            "person",
            "organization",
            "concept",
            "agreement",
            "act",
            "text");

    /** Writes to a stream, which it closes. */
    public DnaExport(OutputStream out, Settings settings) {
        super(out, COLUMNS, settings.byteOrderMark());
    }

    /** A stance towards a concept, as networks are made of. */
    record Stance(
            Position position, String concept, Optional<Actor> person, Optional<Actor> organisation, boolean agrees) {
        /** Who stands behind it in a network: the side that is spoken for, else who speaks. */
        Actor side() {
            return organisation.or(() -> person).orElseThrow();
        }
    }

    /** The positions of minutes. */
    static List<Stance> stances(Minutes minutes) {
        List<Stance> out = new ArrayList<>();
        for (Position position : minutes.positions()) {
            out.add(stance(minutes, position));
        }
        return out;
    }

    static String words(Position position, String text) {
        return position.content().stream().map(span -> span.of(text)).collect(Collectors.joining(" … "));
    }

    private static Stance stance(Minutes minutes, Position position) {
        Actor party = minutes.actor(position.party());
        String concept =
                position.issue().isBlank() ? words(position, minutes.story().text()) : position.issue();
        boolean agrees = switch (position.act()) {
            case DEMAND, OFFER, ACCEPT, COMMIT, CONDITION, SUPPORT -> true;
            case REJECT, THREATEN, CRITICISE -> false;
        };
        Optional<Actor> speaker = minutes.statements().stream()
                .filter(s -> position.statement().equals(Optional.of(s.id())))
                .findFirst()
                .flatMap(s -> s.speaker())
                .map(minutes::actor);
        if (party.kind() == Actor.Kind.PERSON || party.kind() == Actor.Kind.UNNAMED) {
            return new Stance(position, concept, Optional.of(party), party.of().map(minutes::actor), agrees);
        }
        Optional<Actor> person = speaker.filter(s -> s.kind() == Actor.Kind.PERSON || s.kind() == Actor.Kind.UNNAMED);
        return new Stance(position, concept, person, Optional.of(party), agrees);
    }

    @Override
    public void add(Entry entry) throws IOException {
        for (Stance stance : stances(entry.minutes())) {
            List<Span> content = stance.position().content();
            row(List.of(
                    entry.id(stance.position().id()),
                    entry.published(),
                    entry.story(),
                    entry.source().title(),
                    entry.source().outlet().orElse(""),
                    String.valueOf(content.get(0).start()),
                    String.valueOf(content.get(content.size() - 1).end()),
                    name(stance.person()),
                    name(stance.organisation()),
                    stance.concept(),
                    stance.agrees() ? "1" : "0",
                    stance.position().act().word(),
                    words(stance.position(), entry.text())));
        }
    }

    private static String name(Optional<Actor> actor) {
        return actor.map(Actor::name).orElse("");
    }
}
