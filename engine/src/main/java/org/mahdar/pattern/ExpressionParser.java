package org.mahdar.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compiles the expressions of pattern files.
 *
 * <pre>
 * &lt;list>          a word or phrase of that list or tag; it may bear a conjunction, no preposition
 * &lt;a+b>           one that belongs to both;  &lt;a!b> one that belongs to a and not to b
 * &lt;a/b>           … that bears the proclitic b (also l, k, conj, art, future); several: &lt;a/conj,b>
 * &lt;a/->           … that bears no proclitic;  &lt;a/*> … whatever it bears;  &lt;a/-art> … anything usual but the article
 * &lt;a/art,*>       … the article and whatever else;  &lt;a/-art,*> … anything but the article
 * word number comma colon stop dash slash open close bracket break quoted bracketed
 *                 token classes, also between &lt; >: &lt;comma>; quoted is a whole closed quotation with its marks,
 *                 quoted-name one of up to three words, quote a longer one, long-quote one too long for a name; bracketed all between a pair of brackets
 * digits2 digits4 decimal
 *                 a number of one or two digits, of four digits, without point or comma; one with point or comma
 * {@literal @}name           what another finder has found there
 * ~name           the definition of that name
 * with-b with-l   a word surely written together with that preposition; maybe-b maybe-l: or perhaps so
 * with-article    a word that opens with the article
 * .               any token that begins no new sentence and is no run of points
 * ^  ^^  $        start of a sentence, of a paragraph; end of a sentence
 * !x  &amp;x         here is no x; here is an x (x: one thing between &lt; > or after {@literal @}); nothing is taken
 * !-x  &amp;-x       no x ends just before here; an x of at most four tokens ends just before here; nothing is taken
 * ( … | … )       alternatives, the first that leads to a match wins
 * x? x* x+ x{2,5} as usual, as many as possible; with a further ?, as few as possible
 * label=x         the words of x are the part called label
 * </pre>
 */
final class ExpressionParser {
    private static final int MAX_REPEAT = 100;
    private static final int MAX_PROGRAM = 4000;

    private static final Map<String, Atom> SHAPES = shapes();

    private final Symbols symbols;
    private final Map<String, PatternFile.Definition> definitions;
    /** Atoms by the words between the brackets; the same few stand in many patterns. */
    private final Map<String, Atom> known;

    private final List<int[]> code = new ArrayList<>();
    private final List<Atom> atoms = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    private String source = "";
    private Place place = new Place("", 0, 0, "");
    private int at;

    ExpressionParser(Symbols symbols, Map<String, PatternFile.Definition> definitions, Map<String, Atom> known) {
        this.symbols = symbols;
        this.definitions = definitions;
        this.known = known;
    }

    private static Map<String, Atom> shapes() {
        Map<String, Atom> out = new HashMap<>();
        for (Atom.Shape shape : Atom.Shape.values()) {
            if (shape != Atom.Shape.HIT) {
                out.put(shape.name().toLowerCase(Locale.ROOT).replace('_', '-'), Atom.of(shape));
            }
        }
        return Map.copyOf(out);
    }

    Program compile(Place where, String expression) {
        parse(where, expression);
        emit(Program.MATCH, 0, 0);
        byte[] op = new byte[code.size()];
        int[] x = new int[code.size()];
        int[] y = new int[code.size()];
        for (int i = 0; i < op.length; i++) {
            op[i] = (byte) code.get(i)[0];
            x[i] = code.get(i)[1];
            y[i] = code.get(i)[2];
        }
        return new Program(op, x, y, atoms.toArray(new Atom[0]), List.copyOf(labels));
    }

    private void parse(Place where, String expression) {
        String outerSource = source;
        Place outerPlace = place;
        int outerAt = at;
        source = expression;
        place = where;
        at = 0;
        alternatives();
        skipSpace();
        if (at < source.length()) {
            throw fault(at, 1, "this closes nothing", "Take it away, or open it with \"(\" before.");
        }
        source = outerSource;
        place = outerPlace;
        at = outerAt;
    }

