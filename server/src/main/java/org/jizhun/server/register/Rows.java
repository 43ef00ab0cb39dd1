package org.jizhun.server.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jizhun.server.platform.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of all registers in the database. Callers hold the transaction and record the change. */
@Repository
public class Rows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> CELLS = new TypeReference<>() {};
    /** Names and files are found once a year, not once a row: each costs a call of a function or a policy. */
    private static final String SELECT = "WITH names AS MATERIALIZED (SELECT a.id, name_of_account(a.id) AS name FROM"
            + " (SELECT DISTINCT changed_by AS id FROM register_row WHERE department_year = :year) a),"
            + " files AS MATERIALIZED (SELECT of_row, files FROM evidence_by_row(:department))"
            + " SELECT r.id, r.register, r.position, r.cells::text, r.state, r.version, r.assigned_to,"
            + " p.name AS assigned_name, r.reason, r.approved_cells::text, r.changed_by, n.name AS changed_name,"
            + " r.changed_at, r.submitted_by, coalesce(f.files, 0) AS evidence FROM register_row r"
            + " LEFT JOIN person p ON p.id = r.assigned_to LEFT JOIN names n ON n.id = r.changed_by"
            + " LEFT JOIN files f ON f.of_row = r.id";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    Rows(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** All rows of a year that were not removed, register by register, in their order. */
    public Map<String, List<StoredRow>> of(DepartmentYear year) {
        Map<String, List<StoredRow>> rows = new LinkedHashMap<>();
        jdbc.sql(SELECT
                        + " WHERE r.department_year = :year AND r.removed IS NULL ORDER BY r.register,"
                        + " r.position, r.id")
                .param("year", year.id())
                .param("department", year.department())
                .query(Rows::row)
                .list()
                .forEach(row -> rows.computeIfAbsent(row.register(), name -> new java.util.ArrayList<>())
                        .add(row));
        return rows;
    }

    /** Rows that were approved once and are removed now. */
    public List<StoredRow> removedAfterApproval(DepartmentYear year) {
        return jdbc.sql(SELECT + " WHERE r.department_year = :year AND r.removed IS NOT NULL"
                        + " AND r.approved_cells IS NOT NULL ORDER BY r.register, r.position, r.id")
                .param("year", year.id())
                .param("department", year.department())
                .query(Rows::row)
                .list();
    }

    public List<StoredRow> of(DepartmentYear year, String register) {
        return jdbc.sql(SELECT + " WHERE r.department_year = :year AND r.register = :register AND r.removed IS NULL"
                        + " ORDER BY r.position, r.id")
                .param("year", year.id())
                .param("department", year.department())
                .param("register", register)
                .query(Rows::row)
                .list();
    }

    public Optional<StoredRow> find(DepartmentYear year, long id) {
        return jdbc.sql(SELECT + " WHERE r.department_year = :year AND r.id = :id AND r.removed IS NULL")
                .param("year", year.id())
                .param("department", year.department())
                .param("id", id)
                .query(Rows::row)
                .optional();
    }

    /** Held until the transaction ends, in the order of their numbers, so that two who hold several never wait in a circle. */
    public Map<Long, StoredRow> held(DepartmentYear year, Collection<Long> ids) {
        Map<Long, StoredRow> held = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(SELECT + " WHERE r.department_year = :year AND r.id IN (:ids) AND r.removed IS NULL"
                            + " ORDER BY r.id FOR UPDATE OF r")
                    .param("year", year.id())
                    .param("department", year.department())
                    .param("ids", ids)
                    .query(Rows::row)
                    .list()
                    .forEach(row -> held.put(row.id(), row));
        }
        return held;
    }

    public int lastPosition(DepartmentYear year, String register) {
        return jdbc.sql("SELECT coalesce(max(position), 0) FROM register_row"
                        + " WHERE department_year = :year AND register = :register AND removed IS NULL")
                .param("year", year.id())
                .param("register", register)
                .query(Integer.class)
                .single();
    }

    public long insert(DepartmentYear year, String register, int position, Map<String, String> cells) {
        return jdbc.sql("INSERT INTO register_row"
                        + " (department, department_year, register, position, cells, changed_by, changed_at)"
                        + " VALUES (:department, :year, :register, :position, :cells::jsonb, :who, :now) RETURNING id")
                .param("department", year.department())
                .param("year", year.id())
                .param("register", register)
                .param("position", position)
                .param("cells", JSON.writeValueAsString(cells))
                .param("who", account())
                .param("now", now())
                .query(Long.class)
                .single();
    }

    /** Other cells, as the acting user; the caller holds the row. */
    public void cells(long id, int position, Map<String, String> cells) {
        jdbc.sql("UPDATE register_row SET cells = :cells::jsonb, position = :position, version = version + 1,"
                        + " changed_by = :who, changed_at = :now WHERE id = :id")
                .param("cells", JSON.writeValueAsString(cells))
                .param("position", position)
                .param("who", account())
                .param("now", now())
                .param("id", id)
                .update();
    }

    /**
     * Another state; the caller holds the rows.
     *
     * @param submitted whether the acting user submits them with it
     * @param approved whether their cells are approved with it
     */
    public void state(
            Collection<Long> ids, String state, @Nullable String reason, boolean submitted, boolean approved) {
        jdbc.sql("UPDATE register_row SET state = :state, reason = :reason, version = version + 1,"
                        + " submitted_by = CASE WHEN :submitted THEN :who ELSE submitted_by END,"
                        + " approved_cells = CASE WHEN :approved THEN cells ELSE approved_cells END"
                        + " WHERE id IN (:ids)")
                .param("state", state)
                .param("reason", reason)
                .param("submitted", submitted)
                .param("approved", approved)
                .param("who", account())
                .param("ids", ids)
                .update();
    }

    public void assign(Collection<Long> ids, @Nullable Long person) {
        jdbc.sql("UPDATE register_row SET assigned_to = :person, version = version + 1 WHERE id IN (:ids)")
                .param("person", person)
                .param("ids", ids)
                .update();
    }

    public void remove(Collection<Long> ids) {
        jdbc.sql("UPDATE register_row SET removed = :now, version = version + 1 WHERE id IN (:ids)")
                .param("now", now())
                .param("ids", ids)
                .update();
    }

    /** Brings removed rows back; answers those that were removed. */
    public List<Long> restore(DepartmentYear year, Collection<Long> ids) {
        return jdbc.sql("UPDATE register_row SET removed = NULL, version = version + 1"
                        + " WHERE department_year = :year AND id IN (:ids) AND removed IS NOT NULL RETURNING id")
                .param("year", year.id())
                .param("ids", ids)
                .query(Long.class)
                .list();
    }

    /** The registers of a year that were answered with 无. */
    public Set<String> none(DepartmentYear year) {
        return Set.copyOf(jdbc.sql("SELECT register FROM register_none WHERE department_year = :year")
                .param("year", year.id())
                .query(String.class)
                .list());
    }

    public void none(DepartmentYear year, String register, boolean none) {
        String sql = none
                ? "INSERT INTO register_none (department, department_year, register)"
                        + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
                : "DELETE FROM register_none WHERE department = ? AND department_year = ? AND register = ?";
        template.update(sql, year.department(), year.id(), register);
    }

    private static long account() {
        return Objects.requireNonNull(CurrentActor.get().account());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static StoredRow row(ResultSet row, int number) throws SQLException {
        String approved = row.getString("approved_cells");
        long assigned = row.getLong("assigned_to");
        Long assignedTo = row.wasNull() ? null : assigned;
        long submitted = row.getLong("submitted_by");
        Long submittedBy = row.wasNull() ? null : submitted;
        return new StoredRow(
                row.getLong("id"),
                row.getString("register"),
                row.getInt("position"),
                JSON.readValue(row.getString("cells"), CELLS),
                row.getString("state"),
                row.getInt("version"),
                assignedTo,
                row.getString("assigned_name"),
                row.getString("reason"),
                approved == null ? null : JSON.readValue(approved, CELLS),
                row.getLong("changed_by"),
                row.getString("changed_name"),
                instant(row),
                submittedBy,
                row.getInt("evidence"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getTimestamp("changed_at").toInstant();
    }
}
