package org.jizhun.documents.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.documents.report.Samples;
import org.jizhun.documents.report.Snapshot;
import org.jizhun.documents.write.LibreOffice;
import org.jizhun.documents.write.ReportWriter;
import org.jizhun.kernel.problem.Severity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports we write audit to nothing, and a figure changed in one of them is found. */
class OwnReportAuditTest {

    private static final Knowledge KNOWLEDGE = Knowledge.of(Samples.RULES.schemes(), Samples.RULES.calendar());

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        write("example", Samples.example());
        write("guangzhou", Samples.guangzhou());
    }

    private static void write(String name, Snapshot snapshot) {
        ReportWriter.write(snapshot.evaluation(), List.of(), folder.resolve(name), ReportWriter.Options.standard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"example", "guangzhou"})
    void the_word_report_has_no_errors_and_no_warnings(String name) {
        assertThat(wrong(folder.resolve(name).resolve("report.docx"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example", "guangzhou"})
    void the_pdf_and_ofd_reports_have_no_errors_and_no_warnings(String name) {
        assumeTrue(LibreOffice.find().isPresent(), "LibreOffice is not installed: no PDF, no OFD");
        assertThat(wrong(folder.resolve(name).resolve("report.pdf"))).isEmpty();
        assertThat(wrong(folder.resolve(name).resolve("report.ofd"))).isEmpty();
    }

    /** 17534.51 + 163.19 = 17697.70; 17661.36 ÷ 17697.70 = 99.79 %; 163.19 ÷ 17534.51 = 0.93 %; 9.46 points as published. */
    @ParameterizedTest
    @CsvSource({
        "17534.51, 17534.15",
        "17697.70, 17967.70",
        "17661.36, 17661.63",
        "99.79%, 97.99%",
        "0.93%, 0.39%",
        "4542.55, 4524.55",
    })
    void a_figure_changed_where_it_first_stands_is_found(String figure, String changed) throws IOException {
        Path report = folder.resolve("changed-" + changed.replace("%", "") + ".docx");
        replaceFirst(folder.resolve("guangzhou/report.docx"), report, figure, changed);
        expectFound(report, changed);
        if (LibreOffice.find().isPresent() && figure.equals("17697.70")) {
            Path pdf = folder.resolve("changed.pdf");
            Files.write(pdf, LibreOffice.find().orElseThrow().pdf(Files.readAllBytes(report)));
            expectFound(pdf, changed);
        }
    }

    private static void expectFound(Path report, String changed) {
        assertThat(wrong(report)).as("%s", report).singleElement().satisfies(finding -> {
            assertThat(finding.stated()).startsWith(changed);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        });
    }

    private static List<Finding> wrong(Path file) {
        return AuditedFile.of(file, new DocumentReader(), () -> KNOWLEDGE).audit().findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
    }

    /** In the text of the Word file, which keeps a figure in one piece. */
    private static void replaceFirst(Path report, Path target, String figure, String changed) throws IOException {
        boolean replaced = false;
        try (InputStream in = Files.newInputStream(report);
                ZipInputStream from = new ZipInputStream(in);
                OutputStream out = Files.newOutputStream(target);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                if (entry.getName().equals("word/document.xml")) {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    int at = text.indexOf(figure, text.indexOf("<w:body>"));
                    assertThat(at).as("%s stands in the report", figure).isPositive();
                    text = text.substring(0, at) + changed + text.substring(at + figure.length());
                    bytes = text.getBytes(StandardCharsets.UTF_8);
                    replaced = true;
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes);
            }
        }
        assertThat(replaced).isTrue();
    }

    @Test
    void the_notes_of_a_report_of_ours_are_few() {
        int notes = AuditedFile.of(folder.resolve("example/report.docx"), new DocumentReader(), () -> KNOWLEDGE)
                .audit()
                .findings()
                .size();
        assertThat(notes).isLessThanOrEqualTo(2);
    }
}