    private int emit(byte op, int x, int y) {
        if (code.size() >= MAX_PROGRAM) {
            throw fault(
                    at,
                    1,
                    "this expression is too long once its repeats are written out",
                    "Use smaller numbers in { }.");
        }
        code.add(new int[] {op, x, y});
        return code.size() - 1;
    }

    private void alternatives() {
        int begin = code.size();
        sequence();
        List<Integer> ends = new ArrayList<>();
        while (peek('|')) {
            at++;
            insert(begin, Program.SPLIT);
            code.get(begin)[1] = begin + 1;
            ends.add(emit(Program.JUMP, 0, 0));
            code.get(begin)[2] = code.size();
            begin = code.size();
            sequence();
        }
        for (int end : ends) {
            code.get(end)[1] = code.size();
        }
    }

    /** Makes room for one instruction; jumps over the place move along. */
    private void insert(int position, byte op) {
        for (int[] instruction : code) {
            if (instruction[0] == Program.SPLIT || instruction[0] == Program.JUMP) {
                if (instruction[1] > position) {
                    instruction[1]++;
                }
                if (instruction[0] == Program.SPLIT && instruction[2] > position) {
                    instruction[2]++;
                }
            }
        }
        // A jump inside the moved part that aims exactly at its first instruction must follow it.
        for (int i = position; i < code.size(); i++) {
            int[] instruction = code.get(i);
            if (instruction[0] == Program.SPLIT || instruction[0] == Program.JUMP) {
                if (instruction[1] == position) {
                    instruction[1]++;
                }
                if (instruction[0] == Program.SPLIT && instruction[2] == position) {
                    instruction[2]++;
                }
            }
        }
        code.add(position, new int[] {op, 0, 0});
    }

    private void sequence() {
        while (true) {
            skipSpace();
            if (at >= source.length() || source.charAt(at) == '|' || source.charAt(at) == ')') {
                return;
            }
            item();
        }
    }

    private void item() {
        int begin = code.size();
        int label = label();
        if (label >= 0) {
            emit(Program.SAVE, label * 2, 0);
        }
        int from = at;
        primary();
        if (label >= 0) {
            emit(Program.SAVE, label * 2 + 1, 0);
        }
        quantifier(begin, from);
    }

    /** The number of the label that begins here, or -1. */
    private int label() {
        int i = at;
        while (i < source.length() && (Character.isLetterOrDigit(source.charAt(i)) || source.charAt(i) == '-')) {
            i++;
        }
        if (i == at || i >= source.length() || source.charAt(i) != '=') {
            return -1;
        }
        String name = source.substring(at, i);
        at = i + 1;
        int index = labels.indexOf(name);
        if (index < 0) {
            labels.add(name);
            index = labels.size() - 1;
        }
        return index;
    }

    private void primary() {
        if (at >= source.length()) {
            throw fault(at - 1, 1, "something is missing after this", "Write what must stand here, such as <list>.");
        }
        char c = source.charAt(at);
        switch (c) {
            case '(':
                int opened = at;
                at++;
                alternatives();
                if (!peek(')')) {
                    throw fault(opened, 1, "this bracket is never closed", "Add \")\" where the group ends.");
                }
                at++;
                break;
            case '.':
                at++;
                emitAtom(Program.ATOM, Atom.of(Atom.Shape.ANY));
                break;
            case '^':
                at++;
                if (at < source.length() && source.charAt(at) == '^') {
                    at++;
                    emit(Program.PARAGRAPH_START, 0, 0);
                } else {
                    emit(Program.SENTENCE_START, 0, 0);
                }
                break;
            case '$':
                at++;
                emit(Program.SENTENCE_END, 0, 0);
                break;
            case '!':
                at++;
                emitAtom(behind() ? Program.NOT_BEHIND : Program.NOT, atom());
                break;
            case '&':
                at++;
                emitAtom(behind() ? Program.BEHIND : Program.AHEAD, atom());
                break;
            case '~':
                use();
                break;
            default:
                emitAtom(Program.ATOM, atom());
        }
    }

    /** Whether a look goes back; takes the sign that says so. */
    private boolean behind() {
        boolean back = at < source.length() && source.charAt(at) == '-';
        if (back) {
            at++;
        }
        return back;
    }

    private void emitAtom(byte op, Atom atom) {
        atoms.add(atom);
        emit(op, atoms.size() - 1, 0);
    }

