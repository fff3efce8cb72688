package org.mahdar.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mahdar.pattern.PatternException;
import org.mahdar.pattern.Place;
import org.mahdar.pattern.Symbols;
import org.mahdar.text.Letters;

/**
 * Reads one lexicon file into the lexicon. The file's name is the name of its list. Lines that begin with {@code #} are
 * comments, those with {@code #:} settings; the first other line names the columns, cells are parted by tabs:
 *
 * <ul>
 *   <li>{@code terms}: the ways to write it, parted by {@code |}; {@code terms.ROLE}: ways to write something near it,
 *       found under {@code <list.ROLE>};
 *   <li>{@code tags}: words parted by spaces, found under {@code <list.TAG>} in every role;
 *   <li>{@code paradigm}: the paradigm that makes more forms out of the columns {@code cell.…};
 *   <li>any other column is for the finders.
 * </ul>
 *
 * <p>Settings: {@code #: proclitics conj b l k art future} names those that a term of this list may bear;
 * {@code #: shared ROLE …} allows two lines to hold the same word in these roles ({@code #: shared} alone: in all), which
 * is a fault elsewhere.
 */
final class LexiconFile {
    private final String list;
    private final String file;
    private final Symbols symbols;
    private final Paradigms paradigms;
    private final Lexicon.Builder lexicon;
    private int proclitics = Letters.CONJ;
    private boolean allShared;
    private Set<String> shared = Set.of();

    LexiconFile(String file, Symbols symbols, Paradigms paradigms, Lexicon.Builder lexicon) {
        this.file = file;
        String name = file.substring(file.lastIndexOf('/') + 1);
        this.list = name.substring(0, name.lastIndexOf('.'));
        this.symbols = symbols;
        this.paradigms = paradigms;
        this.lexicon = lexicon;
    }

    void read(String content) {
        symbols.add(list);
        String[] columns = {};
        int number = 0;
        int at = 0;
        while (at < content.length()) {
            int lineEnd = content.indexOf('\n', at);
            String line = content.substring(at, lineEnd < 0 ? content.length() : lineEnd);
            at = lineEnd < 0 ? content.length() : lineEnd + 1;
            number++;
            if (line.isBlank()) {
                continue;
            }
            Place place = new Place(file, number, 1, line);
            if (line.startsWith("#:")) {
                setting(place, line.substring(2).strip());
            } else if (!line.startsWith("#")) {
                if (columns.length == 0) {
                    columns = cells(line);
                    checkColumns(place, columns);
                } else {
                    row(place, columns, cells(line));
                }
            }
        }
        if (columns.length == 0) {
            throw new PatternException(
                    new Place(file, 1, 0, ""),
                    1,
                    "this file has no line that names its columns",
                    "Begin with a line such as: terms<TAB>tags");
        }
    }

    private void setting(Place place, String setting) {
        String[] words = setting.split("\\s+");
        if (words[0].equals("shared")) {
            allShared = words.length == 1;
            shared = Set.of(Arrays.copyOfRange(words, 1, words.length));
            return;
        }
        if (!words[0].equals("proclitics")) {
            throw new PatternException(
                    place, 2, "there is no setting called \"" + words[0] + "\"", "Settings: proclitics, shared.");
        }
        proclitics = 0;
        for (String word : Arrays.copyOfRange(words, 1, words.length)) {
            proclitics |= switch (word) {
                case "conj" -> Letters.CONJ;
                case "b" -> Letters.B;
                case "l" -> Letters.L;
                case "k" -> Letters.K;
                case "art" -> Letters.ARTICLE;
                case "future" -> Letters.FUTURE;
                default ->
                    throw new PatternException(
                            place,
                            2,
                            "there is no proclitic called \"" + word + "\"",
                            "Proclitics: conj, b, l, k, art, future.");
            };
        }
    }

