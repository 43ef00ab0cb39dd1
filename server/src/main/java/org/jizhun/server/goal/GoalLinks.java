package org.jizhun.server.goal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * What hangs on what: task ↔ project ↔ money ↔ indicator. Money is counted at the lowest level of projects, as adjusted, else
 * as it began; a project that names no task belongs to its parent's. Pure.
 */
final class GoalLinks {

    private final FactSet facts;
    private final Map<String, Row> projects = new LinkedHashMap<>();
    private final Set<String> parents = new HashSet<>();
    private final Map<String, String> taskOfProject = new HashMap<>();
    private final Map<String, List<Row>> indicatorsOfProject;

    private GoalLinks(FactSet facts) {
        this.facts = facts;
        for (Row project : facts.rows("projects")) {
            projects.putIfAbsent(project.text("code"), project);
            parents.add(project.text("parent"));
        }
        projects.keySet().forEach(code -> taskOfProject.put(code, inherited(code)));
        indicatorsOfProject = facts.rows("indicators").stream()
                .collect(Collectors.groupingBy(row -> row.text("project"), LinkedHashMap::new, Collectors.toList()));
    }

    static GoalLinks of(FactSet facts) {
        return new GoalLinks(facts);
    }

    /** Its own task or that of the nearest project above; empty where there is none. Parents in a circle end the search. */
    private String inherited(String code) {
        Set<String> seen = new HashSet<>();
        Row project = projects.get(code);
        while (project != null && seen.add(project.text("code"))) {
            if (!project.text("task").isEmpty()) {
                return project.text("task");
            }
            project = projects.get(project.text("parent"));
        }
        return "";
    }

    /** The task of an indicator, its own or its project's; empty where there is none. */
    String taskOf(Row indicator) {
        return indicator.text("task").isEmpty()
                ? taskOfProject.getOrDefault(indicator.text("project"), "")
                : indicator.text("task");
    }

    /** The task of a project, its own or that of one above it; empty where there is none. */
    String taskOfProject(String code) {
        return taskOfProject.getOrDefault(code, "");
    }

    /** Whether there is money behind an indicator: of its project, or of its task where it has no project. */
    boolean hasMoney(Row indicator) {
        String project = indicator.text("project");
        if (!project.isEmpty()) {
            return leavesUnder(project).stream().anyMatch(leaf -> money(leaf).signum() > 0);
        }
        String task = indicator.text("task");
        boolean own = facts.rows("tasks").stream()
                .anyMatch(row -> row.text("code").equals(task)
                        && row.get("amount") instanceof Exact amount
                        && amount.signum() > 0);
        return own
                || leaves().stream()
                        .anyMatch(leaf -> task.equals(taskOfProject.get(leaf.text("code")))
                                && money(leaf).signum() > 0);
    }

    private List<Row> leaves() {
        return projects.values().stream().filter(this::isLeaf).toList();
    }

    private boolean isLeaf(Row project) {
        return !parents.contains(project.text("code"));
    }

    private List<Row> leavesUnder(String code) {
        List<Row> leaves = new ArrayList<>();
        gather(code, new HashSet<>(), leaves);
        return leaves;
    }

    private void gather(String code, Set<String> seen, List<Row> leaves) {
        Row project = projects.get(code);
        if (project == null || !seen.add(code)) {
            return;
        }
        if (isLeaf(project)) {
            leaves.add(project);
        }
        projects.values().stream()
                .filter(each -> each.text("parent").equals(code))
                .forEach(each -> gather(each.text("code"), seen, leaves));
    }

    /** In yuan; nothing where no amount is there. */
    private static Exact money(Row project) {
        Object amount = project.get("adjusted") == null ? project.get("initial") : project.get("adjusted");
        return amount instanceof Exact exact ? exact : Exact.ZERO;
    }

    /** Whether an indicator hangs on the project or on one above it. */
    boolean isCovered(Row project) {
        Set<String> seen = new HashSet<>();
        Row each = project;
        while (each != null && seen.add(each.text("code"))) {
            if (indicatorsOfProject.containsKey(each.text("code"))) {
                return true;
            }
            each = projects.get(each.text("parent"));
        }
        return false;
    }

    /** The row an indicator stands in (from 1 among the cells), what it is called, and what it is to reach. */
    record Indicator(int line, String code, String name, String target) {}

    /** A project of the lowest level; budget in 万元, share of the budget of all projects in percent. */
    record Project(
            int line,
            String code,
            String name,
            @Nullable String budget,
            String share,
            boolean covered,
            List<Indicator> indicators) {}

