package org.jizhun.server.audits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditIT {

    /** 20 + 30 + 25 = 75, not 77. */
    private static final String WRONG_SUM = "一季度支出20.00万元，二季度支出30.00万元，三季度支出25.00万元，合计77.00万元。";

    private final RunningServer server = RunningServer.get();
    private long region;
    private long department;
    private String audits;
    private Browser officer;

    @BeforeEach
    void a_department() {
        region = server.region(null);
        department = server.department(region);
        audits = "/api/departments/" + department + "/audits";
        officer = server.signedIn(server.user(department, "performance-officer"));
    }

    /** The finished job. */
    private JsonNode upload(Browser by, String name, byte[] content) {
        Browser.Answer started = by.upload(audits, name, content);
        return by.finished(started);
    }

    private long audited(Browser by, String name, byte[] content) {
        JsonNode job = upload(by, name, content);
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        return job.path("result").asLong();
    }

    private long audited() {
        return audited(officer, "别人的报告.txt", WRONG_SUM.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] word(String text) {
        Map<String, String> parts = Map.of(
                "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                                + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                                + "officedocument.wordprocessingml.document.main+xml\"/></Types>",
                "_rels/.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                + "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
                "word/document.xml",
                        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                                + "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:body></w:document>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String part(byte[] packed, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            return "";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void a_wrong_sum_in_anyones_report_is_found_and_told_in_both_languages() {
        long id = audited();
        JsonNode audit = officer.get(audits + "/" + id).body();
        assertThat(audit.path("audit").path("file").asString()).isEqualTo("别人的报告.txt");
        assertThat(audit.path("findings").size()).isEqualTo(1);
        JsonNode finding = audit.path("findings").get(0);
        assertThat(finding.path("number").asInt()).isEqualTo(1);
        assertThat(finding.path("stated").asString()).contains("77.00");
        assertThat(finding.path("expected").asString()).contains("75.00");
        assertThat(finding.path("zh").asString()).contains("75.00");
        assertThat(finding.path("en").asString())
                .contains("75.00")
                .isNotEqualTo(finding.path("zh").asString());
        assertThat(finding.path("disposition").asString()).isEqualTo("open");
        assertThat(officer.get(audits).body().get(0).path("findings").asInt()).isEqualTo(1);
    }

    @Test
    void a_finding_is_rejected_only_with_a_reason() {
        String finding = audits + "/" + audited() + "/findings/1";
        Browser.Answer without = officer.post(finding, Map.of("disposition", "rejected", "version", 0));
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.field()).isEqualTo("reason");
        JsonNode decided = officer.post(
                        finding, Map.of("disposition", "rejected", "reason", "另有其他支出2.00万元", "version", 0))
                .body()
                .path("findings")
                .get(0);
        assertThat(decided.path("disposition").asString()).isEqualTo("rejected");
        assertThat(decided.path("reason").asString()).isEqualTo("另有其他支出2.00万元");
        assertThat(decided.path("version").asInt()).isEqualTo(1);
        assertThat(server.rows(
                        "SELECT (before ->> 'disposition') || '→' || (after ->> 'disposition') || ' ' || reason"
                                + " FROM trail_entry WHERE action = 'finding-decided' AND department = ?",
                        department))
                .containsExactly("open→rejected 另有其他支出2.00万元");
    }

    @Test
    void of_two_who_decide_about_one_finding_the_second_is_told() {
        String finding = audits + "/" + audited() + "/findings/1";
        assertThat(officer.post(finding, Map.of("disposition", "accepted", "version", 0))
                        .status())
                .isEqualTo(200);
        Browser.Answer late = officer.post(finding, Map.of("disposition", "open", "version", 0));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("request-changed-meanwhile");
        assertThat(officer.post(finding, Map.of("disposition", "open", "version", 1))
                        .status())
                .isEqualTo(200);
        assertThat(officer.post(audits + "/999999999/findings/1", Map.of("disposition", "accepted", "version", 0))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_word_file_comes_back_with_the_findings_as_comments() {
        long id = audited(officer, "报告.docx", word(WRONG_SUM));
        Browser.Answer annotated = officer.get(audits + "/" + id + "/annotated?language=en");
        assertThat(annotated.status()).as(annotated.toString()).isEqualTo(200);
        assertThat(part(annotated.response().body(), "word/comments.xml")).contains("75.00");
    }

    @Test
    void a_text_cannot_carry_comments_and_says_so() {
        Browser.Answer refused = officer.get(audits + "/" + audited() + "/annotated");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("annotate-format");
    }

    @Test
    void a_language_nobody_speaks_and_an_address_in_hexadecimal_are_refused() {
        long id = audited();
        Browser.Answer language = officer.get(audits + "/" + id + "/annotated?language=xx");
        assertThat(language.status()).isEqualTo(400);
        assertThat(language.code()).isEqualTo("field-unknown-word");
        Browser.Answer address = officer.get(audits + "/0x" + Long.toHexString(id));
        assertThat(address.status()).isEqualTo(400);
        assertThat(address.code()).isEqualTo("request-unreadable");
    }

    @Test
    void a_file_that_cannot_be_read_says_why_and_leaves_nothing() {
        JsonNode job = upload(officer, "坏.pdf", "%PDF-1.7 damaged".getBytes(StandardCharsets.US_ASCII));
        assertThat(job.path("state").asString()).isEqualTo("FAILED");
        assertThat(job.path("problems").get(0).path("zh").asString()).isNotEmpty();
        assertThat(officer.get(audits).body()).isEmpty();
    }

    @Test
    void an_auditor_of_the_region_audits_and_another_department_sees_nothing() {
        Browser auditor = server.signedIn(server.user(server.department(region), "auditor"));
        long id = audited(auditor, "报告.txt", WRONG_SUM.getBytes(StandardCharsets.UTF_8));
        assertThat(officer.get(audits + "/" + id).status()).isEqualTo(200);
        Browser stranger = server.signedIn(server.user(server.department(server.region(null)), "performance-officer"));
        assertThat(stranger.get(audits).body()).isEmpty();
        assertThat(stranger.get(audits + "/" + id).status()).isEqualTo(404);
        assertThat(stranger.get(audits + "/" + id + "/annotated").status()).isEqualTo(404);
        assertThat(stranger.upload(audits, "报告.txt", WRONG_SUM.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(404);
    }
}
