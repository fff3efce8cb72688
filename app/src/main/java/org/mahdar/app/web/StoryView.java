package org.mahdar.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mahdar.app.desk.Read;
import org.mahdar.app.view.Layer;
import org.mahdar.app.view.MarkedText;
import org.mahdar.app.view.Row;
import org.mahdar.correct.Corrected;
import org.mahdar.model.Actor;
import org.mahdar.model.Minutes;
import org.mahdar.model.Position;
import org.mahdar.model.Span;

/**
 * A story as the page shows it: paragraph by paragraph, each with the lines that begin in it.
 *
 * @param minutes what was read
 * @param blocks paragraphs in order
 * @param lines how many lines there are, times left out
 * @param from number of the first line shown, from 1
 * @param next number of the first line of the next page of lines; 0 where there is none
 */
record StoryView(Minutes minutes, List<Block> blocks, int lines, int from, int next) {
    /** How many lines a page shows: more than any story of this world has, fewer than a browser chokes on. */
    static final int MOST = 300;

    /**
     * A paragraph.
     *
     * @param number from 1
     * @param title whether it is the headline
     * @param html its words with their marks
     * @param cards its lines
     * @param times its time expressions
     */
    record Block(int number, boolean title, String html, List<Card> cards, List<Row> times) {}

    /**
     * A line.
     *
     * @param row what it says
     * @param words its words, piece by piece
     * @param address of its own page; empty where it is not kept
     * @param state what readers said of it: {@code machine}, {@code confirmed}, {@code corrected}, {@code added} or {@code
     *     rejected}
     * @param undo whether the last thing that was said of it can be taken back
     * @param inside positions that lie in this statement
     */
    record Card(Row row, List<String> words, String address, String state, boolean undo, List<Card> inside) {
        String id() {
            return row.id();
        }

        /** The name of its form of underline and colour. */
        String layer() {
            return row.layer().word();
        }
    }

    /** A story that is kept, as it stands after its corrections. */
    static StoryView of(Read read, int from) {
        return of(read.minutes(), new Kept(read), from);
    }

    /**
     * What is known of a story that is kept.
     *
     * @param read what was read and corrected
     */
    private record Kept(Read read) {
        String address(Row row) {
            return LineId.of(read.info().no(), row.id(), read.machine().revision())
                    .address();
        }

        String state(Row row) {
            return Optional.ofNullable(read.corrected().states().get(row.id()))
                    .map(Corrected.State::word)
                    .orElse("machine");
        }

        boolean undo(Row row) {
            return Lines.undoable(read, row.id()).isPresent();
        }
    }

    /** A story that is not kept. */
    static StoryView of(Minutes minutes) {
        return of(minutes, null, 1);
    }

    private static StoryView of(Minutes minutes, @Nullable Kept kept, int from) {
        List<Row> rows = new ArrayList<>();
        List<Row> times = new ArrayList<>();
        for (Row row : Row.of(minutes)) {
            (row.layer() == Layer.TIMES ? times : rows).add(row);
        }
        rows.sort(Comparator.comparing(StoryView::place)
                .thenComparing(row -> row.layer().word()));
        int first = Math.min(Math.max(from, 1), Math.max(1, rows.size()));
        List<Row> shown = rows.subList(first - 1, Math.min(rows.size(), first - 1 + MOST));
        List<Row> marked = new ArrayList<>(shown);
        times.subList(Math.min(times.size(), MOST), times.size()).clear();
        marked.addAll(times);
        List<MarkedText.Paragraph> paragraphs =
                new MarkedText(minutes.story(), marked, actors(minutes, shown), "").paragraphs();
        Map<Integer, List<Card>> cards = new TreeMap<>();
        Map<String, List<Card>> inside = new HashMap<>();
        Set<String> statements = new HashSet<>();
        shown.stream().filter(row -> row.layer() == Layer.STATEMENTS).forEach(row -> statements.add(row.id()));
        for (Row row : shown) {
            Optional<String> within = within(row).filter(statements::contains);
            if (within.isPresent()) {
                inside.computeIfAbsent(within.get(), key -> new ArrayList<>()).add(card(row, minutes, kept, List.of()));
            }
        }
        for (Row row : shown) {
            if (within(row).filter(statements::contains).isEmpty()) {
                cards.computeIfAbsent(paragraph(paragraphs, place(row)), key -> new ArrayList<>())
                        .add(card(row, minutes, kept, inside.getOrDefault(row.id(), List.of())));
            }
        }
        Map<Integer, List<Row>> timesIn = new TreeMap<>();
        times.forEach(row -> timesIn.computeIfAbsent(paragraph(paragraphs, place(row)), key -> new ArrayList<>())
                .add(row));
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            blocks.add(new Block(
                    i + 1,
                    paragraphs.get(i).title(),
                    paragraphs.get(i).html(),
                    cards.getOrDefault(i, List.of()),
                    timesIn.getOrDefault(i, List.of())));
        }
        int next = first + MOST <= rows.size() ? first + MOST : 0;
        return new StoryView(minutes, blocks, rows.size(), first, next);
    }

    private static Card card(Row row, Minutes minutes, @Nullable Kept kept, List<Card> inside) {
        return kept == null
                ? card(row, minutes, "", "machine", false, inside)
                : card(row, minutes, kept.address(row), kept.state(row), kept.undo(row), inside);
    }

    /** The statement in which a position lies. */
    private static Optional<String> within(Row row) {
        return row.finding() instanceof Position position ? position.statement() : Optional.empty();
    }

    /** A line with those that lie in it. */
    static Card card(Row row, Minutes minutes, String address, String state, boolean undo, List<Card> inside) {
        String text = minutes.story().text();
        return new Card(row, row.words().stream().map(span -> span.of(text)).toList(), address, state, undo, inside);
    }

    private static Span place(Row row) {
        return row.words().isEmpty() ? row.finding().span() : row.words().get(0);
    }

    /** Those whom the lines name; each with its mentions. */
    private static List<Actor> actors(Minutes minutes, List<Row> rows) {
        Set<String> refs = new HashSet<>();
        rows.forEach(row -> row.who().forEach(who -> refs.add(who.ref())));
        return minutes.actors().stream()
                .filter(actor -> refs.contains(actor.ref()))
                .toList();
    }

    private static int paragraph(List<MarkedText.Paragraph> paragraphs, Span place) {
        int low = 0;
        int high = paragraphs.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (paragraphs.get(middle).span().end() <= place.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
