package org.mahdar.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything found in one story, each list in text order.
 *
 * @param story what was read
 * @param pack version of the language pack that read it, such as {@code ar-2026.1}
 * @param actors who acts and speaks
 * @param times when
 * @param statements who said what
 * @param meetings who met whom
 * @param positions what each side wants, offers, refuses
 * @param papers documents in play
 * @param assessments how the talks are judged
 * @param problems what stayed open
 */
public record Minutes(
        Story story,
        String pack,
        List<Actor> actors,
        List<TimeExpression> times,
        List<Statement> statements,
        List<Meeting> meetings,
        List<Position> positions,
        List<Paper> papers,
        List<Assessment> assessments,
        List<Problem> problems) {
    /** Copies the lists. */
    public Minutes {
        actors = List.copyOf(actors);
        times = List.copyOf(times);
        statements = List.copyOf(statements);
        meetings = List.copyOf(meetings);
        positions = List.copyOf(positions);
        papers = List.copyOf(papers);
        assessments = List.copyOf(assessments);
        problems = List.copyOf(problems);
    }

    /** Every line of these minutes in text order; lines that begin at the same place in the order of the record. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        all.addAll(times);
        all.addAll(statements);
        all.addAll(meetings);
        all.addAll(positions);
        all.addAll(papers);
        all.addAll(assessments);
        all.sort(Comparator.comparing(finding -> finding.span().start()));
        return all;
    }

    /** The actor with this {@link Actor#ref()}. */
    public Actor actor(String ref) {
        for (Actor actor : actors) {
            if (actor.ref().equals(ref)) {
                return actor;
            }
        }
        throw new IllegalArgumentException("These minutes have no actor " + ref);
    }
}
