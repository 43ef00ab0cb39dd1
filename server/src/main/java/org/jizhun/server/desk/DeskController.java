package org.jizhun.server.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jizhun.kernel.fact.Register;
import org.jizhun.server.calendar.Plan;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.StoredRow;
import org.jizhun.server.register.Told;
import org.jizhun.server.register.Years;
import org.jizhun.server.reporting.Reports;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the signed-in person: returned rows first, then what is to be reviewed, then what is due. */
@RestController
class DeskController {

    private static final int SINGLE_ROWS = 8;
    private static final List<String> ORDER = List.of(
            "returned",
            "errors",
            "report-returned",
            "report-approve",
            "report-publish",
            "review",
            "approve",
            "assigned",
            "task");

    private final Years years;
    private final FactSource facts;
    private final Plan plan;
    private final Reports reports;
    private final JdbcClient jdbc;

    DeskController(Years years, FactSource facts, Plan plan, Reports reports, JdbcClient jdbc) {
        this.years = years;
        this.facts = facts;
        this.plan = plan;
        this.reports = reports;
        this.jdbc = jdbc;
    }

    /**
     * Something to do.
     *
     * @param kind returned, errors, report-returned, report-approve, report-publish, review, approve, assigned or task
     * @param title what it is about; of a report its number
     * @param titleEn the same in English where it has words of its own in it; null elsewhere
     * @param detail why, or how much
     * @param daysLeft calendar days, negative when late; null where there is no day
     */
    record Waiting(
            String kind,
            String title,
            @Nullable String titleEn,
            String detail,
            @Nullable String register,
            @Nullable Long row,
            long department,
            int year,
            @Nullable LocalDate due,
            @Nullable Long daysLeft) {}

    record Year(long department, String departmentName, int year, String scheme, String state) {}

    record Desk(List<Waiting> waiting, List<Plan.Task> plan, List<Year> years) {}

    @GetMapping("/api/desk")
    @Transactional(readOnly = true)
    public Desk desk() {
        Actor actor = CurrentActor.get();
        List<DepartmentYear> visible = years.visible();
        List<Waiting> waiting = new ArrayList<>();
        List<Plan.Task> tasks = new ArrayList<>();
        for (DepartmentYear year : visible) {
            if (year.isOpen() && Objects.equals(year.department(), actor.department())) {
                waiting(actor, year, waiting);
                plan.of(year).stream()
                        .filter(task -> task.state().equals("open"))
                        .forEach(task -> {
                            tasks.add(task);
                            task(actor, year, task, waiting);
                        });
            }
        }
        waiting.sort(Comparator.comparing((Waiting each) -> ORDER.indexOf(each.kind()))
                .thenComparing(each -> each.daysLeft() == null ? Long.MAX_VALUE : each.daysLeft()));
        return new Desk(waiting, tasks, visible.stream().map(this::year).toList());
    }

    private Year year(DepartmentYear year) {
        String name = jdbc.sql("SELECT name FROM department WHERE id = :id")
                .param("id", year.department())
                .query(String.class)
                .single();
        return new Year(year.department(), name, year.year(), year.scheme(), year.state());
    }

    private void waiting(Actor actor, DepartmentYear year, List<Waiting> waiting) {
        CaseReading reading = facts.read(year);
        for (Register register : reading.vocabulary().registers()) {
            List<StoredRow> rows = reading.rows(register.name());
            if (actor.is("preparer") || actor.is("performance-officer")) {
                returned(actor, year, register, rows, waiting);
                errors(actor, year, register, reading, waiting);
            }
            count(actor, "reviewer", "submitted", "review", year, register, rows, waiting);
            count(actor, "head", "reviewed", "approve", year, register, rows, waiting);
            assigned(actor, year, register, rows, waiting);
        }
        reports(actor, year, waiting);
    }

