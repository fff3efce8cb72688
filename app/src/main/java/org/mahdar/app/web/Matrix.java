package org.mahdar.app.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.dossier.Definition;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Ledger;
import org.mahdar.app.dossier.Side;
import org.mahdar.app.dossier.Stand;
import org.mahdar.model.Position;

/**
 * The positions of the parties on the issues, as a table.
 *
 * @param issues the columns; the empty one holds what names no issue
 * @param rows the parties
 * @param asOf the day as of which it holds; empty for now
 * @param compare the day it is compared with; what changed between the two is marked
 * @param first day on which something is known
 * @param last day
 */
record Matrix(
        List<String> issues,
        List<Row> rows,
        Optional<LocalDate> asOf,
        Optional<LocalDate> compare,
        Optional<LocalDate> first,
        Optional<LocalDate> last) {
    /** A party with its cells, one a column; empty where nothing was read. */
    record Row(Side party, List<Optional<Cell>> cells) {}

    /**
     * What a party holds on an issue.
     *
     * @param cell with the words
     * @param changed whether it points elsewhere than on the day compared with
     */
    record Cell(Ledger.Cell cell, boolean changed) {
        Stand newest() {
            return cell.current().get(0);
        }

        List<Stand> all() {
            List<Stand> out = new ArrayList<>(cell.current());
            out.addAll(cell.superseded());
            return out;
        }

        /** What was done over time, the oldest first. */
        List<Position.Act> strip() {
            List<Position.Act> out = new ArrayList<>();
            List<Stand> all = all();
            for (int i = all.size() - 1; i >= 0; i--) {
                Position.Act act = all.get(i).act();
                if (out.isEmpty() || out.get(out.size() - 1) != act) {
                    out.add(act);
                }
            }
            return out;
        }
    }

    /** A sign for what is done, beside its word and never in its place. */
    static String sign(Position.Act act) {
        return switch (act) {
            case DEMAND -> "\u25B2";
            case OFFER -> "\u25C6";
            case ACCEPT -> "\u2713";
            case CONDITION -> "\u25C7";
            case REJECT -> "\u2715";
            case COMMIT -> "\u25CF";
            case SUPPORT -> "+";
            case THREATEN -> "!";
            case CRITICISE -> "\u2212";
        };
    }

    static Matrix of(Dossier dossier, Definition definition, Optional<LocalDate> asOf, Optional<LocalDate> compare) {
        Ledger ledger = dossier.positions();
        List<Ledger.Cell> cells = asOf.map(ledger::asOf).orElseGet(ledger::newest);
        Optional<LocalDate> last = dossier.coverage().last();
        Set<List<String>> changed = new HashSet<>();
        if (compare.isPresent()) {
            LocalDate other = asOf.or(() -> last).orElse(compare.get());
            LocalDate early = compare.get().isBefore(other) ? compare.get() : other;
            LocalDate late = compare.get().isBefore(other) ? other : compare.get();
            for (Ledger.Change change : ledger.compare(early, late)) {
                changed.add(List.of(change.after().party().key(), change.after().issue()));
            }
        }
        Set<String> issues = new LinkedHashSet<>();
        definition.issues().forEach(issue -> issues.add(issue.name()));
        cells.forEach(cell -> issues.add(cell.issue()));
        List<String> columns = new ArrayList<>(issues);
        if (columns.remove("")) {
            columns.add("");
        }
        Map<List<String>, Ledger.Cell> byPlace = new HashMap<>();
        cells.forEach(cell -> byPlace.put(List.of(cell.party().key(), cell.issue()), cell));
        List<Row> rows = new ArrayList<>();
        dossier.parties().stream().filter(party -> party.asked()).forEach(party -> {
            List<Optional<Cell>> row = new ArrayList<>();
            for (String issue : columns) {
                List<String> place = List.of(party.side().key(), issue);
                row.add(Optional.ofNullable(byPlace.get(place)).map(cell -> new Cell(cell, changed.contains(place))));
            }
            rows.add(new Row(party.side(), row));
        });
        return new Matrix(columns, rows, asOf, compare, dossier.coverage().first(), last);
    }
}
