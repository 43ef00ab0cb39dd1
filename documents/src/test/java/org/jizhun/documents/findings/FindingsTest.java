package org.jizhun.documents.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One small report with one wrong rate, 300 ÷ 400 = 75 % printed as 57.00%, in every form of output. */
class FindingsTest {

    private static final String WRONG = "2024年度年初预算400.00万元，实际支出300.00万元，预算执行率57.00%。";

    @TempDir
    private Path folder;

    private AuditedFile text(String name, String text) throws IOException {
        return audited(Files.writeString(folder.resolve(name), text));
    }

    private static AuditedFile audited(Path file) {
        return AuditedFile.of(file, new DocumentReader(), () -> Knowledge.NONE);
    }

    private AuditedFile wrong(String name) throws IOException {
        return text(name, "某局2024年度部门整体支出绩效自评报告\n一、收支情况\n" + WRONG + "\n");
    }

    @Test
    void sarif_names_rule_level_place_and_figures() throws IOException {
        JsonNode log = JsonMapper.shared().readTree(SarifWriter.write(List.of(wrong("a.txt")), Language.ZH));

        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        JsonNode run = log.get("runs").get(0);
        JsonNode result = run.get("results").get(0);
        assertThat(run.get("results").size()).isEqualTo(1);
        assertThat(result.get("level").asString()).isEqualTo("error");
        assertThat(result.get("properties").get("stated").asString()).isEqualTo("57.00%");
        assertThat(result.get("properties").get("expected").asString()).isEqualTo("75.00%");
        JsonNode place = result.get("locations").get(0).get("physicalLocation");
        assertThat(place.get("artifactLocation").get("uri").asString()).endsWith("a.txt");
        assertThat(place.get("region").get("startLine").asInt()).isEqualTo(3);
        assertThat(place.get("region").get("startColumn").asInt()).isEqualTo(WRONG.indexOf("57.00%") + 1);
        JsonNode rules = run.get("tool").get("driver").get("rules");
        assertThat(rules.get(0).get("id")).isEqualTo(result.get("ruleId"));
    }

    @Test
    void a_file_name_with_blanks_and_chinese_is_a_sound_uri() throws IOException {
        Path named = Path.of("自评 报告.txt");
        AuditedFile file = wrong("自评 报告.txt");
        AuditedFile relative = new AuditedFile(named, file.document(), file.audit(), List.of());

        JsonNode log = JsonMapper.shared().readTree(SarifWriter.write(List.of(relative), Language.ZH));

        assertThat(log.findValue("uri").asString()).isEqualTo("%E8%87%AA%E8%AF%84%20%E6%8A%A5%E5%91%8A.txt");
    }

    @Test
    void the_page_marks_the_figure_and_lists_the_finding() throws IOException {
        String page = FindingsPage.write(wrong("a.txt"), Language.ZH);

        assertThat(page)
                .contains("<mark class=\"error\" data-number=\"0\" tabindex=\"0\">57.00%</mark>")
                .contains("57.00% → 75.00%")
                .doesNotContain("src=", "href=", "http:", "https:");
    }

    @Test
    void the_page_shows_markup_of_the_document_as_text() throws IOException {
        String page = FindingsPage.write(
                text("a.txt", "某局2024年度自评报告\n<script>alert(1)</script>&amp;\n" + WRONG), Language.EN);

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_word_file_gets_a_comment_at_the_paragraph_and_stays_as_it_is() throws IOException {
        Path file = folder.resolve("a.docx");
        try (XWPFDocument word = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            for (String text : List.of("某局2024年度部门整体支出绩效自评报告", "一、收支情况", WRONG, "全部按期完成。")) {
                word.createParagraph().createRun().setText(text);
            }
            word.write(out);
        }

        byte[] annotated = Annotated.of(audited(file), Language.ZH);

        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(annotated))) {
            assertThat(word.getDocComments().getComments())
                    .singleElement()
                    .extracting(XWPFComment::getText)
                    .asString()
                    .contains("57.00%", "75.00%");
            assertThat(word.getParagraphs().get(2).getText()).startsWith(WRONG);
            assertThat(word.getParagraphs().get(2).getCTP().sizeOfCommentRangeStartArray())
                    .isEqualTo(1);
            assertThat(word.getParagraphs().get(3).getCTP().sizeOfCommentRangeStartArray())
                    .isZero();
        }
    }

    @Test
    void text_cannot_be_annotated_and_says_what_can() throws IOException {
        AuditedFile file = wrong("a.txt");

        assertThatThrownBy(() -> Annotated.of(file, Language.ZH))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly("annotate-format"));
    }

    @Test
    void a_folder_is_summed_up_worst_first_and_one_broken_file_stops_nothing() throws IOException {
        wrong("b.txt");
        text("c.txt", "某局2024年度自评报告\n年初预算400.00万元，实际支出300.00万元，预算执行率75.00%。");
        Files.write(folder.resolve("d.docx"), new byte[0]);
        Files.writeString(folder.resolve("notes.csv"), "no report");
        List<Integer> progress = new ArrayList<>();

        FolderSummary summary = new FolderSummary(
                FolderAudit.of(FolderAudit.reports(folder), new DocumentReader(), () -> Knowledge.NONE, progress::add));

        assertThat(progress).containsExactly(1, 2, 3);
        assertThat(summary.worstFirst())
                .extracting(outcome -> folder.relativize(outcome.file()).toString())
                .containsExactly("d.docx", "b.txt", "c.txt");
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.count(Severity.ERROR)).isEqualTo(1);
        JsonNode json = JsonMapper.shared().readTree(summary.json(Language.ZH));
        assertThat(json.get("documents").asInt()).isEqualTo(3);
        assertThat(json.get("kinds").get("ratio").asInt()).isEqualTo(1);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(summary.workbook(Language.ZH)))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(3);
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(5).getNumericCellValue())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_folder_without_reports_is_refused() {
        assertThatThrownBy(() -> FolderAudit.reports(folder)).isInstanceOf(Refusal.class);
    }
}
