package org.mahdar.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.mahdar.model.Actor;
import org.mahdar.model.Span;

/** Decides which of several statements that claim the same words stay. */
final class Overlaps {
    private static final long PASSED_ON = WordClass.bits(WordClass.ACCORDING, WordClass.FUNCTION);

    /** Acts that are no speech. */
    private static final Set<String> STANCES = Set.of("reject", "accept", "threaten");

    /** How many words may stand between two cues of one content. */
    private static final int MAX_BETWEEN = 2;

    /** How many statements back one is compared with. */
    private static final int MEMORY = 8;

    /** How many words of what is denied may stand before the report that it denies. */
    private static final int MAX_DENIED = 5;

    private final Reading reading;

    Overlaps(Reading reading) {
        this.reading = reading;
    }

    /** Before their contents are cut: one statement for each cue and each content; drafts come in text order of their cues. */
    List<Draft> apart(List<Draft> drafts) {
        List<Draft> near = nearest(reading, passedOn(reading, drafts));
        List<Draft> apart = keep(near, (draft, earlier) -> !isDouble(draft, earlier));
        return keep(apart, (draft, earlier) -> !isAside(reading, draft, earlier));
    }

    /** Afterwards: those that say something, and that are not only part of what another says. */
    List<Draft> outermost(List<Draft> drafts) {
        return keep(drafts, (draft, earlier) -> !draft.content.isEmpty() && !isInside(reading, draft, earlier));
    }

    /** The drafts that pass a test against the few kept before them; few, so that a long story costs no more a line. */
    private static List<Draft> keep(List<Draft> drafts, BiPredicate<Draft, List<Draft>> test) {
        List<Draft> kept = new ArrayList<>();
        for (Draft draft : drafts) {
            if (test.test(draft, kept.subList(Math.max(0, kept.size() - MEMORY), kept.size()))) {
                kept.add(draft);
            }
        }
        return kept;
    }

    /** Somebody whose own words another may report: a person or body by name or office, no state and no crowd. */
    private static boolean isThirdParty(Mention mention) {
        boolean weak = mention.head.isPresent() && mention.head.get().entry().is("weak") && !mention.hasName();
        return (mention.kind == Actor.Kind.PERSON || mention.kind == Actor.Kind.BODY) && !weak;
    }

    /** One of those who issue papers. */
    private static boolean isParty(Mention mention) {
        boolean body = mention.kind == Actor.Kind.STATE || mention.kind == Actor.Kind.BODY;
        return (body && !mention.guess) || !mention.joint.isEmpty();
    }

