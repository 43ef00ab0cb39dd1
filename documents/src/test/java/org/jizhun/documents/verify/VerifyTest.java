package org.jizhun.documents.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jizhun.documents.report.Samples;
import org.jizhun.documents.report.Snapshot;
import org.jizhun.documents.write.LibreOffice;
import org.jizhun.documents.write.ReportWriter;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    @TempDir
    static Path folder;

    private static final Verify VERIFY = new Verify(Samples.RULES);

    @BeforeAll
    static void write() {
        Snapshot snapshot = Samples.guangzhou();
        ReportWriter.write(snapshot.evaluation(), List.of(), folder, ReportWriter.Options.standard());
    }

    @Test
    void untouched_word_report_has_no_finding() {
        Verification verification = VERIFY.check(folder.resolve("report.docx"));
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.notes()).isEmpty();
        assertThat(verification.figures()).isGreaterThan(100);
    }

    @Test
    void untouched_pdf_and_ofd_have_no_finding() {
        assumeTrue(LibreOffice.find().isPresent(), "LibreOffice is not installed: PDF and OFD are not checked");
        assertThat(VERIFY.check(folder.resolve("report.pdf")).findings()).isEmpty();
        assertThat(VERIFY.check(folder.resolve("report.ofd")).findings()).isEmpty();
    }

    @Test
    void figure_changed_in_a_sentence_is_named_with_its_key() throws IOException {
        Verification verification =
                VERIFY.check(changed("word/document.xml", xml -> once(xml, "年初预算17534.51万元", "年初预算17543.51万元")));
        assertThat(verification.findings()).hasSize(1);
        Finding finding = verification.findings().get(0);
        assertThat(finding.kind()).isEqualTo(Finding.Kind.CHANGED);
        assertThat(finding.key()).isEqualTo("budget.total.initial");
        assertThat(finding.stated()).isEqualTo("17543.51万元");
        assertThat(finding.expected()).isEqualTo("17534.51万元");
        assertThat(finding.problem().text(Language.ZH))
                .contains("段")
                .contains("17543.51")
                .contains("17534.51");
        assertThat(finding.problem().text(Language.EN)).contains("paragraph").contains("17534.51");
    }

    @Test
    void figure_changed_in_a_cell_is_named_with_row_and_column() throws IOException {
        Verification verification =
                VERIFY.check(changed("word/document.xml", xml -> once(xml, ">4142.98<", ">4124.98<")));
        assertThat(verification.findings()).hasSize(1);
        assertThat(verification.findings().get(0).key()).isEqualTo("budget.1.1.actual");
        assertThat(verification.findings().get(0).where()).matches("表\\d+第\\d+行第6列");
    }

    @Test
    void swapped_figures_are_both_named() throws IOException {
        Verification verification = VERIFY.check(changed(
                "word/document.xml",
                xml -> once(once(once(xml, ">4142.98<", ">swap<"), ">4143.00<", ">4142.98<"), ">swap<", ">4143.00<")));
        assertThat(verification.findings())
                .extracting(Finding::key)
                .containsExactlyInAnyOrder("budget.1.1.adjusted", "budget.1.1.actual");
    }

    @Test
    void changed_unit_is_a_changed_figure() throws IOException {
        Verification verification =
                VERIFY.check(changed("word/document.xml", xml -> once(xml, "年初预算17534.51万元", "年初预算17534.51亿元")));
        assertThat(verification.findings()).hasSize(1);
        assertThat(verification.findings().get(0).stated()).contains("亿");
    }

    @Test
    void removed_and_added_figures_are_named() throws IOException {
        Verification removed = VERIFY.check(changed("word/document.xml", xml -> once(xml, "，调整金额163.19万元", "")));
        assertThat(removed.findings()).hasSize(1);
        assertThat(removed.findings().get(0).kind()).isEqualTo(Finding.Kind.REMOVED);
        assertThat(removed.findings().get(0).expected()).isEqualTo("163.19万元");
        Verification added =
                VERIFY.check(changed("word/document.xml", xml -> once(xml, "预算和支出情况详见下表：", "结转36.34万元。预算和支出情况详见下表：")));
        assertThat(added.findings()).hasSize(1);
        assertThat(added.findings().get(0).kind()).isEqualTo(Finding.Kind.ADDED);
        assertThat(added.findings().get(0).stated()).isEqualTo("36.34万元");
    }

    @Test
    void changed_words_are_a_note_only() throws IOException {
        Verification verification =
                VERIFY.check(changed("word/document.xml", xml -> once(xml, "预算和支出情况详见下表", "预算及支出情况详见下表")));
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.notes()).hasSize(1);
        assertThat(verification.figuresDiffer()).isFalse();
    }

    @Test
    void changed_embedded_facts_are_found_by_hash_and_by_the_figures_they_give() throws IOException {
        Verification verification =
                VERIFY.check(changed("customXml/item1.xml", xml -> once(xml, "41429800", "41249800")));
        assertThat(verification.findings()).extracting(Finding::kind).contains(Finding.Kind.EMBEDDED);
        assertThat(verification.findings()).extracting(Finding::key).contains("facts.hash", "budget.1.1.actual");
    }

    @Test
    void broken_embedded_data_are_refused() {
        assertThatThrownBy(
                        () -> VERIFY.check(changed("customXml/item1.xml", xml -> xml.replace("jizhun-report-1", "x"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly("embedded-damaged"));
    }

    @Test
    void file_of_someone_else_is_refused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.docx"), "no zip");
        assertThatThrownBy(() -> VERIFY.check(other)).isInstanceOf(Refusal.class);
        Path text = Files.writeString(folder.resolve("other.txt"), "text");
        assertThatThrownBy(() -> VERIFY.check(text)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> VERIFY.check(folder.resolve("absent.pdf"))).isInstanceOf(Refusal.class);
    }

    @Test
    void figure_changed_before_the_pdf_was_made_is_named_with_its_page() throws IOException {
        assumeTrue(LibreOffice.find().isPresent(), "LibreOffice is not installed: PDF is not checked");
        Path docx = changed("word/document.xml", xml -> once(xml, ">4142.98<", ">4124.98<"));
        Path pdf = PdfOf.changed(docx, folder.resolve("report.pdf"), folder.resolve("changed.pdf"));
        Verification verification = VERIFY.check(pdf);
        assertThat(verification.findings()).hasSize(1);
        assertThat(verification.findings().get(0).key()).isEqualTo("budget.1.1.actual");
        assertThat(verification.findings().get(0).where()).matches("第\\d+页");
    }

    /** A copy of the report with one part changed. */
    private static Path changed(String part, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        byte[] bytes = Files.readAllBytes(folder.resolve("report.docx"));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        String before = new String(parts.get(part), StandardCharsets.UTF_8);
        parts.put(part, change.apply(before).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return Files.write(Files.createTempFile(folder, "changed", ".docx"), out.toByteArray());
    }

    private static String once(String text, String from, String to) {
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }
}
