package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mahdar.model.Actor;
import org.mahdar.model.Span;

/**
 * Words in columns with begin-inside-outside tags, for training and comparing taggers: CoNLL-U Plus, whose first line names
 * the columns. Words are runs of letters, marks and digits; every other mark is a word of its own. A word is cut where a span
 * begins or ends inside it, so that the tags say exactly what the minutes say. Offsets are UTF-16 code units.
 */
public final class ConllExport extends TextExport {
    private static final List<String> COLUMNS = List.of(
            "ID",
            "FORM",
            "MAHDAR:START",
            "MAHDAR:END",
            "MAHDAR:ACTOR",
            "MAHDAR:CUE",
            "MAHDAR:SOURCE",
            "MAHDAR:CONTENT",
            "MAHDAR:MEETING",
            "MAHDAR:POSITION",
            "MAHDAR:PAPER",
            "MAHDAR:TIME");
    private static final String SENTENCE_ENDS = ".!?\u061F\u2026\u06D4";
    private static final int FIRST_TAG = 4;

    private boolean started;

    /** Writes to a stream, which it closes. */
    public ConllExport(OutputStream out) {
        super(out);
    }

    /** A stretch of text and what it is tagged with. */
    private record Tagged(Span span, int column, String tag) {}

    @Override
    public void add(Entry entry) throws IOException {
        heading();
        List<Tagged> tags = tags(entry);
        List<Span> words = words(entry.text(), tags);
        Map<Integer, String> cells = cells(words, tags);
        int sentence = 1;
        int id = 1;
        for (int i = 0; i < words.size(); i++) {
            Span word = words.get(i);
            if (id == 1) {
                line("# sent_id = " + entry.story().replaceAll("\\s", "_") + "-" + sentence++);
            }
            StringBuilder row = new StringBuilder();
            row.append(id++).append('\t').append(word.of(entry.text())).append('\t');
            row.append(word.start()).append('\t').append(word.end());
            for (int column = FIRST_TAG; column < COLUMNS.size(); column++) {
                row.append('\t').append(cells.getOrDefault(key(i, column), "O"));
            }
            line(row.toString());
            int next = i + 1 < words.size()
                    ? words.get(i + 1).start()
                    : entry.text().length();
            if (i + 1 == words.size() || endsSentence(entry.text(), word, next)) {
                line("");
                id = 1;
            }
        }
    }

    private static boolean endsSentence(String text, Span word, int next) {
        String gap = text.substring(word.end(), next);
        boolean mark = SENTENCE_ENDS.indexOf(text.charAt(word.start())) >= 0;
        return gap.indexOf('\n') >= 0 || (mark && !gap.isEmpty());
    }

    @Override
    void finish() throws IOException {
        heading();
    }

    private void heading() throws IOException {
        if (!started) {
            started = true;
            line("# global.columns = " + String.join(" ", COLUMNS));
        }
    }

    private static List<Tagged> tags(Entry entry) {
        List<Tagged> out = new ArrayList<>();
        for (Actor actor : entry.minutes().actors()) {
            actor.mentions()
                    .forEach(span ->
                            out.add(new Tagged(span, FIRST_TAG, actor.kind().word())));
        }
        for (Line line : Line.of(entry.minutes())) {
            for (Line.Piece piece : line.pieces()) {
                int column = column(line, piece.role());
                if (column > 0) {
                    String tag = line.act().isEmpty() ? line.kind() : line.act();
                    out.add(new Tagged(
                            piece.span(), column, tag.isEmpty() ? line.layer().word() : tag));
                }
            }
        }
        // Of spans that overlap in one column the longest is kept.
        Collections.sort(
                out, (a, b) -> Integer.compare(b.span().length(), a.span().length()));
        return out;
    }

    private static int column(Line line, String role) {
        return switch (line.layer()) {
            case STATEMENT ->
                switch (role) {
                    case "cue" -> 5;
                    case "source" -> 6;
                    case "content" -> 7;
                    default -> 0;
                };
            case MEETING -> role.equals("trigger") || role.equals("mention") ? 8 : 0;
            case POSITION -> 9;
            case PAPER -> 10;
            case TIME -> 11;
            case ASSESSMENT -> 0;
        };
    }

    private static int key(int word, int column) {
        return word * COLUMNS.size() + column;
    }

    private static Map<Integer, String> cells(List<Span> words, List<Tagged> tags) {
        Map<Integer, Integer> byStart = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            byStart.put(words.get(i).start(), i);
        }
        Map<Integer, String> cells = new HashMap<>();
        for (Tagged tag : tags) {
            List<Integer> under = new ArrayList<>();
            for (int at = tag.span().start(); at < tag.span().end(); at++) {
                Integer word = byStart.get(at);
                if (word != null) {
                    under.add(word);
                }
            }
            boolean free = under.stream().noneMatch(word -> cells.containsKey(key(word, tag.column())));
            for (int i = 0; free && i < under.size(); i++) {
                cells.put(key(under.get(i), tag.column()), (i == 0 ? "B-" : "I-") + tag.tag());
            }
        }
        return cells;
    }

    private static List<Span> words(String text, List<Tagged> tags) {
        TreeSet<Integer> cuts = new TreeSet<>();
        tags.forEach(tag -> {
            cuts.add(tag.span().start());
            cuts.add(tag.span().end());
        });
        List<Span> out = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean letter = isLetter(c);
            if (start >= 0 && (!letter || cuts.contains(i))) {
                out.add(new Span(start, i));
                start = -1;
            }
            int end = i + Character.charCount(c);
            if (letter && start < 0) {
                start = i;
            } else if (!letter && !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !isHidden(c)) {
                out.add(new Span(i, end));
            }
            i = end;
        }
        if (start >= 0) {
            out.add(new Span(start, text.length()));
        }
        return out;
    }

    private static boolean isLetter(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isHidden(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
