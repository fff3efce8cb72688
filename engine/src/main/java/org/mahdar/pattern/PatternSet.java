package org.mahdar.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Patterns that are tried together, in their order, at every token where one of them could begin. Which those are is
 * known beforehand from the first two things that each pattern asks for, so that most tokens cost one look.
 */
public final class PatternSet {
    private static final long[] NONE = {};

    private final List<Pattern> patterns;
    private final int words;
    /** The patterns that a first thing lets begin. */
    private final Table first;
    /** The patterns that a second thing lets go on; those that may end after the first are in {@link #free}. */
    private final Table second;
    /** Patterns that need no second thing, or whose first thing may be of any length. */
    private final long[] free;
    /** Things without which some pattern cannot match, each once. */
    private final List<Atom> needs = new ArrayList<>();
    /** For each pattern, the numbers of what it needs. */
    private final int[][] needed;
    /** Whether a pattern may leave the sentence in which it begins. */
    private final boolean[] leaves;

    /** Prepares the patterns; the order is the order of preference. */
    public PatternSet(List<Pattern> patterns, Symbols symbols) {
        this.patterns = List.copyOf(patterns);
        this.words = (patterns.size() + 63) >>> 6;
        this.first = new Table(symbols.setCount(), words);
        this.second = new Table(symbols.setCount(), words);
        this.free = new long[words];
        this.needed = new int[patterns.size()][];
        this.leaves = new boolean[patterns.size()];
        for (int p = 0; p < patterns.size(); p++) {
            Program program = patterns.get(p).program();
            needed[p] = needs(program);
            leaves[p] = leavesSentence(program);
            for (int pc : reached(program, 0)) {
                if (program.op(pc) != Program.ATOM) {
                    // An empty match: such a pattern may begin anywhere.
                    first.add(Atom.of(Atom.Shape.ANY), p);
                    free[p >>> 6] |= 1L << p;
                    continue;
                }
                Atom atom = program.atom(pc);
                first.add(atom, p);
                boolean open = !atom.isOfKnownLength();
                for (int next : reached(program, pc + 1)) {
                    if (open || program.op(next) != Program.ATOM) {
                        free[p >>> 6] |= 1L << p;
                    } else {
                        second.add(program.atom(next), p);
                    }
                }
            }
        }
    }

    /**
     * What every match of a program takes behind its first thing: the things without which its end is not reached. The
     * first is known from the tables.
     */
    private int[] needs(Program program) {
        List<Integer> out = new ArrayList<>();
        List<Integer> first = reached(program, 0);
        for (int pc = 0; pc < program.size(); pc++) {
            if (program.op(pc) == Program.ATOM && !first.contains(pc) && !reachesEndWithout(program, pc)) {
                Atom atom = program.atom(pc);
                boolean common = atom.shape() == Atom.Shape.ANY || atom.shape() == Atom.Shape.WORD;
                if (!common) {
                    out.add(number(atom));
                }
            }
        }
        return out.stream().distinct().mapToInt(Integer::intValue).toArray();
    }

    private int number(Atom atom) {
        for (int i = 0; i < needs.size(); i++) {
            if (needs.get(i).isLike(atom)) {
                return i;
            }
        }
        needs.add(atom);
        return needs.size() - 1;
    }

    private static boolean reachesEndWithout(Program program, int barred) {
        boolean[] seen = new boolean[program.size()];
        List<Integer> todo = new ArrayList<>(List.of(0));
        while (!todo.isEmpty()) {
            int pc = todo.remove(todo.size() - 1);
            if (seen[pc] || pc == barred) {
                continue;
            }
            seen[pc] = true;
            switch (program.op(pc)) {
                case Program.MATCH:
                    return true;
                case Program.SPLIT:
                    todo.add(program.x(pc));
                    todo.add(program.y(pc));
                    break;
                case Program.JUMP:
                    todo.add(program.x(pc));
                    break;
                default:
                    todo.add(pc + 1);
            }
        }
        return false;
    }

    private static boolean leavesSentence(Program program) {
        for (int pc = 0; pc < program.size(); pc++) {
            if (program.op(pc) == Program.ATOM && program.atom(pc).mayLeaveSentence()) {
                return true;
            }
        }
        return false;
    }

    /** Whether what a pattern cannot do without stands close enough behind a token. */
    private boolean mayMatch(Matcher matcher, Tape tape, int pattern, int token) {
        int limit = token + patterns.get(pattern).within();
        if (!leaves[pattern]) {
            limit = Math.min(limit, tape.text().sentenceEnd(token));
        }
        for (int need : needed[pattern]) {
            if (!matcher.holdsBetween(needs.get(need), need, token, limit)) {
                return false;
            }
        }
        return true;
    }

    /** For each symbol set and each class of tokens, some of the patterns, as bits. */
    private static final class Table {
        private final long[][] bySet;
        private final long[][] byClass;
        private final boolean[] anyBySet;
        private final boolean[] anyByClass = new boolean[Atom.CLASSES];

