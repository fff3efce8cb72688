package org.mahdar.language;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
 *   <li>{@code tags}: words parted by spaces, found under {@code <list.TAG>} in every role; what bears {@code yields} gives
 *       way, behind a preposition, to what the whole word is known as;
 *   <li>{@code paradigm}: the paradigm that makes more forms out of the columns {@code cell.…};
 *   <li>any other column is for the finders.
 * </ul>
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code #: proclitics conj b l k art future} names those that a term of this list may bear;
 *   <li>{@code #: shared ROLE …} allows two lines to hold the same word in these roles ({@code #: shared} alone: in all),
 *       which is a fault elsewhere;
 *   <li>{@code #: key COLUMN}: every line has an id of its own there; its terms are kept with the line;
 *   <li>{@code #: refers COLUMN LIST.COLUMN …}: what stands in the column stands in that column of one of those lists;
 *   <li>{@code #: days COLUMN …}: what stands there is a year, a month or a day: 2015, 2015-04, 2015-04-29;
 *   <li>{@code #: over LIST …}: each line names a list in its column {@code in} and a line of it in its key; its other cells
 *       are cells of that line, which must be empty there. The file stands before those lists in {@code pack.txt};
 *   <li>{@code #: lookup}: the list is not looked for in texts; finders ask for single words, or for whole lines, and no
 *       column need hold words.
 * </ul>
 *
 * <p>A file of the same name in a user's own folder is laid over the list: a line with a key that the list has adds its
 * words to that line and replaces the cells it fills, any other line is new.
 */
final class LexiconFile {
    private static final String TERMS = "terms";
    private static final String TERMS_OF = "terms.";
    private static final String CELL_OF = "cell.";
    private static final String TAGS = "tags";
    private static final String IN = "in";
    private static final String YIELDS = "yields";
    private static final Set<String> NAMES_OF_LINE = Set.of(IN, "id", "note");

    /** By which objects they are, no matter what they hold: they are few and shared, and hashing a set goes through it. */
    @SuppressWarnings("ReferenceEquality")
    private record SetKey(String role, Set<String> tags, Set<String> features) {
        @Override
        public boolean equals(Object other) {
            return other instanceof SetKey key && role == key.role && tags == key.tags && features == key.features;
        }

        @Override
        public int hashCode() {
            return (31 * System.identityHashCode(tags) + System.identityHashCode(features)) * 31 + role.hashCode();
        }
    }

    private final String list;
    private final Table table;
    private final List<Table> overlays;
    private final Symbols symbols;
    private final Paradigms paradigms;
    private final Lexicon.Builder lexicon;
    private final References references;
    private final Map<String, Entry> decided;
    private final Map<SetKey, Integer> sets = new HashMap<>();
    private final Map<String, Set<String>> tagSets = new HashMap<>();
    private final Map<String, References.Target> targets = new LinkedHashMap<>();
    private final Map<String, Place> keysSeen = new HashMap<>();
    private int proclitics = Letters.CONJ;
    private boolean lookup;
    private Set<String> over = Set.of();
    private List<String> days = List.of();
    private boolean allShared;
    private Set<String> shared = Set.of();
    private String key = "";

    LexiconFile(
            Table table,
            List<Table> overlays,
            Symbols symbols,
            Paradigms paradigms,
            Lexicon.Builder lexicon,
            References references,
            Map<String, Entry> decided) {
        this.table = table;
        this.overlays = overlays;
        // Names that are asked for again and again are one and the same string, which is told at one look.
        this.list = listOf(table.file).intern();
        this.symbols = symbols;
        this.paradigms = paradigms;
        this.lexicon = lexicon;
        this.references = references;
        this.decided = decided;
    }

    /** The list that a file holds: its name without folder and ending. */
    static String listOf(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    void read() {
        symbols.add(list);
        table.settings.forEach(this::setting);
        checkWords();
        Map<String, List<Table.Row>> changes = new HashMap<>();
        List<Table.Row> more = new ArrayList<>();
        Set<String> known = new HashSet<>();
        if (!overlays.isEmpty() && !key.isEmpty()) {
            table.rows.forEach(row -> known.add(row.cell(key)));
        }
        for (Table overlay : overlays) {
            check(overlay);
            keysSeen.clear();
            for (Table.Row row : overlay.rows) {
                checkKey(row);
                boolean replaces = !key.isEmpty() && known.contains(row.cell(key));
                (replaces ? changes.computeIfAbsent(row.cell(key), id -> new ArrayList<>()) : more).add(row);
            }
        }
        keysSeen.clear();
        for (Table.Row row : table.rows) {
            checkKey(row);
            List<Table.Row> laidOver = changes.isEmpty() ? List.of() : changes.getOrDefault(row.cell(key), List.of());
            add(row, laidOver);
        }
        more.forEach(row -> add(row, List.of()));
    }

    private void setting(Table.Setting setting) {
        List<String> rest = setting.words().subList(1, setting.words().size());
        switch (setting.words().get(0)) {
            case "shared" -> {
                allShared = rest.isEmpty();
                shared = Set.copyOf(rest);
            }
            case "days" ->
                days = rest.stream().map(name -> column(setting, name)).toList();
            case "lookup" -> lookup = true;
            case "over" -> over = Set.copyOf(rest);
            case "key" -> key = column(setting, rest.isEmpty() ? "" : rest.get(0));
            case "refers" -> {
                if (rest.size() < 2 || !rest.subList(1, rest.size()).stream().allMatch(name -> name.contains("."))) {
                    throw fault(setting.place(), "this refers to nothing", "Write: #: refers COLUMN LIST.COLUMN");
                }
                targets.put(column(setting, rest.get(0)), new References.Target(rest.subList(1, rest.size())));
            }
            case "proclitics" -> {
                proclitics = 0;
                rest.forEach(word -> proclitics |= proclitic(setting.place(), word));
            }
            default ->
                throw fault(
                        setting.place(),
                        "there is no setting called \"" + setting.words().get(0) + "\"",
                        "Settings: proclitics, shared, key, refers, days, over, lookup.");
        }
    }

    private String column(Table.Setting setting, String name) {
        if (!table.columns.contains(name)) {
            throw fault(
                    setting.place(),
                    "there is no column \"" + name + "\"",
                    "Columns: " + String.join(", ", table.columns));
        }
        return name;
    }

    private static int proclitic(Place place, String word) {
        return switch (word) {
            case "conj" -> Letters.CONJ;
            case "b" -> Letters.B;
            case "l" -> Letters.L;
            case "k" -> Letters.K;
            case "art" -> Letters.ARTICLE;
            case "future" -> Letters.FUTURE;
            default ->
                throw fault(
                        place,
                        "there is no proclitic called \"" + word + "\"",
                        "Proclitics: conj, b, l, k, art, future.");
        };
    }

    private void checkWords() {
        boolean words = false;
        for (String column : table.columns) {
            words |= holdsWords(column) || column.startsWith(CELL_OF);
        }
        if (!words && !lookup) {
            throw fault(table.head, "no column holds words", "Call one column \"terms\".");
        }
    }

    private static boolean holdsWords(String column) {
        return column.equals(TERMS) || column.startsWith(TERMS_OF);
    }

    /** A file laid over the list has columns and tags of the list only, and no settings. */
    private void check(Table overlay) {
        for (Table.Setting setting : overlay.settings) {
            throw fault(setting.place(), "settings stand in the pack's own " + table.file, "Take this line away.");
        }
        for (String column : overlay.columns) {
            if (!table.columns.contains(column)) {
                String nearest = PatternException.nearest(column, table.columns);
                throw new PatternException(
                        overlay.head.at(overlay.head.text().indexOf(column) + 1),
                        column.length(),
                        "there is no column \"" + column + "\" in " + table.file,
                        (nearest.isEmpty() ? "" : "Did you mean \"" + nearest + "\"? ") + "Columns: "
                                + String.join(", ", table.columns));
            }
        }
        Set<String> tags = new TreeSet<>();
        table.rows.forEach(row -> tags.addAll(tags(row)));
        for (Table.Row row : overlay.rows) {
            for (String tag : tags(row)) {
                if (!tags.contains(tag)) {
                    throw new PatternException(
                            row.at(tag),
                            tag.length(),
                            "no line of " + table.file + " has the tag \"" + tag + "\"",
                            "Tags: " + String.join(", ", tags));
                }
            }
        }
    }

    private void checkKey(Table.Row row) {
        if (key.isEmpty()) {
            return;
        }
        String id = row.cell(key);
        if (!isId(id)) {
            throw fault(
                    row.place(),
                    id.isEmpty() ? "this line has no " + key : "\"" + id + "\" is no id",
                    "An id is made of Latin letters, digits and the marks - . + _ and begins with a letter or digit.");
        }
        Place first = keysSeen.putIfAbsent(id, row.place());
        if (first != null) {
            throw new PatternException(
                    row.at(id),
                    id.length(),
                    key + " \"" + id + "\" stands already in " + first.where(),
                    "Give one of the two another id, or make them one line.");
        }
    }

    /** Whether a cell is a year, a month or a day. There are thousands, so no parser is asked. */
    private static boolean isDay(String cell) {
        boolean whole = cell.length() == 4 || cell.length() == 7 || cell.length() == 10;
        for (int i = 0; whole && i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean parts = i == 4 || i == 7;
            boolean digit = c >= '0' && c <= '9';
            whole = parts ? c == '-' : digit;
        }
        if (!whole) {
            return false;
        }
        int month = cell.length() < 7 ? 1 : Integer.parseInt(cell.substring(5, 7));
        int day = cell.length() < 10 ? 1 : Integer.parseInt(cell.substring(8));
        return month >= 1
                && month <= 12
                && day >= 1
                && day
                        <= YearMonth.of(Integer.parseInt(cell.substring(0, 4)), month)
                                .lengthOfMonth();
    }

    private static boolean isId(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && (i == 0 || "-.+_".indexOf(c) < 0)) {
                return false;
            }
        }
        return !id.isEmpty();
    }

    private Set<String> tags(Table.Row row) {
        String cell = row.cell(TAGS);
        return cell.isEmpty()
                ? Set.of()
                : tagSets.computeIfAbsent(
                        cell,
                        words -> Arrays.stream(words.split(" +"))
                                .map(String::intern)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    private void add(Table.Row row, List<Table.Row> changes) {
        Map<String, String> values = new LinkedHashMap<>();
        values(row, values);
        if (!key.isEmpty() && !decided.isEmpty()) {
            decide(row, values);
        }
        Set<String> tags = tags(row);
        for (Table.Row other : changes) {
            values(other, values);
            Set<String> both = new TreeSet<>(tags);
            both.addAll(tags(other));
            tags = both;
        }
        Entry entry = new Entry(list, row.place(), tags, values);
        lexicon.add(entry);
        addTerms(row, entry);
        changes.forEach(other -> addTerms(other, entry));
        if (!over.isEmpty()) {
            decideElsewhere(entry);
        }
    }

    /** Cells of this line that another file decides. */
    private void decide(Table.Row row, Map<String, String> values) {
        Entry decision = decided.get(list + " " + row.cell(key));
        if (decision == null) {
            return;
        }
        decision.values().forEach((column, cell) -> {
            if (!NAMES_OF_LINE.contains(column) && values.put(column, cell) != null) {
                throw fault(
                        row.place(),
                        "\"" + column + "\" of this line is decided in "
                                + decision.place().where(),
                        "Leave the cell empty here.");
            }
        });
    }

    private void decideElsewhere(Entry entry) {
        String where = entry.value(IN).orElse("");
        if (!over.contains(where)) {
            throw fault(
                    entry.place(),
                    "\"" + where + "\" is none of the lists that this file decides for",
                    "Lists: " + String.join(", ", new TreeSet<>(over)));
        }
        decided.put(where + " " + entry.value(key).orElse(""), entry);
    }

    private void values(Table.Row row, Map<String, String> values) {
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            String column = row.columns().get(i);
            boolean kept = column.equals(TERMS) && !key.isEmpty();
            boolean words = (holdsWords(column) && !kept) || column.startsWith(CELL_OF);
            if (cell.isEmpty() || column.equals(TAGS) || words) {
                continue;
            }
            values.put(column, cell);
            if (days.contains(column) && !isDay(cell)) {
                throw new PatternException(
                        row.at(cell),
                        cell.length(),
                        "\"" + cell + "\" is no year, month or day",
                        "Write 2015, 2015-04 or 2015-04-29.");
            }
            References.Target target = targets.get(column);
            if (target != null) {
                Table.split(cell).forEach(id -> references.add(row.at(id), id, target));
            }
        }
    }

    private void addTerms(Table.Row row, Entry entry) {
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            String column = row.columns().get(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (holdsWords(column)) {
                String role = column.equals(TERMS)
                        ? ""
                        : column.substring(TERMS_OF.length()).intern();
                for (String words : Table.split(cell)) {
                    add(row, new Term(entry, words, role, Set.of()));
                }
            } else if (column.startsWith(CELL_OF)) {
                inflect(row, entry, column.substring(CELL_OF.length()), cell);
            }
        }
    }

    private void inflect(Table.Row row, Entry entry, String cell, String stems) {
        String paradigm = entry.value("paradigm").orElse("");
        List<Paradigms.Form> forms = paradigms.forms(paradigm, cell);
        if (forms.isEmpty()) {
            throw fault(
                    row.place(),
                    paradigm.isEmpty()
                            ? "this line has forms but no paradigm"
                            : "paradigm \"" + paradigm + "\" has no cell \"" + cell + "\"",
                    "Paradigms and their cells stand in paradigms.tsv; a line names its own in the column \"paradigm\".");
        }
        for (String stem : Table.split(stems)) {
            for (Paradigms.Form form : forms) {
                add(row, new Term(entry, form.of(stem), "", form.features()));
            }
        }
    }

    private void add(Table.Row row, Term term) {
        check(row, term.words());
        // A form of few letters that a paradigm calls "alone" bears no more than a conjunction.
        int borne = term.is("alone") ? proclitics & Letters.CONJ : proclitics;
        int allowed = term.entry().is(YIELDS) ? borne | Lexicon.YIELDS : borne;
        Optional<Term> clash = lookup ? lexicon.addLookup(term) : lexicon.add(term, symbolSet(term), allowed);
        if (clash.isPresent() && !allShared && !shared.contains(term.role())) {
            throw new PatternException(
                    row.at(term.words()),
                    term.words().length(),
                    "\"" + term.words() + "\" is written like \"" + clash.get().words() + "\" in "
                            + clash.get().entry().place().where(),
                    "Words are compared as letters.txt folds them. Keep one of the two, or allow it with \"#: shared\".");
        }
    }

    private int symbolSet(Term term) {
        SetKey setKey = new SetKey(term.role(), term.entry().tags(), term.features());
        return sets.computeIfAbsent(setKey, these -> {
            List<String> names = new ArrayList<>();
            names.add(these.role.isEmpty() ? list : list + "." + these.role);
            these.tags.forEach(tag -> names.add(list + "." + tag));
            these.features.forEach(feature -> names.add(list + "." + feature));
            return symbols.set(names.toArray(new String[0]));
        });
    }

    private static void check(Table.Row row, String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c >= '\uFB50' && c <= '\uFEFC') {
                throw new PatternException(
                        row.at(words),
                        words.length(),
                        "\"" + words + "\" holds a presentation form (U+" + Integer.toHexString(c) + ")",
                        "Write it with ordinary letters.");
            }
        }
    }

    private static PatternException fault(Place place, String what, String wayOut) {
        return new PatternException(place, 1, what, wayOut);
    }
}
