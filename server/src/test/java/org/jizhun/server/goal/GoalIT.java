package org.jizhun.server.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GoalIT {

    private final RunningServer server = RunningServer.get();
    private long department;
    private Browser officer;
    private String year;

    @BeforeEach
    void a_department_with_a_year() {
        department = server.department(server.region(null));
        officer = server.signedIn(server.user(department, "performance-officer"));
        year = opened(2026);
    }

    private String opened(int which) {
        String years = "/api/departments/" + department + "/years";
        officer.post(years, Map.of("year", which, "scheme", "guangzhou-department-2023"));
        return years + "/" + which;
    }

    private JsonNode save(String at, String register, Map<String, String> cells) {
        Browser.Answer saved = officer.post(
                at + "/registers/" + register + "/rows", Map.of("rows", List.of(Map.of("key", "a", "cells", cells))));
        return saved.body().path("rows").get(0).path("row");
    }

    private static Map<String, String> indicator(String... more) {
        Map<String, String> cells = new TreeMap<>(Map.of(
                "code", "Z1", "class", "产出指标", "name", "新增绘本册数", "operator", "≥", "target", "5000", "unit", "册"));
        cells.put("definition", "登记在册的数量");
        for (int i = 0; i < more.length; i += 2) {
            cells.put(more[i], more[i + 1]);
        }
        return cells;
    }

    private void project() {
        save(year, "tasks", Map.of("code", "R1", "name", "阅读服务"));
        save(
                year,
                "projects",
                Map.of("code", "P1", "name", "绘本馆", "level", "1", "task", "R1", "initial", "30", "goal", "购书 5000 册"));
    }

    @Test
    void task_project_money_and_indicator_hang_on_one_line_with_their_rows() {
        project();
        JsonNode row = save(year, "indicators", indicator("project", "P1"));
        JsonNode links = officer.get(year + "/goal-links").body();
        JsonNode task = links.path("tasks").get(0);
        assertThat(task.path("budget").asString()).isEqualTo("30.00");
        assertThat(task.path("share").asString()).isEqualTo("100.00%");
        JsonNode measured = task.path("projects").get(0).path("indicators").get(0);
        assertThat(measured.path("target").asString()).isEqualTo("≥5000册");
        assertThat(links.path("rows")
                        .path("indicators")
                        .get(measured.path("line").asInt() - 1)
                        .asLong())
                .isEqualTo(row.path("id").asLong());
        assertThat(links.path("coverage").path("share").asString()).isEqualTo("100.00%");
    }

    @Test
    void while_one_types_the_actual_of_the_year_before_is_held_against_the_target() {
        project();
        String before = opened(2025);
        save(before, "indicators", indicator("actual", "3000"));
        Browser.Answer told = officer.post(
                year + "/goal-quality/check",
                Map.of("register", "indicators", "cells", indicator("project", "P1", "target", "6000")));
        // 6000 ÷ 3000 − 1 = 100 %.
        assertThat(told.body().valueStream().map(each -> each.path("code").asString()))
                .containsExactly("goal-far-from-last-year");
        assertThat(told.body().get(0).path("zh").asString()).contains("100.00%");
        Browser.Answer wrong = officer.post(year + "/goal-quality/check", Map.of("register", "assets"));
        assertThat(wrong.body().path("problems")).hasSize(2);
    }

    @Test
    void a_finding_says_which_row_it_is_about() {
        save(year, "goals", Map.of("goal", "进一步提升服务水平"));
        JsonNode finding =
                officer.get(year + "/goal-quality").body().path("findings").get(0);
        assertThat(finding.path("code").asString()).isEqualTo("goal-vague");
        assertThat(finding.path("where").asString()).isEqualTo("整体绩效目标 · 1");
    }

    @Test
    void what_was_added_changed_and_removed_since_the_approval_is_told_with_both_texts() {
        Browser reviewer = server.signedIn(server.user(department, "reviewer"));
        Browser head = server.signedIn(server.user(department, "head"));
        JsonNode kept = save(year, "tasks", Map.of("code", "R1", "name", "阅读服务"));
        JsonNode dropped = save(year, "tasks", Map.of("code", "R2", "name", "档案服务"));
        assertThat(officer.get(year + "/goal-changes").body()).isEmpty();
        step(officer, "submit");
        step(reviewer, "pass");
        step(head, "approve");
        assertThat(officer.get(year + "/goal-changes").body()).isEmpty();

        step(officer, "reopen");
        JsonNode rows = officer.get(year + "/registers/tasks").body().path("rows");
        Map<String, Object> change = Map.of(
                "key", "a",
                "id", kept.path("id").asLong(),
                "version", rows.get(0).path("version").asInt(),
                "cells", Map.of("code", "R1", "name", "全民阅读"));
        officer.post(year + "/registers/tasks/rows", Map.of("rows", List.of(change)));
        officer.post(
                year + "/registers/tasks/removal",
                Map.of(
                        "rows",
                        List.of(Map.of(
                                "id",
                                dropped.path("id").asLong(),
                                "version",
                                rows.get(1).path("version").asInt()))));
        save(year, "tasks", Map.of("code", "R3", "name", "数字资源"));

        JsonNode changes = officer.get(year + "/goal-changes").body();
        assertThat(changes.valueStream()
                        .map(each -> each.path("kind").asString() + " "
                                + each.path("title").asString()))
                .containsExactly("changed 全民阅读", "added 数字资源", "removed 档案服务");
        JsonNode cell = changes.get(0).path("cells").get(0);
        assertThat(cell.path("before").asString()).isEqualTo("阅读服务");
        assertThat(cell.path("after").asString()).isEqualTo("全民阅读");
    }

    /** All rows of the tasks at once. */
    private void step(Browser who, String action) {
        List<Map<String, Object>> marks = officer.get(year + "/registers/tasks")
                .body()
                .path("rows")
                .valueStream()
                .<Map<String, Object>>map(row -> Map.of(
                        "id",
                        row.path("id").asLong(),
                        "version",
                        row.path("version").asInt()))
                .toList();
        Browser.Answer taken = who.post(year + "/review", Map.of("action", action, "rows", marks, "reason", "调整"));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
    }
}
