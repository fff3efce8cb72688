package org.mahdar.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mahdar.text.Text;

/**
 * Patterns that are tried together, in their order, at every token where one of them could begin. Which those are is
 * known beforehand from the first things that each pattern asks for, so that most tokens cost one look.
 */
public final class PatternSet {
    private final List<Pattern> patterns;
    /** For each symbol set, the patterns that may begin with a hit of that set, as bits. */
    private final long[][] bySet;
    /** For each token kind, the patterns that may begin at such a token whatever the lexicon says of it. */
    private final long[][] byKind;

    private final int words;

    /** Prepares the patterns; the order is the order of preference. */
    public PatternSet(List<Pattern> patterns, Symbols symbols) {
        this.patterns = List.copyOf(patterns);
        this.words = (patterns.size() + 63) >>> 6;
        this.bySet = new long[symbols.setCount()][words];
        this.byKind = new long[Text.BREAK + 1][words];
        for (int p = 0; p < patterns.size(); p++) {
            for (Atom atom : firstAtoms(patterns.get(p).program())) {
                for (byte kind = Text.WORD; kind <= Text.BREAK; kind++) {
                    if (atom.mayBegin(kind)) {
                        byKind[kind][p >>> 6] |= 1L << p;
                    }
                }
                for (int set = 0; set < atom.accepted().length; set++) {
                    if (atom.accepted()[set]) {
                        bySet[set][p >>> 6] |= 1L << p;
                    }
                }
            }
        }
    }

    private static List<Atom> firstAtoms(Program program) {
        List<Atom> out = new ArrayList<>();
        boolean[] seen = new boolean[program.size()];
        List<Integer> todo = new ArrayList<>(List.of(0));
        while (!todo.isEmpty()) {
            int pc = todo.remove(todo.size() - 1);
            if (seen[pc]) {
                continue;
            }
            seen[pc] = true;
            switch (program.op(pc)) {
                case Program.ATOM:
                    out.add(program.atom(pc));
                    break;
                case Program.SPLIT:
                    todo.add(program.x(pc));
                    todo.add(program.y(pc));
                    break;
                case Program.JUMP:
                    todo.add(program.x(pc));
                    break;
                case Program.MATCH:
                    out.add(Atom.of(Atom.Shape.ANY));
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
        for (int w = 0; w < words; w++) {
            for (long bits = candidates[w]; bits != 0; bits &= bits - 1) {
                Pattern pattern = patterns.get((w << 6) + Long.numberOfTrailingZeros(bits));
                if (matcher.matches(pattern, token) && taker.test(matcher)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether some pattern matches beginning with {@code token}; the matcher then tells of the first that does. */
    public boolean first(Matcher matcher, Tape tape, int token) {
        long[] candidates = candidates(tape, token);
        for (int w = 0; w < words; w++) {
            for (long bits = candidates[w]; bits != 0; bits &= bits - 1) {
                if (matcher.matches(patterns.get((w << 6) + Long.numberOfTrailingZeros(bits)), token)) {
                    return true;
                }
            }
        }
        return false;
    }

    private long[] candidates(Tape tape, int token) {
        int hit = tape.first(token);
        long[] plain = byKind[tape.text().kind(token)];
        if (hit < 0) {
            return plain;
        }
        long[] out = Arrays.copyOf(plain, words);
        for (; hit >= 0; hit = tape.next(hit)) {
            long[] more = bySet[tape.set(hit)];
            for (int w = 0; w < words; w++) {
                out[w] |= more[w];
            }
        }
        return out;
    }
}
