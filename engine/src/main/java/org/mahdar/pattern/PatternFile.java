package org.mahdar.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a file of patterns. A file is a list of definitions and patterns; a line that begins with white space carries on
 * the line before; {@code #} begins a comment line.
 *
 * <pre>
 * define NAME   EXPRESSION            used in later expressions as ~NAME
 *
 * pattern ID
 * finds   KIND
 * when    EXPRESSION
 * within  TOKENS                      how far a match may reach (where not given: 60, with a whole quotation in it 400)
 * KEY     VALUE                       what the finder needs to know
 * yes     a sentence
 * PART    words that this part must have
 * not     a sentence
 * </pre>
 *
 * See {@link ExpressionParser} for expressions.
 */
public final class PatternFile {
    private static final int DEFAULT_WITHIN = 60;
    private static final int DEFAULT_WITHIN_WHOLES = 400;
    private static final Set<String> KEYWORDS = Set.of("finds", "when", "within", "yes", "not");

    private final Symbols symbols;
    private final Map<String, Definition> definitions;
    private final Set<String> keys;
    private final List<Pattern> patterns = new ArrayList<>();
    private final Set<String> ids;

    /** An expression with a name. */
    record Definition(Place place, String expression) {}

    private PatternFile(Symbols symbols, Map<String, Definition> definitions, Set<String> keys, Set<String> ids) {
        this.symbols = symbols;
        this.definitions = definitions;
        this.keys = keys;
        this.ids = ids;
    }

    /** What several files of one pack share: definitions and the ids taken. */
    public static final class Context {
        private final Map<String, Definition> definitions = new LinkedHashMap<>();
        private final Set<String> ids = new java.util.HashSet<>();
        private final Symbols symbols;
        private final Set<String> keys;

        /**
         * A new context.
         *
         * @param symbols the names that expressions may use
         * @param keys the settings that a pattern may have beside the usual lines
         */
        public Context(Symbols symbols, Set<String> keys) {
            this.symbols = symbols;
            this.keys = keys;
        }

        /** Reads one more file. */
        public List<Pattern> read(String file, String content) {
            PatternFile reader = new PatternFile(symbols, definitions, keys, ids);
            reader.read(file, content);
            return reader.patterns;
        }
    }

    /** A logical line: a keyword and what follows, with its place. */
    private record Line(Place place, String key, String value, int valueColumn) {}

    private void read(String file, String content) {
        List<Line> lines = lines(file, content);
        int i = 0;
        while (i < lines.size()) {
            Line line = lines.get(i);
            switch (line.key()) {
                case "define":
                    define(line);
                    i++;
                    break;
                case "pattern":
                    int to = i + 1;
                    while (to < lines.size()
                            && !lines.get(to).key().equals("pattern")
                            && !lines.get(to).key().equals("define")) {
                        to++;
                    }
                    patterns.add(pattern(line, lines.subList(i + 1, to)));
                    i = to;
                    break;
                default:
                    throw new PatternException(
                            line.place(),
                            line.key().length(),
                            "a line outside a pattern must begin with \"pattern\" or \"define\", not \"" + line.key()
                                    + "\"",
                            "Begin a pattern with: pattern its-id");
            }
        }
    }

    private static List<Line> lines(String file, String content) {
        List<Line> out = new ArrayList<>();
        int number = 0;
        for (String raw : content.split("\n", -1)) {
            number++;
            String text = raw.stripTrailing();
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            Place place = new Place(file, number, 1, text);
            if (Character.isWhitespace(text.charAt(0))) {
                if (out.isEmpty()) {
                    throw new PatternException(
                            place, 1, "there is no line before this one to carry on", "Begin the line at the margin.");
                }
                Line last = out.remove(out.size() - 1);
                out.add(new Line(last.place(), last.key(), last.value() + "\n" + text, last.valueColumn()));
                continue;
            }
            int space = 0;
            while (space < text.length() && !Character.isWhitespace(text.charAt(space))) {
                space++;
            }
            int value = space;
            while (value < text.length() && Character.isWhitespace(text.charAt(value))) {
                value++;
            }
            out.add(new Line(place, text.substring(0, space), text.substring(value), value + 1));
        }
        return out;
    }

    private void define(Line line) {
        int space = line.value().indexOf(' ');
        if (space < 0) {
            throw new PatternException(
                    line.place(), 6, "a definition needs a name and an expression", "Write: define name <list> …");
        }
        String name = line.value().substring(0, space);
        if (definitions.containsKey(name)) {
            throw new PatternException(
                    line.place().at(line.valueColumn()),
                    name.length(),
                    "~" + name + " is defined already at "
                            + java.util.Objects.requireNonNull(definitions.get(name))
                                    .place()
                                    .where(),
                    "Give it another name.");
        }
        definitions.put(
                name,
                new Definition(
                        line.place().at(line.valueColumn() + space + 1),
                        line.value().substring(space + 1)));
    }

    private Pattern pattern(Line head, List<Line> lines) {
        String id = head.value();
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new PatternException(
                    head.place().at(head.valueColumn()),
                    id.length(),
                    "a pattern id is made of small letters, digits and single hyphens",
                    "For example: said-that");
        }
        if (!ids.add(id)) {
            throw new PatternException(
                    head.place().at(head.valueColumn()),
                    id.length(),
                    "there is another pattern called " + id,
                    "Ids are unique in a pack: give it another name.");
        }
        String finds = "";
        Line when = null;
        int within = 0;
        Map<String, String> settings = new LinkedHashMap<>();
        List<Pattern.Example> examples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            switch (line.key()) {
                case "finds":
                    finds = line.value();
                    break;
                case "when":
                    when = line;
                    break;
                case "within":
                    within = Integer.parseInt(line.value());
                    break;
                case "yes", "not":
                    int to = i + 1;
                    while (to < lines.size()
                            && !lines.get(to).key().equals("yes")
                            && !lines.get(to).key().equals("not")) {
                        to++;
                    }
                    examples.add(example(line, lines.subList(i + 1, to)));
                    i = to - 1;
                    break;
                default:
                    if (!keys.contains(line.key())) {
                        throw new PatternException(
                                line.place(),
                                line.key().length(),
                                "a pattern has no line called \"" + line.key() + "\"",
                                "Lines of a pattern: " + String.join(", ", new java.util.TreeSet<>(KEYWORDS)) + ", "
                                        + String.join(", ", new java.util.TreeSet<>(keys)) + ".");
                    }
                    settings.put(line.key(), line.value());
            }
        }
        if (when == null || finds.isEmpty()) {
            throw new PatternException(
                    head.place(),
                    7,
                    "pattern " + id + " lacks its \"" + (when == null ? "when" : "finds") + "\" line",
                    "Every pattern has one.");
        }
        boolean yes = examples.stream().anyMatch(Pattern.Example::matches);
        boolean no = examples.stream().anyMatch(example -> !example.matches());
        if (!yes || !no) {
            throw new PatternException(
                    head.place(),
                    7,
                    "pattern " + id + " lacks a \"" + (yes ? "not" : "yes") + "\" example",
                    "Give it one sentence that it must read and one near miss that it must leave alone.");
        }
        Program program =
                new ExpressionParser(symbols, definitions).compile(when.place().at(when.valueColumn()), when.value());
        int reach = within > 0 ? within : program.takesWholes() ? DEFAULT_WITHIN_WHOLES : DEFAULT_WITHIN;
        return new Pattern(id, finds, head.place(), when.value(), reach, settings, examples, program);
    }

    private static Pattern.Example example(Line line, List<Line> below) {
        List<Pattern.Part> parts = below.stream()
                .map(part -> new Pattern.Part(part.key(), part.value()))
                .toList();
        if (line.key().equals("not") && !parts.isEmpty()) {
            throw new PatternException(
                    below.get(0).place(),
                    below.get(0).key().length(),
                    "a \"not\" example expects nothing",
                    "Put the parts below a \"yes\" example, settings above the first example.");
        }
        return new Pattern.Example(line.place(), line.value(), line.key().equals("yes"), parts);
    }
}
