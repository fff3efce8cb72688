package org.mahdar.app.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.dossier.Document;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Round;
import org.mahdar.app.dossier.Saying;
import org.mahdar.app.dossier.Stand;
import org.mahdar.model.Minutes;
import org.mahdar.model.Position;

/**
 * What a dossier takes of the minutes of an archive: the lines that it is made of, its issues on the positions. Times stay
 * with the stories whose lines are taken; statements that a position lies in stay with it.
 */
public final class Extract {
    private final Map<String, Set<String>> lines = new HashMap<>();
    private final Map<String, String> issues = new HashMap<>();

    /** Of a dossier. */
    public Extract(Dossier dossier) {
        dossier.loose().forEach(this::take);
        for (Round round : dossier.rounds()) {
            round.lines().forEach(this::take);
        }
        for (Document paper : dossier.papers()) {
            paper.lines().forEach(this::take);
        }
        for (Saying saying : dossier.statements()) {
            saying.carriers().forEach(carrier -> take(carrier.line()));
        }
        dossier.assessments().forEach(judgement -> judgement.lines().forEach(this::take));
        for (Stand stand : dossier.positions().stands()) {
            for (org.mahdar.app.dossier.Line line : stand.lines()) {
                take(line);
                if (!stand.issue().isEmpty()) {
                    issues.put(line.story() + "." + line.id(), stand.issue());
                }
            }
        }
    }

    private void take(org.mahdar.app.dossier.Line line) {
        lines.computeIfAbsent(String.valueOf(line.story()), story -> new HashSet<>())
                .add(line.id());
    }

    /** The entry as far as it belongs to the dossier; empty where none of it does. */
    public Optional<Entry> of(Entry entry) {
        Set<String> wanted = lines.getOrDefault(entry.story(), Set.of());
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Minutes m = entry.minutes();
        List<Position> positions = m.positions().stream()
                .filter(p -> wanted.contains(p.id()))
                .map(p -> withIssue(entry.story(), p))
                .toList();
        Set<String> around = new HashSet<>(wanted);
        positions.forEach(p -> p.statement().ifPresent(around::add));
        Minutes part = new Minutes(
                m.story(),
                m.pack(),
                m.actors(),
                m.times(),
                m.statements().stream().filter(s -> around.contains(s.id())).toList(),
                m.meetings().stream().filter(o -> wanted.contains(o.id())).toList(),
                positions,
                m.papers().stream().filter(p -> wanted.contains(p.id())).toList(),
                m.assessments().stream().filter(a -> wanted.contains(a.id())).toList(),
                m.problems());
        return Optional.of(
                new Entry(entry.story(), entry.revision(), entry.engine(), entry.readAt(), part, entry.readers()));
    }

    private Position withIssue(String story, Position p) {
        String issue = issues.getOrDefault(story + "." + p.id(), p.issue());
        return new Position(p.id(), p.party(), p.act(), p.content(), issue, p.statement(), p.evidence());
    }
}
