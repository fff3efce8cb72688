package org.mahdar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mahdar.model.Span;

/**
 * Draws sentences from templates whose slots are filled by chance, each with the reading that its template prescribes. A file
 * holds slots and templates; cells part at {@code |}, and a dash is an empty cell:
 *
 * <pre>
 * slot said | f | that            the rows below fill {said}; further columns have names
 * قال | قالت | إن
 * slot speaker | g | party
 * وزير الخارجية {state.man} {person} | m | {state.code}
 *
 * template verb-first
 * often 3                         drawn three times as often as others
 * text و{said~speaker} {speaker} {said.that} [words {claim}].
 * want who=speaker what=words     a line that must be read; a template without any wants none
 * </pre>
 *
 * <p>{@code {said.that}} is a column; {@code {said~speaker}} the form that agrees with the speaker: the first column for {@code
 * m} in his cell {@code g}, else the column of that name; {@code {verb.now~speaker}} likewise {@code now} or {@code now-f};
 * {@code {b:speaker}} another draw of the slot. No row is drawn twice. Words in brackets have a name, too; those of a cell,
 * {@code [1 …]}, are parts of what its slot names, and {@code [{state.code} …]} says for which state they stand. {@code ل+} and
 * {@code ب+} join the next word, {@code ¶¶} parts headline and body, {@code ¶} paragraphs.
 */
final class GeneratedSentences {
    private static final Pattern PIECE = Pattern.compile(
            "\\{(?:([\\w-]+):)?([\\w-]+)(?:\\.([\\w-]+))?(?:~([\\w-]+))?}|\\[((?:[\\w-]|\\{[\\w.-]+})+) ?|]|([^{}\\[\\]]+)");
    private static final Pattern LINE = Pattern.compile("(often|text|want) ");
    private static final String GENDER = "g";
    private static final String MASCULINE = "m";
    private static final int TRIES = 50;

    /**
     * A sentence and what must be read of it.
     *
     * @param template the template that it was drawn from
     * @param spans the words of each slot and of each pair of brackets
     * @param wants one map a line
     * @param dimensions what was drawn for each slot
     */
    record Sentence(
            String template,
            String text,
            Map<String, Span> spans,
            List<Map<String, String>> wants,
            Map<String, String> dimensions) {
        /** The words that a name stands for: those of its parts, if it has parts. */
        List<String> parts(String name) {
            List<String> parts = spans.keySet().stream()
                    .filter(key -> key.startsWith(name + "/"))
                    .toList();
            return parts.isEmpty() ? List.of(name) : parts;
        }
    }

    private record Slot(String name, List<String> columns, List<List<String>> rows) {}

    private record Template(String name, Map<String, List<String>> lines) {
        List<String> lines(String key) {
            return lines.getOrDefault(key, List.of());
        }

        int often() {
            return lines("often").stream()
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(1);
        }
    }

    /** A row that was drawn, and what was drawn for the slots in its cells. */
    private record Draw(Slot slot, List<String> row, Map<String, Draw> inner) {
        Optional<String> cell(String column) {
            int at = slot.columns().indexOf(column);
            return at < 0 || at >= row.size() ? Optional.empty() : Optional.of(row.get(at));
        }
    }

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final List<Template> templates = new ArrayList<>();

    /** Reads files; the slots of earlier ones serve the later. */
    GeneratedSentences(Path... files) throws IOException {
        for (Path file : files) {
            read(Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        }
    }

    private void read(List<String> lines) {
        Optional<Slot> open = Optional.empty();
        for (String line : lines) {
            String rest = line.substring(line.indexOf(' ') + 1).strip();
            if (line.startsWith("slot ")) {
                List<String> columns = cells(rest);
                open = Optional.of(new Slot(columns.get(0), columns, new ArrayList<>()));
                slots.put(columns.get(0), open.get());
            } else if (line.startsWith("template ")) {
                open = Optional.empty();
                templates.add(new Template(rest, new LinkedHashMap<>()));
            } else if (open.isPresent()) {
                open.get().rows().add(cells(line));
            } else if (LINE.matcher(line).lookingAt()) {
                templates
                        .get(templates.size() - 1)
                        .lines()
                        .computeIfAbsent(line.substring(0, line.indexOf(' ')), key -> new ArrayList<>())
                        .add(rest);
            } else {
                throw new IllegalArgumentException("A template has no line such as: " + line);
            }
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1))
                .map(String::strip)
                .map(cell -> cell.equals("-") ? "" : cell)
                .toList();
    }

    /** So many sentences; the same seed draws the same. */
    List<Sentence> draw(int count, long seed) {
        List<Template> urn = templates.stream()
                .flatMap(template -> Collections.nCopies(template.often(), template).stream())
                .toList();
        Random random = new Random(seed);
        List<Sentence> out = new ArrayList<>();
        while (out.size() < count) {
            out.add(new Drawing(random).sentence(urn.get(random.nextInt(urn.size()))));
        }
        return out;
    }

