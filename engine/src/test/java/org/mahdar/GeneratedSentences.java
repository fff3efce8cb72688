package org.mahdar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 * {@code ب+} join the next word, {@code ¶¶} parts headline and body, {@code ¶} paragraphs. What is wanted names words of the
 * text ({@code what}, choices parted by {@code |}), all who take part ({@code who}, parted by commas: words of the text, codes
 * of states, parts of English names; {@code ?} before one who need not), and facts such as {@code status}.
 */
final class GeneratedSentences {
    private static final Pattern PIECE = Pattern.compile(
            "\\{(?:([\\w-]+):)?([\\w-]+)(?:\\.([\\w-]+))?(?:~([\\w-]+))?}|\\[((?:[\\w-]|\\{[\\w.-]+})+) ?|]|([^{}\\[\\]]+)");
    private static final String FIRST = "";
    private static final String GENDER = "g";
    private static final String MASCULINE = "m";
    private static final int TRIES = 50;

    private record Slot(List<String> columns, List<Map<String, String>> rows) {}

    private record Template(String name, List<String> texts, List<String> wants) {}

    /** A row that was drawn, and what was drawn for the slots in its cells. */
    private record Draw(Map<String, String> row, Map<String, Draw> inner) {}

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final List<Template> templates = new ArrayList<>();

    /** Reads files; the slots of earlier ones serve the later. */
    GeneratedSentences(Path... files) throws IOException {
        for (Path file : files) {
            Optional<Slot> open = Optional.empty();
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", 2);
                switch (words[0]) {
                    case "", "#" -> {}
                    case "slot" -> {
                        List<String> columns = cells(words[1]);
                        open = Optional.of(new Slot(columns, new ArrayList<>()));
                        slots.put(columns.get(0), open.get());
                    }
                    case "template" -> {
                        open = Optional.empty();
                        templates.add(new Template(words[1], new ArrayList<>(), new ArrayList<>()));
                    }
                    case "often" -> templates.addAll(Collections.nCopies(Integer.parseInt(words[1]) - 1, last()));
                    case "text" -> last().texts().add(words[1]);
                    case "want" -> last().wants().add(words[1]);
                    default -> row(open.orElseThrow(() -> new IllegalArgumentException(line)), cells(line));
                }
            }
        }
    }

    private Template last() {
        return templates.get(templates.size() - 1);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1))
                .map(String::strip)
                .map(cell -> cell.equals("-") ? "" : cell)
                .toList();
    }

    private static void row(Slot slot, List<String> cells) {
        Map<String, String> row = new HashMap<>(Map.of(FIRST, cells.get(0)));
        IntStream.range(1, cells.size()).forEach(i -> row.put(slot.columns().get(i), cells.get(i)));
        slot.rows().add(row);
    }

    private static <T> T found(@Nullable T value, MatchResult piece) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> new IllegalArgumentException("No slot, column or row for " + piece.group()));
    }

    /** So many sentences, from all templates in turn; the same seed draws the same. */
    List<GeneratedSentence> draw(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> new Drawing(random).sentence(templates.get(i % templates.size())))
                .toList();
    }

    /** One sentence being written. */
    private final class Drawing {
        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Span> spans = new LinkedHashMap<>();
        private final Map<String, String> dimensions = new LinkedHashMap<>();
        private final Set<Map<String, String>> used = new HashSet<>();

        Drawing(Random random) {
            this.random = random;
        }

        GeneratedSentence sentence(Template template) {
            Map<String, Draw> drawn = new LinkedHashMap<>();
            write(template.texts().get(0), drawn, "");
            List<Map<String, String>> wants = template.wants().stream()
                    .map(want -> Arrays.stream(words(want, drawn).split(" +(?=[a-z]+=)"))
                            .map(pair -> pair.split("=", 2))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])))
                    .toList();
            return new GeneratedSentence(template.name(), text.toString(), spans, wants, dimensions);
        }

        /** What a pattern says, apart from the sentence. */
        private String words(String pattern, Map<String, Draw> drawn) {
            Drawing aside = new Drawing(random);
            aside.write(pattern, drawn, "");
            return aside.text.toString();
        }

        private void write(String pattern, Map<String, Draw> drawn, String within) {
            draw(pattern, drawn, within);
            Deque<Map.Entry<String, Integer>> open = new ArrayDeque<>();
            Matcher piece = PIECE.matcher(pattern);
            while (piece.find()) {
                if (piece.group(2) != null) {
                    int start = next();
                    slot(piece, drawn, within);
                    if (within.isEmpty()) {
                        close(name(piece), start);
                    }
                } else if (piece.group(5) != null) {
                    open.push(Map.entry(within + words(piece.group(5), drawn), next()));
                } else if (piece.group(6) != null) {
                    append(piece.group(6));
                } else {
                    close(open.peek().getKey(), open.pop().getValue());
                }
            }
        }

        private void slot(MatchResult piece, Map<String, Draw> drawn, String within) {
            Draw draw = drawn.get(name(piece));
            String column = Objects.requireNonNullElse(piece.group(3), FIRST);
            if (piece.group(4) != null) {
                Draw noun = drawn.get(piece.group(4));
                String gender = words(found(noun.row().get(GENDER), piece), noun.inner());
                column = gender.equals(MASCULINE) ? column : column.isEmpty() ? gender : column + "-" + gender;
            }
            write(found(draw.row().get(column), piece), draw.inner(), column.isEmpty() ? name(piece) + "/" : within);
        }

        /** Draws all slots of a pattern, so that words may agree with what stands behind them. */
        private void draw(String pattern, Map<String, Draw> drawn, String within) {
            PIECE.matcher(pattern)
                    .results()
                    .filter(piece -> piece.group(2) != null)
                    .forEach(piece -> {
                        if (!drawn.containsKey(name(piece))) {
                            List<Map<String, String>> rows =
                                    found(slots.get(piece.group(2)), piece).rows();
                            Map<String, String> row = found(
                                    Stream.generate(() -> rows.get(random.nextInt(rows.size())))
                                            .limit(TRIES)
                                            .filter(used::add)
                                            .findFirst()
                                            .orElse(null),
                                    piece);
                            drawn.put(name(piece), new Draw(row, new HashMap<>()));
                            dimensions.put(within + name(piece), row.get(FIRST));
                        }
                    });
        }

        private String name(MatchResult piece) {
            return piece.group(1) == null ? piece.group(2) : piece.group(1);
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
