package org.jizhun.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.documents.rules.RuleFolder;
import org.jizhun.documents.rules.Rules;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.documents.workbook.TemplateWriter;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the approved year to the page everybody reads. */
class ReportIT {

    private final RunningServer server = RunningServer.get();

    private static byte[] sample() throws IOException {
        Path home = Path.of(System.getProperty("jizhun.home"));
        Rules rules = RuleFolder.load(home.resolve("schemes")).value();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TemplateWriter.write(
                rules.schemes().find("guangzhou-department-2023").orElseThrow(),
                new CaseReader(rules.schemes(), rules.calendar())
                        .read(home.resolve("samples/example-department-2025"))
                        .value(),
                out);
        return out.toByteArray();
    }

    private static Browser.Answer step(Browser browser, String report, String action, int version) {
        Map<String, Object> body = new HashMap<>();
        body.put("action", action);
        body.put("version", version);
        return browser.post(report + "/steps", body);
    }

    @Test
    void a_report_is_written_audited_submitted_approved_by_another_and_published_for_everybody() throws IOException {
        long department = server.department(server.region(null));
        Browser officer = server.signedIn(server.user(department, "performance-officer"));
        Browser head = server.signedIn(server.user(department, "head"));
        officer.post(
                "/api/departments/" + department + "/years",
                Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        String year = "/api/departments/" + department + "/years/2025";
        JsonNode preview = officer.result(officer.upload(year + "/imports", "case.xlsx", sample()));
        officer.result(officer.post(year + "/imports/" + preview.path("id").asLong() + "/confirmation", Map.of()));
        // A text that names a figure: the report prints what the snapshot has.
        JsonNode narrative =
                officer.get(year + "/registers/narrative").body().path("rows").get(0);
        Map<String, Object> cells = new HashMap<>();
        narrative
                .path("cells")
                .propertyStream()
                .forEach(cell -> cells.put(cell.getKey(), cell.getValue().asString()));
        cells.put("text", "本次自评由财务处组织，内设处室{{offices}}参加。");
        officer.post(
                year + "/registers/narrative/rows",
                Map.of(
                        "rows",
                        List.of(Map.of(
                                "key", "a", "id", narrative.path("id").asLong(), "version", 1, "cells", cells))));
        Browser.Answer started = officer.post(year + "/reports", Map.of());
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        JsonNode job = officer.finished(started);
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        JsonNode line = officer.get(year + "/reports").body().get(0);
        assertThat(line.path("errors").asInt()).as(line.toString()).isZero();
        String report = year + "/reports/" + line.path("id").asLong();
        assertThat(officer.get(report + "/findings").body().path("findings").valueStream())
                .noneMatch(finding -> finding.path("severity").asString().equals("error"));
        assertThat(officer.get(report + "/pages").body().path("pages").asInt()).isGreaterThan(5);
        byte[] page = officer.get(report + "/pages/1.png").response().body();
        assertThat(new String(page, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
        String code = server.rows("SELECT code FROM department WHERE id = ?", department)
                .get(0);
        assertThat(server.browser().get("/public/" + code + "/2025").status()).isEqualTo(404);
        assertThat(step(officer, report, "submit", 1).status()).isEqualTo(200);
        assertThat(step(officer, report, "approve", 2).code()).isEqualTo("step-not-yours");
        assertThat(step(head, report, "approve", 2).status()).isEqualTo(200);
        assertThat(step(officer, report, "publish", 2).code()).isEqualTo("request-changed-meanwhile");
        assertThat(step(officer, report, "publish", 3).status()).isEqualTo(200);
        Browser.Answer open = server.browser().get("/public/" + code + "/2025");
        assertThat(new String(open.response().body(), StandardCharsets.UTF_8)).contains("90.58", "年度绩效自评报告");
        assertThat(server.browser()
                        .get("/public/" + code + "/2025/figures.json")
                        .body()
                        .path("total")
                        .asString())
                .isEqualTo("90.58");
        assertThat(server.browser()
                        .get("/public/" + code + "/2025/report.docx")
                        .response()
                        .body()
                        .length)
                .isGreaterThan(10_000);
    }

    @Test
    void a_text_that_names_a_figure_which_does_not_exist_is_told_and_no_report_is_written() throws IOException {
        long department = server.department(server.region(null));
        Browser officer = server.signedIn(server.user(department, "performance-officer"));
        officer.post(
                "/api/departments/" + department + "/years",
                Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        String year = "/api/departments/" + department + "/years/2025";
        officer.post(
                year + "/registers/narrative/rows",
                Map.of(
                        "rows",
                        List.of(Map.of(
                                "key", "a", "cells", Map.of("section", "前言", "text", "得分为{{no-such-figure}}。")))));
        officer.post(
                year + "/registers/department/rows",
                Map.of("rows", List.of(Map.of("key", "a", "cells", Map.of("departmentName", "测试部门（虚构）")))));
        JsonNode job = officer.finished(officer.post(year + "/reports", Map.of()));
        assertThat(job.path("state").asString()).isEqualTo("FAILED");
        assertThat(job.path("problems").get(0).path("code").asString()).isEqualTo("report-unknown-field");
        assertThat(officer.get(year + "/reports").body()).isEmpty();
    }
}
