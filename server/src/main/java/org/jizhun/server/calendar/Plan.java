package org.jizhun.server.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jizhun.server.calendar.PlanController.TaskForm;
import org.jizhun.server.calendar.PlanTasks.Stored;
import org.jizhun.server.calendar.PlanTasks.Wanted;
import org.jizhun.server.platform.Actor;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of a year's work plan. */
@Service
public class Plan {

    private static final List<String> STATES = List.of("open", "done");

    private final PlanTasks tasks;
    private final Years years;
    private final RuleBook rules;
    private final Permissions permissions;
    private final ChangeLog changes;
    private final Clock clock;

    Plan(PlanTasks tasks, Years years, RuleBook rules, Permissions permissions, ChangeLog changes, Clock clock) {
        this.tasks = tasks;
        this.years = years;
        this.rules = rules;
        this.permissions = permissions;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A task.
     *
     * @param titleEn what a task of the template is called in English; of others the title
     * @param assignedTo the person of the department whose task it is; null where only a name is given, or a role
     * @param person the name of whose task it is; null where everybody of the role is meant
     * @param daysLeft calendar days until it is due, negative when it is late
     * @param workingDaysLeft the same in working days; null where the calendar of a year is not known
     * @param mine whether the acting user may say that it is done
     * @param reminders how often it was chased
     * @param reminder what was said the last time
     */
    public record Task(
            long id,
            String title,
            String titleEn,
            @Nullable String register,
            String role,
            @Nullable Long assignedTo,
            @Nullable String person,
            LocalDate due,
            long daysLeft,
            @Nullable Long workingDaysLeft,
            String state,
            boolean mine,
            int reminders,
            @Nullable String reminder,
            @Nullable Instant remindedAt,
            int version) {}

    @Transactional(readOnly = true)
    public List<Task> of(long department, int year) {
        return of(years.one(department, year));
    }

    /** In the order they are due. */
    @Transactional(readOnly = true)
    public List<Task> of(DepartmentYear year) {
        return tasks.of(year).stream().map(this::task).toList();
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
                PlanTemplate.english(stored.title()),
                stored.register(),
                stored.role(),
                stored.assignedTo(),
                stored.person(),
                stored.due(),
                ChronoUnit.DAYS.between(today, stored.due()),
                working,
                stored.state(),
                CurrentActor.get().is("performance-officer") || isTheirs(stored),
                stored.reminders(),
                stored.reminder(),
                stored.remindedAt(),
                stored.version());
    }

    /** Adds what the template has and the plan has not. */
    @Transactional
    public List<Task> fromTemplate(long department, int year) {
        DepartmentYear open = years.open(department, year);
        List<String> there = of(open).stream().map(Task::title).toList();
        PlanTemplate.of(year).stream()
                .filter(task -> !there.contains(task.title()))
                .forEach(task -> insert(
                        open, new Wanted(task.title(), task.register(), task.role(), null, null, task.due(), "open")));
        return of(open);
    }

    private Stored insert(DepartmentYear year, Wanted wanted) {
        Stored added = tasks.insert(year, wanted);
        changes.record(Change.of("task-added", "plan-task", added.id())
                .in(year.department())
                .to(added.fields()));
        return added;
    }

    /** @throws Rejection with every mistake at its field */
    Wanted checked(DepartmentYear year, TaskForm body) {
        Form form = new Form();
        String register = form.optionalText("register", body.register(), 40);
        Wanted checked = new Wanted(
                form.text("title", body.title(), 200),
                register,
                form.oneOf(
                        "role",
                        body.role(),
                        permissions.roles().stream()
                                .filter(role -> !role.administrator())
                                .map(Role::id)
                                .toList()),
                body.assignedTo(),
                body.assignedTo() == null ? form.optionalText("person", body.person(), 60) : null,
                form.date("due", body.due()),
                form.oneOf("state", body.state() == null ? "open" : body.state(), STATES));
        if (register != null
                && rules.vocabulary(year.scheme()).register(register).isEmpty()) {
            form.wrong("register", "field-unknown-record", "found", register);
        }
        Long person = checked.assignedTo();
        if (person != null && !tasks.isSomebodyOf(year.department(), person)) {
            form.wrong("assignedTo", "field-unknown-record", "found", person);
        }
        form.refuseIfWrong();
        return checked;
    }

    @Transactional
    public Task add(long department, int year, TaskForm body) {
        DepartmentYear open = years.open(department, year);
        return task(insert(open, checked(open, body)));
    }

    /** The performance officer changes everything; whose task it is may say that it is done, or not yet. */
    @Transactional
    public Task change(long department, int year, long id, TaskForm body) {
        DepartmentYear open = years.open(department, year);
        Stored before = tasks.held(open, id);
        Wanted wanted = checked(open, body);
        if (!CurrentActor.get().is("performance-officer") && !isOnlyState(before, wanted)) {
            throw Rejection.of(HttpStatus.FORBIDDEN, "plan-not-yours", "title", before.title());
        }
        Stored after = tasks.update(open, id, body.version(), wanted);
        changes.record(Change.of("task-changed", "plan-task", id)
                .in(department)
                .from(before.fields())
                .to(after.fields()));
        return task(after);
    }

    /** Says that a task is done, as whose task it is. */
    @Transactional
    public Task finish(long department, int year, long id) {
        Stored task = tasks.held(years.open(department, year), id);
        String free = task.assignedTo() == null ? task.person() : null;
        return change(
                department,
                year,
                id,
                new TaskForm(
                        task.title(),
                        task.register(),
                        task.role(),
                        task.assignedTo(),
                        free,
                        task.due().toString(),
                        "done",
                        task.version()));
    }

    /** Reminds whose task it is: what is said stands on their desk until the task is done. */
    @Transactional
    public Task remind(long department, int year, long id, @Nullable String words) {
        DepartmentYear open = years.open(department, year);
        Form form = new Form();
        String said = form.text("reminder", words, 200);
        form.refuseIfWrong();
        Stored before = tasks.held(open, id);
        if (before.state().equals("done")) {
            throw Rejection.of(HttpStatus.CONFLICT, "plan-task-done", "title", before.title());
        }
        Stored after = tasks.remind(open, id, said);
        changes.record(Change.of("task-chased", "plan-task", id)
                .in(department)
                .from(Map.of("reminders", before.reminders()))
                .to(Map.of("reminders", after.reminders()))
                .because(said));
        return task(after);
    }

    /** The task goes; the trail keeps what it was. */
    @Transactional
    public void remove(long department, int year, long id, @Nullable Integer version) {
        DepartmentYear open = years.open(department, year);
        Stored before = tasks.held(open, id);
        if (version == null || version != before.version()) {
            throw Rejection.changedMeanwhile();
        }
        tasks.remove(id);
        changes.record(Change.of("task-removed", "plan-task", id).in(department).from(before.fields()));
    }

    private static boolean isTheirs(Stored task) {
        Actor actor = CurrentActor.get();
        return task.assignedTo() == null ? actor.is(task.role()) : Objects.equals(task.assignedTo(), actor.person());
    }

    private static boolean isOnlyState(Stored before, Wanted wanted) {
        return isTheirs(before) && wanted.equals(asWanted(before, wanted.state()));
    }

    /** The task as it is, in this state. */
    static Wanted asWanted(Stored task, String state) {
        return new Wanted(
                task.title(),
                task.register(),
                task.role(),
                task.assignedTo(),
                task.assignedTo() == null ? task.person() : null,
                task.due(),
                state);
    }
}
