package org.jizhun.server.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.scheme.Schemes;
import org.junit.jupiter.api.Test;

class GoalQualityTest {

    private static final Map<String, String> TASK = Map.of("code", "R1", "name", "阅读服务");
    private static final Map<String, String> PROJECT =
            Map.of("code", "P1", "name", "绘本馆", "level", "1", "task", "R1", "initial", "30.00", "goal", "购书 5000 册");
    private static final Map<String, String> OTHER =
            Map.of("code", "P2", "name", "流动书车", "level", "1", "task", "R1", "initial", "70.00", "goal", "开行 200 班次");

    private static Map<String, String> indicator(String project, String name, String target) {
        return Map.of(
                "code",
                "X-" + project + name.hashCode(),
                "project",
                project,
                "task",
                "R1",
                "class",
                "产出指标",
                "name",
                name,
                "operator",
                "≥",
                "target",
                target,
                "definition",
                "登记在册的数量");
    }

    private static FactSet facts(List<Map<String, String>> projects, List<Map<String, String>> indicators) {
        return new CaseReader(Schemes.none(), WorkingDays.NONE)
                .read(new CaseCells(
                        Map.of("tasks", List.of(TASK), "projects", projects, "indicators", indicators), Map.of()))
                .value();
    }

    private static List<String> codes(FactSet facts) {
        return GoalQuality.of(facts, GoalWords.standard()).stream()
                .map(finding -> finding.problem().code())
                .toList();
    }

    @Test
    void goals_with_figures_tied_to_task_and_money_are_left_alone() {
        assertThat(codes(facts(
                        List.of(PROJECT, OTHER),
                        List.of(indicator("P1", "新增绘本册数", "5000"), indicator("P2", "开行班次", "200")))))
                .isEmpty();
    }

    @Test
    void an_indicator_nearly_the_same_as_another_projects_is_told_at_both() {
        assertThat(codes(facts(
                        List.of(PROJECT, OTHER),
                        List.of(indicator("P1", "项目验收合格率达标", "100"), indicator("P2", "项目验收合格率", "100")))))
                .containsExactly("goal-copied", "goal-copied");
    }

    @Test
    void the_same_name_with_another_target_is_not_a_copy() {
        assertThat(codes(facts(
                        List.of(PROJECT, OTHER),
                        List.of(indicator("P1", "服务读者人次", "100"), indicator("P2", "服务读者人次", "250")))))
                .isEmpty();
    }

    @Test
    void a_project_without_indicator_and_a_vague_goal_are_told() {
        Map<String, String> vague = Map.of(
                "code", "P2", "name", "宣传", "level", "1", "task", "R1", "initial", "70.00", "goal", "进一步提升社会影响力");
        assertThat(codes(facts(List.of(PROJECT, vague), List.of(indicator("P1", "新增绘本册数", "5000")))))
                .containsExactly("goal-vague", "goal-project-without-indicator");
    }

    @Test
    void a_target_thirty_one_percent_above_last_year_is_asked_about_and_thirty_is_not() {
        // 131 ÷ 100 − 1 = 31 %; 130 ÷ 100 − 1 = 30 %, which is not more than 30 %.
        Map<String, String> far = new java.util.HashMap<>(indicator("P1", "新增绘本册数", "131"));
        far.put("lastYear", "100");
        Map<String, String> near = new java.util.HashMap<>(indicator("P2", "开行班次", "130"));
        near.put("lastYear", "100");
        assertThat(codes(facts(List.of(PROJECT, OTHER), List.of(far, near))))
                .containsExactly("goal-far-from-last-year");
    }

    @Test
    void satisfaction_among_the_benefits_is_told() {
        Map<String, String> satisfied = new java.util.HashMap<>(indicator("P1", "读者满意度", "90"));
        satisfied.put("class", "效益指标");
        assertThat(codes(facts(List.of(PROJECT), List.of(satisfied)))).containsExactly("goal-satisfaction-as-benefit");
    }

    @Test
    void a_class_that_the_name_speaks_against_is_told_in_the_words_of_the_language() {
        Map<String, String> counted = new java.util.HashMap<>(indicator("P1", "档案查阅利用人次", "38000"));
        counted.put("class", "效益指标");
        assertThat(GoalQuality.of(facts(List.of(PROJECT), List.of(counted)), GoalWords.standard()))
                .extracting(finding -> finding.problem().text(Language.EN))
                .containsExactly("“档案查阅利用人次” looks like an output; it stands as a benefit");
    }

    @Test
    void the_share_of_the_budget_that_indicators_cover_is_thirty_of_a_hundred() {
        GoalLinks.Coverage coverage = GoalLinks.of(
                        facts(List.of(PROJECT, OTHER), List.of(indicator("P1", "新增绘本册数", "5000"))))
                .coverage();
        // 30.00 of 30.00 + 70.00 万元.
        assertThat(coverage.share()).isEqualTo("30.00%");
        assertThat(coverage.budget()).isEqualTo("100.00");
        assertThat(coverage.tasksWithIndicator()).isEqualTo(1);
    }

    private static Map<String, String> with(Map<String, String> cells, String... namesAndValues) {
        Map<String, String> changed = new java.util.HashMap<>(cells);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return changed;
    }

    @Test
    void an_indicator_of_a_project_is_tied_to_the_task_of_the_project() {
        Map<String, String> own = with(indicator("P1", "新增绘本册数", "5000"), "task", "");
        assertThat(codes(facts(List.of(PROJECT), List.of(own)))).isEmpty();
    }