    private void checkColumns(Place place, String[] columns) {
        Set<String> seen = new LinkedHashSet<>();
        boolean terms = false;
        for (String column : columns) {
            if (column.isBlank() || !seen.add(column)) {
                throw new PatternException(
                        place,
                        1,
                        "column \"" + column + "\" is empty or stands twice",
                        "Give each column a name of its own.");
            }
            terms |= column.equals("terms") || column.startsWith("terms.") || column.startsWith("cell.");
        }
        if (!terms) {
            throw new PatternException(place, 1, "no column holds words", "Call one column \"terms\".");
        }
    }

    private void row(Place place, String[] columns, String[] cells) {
        if (cells.length > columns.length) {
            throw new PatternException(
                    place,
                    1,
                    "this line has " + cells.length + " cells, the file has " + columns.length + " columns",
                    "Take the surplus tabs away.");
        }
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> tags = Set.of();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].isEmpty()) {
                continue;
            }
            if (columns[i].equals("tags")) {
                tags = new TreeSet<>(Arrays.asList(cells[i].split(" ")));
            } else if (!columns[i].startsWith("terms") && !columns[i].startsWith("cell.")) {
                values.put(columns[i], cells[i]);
            }
        }
        Entry entry = new Entry(list, place, tags, values);
        lexicon.add(entry);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].isEmpty()) {
                continue;
            }
            if (columns[i].equals("terms")) {
                addAll(place, entry, "", cells[i]);
            } else if (columns[i].startsWith("terms.")) {
                addAll(place, entry, columns[i].substring("terms.".length()), cells[i]);
            } else if (columns[i].startsWith("cell.")) {
                String paradigm = values.get("paradigm");
                if (paradigm == null) {
                    throw new PatternException(
                            place, 1, "this line has forms but no paradigm", "Name one in the column \"paradigm\".");
                }
                inflect(place, entry, paradigm, columns[i].substring("cell.".length()), cells[i]);
            }
        }
    }

    private void addAll(Place place, Entry entry, String role, String cell) {
        for (String words : split(cell)) {
            add(place, new Term(entry, words, role, Set.of()));
        }
    }

    private void inflect(Place place, Entry entry, String paradigm, String cell, String stems) {
        List<Paradigms.Form> forms = paradigms.forms(paradigm, cell);
        if (forms.isEmpty()) {
            throw new PatternException(
                    place,
                    1,
                    "paradigm \"" + paradigm + "\" has no cell \"" + cell + "\"",
                    "Paradigms and their cells stand in paradigms.tsv.");
        }
        for (String stem : split(stems)) {
            for (Paradigms.Form form : forms) {
                add(place, new Term(entry, form.of(stem), "", form.features()));
            }
        }
    }

    private void add(Place place, Term term) {
        check(place, term.words());
        List<String> names = new ArrayList<>();
        String base = term.role().isEmpty() ? list : list + "." + term.role();
        names.add(base);
        for (String tag : term.entry().tags()) {
            names.add(list + "." + tag);
        }
        for (String feature : term.features()) {
            names.add(list + "." + feature);
        }
        boolean mayShare = allShared || shared.contains(term.role());
        lexicon.add(term, symbols.set(names.toArray(new String[0])), proclitics, (known, clashing) -> {
            if (!mayShare) {
                throw clash(place, known, clashing);
            }
        });
    }

    private static PatternException clash(Place place, Term known, Term clashing) {
        return new PatternException(
                place,
                1,
                "\"" + clashing.words() + "\" is written like \"" + known.words() + "\" in "
                        + known.entry().place().where(),
                "Words are compared as letters.txt folds them. Keep one of the two, or allow it with \"#: shared\".");
    }

    private static void check(Place place, String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c >= '\uFB50' && c <= '\uFEFC') {
                throw new PatternException(
                        place,
                        1,
                        "\"" + words + "\" holds a presentation form (U+" + Integer.toHexString(c) + ")",
                        "Write it with ordinary letters.");
            }
        }
    }

    private static List<String> split(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split("\t", -1)).map(String::strip).toArray(String[]::new);
    }
}
