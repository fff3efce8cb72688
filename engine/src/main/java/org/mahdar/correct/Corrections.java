package org.mahdar.correct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mahdar.correct.Corrected.Fate;
import org.mahdar.correct.Corrected.Outcome;
import org.mahdar.correct.Corrected.State;
import org.mahdar.model.Assessment;
import org.mahdar.model.Correction;
import org.mahdar.model.Correction.Verdict;
import org.mahdar.model.Finding;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;
import org.mahdar.model.TimeExpression;

/**
 * Applies readers' corrections to what the machine read. A pure function: the same minutes and corrections give the same
 * result, and every correction has an outcome.
 */
public final class Corrections {
    /** In the place of a pattern, where a reader and no pattern read the line. */
    private static final String EVIDENCE = "reader";

    private final Minutes machine;
    private final Cast cast;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<String, Integer> lastId = new HashMap<>();

    /** A line while it is being corrected. */
    private static final class Line {
        private final String target;
        private final String id;
        private final Span span;
        private final Optional<Finding> read;
        private final Map<String, String> machine;
        private final Map<String, String> fields;
        private final List<Integer> about = new ArrayList<>();
        private Optional<State> state = Optional.empty();
        private boolean rejected;

        Line(String target, String id, Span span, Optional<Finding> read, Map<String, String> fields) {
            this.target = target;
            this.id = id;
            this.span = span;
            this.read = read;
            this.machine = read.isPresent() ? Map.copyOf(fields) : Map.of();
            this.fields = new TreeMap<>(fields);
        }
    }

    private Corrections(Minutes machine) {
        this.machine = machine;
        this.cast = new Cast(machine);
        int times = 0;
        for (Finding finding : inOrder(machine)) {
            times += finding instanceof TimeExpression ? 1 : 0;
            String id = id(finding, times);
            String target = Fields.target(finding);
            lastId.merge(target, Integer.parseInt(id.substring(1)), Math::max);
            lines.put(id, new Line(target, id, finding.span(), Optional.of(finding), Fields.of(machine, finding)));
        }
    }

    /**
     * The minutes with corrections, which come in the order in which they were given and are all about the text that the
     * minutes were read from.
     */
    public static Corrected apply(Minutes machine, List<Correction> corrections) {
        if (corrections.isEmpty()) {
            return Corrected.none(machine);
        }
        Corrections work = new Corrections(machine);
        corrections.forEach(work::take);
        return work.result();
    }

    /** The outcome of a correction that was given for another text than that in force: it is never moved by guess. */
    public static Outcome orphan(Correction correction) {
        return new Outcome(
                correction,
                Fate.ORPHAN,
                "",
                Map.of(),
                "the text of the story has changed since; look at its new version");
    }

    private static List<Finding> inOrder(Minutes minutes) {
        List<Finding> out = new ArrayList<>();
        out.addAll(minutes.statements());
        out.addAll(minutes.meetings());
        out.addAll(minutes.positions());
        out.addAll(minutes.papers());
        out.addAll(minutes.assessments());
        out.addAll(minutes.times());
        return out;
    }

    /** The id of a line; times, which have none, are counted. */
    private static String id(Finding line, int ordinal) {
        if (line instanceof Statement s) {
            return s.id();
        }
        if (line instanceof Meeting m) {
            return m.id();
        }
        if (line instanceof Position p) {
            return p.id();
        }
        if (line instanceof Paper p) {
            return p.id();
        }
        return line instanceof Assessment a ? a.id() : "t" + ordinal;
    }

    private static String letter(String target) {
        return switch (target) {
            case "paper" -> "d";
            case "assessment" -> "v";
            default -> target.substring(0, 1);
        };
    }

    private void take(Correction correction) {
        try {
            switch (correction.verdict()) {
                case MERGE, SPLIT -> actor(correction);
                case ADD -> add(correction);
                case CONFIRM, REJECT, REPLACE -> line(correction);
            }
        } catch (IllegalArgumentException e) {
            outcomes.add(new Outcome(correction, Fate.ORPHAN, "", Map.of(), String.valueOf(e.getMessage())));
        }
    }

    private void actor(Correction correction) {
        boolean fits = correction.verdict() == Verdict.MERGE
                ? cast.merge(correction.span(), Fields.Values.span("into", into(correction)))
                : cast.split(
                        new Fields.Values(correction.set()).needSpans("mentions"),
                        Optional.ofNullable(correction.set().get("name")));
        outcomes.add(new Outcome(
                correction,
                fits ? Fate.APPLIED : Fate.ORPHAN,
                "",
                Map.of(),
                fits ? "" : "the machine names nobody there by now, or the two are one already"));
    }

    private static String into(Correction correction) {
        return new Fields.Values(correction.set()).need("into");
    }

    private void add(Correction correction) {
        Optional<Line> there = find(correction);
        if (there.isPresent()) {
            // By now the machine reads such a line, or somebody added it before.
            replace(correction, there.get());
            return;
        }
        if (Fields.names(correction.target()).isEmpty()) {
            throw new IllegalArgumentException("there is no sort of line \"" + correction.target() + "\"");
        }
        if (correction.span().end() > machine.story().text().length()) {
            throw new IllegalArgumentException("the line ends behind the text of the story");
        }
        int number = lastId.merge(correction.target(), 1, Integer::sum);
        Line line = new Line(
                correction.target(),
                letter(correction.target()) + number,
                correction.span(),
                Optional.empty(),
                correction.set());
        // Before it counts, it has to be a line at all.
        cast.reader(machine).line(line.target, line.id, line.fields, EVIDENCE, Optional.empty());
        line.state = Optional.of(State.ADDED);
        lines.put(line.id, line);
        judged(correction, line, Fate.APPLIED, "");
    }

