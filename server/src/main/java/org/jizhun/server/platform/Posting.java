package org.jizhun.server.platform;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of data that needs nothing read on its way: statements that do it all by themselves, and what goes on the trail.
 * Whether it may be done was checked before; what may have become otherwise since then stands in the statements' conditions, and
 * the number of rows tells.
 */
public record Posting(List<Line> lines, Change change) {

    /**
     * One statement.
     *
     * @param sql with a question mark for each value, and no semicolon
     * @param rows how many rows it must touch, or nothing of the posting is done
     */
    public record Line(String sql, List<@Nullable Object> values, int rows) {

        public Line {
            values = Collections.unmodifiableList(values);
        }

        public static Line of(int rows, String sql, @Nullable Object... values) {
            return new Line(sql, Arrays.asList(values), rows);
        }
    }

    public Posting {
        lines = List.copyOf(lines);
    }
}
