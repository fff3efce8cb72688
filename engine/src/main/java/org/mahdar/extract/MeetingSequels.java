package org.mahdar.extract;

import java.util.List;
import java.util.Optional;
import org.mahdar.language.Language;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/** Reads who takes part where a sentence of its own says so: "N. N. took part in it", "the Egyptian side was headed by N. N." */
final class MeetingSequels {
    /** How many sentences behind an occasion speak of it. */
    private static final int SENTENCES = 2;
    /** How far a sentence is read. */
    private static final int REACH = 60;
    /** How many words may stand between the side and who heads it. */
    private static final int GAP = 8;

    private final Reading reading;
    private final Text text;
    private final Tape tape;
    private final PartyList lists;
    private final int sequels;
    private final int heads;
    private final int parts;
    private final int events;

    MeetingSequels(Reading reading) {
        this.reading = reading;
        this.text = reading.text();
        this.tape = reading.tape();
        this.lists = new PartyList(reading);
        Language language = reading.language();
        this.sequels = language.symbol("meeting-roles.sequel");
        this.heads = language.symbol("side-heads");
        this.parts = language.symbol("meeting-parts");
        this.events = language.symbol("events");
    }

    /** Adds those whom the sentences behind an occasion name. */
    void read(Occasion occasion) {
        follow(occasion);
        lists.settle(occasion);
    }

    private void follow(Occasion occasion) {
        int sentence = reading.sentenceOf(occasion.head);
        int from = occasion.governor >= 0 ? occasion.governor : occasion.reach;
        sides(occasion, from, Math.min(text.sentenceEnd(occasion.head), from + REACH));
        for (int s = sentence + 1; s <= sentence + SENTENCES; s++) {
            int start = text.sentenceStart(s);
            int end = start < text.size() ? Math.min(text.sentenceEnd(start), start + REACH) : start;
            if (start >= text.size() || text.inTitle(occasion.head) || isOther(start, end)) {
                return;
            }
            for (int token = start; token < Math.min(end, start + 2); token++) {
                int link = reading.find(token, sequels);
                if (link >= 0) {
                    lists.addAll(occasion, behind(tape.end(link), end), Optional.empty());
                }
            }
            sides(occasion, start, end);
        }
    }

    /** Whether a sentence tells of an occasion that was not named before. */
    private boolean isOther(int start, int end) {
        for (int token = start; token < end; token++) {
            int event = reading.find(token, events);
            if (event >= 0 && !reading.isDefinite(token) && !reading.isDefinite(tape.end(event) - 1)) {
                return true;
            }
        }
        return false;
    }

    private List<Mention> behind(int from, int end) {
        for (int token = from; token < Math.min(end, from + 3); token++) {
            Optional<Mention> first = StatementFinder.mentionAt(reading, token);
            if (first.isPresent()) {
                // "On the Egyptian side N. N. attended it": the side is told with him.
                boolean side =
                        first.get().head.map(head -> head.entry().is("side")).orElse(false);
                return side ? List.of() : lists.list(token);
            }
        }
        return List.of();
    }

    /** "N. N. headed the Egyptian side": behind the verb stand the side and who heads it. */
    private void sides(Occasion occasion, int start, int end) {
        for (int token = start; token < end; token++) {
            int part = reading.find(token, parts);
            if (part >= 0) {
                part(occasion, tape.end(part), end);
            }
            if (reading.find(token, heads) < 0) {
                continue;
            }
            Optional<Mention> side =
                    StatementFinder.mentionAt(reading, token + 1).filter(MeetingSequels::isSide);
            int from = side.map(Mention::ownTo).orElse(end);
            for (int next = from; next < Math.min(end, from + GAP); next++) {
                Optional<Mention> head = StatementFinder.mentionAt(reading, next);
                if (head.isPresent() && head.get().isPerson()) {
                    lists.add(occasion, side.get(), Optional.empty());
                    lists.add(occasion, head.get(), Optional.empty());
                    break;
                }
            }
        }
    }

    /** "For the Egyptian side N. N.": behind the adjective stands who is there for it. */
    private void part(Occasion occasion, int adjective, int end) {
        int hit = reading.hit(adjective, WordClass.STATE_ADJECTIVE.bit(), false);
        int from = hit < 0 ? adjective + 1 : tape.end(hit);
        for (int next = from; next < Math.min(end, from + GAP / 2); next++) {
            Optional<Mention> person = StatementFinder.mentionAt(reading, next).filter(Mention::isPerson);
            if (person.isPresent()) {
                lists.addWhole(occasion, person.get(), Optional.empty());
                return;
            }
        }
    }

    private static boolean isSide(Mention mention) {
        return mention.head
                .map(head -> head.entry().is("side") || head.entry().is("delegation"))
                .orElse(false);
    }
}
