package org.jizhun.server.goal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;
import org.jspecify.annotations.Nullable;

/** Finds what is weak in the goals of a department year. Pure: the same facts and words give the same findings. */
final class GoalQuality {

    private static final Rounding TWO = Rounding.halfUp(2);
    private static final String QUALITATIVE = "定性";
    private static final int SHORTEST_GOAL = 6;

    private final FactSet facts;
    private final GoalLinks links;
    private final GoalWords words;
    private final List<Finding> findings = new ArrayList<>();

    private GoalQuality(FactSet facts, GoalWords words) {
        this.facts = facts;
        this.links = GoalLinks.of(facts);
        this.words = words;
    }

    /**
     * A finding about one row.
     *
     * @param index of the row among the cells it was read from; blank ones count
     * @param column the English name of the column to look at
     */
    record Finding(String register, int index, @Nullable String column, Problem problem) {}

    static List<Finding> of(FactSet facts, GoalWords words) {
        GoalQuality quality = new GoalQuality(facts, words);
        quality.goals();
        quality.projects();
        quality.tasks();
        List<Row> indicators = facts.rows("indicators");
        for (Row indicator : indicators) {
            quality.indicator(indicators, indicator);
        }
        return List.copyOf(quality.findings);
    }

    private void goals() {
        List<Row> goals = facts.rows("goals");
        for (Row goal : goals) {
            vague("goals", goal, "goal");
        }
    }

    private void projects() {
        List<Row> projects = facts.rows("projects");
        Set<String> parents = texts(projects, "parent");
        for (Row project : projects) {
            vague("projects", project, "goal");
            copiedGoal(projects, project);
            boolean lowest = !parents.contains(project.text("code"));
            if (lowest && !project.text("code").isEmpty() && !links.isCovered(project)) {
                add("projects", project, "code", "goal-project-without-indicator", "name", project.text("name"));
            }
            if (lowest && links.taskOfProject(project.text("code")).isEmpty()) {
                add("projects", project, "task", "goal-project-without-task", "name", project.text("name"));
            }
        }
    }

    private void tasks() {
        List<Row> tasks = facts.rows("tasks");
        Set<String> measured =
                facts.rows("indicators").stream().map(links::taskOf).collect(Collectors.toSet());
        for (Row task : tasks) {
            if (!measured.contains(task.text("code"))) {
                add("tasks", task, "code", "goal-task-without-indicator", "name", task.text("name"));
            }
        }
    }

    private void indicator(List<Row> all, Row row) {
        String name = row.text("name");
        boolean qualitative = row.text("operator").equals(QUALITATIVE);
        if (!qualitative && row.get("target") == null) {
            add("indicators", row, "target", "goal-no-target", "name", name);
        } else if (qualitative && row.text("class").equals("产出指标")) {
            add("indicators", row, "operator", "goal-output-not-quantified", "name", name);
        } else if (qualitative && row.text("targetText").isEmpty()) {
            add("indicators", row, "targetText", "goal-no-target", "name", name);
        } else if (qualitative) {
            vague("indicators", row, "targetText");
        }
        wrongClass(row);
        farFromLastYear(row);
        copied(all, row);
        tied(row);
        if (row.text("definition").isEmpty()) {
            add("indicators", row, "definition", "goal-no-definition", "name", name);
        }
    }

    /** To a task, of its own or its project's, and to money, of its project or of the projects of its task. */
    private void tied(Row row) {
        if (row.text("task").isEmpty() && row.text("project").isEmpty()) {
            add("indicators", row, "task", "goal-tied-to-nothing", "name", row.text("name"));
        } else if (links.taskOf(row).isEmpty()) {
            add("indicators", row, "task", "goal-without-task", "name", row.text("name"));
        } else if (!links.hasMoney(row)) {
            add("indicators", row, "project", "goal-without-money", "name", row.text("name"));
        }
    }

    private void vague(String register, Row row, String column) {
        String text = row.text(column);
        boolean figure = text.chars().anyMatch(Character::isDigit) || text.matches(".*[一二三四五六七八九十百千万亿]+[个项次人场册件%万].*");
        Optional<String> word = words.vague().stream().filter(text::contains).findFirst();
        if (!figure && word.isPresent()) {
            add(register, row, column, "goal-vague", "found", word.get());
        }
    }