    /** One sentence being written. */
    private final class Drawing {
        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Span> spans = new LinkedHashMap<>();
        private final Map<String, String> dimensions = new LinkedHashMap<>();
        private final List<List<String>> used = new ArrayList<>();

        Drawing(Random random) {
            this.random = random;
        }

        Sentence sentence(Template template) {
            Map<String, Draw> drawn = new LinkedHashMap<>();
            write(template.lines("text").get(0), drawn, "");
            List<Map<String, String>> wants = template.lines("want").stream()
                    .map(want -> Arrays.stream(words(want, drawn).split(" +(?=[a-z]+=)"))
                            .map(pair -> pair.split("=", 2))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])))
                    .toList();
            return new Sentence(template.name(), text.toString(), spans, wants, dimensions);
        }

        /** What a pattern says, apart from the sentence. */
        private String words(String pattern, Map<String, Draw> drawn) {
            Drawing aside = new Drawing(random);
            aside.write(pattern, drawn, "");
            return aside.text.toString();
        }

        private void write(String pattern, Map<String, Draw> drawn, String within) {
            draw(pattern, drawn, within);
            List<String> open = new ArrayList<>();
            List<Integer> starts = new ArrayList<>();
            Matcher piece = PIECE.matcher(pattern);
            while (piece.find()) {
                if (piece.group(2) != null) {
                    int start = next();
                    slot(piece, name(piece), drawn, within);
                    if (within.isEmpty()) {
                        close(name(piece), start);
                    }
                } else if (piece.group(5) != null) {
                    open.add(within + words(piece.group(5), drawn));
                    starts.add(next());
                } else if (piece.group(6) == null) {
                    close(open.remove(open.size() - 1), starts.remove(starts.size() - 1));
                } else {
                    append(piece.group(6));
                }
            }
        }

        private void slot(Matcher piece, String name, Map<String, Draw> drawn, String within) {
            Draw draw = drawn.get(name);
            Optional<String> column = Optional.ofNullable(piece.group(3));
            if (piece.group(4) != null) {
                Draw noun = drawn.get(piece.group(4));
                String gender = words(noun.cell(GENDER).orElseThrow(() -> missing(piece.group())), noun.inner());
                column = gender.equals(MASCULINE)
                        ? column
                        : Optional.of(column.map(c -> c + "-").orElse("") + gender);
            }
            if (column.isEmpty()) {
                write(draw.row().get(0), draw.inner(), name + "/");
            } else {
                write(draw.cell(column.get()).orElseThrow(() -> missing(piece.group())), draw.inner(), within);
            }
        }

        /** Draws all slots of a pattern, so that words may agree with what stands behind them. */
        private void draw(String pattern, Map<String, Draw> drawn, String within) {
            Matcher piece = PIECE.matcher(pattern);
            while (piece.find()) {
                if (piece.group(2) != null && !drawn.containsKey(name(piece))) {
                    Slot slot =
                            Optional.ofNullable(slots.get(piece.group(2))).orElseThrow(() -> missing(piece.group()));
                    Draw draw = draw(slot);
                    drawn.put(name(piece), draw);
                    dimensions.put(within + name(piece), draw.row().get(0));
                }
            }
        }

        private Draw draw(Slot slot) {
            for (int i = 0; i < TRIES; i++) {
                List<String> row = slot.rows().get(random.nextInt(slot.rows().size()));
                if (!used.contains(row)) {
                    used.add(row);
                    return new Draw(slot, row, new LinkedHashMap<>());
                }
            }
            throw new IllegalArgumentException("Slot " + slot.name() + " has too few rows");
        }

        private String name(Matcher piece) {
            return piece.group(1) == null ? piece.group(2) : piece.group(1);
        }

        private IllegalArgumentException missing(String piece) {
            return new IllegalArgumentException("There is nothing for " + piece);
        }

        private int next() {
            return text.length() - (text.toString().endsWith("+") ? 1 : 0);
        }

        private void close(String name, int start) {
            int end = text.length();
            while (end > start && text.charAt(end - 1) == ' ') {
                end--;
            }
            if (end > start) {
                spans.putIfAbsent(name, new Span(start, end));
            }
        }

        /** Joins what stands behind a clitic to it, and leaves out the blanks around what is empty. */
        private void append(String piece) {
            String more = piece.replace("¶¶", "\n\n").replace("¶", "\n");
            for (int i = 0; i < more.length(); i++) {
                char letter = more.charAt(i);
                char last = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
                if (letter == ' ' && " \n+".indexOf(last) >= 0) {
                    continue;
                }
                if (last == '+' || (last == ' ' && "،.»\n".indexOf(letter) >= 0)) {
                    text.setLength(text.length() - 1);
                }
                if (last != '+' || !text.toString().endsWith("ل") || !more.startsWith("ال", i)) {
                    text.append(letter);
                }
            }
        }
    }
}
