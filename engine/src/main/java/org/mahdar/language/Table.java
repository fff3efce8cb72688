package org.mahdar.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mahdar.pattern.PatternException;
import org.mahdar.pattern.Place;

/**
 * A file of lines whose cells are parted by tabs. Lines that begin with {@code #} are comments, those with {@code #:}
 * settings; the first other line names the columns.
 */
final class Table {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** One setting: where it stands, and its words. */
    record Setting(Place place, List<String> words) {}

    /** One line of facts; cells at the end that are empty may be missing. */
    record Row(Place place, List<String> columns, List<String> cells) {
        /** The cell of a column; empty where there is none. */
        String cell(String column) {
            int at = columns.indexOf(column);
            return at < 0 || at >= cells.size() ? "" : cells.get(at);
        }

        /** The place of a cell's own words. */
        Place at(String cell) {
            return place.at(Math.max(0, place.text().indexOf(cell)) + 1);
        }
    }

    final String file;
    final List<Setting> settings = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    List<String> columns = List.of();
    Place head;

    Table(String file, String content) {
        this.file = file;
        this.head = new Place(file, 1, 0, "");
        int number = 0;
        int at = !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        while (at < content.length()) {
            int lineEnd = content.indexOf('\n', at);
            String line = content.substring(at, lineEnd < 0 ? content.length() : lineEnd);
            at = lineEnd < 0 ? content.length() : lineEnd + 1;
            number++;
            if (!line.isBlank()) {
                line(new Place(file, number, 1, line));
            }
        }
        if (columns.isEmpty()) {
            throw new PatternException(
                    head,
                    1,
                    "this file has no line that names its columns",
                    "Begin with a line such as: terms<TAB>tags");
        }
    }

    private void line(Place place) {
        String line = place.text();
        if (line.startsWith("#:")) {
            settings.add(new Setting(place, List.of(line.substring(2).strip().split("\\s+"))));
        } else if (!line.startsWith("#")) {
            if (columns.isEmpty()) {
                columns = cells(line).stream().map(String::intern).toList();
                head = place;
                checkColumns();
            } else {
                row(place);
            }
        }
    }

    private void checkColumns() {
        Map<String, String> seen = new LinkedHashMap<>();
        for (String column : columns) {
            if (column.isBlank() || seen.put(column, column) != null) {
                throw new PatternException(
                        head,
                        1,
                        "column \"" + column + "\" is empty or stands twice",
                        "Give each column a name of its own.");
            }
        }
    }

    private void row(Place place) {
        List<String> cells = cells(place.text());
        if (cells.size() > columns.size()) {
            throw new PatternException(
                    place,
                    1,
                    "this line has " + cells.size() + " cells, the file has " + columns.size() + " columns",
                    "Take the surplus tabs away.");
        }
        rows.add(new Row(place, columns, cells));
    }

    /** The ways to write something that one cell holds. */
    static List<String> split(String cell) {
        if (cell.indexOf('|') < 0) {
            return List.of(cell);
        }
        List<String> out = new ArrayList<>();
        for (String part : cell.split("\\|")) {
            String words = part.strip();
            if (!words.isEmpty()) {
                out.add(words);
            }
        }
        return out;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        while (from >= 0) {
            int to = line.indexOf('\t', from);
            cells.add(line.substring(from, to < 0 ? line.length() : to).strip());
            from = to < 0 ? -1 : to + 1;
        }
        return cells;
    }
}
