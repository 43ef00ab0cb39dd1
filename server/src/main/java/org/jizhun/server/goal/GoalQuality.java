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

    private static final Exact YUAN_PER_WAN = Exact.of(10_000);
    private static final Rounding TWO = Rounding.halfUp(2);
    private static final String QUALITATIVE = "定性";

    private final FactSet facts;
    private final GoalWords words;
    private final List<Finding> findings = new ArrayList<>();

    private GoalQuality(FactSet facts, GoalWords words) {
        this.facts = facts;
        this.words = words;
    }

    /**
     * A finding about one row.
     *
     * @param index of the row among those of its register
     * @param column the English name of the column to look at
     */
    record Finding(String register, int index, @Nullable String column, Problem problem) {}

    /**
     * How much hangs together.
     *
     * @param budget of the projects of the lowest level, in 万元 with two decimals half up
     * @param budgetCovered of those of them that have an indicator
     * @param share the second of the first, in percent; — where there is no budget
     */
    record Coverage(int tasks, int tasksWithIndicator, String budget, String budgetCovered, String share) {}

    static List<Finding> of(FactSet facts, GoalWords words) {
        GoalQuality quality = new GoalQuality(facts, words);
        quality.goals();
        quality.projects();
        quality.tasks();
        List<Row> indicators = facts.rows("indicators");
        for (int i = 0; i < indicators.size(); i++) {
            quality.indicator(indicators, i);
        }
        return List.copyOf(quality.findings);
    }

    private void goals() {
        List<Row> goals = facts.rows("goals");
        for (int i = 0; i < goals.size(); i++) {
            vague("goals", i, "goal", goals.get(i).text("goal"));
        }
    }

    private void projects() {
        List<Row> projects = facts.rows("projects");
        Set<String> parents = texts(projects, "parent");
        Set<String> withIndicators = texts(facts.rows("indicators"), "project");
        for (int i = 0; i < projects.size(); i++) {
            Row project = projects.get(i);
            vague("projects", i, "goal", project.text("goal"));
            boolean lowest = !parents.contains(project.text("code"));
            if (lowest && !project.text("code").isEmpty() && !withIndicators.contains(project.text("code"))) {
                add("projects", i, "code", "goal-project-without-indicator", "name", project.text("name"));
            }
            if (lowest && project.text("task").isEmpty()) {
                add("projects", i, "task", "goal-project-without-task", "name", project.text("name"));
            }
        }
    }

    private void tasks() {
        List<Row> tasks = facts.rows("tasks");
        Set<String> measured = texts(facts.rows("indicators"), "task");
        for (int i = 0; i < tasks.size(); i++) {
            if (!measured.contains(tasks.get(i).text("code"))) {
                add(
                        "tasks",
                        i,
                        "code",
                        "goal-task-without-indicator",
                        "name",
                        tasks.get(i).text("name"));
            }
        }
    }

    private void indicator(List<Row> all, int index) {
        Row row = all.get(index);
        boolean qualitative = row.text("operator").equals(QUALITATIVE);
        if (!qualitative && row.get("target") == null) {
            add("indicators", index, "target", "goal-no-target", "name", row.text("name"));
        } else if (qualitative && row.text("class").equals("产出指标")) {
            add("indicators", index, "operator", "goal-output-not-quantified", "name", row.text("name"));
        } else if (qualitative) {
            vague("indicators", index, "targetText", row.text("targetText"));
        }
        wrongClass(row, index);
        farFromLastYear(row, index);
        copied(all, index);
        if (row.text("task").isEmpty()) {
            boolean free = row.text("project").isEmpty();
            add(
                    "indicators",
                    index,
                    "task",
                    free ? "goal-tied-to-nothing" : "goal-without-task",
                    "name",
                    row.text("name"));
        }
        if (row.text("definition").isEmpty()) {
            add("indicators", index, "definition", "goal-no-definition", "name", row.text("name"));
        }
    }

    private void vague(String register, int index, String column, String text) {
        boolean figure = text.chars().anyMatch(Character::isDigit) || text.matches(".*[一二三四五六七八九十百千万亿]+[个项次人场册件%万].*");
        Optional<String> word = words.vague().stream().filter(text::contains).findFirst();
        if (!figure && word.isPresent()) {
            add(register, index, column, "goal-vague", "found", word.get());
        }
    }

    private void wrongClass(Row row, int index) {
        String given = row.text("class");
        String name = row.text("name");
        if (given.isEmpty()) {
            return;
        }
        if (given.equals("效益指标") && name.contains("满意")) {
            add("indicators", index, "class", "goal-satisfaction-as-benefit", "name", name);
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
                        index,
                        "class",
                        "goal-class-doubtful",
                        "name",
                        name,
                        "found",
                        given,
                        "expected",
                        each.getKey());
                return;
            }
        }
    }

    private void farFromLastYear(Row row, int index) {
        if (row.get("target") instanceof Exact target
                && row.get("lastYear") instanceof Exact last
                && last.signum() > 0) {
            Exact difference = target.minus(last).dividedBy(last);
            Exact limit = Exact.of(words.farFromLastYear()).dividedBy(Exact.HUNDRED);
            if (difference.abs().compareTo(limit) > 0) {
                String percent = difference.times(Exact.HUNDRED).toDecimal(TWO).toPlainString() + "%";
                add(
                        "indicators",
                        index,
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
    private void copied(List<Row> all, int index) {
        Row row = all.get(index);
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
                        index,
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

    private void add(String register, int index, String column, String code, Object... namesAndValues) {
        findings.add(new Finding(register, index, column, Problem.of(code, Place.NONE, namesAndValues)));
    }

    private static Set<String> texts(List<Row> rows, String column) {
        return rows.stream().map(row -> row.text(column)).collect(Collectors.toSet());
    }

    static Coverage coverage(FactSet facts) {
        List<Row> projects = facts.rows("projects");
        List<Row> indicators = facts.rows("indicators");
        Set<String> parents = texts(projects, "parent");
        Set<String> measured = texts(indicators, "project");
        Set<String> measuredTasks = texts(indicators, "task");
        Exact all = Exact.ZERO;
        Exact covered = Exact.ZERO;
        for (Row project : projects) {
            if (!parents.contains(project.text("code")) && budget(project) instanceof Exact amount) {
                all = all.plus(amount);
                covered = measured.contains(project.text("code")) ? covered.plus(amount) : covered;
            }
        }
        List<Row> tasks = facts.rows("tasks");
        int withIndicator = (int) tasks.stream()
                .filter(task -> measuredTasks.contains(task.text("code")))
                .count();
        String share = all.isZero()
                ? "—"
                : covered.dividedBy(all).times(Exact.HUNDRED).toDecimal(TWO).toPlainString() + "%";
        return new Coverage(tasks.size(), withIndicator, wan(all), wan(covered), share);
    }

    private static @Nullable Object budget(Row project) {
        return project.get("adjusted") == null ? project.get("initial") : project.get("adjusted");
    }

    private static String wan(Exact yuan) {
        return yuan.dividedBy(YUAN_PER_WAN).toDecimal(TWO).toPlainString();
    }
}
