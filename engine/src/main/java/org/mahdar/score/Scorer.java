package org.mahdar.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.score.Difference.Sort;
import org.mahdar.score.Lines.Document;
import org.mahdar.score.Lines.Judged;
import org.mahdar.score.Lines.Met;
import org.mahdar.score.Lines.Said;
import org.mahdar.score.Lines.Stance;
import org.mahdar.score.Lines.When;
import org.mahdar.score.Overlap.Pair;
import org.mahdar.score.Score.Count;
import org.mahdar.score.Score.Layer;
import org.mahdar.score.Score.Share;

/**
 * The scoring protocol: lines are paired one to one, best overlap first, and then compared.
 *
 * <ul>
 *   <li>statements: overlap of content; <i>found</i> from 0.5, <i>C80</i> from 0.8, <i>said+who</i> found with the right
 *       speaker, <i>E2E</i> C80 with the right speaker;
 *   <li>times: any overlap, then the value;
 *   <li>meetings: any mention overlaps, then participants as sets, status, date;
 *   <li>positions: overlap from 0.5, then party, then act;
 *   <li>papers: any overlap; assessments: overlap from 0.3, then polarity.
 * </ul>
 */
public final class Scorer {
    private static final double FOUND = 0.5;
    private static final double WHOLE = 0.8;
    private static final double SOME = 0.3;
    private static final double ANY = 1e-9;

    private final Lines gold;
    private final Lines said;
    private final List<Difference> differences = new ArrayList<>();

    private Scorer(Lines gold, Lines said) {
        this.gold = gold;
        this.said = said;
    }

    /**
     * One story compared.
     *
     * @param id the story
     * @param score in counts
     * @param differences layer by layer: the lines that make the score less than whole
     */
    public record Result(String id, Score score, List<Difference> differences) {
        /** Copies the differences. */
        public Result {
            differences = List.copyOf(differences);
        }
    }

    /** Compares minutes with what people say. */
    public static Result compare(Lines gold, Minutes minutes) {
        int length = minutes.story().text().length();
        List<Span> spans = Stream.concat(
                        minutes.findings().stream().flatMap(finding -> finding.spans().stream()),
                        minutes.actors().stream().flatMap(actor -> actor.mentions().stream()))
                .toList();
        int fit = (int) spans.stream().filter(span -> span.end() <= length).count();
        return new Scorer(gold, Lines.of(minutes)).result(new Share("traceable", fit, spans.size()));
    }

    /** Compares two readings of a story; what the second says of other stories is not asked. */
    public static Result compare(Lines gold, Lines said) {
        return new Scorer(gold, said).result(new Share("traceable", 0, 0));
    }

    private Result result(Share traceable) {
        List<Layer> layers = List.of(statements(), times(), meetings(), positions(), papers(), assessments());
        return new Result(gold.id(), new Score(1, layers, traceable), differences);
    }

    private Layer statements() {
        List<Pair> pairs = Overlap.pair(
                gold.statements(), said.statements(), (g, s) -> Overlap.jaccard(g.content(), s.content()), FOUND);
        int whole = 0;
        int who = 0;
        int both = 0;
        int kind = 0;
        for (Pair pair : pairs) {
            Said g = gold.statements().get(pair.gold());
            Said s = said.statements().get(pair.said());
            boolean sameSpeaker = sameSpeaker(g, s);
            boolean sameContent = pair.likeness() >= WHOLE;
            who += sameSpeaker ? 1 : 0;
            whole += sameContent ? 1 : 0;
            both += sameSpeaker && sameContent ? 1 : 0;
            kind += g.kind().equals(s.kind()) ? 1 : 0;
            if (!sameSpeaker) {
                wrong("statements", g.content(), s.content(), said("speaker", g.speaker(), s.speaker()));
            }
            if (!sameContent) {
                wrong("statements", g.content(), s.content(), "content");
            }
            if (!g.kind().equals(s.kind())) {
                wrong("statements", g.content(), s.content(), said("kind", g.kind(), s.kind()));
            }
        }
        unpaired("statements", pairs, gold.statements(), said.statements(), Said::content, Said::speaker);
        int saidCount = said.statements().size();
        int goldCount = gold.statements().size();
        return new Layer(
                "statements",
                goldCount,
                saidCount,
                List.of(
                        new Count("found", pairs.size(), saidCount, goldCount),
                        new Count("C80", whole, saidCount, goldCount),
                        new Count("said+who", who, saidCount, goldCount),
                        new Count("E2E", both, saidCount, goldCount)),
                List.of(new Share("speaker", who, pairs.size()), new Share("kind", kind, pairs.size())));
    }

