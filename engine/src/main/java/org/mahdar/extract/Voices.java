package org.mahdar.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Span;
import org.mahdar.text.Text;

/** Says for each token of a story in whose words it stands: in those of a statement, or in the story's own. */
final class Voices {
    private static final int NOBODY = -1;

    private final List<Draft> drafts;
    private final int[] at;

    Voices(Reading reading, List<Draft> drafts) {
        this.drafts = List.copyOf(drafts);
        this.at = new int[reading.size() + 1];
        Arrays.fill(at, NOBODY);
        Text text = reading.text();
        for (int d = 0; d < drafts.size(); d++) {
            for (Span piece : drafts.get(d).content) {
                Arrays.fill(at, text.tokenAt(piece.start()), text.tokenAt(piece.end()), d);
            }
        }
    }

    /** The statement in whose content the token stands. */
    Optional<Draft> at(int token) {
        return isOwn(token) ? Optional.empty() : Optional.of(drafts.get(at[token]));
    }

    /** Whether the token stands in the story's own words. */
    boolean isOwn(int token) {
        return at[token] == NOBODY;
    }

    /** Whether both tokens stand in the same statement, or both in the story's own words. */
    boolean isSame(int token, int other) {
        return at[token] == at[other];
    }
}