    /** "According to the agency, two sources said": the agency, or a paper, passes on what they say. */
    private static List<Draft> passedOn(Reading reading, List<Draft> drafts) {
        List<Draft> kept = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft outer = drafts.get(i);
            Draft inner = i + 1 < drafts.size() ? drafts.get(i + 1) : outer;
            boolean passes = outer.verb.isEmpty()
                    && reading.is(outer.cueFrom, WordClass.ACCORDING)
                    && beginsWith(reading, outer, inner)
                    && (inner.isFinite() || !inner.relay.isEmpty())
                    && inner.source.isPresent()
                    && outer.source
                            .filter(source -> source.kind == Actor.Kind.OUTLET
                                    || (source.isPaper() && isParty(inner.source.get())))
                            .isPresent();
            if (passes) {
                outer.source.filter(source -> !source.isPaper()).ifPresent(inner.relay::add);
            } else {
                kept.add(outer);
            }
        }
        return kept;
    }

    /** Whether what one says is that somebody else said something, an auxiliary aside. */
    private static boolean beginsWith(Reading reading, Draft outer, Draft inner) {
        int from = outer.mode.equals("preceding") ? behindSource(reading, outer) : outer.contentFrom;
        return inner.matchFrom == from || (inner.matchFrom == from + 1 && reading.is(from, WordClass.AUXILIARY));
    }

    /** "As the agency passed on, the minister mentioned that": what follows whoever passes it on, at the head of a sentence. */
    private static int behindSource(Reading reading, Draft outer) {
        int end = outer.source.map(source -> Math.max(source.to, outer.matchTo)).orElse(outer.matchTo);
        int next = reading.isComma(end) ? end + 1 : end;
        return reading.beginsClause(outer.cueFrom) ? next : -1;
    }

    /** Of two cues before one content the first is meant, but not where words of its own stand between it and the second. */
    private static List<Draft> nearest(Reading reading, List<Draft> drafts) {
        Map<Integer, Draft> bySaid = new HashMap<>();
        for (Draft draft : drafts) {
            if (draft.saidFrom() >= 0) {
                bySaid.merge(
                        draft.saidFrom(), draft, (first, second) -> isApart(reading, first, second) ? second : first);
            }
        }
        return drafts.stream()
                .filter(draft -> draft.saidFrom() < 0 || bySaid.get(draft.saidFrom()) == draft)
                .toList();
    }

    private static boolean isApart(Reading reading, Draft first, Draft second) {
        int end = first.source.map(source -> Math.max(first.cueTo, source.to)).orElse(first.cueTo);
        boolean guess = first.source.map(source -> source.guess).orElse(false);
        if (second.cueFrom - end <= MAX_BETWEEN && !(guess && second.is("acc"))) {
            return false;
        }
        if (second.isFinite()) {
            // "In answer to …, the minister announced that": not where the second only tells how the first is known.
            boolean aside = reading.isAny(second.cueFrom - 1, PASSED_ON);
            return !aside && (first.governs("weak") || second.governs("say"));
        }
        return second.isParticiple() && second.cueTo + MAX_BETWEEN >= second.saidFrom();
    }

    /** Of two drafts with the same cue or the same first token of content, the one whose cue stands first is kept. */
    private static boolean isDouble(Draft draft, List<Draft> earlier) {
        for (Draft other : earlier) {
            boolean sameCue = other.cueFrom <= draft.cueFrom && draft.cueFrom < other.cueTo;
            if (sameCue || (draft.saidFrom() >= 0 && other.saidFrom() == draft.saidFrom())) {
                return true;
            }
        }
        return false;
    }

    /** "He said, according to the agency, that": the agency only passes the words on. */
    private static boolean isAside(Reading reading, Draft draft, List<Draft> earlier) {
        if (!draft.mode.equals("preceding") || earlier.isEmpty()) {
            return false;
        }
        Draft last = earlier.get(earlier.size() - 1);
        if (draft.source.isEmpty() && reading.sentenceOf(last.cueFrom) == reading.sentenceOf(draft.cueFrom)) {
            // "He said that …, as he put it": the words are his already.
            return true;
        }
        for (Draft other : earlier) {
            if (other.cueFrom < draft.cueFrom && draft.cueTo <= other.saidFrom()) {
                draft.source.ifPresent(other.relay::add);
                return true;
            }
        }
        return false;
    }

    /** "He said that the council refuses to …": what a third one does is told, not what he says; outlets pass such words on. */
    private static boolean isStance(Draft draft, List<Draft> earlier) {
        boolean stance = draft.verb
                .filter(verb -> STANCES.contains(verb.entry().need("act")))
                .isPresent();
        return stance
                && !earlier.isEmpty()
                && earlier.get(earlier.size() - 1)
                        .source
                        .filter(outer -> outer.kind == Actor.Kind.OUTLET)
                        .isEmpty();
    }

    /** "She denied that the front had threatened to": what is denied was not said. */
    private static boolean isDenied(Reading reading, Draft draft, List<Draft> earlier) {
        int start = reading.text().start(draft.cueFrom);
        return earlier.stream()
                .filter(outer -> outer.verb
                        .filter(verb -> verb.entry().need("act").equals("deny"))
                        .isPresent())
                .flatMap(outer -> outer.content.stream().limit(1))
                .anyMatch(piece -> piece.start() <= start
                        && start < piece.end()
                        && draft.cueFrom - reading.text().tokenAt(piece.start()) <= MAX_DENIED);
    }

    /** A report inside another's words counts only where it names its own source. */
    private static boolean isInside(Reading reading, Draft draft, List<Draft> earlier) {
        boolean told = draft.isFinite()
                && draft.source.filter(Overlaps::isThirdParty).isPresent()
                && !isStance(draft, earlier);
        if (told && !isDenied(reading, draft, earlier)) {
            return false;
        }
        int start = reading.text().start(draft.cueFrom);
        boolean behind = draft.mode.equals("preceding");
        Span said = draft.content.get(0);
        for (Draft outer : earlier) {
            for (Span piece : outer.content) {
                // Before the aside, or behind it: "that the deal, according to a source, is ready".
                boolean around = behind
                        && said.start() < piece.end()
                        && piece.start() < said.end()
                        && (piece.end() <= start || outer.content.size() > 1);
                if (around) {
                    draft.source
                            .filter(source -> source.kind == Actor.Kind.OUTLET)
                            .ifPresent(outer.relay::add);
                }
                if (around || (piece.start() <= start && start < piece.end())) {
                    return true;
                }
            }
        }
        return false;
    }
}
