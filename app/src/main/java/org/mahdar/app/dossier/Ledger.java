package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.model.Position;

/**
 * The positions of all parties on all issues over time. A cell that is not there says that nothing was read, never that a
 * party agrees.
 *
 * @param stands every position, in order of day, those without a day first
 */
public record Ledger(List<Stand> stands) {
    /** What several officials of a party say within so many days is said at one time. */
    private static final int AT_ONCE = 7;

    /** Copies and orders. */
    public Ledger {
        stands = stands.stream()
                .sorted(Comparator.comparing(stand -> stand.day().orElse(LocalDate.MIN)))
                .toList();
    }

    /**
     * What a party holds on an issue as of a day.
     *
     * @param party whose
     * @param issue on what
     * @param current what it said last, the newest first: of each official the last word, as far as it is not much older
     * @param superseded what it said before, the newest first
     * @param divided whether its officials point different ways at one time
     */
    public record Cell(Side party, String issue, List<Stand> current, List<Stand> superseded, boolean divided) {
        /** Copies the lists. */
        public Cell {
            current = List.copyOf(current);
            superseded = List.copyOf(superseded);
        }

        private Set<Position.Act> acts() {
            Set<Position.Act> out = new HashSet<>();
            current.forEach(stand -> out.add(stand.act()));
            return out;
        }
    }

    /**
     * What changed in a cell between two days.
     *
     * @param before the cell on the first; empty where the party had said nothing
     * @param after the cell on the second
     */
    public record Change(Optional<Cell> before, Cell after) {}

    /** All cells as of the end of a day, by party and issue in the order in which they first spoke. */
    public List<Cell> asOf(LocalDate day) {
        return cells(stands.stream()
                .filter(stand -> stand.day().map(d -> !d.isAfter(day)).orElse(false))
                .toList());
    }

    /** All cells as of now. */
    public List<Cell> newest() {
        return cells(stands);
    }

    private static List<Cell> cells(List<Stand> stands) {
        Map<List<String>, List<Stand>> byCell = new LinkedHashMap<>();
        for (Stand stand : stands) {
            byCell.computeIfAbsent(List.of(stand.party().key(), stand.issue()), key -> new ArrayList<>())
                    .add(0, stand);
        }
        return byCell.values().stream().map(Ledger::cell).toList();
    }

    /** One cell; its stands come newest first. */
    private static Cell cell(List<Stand> stands) {
        LocalDate last = stands.get(0).day().orElse(LocalDate.MIN);
        Set<String> spoken = new HashSet<>();
        List<Stand> current = new ArrayList<>();
        List<Stand> superseded = new ArrayList<>();
        for (Stand stand : stands) {
            LocalDate day = stand.day().orElse(LocalDate.MIN);
            boolean recent = day.equals(last)
                    || (day.isAfter(LocalDate.MIN) && !day.plusDays(AT_ONCE).isBefore(last));
            String voice = stand.voice().map(Who::key).orElse("");
            boolean sameDay = current.stream()
                    .anyMatch(other -> other.day().equals(stand.day())
                            && other.voice().map(Who::key).orElse("").equals(voice));
            if (recent && (spoken.add(voice) || sameDay)) {
                current.add(stand);
            } else {
                superseded.add(stand);
            }
        }
        Stand first = stands.get(0);
        return new Cell(first.party(), first.issue(), current, superseded, isDivided(current));
    }

    private static boolean isDivided(List<Stand> current) {
        for (Stand one : current) {
            for (Stand other : current) {
                boolean voices = !one.voice().map(Who::key).equals(other.voice().map(Who::key));
                if (voices
                        && one.direction() == Stand.Direction.TOWARDS
                        && other.direction() == Stand.Direction.AGAINST) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The cells in which something was said after the first day and up to the second that points elsewhere than before. */
    public List<Change> compare(LocalDate first, LocalDate second) {
        Map<List<String>, Cell> before = new LinkedHashMap<>();
        asOf(first).forEach(cell -> before.put(List.of(cell.party().key(), cell.issue()), cell));
        List<Change> out = new ArrayList<>();
        for (Cell after : asOf(second)) {
            Optional<Cell> was =
                    Optional.ofNullable(before.get(List.of(after.party().key(), after.issue())));
            if (was.isEmpty() || !was.get().acts().equals(after.acts())) {
                out.add(new Change(was, after));
            }
        }
        return out;
    }
}
