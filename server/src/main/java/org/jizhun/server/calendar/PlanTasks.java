package org.jizhun.server.calendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.DepartmentYear;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tasks of plans in the database. Callers hold the transaction and record the change. */
@Repository
class PlanTasks {

    private static final String COLUMNS =
            "t.id, t.department, t.department_year, t.title, t.register, t.role, t.assigned_to, coalesce(p.name,"
                    + " t.person) AS person, t.due, t.state, t.reminders, t.reminder, t.reminded_at, t.version";
    private static final String SELECT =
            "SELECT " + COLUMNS + " FROM plan_task t LEFT JOIN person p ON p.id = t.assigned_to";

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A task as it is kept. */
    record Stored(
            long id,
            long department,
            long departmentYear,
            String title,
            @Nullable String register,
            String role,
            @Nullable Long assignedTo,
            @Nullable String person,
            LocalDate due,
            String state,
            int reminders,
            @Nullable String reminder,
            @Nullable Instant remindedAt,
            int version) {

        Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("title", title);
            fields.put("register", register);
            fields.put("role", role);
            fields.put("assignedTo", assignedTo);
            fields.put("person", person);
            fields.put("due", due.toString());
            fields.put("state", state);
            return fields;
        }
    }

    /** A task as it is to be; a name only where no person of the department is given. */
    record Wanted(
            String title,
            @Nullable String register,
            String role,
            @Nullable Long assignedTo,
            @Nullable String person,
            LocalDate due,
            String state) {}

    /** In the order they are due. */
    List<Stored> of(DepartmentYear year) {
        return jdbc.sql(SELECT + " WHERE t.department_year = :year ORDER BY t.due, t.id")
                .param("year", year.id())
                .query(Stored.class)
                .list();
    }

    private Stored one(DepartmentYear year, long id) {
        return jdbc.sql(SELECT + " WHERE t.department_year = :year AND t.id = :id")
                .param("year", year.id())
                .param("id", id)
                .query(Stored.class)
                .single();
    }

    /** Held until the transaction ends. */
    Stored held(DepartmentYear year, long id) {
        return find(year, id).orElseThrow(Rejection::notFound);
    }

    /** Held likewise, if it is still there. */
    Optional<Stored> find(DepartmentYear year, long id) {
        return jdbc.sql(SELECT + " WHERE t.department_year = :year AND t.id = :id FOR UPDATE OF t")
                .param("year", year.id())
                .param("id", id)
                .query(Stored.class)
                .optional();
    }

    Stored insert(DepartmentYear year, Wanted wanted) {
        long id = bound(
                        jdbc.sql("INSERT INTO plan_task (department, department_year, title, register, role,"
                                        + " assigned_to, person, due, state) VALUES (:department, :year, :title,"
                                        + " :register, :role, :assignedTo, :person, :due, :state) RETURNING id")
                                .param("department", year.department())
                                .param("year", year.id()),
                        wanted)
                .query(Long.class)
                .single();
        return one(year, id);
    }

    /** @param version of the task as it was read */
    Stored update(DepartmentYear year, long id, @Nullable Integer version, Wanted wanted) {
        int changed = bound(
                        jdbc.sql("UPDATE plan_task SET title = :title, register = :register, role = :role,"
                                        + " assigned_to = :assignedTo, person = :person, due = :due, state = :state,"
                                        + " version = version + 1 WHERE id = :id AND version = :version")
                                .param("id", id)
                                .param("version", version),
                        wanted)
                .update();
        if (changed == 0) {
            throw Rejection.changedMeanwhile();
        }
        return one(year, id);
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Wanted wanted) {
        return statement
                .param("title", wanted.title())
                .param("register", wanted.register())
                .param("role", wanted.role())
                .param("assignedTo", wanted.assignedTo())
                .param("person", wanted.assignedTo() == null ? wanted.person() : null)
                .param("due", wanted.due())
                .param("state", wanted.state());
    }

    Stored remind(DepartmentYear year, long id, String words) {
        jdbc.sql("UPDATE plan_task SET reminders = reminders + 1, reminder = :words, reminded_at = :now,"
                        + " version = version + 1 WHERE id = :id")
                .param("words", words)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        return one(year, id);
    }

    void remove(long id) {
        jdbc.sql("DELETE FROM plan_task WHERE id = :id").param("id", id).update();
    }

    /** The person of this name, if there is exactly one in the department who has not left. */
    Optional<Long> personNamed(long department, String name) {
        List<Long> found = jdbc.sql("SELECT id FROM person WHERE department = :department AND name = :name"
                        + " AND (departed IS NULL OR departed > :today)")
                .param("department", department)
                .param("name", name)
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whoever left does no more tasks. */
    boolean isSomebodyOf(long department, long person) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM person WHERE id = :id AND department = :department"
                        + " AND (departed IS NULL OR departed > :today))")
                .param("id", person)
                .param("department", department)
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }
}