    @Test
    void a_project_of_the_third_level_belongs_to_the_task_of_the_first_and_is_covered_by_its_indicator() {
        Map<String, String> second =
                Map.of("code", "P11", "name", "采购", "level", "2", "parent", "P1", "goal", "采购绘本 3000 册");
        Map<String, String> third = Map.of(
                "code", "P111", "name", "招标", "level", "3", "parent", "P11", "initial", "20.00", "goal", "招标 1 次");
        FactSet facts = facts(List.of(PROJECT, second, third), List.of(indicator("P1", "新增绘本册数", "5000")));
        assertThat(codes(facts)).isEmpty();
        GoalLinks.Task task = GoalLinks.of(facts).tasks().get(0);
        assertThat(task.projects()).extracting(GoalLinks.Project::code).containsExactly("P111");
        assertThat(task.budget()).isEqualTo("20.00");
        // The indicator hangs on P1, which is not of the lowest level: it is shown at the task.
        assertThat(task.indicators()).extracting(GoalLinks.Indicator::target).containsExactly("≥5000");
    }

    @Test
    void an_indicator_without_task_project_or_money_is_told_which_of_them_is_missing() {
        Map<String, String> free = with(indicator("", "举办讲座场次", "12"), "task", "");
        Map<String, String> untasked = with(indicator("P2", "开行班次", "200"), "task", "");
        Map<String, String> alone = with(OTHER, "task", "");
        Map<String, String> poor = with(PROJECT, "initial", "");
        assertThat(codes(facts(List.of(poor, alone), List.of(free, untasked, indicator("P1", "新增绘本册数", "5000")))))
                .containsExactlyInAnyOrder(
                        "goal-project-without-task", "goal-tied-to-nothing", "goal-without-task", "goal-without-money");
    }

    @Test
    void a_goal_nearly_word_for_word_that_of_another_project_is_told_at_both() {
        Map<String, String> same = with(OTHER, "goal", "购书 5000 册。");
        assertThat(codes(facts(
                        List.of(with(PROJECT, "goal", "购书 5000 册"), same),
                        List.of(indicator("P1", "新增绘本册数", "5000"), indicator("P2", "开行班次", "200")))))
                .containsExactly("goal-project-copied", "goal-project-copied");
    }

    @Test
    void a_benefit_in_words_must_have_the_words() {
        Map<String, String> silent = with(indicator("P1", "读者阅读习惯", ""), "operator", "定性", "class", "效益指标");
        assertThat(codes(facts(List.of(PROJECT), List.of(silent)))).containsExactly("goal-no-target");
        Map<String, String> vague = with(silent, "targetText", "明显改善");
        assertThat(codes(facts(List.of(PROJECT), List.of(vague)))).containsExactly("goal-vague");
    }

    @Test
    void a_blank_last_year_is_taken_from_the_year_before_and_a_typed_one_stays() {
        FactSet before = facts(List.of(PROJECT), List.of(with(indicator("P1", "新增绘本册数", "5000"), "actual", "3000")));
        FactSet now = facts(List.of(PROJECT), List.of(indicator("P1", "新增绘本册数", "5000")));
        assertThat(codes(now)).isEmpty();
        // 5000 ÷ 3000 − 1 = 66.67 %.
        assertThat(codes(LastYear.into(now, before))).containsExactly("goal-far-from-last-year");
        FactSet typed = facts(List.of(PROJECT), List.of(with(indicator("P1", "新增绘本册数", "5000"), "lastYear", "4800")));
        assertThat(codes(LastYear.into(typed, before))).isEmpty();
        FactSet otherUnit = facts(List.of(PROJECT), List.of(with(indicator("P1", "新增绘本册数", "5000"), "unit", "万册")));
        assertThat(codes(LastYear.into(otherUnit, before))).isEmpty();
    }

    @Test
    void a_blank_row_among_the_projects_does_not_move_a_finding_to_the_next() {
        FactSet facts = facts(
                List.of(Map.of(), with(PROJECT, "goal", "进一步提升阅读水平")), List.of(indicator("P1", "新增绘本册数", "5000")));
        assertThat(GoalQuality.of(facts, GoalWords.standard()))
                .extracting(GoalQuality.Finding::index)
                .containsExactly(1);
    }

    @Test
    void money_tied_to_a_task_and_money_with_an_indicator_are_told_apart_and_beside_the_whole_budget() {
        FactSet facts = new CaseReader(Schemes.none(), WorkingDays.NONE)
                .read(new CaseCells(
                        Map.of(
                                "tasks",
                                List.of(TASK),
                                "projects",
                                List.of(PROJECT, with(OTHER, "task", "")),
                                "indicators",
                                List.of(indicator("P1", "新增绘本册数", "5000"), indicator("P2", "开行班次", "200")),
                                "budget",
                                List.of(
                                        Map.of("nature", "基本支出", "category", "人员经费", "initial", "300.00"),
                                        Map.of("nature", "项目支出", "category", "行政事业类项目", "initial", "100.00"))),
                        Map.of()))
                .value();
        GoalLinks.Coverage coverage = GoalLinks.of(facts).coverage();
        // Both projects have an indicator; P1 alone names a task: 30 of 100. All projects: 100 of 400.
        assertThat(coverage.share()).isEqualTo("100.00%");
        assertThat(coverage.budgetTied()).isEqualTo("30.00");
        assertThat(coverage.shareTied()).isEqualTo("30.00%");
        assertThat(coverage.department()).isEqualTo("400.00");
        assertThat(coverage.shareOfDepartment()).isEqualTo("25.00%");
    }
}