    private void use() {
        int from = at;
        at++;
        String name = name();
        PatternFile.Definition definition = definitions.get(name);
        if (definition == null) {
            throw fault(
                    from,
                    name.length() + 1,
                    "there is no definition called ~" + name,
                    "Definitions above this line: " + String.join(", ", definitions.keySet()) + ".");
        }
        if (open.contains(name)) {
            throw fault(from, name.length() + 1, "~" + name + " uses itself", "A definition cannot be part of itself.");
        }
        open.add(name);
        parse(definition.place(), definition.expression());
        open.remove(name);
    }

    private String name() {
        int from = at;
        while (at < source.length() && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '-')) {
            at++;
        }
        return source.substring(from, at);
    }

    private Atom atom() {
        int from = at;
        char c = at < source.length() ? source.charAt(at) : ' ';
        if (c == '@') {
            at++;
            String name = "@" + name();
            Atom atom = known.get(name);
            if (atom == null) {
                atom = hit(from, name.length(), List.of(name), List.of(), "*");
                known.put(name, atom);
            }
            return atom;
        }
        if (c != '<') {
            throw fault(
                    at,
                    1,
                    "this is no part of an expression",
                    "Lists stand between < >, findings after @, definitions after ~.");
        }
        int close = source.indexOf('>', at);
        if (close < 0) {
            throw fault(at, 1, "this is never closed", "Add \">\" after the name.");
        }
        String inside = source.substring(at + 1, close);
        at = close + 1;
        Atom atom = SHAPES.get(inside);
        if (atom == null) {
            atom = known.get(inside);
        }
        if (atom == null) {
            atom = hit(from, inside);
            known.put(inside, atom);
        }
        return atom;
    }

    private Atom hit(int from, String inside) {
        int slash = inside.indexOf('/');
        String names = slash < 0 ? inside : inside.substring(0, slash);
        String clitics = slash < 0 ? "" : inside.substring(slash + 1);
        String[] without = names.split("!");
        return hit(
                from,
                inside.length() + 2,
                Arrays.asList(without[0].split("\\+")),
                Arrays.asList(without).subList(1, without.length),
                clitics);
    }

    private Atom hit(int from, int width, List<String> names, List<String> excluded, String clitics) {
        BitSet sets = new BitSet();
        sets.set(0, symbols.setCount());
        names.forEach(name -> sets.and(symbols.setsWith(number(from, width, name))));
        excluded.forEach(name -> sets.andNot(symbols.setsWith(number(from, width, name))));
        int usual = ~org.mahdar.text.Letters.PREPOSITION;
        switch (clitics) {
            case "":
                return symbols.atoms().atom(sets, 0, usual);
            case "*":
                return symbols.atoms().atom(sets, 0, -1);
            case "-":
                return symbols.atoms().atom(sets, 0, 0);
            default:
        }
        int required = 0;
        List<String> flags = Arrays.asList(clitics.split(","));
        int allowed = flags.contains("*") ? -1 : usual;
        for (String flag : flags) {
            if (flag.equals("*")) {
                continue;
            }
            boolean without = flag.startsWith("-");
            int bit = Atom.flag(without ? flag.substring(1) : flag);
            if (bit == 0) {
                throw fault(
                        from,
                        width,
                        "there is no proclitic called \"" + flag + "\"",
                        "Proclitics: conj, b, l, k, art, future; - for none, * for any.");
            }
            if (without) {
                allowed &= ~bit;
            } else {
                required |= bit;
                allowed |= bit;
            }
        }
        return symbols.atoms().atom(sets, required, allowed);
    }

    private int number(int from, int width, String name) {
        return symbols.number(name).orElseThrow(() -> unknown(from, width, name));
    }

    private PatternException unknown(int from, int width, String name) {
        String near = PatternException.nearest(name, symbols.names());
        String hint = near.isEmpty() ? "" : "Did you mean <" + near + ">? ";
        String wayOut = name.startsWith("@")
                ? hint + "Findings begin with @: "
                        + String.join(
                                ", ",
                                symbols.names().stream()
                                        .filter(n -> n.startsWith("@"))
                                        .toList()) + "."
                : hint + "Otherwise add lexicon/" + name + ".tsv with a line a word, and name it in pack.txt.";
        return fault(from, width, "there is no word list called <" + name + ">", wayOut);
    }

    private void quantifier(int begin, int from) {
        if (at >= source.length()) {
            return;
        }
        int least;
        int most;
        char c = source.charAt(at);
        if (c == '?') {
            least = 0;
            most = 1;
            at++;
        } else if (c == '*') {
            least = 0;
            most = -1;
            at++;
        } else if (c == '+') {
            least = 1;
            most = -1;
            at++;
        } else if (c == '{') {
            int close = source.indexOf('}', at);
            String[] parts =
                    close < 0 ? new String[0] : source.substring(at + 1, close).split(",", -1);
            if (parts.length == 0
                    || parts.length > 2
                    || !parts[0].matches("\\d+")
                    || !parts[parts.length - 1].matches("\\d+")) {
                throw fault(
                        at, 1, "a repeat is written {2} or {0,5}", "Put the least and the most number between { }.");
            }
            least = Integer.parseInt(parts[0]);
            most = Integer.parseInt(parts[parts.length - 1]);
            if (most > MAX_REPEAT || least > most) {
                throw fault(
                        at,
                        close - at + 1,
                        "a repeat goes from a smaller to a larger number, at most " + MAX_REPEAT,
                        "Use smaller numbers.");
            }
            at = close + 1;
        } else {
            return;
        }
        boolean lazy = at < source.length() && source.charAt(at) == '?';
        if (lazy) {
            at++;
        }
        repeat(begin, from, least, most, lazy);
    }

    private void repeat(int begin, int from, int least, int most, boolean lazy) {
        List<int[]> body = new ArrayList<>();
        for (int i = begin; i < code.size(); i++) {
            body.add(code.get(i).clone());
        }
        if (body.isEmpty()) {
            throw fault(from, 1, "there is nothing to repeat", "Put something before the repeat mark.");
        }
        while (code.size() > begin) {
            code.remove(code.size() - 1);
        }
        for (int i = 0; i < least; i++) {
            copy(body, begin);
        }
        if (most < 0) {
            int split = emit(Program.SPLIT, 0, 0);
            copy(body, begin);
            emit(Program.JUMP, split, 0);
            aim(split, split + 1, code.size(), lazy);
        } else {
            List<Integer> splits = new ArrayList<>();
            for (int i = least; i < most; i++) {
                splits.add(emit(Program.SPLIT, 0, 0));
                copy(body, begin);
            }
            for (int split : splits) {
                aim(split, split + 1, code.size(), lazy);
            }
        }
    }

    private void aim(int split, int into, int past, boolean lazy) {
        code.get(split)[1] = lazy ? past : into;
        code.get(split)[2] = lazy ? into : past;
    }

    /** Writes the body once more; its own jumps are moved along. */
    private void copy(List<int[]> body, int origin) {
        int shift = code.size() - origin;
        for (int[] instruction : body) {
            boolean split = instruction[0] == Program.SPLIT;
            boolean jump = split || instruction[0] == Program.JUMP;
            emit(
                    (byte) instruction[0],
                    jump ? instruction[1] + shift : instruction[1],
                    split ? instruction[2] + shift : instruction[2]);
        }
    }

    private boolean peek(char c) {
        skipSpace();
        return at < source.length() && source.charAt(at) == c;
    }

    private void skipSpace() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    private PatternException fault(int offset, int width, String what, String wayOut) {
        // Only the first line of an expression can show a caret; a fault further down names the line it carries on.
        int lineBreak = source.lastIndexOf('\n', Math.max(0, Math.min(offset, source.length()) - 1));
        if (lineBreak < 0) {
            return new PatternException(place.at(place.column() + offset), width, what, wayOut);
        }
        int number = (int) source.substring(0, lineBreak + 1)
                .chars()
                .filter(ch -> ch == '\n')
                .count();
        int end = source.indexOf('\n', lineBreak + 1);
        String line = source.substring(lineBreak + 1, end < 0 ? source.length() : end);
        Place below = new Place(place.file(), place.line() + number, offset - lineBreak, line);
        return new PatternException(below, width, what, wayOut);
    }
}