    private void wrongClass(Row row) {
        String given = row.text("class");
        String name = row.text("name");
        if (given.isEmpty()) {
            return;
        }
        if (given.equals("效益指标") && name.contains("满意")) {
            add("indicators", row, "class", "goal-satisfaction-as-benefit", "name", name);
            return;
        }
        boolean own = words.classes().getOrDefault(given, List.of()).stream().anyMatch(name::contains);
        if (own) {
            return;
        }
        for (Map.Entry<String, List<String>> each : words.classes().entrySet()) {
            if (!each.getKey().equals(given) && each.getValue().stream().anyMatch(name::contains)) {
                add(
                        "indicators",
                        row,
                        "class",
                        "goal-class-doubtful",
                        "name",
                        name,
                        "found",
                        given,
                        "foundEn",
                        english(given),
                        "expected",
                        each.getKey(),
                        "expectedEn",
                        english(each.getKey()));
                return;
            }
        }
    }

    private static String english(String indicatorClass) {
        return switch (indicatorClass) {
            case "产出指标" -> "an output";
            case "效益指标" -> "a benefit";
            case "满意度指标" -> "satisfaction";
            case "成本指标" -> "a cost";
            default -> indicatorClass;
        };
    }

    private void farFromLastYear(Row row) {
        if (row.get("target") instanceof Exact target
                && row.get("lastYear") instanceof Exact last
                && last.signum() > 0) {
            Exact difference = target.minus(last).dividedBy(last);
            Exact limit = Exact.of(words.farFromLastYear()).dividedBy(Exact.HUNDRED);
            if (difference.abs().compareTo(limit) > 0) {
                String percent = difference.times(Exact.HUNDRED).toDecimal(TWO).toPlainString() + "%";
                add(
                        "indicators",
                        row,
                        "target",
                        "goal-far-from-last-year",
                        "target",
                        target,
                        "last",
                        last,
                        "found",
                        percent);
            }
        }
    }

    /** Nearly the same name, class and target as an indicator of another project. */
    private void copied(List<Row> all, Row row) {
        if (row.text("project").isEmpty() || row.text("name").length() < 3) {
            return;
        }
        for (Row other : all) {
            boolean elsewhere =
                    !other.text("project").isEmpty() && !other.text("project").equals(row.text("project"));
            if (elsewhere
                    && other.text("class").equals(row.text("class"))
                    && other.text("target").equals(row.text("target"))
                    && other.text("targetText").equals(row.text("targetText"))
                    && isNearlySame(row.text("name"), other.text("name"))) {
                add(
                        "indicators",
                        row,
                        "name",
                        "goal-copied",
                        "name",
                        row.text("name"),
                        "project",
                        projectName(other.text("project")),
                        "other",
                        other.text("name"));
                return;
            }
        }
    }

    /** A project whose goal is nearly word for word another's. */
    private void copiedGoal(List<Row> projects, Row project) {
        String goal = project.text("goal");
        projects.stream()
                .filter(other -> other.place().line() != project.place().line() && goal.length() >= SHORTEST_GOAL)
                .filter(other -> isNearlySame(goal, other.text("goal")))
                .findFirst()
                .ifPresent(other -> add(
                        "projects",
                        project,
                        "goal",
                        "goal-project-copied",
                        "name",
                        project.text("name"),
                        "other",
                        other.text("name")));
    }

    private String projectName(String code) {
        return facts.rows("projects").stream()
                .filter(row -> row.text("code").equals(code))
                .map(row -> row.text("name"))
                .findFirst()
                .orElse(code);
    }

    /** Twice the pairs of characters both have, against all pairs of both (Dice). */
    private boolean isNearlySame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Set<String> first = pairs(one);
        Set<String> second = pairs(other);
        int all = first.size() + second.size();
        Set<String> common = new HashSet<>(first);
        common.retainAll(second);
        return all > 0 && 200 * common.size() >= words.nearlySame() * all;
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    private void add(String register, Row row, String column, String code, Object... namesAndValues) {
        int index = row.place().line() - 1;
        findings.add(new Finding(register, index, column, Problem.of(code, Place.NONE, namesAndValues)));
    }

    private static Set<String> texts(List<Row> rows, String column) {
        return rows.stream().map(row -> row.text(column)).collect(Collectors.toSet());
    }
}
