package org.jizhun.server.platform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that adds rows which it is given column by column, so that it can add those of several postings at once.
 *
 * @param sql an {@code INSERT … SELECT … FROM unnest(?::bigint[], ?::text[], …)}
 * @param columns what each question mark takes, in their order
 * @param condition another row that must be there for each, as it stands behind {@code JOIN}; it gives a column that may not be null
 */
public record Insertion(String sql, List<Column> columns, String condition) {

    /** What stands in a column; other types are written as texts, which the statement casts. */
    public enum Column {
        NUMBERS,
        TEXTS;

        /** An array for each column of these rows. */
        public static List<@Nullable Object> arrays(List<Column> columns, List<List<@Nullable Object>> rows) {
            List<@Nullable Object> arrays = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                Object[] array = columns.get(i) == NUMBERS ? new Long[rows.size()] : new String[rows.size()];
                for (int row = 0; row < array.length; row++) {
                    array[row] = rows.get(row).get(i);
                }
                arrays.add(array);
            }
            return arrays;
        }
    }

    public Insertion {
        columns = List.copyOf(columns);
    }

    /** Adds those for which the condition holds. */
    public String ifItHolds() {
        return sql + " JOIN " + condition;
    }

    /** Adds all or fails, so that it can be committed before anybody reads how many it added. */
    public String orFail() {
        return sql + " LEFT JOIN " + condition;
    }

    /** The values of either statement. */
    public List<@Nullable Object> values(List<List<@Nullable Object>> rows) {
        return Column.arrays(columns, rows);
    }
}
