package org.jizhun.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.jizhun.server.SampleYear;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every register by itself: out as a workbook, in again, and its empty form. */
class OneRegisterIT {

    private final RunningServer server = RunningServer.get();

    private static List<String> sheets(byte[] workbook) throws IOException {
        List<String> names = new ArrayList<>();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (int i = 0; i < read.getNumberOfSheets(); i++) {
                if (!read.isSheetHidden(i)) {
                    names.add(read.getSheetName(i));
                }
            }
        }
        return names;
    }

    @Test
    void every_register_goes_out_and_comes_in_again_unchanged() throws IOException {
        SampleYear year = SampleYear.filled(server);
        for (JsonNode register : year.get("/registers")) {
            String name = register.path("name").asString();
            String label = register.path("label").asString();
            Browser.Answer out = year.officer().get(year.path() + "/registers/" + name + "/workbook.xlsx");
            assertThat(out.status()).as(name + " " + out).isEqualTo(200);
            assertThat(sheets(out.response().body())).as(name).containsExactly("填报说明", label);
            JsonNode in = year.officer()
                    .result(year.officer()
                            .upload(
                                    year.path() + "/imports",
                                    label + ".xlsx",
                                    out.response().body()));
            assertThat(in.path("problems")).as(name + " " + in).isEmpty();
            for (JsonNode part : in.path("registers")) {
                assertThat(part.path("name").asString()).isEqualTo(name);
                assertThat(part.path("added").asInt() + part.path("changed").asInt())
                        .as(part.toString())
                        .isZero();
                assertThat(part.path("problems")).as(part.toString()).isEmpty();
            }
            byte[] form = year.officer()
                    .get(year.path() + "/registers/" + name + "/template.xlsx")
                    .response()
                    .body();
            assertThat(sheets(form)).as(name).containsExactly("填报说明", label);
        }
    }

    @Test
    void a_sheet_filled_in_by_one_person_brings_its_good_rows_and_tells_the_bad_ones() throws IOException {
        SampleYear year = SampleYear.filled(server);
        byte[] form = year.officer()
                .get(year.path() + "/registers/assetIncomes/template.xlsx")
                .response()
                .body();
        byte[] filled;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form));
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.getSheetAt(1);
            int next = sheet.getLastRowNum() + 1;
            List<List<String>> rows = List.of(
                    List.of("自动售货机场地出租", "1200", "2025-05-06", "2025-05-20", "2025-05-16"),
                    List.of("废旧报刊处置", "三百", "2025-06-06", "2025-06-20", "2025-06-16"));
            for (List<String> row : rows) {
                var line = sheet.createRow(next++);
                for (int i = 0; i < row.size(); i++) {
                    line.createCell(i).setCellValue(row.get(i));
                }
            }
            workbook.write(out);
            filled = out.toByteArray();
        }
        int before = year.rows("assetIncomes").size();
        JsonNode preview = year.officer().result(year.officer().upload(year.path() + "/imports", "收益.xlsx", filled));
        assertThat(preview.path("registers")).hasSize(1);
        JsonNode part = preview.path("registers").get(0);
        assertThat(part.path("added").asInt()).isEqualTo(2);
        assertThat(part.path("problems").size()).as(part.toString()).isEqualTo(1);
        assertThat(year.rows("assetIncomes").size()).isEqualTo(before);
        long id = preview.path("id").asLong();
        Browser other = year.somebody("preparer");
        assertThat(other.post(year.path() + "/imports/" + id + "/confirmation", Map.of())
                        .code())
                .isEqualTo("file-of-another");
        year.officer().result(year.officer().post(year.path() + "/imports/" + id + "/confirmation", Map.of()));
        assertThat(year.rows("assetIncomes").size()).isEqualTo(before + 2);
        Browser.Answer refused = other.post(year.path() + "/imports/" + id + "/undo", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("file-of-another");
        assertThat(other.get(year.path() + "/imports")
                        .body()
                        .get(0)
                        .path("refusal")
                        .path("code")
                        .asString())
                .isEqualTo("file-of-another");
        assertThat(year.rows("assetIncomes").size()).isEqualTo(before + 2);
        year.officer().post(year.path() + "/imports/" + id + "/undo", Map.of());
        assertThat(year.rows("assetIncomes").size()).isEqualTo(before);
    }

    @Test
    void a_workbook_of_something_else_says_which_sheets_it_has() throws IOException {
        SampleYear year = SampleYear.empty(server);
        byte[] other;
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
            workbook.createSheet("工资表");
            workbook.write(out);
            other = out.toByteArray();
        }
        JsonNode job = year.officer().finished(year.officer().upload(year.path() + "/imports", "x.xlsx", other));
        assertThat(job.path("problems").get(0).path("code").asString()).isEqualTo("workbook-without-register");
        assertThat(job.path("problems").get(0).path("zh").asString()).contains("工资表");
    }
}
