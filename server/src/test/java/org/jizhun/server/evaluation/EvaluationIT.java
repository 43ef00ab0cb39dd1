package org.jizhun.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.jizhun.server.SampleYear;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a score rests on, what is missing from whom, and what would change it. */
class EvaluationIT {

    private final RunningServer server = RunningServer.get();

    private static List<String> texts(JsonNode list, String key) {
        return list.valueStream().map(each -> each.path(key).asString()).toList();
    }

    @Test
    void a_score_is_followed_down_to_its_rows_and_their_evidence() {
        SampleYear year = SampleYear.filled(server);
        long march = year.rows("execution").get(0).path("id").asLong();
        Browser.Answer proof = year.officer()
                .upload(
                        year.path() + "/rows/" + march + "/evidence",
                        "3月通报.pdf",
                        "%PDF-1.4\n…".getBytes(StandardCharsets.UTF_8));
        assertThat(proof.status()).as(proof.toString()).isEqualTo(201);

        JsonNode grounds = year.get("/evaluation/lines/execution-rate/grounds");
        // execution.csv has the months from March to December.
        assertThat(texts(grounds.path("rows"), "title"))
                .containsExactly("3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月");
        assertThat(grounds.path("rows").get(0).path("row").asLong()).isEqualTo(march);
        assertThat(grounds.path("rows").get(0).path("evidence").asInt()).isEqualTo(1);
        assertThat(grounds.path("rows").get(1).path("evidence").asInt()).isZero();
        assertThat(grounds.path("judging").isNull()).isTrue();

        // The third of the six output indicators.
        JsonNode third = year.get("/evaluation/lines/output-indicators-3/grounds");
        assertThat(texts(third.path("rows"), "title")).containsExactly("历史档案数字化加工页数");
        assertThat(year.officer()
                        .get(year.path() + "/evaluation/lines/no-such/grounds")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_checklist_tells_what_it_asks_and_its_answers_score_at_once() {
        SampleYear year = SampleYear.filled(server);
        JsonNode judging =
                year.get("/evaluation/lines/performance-rules/grounds").path("judging");
        assertThat(judging.path("register").asString()).isEqualTo("checks");
        assertThat(texts(judging.path("elements"), "id"))
                .containsExactly("goal-rules", "monitoring-rules", "evaluation-rules", "result-rules", "unit-rules");

        JsonNode answer = year.rows("checks")
                .valueStream()
                .filter(row -> row.path("cells").path("element").asString().equals("unit-rules"))
                .findFirst()
                .orElseThrow();
        Map<String, String> cells = new HashMap<>();
        answer.path("cells")
                .propertyStream()
                .forEach(cell -> cells.put(cell.getKey(), cell.getValue().asString()));
        cells.put("met", "是");
        year.officer()
                .post(
                        year.path() + "/registers/checks/rows",
                        Map.of(
                                "rows",
                                List.of(Map.of(
                                        "key", "a", "id", answer.path("id").asLong(), "version", 1, "cells", cells))));
        // 90.58 and the one point of the fifth element.
        assertThat(year.get("/evaluation").path("evaluation").path("total").asString())
                .isEqualTo("91.58");
    }

    @Test
    void a_judged_score_has_its_bands_and_needs_its_reason() {
        SampleYear year = SampleYear.filled(server);
        String hunan = "?scheme=hunan-department-2016";
        JsonNode judging =
                year.get("/evaluation/lines/lasting-effect/grounds" + hunan).path("judging");
        assertThat(judging.path("register").asString()).isEqualTo("judgements");
        assertThat(texts(judging.path("bands"), "range")).containsExactly("80%–100%", "60%–80%", "0%–60%");

        year.officer()
                .post(
                        year.path() + "/registers/judgements/rows",
                        Map.of(
                                "rows",
                                List.of(Map.of(
                                        "key",
                                        "a",
                                        "cells",
                                        Map.of("criterion", "lasting-effect", "band", "达成年度指标", "rate", "90%")))));
        JsonNode owed = year.get("/evaluation" + hunan).path("owed");
        assertThat(owed.valueStream()
                        .filter(each -> each.path("criterion").asString().equals("lasting-effect"))
                        .map(each -> each.path("problem").path("code").asString()
                                + " "
                                + each.path("register").asString()))
                .containsExactly("judgement-without-reason judgements");
    }

    @Test
    void who_owes_what_is_missing_is_told_from_the_row_the_plan_or_the_role() {
        SampleYear year = SampleYear.filled(server);
        // Nobody is assigned and there is no plan: it is the performance officer's.
        JsonNode rows = year.rows("indicators");
        JsonNode first = rows.get(0);
        Map<String, String> cells = new HashMap<>();
        first.path("cells")
                .propertyStream()
                .forEach(cell -> cells.put(cell.getKey(), cell.getValue().asString()));
        cells.remove("actual");
        year.officer()
                .post(
                        year.path() + "/registers/indicators/rows",
                        Map.of(
                                "rows",
                                List.of(Map.of(
                                        "key", "a", "id", first.path("id").asLong(), "version", 1, "cells", cells))));
        JsonNode owed = owedFor(year, "output-indicators");
        assertThat(owed.path("register").asString()).isEqualTo("indicators");
        assertThat(owed.path("row").asLong()).isEqualTo(first.path("id").asLong());
        assertThat(owed.path("people")).isEmpty();
        assertThat(owed.path("role").asString()).isEqualTo("performance-officer");
        assertThat(owed.path("due").isNull()).isTrue();

        // By the plan it is the preparers', until the last day of January after the year.
        year.officer().post(year.path() + "/plan/from-template", Map.of());
        owed = owedFor(year, "output-indicators");
        assertThat(owed.path("role").asString()).isEqualTo("preparer");
        assertThat(owed.path("due").asString()).isEqualTo("2026-01-31");

        // The row is assigned: it is that person's.
        var preparer = server.user(year.department(), "preparer");
        year.officer()
                .post(
                        year.path() + "/registers/indicators/assignment",
                        Map.of("ids", List.of(first.path("id").asLong()), "person", preparer.person()));
        owed = owedFor(year, "output-indicators");
        assertThat(owed.path("people").get(0).asString()).isEqualTo("测试人");
    }

    private static JsonNode owedFor(SampleYear year, String criterion) {
        JsonNode owed = year.get("/evaluation").path("owed");
        List<JsonNode> own = owed.valueStream()
                .filter(each -> each.path("criterion").asString().equals(criterion))
                .toList();
        assertThat(own).as(owed.toString()).hasSize(1);
        return own.get(0);
    }

    @Test
    void an_empty_checklist_is_owed_answer_by_answer_and_not_once_more_as_a_whole() {
        SampleYear year = SampleYear.empty(server);
        List<JsonNode> owed = year.get("/evaluation")
                .path("owed")
                .valueStream()
                .filter(each -> each.path("criterion").asString().equals("performance-rules"))
                .toList();
        assertThat(owed)
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.path("register").asString()).isEqualTo("checks"));
    }