    /** The names agree, or the words with which both sides name the speaker in this story overlap. */
    private boolean sameSpeaker(Said g, Said s) {
        if (!g.speaker().isEmpty() && !s.speaker().isEmpty() && Names.close(g.speaker(), s.speaker())) {
            return true;
        }
        List<Span> wanted = sources(gold, g.speaker());
        List<Span> got = new ArrayList<>(s.mentions().orElseGet(() -> sources(said, s.speaker())));
        s.source().ifPresent(got::add);
        return Overlap.touch(wanted, got);
    }

    private static List<Span> sources(Lines lines, String speaker) {
        return lines.statements().stream()
                .filter(statement -> statement.speaker().equals(speaker))
                .map(Said::source)
                .flatMap(Optional::stream)
                .toList();
    }

    private Layer times() {
        List<Pair> pairs = Overlap.pair(gold.times(), said.times(), (g, s) -> jaccard(g.span(), s.span()), ANY);
        int value = 0;
        for (Pair pair : pairs) {
            When g = gold.times().get(pair.gold());
            When s = said.times().get(pair.said());
            if (g.value().equals(s.value())) {
                value++;
            } else {
                wrong("times", List.of(g.span()), List.of(s.span()), said("value", g.value(), s.value()));
            }
        }
        unpaired("times", pairs, gold.times(), said.times(), t -> List.of(t.span()), When::value);
        int saidCount = said.times().size();
        int goldCount = gold.times().size();
        return new Layer(
                "times",
                goldCount,
                saidCount,
                List.of(
                        new Count("overlap", pairs.size(), saidCount, goldCount),
                        new Count("value", value, saidCount, goldCount)),
                List.of());
    }

    private Layer meetings() {
        List<Pair> pairs = Overlap.pair(
                gold.meetings(),
                said.meetings(),
                (g, s) ->
                        (g.trigger().overlaps(s.trigger()) ? 2 : 0) + (Overlap.touch(mentions(g), mentions(s)) ? 1 : 0),
                1);
        int status = 0;
        int date = 0;
        int dated = 0;
        int hits = 0;
        int wanted = 0;
        int got = 0;
        for (Pair pair : pairs) {
            Met g = gold.meetings().get(pair.gold());
            Met s = said.meetings().get(pair.said());
            if (g.status().equals(s.status())) {
                status++;
            } else {
                wrong("meetings", List.of(g.trigger()), List.of(s.trigger()), said("status", g.status(), s.status()));
            }
            if (!g.date().isEmpty()) {
                dated++;
                date += g.date().equals(s.date()) ? 1 : 0;
            }
            if (!g.date().equals(s.date())) {
                wrong("meetings", List.of(g.trigger()), List.of(s.trigger()), said("date", g.date(), s.date()));
            }
            int same = Overlap.pair(g.participants(), s.participants(), (a, b) -> Names.close(a, b) ? 1 : 0, FOUND)
                    .size();
            hits += same;
            wanted += g.participants().size();
            got += s.participants().size();
            if (same < Math.max(g.participants().size(), s.participants().size())) {
                wrong(
                        "meetings",
                        List.of(g.trigger()),
                        List.of(s.trigger()),
                        said("participants", String.join(", ", g.participants()), String.join(", ", s.participants())));
            }
        }
        unpaired("meetings", pairs, gold.meetings(), said.meetings(), m -> List.of(m.trigger()), Met::status);
        int saidCount = said.meetings().size();
        int goldCount = gold.meetings().size();
        return new Layer(
                "meetings",
                goldCount,
                saidCount,
                List.of(
                        new Count("found", pairs.size(), saidCount, goldCount),
                        new Count("participants", hits, got, wanted)),
                List.of(new Share("status", status, pairs.size()), new Share("date", date, dated)));
    }

    private static List<Span> mentions(Met meeting) {
        List<Span> all = new ArrayList<>(meeting.also());
        all.add(meeting.trigger());
        return all;
    }

