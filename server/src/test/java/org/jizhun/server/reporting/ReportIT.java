package org.jizhun.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jizhun.documents.rules.RuleFolder;
import org.jizhun.documents.rules.Rules;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.documents.workbook.TemplateWriter;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.jizhun.server.SampleYear;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the approved year to the page everybody reads. */
class ReportIT {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

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
        Browser.Answer none = server.browser().get("/public/" + code + "/2025");
        assertThat(none.status()).isEqualTo(404);
        assertThat(new String(none.response().body(), StandardCharsets.UTF_8)).contains("没有公开的报告");
        assertThat(step(officer, report, "submit", 1).status()).isEqualTo(200);
        assertThat(waiting(head)).containsExactly("report-approve 1");
        assertThat(step(officer, report, "approve", 2).code()).isEqualTo("step-not-yours");
        assertThat(step(head, report, "approve", 2).status()).isEqualTo(200);
        assertThat(waiting(head)).isEmpty();
        assertThat(waiting(officer)).containsExactly("report-publish 1");
        assertThat(step(officer, report, "publish", 2).code()).isEqualTo("request-changed-meanwhile");
        assertThat(step(officer, report, "publish", 3).status()).isEqualTo(200);
        Browser.Answer open = server.browser().get("/public/" + code + "/2025");
        assertThat(new String(open.response().body(), StandardCharsets.UTF_8)).contains("90.58", "年度绩效自评报告");
        // Every file that the page offers is there.
        assertThat(LINK.matcher(new String(open.response().body(), StandardCharsets.UTF_8))
                        .results()
                        .map(link -> link.group(1)))
                .contains("/public/" + code + "/2025/report.docx", "/public/" + code + "/2025/report.ofd")
                .allSatisfy(link ->
                        assertThat(server.browser().get(link).status()).as(link).isEqualTo(200));
        Browser.Answer english = server.browser().get("/public/" + code + "/2025?lang=en");
        assertThat(new String(english.response().body(), StandardCharsets.UTF_8))
                .contains("<html lang=\"en\">", "performance self-evaluation of 2025", "Budget execution rate")
                .doesNotContain("得分情况", "部门预算资金支出率");
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

    /** The reports among what waits for somebody. */
    private static List<String> waiting(Browser browser) {
        return browser.get("/api/desk")
                .body()
                .path("waiting")
                .valueStream()
                .filter(each -> each.path("kind").asString().startsWith("report-"))
                .map(each ->
                        each.path("kind").asString() + " " + each.path("title").asString())
                .toList();
    }

    @Test
    void a_report_that_cannot_be_written_says_which_row_is_wrong() {
        SampleYear year = SampleYear.filled(server);
        year.officer()
                .post(
                        year.path() + "/registers/operatingCosts/rows",
                        Map.of(
                                "rows",
                                List.of(Map.of("cells", Map.of("item", "办公费", "kind", "其他运行成本", "budget", "很多")))));
        JsonNode job = year.officer().finished(year.officer().post(year.path() + "/reports", Map.of()));
        assertThat(job.path("state").asString()).isEqualTo("FAILED");
        // The sample has eleven costs; this is the twelfth.
        assertThat(job.path("problems").valueStream()).anySatisfy(problem -> {
            assertThat(problem.path("place").asString("")).isEqualTo("运行成本 · 12");
            assertThat(problem.path("zh").asString()).contains("读到“很多”");
        });
    }

    @Test
    void two_versions_are_compared_by_their_paragraphs_and_their_figures() {
        SampleYear year = SampleYear.filled(server);
        year.officer().result(year.officer().post(year.path() + "/reports", Map.of()));
        // The first text of the narrative gets another ending, and a deduction of one point is taken away.
        JsonNode text = year.rows("narrative").get(0);
        Map<String, String> cells = new HashMap<>();
        text.path("cells")
                .propertyStream()
                .forEach(cell -> cells.put(cell.getKey(), cell.getValue().asString()));
        String before = java.util.Objects.requireNonNull(cells.get("text"));
        cells.put("text", before + "特此报告。");
        year.officer()
                .post(
                        year.path() + "/registers/narrative/rows",
                        Map.of(
                                "rows",
                                List.of(Map.of(
                                        "key", "a", "id", text.path("id").asLong(), "version", 1, "cells", cells))));
        year.officer()
                .post(
                        year.path() + "/registers/deductions/removal",
                        Map.of(
                                "rows",
                                List.of(Map.of(
                                        "id",
                                        year.rows("deductions")
                                                .get(0)
                                                .path("id")
                                                .asLong(),
                                        "version",
                                        1))));
        year.officer().result(year.officer().post(year.path() + "/reports", Map.of()));
        JsonNode reports = year.get("/reports");
        JsonNode compared = year.get("/reports/" + reports.get(1).path("id").asLong() + "/comparison?with="
                + reports.get(0).path("id").asLong());
        assertThat(compared.path("text").valueStream())
                .anySatisfy(change -> assertThat(change.path("before").asString()
                                + "→"
                                + change.path("after").asString())
                        .isEqualTo("→特此报告。"));
        // financial-compliance had lost one of its four points for the event: 90.58 becomes 91.58.
        assertThat(compared.path("figures").valueStream())
                .anySatisfy(figure -> assertThat(figure.path("key").asString()
                                + " "
                                + figure.path("before").asString()
                                + " "
                                + figure.path("after").asString())
                        .isEqualTo("score.total 90.58分 91.58分"));
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