    private void line(Correction correction) {
        Optional<Line> there = find(correction);
        if (there.isEmpty()) {
            boolean gone = correction.verdict() == Verdict.REJECT;
            outcomes.add(new Outcome(
                    correction,
                    gone ? Fate.AGREED : Fate.ORPHAN,
                    "",
                    Map.of(),
                    gone ? "the machine reads no such line any more" : "the machine reads no such line here any more"));
            return;
        }
        Line line = there.get();
        switch (correction.verdict()) {
            case CONFIRM -> {
                line.rejected = false;
                line.state = Optional.of(line.state.orElse(State.CONFIRMED));
                judged(correction, line, fate(correction, line), "");
            }
            case REJECT -> {
                line.rejected = true;
                judged(correction, line, fate(correction, line), "");
            }
            default -> replace(correction, line);
        }
    }

    private void replace(Correction correction, Line line) {
        Map<String, String> fields = new TreeMap<>(line.fields);
        fields.putAll(correction.set());
        fields.values().removeIf(String::isEmpty);
        cast.reader(machine).line(line.target, line.id, fields, EVIDENCE, line.read);
        boolean agreed = line.read.isPresent() && line.machine.equals(fields);
        line.fields.clear();
        line.fields.putAll(fields);
        line.rejected = false;
        if (line.state.filter(State.ADDED::equals).isEmpty()) {
            line.state = Optional.of(agreed ? State.CONFIRMED : State.CORRECTED);
        }
        judged(correction, line, agreed ? Fate.AGREED : fate(correction, line), "");
    }

    /** Whether the machine still reads what it read when the correction was given. */
    private static Fate fate(Correction correction, Line line) {
        boolean same = correction.before().isEmpty()
                || line.read.isEmpty()
                || correction.before().equals(line.machine);
        return same ? Fate.APPLIED : Fate.CONFLICT;
    }

    /** Notes an outcome; earlier verdicts on the line that this one undoes are superseded. */
    private void judged(Correction correction, Line line, Fate fate, String note) {
        for (int earlier : line.about) {
            Outcome old = outcomes.get(earlier);
            if (undoes(correction, old.correction())) {
                outcomes.set(
                        earlier, new Outcome(old.correction(), Fate.SUPERSEDED, old.line(), old.now(), old.note()));
            }
        }
        line.about.add(outcomes.size());
        outcomes.add(new Outcome(correction, fate, line.id, line.machine, note));
    }

    private static boolean undoes(Correction later, Correction earlier) {
        return switch (later.verdict()) {
            case REPLACE, ADD ->
                earlier.verdict() == Verdict.REJECT
                        || (!earlier.set().isEmpty()
                                && later.set()
                                        .keySet()
                                        .containsAll(earlier.set().keySet()));
            case REJECT -> true;
            case CONFIRM -> earlier.verdict() == Verdict.REJECT;
            case MERGE, SPLIT -> false;
        };
    }

    /** The line that a correction names: of those with its span the one that is most like what was read then. */
    private Optional<Line> find(Correction correction) {
        return lines.values().stream()
                .filter(line -> line.target.equals(correction.target()) && line.span.equals(correction.span()))
                .filter(line -> !isOther(correction, line))
                .max(Comparator.comparingLong((Line line) -> common(correction.before(), line))
                        .thenComparing(line -> line.id, Comparator.reverseOrder()));
    }

    /** One span may hold a position for each of two parties; those are told apart by the party. */
    private static boolean isOther(Correction correction, Line line) {
        if (!line.target.equals("position")) {
            return false;
        }
        Map<String, String> named = correction.before().isEmpty() ? correction.set() : correction.before();
        String party = named.getOrDefault("party", "");
        Map<String, String> read = line.read.isPresent() ? line.machine : line.fields;
        return !party.isEmpty() && !party.equals(read.get("party"));
    }

    private static long common(Map<String, String> before, Line line) {
        Map<String, String> read = line.read.isPresent() ? line.machine : line.fields;
        return before.entrySet().stream()
                .filter(entry -> entry.getValue().equals(read.get(entry.getKey())))
                .count();
    }

    /** Where a line that was added stands: before the first of its sort that begins behind it. */
    private static int place(List<Finding> lines, Finding added) {
        for (int i = 0; i < lines.size(); i++) {
            boolean alike = Fields.target(lines.get(i)).equals(Fields.target(added));
            if (alike && lines.get(i).span().compareTo(added.span()) > 0) {
                return i;
            }
        }
        return lines.size();
    }

    private Corrected result() {
        Fields.Reader reader = cast.reader(machine);
        Map<String, State> states = new HashMap<>();
        List<Finding> rejected = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        for (Line line : lines.values()) {
            if (line.rejected) {
                line.read.ifPresent(rejected::add);
                continue;
            }
            line.state.ifPresent(state -> states.put(line.id, state));
            boolean untouched = line.read.isPresent() && line.machine.equals(line.fields);
            Finding now =
                    untouched ? line.read.get() : reader.line(line.target, line.id, line.fields, EVIDENCE, line.read);
            found.add(line.read.isPresent() ? found.size() : place(found, now), now);
        }
        return new Corrected(cast.minutes(machine, found), states, rejected, outcomes);
    }
}
