package org.jizhun.server.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.Test;

class TrailPageIT {

    private final RunningServer server = RunningServer.get();

    @Test
    void entries_are_found_by_who_and_when_and_go_out_as_a_sheet() throws IOException {
        long department = server.department(server.region(null));
        RunningServer.User user = server.user(department, "performance-officer");
        Browser officer = server.signedIn(user);
        officer.post(
                "/api/departments/" + department + "/years",
                Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        Browser auditor = server.signedIn(server.user(null, "audit-administrator"));
        LocalDate today = LocalDate.now(server.clock());
        String asked = "?login=" + user.login() + "&action=year-opened&from=" + today + "&until=" + today;

        assertThat(auditor.get("/api/trail" + asked).body().path("entries")).hasSize(1);
        String later = "?login=" + user.login() + "&from=" + today.plusDays(1);
        assertThat(auditor.get("/api/trail" + later).body().path("entries")).isEmpty();
        String earlier = "?login=" + user.login() + "&until=" + today.minusDays(1);
        assertThat(auditor.get("/api/trail" + earlier).body().path("entries")).isEmpty();
        assertThat(auditor.get("/api/trail?from=gestern").field()).isEqualTo("from");

        byte[] sheet = auditor.get("/api/trail.xlsx" + asked).response().body();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(3)).isEqualTo(user.login());
            assertThat(rows.get(1).getCellText(4)).isEqualTo("部门绩效管理员");
            assertThat(rows.get(1).getCellText(6)).isEqualTo("开设年度");
            assertThat(rows.get(1).getCellText(7)).isEqualTo("年度");
            assertThat(rows.get(1).getCellText(13)).isEqualTo("year-opened");
            assertThat(rows.get(1).getCellText(11)).isEqualTo("年度：2025\n状态：进行中\n评价方案：guangzhou-department-2023");
        }
        byte[] english = auditor.get("/api/trail.xlsx" + asked + "&language=en")
                .response()
                .body();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(english))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(6)).isEqualTo("Action");
            assertThat(rows.get(1).getCellText(4)).isEqualTo("performance officer");
            assertThat(rows.get(1).getCellText(6)).isEqualTo("year opened");
            assertThat(rows.get(1).getCellText(11))
                    .isEqualTo("year: 2025\nstate: open\nscheme: guangzhou-department-2023");
        }
        officer.put("/api/departments/" + department + "/years/2025/registers/assets/none", Map.of("none", true));
        byte[] none = auditor.get("/api/trail.xlsx?login=" + user.login() + "&action=register-none")
                .response()
                .body();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(none))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(1).getCellText(6)).isEqualTo("填报“无”");
            assertThat(rows.get(1).getCellText(8)).isEqualTo("固定资产");
            assertThat(rows.get(1).getCellText(10)).isEqualTo("填报“无”：否");
            assertThat(rows.get(1).getCellText(11)).isEqualTo("填报“无”：是");
        }
        Browser.Answer row = officer.post(
                "/api/departments/" + department + "/years/2025/registers/projects/rows",
                Map.of("rows", List.of(Map.of("cells", Map.of("name", "馆舍修缮", "isNew", "是")))));
        String number = row.body().path("rows").get(0).path("row").path("id").asString();
        byte[] saved = auditor.get("/api/trail.xlsx?language=en&login=" + user.login() + "&action=rows-saved")
                .response()
                .body();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(saved))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(1).getCellText(8)).isEqualTo("Projects");
            assertThat(rows.get(1).getCellText(11))
                    .isEqualTo("row no. " + number + " · Name: 馆舍修缮\nrow no. " + number + " · New project: 是");
        }
        assertThat(auditor.get("/api/trail.xlsx?language=fr").field()).isEqualTo("language");
        assertThat(officer.get("/api/trail.xlsx").status()).isEqualTo(403);
    }
}
