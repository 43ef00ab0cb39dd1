package org.jizhun.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EvidenceIT {

    private static final byte[] PDF = "%PDF-1.4\n…".getBytes(StandardCharsets.UTF_8);

    private final RunningServer server = RunningServer.get();
    private Browser browser;
    private String year;
    private long row;

    @BeforeEach
    void a_row() {
        long department = server.department(server.region(null));
        browser = server.signedIn(server.user(department, "performance-officer"));
        browser.post(
                "/api/departments/" + department + "/years",
                Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        year = "/api/departments/" + department + "/years/2025";
        row = browser.post(
                        year + "/registers/goals/rows",
                        Map.of("rows", List.of(Map.of("key", "a", "cells", Map.of("goal", "甲")))))
                .body()
                .path("rows")
                .get(0)
                .path("row")
                .path("id")
                .asLong();
    }

    private Browser.Answer add(String name, byte[] content) {
        return browser.upload(year + "/rows/" + row + "/evidence", name, content);
    }

    @Test
    void a_file_is_kept_with_its_hash_counted_at_its_row_and_comes_back_as_it_was() {
        Browser.Answer added = add("签到表.pdf", PDF);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.body().path("preview").asBoolean()).isTrue();
        assertThat(browser.get(year + "/registers/goals")
                        .body()
                        .path("rows")
                        .get(0)
                        .path("evidence")
                        .asInt())
                .isEqualTo(1);
        Browser.Answer content = browser.get(year + "/evidence/" + added.id() + "/content");
        assertThat(content.response().body()).isEqualTo(PDF);
        assertThat(content.response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));
        assertThat(content.response().headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    @Test
    void what_the_content_is_decides_not_the_name() {
        assertThat(add("报告.png", PDF).code()).isEqualTo("evidence-name-does-not-fit");
        assertThat(add("page.txt", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("evidence-type-unknown");
        assertThat(add("run.pdf", new byte[] {0x7F, 'E', 'L', 'F', 2, 1}).code())
                .isEqualTo("evidence-type-unknown");
        assertThat(add("空.pdf", new byte[0]).code()).isEqualTo("evidence-empty");
        assertThat(browser.get(year + "/rows/" + row + "/evidence").body()).isEmpty();
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                // Larger than any sheet: it is drawn smaller.
                document.addPage(new PDPage(new PDRectangle(17_600, 8_800)));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void a_pdf_is_seen_as_pictures_of_its_pages_however_large_it_says_they_are() throws IOException {
        String path = year + "/evidence/" + add("会议纪要.pdf", pdf(2)).id();
        Browser.Answer preview = browser.get(path + "/preview");
        assertThat(preview.body().path("kind").asString()).isEqualTo("pages");
        assertThat(preview.body().path("pages").asInt()).isEqualTo(2);
        byte[] page = browser.get(path + "/pages/2.png").response().body();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(page));
        // 2200 pixels for the longer side, and half of it.
        assertThat(picture.getWidth()).isEqualTo(2200);
        assertThat(picture.getHeight()).isEqualTo(1100);
        assertThat(browser.get(path + "/pages/3.png").status()).isEqualTo(404);
        assertThat(browser.get(path + "/pages/0.png").status()).isEqualTo(404);
    }

    @Test
    void a_text_is_seen_as_its_lines_and_a_workbook_as_what_stands_in_its_cells() throws IOException {
        String text = "日期,人数\n2025-03-01,32";
        long id = add("签到.csv", text.getBytes(Charset.forName("GB18030"))).id();
        Browser.Answer preview = browser.get(year + "/evidence/" + id + "/preview");
        assertThat(preview.body().path("lines").valueStream().map(JsonNode::asString))
                .containsExactly("日期,人数", "2025-03-01,32");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("签到").createRow(0).createCell(0).setCellValue("三十二人");
            workbook.write(bytes);
        }
        long sheet = add("签到.xlsx", bytes.toByteArray()).id();
        assertThat(browser.get(year + "/evidence/" + sheet + "/preview").toString())
                .contains("\"kind\":\"text\"")
                .contains("三十二人");
        assertThat(browser.get(year + "/evidence/" + sheet + "/pages/1.png").status())
                .isEqualTo(404);
    }

    @Test
    void a_damaged_pdf_is_said_to_have_no_preview_and_is_still_there() {
        long id = add("坏.pdf", "%PDF-1.7 nothing of the kind".getBytes(StandardCharsets.US_ASCII))
                .id();
        assertThat(browser.get(year + "/evidence/" + id + "/preview").code()).isEqualTo("evidence-no-preview");
        assertThat(browser.get(year + "/evidence/" + id + "/pages/1.png").code())
                .isEqualTo("evidence-no-preview");
        assertThat(browser.get(year + "/evidence/" + id + "/content").status()).isEqualTo(200);
    }

    @Test
    void a_removed_file_is_not_shown_any_more() {
        long id = add("签到表.pdf", PDF).id();
        browser.post(year + "/evidence/" + id + "/removal", Map.of());
        assertThat(browser.get(year + "/evidence/" + id + "/content").status()).isEqualTo(404);
        assertThat(browser.get(year + "/rows/" + row + "/evidence").body()).isEmpty();
    }

    @Test
    void another_department_sees_no_file() {
        long id = add("签到表.pdf", PDF).id();
        Browser stranger = server.signedIn(server.user(server.department(server.region(null)), "performance-officer"));
        assertThat(stranger.get(year + "/evidence/" + id + "/content").status()).isEqualTo(404);
        assertThat(stranger.get(year + "/rows/" + row + "/evidence").status()).isEqualTo(404);
    }

    @Test
    void a_text_in_gb18030_is_shown_as_such() {
        long id = add("数据.csv", "指标,完成值\n检查次数,14\n".getBytes(Charset.forName("GB18030")))
                .id();
        assertThat(browser.get(year + "/evidence/" + id + "/content")
                        .response()
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .isEqualToIgnoringCase("text/plain;charset=GB18030");
    }

    @Test
    void macros_are_refused_however_many_parts_stand_before_them() {
        String[] parts = new String[301];
        for (int i = 0; i < 300; i++) {
            parts[i] = "xl/media/image" + i + ".png";
        }
        parts[300] = "xl/vbaProject.bin";
        assertThat(add("表.xlsx", zip("xl/workbook.xml")).status()).isEqualTo(201);
        assertThat(add("表.xlsx", zip("xl/workbook.xml", parts)).code()).isEqualTo("evidence-type-unknown");
        byte[] old = new byte[600];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                0,
                old,
                0,
                8);
        byte[] macros = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);
        assertThat(add("旧表.xls", old).status()).isEqualTo(201);
        System.arraycopy(macros, 0, old, 512, macros.length);
        assertThat(add("旧表.xls", old).code()).isEqualTo("evidence-type-unknown");
    }

    private static byte[] zip(String first, String... others) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(first));
            zip.closeEntry();
            for (String other : others) {
                zip.putNextEntry(new ZipEntry(other));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Test
    void the_same_content_proves_a_row_once() {
        add("a.pdf", PDF);
        Browser.Answer again = add("b.pdf", PDF);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("evidence-already-there");
    }

    @Test
    void what_proves_a_row_under_review_stays_as_it_is() {
        long id = add("a.pdf", PDF).id();
        browser.post(year + "/review", Map.of("action", "submit", "rows", List.of(Map.of("id", row, "version", 1))));
        assertThat(add("b.txt", "乙".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("row-under-review");
        assertThat(browser.post(year + "/evidence/" + id + "/removal", Map.of()).code())
                .isEqualTo("row-under-review");
    }

    @Test
    void a_closed_year_keeps_its_files_also_when_asked_through_another_year() {
        long id = add("a.pdf", PDF).id();
        String next = year.replace("2025", "2026");
        browser.post(year.replace("/2025", ""), Map.of("year", 2026, "scheme", "guangzhou-department-2023"));
        browser.put(year, Map.of("scheme", "guangzhou-department-2023", "state", "closed", "version", 1));
        assertThat(browser.post(year + "/evidence/" + id + "/removal", Map.of()).code())
                .isEqualTo("year-closed");
        assertThat(browser.post(next + "/evidence/" + id + "/removal", Map.of()).status())
                .isEqualTo(404);
        assertThat(add("b.txt", "乙".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("year-closed");
    }
}
