package org.mahdar.app.dossier;

import java.util.List;

/**
 * One negotiation, as the minutes of many stories tell it.
 *
 * @param parties who takes part, those asked for first, then by how often they are named
 * @param rounds occasions, the latest first
 * @param loose lines that speak of talks without saying which
 * @param positions who wants, offers, refuses what
 * @param papers documents, those that most texts speak of first
 * @param statements what was said, the latest first
 * @param assessments how the talks were judged, in order of time
 * @param coverage what all this rests on
 */
public record Dossier(
        List<Party> parties,
        List<Round> rounds,
        List<Line> loose,
        Ledger positions,
        List<Document> papers,
        List<Saying> statements,
        List<Judgement> assessments,
        Coverage coverage) {
    /** Copies the lists. */
    public Dossier {
        parties = List.copyOf(parties);
        rounds = List.copyOf(rounds);
        loose = List.copyOf(loose);
        papers = List.copyOf(papers);
        statements = List.copyOf(statements);
        assessments = List.copyOf(assessments);
    }
}
