package org.mahdar.app.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mahdar.app.archive.StoryInfo;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.dossier.Known;
import org.mahdar.app.search.Answer;
import org.mahdar.app.search.Facet;
import org.mahdar.app.search.Level;
import org.mahdar.app.search.Marks;
import org.mahdar.app.view.Row;
import org.mahdar.correct.Corrected;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;

/** What a search has found, as pages show it. */
final class Hits {
    private Hits() {}

    /**
     * Something found.
     *
     * @param info its story
     * @param card the line; empty where a story was sought
     * @param pieces the words, those that match told apart
     * @param matched how words match that do not stand there as they were typed
     * @param carriers in how many stories of this page the same is said
     */
    record Hit(StoryInfo info, Optional<StoryView.Card> card, List<Piece> pieces, List<String> matched, int carriers) {
        String address() {
            return card.map(StoryView.Card::address).orElse("/stories/" + info.no());
        }
    }

    /** Some words, and whether they match. */
    record Piece(String text, boolean hit) {}

    /** The same words of the same speaker come once. */
    static List<Hit> of(Desk.Results results) {
        Map<String, Hit> out = new LinkedHashMap<>();
        for (Desk.Found found : results.found()) {
            Hit hit = hit(found);
            StringBuilder key = new StringBuilder();
            hit.card()
                    .ifPresent(card -> card.row()
                            .who()
                            .forEach(who -> key.append(who.name()).append('|')));
            hit.pieces().forEach(piece -> key.append(piece.text()));
            if (hit.card().isEmpty()) {
                key.append(hit.info().no());
            }
            out.merge(
                    key.toString(),
                    hit,
                    (a, b) -> new Hit(a.info(), a.card(), a.pieces(), a.matched(), a.carriers() + 1));
        }
        return new ArrayList<>(out.values());
    }

    private static Hit hit(Desk.Found found) {
        Minutes minutes = found.read().minutes();
        String text = minutes.story().text();
        Optional<Row> row =
                found.line().map(line -> Row.of(minutes, line, found.hit().line()));
        List<Span> spans = row.map(Row::words).orElseGet(() -> title(minutes));
        List<Piece> pieces = new ArrayList<>();
        for (Span span : spans) {
            if (!pieces.isEmpty()) {
                pieces.add(new Piece(" \u2026 ", false));
            }
            pieces(span, found.marks(), text, pieces);
        }
        TreeSet<String> matched = new TreeSet<>();
        for (Marks.Mark mark : found.marks()) {
            if (mark.level() != Level.EXACT) {
                matched.add(mark.asked() + " \u2190 " + mark.span().of(text));
            }
        }
        Optional<StoryView.Card> card = row.map(one -> StoryView.card(
                one,
                minutes,
                LineId.of(
                                found.read().info().no(),
                                one.id(),
                                found.read().machine().revision())
                        .address(),
                Optional.ofNullable(found.read().corrected().states().get(one.id()))
                        .map(Corrected.State::word)
                        .orElse("machine"),
                false,
                List.of()));
        return new Hit(found.read().info(), card, pieces, List.copyOf(matched), 1);
    }

    private static List<Span> title(Minutes minutes) {
        String title = minutes.story().title();
        int end = title.isEmpty() ? Math.min(120, minutes.story().text().length()) : title.length();
        return end == 0 ? List.of() : List.of(new Span(0, end));
    }

    private static void pieces(Span span, List<Marks.Mark> marks, String text, List<Piece> out) {
        int at = span.start();
        for (Marks.Mark mark : marks) {
            if (mark.span().start() >= at && mark.span().end() <= span.end()) {
                if (mark.span().start() > at) {
                    out.add(new Piece(text.substring(at, mark.span().start()), false));
                }
                out.add(new Piece(mark.span().of(text), true));
                at = mark.span().end();
            }
        }
        if (at < span.end()) {
            out.add(new Piece(text.substring(at, span.end()), false));
        }
    }

    /**
     * A value to narrow a search by.
     *
     * @param name for people
     * @param clause what it adds to the query
     */
    record Choice(String name, int count, String clause) {}

    /** What a search may be narrowed by, facet by facet. */
    static Map<Facet, List<Choice>> choices(Answer answer, Ui ui, Known known) {
        Map<Facet, List<Choice>> out = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            List<Choice> choices = new ArrayList<>();
            for (Answer.Count count : answer.facets().getOrDefault(facet, List.of())) {
                if (choices.size() < 8) {
                    String clause = facet.word() + ":\"" + count.key().replace('"', ' ') + "\"";
                    choices.add(new Choice(name(facet, count.key(), ui, known), count.count(), clause));
                }
            }
            if (!choices.isEmpty()) {
                out.put(facet, choices);
            }
        }
        return out;
    }

    private static String name(Facet facet, String key, Ui ui, Known known) {
        return switch (facet) {
            case KIND -> ui.of("one", key).equals(key) ? ui.of("kind", key) : ui.of("one", key);
            case ACT -> ui.of("act", key);
            case STATE -> ui.of("state", key);
            case SPEAKER, PARTY -> name(key, ui, known);
            case ISSUE, OUTLET, PLACE -> key;
        };
    }

    /** How somebody is called whose key is known. */
    static String name(String key, Ui ui, Known known) {
        Optional<String> english = ui.lang().equals("en") ? known.english(key) : Optional.empty();
        return english.or(() -> known.name(key)).orElseGet(() -> key.startsWith("~") ? key.substring(1) : key);
    }
}
