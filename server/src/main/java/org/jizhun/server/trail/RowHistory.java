package org.jizhun.server.trail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened to one row of a register, the newest first: the part of the trail that is about it. */
@RestController
class RowHistory {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    RowHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One change.
     *
     * @param before the cells by English column name, or the {@code state}; null where there was nothing
     */
    record Entry(
            Instant at,
            String who,
            String action,
            @Nullable Map<String, String> before,
            @Nullable Map<String, String> after,
            @Nullable String reason) {}

    @GetMapping("/api/departments/{department}/years/{year}/rows/{id}/history")
    @Transactional(readOnly = true)
    public List<Entry> history(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        String row = Long.toString(id);
        return jdbc.sql(
                        "SELECT t.at, name_of_account(t.user_account) AS who, t.action, (t.before -> :row)::text AS before,"
                                + " (t.after -> :row)::text AS after, t.reason FROM trail_entry t"
                                + " JOIN register_row r ON r.id = :id JOIN department_year y ON y.id = r.department_year"
                                + " WHERE t.subject_kind = 'rows' AND t.subject = r.register AND t.department = :department"
                                + " AND y.department = :department AND y.year = :year"
                                + " AND (jsonb_exists(t.before, :row) OR jsonb_exists(t.after, :row))"
                                + " ORDER BY t.at DESC, t.chain, t.number DESC LIMIT " + MOST)
                .param("row", row)
                .param("id", id)
                .param("department", department)
                .param("year", year)
                .query((entry, number) -> new Entry(
                        entry.getTimestamp("at").toInstant(),
                        String.valueOf(entry.getString("who")),
                        entry.getString("action"),
                        cells(entry.getString("before")),
                        cells(entry.getString("after")),
                        entry.getString("reason")))
                .list();
    }

    private static @Nullable Map<String, String> cells(@Nullable String json) {
        if (json == null) {
            return null;
        }
        JsonNode node = JsonMapper.shared().readTree(json);
        Map<String, String> cells = new TreeMap<>();
        if (node.isObject()) {
            node.propertyStream()
                    .forEach(cell -> cells.put(cell.getKey(), cell.getValue().asString()));
        } else {
            cells.put("state", node.asString());
        }
        return cells;
    }
}