    @Test
    void what_if_is_told_beside_what_is_line_by_line() {
        SampleYear year = SampleYear.filled(server);
        // March is reported with 97.71 % or more; with 0 % the mean of ten months falls by a tenth of it.
        String march = year.rows("execution").get(0).path("cells").path("rate").asString();
        JsonNode tried = year.officer()
                .post(year.path() + "/evaluation/what-if", Map.of("changes", List.of("月度执行通报[3].执行率=0%")))
                .body();
        assertThat(tried.path("comparison").path("total").path("before").asString())
                .isEqualTo("90.58");
        List<JsonNode> changed = tried.path("comparison")
                .path("lines")
                .valueStream()
                .filter(line -> !line.path("before").equals(line.path("after")))
                .toList();
        assertThat(changed.stream().map(line -> line.path("id").asString()))
                .as("March was " + march)
                .contains("execution-rate")
                .doesNotContain("performance-rules");
    }

    @Test
    void projects_stand_beside_their_department_and_one_without_indicators_is_not_left_out() {
        SampleYear year = SampleYear.filled(server);
        year.officer()
                .post(
                        year.path() + "/registers/projects/rows",
                        Map.of(
                                "rows",
                                List.of(Map.of(
                                        "key", "a", "cells", Map.of("code", "P-NEW", "name", "新项目", "level", "1")))));
        JsonNode projects = year.get("/projects/evaluation");
        assertThat(projects.path("department").path("total").asString()).isEqualTo("90.58");
        assertThat(projects.path("departmentScheme").path("id").asString()).isEqualTo(SampleYear.SCHEME);
        List<JsonNode> lines = projects.path("projects").valueStream().toList();
        // Of the 31 projects of the sample 16 are at the third level and have indicators.
        assertThat(lines).hasSize(17);
        assertThat(lines.get(0).path("name").asString()).isEqualTo("中外文图书采购");
        assertThat(lines.get(0).path("total").isNull()).isFalse();
        assertThat(lines.get(16).path("name").asString()).isEqualTo("新项目");
        assertThat(lines.get(16).path("total").isNull()).isTrue();
    }

    @Test
    void the_year_is_scored_by_the_scheme_it_was_changed_to_and_a_snapshot_keeps_the_old_one() {
        SampleYear year = SampleYear.filled(server);
        long kept = year.officer()
                .post(year.path() + "/snapshots", Map.of("label", "改方案前"))
                .id();
        Browser.Answer changed = year.officer()
                .put(year.path(), Map.of("scheme", "hunan-department-2016", "state", "open", "version", 1));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(year.get("/evaluation")
                        .path("evaluation")
                        .path("scheme")
                        .path("id")
                        .asString())
                .isEqualTo("hunan-department-2016");
        JsonNode snapshot = year.get("/snapshots/" + kept);
        assertThat(snapshot.path("evaluation").path("total").asString()).isEqualTo("90.58");
        assertThat(snapshot.path("recomputed").asString()).isEqualTo("SAME");
    }

    @Test
    void two_snapshots_are_compared_with_each_other_and_the_year_with_the_one_before() {
        SampleYear year = SampleYear.filled(server);
        long first = year.officer()
                .post(year.path() + "/snapshots", Map.of("label", "一"))
                .id();
        long second = year.officer()
                .post(year.path() + "/snapshots", Map.of("label", "二"))
                .id();
        JsonNode same = year.get("/snapshots/" + first + "/comparison?with=" + second);
        assertThat(same.path("total").path("difference").asString()).isEqualTo("0");
        assertThat(year.officer().get(year.path() + "/comparison/last-year").code())
                .isEqualTo("year-before-missing");
        String years = "/api/departments/" + year.department() + "/years";
        year.officer().post(years, Map.of("year", 2024, "scheme", SampleYear.SCHEME));
        JsonNode compared = year.get("/comparison/last-year");
        assertThat(compared.path("total").path("after").asString()).isEqualTo("90.58");
    }
}
