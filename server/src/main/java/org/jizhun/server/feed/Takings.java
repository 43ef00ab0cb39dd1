package org.jizhun.server.feed;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.Rows;
import org.jizhun.server.register.StoredRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which values the actual value of an indicator was last made of. */
@Repository
class Takings {

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    Takings(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    void keep(DepartmentYear year, long row, String actual, List<Long> values) {
        jdbc.sql("INSERT INTO feed_taking (register_row, department, actual, taken_values, taken_by, taken_at)"
                        + " VALUES (:row, :department, :actual, :values, :who, :now) ON CONFLICT (register_row) DO UPDATE"
                        + " SET actual = :actual, taken_values = :values, taken_by = :who, taken_at = :now")
                .param("row", row)
                .param("department", year.department())
                .param("actual", actual)
                .param("values", values.toArray(Long[]::new))
                .param("who", Objects.requireNonNull(CurrentActor.get().account()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private record Taking(long row, String actual) {}

    /** The indicators whose actual value still is a sum with values of this file in it; held until the transaction ends. */
    List<StoredRow> restingOn(DepartmentYear year, long file) {
        List<Taking> takings = jdbc.sql(
                        "SELECT register_row AS row, actual FROM feed_taking WHERE department = :department"
                                + " AND taken_values && ARRAY(SELECT id FROM feed_value WHERE file = :file)")
                .param("department", year.department())
                .param("file", file)
                .query(Taking.class)
                .list();
        Map<Long, StoredRow> held =
                rows.held(year, takings.stream().map(Taking::row).toList());
        return takings.stream()
                .flatMap(each -> Stream.ofNullable(held.get(each.row()))
                        .filter(row -> each.actual().equals(row.cells().get("actual"))))
                .toList();
    }
}
