package org.jizhun.server.calendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.calendar.PlanTasks.Stored;
import org.jizhun.server.calendar.PlanTasks.Wanted;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.Told;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files that were taken into a plan, each with what it changed, and taking one back. */
@Service
public class PlanFiles {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Changed>> CHANGED = new TypeReference<>() {};
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final PlanTasks tasks;
    private final Years years;
    private final ChangeLog changes;
    private final Clock clock;

    PlanFiles(JdbcClient jdbc, PlanTasks tasks, Years years, ChangeLog changes, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.years = years;
        this.changes = changes;
        this.clock = clock;
    }

    /** A task that a file changed: the version it was left in, and what it was before; null where it was added. */
    record Changed(long id, int version, @Nullable Wanted before) {}

    /** @param rows how many tasks it changed */
    public record TakenFile(long id, String file, String by, Instant at, int rows, boolean undone) {}

    /** @param left what was not taken back, and why */
    public record Undone(List<TakenFile> files, List<Told> left) {}

    void keep(DepartmentYear year, String file, List<Changed> changed) {
        String name = file.isBlank() ? "-" : file;
        jdbc.sql("INSERT INTO plan_file (department, department_year, file, changed, taken_by, taken_at)"
                        + " VALUES (:department, :year, :file, :changed::jsonb, :who, :now)")
                .param("department", year.department())
                .param("year", year.id())
                .param("file", name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name)
                .param("changed", JSON.writeValueAsString(changed))
                .param("who", Objects.requireNonNull(CurrentActor.get().account()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<TakenFile> of(long department, int year) {
        return of(years.one(department, year));
    }

    private List<TakenFile> of(DepartmentYear year) {
        return jdbc.sql("SELECT id, file, name_of_account(taken_by) AS by, taken_at AS at,"
                        + " jsonb_array_length(changed) AS rows, undone_at IS NOT NULL AS undone FROM plan_file"
                        + " WHERE department_year = :year ORDER BY id DESC")
                .param("year", year.id())
                .query(TakenFile.class)
                .list();
    }

    private record Kept(String file, String changed, boolean undone) {}

    /** Tasks that somebody changed or removed since stay as they are, and are counted. */
    @Transactional
    public Undone undo(long department, int year, long id) {
        DepartmentYear open = years.open(department, year);
        Kept kept = jdbc.sql("SELECT file, changed::text, undone_at IS NOT NULL AS undone FROM plan_file"
                        + " WHERE department_year = :year AND id = :id FOR UPDATE")
                .param("year", open.id())
                .param("id", id)
                .query(Kept.class)
                .optional()
                .orElseThrow(Rejection::notFound);
        if (kept.undone()) {
            throw Rejection.of(HttpStatus.CONFLICT, "import-not-confirmed");
        }
        int left = 0;
        for (Changed each : JSON.readValue(kept.changed(), CHANGED)) {
            Optional<Stored> present = tasks.find(open, each.id()).filter(task -> task.version() == each.version());
            present.ifPresent(task -> back(open, task, each.before(), kept.file()));
            left += present.isPresent() ? 0 : 1;
        }
        jdbc.sql("UPDATE plan_file SET undone_at = :now WHERE id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        List<Problem> told = new ArrayList<>();
        if (left > 0) {
            told.add(Problem.of("plan-tasks-changed-since", Place.NONE, "count", left));
        }
        return new Undone(of(open), told.stream().map(Told::of).toList());
    }

    private void back(DepartmentYear year, Stored task, @Nullable Wanted before, String file) {
        if (before == null) {
            tasks.remove(task.id());
            changes.record(Change.of("task-removed", "plan-task", task.id())
                    .in(year.department())
                    .from(task.fields())
                    .because(file));
        } else {
            Stored after = tasks.update(year, task.id(), task.version(), before);
            changes.record(Change.of("task-changed", "plan-task", task.id())
                    .in(year.department())
                    .from(task.fields())
                    .to(after.fields())
                    .because(file));
        }
    }
}
