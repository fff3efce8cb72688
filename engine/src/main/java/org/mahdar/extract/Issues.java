package org.mahdar.extract;

import org.mahdar.text.Text;

/** Names the matter of a stance in the story's words: a word of negotiation or dispute with what describes it. */
final class Issues {
    /** How many tokens before a stance its matter may stand, where it does not name one itself. */
    private static final int BEFORE = 15;
    /** How many words may describe a matter. */
    private static final int DESCRIBED = 2;

    private static final long STATES = WordClass.bits(WordClass.STATE, WordClass.STATE_ADJECTIVE);

    private final Reading reading;
    private final Text text;
    private final int issue;
    private final int masdar;
    private final int standpoint;

    Issues(Reading reading) {
        this.reading = reading;
        this.text = reading.text();
        this.issue = reading.language().symbol("issues");
        this.standpoint = reading.language().symbol("standpoints");
        this.masdar = reading.language().symbol("stances.masdar");
    }

    /** The matter of the stance whose words are these tokens; empty where neither they nor those before them name one. */
    String of(int from, int to) {
        for (int token = from; token < to; token++) {
            if (isMatter(token)) {
                return words(token, to);
            }
        }
        int floor = Math.max(text.sentenceStart(text.sentence(from)), from - BEFORE);
        for (int token = from - 1; token >= floor; token--) {
            if (isMatter(token)) {
                return words(token, from);
            }
        }
        return "";
    }

    /** Whether the word is a matter, and neither the stance itself ("support", "refusal") nor an adjective ("nuclear"). */
    private boolean isMatter(int token) {
        boolean stance = reading.find(token, standpoint) >= 0
                || (reading.find(token, masdar) >= 0 && !reading.isDefinite(token));
        return reading.find(token, issue) >= 0 && !stance && !isRelation(token);
    }

    private String words(int token, int limit) {
        int end = Math.min(limit, reading.tape().end(reading.find(token, issue)));
        boolean owned = end < limit && reading.isDefinite(end) && !reading.opensWithConjunction(end);
        if (owned && !reading.isDefinite(end - 1)) {
            end++;
        }
        for (int step = 0; step < DESCRIBED && end < limit && describes(end); step++) {
            end++;
        }
        boolean joined = reading.prepositionOf(token) != 0;
        int start = joined
                ? ContentPieces.afterPreposition(reading, token)
                : text.start(token) + (reading.opensWithConjunction(token) ? 1 : 0);
        return text.raw().substring(start, text.end(end - 1));
    }

    private boolean describes(int token) {
        boolean relation = reading.isDefinite(token) && isRelation(token) && !reading.is(token, WordClass.RELATIVE);
        return reading.isWord(token) && (relation || reading.isAny(token, STATES));
    }

    /** Whether the word is an adjective of relation; nouns on the other i are written with another letter. */
    private boolean isRelation(int token) {
        return reading.ends("relation", token) && !reading.endsLikeVerb(token);
    }
}