    /**
     * A task with what hangs on it.
     *
     * @param line 0 for what hangs on no task
     * @param amount what the task itself says it costs, in 万元
     * @param budget of its projects, in 万元
     * @param indicators those that hang on the task directly
     */
    record Task(
            int line,
            String code,
            String name,
            @Nullable String amount,
            String budget,
            String share,
            List<Project> projects,
            List<Indicator> indicators) {}

    /**
     * How much hangs together; money in 万元, shares in percent of all projects of the lowest level, — where there is no
     * budget.
     *
     * @param budgetCovered of the projects that have an indicator, of their own or above them
     * @param budgetTied of the projects that belong to a task
     * @param department the whole budget of the department; null where it is not there
     * @param shareOfDepartment the part of it that has an indicator
     */
    record Coverage(
            int tasks,
            int tasksWithIndicator,
            String budget,
            String budgetCovered,
            String share,
            String budgetTied,
            String shareTied,
            @Nullable String department,
            String shareOfDepartment) {}

    Coverage coverage() {
        Exact all = sum(leaves());
        Exact covered = sum(leaves().stream().filter(this::isCovered).toList());
        Exact tied = sum(leaves().stream()
                .filter(leaf -> !taskOfProject(leaf.text("code")).isEmpty())
                .toList());
        Exact whole = GoalMoney.department(facts);
        Set<String> measured =
                facts.rows("indicators").stream().map(this::taskOf).collect(Collectors.toSet());
        List<Row> tasks = facts.rows("tasks");
        int withIndicator = (int) tasks.stream()
                .filter(task -> measured.contains(task.text("code")))
                .count();
        return new Coverage(
                tasks.size(),
                withIndicator,
                GoalMoney.wan(all),
                GoalMoney.wan(covered),
                GoalMoney.share(covered, all),
                GoalMoney.wan(tied),
                GoalMoney.share(tied, all),
                whole == null ? null : GoalMoney.wan(whole),
                GoalMoney.share(covered, Objects.requireNonNullElse(whole, Exact.ZERO)));
    }

    private static Exact sum(List<Row> rows) {
        return rows.stream().map(GoalLinks::money).reduce(Exact.ZERO, Exact::plus);
    }

    /** Every task with its projects and indicators; last, if there is any, what hangs on no task. */
    List<Task> tasks() {
        Exact all = sum(leaves());
        List<Task> tasks = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Row task : facts.rows("tasks")) {
            String code = task.text("code");
            if (known.add(code)) {
                String amount = task.get("amount") instanceof Exact exact ? GoalMoney.wan(exact) : null;
                tasks.add(task(task.place().line(), code, task.text("name"), amount, Set.of(code), all));
            }
        }
        Set<String> others = new HashSet<>(taskOfProject.values());
        facts.rows("indicators").forEach(row -> others.add(taskOf(row)));
        others.removeAll(known);
        Task loose = task(0, "", "", null, others, all);
        if (!loose.projects().isEmpty() || !loose.indicators().isEmpty()) {
            tasks.add(loose);
        }
        return tasks;
    }

    private Task task(int line, String code, String name, @Nullable String amount, Set<String> codes, Exact all) {
        List<Row> own = leaves().stream()
                .filter(leaf -> codes.contains(taskOfProject(leaf.text("code"))))
                .toList();
        Set<String> shown = own.stream().map(row -> row.text("code")).collect(Collectors.toSet());
        List<Indicator> direct = facts.rows("indicators").stream()
                .filter(row -> codes.contains(taskOf(row)) && !shown.contains(row.text("project")))
                .map(GoalLinks::indicator)
                .toList();
        Exact budget = sum(own);
        return new Task(
                line,
                code,
                name,
                amount,
                GoalMoney.wan(budget),
                GoalMoney.share(budget, all),
                own.stream().map(row -> project(row, all)).toList(),
                direct);
    }

    private Project project(Row row, Exact all) {
        Exact amount = money(row);
        return new Project(
                row.place().line(),
                row.text("code"),
                row.text("name"),
                amount.isZero() ? null : GoalMoney.wan(amount),
                GoalMoney.share(amount, all),
                isCovered(row),
                indicatorsOfProject.getOrDefault(row.text("code"), List.of()).stream()
                        .map(GoalLinks::indicator)
                        .toList());
    }

    private static Indicator indicator(Row row) {
        boolean qualitative = row.get("target") == null;
        String target =
                qualitative ? row.text("targetText") : row.text("operator") + row.text("target") + row.text("unit");
        return new Indicator(row.place().line(), row.text("code"), row.text("name"), target);
    }
}
