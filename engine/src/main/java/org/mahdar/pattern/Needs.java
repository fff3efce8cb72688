package org.mahdar.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What every match of a program takes: groups of atoms, of each of which one must be found. An atom on all ways through
 * the program is a group of its own; where there is none but the one that begins the match, it is the smallest group
 * that bars all ways.
 */
final class Needs {
    private static final int MAX_GROUP = 6;

    private final Program program;
    private final List<Integer> first;
    /** Whether none of the instructions with which a match begins counts as something that it needs. */
    private boolean behindFirst;

    private Needs(Program program) {
        this.program = program;
        this.first = reached(program, 0);
    }

    /** The groups of a program; none for what is found nearly everywhere. */
    static List<List<Atom>> of(Program program) {
        return new Needs(program).groups();
    }

    private List<List<Atom>> groups() {
        List<List<Atom>> out = new ArrayList<>();
        // What is on all ways is on any one of them.
        for (int pc : oneWay()) {
            if (isTelling(pc) && walk(new int[program.size()], pc) < 0) {
                out.add(List.of(program.atom(pc)));
            }
        }
        if (out.isEmpty()) {
            List<Integer> cut = smallestCut();
            if (cut.containsAll(first)) {
                // What lets a match begin is there wherever one is tried: something behind it is needed.
                behindFirst = true;
                cut = smallestCut();
            }
            if (!cut.isEmpty()) {
                out.add(cut.stream().map(program::atom).toList());
            }
        }
        return out;
    }

    /** Whether an instruction takes something that is not found nearly everywhere, nor known from where the match begins. */
    private boolean isTelling(int pc) {
        if (program.op(pc) != Program.ATOM || ((behindFirst || first.size() == 1) && first.contains(pc))) {
            return false;
        }
        Atom.Shape shape = program.atom(pc).shape();
        return shape != Atom.Shape.ANY && shape != Atom.Shape.WORD;
    }

    /** The instructions on a shortest way through the program, in the order of the program. */
    private List<Integer> oneWay() {
        int[] from = new int[program.size()];
        List<Integer> out = new ArrayList<>();
        for (int at = walk(from, -1); at > 0; at = from[at]) {
            out.add(at);
        }
        out.add(0);
        Collections.sort(out);
        return out;
    }

    /** The end of a shortest way that goes around an instruction, -1 where there is none; notes from where each is reached. */
    private int walk(int[] from, int barred) {
        Arrays.fill(from, -1);
        int[] todo = new int[program.size()];
        int count = 0;
        if (barred != 0) {
            from[0] = 0;
            todo[count++] = 0;
        }
        for (int i = 0; i < count; i++) {
            int pc = todo[i];
            if (program.op(pc) == Program.MATCH) {
                return pc;
            }
            for (int to : next(program, pc)) {
                if (to != barred && from[to] < 0) {
                    from[to] = pc;
                    todo[count++] = to;
                }
            }
        }
        return -1;
    }

    /**
     * The fewest telling instructions without which the end is not reached, by as many ways that share none of them; empty
     * where a way has no such instruction, or they would be too many.
     */
    private List<Integer> smallestCut() {
        // Each instruction is a place before it, 2 * pc, and one behind it. Each way found is kept as its steps, by
        // where they lead.
        int size = program.size();
        List<List<Integer>> into = new ArrayList<>();
        for (int place = 0; place < 2 * size; place++) {
            into.add(new ArrayList<>(0));
        }
        for (int ways = 0; ways <= MAX_GROUP; ways++) {
            int[] from = way(into);
            int at = endOf(from);
            if (at < 0) {
                return IntStream.range(0, size)
                        .filter(pc -> isTelling(pc) && from[2 * pc] >= 0 && from[2 * pc + 1] < 0)
                        .boxed()
                        .toList();
            }
            for (; at != 0; at = from[at]) {
                boolean back = into.get(from[at]).remove((Integer) at);
                if (!back) {
                    into.get(at).add(from[at]);
                }
            }
        }
        return List.of();
    }

    private int endOf(int[] from) {
        for (int pc = 0; pc < program.size(); pc++) {
            if (program.op(pc) == Program.MATCH && from[2 * pc] >= 0) {
                return 2 * pc;
            }
        }
        return -1;
    }

    /**
     * From where each place is reached on one more way, which may go a step of an earlier way backwards, and over a telling
     * instruction only if none has; -1 for places that it does not reach.
     */
    private int[] way(List<List<Integer>> into) {
        int[] from = new int[2 * program.size()];
        Arrays.fill(from, -1);
        from[0] = 0;
        List<Integer> todo = new ArrayList<>(List.of(0));
        for (int i = 0; i < todo.size(); i++) {
            int at = todo.get(i);
            List<Integer> places = new ArrayList<>(into.get(at));
            if (at % 2 == 1) {
                next(program, at / 2).forEach(pc -> places.add(2 * pc));
            } else if (!isTelling(at / 2) || into.get(at + 1).isEmpty()) {
                places.add(at + 1);
            }
            for (int to : places) {
                if (from[to] < 0) {
                    from[to] = at;
                    todo.add(to);
                }
            }
        }
        return from;
    }

    /** The instructions that take a token or end the match, as far as they can be reached from one without taking any. */
    static List<Integer> reached(Program program, int from) {
        List<Integer> out = new ArrayList<>();
        boolean[] seen = new boolean[program.size()];
        List<Integer> todo = new ArrayList<>(List.of(from));
        while (!todo.isEmpty()) {
            int pc = todo.remove(todo.size() - 1);
            if (seen[pc]) {
                continue;
            }
            seen[pc] = true;
            if (program.op(pc) == Program.ATOM || program.op(pc) == Program.MATCH) {
                out.add(pc);
            } else {
                todo.addAll(next(program, pc));
            }
        }
        return out;
    }

    /** The instructions that may follow one. */
    private static List<Integer> next(Program program, int pc) {
        return switch (program.op(pc)) {
            case Program.MATCH -> List.of();
            case Program.SPLIT -> List.of(program.x(pc), program.y(pc));
            case Program.JUMP -> List.of(program.x(pc));
            default -> List.of(pc + 1);
        };
    }
}
