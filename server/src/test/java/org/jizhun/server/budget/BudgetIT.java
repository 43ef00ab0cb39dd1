package org.jizhun.server.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BudgetIT {

    private final RunningServer server = RunningServer.get();
    private String year;
    private Browser officer;

    @BeforeEach
    void a_year_with_the_rate_of_march() {
        long department = server.department(server.region(null));
        officer = server.signedIn(server.user(department, "performance-officer"));
        officer.post(
                "/api/departments/" + department + "/years",
                Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        year = "/api/departments/" + department + "/years/2025";
        officer.post(
                year + "/registers/execution/rows",
                Map.of("rows", List.of(Map.of("key", "a", "cells", Map.of("month", "3", "rate", "90%")))));
    }

    private JsonNode rows() {
        return officer.get(year + "/registers/execution").body().path("rows");
    }

    private Browser.Answer paste(String text) {
        return officer.post(year + "/execution-bulletin", Map.of("text", text));
    }

    @Test
    void a_pasted_bulletin_is_shown_confirmed_and_undone() {
        Browser.Answer shown = paste("月份\t执行率\n3\t97.71%\n4\t102.50%");
        assertThat(shown.status()).as(shown.toString()).isEqualTo(201);
        JsonNode part = shown.body().path("registers").get(0);
        assertThat(part.path("added").asInt()).isEqualTo(1);
        assertThat(part.path("changed").asInt()).isEqualTo(1);
        JsonNode march = part.path("shown").get(0);
        assertThat(march.path("before").path("rate").asString()).isEqualTo("90%");
        assertThat(march.path("after").path("rate").asString()).isEqualTo("97.71%");
        assertThat(march.path("after").path("month").asString()).isEqualTo("3");
        assertThat(rows()).hasSize(1);
        String imported = year + "/imports/" + shown.id();
        officer.result(officer.post(imported + "/confirmation", Map.of()));
        assertThat(rows()).hasSize(2);
        // (97.71 + min(102.50, 100)) / 2 = 98.855
        assertThat(officer.get(year + "/budget/execution")
                        .body()
                        .path("cappedMean")
                        .asString())
                .isEqualTo("98.86%");
        officer.post(imported + "/undo", Map.of());
        assertThat(rows()).hasSize(1);
        assertThat(rows().get(0).path("cells").path("rate").asString()).isEqualTo("90%");
    }

    @Test
    void a_bulletin_comes_as_a_workbook_of_the_bureau_with_percentages_of_excel() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("通报");
            sheet.value(0, 0, "截至2025年4月30日支出执行情况");
            sheet.value(1, 0, "月份");
            sheet.value(1, 1, "执行率");
            sheet.value(2, 0, 4);
            sheet.value(2, 1, 0.9771);
            sheet.style(2, 1).format("0.00%").set();
        }
        Browser.Answer shown = officer.upload(year + "/execution-bulletin", "通报.xlsx", bytes.toByteArray());
        assertThat(shown.status()).as(shown.toString()).isEqualTo(201);
        JsonNode part = shown.body().path("registers").get(0);
        assertThat(part.path("shown").get(0).path("after").path("rate").asString())
                .isEqualTo("97.71%");
        assertThat(part.path("problems")).isEmpty();
    }

    @Test
    void a_bulletin_that_says_nothing_is_refused_at_the_field() {
        Browser.Answer nothing = paste("会议改期");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.field()).isEqualTo("text");
        assertThat(nothing.code()).isEqualTo("bulletin-nothing-read");
        assertThat(paste(" ").code()).isEqualTo("field-missing");
        Browser.Answer broken = officer.upload(year + "/execution-bulletin", "通报.xlsx", new byte[] {1, 2, 3});
        assertThat(broken.status()).as(broken.toString()).isEqualTo(422);
        assertThat(broken.field()).isEqualTo("file");
    }

    @Test
    void what_must_be_spent_by_when_is_told_for_the_months_to_come() {
        Map<String, String> line = Map.of("nature", "基本支出", "category", "人员经费", "initial", "100");
        officer.post(year + "/registers/budget/rows", Map.of("rows", List.of(Map.of("key", "a", "cells", line))));
        JsonNode april =
                officer.get(year + "/budget/execution").body().path("needed").get(0);
        assertThat(april.path("month").asString()).isEqualTo("4");
        assertThat(april.path("rate").asString()).isEqualTo("100.00%");
        // 100 × 4 / 12 = 33.333…, rounded up
        assertThat(april.path("amount").asString()).isEqualTo("33.34");
        // By the bulletin of March 100 × 90 % × 3 / 12 = 22.50 were spent; 33.333… − 22.50 = 10.833…, rounded up
        JsonNode curve = officer.get(year + "/budget/execution").body();
        assertThat(curve.path("spent").asString()).isEqualTo("22.50");
        assertThat(curve.path("spentMonth").asString()).isEqualTo("3");
        assertThat(april.path("more").asString()).isEqualTo("10.84");
    }

    @Test
    void projects_stand_below_each_other_with_sums_and_what_the_budget_holds_beyond_them() {
        Map<String, String> spending = Map.of("nature", "项目支出", "category", "行政事业类项目", "initial", "120");
        officer.post(year + "/registers/budget/rows", Map.of("rows", List.of(Map.of("key", "a", "cells", spending))));
        List<Map<String, Object>> projects = List.of(
                Map.of("key", "a", "cells", Map.of("code", "P1", "name", "阅读", "level", "1")),
                Map.of("key", "b", "cells", Map.of("code", "P11", "name", "书车", "level", "2", "parent", "P1")),
                Map.of(
                        "key",
                        "c",
                        "cells",
                        Map.of("code", "P111", "name", "司机", "level", "3", "parent", "P11", "initial", "80")));
        officer.post(year + "/registers/projects/rows", Map.of("rows", projects));
        JsonNode budget = officer.get(year + "/budget").body();
        assertThat(budget.path("projects")
                        .valueStream()
                        .map(line -> line.path("level").asString() + " "
                                + line.path("code").asString() + " "
                                + line.path("initial").asString()))
                .containsExactly("total  80.00", "1 P1 80.00", "2 P11 80.00", "3 P111 80.00");
        // 120 − 80
        assertThat(budget.path("unplanned").path("initial").asString()).isEqualTo("40.00");
    }
}
