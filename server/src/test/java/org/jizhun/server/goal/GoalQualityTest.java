package org.jizhun.server.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
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
    void the_share_of_the_budget_that_indicators_cover_is_thirty_of_a_hundred() {
        GoalQuality.Coverage coverage =
                GoalQuality.coverage(facts(List.of(PROJECT, OTHER), List.of(indicator("P1", "新增绘本册数", "5000"))));
        // 30.00 of 30.00 + 70.00 万元.
        assertThat(coverage.share()).isEqualTo("30.00%");
        assertThat(coverage.budget()).isEqualTo("100.00");
        assertThat(coverage.tasksWithIndicator()).isEqualTo(1);
    }
}
