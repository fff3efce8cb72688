package org.mahdar.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
        this.needed = new int[patterns.size()][];
        this.leaves = new boolean[patterns.size()];
        for (int p = 0; p < patterns.size(); p++) {
            Program program = patterns.get(p).program();
            needed[p] = Needs.of(program).stream().mapToInt(this::number).toArray();
            leaves[p] = leavesSentence(program);
            for (int pc : Needs.reached(program, 0)) {
                if (program.op(pc) != Program.ATOM) {
                    // An empty match: such a pattern may begin anywhere.
                    first.add(Atom.of(Atom.Shape.ANY), p);
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

        boolean anyBySet(int set) {
            return set < anyBySet.length && anyBySet[set];
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
        int tokens = Atom.classOf(tape, token);
        boolean any = first.anyByClass[tokens];
        for (int hit = tape.first(token); !any && hit >= 0; hit = tape.next(hit)) {
            any = first.anyBySet(tape.set(hit));
        }
        if (!any) {
            return false;
        }
        long[] out = matcher.candidates(words);
        long[] follow = matcher.follow(words);
        Arrays.fill(out, 0, words, 0L);
        int end = -1;
        if (first.anyByClass[tokens]) {
            end = token + 1;
            follow(follow, tape, end);
            or(out, first.byClass[tokens], follow);
        }
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            int set = tape.set(hit);
            if (first.anyBySet(set)) {
                if (tape.end(hit) != end) {
                    end = tape.end(hit);
                    follow(follow, tape, end);
                }
                or(out, first.bySet[set], follow);
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
        or(out, second.byClass[Atom.classOf(tape, token)]);
        for (int hit = tape.first(token); hit >= 0; hit = tape.next(hit)) {
            if (second.anyBySet(tape.set(hit))) {
                or(out, second.bySet[tape.set(hit)]);
            }
        }
    }

    private static void or(long[] out, long[] more) {
        for (int w = 0; w < more.length; w++) {
            out[w] |= more[w];
        }
    }

    private static void or(long[] out, long[] more, long[] mask) {
        for (int w = 0; w < more.length; w++) {
            out[w] |= more[w] & mask[w];
        }
    }
}
