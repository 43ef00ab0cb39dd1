package org.jizhun.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short statements whose names come from the catalog of the database, not from people. */
final class Sql {

    private Sql() {}

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows of texts; SQL's NULL is the empty text. */
    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    @Nullable String value = result.getString(column);
                    row.add(value == null ? "" : value);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** The first column of every row. */
    static List<String> column(Connection connection, String sql) throws SQLException {
        return rows(connection, sql).stream().map(row -> row.get(0)).toList();
    }

    /** The one value; the empty text where there is no row. */
    static String text(Connection connection, String sql) throws SQLException {
        List<String> column = column(connection, sql);
        return column.isEmpty() ? "" : column.get(0);
    }

    static boolean truth(Connection connection, String sql) throws SQLException {
        return text(connection, sql).equals("t");
    }

    /** A name as an identifier: {@code "a""b"}. */
    static String name(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    /** A text as a literal, whatever {@code standard_conforming_strings} says. */
    static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }
}
