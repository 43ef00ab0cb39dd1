package org.jizhun.server.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.server.calendar.PlanController.TaskForm;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Permissions;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.platform.Role;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.RuleBook;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of a year's work plan. */
@Service
public class Plan {

    private static final String COLUMNS =
            "id, department, department_year, title, register, role, person, due, state, version";
    private static final List<String> STATES = List.of("open", "done");

    private final JdbcClient jdbc;
    private final Years years;
    private final RuleBook rules;
    private final Permissions permissions;
    private final ChangeLog changes;
    private final Clock clock;

    Plan(JdbcClient jdbc, Years years, RuleBook rules, Permissions permissions, ChangeLog changes, Clock clock) {
        this.jdbc = jdbc;
        this.years = years;
        this.rules = rules;
        this.permissions = permissions;
        this.changes = changes;
        this.clock = clock;
    }

    record Stored(
            long id,
            long department,
            long departmentYear,
            String title,
            @Nullable String register,
            String role,
            @Nullable String person,
            LocalDate due,
            String state,
            int version) {

        Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("title", title);
            fields.put("register", register);
            fields.put("role", role);
            fields.put("person", person);
            fields.put("due", due.toString());
            fields.put("state", state);
            return fields;
        }
    }

    /**
     * A task.
     *
     * @param daysLeft calendar days until it is due, negative when it is late
     * @param workingDaysLeft the same in working days; null where the calendar of a year is not known
     */
    public record Task(
            long id,
            String title,
            @Nullable String register,
            String role,
            @Nullable String person,
            LocalDate due,
            long daysLeft,
            @Nullable Long workingDaysLeft,
            String state,
            int version) {}

    @Transactional(readOnly = true)
    public List<Task> of(long department, int year) {
        return of(years.one(department, year));
    }

    /** In the order they are due. */
    @Transactional(readOnly = true)
    public List<Task> of(DepartmentYear year) {
        return jdbc
                .sql("SELECT " + COLUMNS + " FROM plan_task WHERE department_year = :year ORDER BY due, id")
                .param("year", year.id())
                .query(Stored.class)
                .list()
                .stream()
                .map(this::task)
                .toList();
    }

    private Task task(Stored stored) {
        LocalDate today = LocalDate.now(clock);
        Long working = stored.due().isBefore(today)
                ? rules.calendar()
                        .between(stored.due(), today)
                        .map(days -> -days)
                        .orElse(null)
                : rules.calendar().between(today, stored.due()).orElse(null);
        return new Task(
                stored.id(),
                stored.title(),
                stored.register(),
                stored.role(),
                stored.person(),
                stored.due(),
                ChronoUnit.DAYS.between(today, stored.due()),
                working,
                stored.state(),
                stored.version());
    }

    /** Adds what the template has and the plan has not. */
    @Transactional
    public List<Task> fromTemplate(long department, int year) {
        DepartmentYear open = years.open(department, year);
        List<String> there = of(open).stream().map(Task::title).toList();
        PlanTemplate.of(year).stream()
                .filter(task -> !there.contains(task.title()))
                .forEach(task -> insert(open, task.title(), task.register(), task.role(), null, task.due(), "open"));
        return of(open);
    }

    private Stored insert(
            DepartmentYear year,
            String title,
            @Nullable String register,
            String role,
            @Nullable String person,
            LocalDate due,
            String state) {
        Stored added = jdbc.sql(
                        "INSERT INTO plan_task (department, department_year, title, register, role, person, due, state)"
                                + " VALUES (:department, :year, :title, :register, :role, :person, :due, :state) RETURNING "
                                + COLUMNS)
                .param("department", year.department())
                .param("year", year.id())
                .param("title", title)
                .param("register", register)
                .param("role", role)
                .param("person", person)
                .param("due", due)
                .param("state", state)
                .query(Stored.class)
                .single();
        changes.record(Change.of("task-added", "plan-task", added.id())
                .in(year.department())
                .to(added.fields()));
        return added;
    }

    private record Checked(
            String title,
            @Nullable String register,
            String role,
            @Nullable String person,
            LocalDate due,
            String state) {}

    private Checked checked(DepartmentYear year, TaskForm body) {
        Form form = new Form();
        String register = form.optionalText("register", body.register(), 40);
        Checked checked = new Checked(
                form.text("title", body.title(), 200),
                register,
                form.oneOf(
                        "role",
                        body.role(),
                        permissions.roles().stream()
                                .filter(role -> !role.administrator())
                                .map(Role::id)
                                .toList()),
                form.optionalText("person", body.person(), 60),
                form.date("due", body.due()),
                form.oneOf("state", body.state() == null ? "open" : body.state(), STATES));
        if (register != null
                && rules.vocabulary(year.scheme()).register(register).isEmpty()) {
            form.wrong("register", "field-unknown-record", "found", register);
        }
        form.refuseIfWrong();
        return checked;
    }

    @Transactional
    public Task add(long department, int year, TaskForm body) {
        DepartmentYear open = years.open(department, year);
        Checked checked = checked(open, body);
        return task(insert(
                open,
                checked.title(),
                checked.register(),
                checked.role(),
                checked.person(),
                checked.due(),
                checked.state()));
    }

    /** The performance officer changes everything; whose task it is may say that it is done, or not yet. */
    @Transactional
    public Task change(long department, int year, long id, TaskForm body) {
        DepartmentYear open = years.open(department, year);
        Checked wanted = checked(open, body);
        Stored before = jdbc.sql(
                        "SELECT " + COLUMNS + " FROM plan_task WHERE department_year = :year AND id = :id FOR UPDATE")
                .param("year", open.id())
                .param("id", id)
                .query(Stored.class)
                .optional()
                .orElseThrow(Rejection::notFound);
        if (!CurrentActor.get().is("performance-officer") && !isOnlyState(before, wanted)) {
            throw Rejection.of(HttpStatus.FORBIDDEN, "plan-not-yours", "title", before.title());
        }
        Stored after = jdbc.sql("UPDATE plan_task SET title = :title, register = :register, role = :role,"
                        + " person = :person, due = :due, state = :state, version = version + 1"
                        + " WHERE id = :id AND version = :version RETURNING " + COLUMNS)
                .param("title", wanted.title())
                .param("register", wanted.register())
                .param("role", wanted.role())
                .param("person", wanted.person())
                .param("due", wanted.due())
                .param("state", wanted.state())
                .param("id", id)
                .param("version", body.version())
                .query(Stored.class)
                .optional()
                .orElseThrow(Rejection::changedMeanwhile);
        changes.record(Change.of("task-changed", "plan-task", id)
                .in(department)
                .from(before.fields())
                .to(after.fields()));
        return task(after);
    }

    private static boolean isOnlyState(Stored before, Checked wanted) {
        return CurrentActor.get().is(before.role())
                && wanted.equals(new Checked(
                        before.title(),
                        before.register(),
                        before.role(),
                        before.person(),
                        before.due(),
                        wanted.state()));
    }
}
