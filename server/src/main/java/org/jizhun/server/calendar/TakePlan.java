package org.jizhun.server.calendar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.calendar.PlanController.TaskForm;
import org.jizhun.server.calendar.PlanTasks.Stored;
import org.jizhun.server.calendar.PlanTasks.Wanted;
import org.jizhun.server.platform.Permissions;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.RuleBook;
import org.jizhun.server.register.Told;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plan out as a workbook and in again. A row whose task the plan has changes it, others are added; rows that are wrong are
 * told with their number and left out, the others are taken. Tasks that the file does not have stay. What was taken can be taken
 * back ({@link PlanFiles}).
 */
@Service
public class TakePlan {

    private static final int MOST = 500;

    private final Plan plan;
    private final PlanTasks tasks;
    private final PlanFiles files;
    private final Years years;
    private final RuleBook rules;
    private final Permissions permissions;

    TakePlan(Plan plan, PlanTasks tasks, PlanFiles files, Years years, RuleBook rules, Permissions permissions) {
        this.plan = plan;
        this.tasks = tasks;
        this.files = files;
        this.years = years;
        this.rules = rules;
        this.permissions = permissions;
    }

    /**
     * What becomes of a row.
     *
     * @param number as Excel counts it
     * @param outcome added, changed, same or wrong
     * @param problems empty unless it is wrong
     */
    public record Row(int number, String title, String outcome, List<Told> problems) {}

    @Transactional(readOnly = true)
    public byte[] workbook(long department, int year) {
        DepartmentYear seen = years.one(department, year);
        return sheet(seen).of(plan.of(seen));
    }

    private PlanSheet sheet(DepartmentYear year) {
        return new PlanSheet(List.copyOf(permissions.roles()), rules.vocabulary(year.scheme()));
    }

    /**
     * Reads a workbook and takes its rows.
     *
     * @param preview only say what would become of them
     */
    @Transactional
    public List<Row> take(long department, int year, String name, byte[] content, boolean preview) {
        DepartmentYear open = years.open(department, year);
        PlanSheet sheet = sheet(open);
        List<PlanSheet.Line> lines = sheet.read(name, content);
        if (lines.isEmpty() || lines.size() > MOST) {
            throw Rejection.at("file", "field-out-of-range", "found", lines.size(), "expected", "1–" + MOST);
        }
        Map<String, Stored> there = tasks.of(open).stream()
                .collect(Collectors.toMap(Stored::title, Function.identity(), (first, second) -> first));
        Set<String> seen = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        List<PlanFiles.Changed> changed = new ArrayList<>();
        for (PlanSheet.Line line : lines) {
            Stored known = there.get(line.text("title"));
            Stored before = known == null ? null : tasks.held(open, known.id());
            try {
                if (!seen.add(line.text("title"))) {
                    throw Rejection.at("title", "plan-task-twice", "found", line.text("title"));
                }
                rows.add(row(open, line, before, preview, changed));
            } catch (Rejection wrong) {
                rows.add(new Row(
                        line.number(),
                        line.text("title"),
                        "wrong",
                        wrong.problems().stream()
                                .map(problem -> told(problem, sheet))
                                .toList()));
            }
        }
        if (!changed.isEmpty()) {
            files.keep(open, name, changed);
        }
        return rows;
    }

    private Row row(
            DepartmentYear year,
            PlanSheet.Line line,
            @Nullable Stored before,
            boolean preview,
            List<PlanFiles.Changed> changed) {
        TaskForm form = form(year, line, before);
        Wanted wanted = plan.checked(year, form);
        @Nullable Wanted known = before == null ? null : Plan.asWanted(before, before.state());
        String outcome = known == null ? "added" : wanted.equals(known) ? "same" : "changed";
        if (!preview && !outcome.equals("same")) {
            Plan.Task task = before == null
                    ? plan.add(year.department(), year.year(), form)
                    : plan.change(year.department(), year.year(), before.id(), form);
            changed.add(new PlanFiles.Changed(task.id(), task.version(), known));
        }
        return new Row(line.number(), line.text("title"), outcome, List.of());
    }

    /** Whoever is named and is one of the department is meant; another name, such as that of an office, stays a name. */
    private TaskForm form(DepartmentYear year, PlanSheet.Line line, @Nullable Stored before) {
        String person = line.text("person");
        Long known = tasks.personNamed(year.department(), person).orElse(null);
        String state = line.text("state");
        return new TaskForm(
                line.text("title"),
                line.text("register"),
                line.text("role"),
                known,
                known == null ? person : null,
                line.text("due"),
                state.isEmpty() ? (before == null ? "open" : before.state()) : state,
                before == null ? null : before.version());
    }

    /** In the words of the sheet, where the form names those of the program. */
    private static Told told(Problem problem, PlanSheet sheet) {
        String field = problem.place().file();
        List<String> words = sheet.words(field);
        Map<String, String> arguments = new LinkedHashMap<>(problem.arguments());
        if (!words.isEmpty() && arguments.containsKey("expected")) {
            arguments.put("expected", String.join("、", words));
        }
        return Told.of(new Problem(problem.code(), Place.NONE, arguments), field);
    }
}
