package org.mahdar.app.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mahdar.app.wire.LineKind;
import org.mahdar.model.Minutes;
import org.mahdar.model.Position;
import org.mahdar.model.Statement;

/** The table that turns lines of minutes into coded events: {@code projection.tsv}. */
final class Projection {
    /**
     * A row of the table.
     *
     * @param plover empty where PLOVER has no category for it
     * @param mode may be empty
     */
    record Row(
            String layer,
            String kind,
            String act,
            String tense,
            Optional<String> plover,
            String mode,
            String cameo,
            String name) {
        private boolean fits(Line line) {
            return layer.equals(line.layer().word()) && fits(kind, line.kind()) && fits(act, line.act());
        }

        private static boolean fits(String wanted, String word) {
            return wanted.equals("*") || wanted.equals(word);
        }
    }

    /** An event: a line and the row that codes it. */
    record Event(Line line, Row row) {}

    private static final String RESOURCE = "/org/mahdar/app/export/projection.tsv";
    private static final int COLUMNS = 8;
    private static final Map<String, Integer> QUADS = Map.ofEntries(
            Map.entry("AGREE", 1),
            Map.entry("CONSULT", 1),
            Map.entry("SUPPORT", 1),
            Map.entry("CONCEDE", 1),
            Map.entry("COOPERATE", 2),
            Map.entry("AID", 2),
            Map.entry("RETREAT", 2),
            Map.entry("DEMAND", 3),
            Map.entry("ACCUSE", 3),
            Map.entry("REJECT", 3),
            Map.entry("SANCTION", 3),
            Map.entry("THREATEN", 3));

    private final List<Row> rows;

    private Projection(List<Row> rows) {
        this.rows = rows;
    }

    /** The table that comes with Mahdar. */
    static Projection bundled() {
        try (InputStream in = Projection.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("This jar was built without " + RESOURCE);
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Projection of(String table) {
        List<Row> rows = new ArrayList<>();
        boolean heading = true;
        int number = 0;
        for (String text : table.split("\n", -1)) {
            number++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            String[] cells = text.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException("projection.tsv, line " + number + " has " + cells.length
                        + " columns and needs " + COLUMNS + ", parted by tabs");
            }
            if (!heading) {
                Optional<String> plover = Optional.of(cells[4]).filter(word -> !word.equals("-"));
                if (plover.isPresent() && !QUADS.containsKey(plover.get())) {
                    throw new IllegalArgumentException("projection.tsv, line " + number + ": PLOVER has no category "
                            + plover.get() + "; it is one of " + QUADS.keySet());
                }
                rows.add(new Row(cells[0], cells[1], cells[2], cells[3], plover, cells[5], cells[6], cells[7]));
            }
            heading = false;
        }
        return new Projection(List.copyOf(rows));
    }

    List<Row> rows() {
        return rows;
    }

    /** The row for a line; empty where it is no event. */
    Optional<Row> row(Line line) {
        return rows.stream().filter(row -> row.fits(line)).findFirst();
    }

    /** PLOVER's number for the quarter of its scheme in which a category lies. */
    static int quad(String plover) {
        return QUADS.getOrDefault(plover, 0);
    }

    /** The events of minutes in text order. A statement in which a position lies is the position, and counted once. */
    List<Event> events(Minutes minutes) {
        Set<String> stances = minutes.positions().stream()
                .map(Position::statement)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(HashSet::new));
        List<Event> out = new ArrayList<>();
        for (Line line : Line.of(minutes)) {
            boolean counted = line.finding() instanceof Statement && stances.contains(line.id());
            if (line.layer() != LineKind.TIME && !counted) {
                row(line).ifPresent(row -> out.add(new Event(line, row)));
            }
        }
        return out;
    }
}