    private Layer positions() {
        List<Pair> pairs =
                Overlap.pair(gold.positions(), said.positions(), (g, s) -> jaccard(g.span(), s.span()), FOUND);
        int party = 0;
        int act = 0;
        for (Pair pair : pairs) {
            Stance g = gold.positions().get(pair.gold());
            Stance s = said.positions().get(pair.said());
            boolean sameParty = Names.close(g.party(), s.party());
            boolean sameAct = g.act().equals(s.act());
            party += sameParty ? 1 : 0;
            act += sameParty && sameAct ? 1 : 0;
            if (!sameParty) {
                wrong("positions", List.of(g.span()), List.of(s.span()), said("party", g.party(), s.party()));
            }
            if (!sameAct) {
                wrong("positions", List.of(g.span()), List.of(s.span()), said("act", g.act(), s.act()));
            }
        }
        unpaired("positions", pairs, gold.positions(), said.positions(), p -> List.of(p.span()), Stance::party);
        int saidCount = said.positions().size();
        int goldCount = gold.positions().size();
        return new Layer(
                "positions",
                goldCount,
                saidCount,
                List.of(
                        new Count("found", pairs.size(), saidCount, goldCount),
                        new Count("+party", party, saidCount, goldCount),
                        new Count("+act", act, saidCount, goldCount)),
                List.of());
    }

    private Layer papers() {
        List<Pair> pairs = Overlap.pair(gold.papers(), said.papers(), (g, s) -> jaccard(g.span(), s.span()), ANY);
        unpaired("papers", pairs, gold.papers(), said.papers(), p -> List.of(p.span()), Document::kind);
        int saidCount = said.papers().size();
        int goldCount = gold.papers().size();
        return new Layer(
                "papers",
                goldCount,
                saidCount,
                List.of(new Count("found", pairs.size(), saidCount, goldCount)),
                List.of());
    }

    private Layer assessments() {
        List<Pair> pairs =
                Overlap.pair(gold.assessments(), said.assessments(), (g, s) -> jaccard(g.span(), s.span()), SOME);
        int polarity = 0;
        for (Pair pair : pairs) {
            Judged g = gold.assessments().get(pair.gold());
            Judged s = said.assessments().get(pair.said());
            if (g.polarity().equals(s.polarity())) {
                polarity++;
            } else {
                wrong(
                        "assessments",
                        List.of(g.span()),
                        List.of(s.span()),
                        said("polarity", g.polarity(), s.polarity()));
            }
        }
        unpaired("assessments", pairs, gold.assessments(), said.assessments(), a -> List.of(a.span()), Judged::by);
        int saidCount = said.assessments().size();
        int goldCount = gold.assessments().size();
        return new Layer(
                "assessments",
                goldCount,
                saidCount,
                List.of(new Count("found", pairs.size(), saidCount, goldCount)),
                List.of(new Share("polarity", polarity, pairs.size())));
    }

    private static double jaccard(Span a, Span b) {
        return Overlap.jaccard(List.of(a), List.of(b));
    }

    private void wrong(String layer, List<Span> wanted, List<Span> got, String what) {
        differences.add(new Difference(layer, Sort.WRONG, wanted, got, what));
    }

    private static String said(String what, String wanted, String got) {
        return what + ": " + (wanted.isEmpty() ? "-" : wanted) + " / " + (got.isEmpty() ? "-" : got);
    }

    private <T> void unpaired(
            String layer,
            List<Pair> pairs,
            List<T> goldLines,
            List<T> saidLines,
            Function<T, List<Span>> spans,
            Function<T, String> what) {
        List<Difference> found = new ArrayList<>();
        for (T line : rest(goldLines, pairs, Pair::gold)) {
            found.add(new Difference(layer, Sort.MISS, spans.apply(line), List.of(), what.apply(line)));
        }
        for (T line : rest(saidLines, pairs, Pair::said)) {
            found.add(new Difference(layer, Sort.DECOY, List.of(), spans.apply(line), what.apply(line)));
        }
        found.sort(Comparator.comparing(Difference::span));
        differences.addAll(found);
    }

    /** The lines that are in no pair. */
    private static <T> List<T> rest(List<T> lines, List<Pair> pairs, ToIntFunction<Pair> side) {
        Set<Integer> taken = new HashSet<>();
        pairs.forEach(pair -> taken.add(side.applyAsInt(pair)));
        List<T> out = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!taken.contains(i)) {
                out.add(lines.get(i));
            }
        }
        return out;
    }
}
