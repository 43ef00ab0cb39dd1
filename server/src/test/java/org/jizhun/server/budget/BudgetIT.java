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
    }
}
