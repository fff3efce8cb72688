package org.mahdar.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mahdar.app.archive.WordDiff;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.search.Answer;
import org.mahdar.app.search.Facet;
import org.mahdar.app.search.Level;
import org.mahdar.app.search.QueryFault;
import org.mahdar.app.search.Request;

/**
 * How somebody words one issue over time.
 *
 * @param issues on which there are words, with how many lines, the most frequent first
 * @param steps the words on the issue that was asked for, the oldest first
 */
record Wording(List<Answer.Count> issues, List<Step> steps) {
    private static final int MOST = 200;

    /**
     * Words, and how they differ from those before.
     *
     * @param hit the line
     * @param pieces its words, those that are new and those that are gone told apart
     */
    record Step(Hits.Hit hit, List<WordDiff.Piece> pieces) {}

    /** Of somebody; whether they speak themselves or somebody speaks for them. */
    static Wording of(Desk desk, String key, Optional<String> issue) throws QueryFault {
        String theirs = "kind:position (speaker:\"" + key + "\" OR party:\"" + key + "\")";
        List<Answer.Count> issues =
                desk.search(request(theirs, 0)).answer().facets().getOrDefault(Facet.ISSUE, List.of());
        if (issue.isEmpty()) {
            return new Wording(issues, List.of());
        }
        String query = theirs + " issue:\"" + issue.get().replace('"', ' ') + "\"";
        List<Hits.Hit> hits = new ArrayList<>(Hits.of(desk.search(request(query, MOST))));
        java.util.Collections.reverse(hits);
        List<Step> steps = new ArrayList<>();
        String before = "";
        for (Hits.Hit hit : hits) {
            String words = hit.pieces().stream().map(Hits.Piece::text).collect(Collectors.joining());
            steps.add(new Step(
                    hit,
                    before.isEmpty()
                            ? List.of(new WordDiff.Piece(WordDiff.Change.SAME, words))
                            : WordDiff.between(before, words)));
            before = words;
        }
        return new Wording(issues, steps);
    }

    private static Request request(String query, int limit) {
        return new Request(query, Level.FOLDED, false, Request.Order.DATE, 0, limit, limit == 0);
    }
}