    /** Rows assigned to this very person that they did not submit yet. */
    private static void assigned(
            Actor actor, DepartmentYear year, Register register, List<StoredRow> rows, List<Waiting> waiting) {
        long count = rows.stream()
                .filter(row -> row.state().equals("draft") && row.assignedTo() != null)
                .filter(row -> Objects.equals(row.assignedTo(), actor.person()))
                .count();
        if (count > 0) {
            waiting.add(summary("assigned", year, register, count));
        }
    }

    /** The newest report, where its next step is this person's. */
    private void reports(Actor actor, DepartmentYear year, List<Waiting> waiting) {
        List<Reports.Report> all = reports.of(year.department(), year.year());
        if (all.isEmpty()) {
            return;
        }
        Reports.Report newest = all.get(0);
        String kind = switch (newest.state()) {
            case "submitted" -> actor.is("head") ? "report-approve" : "";
            case "approved" -> actor.is("performance-officer") ? "report-publish" : "";
            case "draft" -> actor.is("performance-officer") && newest.reason() != null ? "report-returned" : "";
            default -> "";
        };
        if (!kind.isEmpty()) {
            waiting.add(new Waiting(
                    kind,
                    Integer.toString(newest.number()),
                    null,
                    Objects.requireNonNullElse(newest.reason(), ""),
                    null,
                    null,
                    year.department(),
                    year.year(),
                    null,
                    null));
        }
    }

    private static boolean isTheirs(Actor actor, StoredRow row) {
        return row.assignedTo() == null
                ? actor.is("performance-officer") || Objects.equals(row.submittedBy(), actor.account())
                : row.assignedTo().equals(actor.person());
    }

    private static void returned(
            Actor actor, DepartmentYear year, Register register, List<StoredRow> rows, List<Waiting> waiting) {
        rows.stream()
                .filter(row -> row.state().equals("returned") && isTheirs(actor, row))
                .limit(SINGLE_ROWS)
                .forEach(row -> waiting.add(new Waiting(
                        "returned",
                        register.label() + "　" + row.title(register),
                        register.named().en() + "　" + row.title(register),
                        Objects.requireNonNullElse(row.reason(), ""),
                        register.name(),
                        row.id(),
                        year.department(),
                        year.year(),
                        null,
                        null)));
    }

    private static void errors(
            Actor actor, DepartmentYear year, Register register, CaseReading reading, List<Waiting> waiting) {
        Map<Long, List<Told>> told = reading.told(register);
        long count = reading.rows(register.name()).stream()
                .filter(row -> row.isEditable() && isTheirs(actor, row))
                .filter(row -> told.getOrDefault(row.id(), List.of()).stream()
                        .anyMatch(each -> each.severity().equals("error")))
                .count();
        if (count > 0) {
            waiting.add(summary("errors", year, register, count));
        }
    }

    private static void count(
            Actor actor,
            String role,
            String state,
            String kind,
            DepartmentYear year,
            Register register,
            List<StoredRow> rows,
            List<Waiting> waiting) {
        long count = actor.is(role)
                ? rows.stream().filter(row -> row.state().equals(state)).count()
                : 0;
        if (count > 0) {
            waiting.add(summary(kind, year, register, count));
        }
    }

    private static Waiting summary(String kind, DepartmentYear year, Register register, long count) {
        return new Waiting(
                kind,
                register.label(),
                null,
                Long.toString(count),
                register.name(),
                null,
                year.department(),
                year.year(),
                null,
                null);
    }

    private static void task(Actor actor, DepartmentYear year, Plan.Task task, List<Waiting> waiting) {
        boolean theirs = task.assignedTo() != null
                ? task.assignedTo().equals(actor.person())
                : task.person() == null ? actor.is(task.role()) : task.person().equals(actor.name());
        if (theirs) {
            waiting.add(new Waiting(
                    "task",
                    task.title(),
                    task.titleEn(),
                    Objects.requireNonNullElse(task.reminder(), ""),
                    task.register(),
                    null,
                    year.department(),
                    year.year(),
                    task.due(),
                    task.daysLeft()));
        }
    }
}