        Table(int sets, int words) {
            bySet = new long[sets][words];
            byClass = new long[Atom.CLASSES][words];
            anyBySet = new boolean[sets];
        }

        void add(Atom atom, int pattern) {
            long bit = 1L << pattern;
            if (atom.shape() != Atom.Shape.HIT) {
                for (int tokens = 0; tokens < Atom.CLASSES; tokens++) {
                    if (atom.mayBegin(tokens)) {
                        byClass[tokens][pattern >>> 6] |= bit;
                        anyByClass[tokens] = true;
                    }
                }
                return;
            }
            for (int set = 0; set < atom.accepted().length; set++) {
                if (atom.accepted()[set]) {
                    bySet[set][pattern >>> 6] |= bit;
                    anyBySet[set] = true;
                }
            }
        }
    }

    /** The instructions that take a token or end the match, as far as they can be reached from one without taking any. */
    private static List<Integer> reached(Program program, int from) {
        List<Integer> out = new ArrayList<>();
        boolean[] seen = new boolean[program.size()];
        List<Integer> todo = new ArrayList<>(List.of(from));
        while (!todo.isEmpty()) {
            int pc = todo.remove(todo.size() - 1);
            if (seen[pc]) {
                continue;
            }
            seen[pc] = true;
            switch (program.op(pc)) {
                case Program.ATOM, Program.MATCH:
                    out.add(pc);
                    break;
                case Program.SPLIT:
                    todo.add(program.x(pc));
                    todo.add(program.y(pc));
                    break;
                case Program.JUMP:
                    todo.add(program.x(pc));
                    break;
                default:
                    todo.add(pc + 1);
            }
        }
        return out;
    }

    /** The patterns in order of preference. */
    public List<Pattern> patterns() {
        return patterns;
    }

    /**
     * Hands every match that begins with {@code token} to {@code sink}, patterns in order of preference. The sink reads
     * the matcher at once; the next match overwrites it.
     */
    public void matches(Matcher matcher, Tape tape, int token, Consumer<Matcher> sink) {
        firstThat(matcher, tape, token, match -> {
            sink.accept(match);
            return false;
        });
    }

    /**
     * Offers the matches that begin with {@code token} to {@code taker}, patterns in order of preference, until it takes
     * one. The taker reads the matcher at once; the next match overwrites it.
     */
    public boolean firstThat(Matcher matcher, Tape tape, int token, Predicate<Matcher> taker) {
        long[] candidates = candidates(tape, token);
        for (int w = 0; w < candidates.length; w++) {
            for (long bits = candidates[w]; bits != 0; bits &= bits - 1) {
                int p = (w << 6) + Long.numberOfTrailingZeros(bits);
                if (mayMatch(matcher, tape, p, token)
                        && matcher.matches(patterns.get(p), token)
                        && taker.test(matcher)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether some pattern matches beginning with {@code token}; the matcher then tells of the first that does. */
    public boolean first(Matcher matcher, Tape tape, int token) {
        long[] candidates = candidates(tape, token);
        for (int w = 0; w < candidates.length; w++) {
            for (long bits = candidates[w]; bits != 0; bits &= bits - 1) {
                int p = (w << 6) + Long.numberOfTrailingZeros(bits);
                if (mayMatch(matcher, tape, p, token) && matcher.matches(patterns.get(p), token)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The patterns worth trying at a token: what stands there and what stands behind it fit their first two things. Empty
     * where there are none.
     */
    private long[] candidates(Tape tape, int token) {
        long[] out = NONE;
        int end = token + 1;
        long[] follow = NONE;
        int tokens = Atom.classOf(tape.text(), token);
        if (first.anyByClass[tokens]) {
            out = new long[words];
            follow = follow(tape, end);
            or(out, first.byClass[tokens], follow);
        }
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            int set = tape.set(hit);
            if (set < first.anyBySet.length && first.anyBySet[set]) {
                if (follow.length == 0 || tape.end(hit) != end) {
                    end = tape.end(hit);
                    follow = follow(tape, end);
                }
                out = out.length == 0 ? new long[words] : out;
                or(out, first.bySet[set], follow);
            }
        }
        return out;
    }

    /** The patterns that can go on at a token, or need not. */
    private long[] follow(Tape tape, int token) {
        long[] out = free.clone();
        if (token >= tape.text().size()) {
            return out;
        }
        or(out, second.byClass[Atom.classOf(tape.text(), token)]);
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            int set = tape.set(hit);
            if (set < second.anyBySet.length && second.anyBySet[set]) {
                or(out, second.bySet[set]);
            }
        }
        return out;
    }

    private static void or(long[] out, long[] more) {
        for (int w = 0; w < out.length; w++) {
            out[w] |= more[w];
        }
    }

    private static void or(long[] out, long[] more, long[] mask) {
        for (int w = 0; w < out.length; w++) {
            out[w] |= more[w] & mask[w];
        }
    }
}
