package org.mahdar.app.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The little that is said again and again around SQL. */
final class Sql {
    /** How many values an {@code in (…)} may have. */
    private static final int MOST = 500;

    /** Makes something of the row at which a result stands. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Sql() {}

    static <T> List<T> list(Connection c, String sql, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                List<T> out = new ArrayList<>();
                while (result.next()) {
                    out.add(row.of(result));
                }
                return out;
            }
        }
    }

    static <T> Optional<T> first(Connection c, String sql, Row<T> row, Object... values) throws SQLException {
        return list(c, sql, row, values).stream().findFirst();
    }

    /** The rows for many keys; {@code sql} ends in {@code in}, and the list in brackets is put behind it. */
    static <T> List<T> listIn(Connection c, String sql, Row<T> row, Collection<?> keys) throws SQLException {
        List<T> out = new ArrayList<>();
        List<Object> left = new ArrayList<>(keys);
        for (int from = 0; from < left.size(); from += MOST) {
            List<Object> some = left.subList(from, Math.min(from + MOST, left.size()));
            String marks = "?" + ",?".repeat(some.size() - 1);
            out.addAll(list(c, sql + " (" + marks + ")", row, some.toArray()));
        }
        return out;
    }

    /** The key of a row that has a name within the thing of that number. */
    record Named(int no, String name) {}

    /** The rows for many keys; {@code sql} selects from a table {@code wanted (no, name)} that holds them. */
    static <T> List<T> listNamed(Connection c, String sql, Row<T> row, Collection<Named> keys) throws SQLException {
        List<T> out = new ArrayList<>();
        List<Named> left = new ArrayList<>(keys);
        for (int from = 0; from < left.size(); from += MOST) {
            List<Object> values = new ArrayList<>();
            left.subList(from, Math.min(from + MOST, left.size())).forEach(key -> {
                values.add(key.no());
                values.add(key.name());
            });
            String marks = "(?, ?)" + ", (?, ?)".repeat(values.size() / 2 - 1);
            out.addAll(list(c, "with wanted (no, name) as (values " + marks + ") " + sql, row, values.toArray()));
        }
        return out;
    }

    static int update(Connection c, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Does the same for many rows; they must not depend on each other. */
    static void batch(Connection c, String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The highest number in a column, 0 where there is none. */
    static int max(Connection c, String table, String column) throws SQLException {
        return first(c, "select coalesce(max(" + column + "), 0) from " + table, row -> row.getInt(1))
                .orElse(0);
    }

    /** Optional values stand for themselves or for null. */
    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Optional<?> optional ? optional.orElse(null) : values[i];
            if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else if (value instanceof String text) {
                statement.setString(i + 1, text);
            } else if (value instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else if (value instanceof Boolean flag) {
                statement.setInt(i + 1, flag ? 1 : 0);
            } else {
                throw new IllegalArgumentException("There is no column for a " + value.getClass());
            }
        }
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }
}
