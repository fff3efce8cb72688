package org.mahdar.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.PatternSet;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;

/** Finds the documents in play: the nouns that name them by patterns, then how far their names reach, who made them and what became of them. */
final class PaperFinder {
    private final PatternSet patterns;
    private final int papers;
    private final int none;
    private final int sport;

    PaperFinder(Language language) {
        this.patterns = language.patterns("paper");
        this.papers = language.symbol("papers");
        this.none = language.symbol("no-papers");
        this.sport = language.symbol("sport");
    }

    /** The documents of a story, in text order of their fullest mentions. */
    List<Document> find(Reading reading, List<Mention> who, List<Draft> said, Times when) {
        if (Sport.isOf(reading, sport)) {
            return List.of();
        }
        PaperReader reader = new PaperReader(reading, new Topics(reading, who, said), when);
        List<Document> mentions = new ArrayList<>();
        for (Document mention : mentions(reading).values()) {
            reader.read(mention);
            mentions.add(mention);
        }
        return new Documents(reading).join(mentions);
    }

    private NavigableMap<Integer, Document> mentions(Reading reading) {
        Tape tape = reading.tape();
        BitSet lookalikes = new BitSet();
        for (int token = 0; token < reading.size(); token++) {
            int hit = tape.find(token, none);
            if (hit >= 0) {
                lookalikes.set(token, tape.end(hit));
            }
        }
        NavigableMap<Integer, Document> found = new TreeMap<>();
        Matcher matcher = reading.matcher();
        Predicate<Matcher> taker = match -> take(reading, match, lookalikes, found);
        for (int token = 0; token < reading.size(); token++) {
            patterns.firstThat(matcher, tape, token, taker);
        }
        return found;
    }

    private boolean take(Reading reading, Matcher match, BitSet lookalikes, NavigableMap<Integer, Document> found) {
        int head = match.start("paper");
        Map.Entry<Integer, Document> before = found.lowerEntry(head);
        int covered = before == null ? -1 : before.getValue().headEnd;
        boolean annexed = covered == head && !reading.opensWithConjunction(head);
        if (lookalikes.get(head) || found.containsKey(head) || covered > head || annexed) {
            return false;
        }
        Optional<Term> word = word(reading, match);
        if (word.isEmpty()) {
            return false;
        }
        Document document = new Document(match, word.get(), match.end("paper"));
        for (String label : match.pattern().labels()) {
            if (match.start(label) >= 0 && match.end(label) > match.start(label)) {
                document.steps.add(reading.step(label, match.start(label), match.end(label)));
            }
        }
        found.put(head, document);
        return true;
    }

    private Optional<Term> word(Reading reading, Matcher match) {
        Tape tape = reading.tape();
        int from = match.start("paper");
        for (int hit = tape.first(from); hit >= 0; hit = tape.next(hit)) {
            boolean fits = tape.end(hit) == match.end("paper") && tape.has(hit, papers);
            boolean adjective = fits
                    && (reading.term(hit).is("first")
                            || (reading.term(hit).is("poss") && (tape.clitics(hit) & Letters.ARTICLE) != 0));
            if (fits && !adjective) {
                return Optional.of(reading.term(hit));
            }
        }
        return Optional.empty();
    }
}
