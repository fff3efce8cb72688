package org.mahdar.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mahdar.text.Text;

/**
 * Patterns that are tried together, in their order, at every token where one of them could begin. Which those are is
 * known beforehand from the first two things that each pattern asks for, so that most tokens cost one look.
 */
public final class PatternSet {
    private final List<Pattern> patterns;
    private final int words;
    /** The patterns that a first thing lets begin. */
    private final Table first;
    /** The patterns that a second thing lets go on; those that may end after the first are in {@link #free}. */
    private final Table second;
    /** Patterns that need no second thing, or whose first thing may be of any length. */
    private final long[] free;
    /** Patterns that may match without a token, and whether there are any. */
    private final long[] empty;

    private boolean anywhere;
    /** All patterns. */
    private final long[] all;
    /** Groups of things of which some pattern must find one, each group once. */
    private final List<Atom[]> needs = new ArrayList<>();
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
        this.empty = new long[words];
        this.all = new long[words];
        Arrays.fill(all, ~0L);
        this.needed = new int[patterns.size()][];
        this.leaves = new boolean[patterns.size()];
        // What a pattern cannot do without is looked for on all its ways and asks nothing of other patterns.
        List<List<List<Atom>>> needsOf = patterns.parallelStream()
                .map(pattern -> Needs.of(pattern.program()))
                .toList();
        for (int p = 0; p < patterns.size(); p++) {
            Program program = patterns.get(p).program();
            needed[p] = needsOf.get(p).stream().mapToInt(this::number).toArray();
            leaves[p] = leavesSentence(program);
            for (int pc : Needs.reached(program, 0)) {
                if (program.op(pc) != Program.ATOM) {
                    // An empty match: such a pattern may begin anywhere.
                    empty[p >>> 6] |= 1L << p;
                    anywhere = true;
                    free[p >>> 6] |= 1L << p;
                    continue;
                }
                Atom atom = program.atom(pc);
                first.add(atom, p);
                boolean open = !atom.isOfKnownLength();
                for (int next : Needs.reached(program, pc + 1)) {
                    if (open || program.op(next) != Program.ATOM) {
                        free[p >>> 6] |= 1L << p;
                    } else {
                        second.add(program.atom(next), p);
                    }
                }
            }
        }
        first.close(symbols);
        second.close(symbols);
    }

    private int number(List<Atom> group) {
        for (int i = 0; i < needs.size(); i++) {
            Atom[] known = needs.get(i);
            boolean alike = known.length == group.size();
            for (int a = 0; alike && a < known.length; a++) {
                alike = known[a].isLike(group.get(a));
            }
            if (alike) {
                return i;
            }
        }
        needs.add(group.toArray(new Atom[0]));
        return needs.size() - 1;
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
        int limit = Math.min(
                token + patterns.get(pattern).within(),
                leaves[pattern] ? tape.text().size() : tape.text().sentenceEnd(token));
        for (int need : needed[pattern]) {
            if (!matcher.holdsBetween(needs.get(need), need, token, limit)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Some of the patterns, as bits, by what stands at a token: by the symbol set of a hit, by its proclitics, by what the
     * token is by itself.
     */
    private static final class Table {
        /** The row of what no pattern is found by: so it is with most sets. */
        private static final long[] NONE = new long[0];

        private final long[][] bySet;
        private final long[][] byClitics;
        private final long[][] byShape = new long[Integer.SIZE][];
        /** All shapes by which some pattern is found here, as bits of {@link Shapes}. */
        private int shapes;
        /** All sets by which some pattern is found here, as one thing that the tape answers at once. */
        private final BitSet sets = new BitSet();

        private Atom anySet = Atom.of(Atom.Shape.ANY);

        Table(int setCount, int words) {
            bySet = new long[setCount][];
            Arrays.fill(bySet, NONE);
            Arrays.fill(byShape, NONE);
            byClitics = new long[HitAtoms.CLITICS][words];
        }

        void add(Atom atom, int pattern) {
            if (atom.shape() != Atom.Shape.HIT) {
                int shape = Integer.numberOfTrailingZeros(atom.opening());
                byShape[shape] = with(byShape[shape], pattern);
                shapes |= atom.opening();
                return;
            }
            for (int set : atom.accepted()) {
                bySet[set] = with(bySet[set], pattern);
                sets.set(set);
            }
            for (int clitics = 0; clitics < byClitics.length; clitics++) {
                if (atom.admits(clitics)) {
                    byClitics[clitics] = with(byClitics[clitics], pattern);
                }
            }
        }

        private long[] with(long[] row, int pattern) {
            long[] out = row.length == 0 ? new long[byClitics[0].length] : row;
            out[pattern >>> 6] |= 1L << pattern;
            return out;
        }

        /** To be called once, when all is added. */
        void close(Symbols symbols) {
            if (!sets.isEmpty()) {
                anySet = symbols.atoms().atom((BitSet) sets.clone(), 0, Atom.ALL);
            }
        }

        /** Whether a hit at the token is one by which some pattern is found. */
        boolean hasHit(Tape tape, int token) {
            return anySet.shape() == Atom.Shape.HIT && tape.holds(token, anySet);
        }

        /** Adds the patterns that what the token is by itself lets in. */
        void addByShape(long[] out, Tape tape, int token, long[] mask) {
            for (int bits = tape.shapes(token) & shapes; bits != 0; bits &= bits - 1) {
                long[] row = byShape[Integer.numberOfTrailingZeros(bits)];
                for (int w = 0; w < row.length; w++) {
                    out[w] |= row[w] & mask[w];
                }
            }
        }

        /** Adds the patterns that a hit lets in. */
        void addByHit(long[] out, Tape tape, int hit, long[] mask) {
            int set = tape.set(hit);
            long[] row = set < bySet.length ? bySet[set] : NONE;
            if (row.length > 0) {
                long[] clitics = byClitics[tape.clitics(hit)];
                for (int w = 0; w < row.length; w++) {
                    out[w] |= row[w] & clitics[w] & mask[w];
                }
            }
        }
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
        if (!hasCandidates(matcher, tape, token)) {
            return false;
        }
        long[] candidates = matcher.candidates(words);
        for (int w = 0; w < words; w++) {
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
        return firstThat(matcher, tape, token, match -> true);
    }

    /**
     * Finds the patterns worth trying at a token: what stands there and what stands behind it fit their first two things.
     * They are left in the matcher, where there are any.
     */
    private boolean hasCandidates(Matcher matcher, Tape tape, int token) {
        boolean byShape = (tape.shapes(token) & first.shapes) != 0;
        boolean byHit = first.hasHit(tape, token);
        if (!byShape && !byHit && !anywhere) {
            return false;
        }
        long[] out = matcher.candidates(words);
        long[] follow = matcher.follow(words);
        Arrays.fill(out, 0, words, 0L);
        int end = -1;
        if (byShape || anywhere) {
            end = token + 1;
            follow(follow, tape, end);
            first.addByShape(out, tape, token, follow);
            if (anywhere && tape.text().kind(token) != Text.BREAK) {
                for (int w = 0; w < words; w++) {
                    out[w] |= empty[w];
                }
            }
        }
        if (byHit) {
            for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
                if (tape.end(hit) != end) {
                    end = tape.end(hit);
                    follow(follow, tape, end);
                }
                first.addByHit(out, tape, hit, follow);
            }
        }
        return true;
    }

    /** Finds the patterns that can go on at a token, or need not. */
    private void follow(long[] out, Tape tape, int token) {
        System.arraycopy(free, 0, out, 0, words);
        if (token >= tape.text().size()) {
            return;
        }
        second.addByShape(out, tape, token, all);
        if (second.hasHit(tape, token)) {
            for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
                second.addByHit(out, tape, hit, all);
            }
        }
    }
}
